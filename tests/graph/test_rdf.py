"""Claims and documents to quads."""

from dataclasses import replace
from decimal import Decimal

import pyoxigraph
import pytest
from pyoxigraph import Literal, RdfFormat

from kg.errors import InputError
from kg.graph.changes import change_owners
from kg.graph.claims import read_claims
from kg.graph.nodes import join_names, split_names, to_date, to_link, to_text
from kg.graph.rdf import claims_to_quads, object_iri, source_quads
from kg.graph.store import memory_store
from kg.graph.terms import OBJECT, Terms
from kg.model import Amount, Claim, Direction, Entity, Evidence, Outcome, Relation, Status
from kg.names import Minter
from kg.registry import Registry
from kg.vocabulary import Concept, Label, Vocabulary

PREFIXES = "\n".join(f"@prefix {p}: <{i}> ." for p, i in Minter().prefixes.items())


def quads_of(trig):
    """Read TriG with our prefixes known."""
    return set(pyoxigraph.parse(f"{PREFIXES}\n{trig}", format=RdfFormat.TRIG))


def test_a_claim_becomes_a_named_graph_with_words_figures_and_names(terms):
    """
    A claim is written whole: ends, status, qualifiers, evidence with selectors, outcome, names.
    """
    claim = Claim(
        Relation.OUTCOME,
        Entity("org", "city-trust", ("City NHS Trust", "CNT")),
        Outcome("falls", Direction.DECREASE, Decimal("1200.50"), "days"),
        Status.EXPECTED,
        (Evidence("Doc A", 3, 12, 'a "quote"'), Evidence("Doc A", 20, 22, "é\n")),
        "outcomes",
        0.75,
        (("period", "2016"), ("speaker", "a nurse")),
    )
    expected = quads_of("""
        @prefix e: <https://w3id.org/ncm/id/evidence/> .
        @prefix s: <https://w3id.org/ncm/id/evidence/d2ecb61cea81b7e0492c/> .
        @prefix z: <https://w3id.org/ncm/id/evidence/1f20d144fb1653c124aa/> .
        @prefix outcome: <https://w3id.org/ncm/id/outcome/> .
        source:doc-a {
          claim:d2a58609051331b39c4a a ncm:Claim , rdf:Statement , prov:Entity ;
            rdf:subject organisation:city-trust ;
            rdf:predicate ncm:hasOutcome ;
            rdf:object outcome:398650d60402dcaec63a ;
            ncm:status status:expected ;
            ncm:confidence 0.75 ;
            ncm:rule "outcomes" ;
            ncm:period "2016" ;
            ncm:speaker "a nurse" ;
            ncm:subjectAs "City NHS Trust|CNT" ;
            prov:wasDerivedFrom source:doc-a ;
            ncm:mainTarget e:d2ecb61cea81b7e0492c ;
            oa:hasTarget e:d2ecb61cea81b7e0492c , e:1f20d144fb1653c124aa .
          e:d2ecb61cea81b7e0492c a oa:SpecificResource ;
            oa:hasSource source:doc-a ; oa:hasSelector s:quote , s:position .
          s:quote a oa:TextQuoteSelector ; oa:exact "a \\"quote\\"" .
          s:position a oa:TextPositionSelector ; oa:start 3 ; oa:end 12 .
          e:1f20d144fb1653c124aa a oa:SpecificResource ;
            oa:hasSource source:doc-a ; oa:hasSelector z:quote , z:position .
          z:quote a oa:TextQuoteSelector ; oa:exact "é\\n" .
          z:position a oa:TextPositionSelector ; oa:start 20 ; oa:end 22 .
          outcome:398650d60402dcaec63a a ncm:Outcome ;
            rdfs:label "Falls: decrease, 1,200.5 days" ;
            ncm:measure measure:falls ; ncm:direction direction:decrease ;
            ncm:value 1200.5 ; ncm:unit "days" .
          organisation:city-trust a ncm:Organisation ;
            rdfs:label "City NHS Trust" ; skos:altLabel "CNT" .
        }
    """)

    found = list(claims_to_quads([claim], terms))

    assert set(found) == expected
    assert len(found) == len(expected)


