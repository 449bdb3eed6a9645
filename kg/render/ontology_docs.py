"""The ontology as plain values for a page: classes, properties, schemes with their concepts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.graph import terms as t
from kg.graph.nodes import text_of
from kg.graph.ontology import ontology_files, ontology_quads
from kg.names import BASE, ONTOLOGY, Minter, slug
from kg.render.answers import compact
from kg.render.safety import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pyoxigraph

_RDFS, _SKOS, _OWL = (t.term(f"{prefix}:") for prefix in ("rdfs", "skos", "owl"))
_NAMES = (f"{_SKOS}prefLabel", f"{_RDFS}label", t.TITLE)
_DEFINED = (f"{_SKOS}definition", f"{_RDFS}comment", t.term("dcterms:description"))
_CLASSES = (f"{_OWL}Class",)
_PROPERTIES = tuple(f"{_OWL}{kind}Property" for kind in ("Object", "Datatype", "Annotation"))
_FACETS = {
    "is a": (f"{_RDFS}subClassOf", f"{_RDFS}subPropertyOf"),
    "of": (f"{_RDFS}domain", t.term("schema:domainIncludes")),
    "to": (f"{_RDFS}range", t.term("schema:rangeIncludes")),
    "inverse of": (f"{_OWL}inverseOf",),
}

Described = dict[str, dict[str, list[str]]]
"""IRI -> property -> values, in order."""


@dataclass(frozen=True, slots=True)
class Term:
    """A class, property or concept: `facets` are (what, (text, anchor or nothing) …) pairs."""

    name: str
    iri: str
    short: str
    anchor: str
    definition: str
    example: str = ""
    also: tuple[str, ...] = ()
    facets: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Scheme:
    """A concept scheme with its concepts, in order of name."""

    term: Term
    concepts: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Docs:
    """What the page of the ontology tells."""

    title: str
    description: str
    version: str
    iri: str
    classes: tuple[Term, ...]
    properties: tuple[Term, ...]
    schemes: tuple[Scheme, ...]
    quads: tuple[pyoxigraph.Quad, ...]

    @property
    def anchors(self) -> Mapping[str, str]:
        """IRI of a concept -> where it stands on the page."""
        return {c.iri: c.anchor for scheme in self.schemes for c in scheme.concepts}


def read_docs(store: pyoxigraph.Store) -> Docs:
    """Return the ontology that a store was built with; the package's own where it holds none."""
    import pyoxigraph

    kind = pyoxigraph.NamedNode(t.TYPE)
    ontology = pyoxigraph.NamedNode(f"{_OWL}Ontology")
    graphs = {q.graph_name for q in store.quads_for_pattern(None, kind, ontology)}
    graph = min(graphs - {pyoxigraph.DefaultGraph()}, key=str, default=None)
    if graph is not None:
        return docs(store.quads_for_pattern(None, None, None, graph))
    return docs(ontology_quads(ontology_files(), Minter(BASE).graph("ontology")))


def docs(quads: Iterable[pyoxigraph.Quad]) -> Docs:
    """Return what the quads of an ontology tell."""
    kept = tuple(sorted(quads, key=str))
    said: Described = {}
    for quad in kept:
        values = said.setdefault(text_of(quad.subject), {})
        values.setdefault(quad.predicate.value, []).append(text_of(quad.object))
    head = next((iri for iri in said if f"{_OWL}Ontology" in said[iri].get(t.TYPE, ())), ONTOLOGY)
    anchors = _anchors(said)
    members: dict[str, list[Term]] = {}
    for iri, values in said.items():
        for scheme in values.get(f"{_SKOS}inScheme", ()):
            members.setdefault(scheme, []).append(_term(iri, said, anchors))
    schemes = (iri for iri in said if f"{_SKOS}ConceptScheme" in said[iri].get(t.TYPE, ()))
    return Docs(
        title=_first(said.get(head, {}), _NAMES) or "Ontology",
        description=_first(said.get(head, {}), _DEFINED),
        version=_first(said.get(head, {}), (f"{_OWL}versionInfo",)),
        iri=head,
        classes=_of_type(said, _CLASSES, anchors),
        properties=_of_type(said, _PROPERTIES, anchors),
        schemes=tuple(
            sorted(
                (
                    Scheme(_term(iri, said, anchors), tuple(sorted(members.get(iri, ()), key=_key)))
                    for iri in schemes
                ),
                key=lambda s: _key(s.term),
            )
        ),
        quads=kept,
    )


def _key(term: Term) -> tuple[str, str]:
    return term.name.casefold(), term.iri


def _of_type(
    said: Described, types: tuple[str, ...], anchors: Mapping[str, str]
) -> tuple[Term, ...]:
    found = (
        _term(iri, said, anchors)
        for iri, values in said.items()
        if iri.startswith(ONTOLOGY) and set(types) & set(values.get(t.TYPE, ()))
    )
    return tuple(sorted(found, key=_key))


def _anchors(said: Described) -> dict[str, str]:
    """Return IRI -> anchor, for all that the page describes."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for iri, values in sorted(said.items()):
        types = set(values.get(t.TYPE, ()))
        ours = iri.startswith(ONTOLOGY)
        if ours and types & set(_CLASSES):
            start = "class"
        elif ours and types & set(_PROPERTIES):
            start = "property"
        elif f"{_SKOS}ConceptScheme" in types:
            start = "scheme"
        elif values.get(f"{_SKOS}inScheme"):
            start = "concept"
        else:
            continue
        anchor = f"{start}-{slug(iri.removeprefix(ONTOLOGY))}"
        while anchor in taken:
            anchor += "-2"
        taken.add(anchor)
        found[iri] = anchor
    return found


def _term(iri: str, said: Described, anchors: Mapping[str, str]) -> Term:
    values = said[iri]
    short = compact(iri, Minter().prefixes)
    return Term(
        name=_first(values, _NAMES) or short,
        iri=iri,
        short=short.strip("<>"),
        anchor=anchors.get(iri, ""),
        definition=_first(values, _DEFINED),
        example=_first(values, (f"{_SKOS}example",)),
        also=tuple(dict.fromkeys(map(one_line, values.get(f"{_SKOS}altLabel", ())))),
        facets=tuple(
            (what, told)
            for what, predicates in _FACETS.items()
            if (told := _others(values, predicates, said, anchors))
        ),
    )


def _others(
    values: Mapping[str, list[str]],
    predicates: tuple[str, ...],
    said: Described,
    anchors: Mapping[str, str],
) -> tuple[tuple[str, str], ...]:
    """Return what some properties point at: the name (or short IRI) and the anchor, if any."""
    iris = dict.fromkeys(
        iri for p in predicates for iri in values.get(p, ()) if "/node/" not in iri
    )
    prefixes = Minter().prefixes
    return tuple(
        (
            (_first(said[iri], _NAMES) if iri in anchors else "")
            or compact(iri, prefixes).strip("<>"),
            anchors.get(iri, ""),
        )
        for iri in iris
    )


def _first(values: Mapping[str, list[str]], predicates: tuple[str, ...]) -> str:
    return next((one_line(v) for p in predicates for v in values.get(p, ())), "")
