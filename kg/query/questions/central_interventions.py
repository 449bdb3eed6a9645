"""Which interventions are central among what the vanguards do?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Relation
from kg.query.asked_network import asked_network, betweenness, claims_at, plain
from kg.query.asking import Row
from kg.query.question import Column, Question

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.query.asking import Asking


def find(asking: Asking) -> Iterator[Row]:
    """Yield the interventions of the graph of vanguards and interventions."""
    graph = asked_network(asking.store, asking.status, (Relation.IMPLEMENTS,))
    kinds = {key: data["kind"] for key, data in graph.nodes(data=True)}
    graph.remove_nodes_from([k for k, kind in kinds.items() if kind not in _KINDS])
    simple = plain(graph)
    for key, share in betweenness(simple, asking.notes).items():
        if kinds[key] == "intervention" and simple.degree(key):
            yield Row((key, simple.degree(key), round(share, 4)), claims_at(graph, key))


_KINDS = ("vanguard", "intervention")


QUESTION = Question(
    name="central-interventions",
    group="Network",
    asks="Which interventions are central among what the vanguards do?",
    columns=(
        Column("intervention", "intervention"),
        Column("vanguards", "count"),
        Column("betweenness", "number"),
    ),
    order=(
        "-vanguards",
        "-betweenness",
    ),
    words=(
        "which interventions are central",
        "centrality of interventions",
        "most central interventions",
        "which interventions connect vanguards",
    ),
    function=find,
)
