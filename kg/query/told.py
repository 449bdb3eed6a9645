"""Facts as told: every claim of a graph, or those of some relations, read property by property.

That is one pass over each property and grows with the claims alone; a query that joins them takes
ten times as long on a graph of a million quads.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.graph import terms as t
from kg.graph.nodes import text_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    import pyoxigraph

    from kg.model import Relation


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
    wanted = {t.PROPERTIES[r] for r in relations} or set(t.RELATIONS)
    subjects, objects = _values(store, t.SUBJECT), _values(store, t.OBJECT)
    statuses = _values(store, t.STATUS)
    measures, directions = _values(store, t.MEASURE), _values(store, t.DIRECTION)
    values, units = _values(store, t.VALUE), _values(store, t.UNIT)
    values, units = values | _values(store, t.AMOUNT), units | _values(store, t.CURRENCY)
    into = merged(store)
    found = []
    for claim, source, property_ in _claims(store, wanted):
        if claim not in subjects or claim not in objects or claim not in statuses:
            continue
        told_as, subject, object_ = last(statuses[claim]), subjects[claim], objects[claim]
        if status in {"any", "", told_as}:
            found.append(
                Told(
                    claim,
                    t.RELATIONS[property_],
                    into.get(subject, subject),
                    into.get(object_, object_),
                    told_as,
                    source,
                    measures.get(object_, ""),
                    directions.get(object_, ""),
                    values.get(object_, ""),
                    units.get(object_, ""),
                )
            )
    return tuple(sorted(found, key=_place))


def _place(fact: Told) -> tuple[str, str]:
    return fact.claim, fact.source


def _claims(store: pyoxigraph.Store, wanted: Collection[str]) -> Iterator[tuple[str, str, str]]:
    """Yield the claims of these relations, each with the graph it stands in and its relation."""
    import pyoxigraph

    for property_ in sorted(wanted):
        node = pyoxigraph.NamedNode(property_)
        for quad in store.quads_for_pattern(None, pyoxigraph.NamedNode(t.PREDICATE), node):
            if isinstance(quad.graph_name, pyoxigraph.NamedNode):
                yield text_of(quad.subject), quad.graph_name.value, property_


def _values(store: pyoxigraph.Store, predicate: str) -> dict[str, str]:
    """Return subject -> value of a predicate that things have once, over all graphs."""
    import pyoxigraph

    quads = store.quads_for_pattern(None, pyoxigraph.NamedNode(predicate), None)
    return {text_of(quad.subject): text_of(quad.object) for quad in quads}


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
