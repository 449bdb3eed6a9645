"""Where claims disagree: both sides, side by side; which one is right is the reader's to say.

======================  ==========================================================================
kind                    two claims of one subject disagree when
======================  ==========================================================================
``direction``           the same measure went another way (up and down, better and worse, or kept)
``figure``              the same change of a measure, or its level, has another figure of one unit
``denied``              one says so, the other says it is not so
``care-model``          a vanguard is of two care models
``role``                a person has two titles at one organisation
======================  ==========================================================================

Compared are claims told alike: what is reported with what is reported (or, of ``denied``,
negated), and a forecast with the forecast of another source. These are no disagreement: what one
sentence tells together (a range, a list), a figure and its rounding, a hope beside a result,
levels of which no word says that they count the same thing or that one document lists, and the
figures of one kind of intervention, which was done in many places. Other periods or comparators
may explain a difference; they are shown, not judged.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations, product
from typing import TYPE_CHECKING

from kg.model import Claim, Direction, Entity, Evidence, Outcome, Relation, Status
from kg.names import fold
from kg.query.network import canonical
from kg.query.titles import same_title

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from decimal import Decimal

    Span = tuple[int, int]


class Kind(StrEnum):
    """How two claims disagree."""

    DIRECTION = "direction"
    FIGURE = "figure"
    DENIED = "denied"
    CARE_MODEL = "care-model"
    ROLE = "role"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two claims of one subject (its key) that disagree; `one` comes first in order of source."""

    kind: Kind
    subject: str
    one: Claim
    other: Claim

    @property
    def within_one_source(self) -> bool:
        """Whether a single document disagrees with itself."""
        return self.one.source == self.other.source


_KINDS = tuple(Kind)
_OPPOSITE = {
    frozenset((Direction.INCREASE, Direction.DECREASE)),
    frozenset((Direction.IMPROVE, Direction.WORSEN)),
    *(
        frozenset((Direction.MAINTAIN, moved))
        for moved in Direction
        if moved not in {Direction.MAINTAIN, Direction.LEVEL}
    ),
}
_LARGE = 1000
_FILLERS = frozenset(
    """about across after also been before have into more most number other over that their them
    there these they this total were which with""".split()  # noqa: SIM905
)


def where_told(evidence: Evidence) -> Span:
    """Return the span of a quote: what counts as told together where sentences are not known."""
    return evidence.start, evidence.end


def conflicts(
    claims: Iterable[Claim],
    *,
    key_of: Callable[[Entity], str] = canonical,
    sentence_of: Callable[[Evidence], Span] = where_told,
) -> tuple[Conflict, ...]:
    """Return the disagreements among claims: those between sources first, then by kind and place.

    `key_of` says which things are one (merges of identity), `sentence_of` the bounds of the
    sentence around a quote. The order of the claims does not matter.
    """
    topics: dict[tuple[str, str, str], dict[tuple[str, ...], list[Claim]]] = {}
    for claim in sorted(claims, key=lambda c: (c.order, c.rule)):
        alike = topics.setdefault(_topic(claim, key_of), {})
        alike.setdefault(_said(claim, key_of), []).append(claim)
    found = []
    for (_, subject, _), alike in topics.items():
        for ones, others in combinations(alike.values(), 2):
            kind = _kind(ones[0], others[0], key_of)
            for pair in product(ones, others) if kind else ():
                one, other = sorted(pair, key=lambda c: c.order)
                if kind and _counts(kind, one, other, sentence_of):
                    found.append(Conflict(kind, subject, one, other))
    return tuple(
        sorted(
            found,
            key=lambda c: (
                c.within_one_source,
                _KINDS.index(c.kind),
                c.subject,
                c.one.order,
                c.other.order,
            ),
        )
    )


def speaks_of(conflict: Conflict, iri: str, key_of: Callable[[Entity], str]) -> bool:
    """Tell whether a disagreement is about a thing: its subject, an object or its measure."""
    objects = [claim.object for claim in (conflict.one, conflict.other)]
    return conflict.subject == iri or any(
        iri.endswith(f"/measure/{thing.measure}")
        if isinstance(thing, Outcome)
        else isinstance(thing, Entity) and key_of(thing) == iri
        for thing in objects
    )


def _topic(claim: Claim, key_of: Callable[[Entity], str]) -> tuple[str, str, str]:
    """Return what claims must share to be able to disagree."""
    subject, thing = key_of(claim.subject), claim.object
    if isinstance(thing, Outcome):
        about = thing.measure
    elif isinstance(thing, Entity) and claim.relation is not Relation.CARE_MODEL:
        about = key_of(thing)
    else:
        about = "" if isinstance(thing, Entity) else str(thing)
    return str(claim.relation), subject, about


