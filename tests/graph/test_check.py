"""The shapes: what they find, in words."""

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.build import build_quads
from kg.graph.check import check
from kg.graph.nodes import to_quad, to_text
from kg.graph.store import memory_store
from kg.graph.terms import term
from kg.model import Direction, Entity, Outcome

BASE = "https://w3id.org/ncm/id/"
SOURCE = f"{BASE}source/a"


@pytest.fixture(scope="module")
def quads(make_document, make_claim, little_vocabulary, north, organisation):
    claims = [
        make_claim("partner", north, organisation("City NHS Trust")),
        make_claim("outcome", north, Outcome("falls", Direction.DECREASE), "expected", start=4),
    ]
    return list(build_quads([make_document("a")], claims, little_vocabulary))


@pytest.fixture
def store(quads):
    return memory_store(quads)


def found(store):
    return [(p.node.rsplit("/", 1)[-1], p.message) for p in check(store)]


def claim_of(store, relation):
    node = NamedNode(term(f"ncm:{relation}"))
    (quad,) = store.quads_for_pattern(
        None, NamedNode(term("rdf:predicate")), node, NamedNode(SOURCE)
    )
    return quad.subject


def test_a_graph_that_we_build_keeps_all_shapes(store):
    """What the builder writes conforms."""
    assert check(store) == ()


def test_a_graph_without_shapes_has_nothing_to_break():
    """An empty store conforms."""
    assert check(memory_store([])) == ()


def test_a_second_status_is_named_with_its_claim(store):
    """A claim is reported or planned, never both."""
    claim = claim_of(store, "hasPartner")
    store.add(to_quad(claim.value, term("ncm:status"), term("status:planned"), SOURCE))

    assert found(store) == [
        (
            claim.value.rsplit("/", 1)[-1],
            "A claim has exactly one status: reported, planned, expected or negated.",
        )
    ]


@pytest.mark.parametrize(
    ("predicate", "message"),
    [
        ("ncm:status", "A claim has exactly one status: reported, planned, expected or negated."),
        ("rdf:subject", "A claim has exactly one subject."),
        ("rdf:object", "A claim has exactly one object."),
        ("rdf:predicate", "A claim has exactly one predicate, one of the eleven relations."),
        ("ncm:confidence", "A claim has exactly one confidence, a number from 0 to 1."),
        ("ncm:rule", "A claim names the one rule that stated it."),
        ("prov:wasDerivedFrom", "A claim is derived from a source."),
        ("oa:hasTarget", "A claim rests on at least one run of words of a source."),
        ("ncm:mainTarget", "A claim has exactly one main target."),
    ],
)
def test_each_missing_part_of_a_claim_is_named(store, predicate, message):
    """Every part that a claim must have is missed when it is gone."""
    claim = claim_of(store, "hasPartner")
    for quad in list(store.quads_for_pattern(claim, NamedNode(term(predicate)), None)):
        store.remove(quad)

    assert message in {text for node, text in found(store) if claim.value.endswith(node)}


@pytest.mark.parametrize(
    ("predicate", "value", "message"),
    [
        ("oa:exact", '""', "A run of words has exactly one quote, and it is not empty."),
        ("oa:start", "99", "A run of words starts before it ends."),
        ("oa:start", "-1", "A run of words has exactly one start, a whole number from 0."),
        ("oa:end", '"x"', "A run of words has exactly one end, a whole number."),
        ("ncm:confidence", "1.5", "A claim has exactly one confidence, a number from 0 to 1."),
        ("ncm:unit", '"miles"', "A unit has a value."),
        ("ncm:value", "3.0", "A value has a unit."),
        ("ncm:measure", "<http://x/y>", "An outcome has exactly one measure of the vocabulary."),
        (
            "ncm:status",
            "<http://x/y>",
            "A claim has exactly one status: reported, planned, expected or negated.",
        ),
    ],
)
def test_a_value_that_makes_no_sense_is_named(store, predicate, value, message):
    """A wrong value in the place of a right one is found."""
    holder = {"ncm:unit": "ncm:measure", "ncm:value": "ncm:measure"}.get(predicate, predicate)
    subject = next(
        q.subject.value
        for q in store.quads_for_pattern(None, NamedNode(term(holder)), None, NamedNode(SOURCE))
    )
    store.update(
        f"DELETE WHERE {{ GRAPH <{SOURCE}> {{ <{subject}> <{term(predicate)}> ?x }} }} ; "
        f"INSERT DATA {{ GRAPH <{SOURCE}> {{ <{subject}> <{term(predicate)}> {value} }} }}"
    )

    assert message in {text for _, text in found(store)}


def test_a_claim_whose_subject_cannot_have_its_relation_is_named(
    make_document, make_claim, little_vocabulary, organisation
):
    """The table of the annotation guide holds for claims of every status, and for the view."""
    trust, model = organisation("City NHS Trust"), Entity("model", "pacs")
    claims = [
        make_claim("partner", trust, trust, "planned"),
        make_claim("location", model, Entity("place", "here", ("Here",)), start=9),
    ]

    store = memory_store(build_quads([make_document("a")], claims, little_vocabulary))

    assert [(p.shape.rsplit("/", 1)[-1], p.value.rsplit("/", 1)[-1]) for p in check(store)] == [
        ("HasPartnerClaimSubject", "city-nhs-trust"),
        ("LocatedInClaimSubject", "pacs"),
        ("LocatedInSubject", "pacs"),
    ]


def test_a_thing_without_a_name_is_named_by_its_iri(store):
    """A concept that no vocabulary knows is found."""
    store.add(to_quad("http://x/thing", term("rdf:type"), term("ncm:Barrier")))

    (problem,) = check(store)

    assert str(problem) == (
        "http://x/thing: A thing has a name; add it to a vocabulary if it is a concept."
    )


def test_a_user_s_own_shape_counts(store):
    """Shapes are those of the ontology graph, whoever wrote them."""
    ontology = f"{BASE}graph/ontology"
    sh = "http://www.w3.org/ns/shacl#"
    for predicate, value in (
        (term("rdf:type"), NamedNode(f"{sh}NodeShape")),
        (f"{sh}targetNode", NamedNode(SOURCE)),
        (f"{sh}property", NamedNode("http://x/title")),
    ):
        store.add(to_quad("http://x/shape", predicate, value, ontology))
    for predicate, value in (
        (term("rdf:type"), NamedNode(f"{sh}PropertyShape")),
        (f"{sh}path", NamedNode(term("dcterms:publisher"))),
        (f"{sh}message", to_text("Name the publisher.")),
    ):
        store.add(to_quad("http://x/title", predicate, value, ontology))
    one = Literal("1", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#integer"))
    store.add(
        Quad(NamedNode("http://x/title"), NamedNode(f"{sh}minCount"), one, NamedNode(ontology))
    )

    assert found(store) == [("a", "Name the publisher.")]
