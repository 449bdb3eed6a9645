"""The evidence map: one kind of thing against another, what is claimed where they meet, and gaps.

The form is that of the evidence-and-gap maps of evidence synthesis (Snilstveit and others,
"Evidence & Gap Maps", Journal of Clinical Epidemiology 79, 2016): all rows and columns of a
framework stand there, and an empty cell says that nothing is known.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.model import Status
from kg.query.meetings import (
    Axis,
    Tone,
    Way,
    axis,
    lines_of,
    meetings,
    models_of,
    usual_ways,
    ways_between,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from kg.model import Claim
    from kg.query.meetings import Line, Meeting
    from kg.query.network import Network
    from kg.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Item:
    """A row or a column: its key in the network and its name."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One bubble of a cell: all meetings of one way, direction and status."""

    way: Way
    tone: Tone
    status: Status
    meetings: tuple[Meeting, ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims behind it, each once, in order of source and place."""
        return _distinct(self.meetings)

    @property
    def sources(self) -> tuple[str, ...]:
        """The identifiers of the sources of its claims."""
        return tuple(sorted({claim.source for claim in self.claims}))

    @property
    def via(self) -> tuple[str, ...]:
        """The keys of the vanguards through which the two meet; none where a claim ties them."""
        return tuple(sorted({meeting.via for meeting in self.meetings if meeting.via}))


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a row and a column meet; there is none for a gap."""

    row: str
    column: str
    marks: tuple[Mark, ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims of all its marks, each once."""
        return _distinct(meeting for mark in self.marks for meeting in mark.meetings)

    @property
    def sources(self) -> tuple[str, ...]:
        """The identifiers of the sources of its claims."""
        return tuple(sorted({claim.source for claim in self.claims}))


@dataclass(frozen=True, slots=True)
class EvidenceMap:
    """The whole grid: `items` of both sides by name, and the cells that are no gaps, in order.

    `left_out` counts the claims that speak of a row or a column and bring no two of them together:
    those of the programme as a whole, say.
    """

    rows: Axis
    columns: Axis
    row_items: tuple[Item, ...]
    column_items: tuple[Item, ...]
    cells: tuple[Cell, ...]
    ways: tuple[Way, ...]
    left_out: int = 0

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim of the map, once."""
        return _distinct(m for cell in self.cells for mark in cell.marks for m in mark.meetings)

    @property
    def sources(self) -> tuple[str, ...]:
        """The identifiers of the sources of its claims."""
        return tuple(sorted({claim.source for claim in self.claims}))

    @property
    def gaps(self) -> int:
        """How many cells are empty."""
        return len(self.row_items) * len(self.column_items) - len(self.cells)


def evidence_map(
    graph: Network,
    rows: str = "interventions",
    columns: str = "measures",
    *,
    vocabulary: Vocabulary | None = None,
    ways: Collection[Way] | None = None,
    statuses: Collection[Status] | None = None,
    sources: Collection[str] | None = None,
) -> EvidenceMap:
    """Return the map of the claims of a network, the same for any order of the claims.

    `rows` and `columns` are names of `kg.query.meetings.AXES`. `vocabulary` gives the things that
    nothing is told of, and (``betterDirection``) which way is good for a measure. `ways`,
    `statuses` and `sources` keep what is named in them; by default the usual ways of the two axes
    and everything. Which care model a vanguard is of does not depend on statuses and sources.

    Raises InputError for axes or ways that do not fit one another.
    """
    down, across = axis(rows), axis(columns)
    if down == across:
        raise InputError(f"rows and columns are both {rows!r}; a map needs two different kinds")
    chosen = _chosen_ways(down, across, ways)
    everything = lines_of(graph)
    kept = lines_kept(everything, statuses, sources)
    kinds = {key: str(data["kind"]) for key, data in graph.nodes(data=True)}
    better = better_ways(vocabulary)
    models = models_of(everything)
    met = meetings(kept, down, across, kinds=kinds, models=models, better=better)
    found = [meeting for meeting in met if meeting.way in chosen]
    used = {line.claim for m in found for line in (*m.told, *m.beside)}
    sides = {down.kind, across.kind}
    left_out = {
        line.claim
        for line in kept
        if line.claim not in used and sides & {kinds[line.subject], kinds[line.object]}
    }
    items = [tuple(items_of(graph, vocabulary, a.kind)) for a in (down, across)]
    return EvidenceMap(
        down, across, items[0], items[1], tuple(_cells(found)), chosen, len(left_out)
    )


def used_only(grid: EvidenceMap) -> EvidenceMap:
    """Return the map without the rows and columns that have no cell."""
    rows = {cell.row for cell in grid.cells}
    columns = {cell.column for cell in grid.cells}
    return EvidenceMap(
        grid.rows,
        grid.columns,
        tuple(item for item in grid.row_items if item.key in rows),
        tuple(item for item in grid.column_items if item.key in columns),
        grid.cells,
        grid.ways,
        grid.left_out,
    )


def most_told_first(grid: EvidenceMap) -> EvidenceMap:
    """Return the map with the rows and columns of most claims first, of equals by name."""
    weights: Counter[str] = Counter()
    for cell in grid.cells:
        weights.update({cell.row: len(cell.claims), cell.column: len(cell.claims)})

    def ordered(items: tuple[Item, ...]) -> tuple[Item, ...]:
        return tuple(sorted(items, key=lambda i: (-weights[i.key], i.name.casefold(), i.key)))

    return EvidenceMap(
        grid.rows,
        grid.columns,
        ordered(grid.row_items),
        ordered(grid.column_items),
        grid.cells,
        grid.ways,
        grid.left_out,
    )


def _chosen_ways(rows: Axis, columns: Axis, given: Collection[Way] | None) -> tuple[Way, ...]:
    """Return the ways that are asked for, if the axes have them."""
    possible = ways_between(rows, columns)
    wanted = usual_ways(rows, columns) if given is None else given
    wrong = [way for way in wanted if way not in possible]
    if wrong:
        raise InputError(
            f"{rows.name} and {columns.name} cannot meet {wrong[0]!s}; they can be "
            f"{', '.join(possible)}"
        )
    return tuple(way for way in possible if way in wanted)


def lines_kept(
    lines: Iterable[Line],
    statuses: Collection[Status] | None,
    sources: Collection[str] | None,
) -> list[Line]:
    """Return the lines of these statuses and sources, in their order; None keeps all."""
    return [
        line
        for line in lines
        if (statuses is None or line.claim.status in statuses)
        and (sources is None or line.claim.source in sources)
    ]


def better_ways(vocabulary: Vocabulary | None) -> dict[str, str]:
    """Return measure -> the direction that is good, where the vocabulary says so."""
    measures = vocabulary.of("measure") if vocabulary else ()
    return {c.id: c.get("betterDirection") for c in measures}


def items_of(graph: Network, vocabulary: Vocabulary | None, kind: str) -> Iterator[Item]:
    """Yield the things of a kind, told of or not, by name."""
    names = {f"{kind}:{c.id}": c.name for c in (vocabulary.of(kind) if vocabulary else ())}
    told = {key: data["label"] for key, data in graph.nodes(data=True) if data["kind"] == kind}
    for key, name in sorted((names | told).items(), key=lambda kv: (kv[1].casefold(), kv[0])):
        yield Item(key, name)


def _cells(found: Iterable[Meeting]) -> Iterator[Cell]:
    """Gather meetings into marks, and marks into cells."""
    orders = [tuple(map(str, values)) for values in (Way, Tone, Status)]
    groups: dict[tuple[str, str], dict[tuple[int, ...], list[Meeting]]] = {}
    for meeting in found:
        look = (meeting.way, meeting.tone, meeting.status)
        place = tuple(order.index(value) for order, value in zip(orders, look, strict=True))
        groups.setdefault((meeting.row, meeting.column), {}).setdefault(place, []).append(meeting)
    for (row, column), marks in sorted(groups.items()):
        yield Cell(
            row,
            column,
            tuple(
                Mark(met[0].way, met[0].tone, met[0].status, tuple(met))
                for _, met in sorted(marks.items())
            ),
        )


def _distinct(met: Iterable[Meeting]) -> tuple[Claim, ...]:
    """Return the claims of meetings, each once, in order of source and place."""
    claims = {line.claim for meeting in met for line in (*meeting.told, *meeting.beside)}
    return tuple(sorted(claims, key=lambda claim: claim.order))