def _said(claim: Claim, key_of: Callable[[Entity], str]) -> tuple[str, ...]:
    """Return what a claim says of its topic: those that say the same are compared once."""
    thing = claim.object
    title = dict(claim.qualifiers).get("role", "") if claim.relation is Relation.ROLE else ""
    said = key_of(thing) if isinstance(thing, Entity) else str(thing)
    return claim.status, said, title


def _kind(one: Claim, other: Claim, key_of: Callable[[Entity], str]) -> Kind | None:
    """Return how what two claims say of one topic disagrees, whoever says it, if it does."""
    statuses = {one.status, other.status}
    if statuses == {Status.REPORTED, Status.NEGATED}:
        return Kind.DENIED if _denies(one, other, key_of) else None
    alike = statuses in ({Status.REPORTED}, {Status.EXPECTED})
    if alike and isinstance(one.object, Outcome) and isinstance(other.object, Outcome):
        return _change_kind(one.subject.kind, one.object, other.object)
    if statuses != {Status.REPORTED}:
        return None
    if one.relation is Relation.CARE_MODEL:
        return None if _same(one, other, key_of) else Kind.CARE_MODEL
    if one.relation is Relation.ROLE:
        titles = (dict(claim.qualifiers).get("role", "") for claim in (one, other))
        return None if same_title(*titles) else Kind.ROLE
    return None


def _same(one: Claim, other: Claim, key_of: Callable[[Entity], str]) -> bool:
    """Tell whether two claims speak of the same object."""
    if isinstance(one.object, Entity) and isinstance(other.object, Entity):
        return key_of(one.object) == key_of(other.object)
    return str(one.object) == str(other.object)


def _denies(one: Claim, other: Claim, key_of: Callable[[Entity], str]) -> bool:
    """Tell whether what one claim negates is what the other reports.

    A denial without a figure denies the change whatever its figure.
    """
    no, yes = (one, other) if one.status is Status.NEGATED else (other, one)
    if isinstance(no.object, Outcome) and isinstance(yes.object, Outcome):
        if no.object.direction is not yes.object.direction:
            return False
        figure = (no.object.value, no.object.unit)
        return no.object.value is None or figure == (yes.object.value, yes.object.unit)
    return _same(no, yes, key_of)


def _change_kind(subject_kind: str, first: Outcome, second: Outcome) -> Kind | None:
    """Return how two changes of one measure disagree, if they do."""
    if frozenset((first.direction, second.direction)) in _OPPOSITE:
        return Kind.DIRECTION
    if (
        first.direction is not second.direction
        or first.unit != second.unit
        or first.value is None
        or second.value is None
        or subject_kind == "intervention"
        or _rounds(first.value, second.value)
    ):
        return None
    return Kind.FIGURE


def _counts(kind: Kind, one: Claim, other: Claim, sentence_of: Callable[[Evidence], Span]) -> bool:
    """Tell whether two claims that differ disagree, given who says them and in which words."""
    if one.source == other.source:
        level = isinstance(one.object, Outcome) and one.object.direction is Direction.LEVEL
        if one.status is Status.EXPECTED or (kind is Kind.FIGURE and level):
            return False
        return kind is Kind.CARE_MODEL or not _together(one, other, sentence_of)
    if kind is Kind.FIGURE and isinstance(one.object, Outcome):
        return one.object.direction is not Direction.LEVEL or bool(_words(one) & _words(other))
    return True


def _rounds(one: Decimal, other: Decimal) -> bool:
    """Tell whether one figure is the other rounded: to its places, or if large to its digits."""
    rough, fine = sorted(
        (one.normalize(), other.normalize()), key=lambda n: len(n.as_tuple().digits)
    )
    if abs(rough) < _LARGE:
        places = max(0, -int(rough.as_tuple().exponent))
        # Far apart is settled first: a vast figure is never written out.
        return abs(rough - fine) < 1 and f"{fine:.{places}f}" == f"{rough:.{places}f}"
    digits = max(2, len(rough.as_tuple().digits)) - 1  # two at least, as in 1.0 million
    return f"{fine:.{digits}e}" == f"{rough:.{digits}e}"


def _words(claim: Claim) -> frozenset[str]:
    """Return the words of a quote that can say what is counted."""
    words = fold(claim.quote).split()
    return frozenset(w for w in words if len(w) > 3 and w.isalpha()) - _FILLERS


def _together(one: Claim, other: Claim, sentence_of: Callable[[Evidence], Span]) -> bool:
    """Tell whether one sentence tells both claims of a source."""
    ones, others = (tuple(map(sentence_of, claim.evidence)) for claim in (one, other))
    return any(a[0] < b[1] and b[0] < a[1] for a, b in product(ones, others))
