"""Which claims of a source speak of one change.

A change belongs to whom it is told of: two vanguards with the same figure in one source had two
changes. An intervention that the source ties to a change shares the change of the vanguard,
organisation, model or programme in whose words it stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.model import Claim, Entity

ChangeKey = tuple[str, str, str]
"""Source, subject and object of a claim, as text."""


def change_key(claim: Claim) -> ChangeKey:
    """Return what tells the claims of a change apart."""
    return (claim.source, str(claim.subject), str(claim.object))


def change_owners(claims: Iterable[Claim]) -> Mapping[ChangeKey, Entity]:
    """Return, for each outcome told of an intervention, the subject whose change it is.

    That is the subject of the same outcome in the same source whose words overlap most, else the
    only one there is. Interventions without one are left out: the change is their own.
    """
    told: dict[tuple[str, str], list[Claim]] = {}
    for claim in sorted(claims, key=lambda c: (c.evidence, c.key)):
        if isinstance(claim.object, Outcome) and claim.evidence:
            told.setdefault((claim.source, str(claim.object)), []).append(claim)
    owners: dict[ChangeKey, Entity] = {}
    for group in told.values():
        actors = [c for c in group if c.subject.kind != "intervention"]
        for claim in group:
            owner = _owner(claim, actors) if claim.subject.kind == "intervention" else None
            if owner is not None:
                owners.setdefault(change_key(claim), owner)
    return owners


def _owner(claim: Claim, actors: list[Claim]) -> Entity | None:
    """Return the subject among `actors` with whom an intervention shares its change."""
    best = max(actors, key=lambda actor: _shared(claim, actor), default=None)
    if best is None:
        return None
    alone = len({str(actor.subject) for actor in actors}) == 1
    return best.subject if alone or _shared(claim, best) else None


def _shared(one: Claim, other: Claim) -> int:
    """Return how many characters of evidence two claims share."""
    return sum(
        max(0, min(a.end, b.end) - max(a.start, b.start))
        for a in one.evidence
        for b in other.evidence
    )
