"""The whole graph: sources, registry, ontology, merges, and the view derived from them."""

import random
from decimal import Decimal

import pyoxigraph
import pytest
from pyoxigraph import BlankNode, DefaultGraph, NamedNode, RdfFormat

from kg.errors import InputError, VocabularyError
from kg.graph.build import Counts, build_quads, counts
from kg.graph.claims import read_claims
from kg.graph.identity import merges
from kg.graph.ontology import turtle_quads
from kg.graph.registry import registry_claims
from kg.graph.store import memory_store
from kg.graph.view import view_quads
from kg.model import Amount, Direction, Entity, Outcome, Status
from kg.names import Minter

PREFIXES = "\n".join(f"@prefix {p}: <{i}> ." for p, i in Minter().prefixes.items())
TELEHEALTH = Entity("intervention", "telehealth")
FALL = Outcome("falls", Direction.DECREASE, Decimal(9), "percent")


@pytest.fixture(scope="module")
def documents(make_document):
    return [make_document("a"), make_document("b")]


@pytest.fixture(scope="module")
def claims(make_claim, north, organisation):
    trust, same = organisation("City NHS Trust", "CNT"), organisation("City NHS Foundation Trust")
    return [
        make_claim("partner", north, trust),
        make_claim("partner", north, same, source="b"),
        make_claim("outcome", north, FALL),
        make_claim("outcome", TELEHEALTH, FALL, start=5),
        make_claim("outcome", north, Outcome("falls", Direction.INCREASE), "expected"),
        make_claim("implements", north, TELEHEALTH, "planned", source="b"),
        make_claim("barrier", north, Entity("barrier", "culture"), "negated"),
        make_claim("funding", north, Amount(Decimal(2000)), source="b"),
    ]


@pytest.fixture(scope="module")
def store(documents, claims, little_vocabulary):
    return memory_store(build_quads(documents, claims, little_vocabulary))


def default_graph(store):
    return {q.triple for q in store.quads_for_pattern(None, None, None, DefaultGraph())}


def test_the_view_holds_reported_facts_after_merges_and_the_names_of_things(store):
    """A hope is not in the view, a merged organisation shows once, with all its names."""
    receiver = Minter().entity(Entity("vanguard", "north"))
    outcome = Minter().change("outcome", "a", f"{receiver} {FALL}")
    funding = Minter().change("funding", "b", f"{receiver} amount:2000 GBP")
    expected = pyoxigraph.parse(
        f"""{PREFIXES}
        @prefix graph: <https://w3id.org/ncm/id/graph/> .
        vanguard:north a ncm:Vanguard ; rdfs:label "North" ; skos:altLabel "Northern vanguard" ;
          ncm:announced "2015-03"^^xsd:gYearMonth ; ncm:area "Northshire" ;
          ncm:hasCareModel model:pacs ; ncm:locatedIn place:northshire ;
          ncm:hasPartner organisation:city-nhs-foundation-trust ;
          ncm:hasOutcome <{outcome}> ; ncm:receivedFunding <{funding}> .
        intervention:telehealth ncm:hasOutcome <{outcome}> .
        organisation:city-nhs-foundation-trust a ncm:Organisation ;
          rdfs:label "City NHS Foundation Trust" ; skos:altLabel "City NHS Trust" , "CNT" ;
          ncm:organisationType orgtype:nhs-trust .
        organisation:city-nhs-trust ncm:mergedInto organisation:city-nhs-foundation-trust .
        place:northshire a ncm:Place ; rdfs:label "Northshire" .
        <{outcome}> a ncm:Outcome ; rdfs:label "Falls: decrease, 9 percent" ;
          ncm:measure measure:falls ; ncm:direction direction:decrease ;
          ncm:value "9"^^xsd:decimal ; ncm:unit "percent" .
        <{funding}> a ncm:Funding ; rdfs:label "2,000 GBP" ;
          ncm:amount "2000"^^xsd:decimal ; ncm:currency "GBP" .
        source:a a ncm:Source ; rdfs:label "A" .
        source:b a ncm:Source ; rdfs:label "B" .
        graph:registry a ncm:Source ; rdfs:label "Registry of the vanguards" .
        model:pacs a ncm:CareModel ; rdfs:label "Integrated system" .
        measure:falls a ncm:Measure ; rdfs:label "Falls" .
        intervention:telehealth a ncm:Intervention ; rdfs:label "Telehealth" .
        barrier:culture a ncm:Barrier ; rdfs:label "Culture" .
        orgtype:nhs-trust a ncm:OrganisationType ; rdfs:label "NHS trust" .
        orgtype:local-authority a ncm:OrganisationType ; rdfs:label "Local authority" .
        direction:increase a ncm:Direction ; rdfs:label "increase" .
        direction:decrease a ncm:Direction ; rdfs:label "decrease" .
        status:reported a ncm:Status ; rdfs:label "reported" .
        status:planned a ncm:Status ; rdfs:label "planned" .
        status:expected a ncm:Status ; rdfs:label "expected" .
        status:negated a ncm:Status ; rdfs:label "negated" .
        """,
        format=RdfFormat.TURTLE,
    )

    assert default_graph(store) == {quad.triple for quad in expected}


def test_the_view_can_be_derived_again_from_the_claims_in_the_store(
    store, documents, little_vocabulary, terms
):
    """The default graph holds nothing that the sources do not give."""
    told = list(read_claims(store))

    again = view_quads(told, {d.id: d.title for d in documents}, terms, merges(told, terms))

    assert {quad.triple for quad in again} == default_graph(store)


