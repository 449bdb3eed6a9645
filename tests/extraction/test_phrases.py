"""Phrases by their words, and what of many mentions counts."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extraction.longest import longest, with_more
from kg.extraction.phrases import Phrases
from kg.extraction.reading import Mention
from kg.model import Entity

WORDS = st.lists(st.sampled_from("abc"), max_size=12)


@settings(deadline=None)
@given(st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=4), max_size=6), WORDS)
def test_every_phrase_is_found_wherever_it_stands(said, words):
    """The tree finds what comparing every phrase with every place finds."""
    phrases = Phrases()
    for phrase in said:
        phrases.add(phrase, " ".join(phrase))
    wanted = {
        (i, i + len(phrase) - 1, " ".join(phrase))
        for phrase in said
        for i in range(len(words) - len(phrase) + 1)
        if words[i : i + len(phrase)] == phrase
    }

    found = [(a, b, m) for a, b, held in phrases.find(words) for m in held]

    assert set(found) == wanted
    assert len(found) == len(wanted)


def test_nothing_is_found_for_no_words():
    """A phrase of no words is none."""
    phrases = Phrases()
    phrases.add([], "nothing")

    assert list(phrases.find(["a"])) == []


MENTIONS = st.builds(
    lambda start, length, kind, name, role: Mention(
        start, start + length, Entity(kind, name), role
    ),
    st.integers(0, 12),
    st.integers(1, 5),
    st.sampled_from(["org", "vanguard", "programme", "barrier", "measure"]),
    st.sampled_from("xy"),
    st.sampled_from(["pref", "hidden", "shape"]),
)


@settings(deadline=None)
@given(st.lists(MENTIONS, max_size=8), st.lists(MENTIONS, max_size=4))
def test_more_mentions_are_weighed_with_those_that_stand(first, more):
    """Adding to what stands gives what weighing all anew gives."""
    kept = longest(first)

    assert set(with_more(kept, more)) == set(longest([*kept, *more]))
