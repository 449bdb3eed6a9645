"""Things under the IRIs and keys that a graph shows after merges."""

import pytest

from kg.graph.claims import Statement
from kg.model import Claim, Entity, Evidence, Relation, Status
from kg.query.network import network
from kg.query.shown import iri_of, key_of
from kg.registry import Registry
from kg.vocabulary import Vocabulary

NORTH = Entity("vanguard", "north")


def statement(organisation, shown):
    told = Claim(
        Relation.PARTNER,
        NORTH,
        organisation,
        Status.REPORTED,
        (Evidence("s", 0, 2, "so"),),
        "test",
        1.0,
    )
    return Statement("x:claim", "https://x/vanguard/north", f"https://x/organisation/{shown}", told)


def test_merged_organisations_are_one_node_with_the_names_of_both():
    """The network of a graph has one node for what the graph shows as one."""
    old = Entity("org", "hope-mill", ("Hope Mill",))
    new = Entity("org", "old-mill-trust", ("Old Mill Trust",))
    told = [statement(old, "old-mill-trust"), statement(new, "old-mill-trust")]

    graph = network(
        [s.claim for s in told], Vocabulary((), Registry("", ())), {}, key_of=key_of(told)
    )

    assert dict(graph.nodes(data=True))["org:old-mill-trust"] == {
        "label": "Old Mill Trust",
        "kind": "org",
        "aliases": ["Hope Mill"],
        "iri": "https://w3id.org/ncm/id/organisation/old-mill-trust",
    }
    assert sorted(graph) == ["org:old-mill-trust", "vanguard:north"]


def test_the_iri_of_a_thing_is_the_one_shown():
    """By kind and identifier; a thing that no statement names is a KeyError."""
    old = Entity("org", "hope-mill", ("Hope Mill",))
    shown = iri_of([statement(old, "old-mill-trust")])

    assert shown(Entity("org", "hope-mill")) == "https://x/organisation/old-mill-trust"
    with pytest.raises(KeyError):
        shown(Entity("org", "other"))
