"""Which organisations are bridges: on how many shortest paths between others do they lie?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.query.asked_network import WORKING_TOGETHER, asked_network, betweenness, claims_at, plain
from kg.query.asking import Row
from kg.query.question import Column, Question

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.query.asking import Asking


def find(asking: Asking) -> Iterator[Row]:
    """Yield the organisations that lie between others, by partnership, support or role."""
    graph = asked_network(asking.store, asking.status, WORKING_TOGETHER)
    simple = plain(graph)
    for key, share in betweenness(simple, asking.notes).items():
        if simple.nodes[key]["kind"] == "org" and share > 0:
            yield Row((key, round(share, 4), simple.degree(key)), claims_at(graph, key))


QUESTION = Question(
    name="bridges",
    group="Network",
    asks="Which organisations are bridges: on how many shortest paths between others do they lie?",
    columns=(
        Column("organisation", "org"),
        Column("betweenness", "number"),
        Column("links", "count"),
    ),
    order=(
        "-betweenness",
        "-links",
    ),
    words=(
        "which organisations are bridges",
        "bridges among organisations",
        "which organisations hold the network together",
        "most central organisations",
        "betweenness of organisations",
        "who are the brokers",
        "who is most connected",
    ),
    function=find,
)
