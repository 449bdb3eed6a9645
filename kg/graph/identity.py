"""Which things told apart are one: organisations spelled differently, and their people.

Two organisations are one when a name of the one and a name of the other are spelled alike
(`kg.names.organisation_key`), or when they share a short form that belongs to no third one, and
when nothing speaks against it: two types of organisation, two entries of the vocabulary, or the
user's word. The merges live in the view alone; sources keep what they say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extraction.orgtypes import org_type
from kg.graph.rdf import names_told
from kg.model import Entity
from kg.names import fold, organisation_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.graph.terms import Terms
    from kg.model import Claim

_SHORT = re.compile(r"[A-Z0-9][A-Za-z0-9&.\-]{1,9}")
_COMMON = frozenset(
    """ahsn alliance board borough care ccg ccgs centre charity cic clinic college commissioners
    company council csu department federation foundation gp gps group health hospital hospitals
    network nhs partnership practice practices provider providers service services surgery the
    trust trusts university""".split()  # noqa: SIM905
)
"""Words that name a kind of organisation, never one of them."""


@dataclass(frozen=True, slots=True, order=True)
class Merge:
    """One thing of the view: `iri` is shown as `into`, for `reason`."""

    iri: str
    into: str
    reason: str


@dataclass(frozen=True, slots=True)
class IdentityRules:
    """What a user says of names: pairs that mean one organisation, and pairs that never do."""

    aliases: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Group:
    """Organisations taken for one; `members` holds each IRI with the reason that brought it."""

    members: tuple[tuple[str, str], ...]
    names: frozenset[str]
    types: frozenset[str]
    known: frozenset[str]

    def joined(self, other: _Group, reason: str) -> _Group:
        """Return this group and another as one."""
        members = tuple((iri, why or reason) for iri, why in self.members + other.members)
        return _Group(
            members,
            self.names | other.names,
            self.types | other.types,
            self.known | other.known,
        )


@dataclass(frozen=True, slots=True)
class _Bond:
    """Organisations that a shared name may bring together, named by their IRIs."""

    reason: str
    iris: tuple[str, ...]
    short: bool = False
    told_by_user: bool = False


def merges(
    claims: Iterable[Claim], terms: Terms, rules: IdentityRules | None = None
) -> tuple[Merge, ...]:
    """Return the merges among the organisations and people of the claims, in order of IRI.

    Of several organisations the vocabulary's own wins, else the one with the longest name. People
    of one name are one only when their organisations are.
    """
    claims = tuple(claims)
    organisations = tuple(_organisation_merges(claims, terms, rules or IdentityRules()))
    into = {_last(merge.iri): _last(merge.into) for merge in organisations}
    return tuple(sorted((*organisations, *_person_merges(claims, terms, into))))


def _told(claims: Iterable[Claim], kind: str, terms: Terms) -> Mapping[str, list[Entity]]:
    """Return IRI -> the entities told under it, in order of IRI."""
    told: dict[str, list[Entity]] = {}
    for claim in claims:
        for thing in (claim.subject, claim.object):
            if isinstance(thing, Entity) and thing.kind == kind:
                told.setdefault(terms.entity(thing), []).append(thing)
    return dict(sorted(told.items()))


def _group(iri: str, told: list[Entity], terms: Terms) -> _Group:
    """Return one organisation with its names, those of the vocabulary included."""
    concept = terms.vocabulary.find("org", told[0].id)
    names = (*names_told(told), *(concept.entity.names if concept else ()))
    kind = org_type(terms.vocabulary, Entity("org", told[0].id, names))
    types = frozenset({kind} - {""})
    return _Group(((iri, ""),), frozenset(names), types, frozenset({iri} if concept else ()))


def _organisation_merges(
    claims: tuple[Claim, ...], terms: Terms, rules: IdentityRules
) -> Iterator[Merge]:
    """Yield the merges among organisations."""
    told = _told(claims, "org", terms)
    group_of = {iri: _group(iri, entities, terms) for iri, entities in told.items()}
    longest = {iri: max(map(len, group.names), default=0) for iri, group in group_of.items()}
    for bond in _bonds(group_of, rules):
        held = {group_of[iri].members: group_of[iri] for iri in bond.iris}
        if bond.short and sum(_has_full_name(group) for group in held.values()) > 1:
            continue  # two organisations claim the short form: it tells nothing
        kept: list[str] = []
        for iri in bond.iris:
            new = group_of[iri]
            fitting = (o for o in kept if group_of[o] == new or _fit(group_of[o], new, bond, rules))
            other = next(fitting, None)
            if other is None:
                kept.append(iri)
            elif group_of[other] != new:
                whole = group_of[other].joined(new, bond.reason)
                group_of |= {member: whole for member, _ in whole.members}
    for iri, group in group_of.items():
        pool = sorted(group.known) or [member for member, _ in group.members]
        into = min(pool, key=lambda member: (-longest[member], member))
        if iri != into:
            yield Merge(iri, into, dict(group.members)[iri])


def _bonds(group_of: Mapping[str, _Group], rules: IdentityRules) -> Iterator[_Bond]:
    """Yield what may bring organisations together, the surest first."""
    full: dict[str, list[str]] = {}
    short: dict[str, list[str]] = {}
    for iri, group in group_of.items():
        for key in sorted({organisation_key(name) for name in group.names if _is_full(name)}):
            full.setdefault(key, []).append(iri)
        for key in sorted({organisation_key(name) for name in group.names if not _is_full(name)}):
            short.setdefault(key, []).append(iri)
    for pair in sorted(rules.aliases):
        keys = {organisation_key(name) for name in pair}
        named = {iri for key in keys for iri in (*full.get(key, ()), *short.get(key, ()))}
        yield _Bond(f"aliases: {pair[0]} = {pair[1]}", tuple(sorted(named)), told_by_user=True)
    for key, iris in sorted(full.items()):
        yield _Bond(f"same name: {key}", tuple(iris))
    for key, iris in sorted(short.items()):
        if not set(key.split()) <= _COMMON:
            yield _Bond(f"same short form: {key}", tuple(iris), short=True)


def _is_full(name: str) -> bool:
    """Tell a name that can stand alone from an acronym and from words like "the trust"."""
    return not _SHORT.fullmatch(name.strip()) and not set(fold(name).split()) <= _COMMON


def _has_full_name(group: _Group) -> bool:
    return any(map(_is_full, group.names))


def _fit(first: _Group, second: _Group, bond: _Bond, rules: IdentityRules) -> bool:
    """Tell whether nothing speaks against taking two groups for one."""
    one, two = ({fold(name) for name in group.names} for group in (first, second))
    for left, right in ((fold(a), fold(b)) for a, b in rules.apart):
        if (left in one and right in two) or (left in two and right in one):
            return False
    one_type = len(first.types | second.types) <= 1
    return bond.told_by_user or (one_type and len(first.known | second.known) <= 1)


def _person_merges(
    claims: tuple[Claim, ...], terms: Terms, into: Mapping[str, str]
) -> Iterator[Merge]:
    """Yield the merges of people whose name is the same and whose organisations are one."""
    people: dict[tuple[str, str], list[str]] = {}
    for iri in _told(claims, "person", terms):
        name, _, organisation = _last(iri).partition("@")
        if organisation:
            people.setdefault((name, into.get(organisation, organisation)), []).append(iri)
    for (_, organisation), iris in people.items():
        first = next((iri for iri in iris if _last(iri).endswith(f"@{organisation}")), iris[0])
        for iri in iris:
            if iri != first:
                yield Merge(iri, first, f"same name at one organisation: {organisation}")


def _last(iri: str) -> str:
    return iri.rsplit("/", 1)[-1]
