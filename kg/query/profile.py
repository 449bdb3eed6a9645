"""What the graph knows of one thing: its claims, grouped by relation."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from kg.graph.claims import read_statements
from kg.model import Claim, Outcome, Relation, Status, plain_number
from kg.names import concept_iri
from kg.query.lookup import find_thing, things

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pyoxigraph

    from kg.model import Object
    from kg.query.lookup import Thing

_STATUS_ORDER = {status: i for i, status in enumerate(Status)}
_RELATION_ORDER = {relation: i for i, relation in enumerate(Relation)}


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of a thing: the other end, and the claims that state it."""

    relation: Relation
    outgoing: bool
    other: str
    status: Status
    claims: tuple[Claim, ...]

    @property
    def heading(self) -> str:
        """The relation in words, with its direction."""
        name = self.relation.replace("_", " ")
        return name if self.outgoing else f"{name} of"


@dataclass(frozen=True, slots=True)
class Profile:
    """A thing with its facts, in order of relation, direction, status and name."""

    thing: Thing
    facts: tuple[Fact, ...]


def read_profile(store: pyoxigraph.Store, name: str) -> Profile:
    """Return the profile of the thing that `name` names, as `kg.query.lookup.find_thing` does.

    Raises UnknownNameError with the near names when there is none.
    """
    thing = find_thing(store, name)
    names = {known.iri: known.name for known in things(store)}
    told = read_statements(store, thing=thing.iri)
    return profile(thing, ((s.subject, s.object, s.claim) for s in told), names)


def profile(
    thing: Thing, claims: Iterable[tuple[str, str, Claim]], names: Mapping[str, str]
) -> Profile:
    """Return the profile of `thing` from (subject IRI, object IRI, claim) rows.

    `names` gives the name of an IRI; what it does not know is shown as the claim writes it.
    """
    rows = []
    for subject, object_, claim in claims:
        if thing.iri == subject:
            other = names.get(object_) or _said(claim.object, names)
            rows.append((claim.relation, True, other, claim.status, claim))
        if thing.iri == object_:
            other = names.get(subject) or _said(claim.subject, names)
            rows.append((claim.relation, False, other, claim.status, claim))
    rows.sort(
        key=lambda r: (not r[1], _RELATION_ORDER[r[0]], _STATUS_ORDER[r[3]], r[2], r[4].order)
    )
    facts = tuple(
        Fact(key[0], key[1], key[2], key[3], tuple(row[4] for row in group))
        for key, group in groupby(rows, key=lambda r: r[:4])
    )
    return Profile(thing, facts)


def _said(term: Object, names: Mapping[str, str]) -> str:
    """Write a term for reading, a change as the view labels those that are reported."""
    if isinstance(term, Outcome):
        measure = names.get(concept_iri("measure", term.measure), term.measure)
        figure = "" if term.value is None else f", {plain_number(term.value)} {term.unit}"
        return f"{measure}: {term.direction}{figure}"
    return str(term).partition(":")[2].split("|")[0].replace("/", " · ")
