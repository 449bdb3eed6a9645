"""Which interventions go with what is told."""

import pytest

from kg.documents.read import read_text
from kg.extraction.extract import extract, extract_from
from kg.extraction.linking import pairs
from kg.extraction.rule import all_rules
from kg.extraction.see import see
from kg.extraction.weights import Weights

PASSAGE = (
    "The Sutton vanguard\n\nHomes in the Sutton vanguard have been given telehealth. "
    "So far 38 people have used it. Social prescribing came later."
)
USE = "outcome:service-uptake/level"


@pytest.fixture
def paired(vocabulary, matcher):
    """Return a function from a text to its pairs: intervention, fact told, traits."""

    def find(text):
        reading = see(read_text(text, "doc"), matcher)
        claims = extract_from(reading, vocabulary, all_rules()).claims
        return {
            (str(p.intervention), str(p.told.object).rsplit("/", 1)[0]): p.traits
            for p in pairs(claims, claims, reading)
            if str(p.told.relation) == "outcome"
        }

    return find


def test_every_intervention_is_paired_with_every_outcome_told_of_another(paired):
    """The one told before is a sentence back, the one told after a sentence on."""
    found = paired(PASSAGE)

    assert set(found) == {
        ("intervention:telehealth", USE),
        ("intervention:social-prescribing", USE),
    }
    assert {"L:back 1", "L:none between", "L:same block"} <= found["intervention:telehealth", USE]
    assert "L:back -1" in found["intervention:social-prescribing", USE]


def test_what_stands_between_is_a_rival(paired):
    """An intervention told nearer to the outcome stands between it and the one before."""
    text = (
        "The Sutton vanguard has telehealth. It has social prescribing. Emergency admissions fell."
    )
    found = {key[0]: traits for key, traits in paired(text).items()}

    assert "L:another between" in found["intervention:telehealth"]
    assert "L:none between" in found["intervention:social-prescribing"]


def test_a_likely_link_is_a_claim_of_the_intervention_with_the_same_words(vocabulary, matcher):
    """The claim has figure, status and evidence of what is told; an unlikely one is none."""
    weights = Weights(
        (("outcome", USE), ("link", "outcome")),
        (0, -1000),
        {"L:back 1": "1:9000"},
        {"link outcome/intervention": 1.0, "rule": 1.0},
    )

    claims = extract(read_text(PASSAGE, "doc"), matcher, vocabulary, weights=weights).claims

    told = {str(c.subject): (c.key[2:], c.quote, c.rule) for c in claims if "uptake" in c.key[2]}
    figure = (f"{USE}/38 people", "reported")
    assert told["intervention:telehealth"][::2] == (figure, "links")
    assert told["intervention:telehealth"][1] == told["vanguard:sutton"][1]
    assert "intervention:social-prescribing" not in told


def test_nothing_learnt_of_links_links_nothing(vocabulary, matcher):
    """Weights without links leave outcomes with those whose they are told to be."""
    weights = Weights((), (), {}, {})

    claims = extract(read_text(PASSAGE, "doc"), matcher, vocabulary, weights=weights).claims

    assert {c.rule for c in claims} & {"links", "by-wording"} == set()
    assert any("uptake" in c.key[2] for c in claims)
