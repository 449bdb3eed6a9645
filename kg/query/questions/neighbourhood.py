"""What is around a thing, to a depth?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.query.asked_network import asked_network, claims_between, plain
from kg.query.asking import Row
from kg.query.kinds import in_words
from kg.query.question import Column, Param, Question
from kg.query.sentences import step_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.query.asking import Asking


def find(asking: Asking) -> Iterator[Row]:
    """Yield what can be reached, each thing with the step that reaches it first."""
    import networkx as nx

    graph = asked_network(asking.store, asking.status)
    simple, middle = plain(graph), asking.get("thing")
    if middle not in simple:
        return
    distance = {middle: 0}
    for near, far in nx.bfs_edges(
        simple, middle, depth_limit=asking.number("depth"), sort_neighbors=sorted
    ):
        distance[far] = distance[near] + 1
        kind = in_words(simple.nodes[far]["kind"])
        says = step_in_words(graph, near, far)
        yield Row((distance[far], far, kind, says), claims_between(graph, near, far))


QUESTION = Question(
    name="neighbourhood",
    group="Network",
    asks="What is around a thing, to a depth?",
    params=(
        Param("thing", "thing", "the thing in the middle", required=True),
        Param("depth", "number", "how many steps away", default=1),
    ),
    columns=(
        Column("distance", "number"),
        Column("thing", "thing"),
        Column("kind", "text"),
        Column("says", "text"),
    ),
    order=(
        "distance",
        "kind",
        "thing",
    ),
    words=(
        "what is around {thing}",
        "neighbourhood of {thing}",
        "what is connected to {thing}",
        "neighbours of {thing}",
        "what is linked to {thing}",
    ),
    function=find,
)
