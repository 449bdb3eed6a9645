"""Whether a text can be about the programme at all."""

import pytest

from kg.extraction.spoken_of import SHORT, may_be_about

FILLER = "The river rose by the mill, and the symphony played together until dusk. " * (SHORT // 60)


@pytest.mark.parametrize(
    ("said", "about"),
    [
        ("", False),
        ("The symphony of the lakes brings towns together.", False),
        ("A VANGUARD for all.", True),
        ("The site is Morecambe Bay Health\nCommunity.", True),
        ("In My Life a Full Life we meet.", True),
        ("The new care models programme began.", True),
        ("The multi\u00adspecialty team met.", True),
    ],
)
def test_a_long_text_is_read_with_care_only_where_it_may_name_the_programme(
    vocabulary, said, about
):
    """A name, the word "vanguard" or marks inside words make a long text worth reading."""
    assert may_be_about(FILLER + said + FILLER, vocabulary) is about


def test_a_short_text_is_always_read_with_care(vocabulary):
    """It costs little."""
    assert may_be_about("The river rose.", vocabulary)


def test_every_name_makes_a_long_text_worth_reading(vocabulary):
    """No label of a vanguard or the programme is missed by the first look."""
    names = [
        label.text
        for kind in ("vanguard", "programme")
        for concept in vocabulary.of(kind)
        for label in concept.labels
        if label.role != "cue"
    ]

    assert [n for n in names if not may_be_about(f"{FILLER} {n}. {FILLER}", vocabulary)] == []
