"""What is known of a document beside its words: front matter, and ``sources.csv``."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Any

from kg.documents.decode import decode
from kg.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SOURCES = "sources.csv"
FRONT_LIMIT = 16_384
"""The longest front matter looked for, in characters."""

OPENING = re.compile(r"\s*---[ \t]*\n")
CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
PAIR = re.compile(r"([A-Za-z][\w .-]{0,60}?)[ \t]*:(?:[ \t]+(.*))?$")
SIMPLE = re.compile(
    r"([A-Za-z][\w-]{0,60}):[ \t]+"
    r"(?:\"([^\"\\]+)\"|'([^']+)'|"
    r"((?![-?:,\[\]{}#&*!|>'\"%@`])(?:[^:#\s]|[ \t](?!#)|:(?=\S)|(?<=\S)#)+))"
    r"[ \t]*"
)
"""A line of YAML that means what it looks like: no comment, no second colon, no sign in front."""
NESTING = re.compile(r"[\[{]|[-?] (?=[-?] )")
NESTED = 100
"""Front matter with more brackets than this is not parsed: YAML takes quadratic time for them."""

Metadata = dict[str, str]


def front_matter_end(text: str) -> int:
    """Return where the front matter ends, 0 where there is none.

    Front matter is a first line ``---``, a line ``key: value`` next to it, and a closing line
    ``---`` or ``...``; anything else that begins with a rule is text.
    """
    opening = OPENING.match(text[:FRONT_LIMIT])
    if opening is None:
        return 0
    first, _, _ = text[opening.end() : opening.end() + 1000].lstrip("\n").partition("\n")
    closing = CLOSING.search(text, opening.end(), opening.end() + FRONT_LIMIT)
    if closing is None or not (PAIR.match(first) or first.startswith("#")):
        return 0
    return closing.end()


def front_matter(text: str) -> Metadata:
    r"""Return the front matter of a text as lower-case keys and text values.

    Values stay as they are written (dates too); lists are joined with ``; ``. YAML that is
    malformed, or that has aliases (which can blow up in memory), is no error: its lines
    ``key: value`` are read one by one, so that ``title: Salford: a case study`` is understood.

    >>> front_matter("---\ntitle: Salford: a case study\ndate: 2016-07-01\n---\nText.")
    {'title': 'Salford: a case study', 'date': '2016-07-01'}
    """
    end = front_matter_end(text)
    opening = OPENING.match(text[:end])
    if opening is None:
        return {}
    inner = text[opening.end() : end].rstrip().removesuffix("---").removesuffix("...")
    return _as_simple(inner) or _as_yaml(inner) or _as_lines(inner)


def _as_simple(inner: str) -> Metadata:
    """Read front matter of plain lines as YAML would, many times faster; else nothing."""
    pairs = [SIMPLE.fullmatch(line) for line in inner.split("\n") if line.strip()]
    found: Metadata = {}
    for pair in pairs:
        if pair is None:
            return {}
        value = " ".join(next(filter(None, pair.groups()[1:])).split())
        if value:
            found[pair[1].lower()] = value
    return found


def _as_yaml(inner: str) -> Metadata:
    """Read a YAML mapping; nothing where it is malformed, no mapping, or has aliases."""
    if len(NESTING.findall(inner)) > NESTED:
        return {}
    import yaml

    class Plain(yaml.BaseLoader):
        """Strings, lists and mappings only, and no aliases."""

        def compose_node(self, parent: Any, index: Any) -> Any:
            if self.check_event(yaml.AliasEvent):
                raise yaml.YAMLError("aliases are not read")
            return super().compose_node(parent, index)

    try:
        data = yaml.load(inner, Loader=Plain)  # noqa: S506 - BaseLoader builds plain values only
    except (yaml.YAMLError, RecursionError, ValueError):
        return {}
    if not isinstance(data, dict):
        return {}
    pairs = ((_plain(key).lower(), _plain(value)) for key, value in data.items())
    return {key: value for key, value in pairs if key and value}


def _plain(value: object) -> str:
    """Write a plain YAML value on one line."""
    if isinstance(value, dict):
        return "; ".join(f"{_plain(k)}: {_plain(v)}" for k, v in value.items())
    if isinstance(value, list):
        return "; ".join(_plain(v) for v in value)
    return " ".join(str(value).split())


def _as_lines(inner: str) -> Metadata:
    """Read lines ``key: value``; others are passed over."""
    found = (PAIR.fullmatch(line.rstrip()) for line in inner.split("\n"))
    pairs = ((m[1].lower(), (m[2] or "").strip().strip("\"'")) for m in found if m)
    return {key: value for key, value in pairs if value}


def sources(path: Path) -> dict[str, Metadata]:
    """Read a ``sources.csv``: file name -> metadata (title, publisher, date, url and others).

    Raises ReadError for a file that cannot be read, has no column ``file``, a row with more cells
    than the header, or a file named twice.
    """
    try:
        text = decode(path.read_bytes(), str(path))
    except OSError as error:
        raise ReadError(str(path), error.strerror or str(error)) from error
    header = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=header.count)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        columns = [str(name).strip().lower() for name in rows.fieldnames or ()]
        if "file" not in columns:
            seen = ", ".join(columns)
            raise ReadError(str(path), f"it has no column 'file'; its columns are: {seen}")
        rows.fieldnames = columns
        return _by_file(rows, str(path))
    except csv.Error as error:
        raise ReadError(
            str(path), f"it is not CSV at line {rows.reader.line_num}: {error}"
        ) from error


def _by_file(rows: csv.DictReader[str], path: str) -> dict[str, Metadata]:
    """Collect rows under their file's name."""
    found: dict[str, Metadata] = {}
    for row in rows:
        where = f"at line {rows.line_num}"
        if None in row:
            raise ReadError(path, f"{where}: it has more cells than the header")
        cells = {key: " ".join((value or "").split()) for key, value in row.items()}
        name = cells.pop("file")
        if name in found:
            raise ReadError(path, f"{where}: {name!r} is named a second time")
        if name:
            found[name] = {key: value for key, value in cells.items() if key and value}
    return found


def merged(front: Mapping[str, str], listed: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return both as pairs in key order; front matter wins over ``sources.csv``."""
    return tuple(sorted({**listed, **front}.items()))
