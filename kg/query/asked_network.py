"""The network that network questions walk: that of `kg.query.network`, from claims in short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.graph.network import names_and_kinds
from kg.model import Claim, Direction, Entity, Evidence, Outcome, Relation, Status
from kg.query.cells import Names
from kg.query.facts import SEED
from kg.query.network import network
from kg.query.told import last, told
from kg.registry import Registry
from kg.vocabulary import KINDS, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    import networkx as nx
    import pyoxigraph

    from kg.query.network import Network
    from kg.query.told import Told

WORKING_TOGETHER = (Relation.PARTNER, Relation.SUPPORTS, Relation.ROLE)
"""The relations by which organisations and vanguards are linked."""
EXACT = 1000
"""Up to so many things, paths are counted from all of them; beyond, from a sample."""
SAMPLE = 100
"""From how many things paths are counted in a large graph."""

_NO_WORDS = Vocabulary((), Registry("", ()))


def asked_network(
    store: pyoxigraph.Store, status: str = "reported", relations: Collection[Relation] = ()
) -> Network:
    """Return the network of the claims of a status; a node's key is the IRI of its thing.

    Nodes have `label` and `kind`; an edge holds its `relation`, `says` and `claims` (IRIs). Money
    is no part of it: two sums never meet.
    """
    wanted = tuple(
        r for r in Relation if r is not Relation.FUNDING and r in (relations or Relation)
    )
    shown = names_and_kinds(store)
    found: dict[Claim, list[str]] = {}
    for fact in told(store, wanted, status):
        found.setdefault(_claim(fact, shown), []).append(fact.claim)
    graph = network(found, _NO_WORDS, {}, key_of=lambda entity: entity.id)
    names = Names(store)
    for _, _, data in graph.edges(data=True):
        claim = data["claim"]
        data.update(relation=claim.relation, claims=tuple(found[claim]))
    import networkx as nx

    # A measure's node is keyed by its kind as well; here all keys are IRIs.
    named: Network = nx.relabel_nodes(graph, {key: key.removeprefix("measure:") for key in graph})
    for key in named:
        named.add_node(key, label=names.of(key), iri=key)
    return named


def _claim(fact: Told, shown: Mapping[str, tuple[str, str]]) -> Claim:
    """Return a claim whose things are known by their IRIs; its words stay in the store."""

    def entity(iri: str) -> Entity:
        return Entity(KINDS.get(shown.get(iri, ("", ""))[1], "thing"), iri)

    thing = (
        Outcome(fact.measure, Direction(last(fact.direction)))
        if fact.measure
        else entity(fact.object)
    )
    words = (Evidence(fact.source, 0, 0, ""),)
    return Claim(
        fact.relation, entity(fact.subject), thing, Status(fact.status), words, "told", 1.0
    )


def plain(graph: Network, leave_out: Collection[Relation] = ()) -> nx.Graph[str]:
    """Return who is linked with whom: no directions, one line a pair, in order of IRI."""
    import networkx as nx

    simple: nx.Graph[str] = nx.Graph()
    simple.add_nodes_from((key, graph.nodes[key]) for key in sorted(graph))
    lines = sorted((s, o) for s, o, d in graph.edges(data=True) if d["relation"] not in leave_out)
    simple.add_edges_from(lines)
    if leave_out:
        simple.remove_nodes_from([key for key in list(simple) if not simple.degree(key)])
    return simple


def claims_between(graph: Network, one: str, other: str) -> tuple[str, ...]:
    """Return the claims that link two things, either way round."""
    lines = (graph.get_edge_data(a, b) or {} for a, b in ((one, other), (other, one)))
    return tuple(sorted({iri for found in lines for d in found.values() for iri in d["claims"]}))


def claims_at(graph: Network, key: str) -> tuple[str, ...]:
    """Return the claims that touch a thing."""
    lines = [*graph.in_edges(key, data=True), *graph.out_edges(key, data=True)]
    return tuple(sorted({iri for *_, data in lines for iri in data["claims"]}))


def betweenness(simple: nx.Graph[str], notes: list[str]) -> Mapping[str, float]:
    """Return the share of shortest paths on which each thing lies, in [0, 1].

    Brandes' algorithm (networkx); in a graph of more than `EXACT` things from a seeded sample of
    `SAMPLE` of them, and a note says so.
    """
    import networkx as nx

    if len(simple) <= EXACT:
        return nx.betweenness_centrality(simple)
    notes.append(f"estimated from {SAMPLE} of {len(simple)} things (seed {SEED})")
    return nx.betweenness_centrality(simple, k=SAMPLE, seed=SEED)
