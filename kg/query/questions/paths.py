"""How are two things connected: by which shortest paths, step by step?"""

from __future__ import annotations

from itertools import islice, pairwise
from typing import TYPE_CHECKING

from kg.model import Relation
from kg.query.asked_network import asked_network, claims_between, plain
from kg.query.asking import Row
from kg.query.question import Column, Param, Question
from kg.query.sentences import step_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.query.asking import Asking


_LOOKED_AT = 500
"""How many shortest paths are compared; a dense graph has no end of them."""


def find(asking: Asking) -> Iterator[Row]:
    """Yield the steps of the shortest paths, each as a sentence.

    Two vanguards of one care model are no news: such a step is taken where there is no other way.
    Of equally short paths, those through things that link few others come first.
    """
    import networkx as nx

    graph = asked_network(asking.store, asking.status)
    one, other, most = asking.get("one"), asking.get("other"), asking.number("at_most")
    for leave_out in ((Relation.CARE_MODEL,), ()):
        simple = plain(graph, leave_out)
        if one in simple and other in simple and nx.has_path(simple, one, other):
            break
    else:
        asking.notes.append("nothing connects the two in the claims of this status")
        return
    found = list(islice(nx.all_shortest_paths(simple, one, other), _LOOKED_AT))
    found.sort(key=lambda path: (sum(simple.degree(key) for key in path), path))
    for number, path in enumerate(found[:most], 1):
        for step, (start, end) in enumerate(pairwise(path), 1):
            says = step_in_words(graph, start, end)
            claims = claims_between(graph, start, end)
            yield Row((number, step, says, start, end), claims)


QUESTION = Question(
    name="paths",
    group="Network",
    asks="How are two things connected: by which shortest paths, step by step?",
    params=(
        Param("one", "thing", "where the path begins", required=True),
        Param("other", "thing", "where it ends", required=True),
        Param("at_most", "number", "how many paths are shown", default=5),
    ),
    columns=(
        Column("path", "number"),
        Column("step", "number"),
        Column("says", "text"),
        Column("start", "thing"),
        Column("end", "thing"),
    ),
    order=(
        "path",
        "step",
    ),
    words=(
        "how is {thing} connected to {thing}",
        "path between {thing} and {thing}",
        "how are {thing} and {thing} linked",
        "what links {thing} and {thing}",
        "what connects {thing} with {thing}",
        "what is the connection between {thing} and {thing}",
    ),
    function=find,
)
