"""Claims read back from a store: the inverse of `kg.graph.rdf.claims_to_quads`."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, NamedNode

from kg.errors import StoreError
from kg.graph import terms as t
from kg.graph.nodes import split_names, text_of, to_node
from kg.model import Amount, Claim, Direction, Entity, Evidence, Outcome, Relation, Status
from kg.vocabulary import KINDS

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from pyoxigraph import Quad, Store

    from kg.model import Object

_KINDS = {t.CLASSES[kind]: kind for kind in KINDS.values()}


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim with its IRI and those of its ends, as the view shows them (after merges)."""

    iri: str
    subject: str
    object: str
    claim: Claim


def read_claims(
    store: Store,
    *,
    subject: str | None = None,
    relation: Relation | None = None,
    status: Status | None = None,
    source: str | None = None,
) -> Iterator[Claim]:
    """Yield the claims of a store that fit, in order of source and place.

    `subject` is an IRI (claims of what is merged into it count too), `source` the identifier of a
    document or ``registry``.

    Raises StoreError when a claim of the store is incomplete.
    """
    found = read_statements(store, subject=subject, relation=relation, status=status, source=source)
    return (statement.claim for statement in found)


def read_statements(
    store: Store,
    *,
    subject: str | None = None,
    thing: str | None = None,
    relation: Relation | None = None,
    status: Status | None = None,
    source: str | None = None,
    claims: Container[str] | None = None,
) -> Iterator[Statement]:
    """Yield the statements of a store that fit, in order of source and place.

    `thing` is an IRI at either end, `claims` are the IRIs of the only claims wanted; the others are
    as for `read_claims`. Raises StoreError when a claim of the store is incomplete.
    """
    reader = _Reader(store)
    found = []
    nodes = tuple(n for n in reader.nodes(subject, thing) if claims is None or n[0].value in claims)
    if subject is None and thing is None and claims is None:
        reader.read_whole({graph for _, graph in nodes})
    for node, graph in nodes:
        statement = reader.statement(node, graph)
        claim = statement.claim
        if (
            relation in {None, claim.relation}
            and status in {None, claim.status}
            and source in {None, claim.source}
            and (subject is None or reader.shown(subject) == statement.subject)
            and (thing is None or reader.shown(thing) in {statement.subject, statement.object})
        ):
            found.append(statement)
    yield from sorted(found, key=lambda s: (s.claim.order, s.iri))


def read_claims_named(store: Store, iris: Iterable[str]) -> tuple[Claim, ...]:
    """Return the claims of these IRIs, in order of source and place; unknown IRIs give none.

    Raises StoreError when a claim of the store is incomplete.
    """
    reader = _Reader(store)
    nodes = {
        (node, quad.graph_name)
        for node in map(NamedNode, dict.fromkeys(iris))
        for quad in store.quads_for_pattern(node, NamedNode(t.TYPE), NamedNode(t.CLAIM))
        if isinstance(quad.graph_name, NamedNode)
    }
    found = (reader.statement(node, graph) for node, graph in nodes)
    return tuple(s.claim for s in sorted(found, key=lambda s: (s.claim.order, s.iri)))


