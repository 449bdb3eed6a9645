"""Text to sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents.sentences import spans


def split(text):
    return [text[start:end] for start, end in spans(text, 0, len(text))]


@pytest.mark.parametrize(
    "parts",
    [
        ["Dr. Ng met Mr. Ali of St. Helens.", "They agreed."],
        ["It saved £1.2m.", "Stays fell by 2.9 per cent."],
        ["Some (e.g. the council, i.e. its staff) agreed.", "Fig. 3 and No. 5 show it."],
        ["J. Smith et al. found none.", "K. B. Jones did."],
        ["They went to A&E.", "111 was busy."],
        ["“It works.”", "She left."],
        ["‘Every patient differs.’", "He adds: ‘So do we.’"],
        ["(See the report.)", "It is long."],
        ["“Does it work?” she asked.", "It does!"],
        ["We wait...", "Then we act."],
        ["We wait... and act… or not."],
        ["See www.england.nhs.uk/a.b?c=1. for more."],
        ["We call it care.data here.", "Is it so?", "No.", "Never."],
        ["At 9 a.m. the ward opens, vs. 10 a.m.", "Patients came."],
        ["Beds, staff, etc. were short.", "Beds etc.", "NHS England agreed."],
        ["That is the club.", "Learn more."],
        ["Care fell.[1]", "It rose."],
        ["Option A.", "The rest."],
        ["one line\nand the next.", "Then\nthird"],
        ["The Trust.\u00a0", "It grew."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(parts):
    """Abbreviations, figures, initials, quotes and addresses do not end a sentence."""
    whole = " ".join(parts)
    assert split(whole) == [part.strip() for part in parts]


def test_a_forgotten_space_still_ends_a_sentence():
    """Web text that lost a space is parted; a name with a point is not."""
    assert split("This is the club.Learn how. See Node.Js too.") == [
        "This is the club.",
        "Learn how.",
        "See Node.Js too.",
    ]


@given(st.text('ab AB.?!…’”") \n\u00a0£12[]', max_size=80))
def test_sentences_cover_all_words_in_order(text):
    """Sentences are stripped, in order, apart, and leave out white space alone."""
    reached = 0
    for start, end in spans(text, 0, len(text)):
        assert not text[reached:start].strip()
        assert start < end
        assert text[start:end] == text[start:end].strip()
        reached = end
    assert not text[reached:].strip()
