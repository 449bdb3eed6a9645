"""Claims written to a store and read back."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.graph.claims import read_claims, read_statements
from kg.graph.rdf import claims_to_quads, source_quads
from kg.graph.store import memory_store
from kg.graph.terms import CLASSES, QUALIFIERS, Terms
from kg.model import (
    UNITS,
    Amount,
    Claim,
    Direction,
    Document,
    Entity,
    Evidence,
    Outcome,
    Relation,
    Status,
)
from kg.names import Minter
from kg.registry import Registry
from kg.vocabulary import Vocabulary

TERMS = Terms(Minter(), Vocabulary((), Registry("", ())))
SOURCE = "Doc One"
text = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
slugs = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)?(@[a-z]+)?", fullmatch=True)
figures = st.decimals(
    allow_nan=False, allow_infinity=False, places=2, max_value=10**12, min_value=0
)
entities = st.builds(
    Entity,
    st.sampled_from(sorted(set(CLASSES) - {"measure", "direction", "status", "orgtype", "cue"})),
    slugs,
    st.lists(text, max_size=3, unique=True).map(tuple),
)
outcomes = st.builds(Outcome, slugs, st.sampled_from(Direction)) | st.builds(
    Outcome, slugs, st.sampled_from(Direction), figures, st.sampled_from(UNITS)
)
amounts = st.builds(Amount, figures)
spans = st.tuples(st.integers(0, 10**9), text).map(
    lambda pair: Evidence(SOURCE, pair[0], pair[0] + len(pair[1]), pair[1])
)


@st.composite
def claims(draw):
    """Any claim, its further evidence and its qualifiers in order."""
    evidence = draw(st.lists(spans, min_size=1, max_size=3, unique_by=lambda e: (e.start, e.end)))
    said = draw(st.sets(st.tuples(st.sampled_from(sorted(QUALIFIERS)), text), max_size=3))
    return Claim(
        draw(st.sampled_from(Relation)),
        draw(entities),
        draw(entities | outcomes | amounts),
        draw(st.sampled_from(Status)),
        (evidence[0], *sorted(evidence[1:])),
        draw(text),
        draw(st.integers(0, 10**6)) / 10**6,
        tuple(sorted(said)),
    )


def stored(*written):
    """Return a store of these claims and their source."""
    document = Document(SOURCE, "One", "", (), ())
    return memory_store([*source_quads(document, TERMS), *claims_to_quads(written, TERMS)])


@settings(max_examples=150, deadline=None)
@given(claims())
def test_a_claim_comes_back_equal(claim):
    """Writing a claim and reading it gives the same claim, whatever its texts hold."""
    assert list(read_claims(stored(claim))) == [claim]


def test_claims_are_found_by_their_ends_relation_status_and_source(make_claim, north, organisation):
    """Each filter keeps what fits, in order of place."""
    trust = organisation("City NHS Trust")
    partner = make_claim("partner", north, trust, source=SOURCE, start=9)
    helper = make_claim("supports", trust, north, "planned", source=SOURCE, start=3)
    store = stored(partner, helper)
    vanguard, organisation_iri = TERMS.entity(north), TERMS.entity(trust)

    def found(**filters):
        return [s.claim for s in read_statements(store, **filters)]

    assert found() == [helper, partner]
    assert found(subject=vanguard) == [partner]
    assert found(thing=vanguard) == [helper, partner]
    assert found(subject=organisation_iri, thing=vanguard) == [helper]
    assert found(subject=organisation_iri, thing=TERMS.minter.source("x")) == []
    assert found(relation=Relation.PARTNER) == [partner]
    assert found(status=Status.PLANNED) == [helper]
    assert found(source=SOURCE) == [helper, partner]
    assert found(source="other") == []
    assert list(read_claims(store, subject=vanguard, status=Status.PLANNED)) == []


def test_a_figure_keeps_its_value_however_it_was_written():
    """Numbers beyond what a machine word holds come back whole."""
    vast = Decimal("123456789012345678901234567890.125")
    change = Outcome("falls", Direction.LEVEL, vast, "count")
    claim = Claim(
        Relation.OUTCOME,
        Entity("vanguard", "north"),
        change,
        Status.REPORTED,
        (Evidence(SOURCE, 0, 1, "x"),),
        "r",
        1.0,
    )

    (found,) = read_claims(stored(claim))

    assert found.object.value == vast
