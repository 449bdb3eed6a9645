"""Finding a thing of the graph by name, alias, identifier or IRI."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import UnknownNameError
from kg.names import fold, organisation_key
from kg.query.sparql import select

if TYPE_CHECKING:
    import pyoxigraph

NEAR = 5
"""How many near names are offered."""

_LABELS = """
SELECT DISTINCT ?thing ?label ?preferred WHERE {
  { ?thing rdfs:label ?label . BIND(true AS ?preferred) }
  UNION
  { ?thing skos:altLabel|skos:prefLabel|dcterms:title ?label . BIND(false AS ?preferred) }
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


def things(store: pyoxigraph.Store) -> tuple[Thing, ...]:
    """Return the named things of the default graph, in order of IRI."""
    names: dict[str, list[str]] = {}
    for thing, label, _ in select(store, _LABELS):
        known = names.setdefault(thing.value, [])
        if label.value not in known:
            known.append(label.value)
    return tuple(Thing(iri, tuple(found)) for iri, found in names.items())


def find_thing(store: pyoxigraph.Store, name: str) -> Thing:
    """Return the thing that `name` names: an IRI, identifier, label or alias.

    Case, accents and punctuation do not matter, nor do "the", "NHS" or "Trust" where nothing
    else fits. Of several, the one with the most facts is taken.

    Raises UnknownNameError with the near names when there is none.
    """
    known = things(store)
    wanted, loose = fold(name), organisation_key(name)
    exact = [t for t in known if name in (t.iri, _written(t)) or fold(_written(t)) == wanted]
    found = (
        exact
        or [t for t in known if name == t.identifier or wanted == fold(t.name)]
        or [t for t in known if any(wanted == fold(n) for n in t.names)]
        or [t for t in known if any(loose == organisation_key(n) for n in t.names)]
    )
    if not wanted or not found:
        raise UnknownNameError(name, near_names(known, name))
    return max(found, key=lambda t: (_facts(store, t.iri), t.iri))


def near_names(known: tuple[Thing, ...], name: str, limit: int = NEAR) -> tuple[str, ...]:
    """Return the names that come closest to `name`, the best first, one a thing."""
    from rapidfuzz import fuzz, process

    choices = {(t.iri, n): fold(n) for t in known for n in t.names}
    scored = process.extract(fold(name), choices, scorer=fuzz.WRatio, limit=40, score_cutoff=60)
    best: dict[str, str] = {}
    for _, _, (iri, label) in sorted(scored, key=lambda row: (-row[1], row[2])):
        best.setdefault(iri, label)
    return tuple(best.values())[:limit]


def _written(thing: Thing) -> str:
    """Write a thing as ``kind:identifier``."""
    head, _, identifier = thing.iri.rstrip("/").rpartition("/")
    return f"{head.rsplit('/', 1)[-1]}:{identifier}"


def _facts(store: pyoxigraph.Store, iri: str) -> int:
    """Count the triples of the default graph that touch a thing."""
    import pyoxigraph

    node, default = pyoxigraph.NamedNode(iri), pyoxigraph.DefaultGraph()
    outgoing = sum(1 for _ in store.quads_for_pattern(node, None, None, default))
    return outgoing + sum(1 for _ in store.quads_for_pattern(None, None, node, default))
