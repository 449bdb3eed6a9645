"""The pipeline and its gate."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.documents.read import read_text
from kg.extraction.extract import MOST_EVIDENCE, extract, extract_from, with_person_ids
from kg.extraction.gate import fault_of
from kg.extraction.matcher import Matcher
from kg.extraction.reading import Reading
from kg.extraction.rule import Rule
from kg.model import Claim, Entity, Evidence, Outcome, Relation, Status
from kg.names import slug
from kg.vocabulary import default_vocabulary

VOCABULARY = default_vocabulary()
MATCHER = Matcher(VOCABULARY)
TEXT = "The Sunderland vanguard has introduced social prescribing."
DOCUMENT = read_text(TEXT, "doc")
CLAIM = Claim(
    Relation.IMPLEMENTS,
    Entity("vanguard", "sunderland"),
    Entity("intervention", "social-prescribing"),
    Status.REPORTED,
    (Evidence("doc", 0, 3, "The"),),
    "test",
    0.5,
)


def stated(text):
    """Return the claims of a text."""
    return extract(read_text(text, "doc"), MATCHER, VOCABULARY).claims


def run(claims, document=DOCUMENT):
    """Send claims through the pipeline as a rule's."""
    rule = Rule("test", lambda _scene: claims, {}, ())
    return extract_from(Reading(document, (), ()), VOCABULARY, [rule])


def test_a_sound_claim_passes():
    """The gate lets a claim through unchanged."""
    assert run([CLAIM]).claims == (CLAIM,)


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        ({"evidence": ()}, "no evidence"),
        ({"confidence": 1.5}, "confidence"),
        ({"confidence": float("nan")}, "confidence"),
        ({"evidence": (Evidence("doc", 0, 3, "Thy"),)}, "not what the text has"),
        ({"evidence": (Evidence("doc", 0, 999, "The"),)}, "span is not in the text"),
        ({"evidence": (Evidence("doc", 3, 3, ""),)}, "span is not in the text"),
        ({"evidence": (Evidence("other", 0, 3, "The"),)}, "another source"),
        ({"subject": Entity("population", "carers")}, "no subject of kind population"),
        ({"object": Entity("barrier", "funding")}, "no object of kind barrier"),
        ({"object": Entity("intervention", "magic")}, "not in the vocabulary"),
        ({"subject": Entity("org", "x", ())}, "without a proper name"),
        ({"subject": Entity("org", "x", ("a\tb",))}, "without a proper name"),
    ],
)
def test_a_broken_claim_is_refused_with_its_reason(broken, reason):
    """What breaks a promise is turned away and told, and nothing is raised."""
    result = run([replace(CLAIM, **broken)])

    assert result.claims == ()
    assert [reason in refusal.reason for refusal in result.refused] == [True]


def test_a_measure_must_be_in_the_vocabulary():
    """An outcome names a known measure."""
    claim = replace(CLAIM, relation=Relation.OUTCOME, object=Outcome("joy", "increase"))

    assert "measure joy" in fault_of(claim, DOCUMENT, VOCABULARY)


def test_a_quote_keeps_to_its_length():
    """A quote longer than 300 characters keeps to two sentences."""
    text = " ".join(["All of it is told in words that go on and on and on and on for ever."] * 6)
    document = read_text(text, "doc")
    claim = replace(CLAIM, evidence=(Evidence("doc", 0, len(text), text),))

    assert "runs over" in fault_of(claim, document, VOCABULARY)


def test_one_claim_for_a_fact_told_twice():
    """The surest quote comes first, the others follow."""
    sure = replace(CLAIM, confidence=0.9, evidence=(Evidence("doc", 4, 14, "Sunderland"),))

    assert run([CLAIM, sure]).claims == (replace(sure, evidence=sure.evidence + CLAIM.evidence),)


def test_evidence_stays_few():
    """A fact told many times keeps a few quotes."""
    spans = [(i, i + 1) for i in range(20) if TEXT[i] != " "]
    many = [replace(CLAIM, evidence=(Evidence("doc", s, e, TEXT[s:e]),)) for s, e in spans]

    assert len(run(many).claims[0].evidence) == MOST_EVIDENCE


def test_a_status_makes_another_fact():
    """Hoped for and done are two claims."""
    hoped = replace(CLAIM, status=Status.EXPECTED)

    assert [c.status for c in run([CLAIM, hoped]).claims] == ["expected", "reported"]


def test_claims_come_in_order_of_place():
    """Whatever the rules' order, claims are listed as the text tells them."""
    late = replace(
        CLAIM,
        object=Entity("intervention", "recovery-college"),
        evidence=(Evidence("doc", 30, 36, TEXT[30:36]),),
    )

    assert run([late, CLAIM]).claims == (CLAIM, late)


def test_a_person_is_one_within_a_document():
    """The first role's organisation ends the identifier in all of a person's claims."""
    person = Entity("person", "jane-smith@", ("Jane Smith",))
    org = Entity("org", slug("Wear Council"), ("Wear Council",))
    first = replace(CLAIM, relation=Relation.ROLE, subject=person, object=org)
    second = replace(
        first,
        object=Entity("vanguard", "sunderland"),
        evidence=(Evidence("doc", 4, 14, "Sunderland"),),
    )

    assert {c.subject.id for c in with_person_ids([second, first])} == {"jane-smith@wear-council"}


def test_a_document_about_something_else_states_nothing():
    """A company called Vanguard has no claims."""
    assert stated("Vanguard Healthcare Ltd set up a social prescribing service.") == ()


def test_the_same_text_gives_the_same_claims():
    """Nothing but the text decides."""
    text = f"{TEXT} It was awarded £3m. Recruitment was its biggest challenge."

    assert stated(text) == stated(text) != ()


WORDS = st.sampled_from(
    [
        "The Sunderland vanguard",
        "vanguards",
        "MCP",
        "PACS vanguards",
        "Dr Jane Smith",
        "chief executive of",
        "Wear NHS Trust",
        "social prescribing",
        "biggest challenge",
        "recruitment",
        "£3m",
        "received",
        "for older people",
        "in partnership with",
        "not",
        "will",
        "30%",
        ".",
        "?",
        ":",
        "\n",
        "\n\n- ",
        "\n# ",
        "|",
        "\t",
        "’s",
        "‘",
        "”",
        "<b>",
        "\x00",
        "\u202e",
        "İ",
        "ﬁ",
        "𝒱anguard",
        ",",
        "and",
        "we",
        "\ufeff",
    ]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(WORDS, st.text(max_size=8)), max_size=60))
def test_no_text_breaks_it(parts):
    """Any text goes through; every quote is the text's own and nothing of ours is refused."""
    document = read_text(" ".join(parts), "doc")

    result = extract(document, MATCHER, VOCABULARY)

    for claim in result.claims:
        for piece in claim.evidence:
            assert document.text[piece.start : piece.end] == piece.quote
        assert 0 <= claim.confidence <= 1
    assert [c.order for c in result.claims] == sorted(c.order for c in result.claims)


@pytest.mark.parametrize(
    "text",
    [
        "The Sunderland vanguard " + "and Wear NHS Trust, " * 2000,
        "The Sunderland vanguard has " + "a " * 20000 + "recovery college.",
        "Dr Jane Smith, " + "chief executive of " * 5000,
        "- The Sunderland vanguard’s barriers:\n" * 500,
        "£" * 5000 + " vanguards received £3m",
    ],
)
def test_long_runs_come_to_an_end(text):
    """Repetition makes no pattern run away."""
    assert stated(text) is not None
