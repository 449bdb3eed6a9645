"""Finding a thing of the graph by name, alias, identifier or IRI."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import UnknownNameError
from kg.names import fold, organisation_key
from kg.query.sparql import select

if TYPE_CHECKING:
    from collections.abc import Collection

    import pyoxigraph

NEAR = 5
"""How many near names are offered."""
SHORT = 3
"""Names of no more letters than this are offered to nobody."""

_LABELS = """
SELECT DISTINCT ?thing ?label ?preferred WHERE {
  { ?thing rdfs:label ?label . BIND(true AS ?preferred) }
  UNION
  { ?thing skos:altLabel|skos:prefLabel|dcterms:title|ncm:area ?label .
    BIND(false AS ?preferred) }
  ?thing a ?class .
}
ORDER BY ?thing DESC(?preferred) ?label
"""


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing of the graph with its names, the preferred one first."""

    iri: str
    names: tuple[str, ...]

    @property
    def name(self) -> str:
        """The preferred name."""
        return self.names[0]

    @property
    def identifier(self) -> str:
        """The last segment of the IRI."""
        return self.iri.rstrip("/").rsplit("/", 1)[-1]

    @property
    def kind(self) -> str:
        """The last segment but one of the IRI: vanguard, organisation, measure, …"""
        return self.iri.rstrip("/").rsplit("/", 2)[-2]


def things(store: pyoxigraph.Store) -> tuple[Thing, ...]:
    """Return the named things of the default graph, in order of IRI."""
    names: dict[str, list[str]] = {}
    for thing, label, _ in select(store, _LABELS):
        known = names.setdefault(thing.value, [])
        if label.value not in known:
            known.append(label.value)
    return tuple(Thing(iri, tuple(found)) for iri, found in names.items())


def find_thing(store: pyoxigraph.Store, name: str, kinds: Collection[str] | None = None) -> Thing:
    """Return the thing that `name` names: an IRI, identifier, label, alias or (vanguards) area.

    Case, accents and punctuation do not matter, nor do "the", "NHS" or "Trust" where nothing
    else fits. Of several, the one with the most facts is taken: "Sunderland" is the vanguard and
    not the town. `kinds` (the last segment but one of an IRI: vanguard, organisation, measure, …)
    narrows the choice. `kg.query.kinds.find_of` tells names alike in the same way, and refuses to
    choose.

    Raises UnknownNameError with the near names when there is none.
    """
    known = tuple(k for k in things(store) if kinds is None or k.kind in kinds)
    for fits in (written, called_or_identified, loosely):
        found = [k for k in known if fold(name) and fits(k, name)]
        if found:
            return max(found, key=lambda k: (_facts(store, k.iri), k.iri))
    raise UnknownNameError(name, near_names(known, name))


def near_names(known: tuple[Thing, ...], name: str, limit: int = NEAR) -> tuple[str, ...]:
    """Return the names that come closest to `name`, the best first, one a thing."""
    from rapidfuzz import fuzz, process

    # Names of a few letters come near to anything.
    choices = {(k.iri, n): fold(n) for k in known for n in k.names if len(n) > SHORT}
    asked = fold(name)
    scored = process.extract(asked, choices, scorer=fuzz.WRatio, limit=100, score_cutoff=60)
    # Names that share a word score alike; how alike they are as a whole decides.
    whole = {key: score + fuzz.ratio(asked, told) for told, score, key in scored}
    best: dict[str, str] = {}
    for iri, label in sorted(whole, key=lambda key: (-whole[key], key)):
        best.setdefault(iri, label)
    return tuple(best.values())[:limit]


def written(thing: Thing, name: str) -> bool:
    """Tell whether a name is a thing's IRI, or its kind and identifier (``vanguard:symphony``)."""
    return name == thing.iri or fold(name) == fold(f"{thing.kind}:{thing.identifier}")


def identified(thing: Thing, name: str) -> bool:
    """Tell whether a name is a thing's identifier."""
    return name == thing.identifier


def called(thing: Thing, name: str) -> bool:
    """Tell whether a thing has this name or alias; case, accents, punctuation do not matter."""
    return fold(name) in map(fold, thing.names)


def called_or_identified(thing: Thing, name: str) -> bool:
    """Tell whether a thing has this name, alias or identifier."""
    return identified(thing, name) or called(thing, name)


def loosely(thing: Thing, name: str) -> bool:
    """Tell whether a thing has this name, "the", "NHS" and "Trust" left out."""
    return organisation_key(name) in map(organisation_key, thing.names)


def _facts(store: pyoxigraph.Store, iri: str) -> int:
    """Count the triples of the default graph that touch a thing."""
    import pyoxigraph

    node, default = pyoxigraph.NamedNode(iri), pyoxigraph.DefaultGraph()
    outgoing = sum(1 for _ in store.quads_for_pattern(node, None, None, default))
    return outgoing + sum(1 for _ in store.quads_for_pattern(None, None, node, default))
