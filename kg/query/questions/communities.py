"""Which communities are there, and what does each have in common?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.model import Relation
from kg.query.asked_network import asked_network, claims_between, plain
from kg.query.asking import Row
from kg.query.facts import SEED
from kg.query.question import Column, Question

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.query.asking import Asking


RELATIONS = (Relation.PARTNER, Relation.SUPPORTS, Relation.IMPLEMENTS, Relation.BARRIER)


def find(asking: Asking) -> Iterator[Row]:
    """Yield the communities that hold a vanguard (Louvain, seeded), the largest first.

    What two vanguards or more of a community are linked to, inside it, they have in common.
    """
    import networkx as nx

    graph = asked_network(asking.store, asking.status, RELATIONS)
    # Sets of whole numbers have one order on every machine; sets of text do not.
    named: Any = plain(graph)
    simple: nx.Graph[int] = nx.convert_node_labels_to_integers(named, label_attribute="iri")
    asking.notes.append(f"communities by Louvain's method (seed {SEED})")
    found = [sorted(c) for c in nx.community.louvain_communities(simple, seed=SEED)]
    nodes = simple.nodes
    number = 0
    for members in sorted(found, key=lambda c: (-len(c), c)):
        vanguards = [k for k in members if nodes[k]["kind"] == "vanguard"]
        if not vanguards:
            continue
        number += 1
        touching = {
            k: [v for v in vanguards if simple.has_edge(k, v)]
            for k in members
            if k not in vanguards
        }
        common = sorted(
            (k for k in touching if len(touching[k]) > 1),
            key=lambda k: (-len(touching[k]), nodes[k]["label"]),
        )
        lines = [(nodes[k]["iri"], nodes[v]["iri"]) for k in touching for v in touching[k]]
        claims = [claim for one, other in lines for claim in claims_between(graph, one, other)]
        names = ("; ".join(nodes[k]["label"] for k in keys) for keys in (vanguards, common))
        yield Row((number, len(members), *names), tuple(claims))


QUESTION = Question(
    name="communities",
    group="Network",
    asks="Which communities are there, and what does each have in common?",
    columns=(
        Column("community", "number"),
        Column("size", "number"),
        Column("vanguards", "text"),
        Column("in_common", "text"),
    ),
    order=("community",),
    words=(
        "which communities are there",
        "communities in the network",
        "clusters of vanguards",
        "groups of vanguards and what they have in common",
        "which vanguards cluster together",
    ),
    function=find,
)
