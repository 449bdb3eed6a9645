"""Vanguards compared by what they share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.query.asking import Row
from kg.query.cells import Names
from kg.query.facts import Having, jaccard, shared_pairs
from kg.query.kinds import things_of
from kg.query.told import told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.model import Relation
    from kg.query.asking import Asking


def alike_rows(asking: Asking, relations: Iterable[Relation]) -> Iterator[Row]:
    """Yield the pairs of vanguards that share an object of these relations.

    The cells are one, other, how many things they share, Jaccard's index of what they have, and
    the names of what they share. The parameter ``vanguard`` asks for the pairs of one of them.
    """
    names = Names(asking.store)
    vanguards = {thing.iri for thing in things_of(asking.store, ("vanguard",))}
    having: dict[str, Having] = {}
    for fact in told(asking.store, relations, asking.status):
        if fact.subject in vanguards:
            having.setdefault(fact.subject, {}).setdefault(fact.object, []).append(fact.claim)
    pairs = shared_pairs(having, asking.notes, asking.get("vanguard"))
    for pair, both in pairs.items():
        one, other = pair if asking.get("vanguard") else sorted(pair, key=names.of)
        which = "; ".join(sorted(map(names.of, both)))
        likeness = jaccard(having[one], having[other])
        claims = [c for item in both for c in having[one][item] + having[other][item]]
        yield Row((one, other, len(both), likeness, which), tuple(claims))
