"""What the library's functions share: facts told alike, pairs of things, registry left out."""

from __future__ import annotations

import random
from itertools import combinations
from typing import TYPE_CHECKING

from kg.graph import terms as t
from kg.query.told import last

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from kg.query.cells import Names
    from kg.query.told import Told

SEED = 2015
"""The seed of all sampling, so that the same graph gives the same answer."""
MOST = 300
"""How many things are compared pair by pair; of more, a sample is."""

Fact = tuple[str, str, str, str]
"""Subject, property, object (or measure) and direction: what is said, whoever says it."""


def fact_of(told: Told) -> Fact:
    """Return what a claim says; outcomes are alike in measure and direction."""
    return (
        told.subject,
        t.PROPERTIES[told.relation],
        told.measure or told.object,
        told.direction,
    )


def from_documents(facts: Iterable[Told]) -> tuple[Told, ...]:
    """Return the claims that documents make: those of the registry are left out."""
    return tuple(f for f in facts if not f.source.endswith(f"/graph/{t.REGISTRY}"))


def by_fact(facts: Iterable[Told]) -> Mapping[Fact, list[Told]]:
    """Return the claims of each fact."""
    found: dict[Fact, list[Told]] = {}
    for told in facts:
        found.setdefault(fact_of(told), []).append(told)
    return found


def what_of(fact: Fact, names: Names) -> str:
    """Say the object of a fact in words: a name, or a measure with its direction."""
    name = names.of(fact[2])
    return f"{name}: {last(fact[3])}" if fact[3] else name


Having = dict[str, list[str]]
"""What a thing has: IRI -> the claims that say so."""


def shared_pairs(
    having: Mapping[str, Having], notes: list[str], only: str = ""
) -> Mapping[tuple[str, str], list[str]]:
    """Return each pair of things with what both have, in order; `only` asks for one thing's pairs.

    Of more than `MOST` things a seeded sample is compared, and a note says so.
    """
    keys = sorted(having)
    if not only and len(keys) > MOST:
        keys = sorted(random.Random(SEED).sample(keys, MOST))  # noqa: S311
        notes.append(f"a sample of {MOST} of {len(having)} things was compared (seed {SEED})")
    owners: dict[str, list[str]] = {}
    for key in keys:
        for item in having[key]:
            owners.setdefault(item, []).append(key)
    pairs: dict[tuple[str, str], list[str]] = {}
    for item in sorted(owners):
        if only:
            found = [(only, key) for key in owners[item] if key != only and only in owners[item]]
        else:
            found = list(combinations(owners[item], 2))
        for pair in found:
            pairs.setdefault(pair, []).append(item)
    return pairs


def jaccard(one: Collection[str], other: Collection[str]) -> float:
    """Return the share of what either has that both have, in [0, 1].

    >>> jaccard({"a", "b"}, {"b", "c"})
    0.333
    """
    both = len(set(one) & set(other))
    return round(both / (len(one) + len(other) - both), 3) if both else 0.0
