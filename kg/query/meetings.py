"""How two things meet on an evidence map: decided here and nowhere else.

A map sets one kind of thing against another. Three ways lead from claims to a cell of it, and a
cell always says which one it was:

``tied``
    One claim has both as its ends: "the falls service cut admissions" ties an intervention to a
    measure (an outcome ends at its measure).
``of-model``
    A claim about a vanguard stands for the vanguard's care model, where some source reports that
    the vanguard is of that model. Only care models have this way.
``together``
    Two claims of one vanguard, one for each side: it has the falls service and it lacks staff. No
    source says that the one has to do with the other, so this counts vanguards and is nobody's
    finding. What is negated brings nothing together, and the pair is told no more surely than the
    less sure of the two claims. Vanguards and care models do not need this way and have it not.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.model import Outcome, Relation, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.model import Claim
    from kg.query.network import Network


@dataclass(frozen=True, slots=True)
class Axis:
    """What stands along a side of a map: its name on the command line and its kind of thing."""

    name: str
    kind: str


AXES = (
    Axis("interventions", "intervention"),
    Axis("measures", "measure"),
    Axis("barriers", "barrier"),
    Axis("enablers", "enabler"),
    Axis("populations", "population"),
    Axis("vanguards", "vanguard"),
    Axis("care-models", "model"),
)


class Way(StrEnum):
    """How two things meet (see above)."""

    TIED = "tied"
    OF_MODEL = "of-model"
    TOGETHER = "together"


class Tone(StrEnum):
    """What a claim says of a measure, for good or ill; `TOLD` where it speaks of no measure."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    CHANGED = "changed"
    LEVEL = "level"
    TOLD = "told"


