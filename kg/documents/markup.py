"""Markup in plain text: code fences, HTML, tables by pipes or tabs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.documents.lines import Unit

Labels = dict[int, BlockKind]
"""What is settled so far: the number of a unit -> its kind."""

FENCE = re.compile(r"^[ ]{0,3}(?:```|~~~)[^\n`]*$", re.MULTILINE)
HIDING = re.compile(r"^[ \t]*<(!--|script\b|style\b)", re.MULTILINE | re.IGNORECASE)
CLOSERS = {"!--": "-->", "script": "</script>", "style": "</style>"}
TAG = re.compile(r"</?[A-Za-z!][^<>]{0,500}>")
COLUMN = re.compile(r"\t+|\s{3,}")
RULED = re.compile(r"[\s|:+=-]+")
ROW_LENGTH = 2000


def hidden_spans(text: str, begin: int = 0) -> list[tuple[int, int]]:
    """Return the spans of code fences, HTML comments, scripts and styles, in order.

    An opening without its closing hides nothing.
    """
    fences = [(m.start(), m.end()) for m in FENCE.finditer(text, begin)]
    spans = [(a[0], b[1]) for a, b in zip(fences[::2], fences[1::2], strict=False)]
    lower = text.lower() if "<" in text and HIDING.search(text, begin) else ""
    unclosed: set[str] = set()
    reached = begin
    for opening in HIDING.finditer(text, begin) if lower else ():
        name = opening[1].lower()
        if opening.start() < reached or name in unclosed or len(lower) != len(text):
            continue
        close = lower.find(CLOSERS[name], opening.end())
        if close < 0:
            unclosed.add(name)
            continue
        reached = close + len(CLOSERS[name])
        spans.append((opening.start(), reached))
    return list(_apart(sorted(spans)))


def _apart(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield spans that do not overlap those before them."""
    reached = -1
    for start, end in spans:
        if start >= reached:
            yield start, end
            reached = end


def is_markup(line: str) -> bool:
    """Tell whether a line is HTML tags and nothing else."""
    return line.startswith("<") and not re.search(r"\w", TAG.sub("", line))


def is_row(line: str) -> bool:
    """Tell whether a line looks like the row of a table: two columns or more."""
    if "|" not in line and "\t" not in line and "   " not in line:
        return False
    return len(line) <= ROW_LENGTH and len(cells(line)) > 1


def cells(line: str) -> list[str]:
    """Return the cells of a row, by pipes, else by tabs or wide space.

    >>> cells("| Site | Beds |"), cells("Site   Beds")
    (['Site', 'Beds'], ['Site', 'Beds'])
    """
    if line.count("|") >= 2 or " | " in line:
        return [cell.strip() for cell in line.strip().strip("|").split("|")]
    return COLUMN.split(line.strip()) if "\t" in line or "   " in line else [line]


def label_tables(units: Sequence[Unit], labels: Mapping[int, BlockKind]) -> Labels:
    """Label runs of two or more rows with as many cells; the rule under a header is boilerplate."""
    found: Labels = {}
    run: list[int] = []
    for number, unit in enumerate((*units, None)):
        if unit is not None and _is_table_unit(unit, labels.get(number)) and not (run and unit.gap):
            run.append(number)
            continue
        found.update(_table(units, run))
        run = []
        if unit is not None and _is_table_unit(unit, labels.get(number)):
            run = [number]
    return found


def _is_table_unit(unit: Unit, kind: BlockKind | None) -> bool:
    """Tell whether a unit may be part of a table."""
    if kind is BlockKind.BOILERPLATE:
        return "|" in unit.text or "+-" in unit.text
    return kind is None and not unit.marker and is_row(unit.text)


def _table(units: Sequence[Unit], run: list[int]) -> Labels:
    """Label one run where it is a table."""
    if not run:
        return {}
    rows = [n for n in run if not RULED.fullmatch(units[n].text)]
    ruled = len(rows) < len(run)
    counts = {len(cells(units[n].text)) for n in rows}
    if len(rows) < (1 if ruled else 2) or max(counts) - min(counts) > (9 if ruled else 1):
        return {}
    return dict.fromkeys(rows, BlockKind.TABLE_ROW)