def test_a_source_tells_its_title_publisher_date_and_address(terms, make_document):
    """
    Metadata is typed where it can be; what is no web address stays text.
    """
    document = make_document(
        "a", publisher="P <b>", date="2016-05", url="https://example.org/x", kind="news", other="-"
    )
    expected = quads_of("""
        source:a {
          source:a a ncm:Source , prov:Entity , schema:CreativeWork ;
            dcterms:identifier "a" ; dcterms:title "A" ; dcterms:publisher "P <b>" ;
            dcterms:type "news" ; dcterms:date "2016-05"^^xsd:gYearMonth ;
            schema:url <https://example.org/x> .
        }
    """)

    assert set(source_quads(document, terms)) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2016", "gYear"),
        ("2016-05", "gYearMonth"),
        ("2016-05-31", "date"),
        ("2016-13", "string"),
        ("2016-02-30", "string"),
        ("May 2016", "string"),
        ("20160", "string"),
        ("２０１６", "string"),
    ],
)
def test_a_date_is_typed_only_when_it_is_one(text, kind):
    """A date that does not exist, or is not ISO, stays text."""
    literal = to_date(text)

    assert (literal.value, literal.datatype.value.rsplit("#")[1]) == (text, kind)


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "data:text/html,<script>",
        "https://a b",
        'https://a/"><script>',
        "//x",
        "http://a/\n",
        "https://a/<x>",
        "https://münchen.example/",
        "",
    ],
)
def test_what_is_no_plain_web_address_never_becomes_an_iri(text):
    """Only http(s) addresses of safe characters become nodes."""
    assert to_link(text) == Literal(text)


def test_a_lone_surrogate_is_replaced_one_for_one_and_nothing_else_is():
    """Control characters survive; half characters cannot, and keep their place."""
    text = "\x00\x01\x0b\x7f\x85\u2028\ufffe\ud800x\udfff"

    assert to_text(text).value == "\x00\x01\x0b\x7f\x85\u2028\ufffe\ufffdx\ufffd"


def test_an_intervention_and_a_vanguard_meet_in_one_outcome(terms, make_claim, north):
    """The same change in one source is one node; in another source it is another."""
    change = Outcome("falls", Direction.DECREASE)
    by_vanguard = make_claim("outcome", north, change)
    by_intervention = make_claim("outcome", Entity("intervention", "telehealth"), change)
    elsewhere = make_claim("outcome", north, change, source="b")
    claims = (by_vanguard, by_intervention, elsewhere)

    one, two, three = (object_iri(c, terms, change_owners(claims)) for c in claims)

    assert one == two != three


def test_two_vanguards_with_the_same_figure_in_one_source_have_two_outcomes(terms, make_claim):
    """The intervention joins the vanguard in whose words it stands, and no other."""
    change = Outcome("falls", Direction.DECREASE, Decimal(9), "percent")
    telehealth = Entity("intervention", "telehealth")
    one = make_claim("outcome", Entity("vanguard", "north"), change)
    two = make_claim("outcome", Entity("vanguard", "south"), change)
    two = replace(two, evidence=(Evidence("a", 50, 70, "x" * 20),))
    tied = make_claim("outcome", telehealth, change)
    tied = replace(tied, evidence=(Evidence("a", 45, 70, "x" * 25),))

    first, second, third = (
        object_iri(c, terms, change_owners([one, two, tied])) for c in (one, two, tied)
    )

    assert first != second == third


def test_two_receivers_of_the_same_sum_have_two_fundings(terms, make_claim, north):
    """Two sums alike in one source are two sums."""
    money = Amount(Decimal(5))
    both = (north, Entity("programme", "new-care-models"))

    first, second = (object_iri(make_claim("funding", who, money), terms, {}) for who in both)

    assert first != second


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"evidence": ()}, "rests on words"),
        ({"qualifiers": (("mood", "glad"),)}, "unknown qualifier 'mood'"),
        ({"confidence": 1.5}, r"lies in \[0, 1\]"),
        ({"confidence": float("nan")}, r"lies in \[0, 1\]"),
        ({"subject": Entity("org", "a b<c>")}, "cannot be an IRI"),
    ],
)
def test_a_claim_that_cannot_be_written_is_refused_with_its_reason(
    terms, make_claim, north, change, words
):
    """What would break a promise of the graph raises InputError."""
    from dataclasses import replace

    claim = replace(make_claim("partner", north, Entity("org", "x", ("X",))), **change)

    with pytest.raises(InputError, match=words):
        list(claims_to_quads([claim], terms))


def test_names_with_bars_and_backslashes_come_back():
    """Joining names loses nothing."""
    names = ("a|b", "c\\", "\\|", "d")

    assert split_names(join_names(names)) == names


def test_a_concept_of_the_user_s_keeps_the_user_s_iri(make_claim, north):
    """The vocabulary says under which IRI a concept stands; reading gives its kind and id back."""
    own = Concept("barrier", "rain", "https://example.org/weather/rain", (Label("pref", "Rain"),))
    terms = Terms(Minter(), Vocabulary((own,), Registry("", ())))
    claim = make_claim("barrier", north, own.entity)

    quads = list(claims_to_quads([claim], terms))

    objects = {q.object.value for q in quads if q.predicate.value == OBJECT}
    assert objects == {"https://example.org/weather/rain"}
    assert list(read_claims(memory_store(quads))) == [claim]
