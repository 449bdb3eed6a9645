"""Who says it."""

import pytest

from kg.documents.read import read_text
from kg.extraction.see import see
from kg.extraction.speakers import speakers

TITLE = "The Sutton Homes of Care vanguard\n\n"


@pytest.fixture
def told(matcher):
    """Return a function from a text to (speaker, first words) of its attributed sentences."""

    def found(text):
        document = read_text(TITLE + text, "t")
        by = speakers(see(document, matcher))
        rows = [(by[i], document.sentences[i]) for i in sorted(by)]
        return [(name, document.text[s.start : s.start + 12]) for name, s in rows]

    return found


def test_a_name_beside_a_verb_of_speech_is_the_speaker(told):
    """The person who says it, before or after the words, not the body they work for."""
    text = (
        "Dr Ann Lee, chair of Sutton CCG, said the vanguard had cut falls. "
        "“Homes now ring us first,” said Tom Fox, director of the vanguard."
    )

    assert told(text) == [("Ann Lee", "Dr Ann Lee, "), ("Tom Fox", "“Homes now r")]


def test_he_and_she_are_the_last_speaker(told):
    """A pronoun beside the verb carries the name on, and a quotation its whole paragraph."""
    text = (
        "Dr Ann Lee, chair of Sutton CCG, says the vanguard works.\n\n"
        "“It was hard at first. Now we meet weekly,” she says. “We share notes.”"
    )

    assert [name for name, _ in told(text)] == ["Ann Lee"] * 4


def test_a_body_speaks_where_it_is_named(told):
    """According to an organisation, in the words printed."""
    assert told("According to NHS England, the vanguard has cut admissions by 9%.") == [
        ("NHS England", "According to")
    ]


def test_unattributed_sentences_have_no_speaker(told):
    """A name without a verb of speech, and a verb without a name, attribute nothing."""
    assert told("Ann Lee leads the vanguard. It is said that falls went down.") == []