@dataclass(frozen=True, slots=True)
class Line:
    """A claim with the keys of its two ends, and the direction and figure that it tells."""

    subject: str
    object: str
    claim: Claim
    says: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A row and a column that meet; the keys of both, and the claims that bring them together.

    `told` are the claims that speak of the row (of both, unless they meet ``together``), `beside`
    those that speak of the column in that case; `via` is the vanguard between, else empty.
    """

    row: str
    column: str
    way: Way
    status: Status
    tone: Tone
    told: tuple[Line, ...]
    beside: tuple[Line, ...] = ()
    via: str = ""


TIES = frozenset(
    {
        frozenset({"intervention", "measure"}),
        frozenset({"intervention", "population"}),
        frozenset({"vanguard", "intervention"}),
        frozenset({"vanguard", "measure"}),
        frozenset({"vanguard", "barrier"}),
        frozenset({"vanguard", "enabler"}),
        frozenset({"vanguard", "population"}),
        frozenset({"vanguard", "model"}),
    }
)
"""The pairs of kinds that claims tie as a rule; others are tied by chance or never."""

_FALLING_OFF = (Status.REPORTED, Status.PLANNED, Status.EXPECTED)
_SAMENESS = {"maintain": Tone.SAME, "level": Tone.LEVEL}
_OPPOSITE = {"increase": "decrease", "decrease": "increase", "improve": "worsen"}


def axis(name: str) -> Axis:
    """Return the axis of a name.

    Raises InputError, with the names there are, for any other.

    >>> axis("care-models").kind
    'model'
    """
    found = next((a for a in AXES if a.name == name), None)
    if found is None:
        names = ", ".join(a.name for a in AXES)
        raise InputError(f"an evidence map has no {name!r}; there are {names}")
    return found


def ways_between(rows: Axis, columns: Axis) -> tuple[Way, ...]:
    """Return the ways in which things of two axes can meet at all.

    >>> [str(way) for way in ways_between(axis("care-models"), axis("barriers"))]
    ['tied', 'of-model']
    """
    kinds = {rows.kind, columns.kind}
    if "vanguard" in kinds:
        return (Way.TIED,)
    return (Way.TIED, Way.OF_MODEL if "model" in kinds else Way.TOGETHER)


def usual_ways(rows: Axis, columns: Axis) -> tuple[Way, ...]:
    """Return the ways that a map shows unless it is asked for others.

    Things that claims tie as a rule are shown where they are tied. Where claims hardly ever do
    (barriers by interventions), the map would be empty and shows what stands together as well.

    >>> [str(way) for way in usual_ways(axis("interventions"), axis("measures"))]
    ['tied']
    """
    possible = ways_between(rows, columns)
    if frozenset({rows.kind, columns.kind}) in TIES:
        return (Way.TIED,)
    return possible


def tone_of(claim: Claim, better: Mapping[str, str]) -> Tone:
    """Return what a claim says of a measure; `better` maps measures to the direction that is good.

    >>> from kg.model import Direction, Entity, Outcome
    >>> from kg.model import Claim
    >>> fall = Outcome("falls", Direction.DECREASE)
    >>> told = Claim(Relation.OUTCOME, Entity("vanguard", "x"), fall, Status.REPORTED, (), "", 1)
    >>> str(tone_of(told, {"falls": "decrease"})), str(tone_of(told, {}))
    ('better', 'changed')
    """
    if not isinstance(claim.object, Outcome):
        return Tone.TOLD
    way = str(claim.object.direction)
    good = better.get(claim.object.measure, "")
    if way in _SAMENESS:
        return _SAMENESS[way]
    if way in {good, "improve"}:
        return Tone.BETTER
    return Tone.WORSE if way in {_OPPOSITE.get(good), "worsen"} else Tone.CHANGED


def lines_of(graph: Network) -> tuple[Line, ...]:
    """Return the claims of a network with their ends, in order of source and place."""
    edges = graph.edges(data=True)
    lines = [Line(a, b, data["claim"], data["says"]) for a, b, data in edges]
    return tuple(sorted(lines, key=lambda line: (line.claim.order, line.subject, line.object)))


def models_of(lines: Iterable[Line]) -> dict[str, tuple[str, ...]]:
    """Return vanguard -> its care models, as some source reports them."""
    found: dict[str, set[str]] = {}
    for line in lines:
        claim = line.claim
        if claim.relation == Relation.CARE_MODEL and claim.status == Status.REPORTED:
            found.setdefault(line.subject, set()).add(line.object)
    return {key: tuple(sorted(models)) for key, models in sorted(found.items())}


def meetings(
    lines: Iterable[Line],
    rows: Axis,
    columns: Axis,
    *,
    kinds: Mapping[str, str],
    models: Mapping[str, tuple[str, ...]],
    better: Mapping[str, str],
) -> Iterator[Meeting]:
    """Yield every meeting of a row and a column, whatever the way.

    `kinds` gives the kind of each end, `models` the care models of each vanguard.
    """
    lines = tuple(lines)
    pair = (rows.kind, columns.kind)
    for line in lines:
        tone, status = tone_of(line.claim, better), line.claim.status
        for one, other in ((line.subject, line.object), (line.object, line.subject)):
            if (kinds[one], kinds[other]) == pair:
                yield Meeting(one, other, Way.TIED, status, tone, (line,))
        if Way.OF_MODEL not in ways_between(rows, columns):
            continue
        thing = line.object if kinds[line.subject] == "vanguard" else line.subject
        site = line.subject if thing == line.object else line.object
        for model in models.get(site, ()):
            if (kinds[thing], "model") == pair[::-1]:
                yield Meeting(model, thing, Way.OF_MODEL, status, tone, (line,), via=site)
            elif (kinds[thing], "model") == pair:
                yield Meeting(thing, model, Way.OF_MODEL, status, tone, (line,), via=site)
    if Way.TOGETHER in ways_between(rows, columns):
        yield from _together(lines, rows, columns, kinds)


def _together(
    lines: Iterable[Line], rows: Axis, columns: Axis, kinds: Mapping[str, str]
) -> Iterator[Meeting]:
    """Yield what stands together in a vanguard, one meeting for each pair of statuses."""
    sites: dict[str, dict[str, dict[tuple[str, Status], list[Line]]]] = {}
    for line in lines:
        if kinds[line.subject] != "vanguard" or line.claim.status == Status.NEGATED:
            continue
        sides = sites.setdefault(line.subject, {})
        told = sides.setdefault(kinds[line.object], {})
        told.setdefault((line.object, line.claim.status), []).append(line)
    for site, sides in sorted(sites.items()):
        for (row, one), told_ in sorted(sides.get(rows.kind, {}).items()):
            for (column, other), beside in sorted(sides.get(columns.kind, {}).items()):
                status = max(one, other, key=_FALLING_OFF.index)
                both = (tuple(told_), tuple(beside))
                yield Meeting(row, column, Way.TOGETHER, status, Tone.TOLD, *both, via=site)
