"""What would fall apart without an organisation?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.query.asked_network import WORKING_TOGETHER, asked_network, claims_between, plain
from kg.query.asking import Row
from kg.query.question import Column, Param, Question

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.query.asking import Asking


def find(asking: Asking) -> Iterator[Row]:
    """Yield the parts into which its part of the network falls, the largest first."""
    import networkx as nx

    graph = asked_network(asking.store, asking.status, WORKING_TOGETHER)
    simple, gone = plain(graph), asking.get("organisation")
    if gone not in simple:
        asking.notes.append("it is linked to nothing in the claims of this status")
        return
    linked = sorted(simple.neighbors(gone))
    around = simple.subgraph(nx.node_connected_component(simple, gone) - {gone})
    parts = [sorted(part) for part in nx.connected_components(around)]
    if len(parts) < 2:
        asking.notes.append("nothing falls apart: the rest stays linked")
    for number, part in enumerate(sorted(parts, key=lambda p: (-len(p), p)), 1):
        things = "; ".join(sorted(simple.nodes[key]["label"] for key in part))
        claims = [c for key in linked if key in part for c in claims_between(graph, gone, key)]
        yield Row((number, len(part), things), tuple(claims))


QUESTION = Question(
    name="without",
    group="Network",
    asks="What would fall apart without an organisation?",
    params=(Param("organisation", "org", "the organisation", required=True),),
    columns=(
        Column("part", "number"),
        Column("size", "number"),
        Column("things", "text"),
    ),
    order=("part",),
    words=(
        "what would fall apart without {org}",
        "what if {org} left",
        "what depends on {org}",
        "what happens without {org}",
        "who would lose touch without {org}",
    ),
    function=find,
)
