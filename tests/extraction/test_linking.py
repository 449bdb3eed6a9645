"""Which interventions go with what is told."""

from dataclasses import replace

import pytest

from kg.documents.read import read_text
from kg.extraction.extract import extract, extract_from
from kg.extraction.linking import pairs
from kg.extraction.rule import all_rules
from kg.extraction.see import see
from kg.extraction.weights import Weights
from kg.model import Claim, Entity, Evidence, Relation, Status

PASSAGE = (
    "The Sutton vanguard\n\nHomes in the Sutton vanguard have been given telehealth. "
    "So far 38 people have used it. Social prescribing came later."
)
USE = "outcome:service-uptake/level"


NOTHING = Weights((), (), {}, {})


@pytest.fixture
def paired(vocabulary, matcher):
    """Return a function from a text to its pairs: intervention, fact told, traits."""

    def find(text, weights=NOTHING, more=()):
        reading = see(read_text(text, "doc"), matcher)
        claims = (*extract_from(reading, vocabulary, all_rules()).claims, *more)
        return {
            (str(p.intervention), str(p.told.object).rsplit("/", 1)[0]): p.traits
            for p in pairs(claims, reading, weights)
            if str(p.told.relation) == "outcome"
        }

    return find


def test_every_intervention_is_paired_with_every_outcome_told_of_another(paired):
    """The one told before is a sentence back, in step 3; the one told after is on, in step 1."""
    found = paired(PASSAGE)

    assert set(found) == {
        ("intervention:telehealth", USE),
        ("intervention:social-prescribing", USE),
    }
    telehealth = found["intervention:telehealth", USE]
    assert {"L:back 3", "L:nearer 0", "L:3 same block True nearer 0"} <= telehealth
    assert "L:back 1" in found["intervention:social-prescribing", USE]


def test_what_stands_between_is_nearer(paired):
    """An intervention told nearer to the outcome is a rival of the one before."""
    text = (
        "The Sutton vanguard has telehealth. It has social prescribing. Emergency admissions fell."
    )
    found = {key[0]: traits for key, traits in paired(text).items()}

    assert "L:nearer 1" in found["intervention:telehealth"]
    assert "L:nearer 0" in found["intervention:social-prescribing"]


def test_an_intervention_that_only_the_wording_tells_is_paired_where_it_is_told(paired):
    """A claim by wording, sure enough, stands for the label that is missing."""
    start = PASSAGE.index("So far")
    words = Evidence("doc", start, start + 6, "So far")
    matrons = Claim(
        Relation.IMPLEMENTS,
        Entity("vanguard", "sutton"),
        Entity("intervention", "rapid-response"),
        Status.REPORTED,
        (words,),
        "by-wording",
        0.35,
    )

    likely = paired(PASSAGE, more=[matrons])
    unlikely = paired(PASSAGE, more=[replace(matrons, confidence=0.34)])

    assert "L:back 2" in likely["intervention:rapid-response", USE]
    assert ("intervention:rapid-response", USE) not in unlikely


def test_how_far_sentences_speak_of_an_intervention_is_weighed(paired):
    """The log-odds of the sentence told in and of the one before it are traits of the pair."""
    fact = ("implements", "intervention:social-prescribing")
    weights = Weights((fact,), (-150,), {"given": "0:9000"}, {})

    traits = paired(PASSAGE, weights)["intervention:social-prescribing", USE]

    assert {"L:here 3", "L:before 8", "L:there 3"} <= traits


def test_a_likely_link_is_a_claim_of_the_intervention_with_the_same_words(vocabulary, matcher):
    """The claim has figure, status and evidence of what is told; an unlikely one is none."""
    weights = Weights(
        (("outcome", USE), ("link", "outcome")),
        (0, -1000),
        {"L:3 same block True nearer 0": "1:9000"},
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
