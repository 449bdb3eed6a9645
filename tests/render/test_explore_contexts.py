"""The words around quotes that a graph holds, on the explorer's cards."""

from kg.graph.contexts import Context
from kg.model import Claim, Entity, Evidence, Relation, Status
from kg.query.network import SourceInfo, network
from kg.registry import Registry
from kg.render.page_data import page_data
from kg.vocabulary import Vocabulary


def test_a_quote_stands_in_the_words_that_the_graph_holds():
    """What is held counts before a document's text; quotes without it stand alone."""
    told = Claim(
        Relation.BARRIER,
        Entity("vanguard", "north"),
        Entity("barrier", "culture"),
        Status.REPORTED,
        (Evidence("s", 4, 8, "held"), Evidence("s", 20, 25, "alone")),
        "test",
        0.9,
    )
    graph = network(
        [told],
        Vocabulary((), Registry("", ())),
        {"s": SourceInfo("s")},
        around={("s", 4, 8): Context("was ", " back.")},
    )

    assert page_data(graph, title="T")["claims"][0]["words"] == [
        {"quote": "held", "start": 4, "end": 8, "before": "was ", "after": " back."},
        {"quote": "alone", "start": 20, "end": 25},
    ]