def test_counts_are_of_graphs_and_not_of_their_union(store):
    """A fact that two sources report is two claims and one fact."""
    found = counts(store)

    assert found.sources == 3
    assert found.claims == (
        ("care_model", "reported", 1),
        ("partner", "reported", 2),
        ("implements", "planned", 1),
        ("outcome", "reported", 2),
        ("outcome", "expected", 1),
        ("barrier", "negated", 1),
        ("location", "reported", 1),
        ("funding", "reported", 1),
    )
    assert (found.facts, found.triples) == (6, len(default_graph(store)))
    assert found.quads == len(store)
    assert counts(memory_store([])) == Counts(0, (), 0, 0, 0)


def test_a_query_counts_a_fact_of_two_sources_once(store):
    """Oxigraph's union default graph would count it once a graph: we ask the view."""
    query = "SELECT (COUNT(*) AS ?n) WHERE { ?s <https://w3id.org/ncm/hasPartner> ?o }"

    (row,) = store.query(query)

    assert row["n"].value == "1"


def test_the_graphs_are_one_a_source_and_ours(store):
    """Named graphs are the sources, the registry, the ontology and the merges."""
    base = "https://w3id.org/ncm/id/"

    assert sorted(graph.value for graph in store.named_graphs()) == [
        f"{base}graph/merges",
        f"{base}graph/ontology",
        f"{base}graph/registry",
        f"{base}source/a",
        f"{base}source/b",
    ]


def test_every_source_node_stands_in_the_graph_it_names(store):
    """GRAPH ?source {…} says who says so, the registry included."""
    rows = store.query(
        "SELECT ?s WHERE { GRAPH ?s { ?s a <https://w3id.org/ncm/Source> } } ORDER BY ?s"
    )

    assert [row["s"].value.rsplit("/", 1)[-1] for row in rows] == ["registry", "a", "b"]


def test_a_merge_is_recorded_with_its_reason(store):
    """The record of merges stands in a graph of its own."""
    graph = NamedNode("https://w3id.org/ncm/id/graph/merges")

    rows = {
        (q.predicate.value.rsplit("/", 1)[-1], q.object.value.rsplit("/", 1)[-1])
        for q in store.quads_for_pattern(None, None, None, graph)
    }

    assert rows == {
        ("mergedInto", "city-nhs-foundation-trust"),
        ("mergeReason", "same name: city"),
    }


def test_no_quad_is_given_twice_and_no_blank_node_enters(documents, claims, little_vocabulary):
    """Every quad once a graph; every node is named."""
    quads = list(build_quads(documents, claims, little_vocabulary))

    assert len(quads) == len(set(quads))
    assert not [q for q in quads for n in (q.subject, q.object) if isinstance(n, BlankNode)]


def test_the_order_of_documents_and_claims_does_not_matter(documents, claims, little_vocabulary):
    """Shuffled input gives the same quads in the same order."""
    once = list(build_quads(documents, claims, little_vocabulary))
    shuffled = list(claims)
    random.Random(1).shuffle(shuffled)

    assert list(build_quads(documents[::-1], shuffled, little_vocabulary)) == once


def test_the_registry_quotes_its_rows(little_vocabulary):
    """The registry is a source: its claims rest on its rows."""
    registry = little_vocabulary.registry

    found = [(str(c.object), c.quote, c.rule, c.status) for c in registry_claims(registry)]

    row = registry.text.strip()
    assert found == [
        ("model:pacs", row, "registry", Status.REPORTED),
        ("place:Northshire", row, "registry", Status.REPORTED),
    ]
    assert all(
        registry.text[e.start : e.end] == e.quote
        for c in registry_claims(registry)
        for e in c.evidence
    )


@pytest.mark.parametrize(
    ("ids", "words"),
    [
        (("registry",), "identifier of the registry"),
        (("A b", "a-b"), "identifier of the document 'A b'"),
        ((), "'a', which was not given"),
    ],
)
def test_sources_that_would_mix_are_refused(make_document, claims, little_vocabulary, ids, words):
    """Two documents never share a graph, and a claim has its document."""
    with pytest.raises(InputError, match=words):
        list(build_quads(map(make_document, ids), claims[:1], little_vocabulary))


def test_a_user_s_turtle_joins_the_ontology_graph(tmp_path, little_vocabulary):
    """Extra files are kept with the ontology; a broken one is named."""
    good, bad = tmp_path / "good.ttl", tmp_path / "bad.ttl"
    good.write_text('\ufeff<http://x/a> <http://x/p> "mine" .', encoding="utf-8")
    bad.write_text("<a>")

    found = [
        q
        for q in build_quads((), (), little_vocabulary, extra=[good])
        if q.subject == NamedNode("http://x/a")
    ]

    assert [(q.object.value, q.graph_name.value.rsplit("/", 1)[-1]) for q in found] == [
        ("mine", "ontology")
    ]
    with pytest.raises(VocabularyError, match=r"bad\.ttl: cannot be used as Turtle"):
        list(build_quads((), (), little_vocabulary, extra=[bad]))


def test_blank_nodes_of_turtle_get_names_from_its_content():
    """The same text gives the same names, and lists stay lists."""
    text = b"<http://x/a> <http://x/p> ( 1 2 ) , [ <http://x/q> 3 ] ."

    once, again = (sorted(map(str, turtle_quads(text, "http://x/g"))) for _ in "12")

    assert once == again
    assert len(once) == 7
    assert "_:" not in "".join(once)
