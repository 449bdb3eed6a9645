"""Disagreements as rows: both claims side by side, for a reader and for a machine."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.model import Entity, Outcome, Relation
from kg.query.conflicts import Kind
from kg.query.network import SourceInfo, says

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from kg.graph.contexts import Context, Place
    from kg.model import Claim
    from kg.query.conflicts import Conflict
    from kg.render.tables import Value

HEADINGS = {
    Kind.DIRECTION: "another direction",
    Kind.FIGURE: "another figure",
    Kind.DENIED: "told and denied",
    Kind.CARE_MODEL: "two care models",
    Kind.ROLE: "two roles",
}
"""Kind of disagreement -> what a reader is told of it."""

_SIDE = (
    "says",
    "status",
    "quote",
    "source",
    "title",
    "date",
    "period",
    "comparator",
    "speaker",
    "start",
    "end",
    "confidence",
)
COLUMNS = (
    "kind",
    "subject",
    "subject_name",
    "relation",
    "about",
    "within_one_source",
    *(f"one_{name}" for name in _SIDE),
    *(f"other_{name}" for name in _SIDE),
)
"""The columns of `as_rows`."""
LONGEST = 280
"""How many characters of a quote the table shows."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a graph knows of what is shown: names by IRI, sources by identifier.

    `shown` gives the IRI of a thing, `around` the words around quotes where they are to be shown.
    """

    names: Mapping[str, str]
    sources: Mapping[str, SourceInfo]
    shown: Callable[[Entity], str]
    around: Mapping[Place, Context] = field(default_factory=dict)


def as_rows(found: Iterable[Conflict], known: Known) -> list[tuple[Value, ...]]:
    """Return disagreements as the values of `COLUMNS`."""
    return [
        (
            str(conflict.kind),
            conflict.subject,
            _subject(conflict, known),
            str(conflict.one.relation),
            _about(conflict.one, known),
            conflict.within_one_source,
            *_side(conflict.one, known),
            *_side(conflict.other, known),
        )
        for conflict in found
    ]


def as_sides(found: Iterable[Conflict], known: Known) -> list[tuple[str, str, str]]:
    """Return disagreements as (about, one side, other side), cells of several lines."""
    rows = []
    for conflict in found:
        head = [_subject(conflict, known), _about(conflict.one, known)]
        head += [f"({HEADINGS[conflict.kind]})"]
        head += ["(one document)"] if conflict.within_one_source else []
        one, other = _cell(conflict.one, known), _cell(conflict.other, known)
        rows.append(("\n".join(head), one, other))
    return rows


def _subject(conflict: Conflict, known: Known) -> str:
    """Return the name of whom a disagreement is about."""
    return known.names.get(conflict.subject, conflict.one.subject.id)


def _about(claim: Claim, known: Known) -> str:
    """Return what is disputed of the subject, in words."""
    if isinstance(claim.object, Outcome):
        end = f"/measure/{claim.object.measure}"
        named = (name for iri, name in known.names.items() if iri.endswith(end))
        return next(named, claim.object.measure)
    relation = claim.relation.replace("_", " ")
    if claim.relation is Relation.CARE_MODEL:
        return relation
    return f"{relation}: {_said(claim, known)}"


def _said(claim: Claim, known: Known) -> str:
    """Return what a claim says of its subject, in few words."""
    thing = claim.object
    if isinstance(thing, Entity):
        return known.names.get(known.shown(thing), next(iter(thing.names), thing.id))
    return says(thing)


def _side(claim: Claim, known: Known) -> tuple[Value, ...]:
    """Return one side as the values of `_SIDE`."""
    source, told = known.sources.get(claim.source, SourceInfo(claim.source)), dict(claim.qualifiers)
    first = claim.evidence[0]
    title = f", {told['role']}" if claim.relation is Relation.ROLE and "role" in told else ""
    return (
        _said(claim, known) + title,
        str(claim.status),
        claim.quote,
        claim.source,
        source.title,
        source.date,
        *(told.get(key, "") for key in ("period", "comparator", "speaker")),
        first.start,
        first.end,
        claim.confidence,
    )


def _cell(claim: Claim, known: Known) -> str:
    """Return one side in lines: what is said, the words, the source with its date, the rest."""
    said, status, quote, source, title, date, *rest = _side(claim, known)
    words = " ".join(str(quote).split())
    short = f"“{words if len(words) <= LONGEST else words[: LONGEST - 1] + '…'}”"
    first = claim.evidence[0]
    near = known.around.get((first.source, first.start, first.end))
    quoted = " ".join(f"{near.before}{short}{near.after}".split()) if near else short
    lines = [f"{said} [{status}]", quoted, f"{title or source}, {date or 'no date'}"]
    labels = zip(("period", "compared", "says"), rest[:3], strict=True)
    return "\n".join((*lines, *(f"{label}: {value}" for label, value in labels if value)))
