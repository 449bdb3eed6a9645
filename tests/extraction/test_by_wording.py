"""Facts that a sentence's wording tells, and how sure all claims are in the end."""

import pytest

from kg.documents.read import read_text
from kg.extraction.by_wording import find
from kg.extraction.extract import extract
from kg.extraction.matcher import Matcher
from kg.extraction.owners import Owners
from kg.extraction.scene import Scene
from kg.extraction.see import see
from kg.extraction.weights import Weights
from kg.vocabulary import load_vocabulary


def weights_of(facts, traits=None, grounds=None):
    """Return weights: bias -10 for each fact, but each trait given speaks for the facts given."""
    return Weights(tuple(facts), tuple(-1000 for _ in facts), traits or {}, grounds or {})


@pytest.fixture
def told(vocabulary, matcher):
    """Return a function from a text and weights to the claims by wording, written as gold is."""

    def tell(text, weights):
        reading = see(read_text(text, "doc"), matcher)
        scene = Scene(reading, Owners(reading, vocabulary), vocabulary)
        return [claim.key for claim in find(scene, weights)]

    return tell


def test_words_that_speak_for_a_fact_state_it_of_whom_the_sentence_is_about(told):
    """No label is there; the word that was learnt to tell the fact is."""
    weights = weights_of([("barrier", "barrier:funding")], {"kitty": "0:9000"})

    assert told("The Sutton vanguard kept on. Its kitty ran dry. All was well.", weights) == [
        ("barrier", "vanguard:sutton", "barrier:funding", "reported")
    ]


def test_words_that_speak_against_it_outweigh_those_that_speak_for_it(told):
    """A near miss shares one word and has another."""
    traits = {"kitty": "0:9000", "litter": "0:-9000"}
    weights = weights_of([("barrier", "barrier:funding")], traits)

    assert told("The Sutton vanguard has a kitty litter tray.", weights) == []


def test_the_words_tell_whether_it_is_hoped_for_and_by_how_much(told):
    """Status is learnt too; the sentence's one figure goes with the change."""
    facts = [
        ("outcome", "outcome:falls/decrease"),
        ("status", "reported"),
        ("status", "planned"),
        ("status", "expected"),
        ("status", "negated"),
    ]
    weights = weights_of(facts, {"tumbl": "0:9000", "trust": "3:9000"})

    assert told("The Sutton vanguard trusts that tumbles halve by 9%.", weights) == [
        ("outcome", "vanguard:sutton", "outcome:falls/decrease/9 percent", "expected")
    ]


def test_of_two_figures_neither_is_guessed(told):
    """Which of two figures the change has is not for words to say."""
    weights = weights_of([("outcome", "outcome:falls/decrease")], {"tumbl": "0:9000"})

    assert told("Sutton vanguard: 9% fewer tumbles in 14 homes.", weights) == [
        ("outcome", "vanguard:sutton", "outcome:falls/decrease", "reported")
    ]


def test_a_question_a_stranger_and_a_concept_that_is_gone_tell_nothing(told):
    """A question tells no fact; nor does a text about no vanguard, nor a concept not there."""
    weights = weights_of(
        [("barrier", "barrier:funding"), ("barrier", "barrier:no-such-thing")],
        {"kitty": "0:9000 1:9000"},
    )

    assert told("The Sutton vanguard went on. Has the kitty run dry?", weights) == []
    assert told("Our kitty ran dry.", weights) == []
    assert [c[2] for c in told("Sutton vanguard: no kitty.", weights)] == ["barrier:funding"]


def test_what_a_rule_states_keeps_its_rule_and_words_and_is_weighed(vocabulary, matcher):
    """One claim comes of both; its confidence is what the grounds say, here three to one."""
    text = "The Sutton vanguard has introduced social prescribing."
    weights = weights_of(
        [("implements", "intervention:social-prescribing")],
        {"introduc": "0:9000"},
        {"rule": 1.1},
    )
    document = read_text(text, "doc")

    claims = extract(document, matcher, vocabulary, weights=weights).claims

    (claim,) = (c for c in claims if str(c.relation) == "implements")
    assert (claim.rule, claim.confidence) == ("interventions", 0.75)


def test_a_claim_of_which_nothing_was_learnt_keeps_the_confidence_of_its_rule(vocabulary, matcher):
    """A user's own concept has no weights; what its rule says of it stands."""
    document = read_text("The Sutton vanguard has introduced social prescribing.", "doc")

    claims = extract(document, matcher, vocabulary, weights=weights_of([])).claims

    (claim,) = (c for c in claims if str(c.relation) == "implements")
    assert (claim.rule, claim.confidence >= 0.8) == ("interventions", True)


def test_grounds_that_speak_against_a_claim_leave_it_out_unless_asked_for(vocabulary, matcher):
    """The least confidence counts after weighing."""
    document = read_text("The Sutton vanguard has introduced social prescribing.", "doc")
    fact = ("implements", "intervention:social-prescribing")
    weights = weights_of([fact], {}, {"rule": -3.0})

    def implemented(least):
        found = extract(document, matcher, vocabulary, least=least, weights=weights).claims
        return [c.confidence for c in found if str(c.relation) == "implements"]

    assert (implemented(0.3), implemented(0.0)) == ([], [0.047])


def test_whether_a_place_is_told_is_weighed_by_the_words_around_it(vocabulary, matcher):
    """What is learnt of places holds for each; a rule's place among other words is left out."""
    weights = weights_of([("named", "location")], {"live": "0:9000"}, {"odds location": 1.0})

    def places(text):
        found = extract(read_text(text, "doc"), matcher, vocabulary, weights=weights).claims
        return [str(c.object) for c in found if str(c.relation) == "location"]

    assert places("The Sutton vanguard serves people who live in Merton.") == ["place:Merton"]
    assert places("The Sutton vanguard serves people who work in Merton.") == []


def test_words_weigh_otherwise_in_a_long_text(vocabulary, matcher):
    """The grounds of a text of more than 2,500 characters have a weight of their own."""
    text = "The Sutton vanguard has introduced social prescribing. " + "It rained. " * 250
    weights = weights_of(
        [("implements", "intervention:social-prescribing")], {}, {"long implements rule": 1.1}
    )

    def sure(words):
        found = extract(read_text(words, "doc"), matcher, vocabulary, weights=weights).claims
        return [c.confidence for c in found if str(c.relation) == "implements"]

    assert (sure(text[:55]), sure(text)) == ([0.5], [0.75])


def test_what_rests_on_a_label_of_ones_own_keeps_the_confidence_of_its_rule(tmp_path):
    """Nothing was learnt of a label that a user adds, so nothing speaks against it."""
    mine = tmp_path / "mine.ttl"
    mine.write_text(
        "@prefix ncm: <https://w3id.org/ncm/> .\n"
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        "<https://w3id.org/ncm/intervention/telehealth> a ncm:Intervention ;\n"
        '  skos:altLabel "Zebra bureau"@en .\n',
        "utf-8",
    )
    vocabulary = load_vocabulary([mine])
    weights = weights_of([("implements", "intervention:telehealth")], {}, {"rule": -3.0})

    def sure(text):
        found = extract(
            read_text(text, "doc"), Matcher(vocabulary), vocabulary, least=0, weights=weights
        ).claims
        return [c.confidence for c in found if str(c.relation) == "implements"]

    assert sure("The Sutton vanguard has introduced telehealth.") == [0.047]
    assert sure("The Sutton vanguard has introduced a zebra bureau.")[0] >= 0.8
