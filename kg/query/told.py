"""Facts as told: every claim of a graph, or those of some relations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.graph import terms as t
from kg.model import Relation
from kg.query.sparql import select

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pyoxigraph

_TOLD = """
SELECT ?property ?status ?claim ?source ?subject ?object WHERE {
  GRAPH ?source {
    ?claim rdf:predicate ?property ; rdf:subject ?subject ; rdf:object ?object ;
           ncm:status ?status .
  }
}
"""
_CHANGES = """
SELECT ?source ?object ?measure ?direction ?value ?unit WHERE {
  GRAPH ?source {
    ?object ncm:measure ?measure ; ncm:direction ?direction .
    OPTIONAL { ?object ncm:value ?value ; ncm:unit ?unit }
  }
}
"""
_SUMS = """
SELECT ?source ?object ?none ?nothing ?amount ?currency WHERE {
  GRAPH ?source { ?object ncm:amount ?amount ; ncm:currency ?currency }
}
"""
_SAID = {Relation.OUTCOME: _CHANGES, Relation.FUNDING: _SUMS}
"""Of these relations the object says more; it is asked apart, which is faster than one query."""


@dataclass(frozen=True, slots=True, order=True)
class Told:
    """A claim in short: IRIs (things after merges) but for relation, status, value and unit.

    `measure` and `direction` are those of an outcome, `value` and `unit` its figure; where the
    claim tells of money they are the sum and its currency. What a claim has no place for is empty.
    """

    claim: str
    relation: Relation
    subject: str
    object: str
    status: str
    source: str
    measure: str = ""
    direction: str = ""
    value: str = ""
    unit: str = ""


def told(
    store: pyoxigraph.Store, relations: Iterable[Relation] = (), status: str = "reported"
) -> tuple[Told, ...]:
    """Return the claims of these relations (all when none is given), in order of IRI.

    `status` is a status, or ``any`` for all of them.
    """
    import pyoxigraph

    fixed = (
        {"status": pyoxigraph.NamedNode(f"{t.term('ncm:status')}/{status}")}
        if status not in {"any", ""}
        else {}
    )
    relations = tuple(relations)
    every = set(relations) >= set(t.PROPERTIES)
    wanted = [{"property": pyoxigraph.NamedNode(t.PROPERTIES[r])} for r in relations]
    said = {
        (row[0], row[1]): row[2:]
        for relation, query in _SAID.items()
        if not relations or relation in relations
        for row in map(_words, select(store, query))
    }
    into = merged(store)
    found = []
    for chosen in wanted if wanted and not every else [{}]:
        for row in select(store, _TOLD, bindings={**fixed, **chosen}):
            relation, status_, claim, source, subject, object_ = _words(row)
            if relation in t.RELATIONS:
                ends = into.get(subject, subject), into.get(object_, object_)
                more = said.get((source, object_), ())
                found.append(
                    Told(claim, t.RELATIONS[relation], *ends, last(status_), source, *more)
                )
    return tuple(sorted(found))


def _words(row: pyoxigraph.QuerySolution) -> tuple[str, ...]:
    """Return the texts of a solution, nothing where a variable has no value."""
    return tuple("" if term is None else term.value for term in row)


def merged(store: pyoxigraph.Store) -> Mapping[str, str]:
    """Return IRI -> the IRI under which the view shows it, for the things that are merged."""
    import pyoxigraph

    quads = store.quads_for_pattern(
        None, pyoxigraph.NamedNode(t.MERGED_INTO), None, pyoxigraph.DefaultGraph()
    )
    return {quad.subject.value: quad.object.value for quad in quads}  # type: ignore[union-attr]


def last(iri: str) -> str:
    """Return the last segment of an IRI.

    >>> last("https://w3id.org/ncm/measure/falls")
    'falls'
    """
    return iri.rstrip("/#").replace("#", "/").rsplit("/", 1)[-1]
