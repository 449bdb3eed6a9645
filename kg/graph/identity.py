"""Which things told apart are one: organisations spelled differently, and their people.

Two organisations are one when a name of the one and a name of the other are spelled alike
(`kg.names.organisation_key`: case, "&" and "and", NHS, Foundation Trust and CCG do not matter), or
when they share a short form that belongs to no third one, and when nothing speaks against it: two
types of organisation, two entries of the vocabulary, or the user's word, which also counts for
what is merged on the way. Names of a kind ("the CCG") bring nothing together. Two people are one
when their names are and their organisations are. The merges live in the view alone; sources keep
what they say.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from kg.extraction.orgtypes import org_type
from kg.graph.groups import Bond, Group, Groups, enemies
from kg.graph.identity_rules import IdentityRules, meant
from kg.graph.naming import is_full, is_generic, person_key
from kg.graph.rdf import names_told
from kg.model import Entity
from kg.names import organisation_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.graph.groups import Merge
    from kg.graph.terms import Terms
    from kg.model import Claim

Names = dict[str, frozenset[str]]
"""IRI -> the names it is told by."""


def merges(
    claims: Iterable[Claim], terms: Terms, rules: IdentityRules | None = None
) -> tuple[Merge, ...]:
    """Return the merges among the organisations and people of the claims, in order of IRI.

    Of several organisations the vocabulary's own wins, else the one with the longest name. People
    of one name are one only when their organisations are, or when `rules` name their IRIs.
    """
    claims, rules = tuple(claims), rules or IdentityRules()
    organisations = tuple(_organisation_merges(claims, terms, rules))
    into = {_last(merge.iri): _last(merge.into) for merge in organisations}
    return tuple(sorted((*organisations, *_person_merges(claims, terms, rules, into))))


def unmatched(claims: Iterable[Claim], terms: Terms, rules: IdentityRules) -> tuple[str, ...]:
    """Return what the rules name and no organisation or person of the claims is, in order."""
    claims, prefixes = tuple(claims), terms.minter.prefixes
    told = {**_names(_told(claims, "org", terms), terms), **_names(_told(claims, "person", terms))}
    return tuple(name for name in rules.names if not meant(name, told, prefixes))


def _told(claims: Iterable[Claim], kind: str, terms: Terms) -> Mapping[str, list[Entity]]:
    """Return IRI -> the entities told under it, in order of IRI."""
    told: dict[str, list[Entity]] = {}
    for claim in claims:
        for thing in (claim.subject, claim.object):
            if isinstance(thing, Entity) and thing.kind == kind:
                told.setdefault(terms.entity(thing), []).append(thing)
    return dict(sorted(told.items()))


def _names(told: Mapping[str, list[Entity]], terms: Terms | None = None) -> Names:
    """Return the names of things, those of the vocabulary included where `terms` are given."""
    found = {}
    for iri, entities in told.items():
        concept = terms.vocabulary.find(entities[0].kind, entities[0].id) if terms else None
        known = concept.entity.names if concept else ()
        found[iri] = frozenset((*names_told(entities), *known))
    return found


def _groups(names: Names, rules: IdentityRules, terms: Terms) -> Groups:
    """Return each thing in a group of its own, and what must stay apart."""
    prefixes = terms.minter.prefixes
    pairs = (
        pair
        for left, right in rules.apart
        for pair in product(meant(left, names, prefixes), meant(right, names, prefixes))
    )
    return Groups({iri: Group([iri]) for iri in names}, enemies(pairs))


def _told_bonds(names: Names, rules: IdentityRules, terms: Terms) -> Iterator[Bond]:
    """Yield the bonds of the user's aliases; sure where each side means one thing."""
    prefixes = terms.minter.prefixes
    for left, right in sorted(rules.aliases):
        sides = meant(left, names, prefixes), meant(right, names, prefixes)
        if all(sides):
            iris = tuple(sorted({*sides[0], *sides[1]}))
            sure = all(len(side) == 1 for side in sides)
            yield Bond(f"alias of the user: {left} = {right}", iris, sure=sure)


def _organisation_merges(
    claims: tuple[Claim, ...], terms: Terms, rules: IdentityRules
) -> Iterator[Merge]:
    """Yield the merges among organisations."""
    told = _told(claims, "org", terms)
    names = _names(told, terms)
    groups = _groups(names, rules, terms)
    for iri, group in groups.of.items():
        identifier = told[iri][0].id
        kind = org_type(terms.vocabulary, Entity("org", identifier, tuple(sorted(names[iri]))))
        group.types |= {kind} - {""}
        group.known |= {iri} if terms.vocabulary.find("org", identifier) else set()
    full = {iri: any(map(is_full, known)) for iri, known in names.items()}
    for bond in (*_told_bonds(names, rules, terms), *_name_bonds(names)):
        held = {id(groups.of[iri]): groups.of[iri] for iri in bond.iris}
        claimed = sum(any(full[iri] for iri in group.members) for group in held.values())
        if not bond.short or claimed <= 1:
            groups.bind(bond)
    longest = {iri: max(map(len, known), default=0) for iri, known in names.items()}
    for group in {id(group): group for group in groups.of.values()}.values():
        pool = sorted(group.known) or group.members
        yield from groups.merges(min(pool, key=lambda iri: (-longest[iri], iri)))


def _name_bonds(names: Names) -> Iterator[Bond]:
    """Yield what shared names may bring together, the surest first."""
    full: dict[str, list[str]] = {}
    short: dict[str, list[str]] = {}
    for iri, known in names.items():
        for key in sorted({organisation_key(name) for name in known if is_full(name)}):
            full.setdefault(key, []).append(iri)
        rest = {name for name in known if not is_full(name) and not is_generic(name)}
        for key in sorted(map(organisation_key, rest)):
            short.setdefault(key, []).append(iri)
    for key, iris in sorted(full.items()):
        yield Bond(f"same name: {key}", tuple(iris))
    for key, iris in sorted(short.items()):
        yield Bond(f"same short form: {key}", tuple(iris), short=True)


def _person_merges(
    claims: tuple[Claim, ...], terms: Terms, rules: IdentityRules, into: Mapping[str, str]
) -> Iterator[Merge]:
    """Yield the merges of people whose name is the same and whose organisations are one."""
    names = _names(_told(claims, "person", terms))
    groups = _groups(names, rules, terms)
    place = {iri: _last(iri).partition("@")[2] for iri in names}
    at = {iri: into.get(where, where) for iri, where in place.items()}
    for bond in _told_bonds(names, rules, terms):
        # A name may belong to several people: it joins them at one organisation alone.
        shared = sorted({at[iri] for iri in bond.iris} - {""})
        same = [tuple(i for i in bond.iris if at[i] == where) for where in shared]
        for joined in (bond.iris,) if bond.sure else same:
            groups.bind(Bond(bond.reason, joined, sure=True))
    people: dict[tuple[str, str], list[str]] = {}
    for iri, where in at.items():
        if where:
            key = person_key(_last(iri).partition("@")[0])
            people.setdefault((key, where), []).append(iri)
    for (_, where), iris in sorted(people.items()):
        groups.bind(Bond(f"same name at one organisation: {where}", tuple(iris)))
    for group in {id(group): group for group in groups.of.values()}.values():
        shown = min(group.members, key=lambda iri: (at[iri] != place[iri], iri))
        yield from groups.merges(shown)


def _last(iri: str) -> str:
    return iri.rsplit("/", 1)[-1]
