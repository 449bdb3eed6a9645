"""The ontology as plain values for a page: classes, properties, schemes with their concepts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.graph import terms as t
from kg.graph.nodes import text_of
from kg.graph.ontology import ontology_files, ontology_quads
from kg.names import BASE, ONTOLOGY, Minter, digest, slug
from kg.render.answers import compact
from kg.render.safety import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import pyoxigraph

_RDFS, _SKOS, _OWL = (t.term(f"{prefix}:") for prefix in ("rdfs", "skos", "owl"))
_LABEL, _PREFERRED = f"{_RDFS}label", f"{_SKOS}prefLabel"
_NAMES = {
    "class": (_LABEL, _PREFERRED),
    "property": (_LABEL, _PREFERRED),
    "scheme": (_PREFERRED, _LABEL),
    "concept": (_PREFERRED, _LABEL),
}
"""Part that an IRI plays -> what names it: some IRIs are both a property and a scheme."""
_DEFINED = (f"{_SKOS}definition", f"{_RDFS}comment", t.term("dcterms:description"))
_CLASSES = (f"{_OWL}Class",)
_PROPERTIES = tuple(f"{_OWL}{kind}Property" for kind in ("Object", "Datatype", "Annotation"))
_FACETS = {
    "is a": (f"{_RDFS}subClassOf", f"{_RDFS}subPropertyOf"),
    "of": (f"{_RDFS}domain", t.term("schema:domainIncludes")),
    "to": (f"{_RDFS}range", t.term("schema:rangeIncludes")),
    "inverse of": (f"{_OWL}inverseOf",),
}

Anchors = dict[tuple[str, str], str]
"""Part and IRI -> where it stands on the page."""
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
            members.setdefault(scheme, []).append(_term("concept", iri, said, anchors))
    return Docs(
        title=_first(said.get(head, {}), (t.TITLE, *_NAMES["scheme"])) or "Ontology",
        description=_first(said.get(head, {}), _DEFINED),
        version=_first(said.get(head, {}), (f"{_OWL}versionInfo",)),
        iri=head,
        classes=_all("class", said, anchors),
        properties=_all("property", said, anchors),
        schemes=tuple(
            sorted(
                (
                    Scheme(term, tuple(sorted(members.get(term.iri, ()), key=_key)))
                    for term in _all("scheme", said, anchors)
                ),
                key=lambda s: _key(s.term),
            )
        ),
        quads=kept,
    )


def _key(term: Term) -> tuple[str, str]:
    return term.name.casefold(), term.iri


def _all(part: str, said: Described, anchors: Anchors) -> tuple[Term, ...]:
    """Return the terms that play a part, in order of name."""
    found = (_term(part, iri, said, anchors) for of, iri in anchors if of == part)
    return tuple(sorted(found, key=_key))


def _parts(iri: str, values: Mapping[str, list[str]]) -> Iterator[str]:
    """Yield the parts that an IRI plays; classes and properties of others are not described."""
    types = set(values.get(t.TYPE, ()))
    if iri.startswith(ONTOLOGY) and types & set(_CLASSES):
        yield "class"
    if iri.startswith(ONTOLOGY) and types & set(_PROPERTIES):
        yield "property"
    if f"{_SKOS}ConceptScheme" in types:
        yield "scheme"
    if values.get(f"{_SKOS}inScheme"):
        yield "concept"


def _anchors(said: Described) -> Anchors:
    """Return where each term stands on the page; no two are alike."""
    found: Anchors = {}
    taken: set[str] = set()
    for iri, values in sorted(said.items()):
        for part in _parts(iri, values):
            anchor = f"{part}-{slug(iri.removeprefix(ONTOLOGY))}"
            anchor = f"{anchor}-{digest(iri)[:8]}" if anchor in taken else anchor
            taken.add(anchor)
            found[part, iri] = anchor
    return found


def _term(part: str, iri: str, said: Described, anchors: Anchors) -> Term:
    values = said[iri]
    short = compact(iri, Minter().prefixes).strip("<>")
    return Term(
        name=_first(values, _NAMES[part]) or short,
        iri=iri,
        short=short,
        anchor=anchors[part, iri],
        definition=_first(values, _DEFINED),
        example=_first(values, (f"{_SKOS}example",)),
        also=tuple(dict.fromkeys(map(one_line, values.get(f"{_SKOS}altLabel", ())))),
        facets=tuple(
            (what, told)
            for what, predicates in _FACETS.items()
            if part in {"class", "property"}
            and (told := _others(values, predicates, said, anchors))
        ),
    )


def _others(
    values: Mapping[str, list[str]],
    predicates: tuple[str, ...],
    said: Described,
    anchors: Anchors,
) -> tuple[tuple[str, str], ...]:
    """Return what some properties point at: the name (or short IRI) and the anchor, if any."""
    found = []
    for iri in dict.fromkeys(iri for p in predicates for iri in values.get(p, ())):
        part = next((p for p in ("class", "property") if (p, iri) in anchors), "")
        name = _first(said[iri], _NAMES[part]) if part else ""
        short = compact(iri, Minter().prefixes).strip("<>")
        if "/node/" not in iri:  # a list or restriction
            found.append((name or short, anchors.get((part, iri), "")))
    return tuple(found)


def _first(values: Mapping[str, list[str]], predicates: tuple[str, ...]) -> str:
    return next((one_line(v) for p in predicates for v in values.get(p, ())), "")
