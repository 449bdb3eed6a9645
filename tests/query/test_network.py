"""Claims become a network: what is a thing, what is a line."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Amount, Claim, Direction, Entity, Evidence, Outcome, Relation, Status
from kg.query.network import SourceInfo, canonical, network
from kg.registry import Registry
from kg.vocabulary import Concept, Label, Vocabulary

ERE = Entity("vanguard", "erewash")
VOCABULARY = Vocabulary(
    [
        Concept(
            "vanguard", "erewash", "https://x/v", (Label("pref", "Erewash"), Label("alt", "E-MCP"))
        ),
        Concept("measure", "bed-days", "https://x/m", (Label("pref", "Hospital bed days"),)),
    ],
    Registry("", ()),
)


def claim(relation, subject, target, *, status="reported", source="s1", start=0):
    """Build a claim with a quote of its own."""
    words = (Evidence(source, start, start + 5, "words"),)
    return Claim(Relation(relation), subject, target, Status(status), words, "test", 0.9)


def edges(graph):
    """List the lines as plain values."""
    return sorted((a, b, *key) for a, b, key in graph.edges(keys=True))


def test_a_claim_is_one_line_between_two_named_things():
    """A claim gives its two things, with kind, name, other names and IRI, and one line."""
    told = claim("partner", ERE, Entity("org", "city-care", ("City Care", "CC")))
    graph = network([told], VOCABULARY, {"s1": SourceInfo("s1", "A title")})
    assert dict(graph.nodes(data=True)) == {
        "vanguard:erewash": {
            "label": "Erewash",
            "kind": "vanguard",
            "aliases": ["E-MCP"],
            "iri": "https://x/v",
        },
        "org:city care": {
            "label": "City Care",
            "kind": "org",
            "aliases": ["CC"],
            "iri": "https://w3id.org/ncm/id/organisation/city-care",
        },
    }
    assert list(graph.edges(keys=True, data=True)) == [
        (
            "vanguard:erewash",
            "org:city care",
            ("partner", "s1", "reported", "org:City Care|CC"),
            {"claim": told, "says": ""},
        )
    ]
    assert graph.graph["sources"] == {"s1": SourceInfo("s1", "A title")}


def test_an_outcome_ends_at_its_measure_with_the_figure_on_the_line():
    """Two changes of one measure are two lines to one node, never one node for a figure."""
    less = Outcome("bed-days", Direction.DECREASE, Decimal(5), "percent")
    more = Outcome("bed-days", Direction.INCREASE)
    graph = network([claim("outcome", ERE, less), claim("outcome", ERE, more)], VOCABULARY, {})
    assert [
        (a, b, d["says"]) for a, b, d in sorted(graph.edges(data=True), key=lambda e: e[2]["says"])
    ] == [
        ("vanguard:erewash", "measure:bed-days", "down 5%"),
        ("vanguard:erewash", "measure:bed-days", "up"),
    ]
    assert graph.nodes["measure:bed-days"]["label"] == "Hospital bed days"


def test_equal_sums_of_two_vanguards_stay_apart_and_one_sum_of_two_sources_is_one():
    """A funding node belongs to who received it."""
    sum_of_money = Amount(Decimal(2200000))
    graph = network(
        [
            claim("funding", ERE, sum_of_money),
            claim("funding", ERE, sum_of_money, source="s2"),
            claim("funding", Entity("vanguard", "north"), sum_of_money),
        ],
        VOCABULARY,
        {},
    )
    assert edges(graph) == [
        (
            f"vanguard:{v}",
            f"funding:vanguard:{v}/2200000 GBP",
            "funding",
            s,
            "reported",
            "amount:2200000 GBP",
        )
        for v, s in (("erewash", "s1"), ("erewash", "s2"), ("north", "s1"))
    ]


def test_two_spellings_of_an_organisation_are_one_thing():
    """Spellings that share an organisation key meet in one node with the fullest name."""
    names = ("NHS Salford Clinical Commissioning Group", "Salford CCG")
    told = [
        claim("partner", ERE, Entity("org", "a", (name,)), source=f"s{i}")
        for i, name in enumerate(names)
    ]
    graph = network(told, VOCABULARY, {})
    node = graph.nodes["org:salford ccg"]
    assert (node["label"], node["aliases"], graph.number_of_nodes()) == (names[0], [names[1]], 2)


def test_merges_of_identity_can_be_given():
    """Another function may say which entities are one thing."""
    told = [claim("role", Entity("person", f"p{i}@x", (f"P {i}",)), ERE) for i in range(2)]
    graph = network(
        told,
        VOCABULARY,
        {},
        key_of=lambda e: "person:both" if e.kind == "person" else canonical(e),
    )
    assert sorted(graph) == ["person:both", "vanguard:erewash"]


@pytest.mark.parametrize(
    ("chosen", "kept"),
    [
        ({}, ["location", "outcome"]),
        ({"kinds": ["vanguard", "place"]}, ["location"]),
        ({"statuses": [Status.EXPECTED]}, ["outcome"]),
        ({"relations": [Relation.OUTCOME]}, ["outcome"]),
        ({"relations": []}, []),
    ],
)
def test_kinds_statuses_and_relations_choose_claims(chosen, kept):
    """A claim is kept when its ends are of the kinds and it is of the statuses and relations."""
    told = [
        claim("location", ERE, Entity("place", "town", ("Town",))),
        claim("outcome", ERE, Outcome("bed-days", Direction.DECREASE), status="expected"),
    ]
    assert sorted(row[2] for row in edges(network(told, VOCABULARY, {}, **chosen))) == kept


@given(st.permutations(range(6)))
def test_the_order_of_the_claims_does_not_matter(order):
    """Any order of the claims gives the same things and lines in the same order."""
    told = [
        claim(
            "partner", ERE, Entity("org", "o", (f"{'The ' * (i % 2)}Trust Org {i // 3}",)), start=i
        )
        for i in range(6)
    ]
    wanted, got = network(told, VOCABULARY, {}), network([told[i] for i in order], VOCABULARY, {})
    assert list(got.nodes(data=True)) == list(wanted.nodes(data=True))
    assert list(got.edges(keys=True, data=True)) == list(wanted.edges(keys=True, data=True))
