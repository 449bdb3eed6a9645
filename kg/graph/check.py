"""Checking a store against the SHACL shapes it was built with: which node breaks which rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, Literal, NamedNode

from kg.graph import terms as t
from kg.graph.nodes import text_of
from kg.names import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator

    import rdflib
    from pyoxigraph import Quad, Store

_SH = PREFIXES["sh"]
_NEEDED = (t.TYPE, t.term("rdfs:subClassOf"))
"""What the checks need of the ontology, beside the shapes: which concepts there are."""


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

    The sources' graphs and the view are checked as one graph, with the classes of the ontology's
    concepts; the shapes are those of the ontology graph, so a user's own count too.
    """
    import pyshacl

    ontology = _ontology_graph(store)
    data, shapes = _graph(_data_quads(store, ontology)), _graph(_shape_quads(store, ontology))
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
        for predicate in _NEEDED:
            yield from store.quads_for_pattern(None, NamedNode(predicate), None, ontology)


def _shape_quads(store: Store, ontology: NamedNode | None) -> Iterator[Quad]:
    """Yield the shapes, and the lists they use."""
    if ontology is None:
        return
    wanted = (_SH, f"{PREFIXES['rdf']}first", f"{PREFIXES['rdf']}rest", t.LABEL)
    for quad in store.quads_for_pattern(None, None, None, ontology):
        is_shape = quad.predicate.value == t.TYPE and text_of(quad.object).startswith(_SH)
        if is_shape or quad.predicate.value.startswith(wanted):
            yield quad


def _graph(quads: Iterator[Quad]) -> rdflib.Graph:
    """Return quads as one rdflib graph in memory; a triple of several graphs counts once."""
    import rdflib

    graph = rdflib.Graph()
    for quad in quads:
        graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    return graph


def _term(term: object) -> rdflib.term.Node:
    """Return a term of the store as rdflib's."""
    import rdflib

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