class _Reader:
    """Reads nodes of one store; what is shared by its claims is read once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        merged = store.quads_for_pattern(None, NamedNode(t.MERGED_INTO), None, DefaultGraph())
        self._into = {text_of(quad.subject): text_of(quad.object) for quad in merged}
        self._kinds: dict[str, str] = {}
        self._sources: dict[str, str] = {}
        self._whole: dict[str, dict[str, dict[str, list[str]]]] = {}

    def read_whole(self, graphs: Iterable[NamedNode]) -> None:
        """Read whole graphs at once: to read all claims, far faster than node by node."""
        for graph in graphs:
            nodes: dict[str, dict[str, list[str]]] = {}
            for subject, predicate, value, _ in self._store.quads_for_pattern(
                None, None, None, graph
            ):
                said = nodes.setdefault(text_of(subject), {})
                said.setdefault(predicate.value, []).append(text_of(value))
            self._whole[graph.value] = {
                node: {name: sorted(values) for name, values in said.items()}
                for node, said in nodes.items()
            }

    def shown(self, iri: str) -> str:
        """Return the IRI under which the view shows a thing."""
        return self._into.get(iri, iri)

    def nodes(
        self, subject: str | None, thing: str | None
    ) -> Iterator[tuple[NamedNode, NamedNode]]:
        """Yield the claims about a thing (all when none is given), each with its graph, once."""
        seen: dict[tuple[NamedNode, NamedNode], None] = {}
        for quad in self._patterns(subject, thing):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.graph_name, NamedNode):
                seen[quad.subject, quad.graph_name] = None
        yield from seen

    def _patterns(self, subject: str | None, thing: str | None) -> Iterator[Quad]:
        if subject is None and thing is None:
            claim = NamedNode(t.CLAIM)
            yield from self._store.quads_for_pattern(None, NamedNode(t.TYPE), claim)
            return
        wanted = self.shown(subject or thing or "")
        ends = (t.SUBJECT,) if subject else (t.SUBJECT, t.OBJECT)
        for iri in (wanted, *sorted(i for i, into in self._into.items() if into == wanted)):
            for end in ends:
                yield from self._store.quads_for_pattern(None, NamedNode(end), to_node(iri))

    def statement(self, node: NamedNode, graph: NamedNode) -> Statement:
        """Read one claim from the graph of its source."""
        said = self._values(node, graph)
        subject, value = _one(said, t.SUBJECT, node), _one(said, t.OBJECT, node)
        first = _one(said, t.MAIN_TARGET, node)
        others = (self._evidence(iri, graph) for iri in said[t.HAS_TARGET] if iri != first)
        qualifiers = [
            (key, text) for key, name in t.QUALIFIERS.items() for text in said.get(name, ())
        ]
        try:
            claim = Claim(
                relation=t.RELATIONS[_one(said, t.PREDICATE, node)],
                subject=self._entity(subject, said.get(t.SUBJECT_AS, ()), graph),
                object=self._object(value, said.get(t.OBJECT_AS, ()), graph),
                status=Status(_last(_one(said, t.STATUS, node))),
                evidence=(self._evidence(first, graph), *sorted(others)),
                rule=_one(said, t.RULE, node),
                confidence=float(_one(said, t.CONFIDENCE, node)),
                qualifiers=tuple(sorted(qualifiers)),
            )
        except (KeyError, ValueError, ArithmeticError) as error:
            raise _broken(node, error) from error
        return Statement(node.value, self.shown(subject), self.shown(value), claim)

    def _values(self, node: NamedNode, graph: NamedNode) -> dict[str, list[str]]:
        """Return predicate -> values of a node in a graph, the values in order."""
        if graph.value in self._whole:
            return self._whole[graph.value].get(node.value, {})
        found: dict[str, list[str]] = {}
        for quad in self._store.quads_for_pattern(node, None, None, graph):
            found.setdefault(quad.predicate.value, []).append(text_of(quad.object))
        return {predicate: sorted(values) for predicate, values in found.items()}

    def _entity(self, iri: str, names: list[str] | tuple[()], graph: NamedNode) -> Entity:
        told = split_names(names[0]) if names else ()
        if iri not in self._kinds:
            types = self._values(NamedNode(iri), graph).get(t.TYPE, [])
            self._kinds[iri] = next(_KINDS[name] for name in (*types, "") if name in _KINDS)
        return Entity(self._kinds[iri], _last(iri), told)

    def _object(self, iri: str, names: list[str] | tuple[()], graph: NamedNode) -> Object:
        said = self._values(NamedNode(iri), graph)
        types, node = said.get(t.TYPE, []), NamedNode(iri)
        if t.OUTCOME in types:
            figure = said.get(t.VALUE)
            return Outcome(
                measure=_last(_one(said, t.MEASURE, node)),
                direction=Direction(_last(_one(said, t.DIRECTION, node))),
                value=Decimal(figure[0]) if figure else None,
                unit=_one(said, t.UNIT, node) if figure else "",
            )
        if t.FUNDING in types:
            return Amount(Decimal(_one(said, t.AMOUNT, node)), _one(said, t.CURRENCY, node))
        return self._entity(iri, names, graph)

    def _evidence(self, iri: str, graph: NamedNode) -> Evidence:
        node = NamedNode(iri)
        source = _one(self._values(node, graph), t.HAS_SOURCE, node)
        quote = self._values(NamedNode(f"{iri}/quote"), graph)
        position = self._values(NamedNode(f"{iri}/position"), graph)
        start, end = (int(_one(position, name, node)) for name in (t.START, t.END))
        return Evidence(self._source_id(source), start, end, _one(quote, t.EXACT, node))

    def _source_id(self, iri: str) -> str:
        if iri not in self._sources:
            node = NamedNode(iri)
            said = self._values(node, node)
            self._sources[iri] = said.get(t.IDENTIFIER, [_last(iri)])[0]
        return self._sources[iri]


def _one(said: dict[str, list[str]], predicate: str, node: NamedNode) -> str:
    """Return the only value of a predicate; raise StoreError when there is none, or several."""
    values = said.get(predicate, [])
    if len(values) != 1:
        raise _broken(node, f"{len(values)} values of {_last(predicate)}, expected one")
    return values[0]


def _broken(node: NamedNode, reason: object) -> StoreError:
    return StoreError(f"{node.value} cannot be read ({reason}); run `kg build` again")


def _last(iri: str) -> str:
    return iri.replace("#", "/").rsplit("/", 1)[-1]
