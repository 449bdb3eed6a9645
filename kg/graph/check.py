"""Checking a store against the SHACL shapes it was built with: which node breaks which rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, Literal, NamedNode

from kg.graph import terms as t
from kg.graph.nodes import text_of
from kg.graph.ontology import skolem_base
from kg.names import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator

    import rdflib
    from pyoxigraph import Quad, Store

_SH = PREFIXES["sh"]
_SUBCLASS = t.term("rdfs:subClassOf")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A rule broken: by which node, by which shape, in words, and the value that breaks it."""

    node: str
    shape: str
    message: str
    value: str = ""

    def __str__(self) -> str:
        """Say it in one line."""
        value = f" (it is: {self.value})" if self.value else ""
        return f"{self.node}: {self.message}{value}"


def check(store: Store) -> tuple[Problem, ...]:
    """Return what breaks the shapes, in order of node; nothing when all is well.

    The sources' graphs and the view are checked as one graph, with the classes of the ontology;
    the shapes are those of the ontology graph, so a user's own count too.
    """
    import pyshacl

    ontology = _ontology_graph(store)
    data = _graph(_data_quads(store, ontology))
    # SHACL tells a path of several steps from a plain property by its being a blank node.
    blank = skolem_base(ontology.value) if ontology else ""
    shapes = _graph(_shape_quads(store, ontology), blank)
    _, report, _ = pyshacl.validate(
        data, shacl_graph=shapes, inference="none", advanced=False, inplace=True
    )
    return tuple(sorted(_problems(report)))


def _ontology_graph(store: Store) -> NamedNode | None:
    """Return the name of the graph that holds the shapes."""
    shape = NamedNode(f"{_SH}NodeShape")
    found = store.quads_for_pattern(None, NamedNode(t.TYPE), shape)
    return next((q.graph_name for q in found if isinstance(q.graph_name, NamedNode)), None)


def _data_quads(store: Store, ontology: NamedNode | None) -> Iterator[Quad]:
    """Yield what is checked."""
    yield from store.quads_for_pattern(None, None, None, DefaultGraph())
    for graph in store.named_graphs():
        if graph != ontology:
            yield from store.quads_for_pattern(None, None, None, graph)
    if ontology is not None:
        yield from store.quads_for_pattern(None, NamedNode(_SUBCLASS), None, ontology)


def _shape_quads(store: Store, ontology: NamedNode | None) -> Iterator[Quad]:
    """Yield the shapes, and the lists they use."""
    if ontology is None:
        return
    wanted = (_SH, f"{PREFIXES['rdf']}first", f"{PREFIXES['rdf']}rest", t.LABEL)
    for quad in store.quads_for_pattern(None, None, None, ontology):
        is_shape = quad.predicate.value == t.TYPE and text_of(quad.object).startswith(_SH)
        if is_shape or quad.predicate.value.startswith(wanted):
            yield quad


def _graph(quads: Iterator[Quad], blank: str = "") -> rdflib.Graph:
    """Return quads as one rdflib graph in memory; a triple of several graphs counts once.

    IRIs that begin with `blank` become blank nodes again.
    """
    import rdflib

    graph = rdflib.Graph()
    for quad in quads:
        subject, value = _term(quad.subject, blank), _term(quad.object, blank)
        graph.add((subject, _term(quad.predicate), value))
    return graph


def _term(term: object, blank: str = "") -> rdflib.term.Node:
    """Return a term of the store as rdflib's."""
    import rdflib

    if isinstance(term, NamedNode) and blank and term.value.startswith(blank):
        return rdflib.BNode(term.value.removeprefix(blank))
    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, Literal):
        if term.language:
            return rdflib.Literal(term.value, lang=term.language)
        return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value))
    return rdflib.BNode(str(getattr(term, "value", "")))


def _problems(report: rdflib.Graph) -> Iterator[Problem]:
    """Yield the results of a validation report."""
    import rdflib
    from rdflib.namespace import RDF, SH

    def one(result: rdflib.term.Node, predicate: rdflib.URIRef) -> str:
        value = report.value(result, predicate, any=True)
        return "" if value is None or isinstance(value, rdflib.BNode) else str(value)

    for result in report.subjects(RDF.type, SH.ValidationResult):
        messages = sorted(str(text) for text in report.objects(result, SH.resultMessage))
        yield Problem(
            node=one(result, SH.focusNode),
            shape=one(result, SH.sourceShape),
            message=messages[0] if messages else "breaks a rule that has no message",
            value=one(result, SH.value),
        )
