"""Pieces of HTML for a notebook's cell. All text is escaped; nothing is fetched, no script runs.

The one exception is `frame`: a page of ours with its own policy, in a sandbox.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from kg.render.safety import one_line, safe_link

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.model import Claim
    from kg.query.network import SourceInfo
    from kg.render.tables import Value

MOST_ROWS = 60
"""How many rows of a table a cell shows."""


def _cell(value: Value) -> Markup:
    """Return a cell: numbers to the right, text as one line."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Markup('<td style="text-align:right">{}</td>').format(value)
    text = "" if value is None else one_line(str(value))
    return Markup('<td style="text-align:left">{}</td>').format(text)


def table(
    columns: Sequence[str],
    rows: Sequence[Sequence[Value]],
    *,
    title: str = "",
    notes: Iterable[str] = (),
) -> str:
    """Return a table with its title above it and its notes below.

    >>> "&lt;b&gt;" in table(("name",), [("<b>",)])
    True
    """
    head = _join(Markup("<th>{}</th>").format(one_line(c)) for c in columns)
    body = _join(
        Markup("<tr>{}</tr>").format(_join(_cell(v) for v in row)) for row in rows[:MOST_ROWS]
    )
    left = len(rows) - MOST_ROWS
    said = [*notes, *([f"{left} more rows are not shown"] if left > 0 else [])]
    return str(
        Markup("<div>{}<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>{}</div>").format(
            _title(title), head, body, _notes(said)
        )
    )


def claims(told: Iterable[Claim], sources: Mapping[str, SourceInfo], *, title: str = "") -> str:
    """Return claims as quotes, each with who says it, its status and its source."""
    return str(
        Markup("<div>{}{}</div>").format(
            _title(title), _join(_quoted(claim, sources) for claim in told)
        )
    )


def _quoted(claim: Claim, sources: Mapping[str, SourceInfo]) -> Markup:
    """Return a claim's words."""
    known = sources.get(claim.source)
    name = one_line(known.title if known and known.title else claim.source)
    link = safe_link(known.url) if known else ""
    source = (
        Markup('<a href="{}" rel="noopener noreferrer" target="_blank">{}</a>').format(link, name)
        if link
        else Markup("{}").format(name)
    )
    told = [("status", str(claim.status)), *claim.qualifiers]
    said = "; ".join(one_line(v if k == "status" else f"{k}: {v}") for k, v in told)
    quotes = _join(Markup("<p>“{}”</p>").format(one_line(e.quote)) for e in claim.evidence)
    return Markup(
        '<blockquote style="margin:.5em 0 .5em 1em">{}<p><small>{} · {}</small></p></blockquote>'
    ).format(quotes, source, said)


def steps(
    paths: Sequence[Sequence[tuple[str, Sequence[Claim]]]],
    sources: Mapping[str, SourceInfo],
    *,
    title: str = "",
    notes: Iterable[str] = (),
) -> str:
    """Return paths as numbered sentences, the words behind each folded beneath it."""
    shown = []
    for path in paths:
        items = (
            Markup("<li>{}<details><summary>{}</summary>{}</details></li>").format(
                one_line(says),
                f"{len(told)} claim{'' if len(told) == 1 else 's'}",
                _join(_quoted(claim, sources) for claim in told),
            )
            for says, told in path
        )
        shown.append(Markup("<ol>{}</ol>").format(_join(items)))
    return str(Markup("<div>{}{}{}</div>").format(_title(title), _join(shown), _notes(notes)))


def groups(
    title: str,
    subtitle: str,
    facts: Iterable[tuple[str, str, str, Sequence[Claim]]],
    sources: Mapping[str, SourceInfo],
) -> str:
    """Return the facts of a thing, rows of (heading, other, status, claims), by heading."""
    parts, last = [], None
    for heading, other, status, told in facts:
        if heading != last:
            parts.append(Markup("<h4>{}</h4>").format(one_line(heading)))
            last = heading
        parts.append(
            Markup("<details><summary>{} <small>{}</small></summary>{}</details>").format(
                one_line(other), status, _join(_quoted(claim, sources) for claim in told)
            )
        )
    return str(
        Markup("<div>{}<p><small>{}</small></p>{}</div>").format(
            _title(title), one_line(subtitle), _join(parts)
        )
    )


def frame(page: str, height: int) -> str:
    """Return a page of ours within a cell: it may run its own scripts and nothing else.

    Without ``allow-same-origin`` the page cannot reach the notebook around it.
    """
    return str(
        Markup(
            '<iframe sandbox="allow-scripts allow-downloads" srcdoc="{}" title="explorer" '
            'style="width:100%;height:{}px;border:1px solid #ccc"></iframe>'
        ).format(page, int(height))
    )


def _title(text: str) -> Markup:
    return Markup("<p><strong>{}</strong></p>").format(one_line(text)) if text else Markup("")


def _notes(notes: Iterable[str]) -> Markup:
    return _join(Markup("<p><small>{}</small></p>").format(one_line(note)) for note in notes)


def _join(parts: Iterable[Markup]) -> Markup:
    return Markup("").join(parts)
