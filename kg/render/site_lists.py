"""Lists for the pages of a site: things with what is told of them, and all names by letter."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from kg.model import Relation, Status
from kg.names import fold
from kg.render.safety import short_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.render.site_content import Content, Line, Ref, Thing

    LinesAt = Mapping[str, Sequence[Line]]

COUNTS = ("Claims", "Sources")
SOURCE_COLUMNS = ("Publisher", "Kind", "Date", "Claims")
TOLD_MODEL = (Relation.CARE_MODEL, Status.REPORTED)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a list: a thing, and a cell a column."""

    ref: Ref
    cells: tuple[str | int, ...]


def columns_of(kind: str) -> tuple[str, ...]:
    """Return the columns of the list of a kind, after the name."""
    return ("Care model", *COUNTS) if kind == "vanguard" else COUNTS


def thing_rows(things: Iterable[Thing], lines: LinesAt) -> list[Row]:
    """Return a row a thing, in the same order: how many claims of how many sources."""
    rows = []
    for thing in things:
        told = lines.get(thing.iri, ())
        model = (_model(thing, told),) if thing.ref.kind == "vanguard" else ()
        rows.append(Row(thing.ref, (*model, len(told), len({line.source for line in told}))))
    return rows


def source_rows(content: Content) -> list[Row]:
    """Return a row a source, in order of title."""
    told = Counter(line.source for line in content.lines)
    return [
        Row(s.ref, (*map(short_label, (s.info.publisher, s.info.kind, s.info.date)), told[s.ref]))
        for s in content.sources
    ]


def names_by_letter(content: Content) -> list[tuple[str, list[tuple[str, Ref]]]]:
    """Return the names and other names of all things and sources, under their first letters."""
    rows = [(name, x.ref) for x in content.things for name in (x.ref.name, *x.aliases)]
    rows += [(s.ref.name, s.ref) for s in content.sources]
    rows.sort(key=lambda row: (_letter(row[0]), fold(row[0]), row[0], row[1].stem))
    return [(letter, list(told)) for letter, told in groupby(rows, key=lambda r: _letter(r[0]))]


def models_with_vanguards(
    content: Content, lines: LinesAt
) -> list[tuple[Ref, list[tuple[Ref, int]]]]:
    """Return the care models with their vanguards and how many claims documents make of each."""
    found: dict[Ref, dict[Ref, int]] = {}
    for line in content.lines:
        if (line.relation, line.status) == TOLD_MODEL:
            told = lines[line.subject_iri]
            count = sum(not other.registered for other in told)
            found.setdefault(line.object, {})[line.subject] = count
    return [
        (model, sorted(found[model].items(), key=lambda row: row[0].name.casefold()))
        for model in sorted(found, key=lambda ref: ref.name.casefold())
    ]


def _model(thing: Thing, lines: Iterable[Line]) -> str:
    """Return the care models that are reported of a vanguard."""
    told = {
        line.object.name
        for line in lines
        if (line.relation, line.status) == TOLD_MODEL and line.subject_iri == thing.iri
    }
    return "; ".join(sorted(told))


def _letter(name: str) -> str:
    """Return the letter under which a name is listed; what begins with none comes first."""
    first = fold(name)[:1]
    return first.upper() if first.isalpha() else "0–9 and others"
