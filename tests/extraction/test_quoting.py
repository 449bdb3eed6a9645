"""The words that a claim shows: a name as it stands, a clause in its whole sentence."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kg.documents.read import read_text
from kg.extraction.quoting import LONGEST_PHRASE, LONGEST_SENTENCE, in_whole_sentences
from kg.model import Claim, Entity, Evidence, Relation, Status

TEXT = (
    "Moor Trust is a partner. It is hoped, if the money holds, that fewer people will be taken to"
    " hospital by ambulance. Nurses call."
)
CLAUSE = "fewer people will be taken to hospital by ambulance"


def claim(document, *spans):
    """Return a claim that rests on these spans of a document."""
    pieces = tuple(Evidence(document.id, a, b, document.text[a:b]) for a, b in spans)
    subject, thing = Entity("vanguard", "sutton"), Entity("intervention", "telehealth")
    return Claim(Relation.IMPLEMENTS, subject, thing, Status.REPORTED, pieces, "test", 0.5)


def at(text, words):
    """Return the span of words in a text."""
    return text.index(words), text.index(words) + len(words)


def quotes(text, *wanted):
    """Return the quotes shown for a claim that rests on these words of a text."""
    document = read_text(text, "moor")
    return [
        e.quote
        for e in in_whole_sentences(
            claim(document, *(at(document.text, w) for w in wanted)), document
        ).evidence
    ]


def test_a_clause_is_shown_with_the_sentence_it_hangs_on():
    """What a hope hangs on is shown with it."""
    assert quotes(TEXT, CLAUSE) == [
        "It is hoped, if the money holds, that fewer people will be taken to hospital by ambulance."
    ]


def test_a_name_is_shown_as_it_stands():
    """A name, or a phrase of thirty characters, says by itself all that it is shown for."""
    assert quotes(TEXT, "Moor Trust", "taken to hospital by ambulance") == [
        "Moor Trust",
        "taken to hospital by ambulance",
    ]


def test_two_clauses_of_a_sentence_are_shown_once():
    """Two pieces of evidence that widen to one sentence are one piece."""
    assert quotes(TEXT, "It is hoped, if the money holds,", CLAUSE) == [
        "It is hoped, if the money holds, that fewer people will be taken to hospital by ambulance."
    ]


def test_words_of_two_sentences_stay_as_they_are():
    """Evidence that runs from one sentence into the next is not widened."""
    words = "fewer people will be taken to hospital by ambulance. Nurses"
    assert quotes(TEXT, words) == [words]


def test_a_very_long_sentence_is_not_shown_whole():
    """In a sentence of more than 400 characters the clause stays the clause."""
    long = "Nurses call, " + "and again, " * 40 + CLAUSE + "."
    assert len(long) > LONGEST_SENTENCE
    assert quotes(long, CLAUSE) == [CLAUSE]


@given(st.integers(0, len(TEXT)), st.integers(1, len(TEXT)))
def test_what_is_shown_holds_the_words_and_is_the_text(start, length):
    """For any span, what is shown is the text at its place and holds the span."""
    document = read_text(TEXT, "moor")
    start = min(start, len(TEXT) - 1)
    given_claim = claim(document, (start, min(len(TEXT), start + length)))

    shown = in_whole_sentences(given_claim, document)

    (before,), (after,) = given_claim.evidence, shown.evidence
    assert document.text[after.start : after.end] == after.quote
    assert after.start <= before.start
    assert before.end <= after.end
    assert replace(shown, evidence=given_claim.evidence) == given_claim
    if before.end - before.start <= LONGEST_PHRASE:
        assert after == before
