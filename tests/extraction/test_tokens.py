from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extraction.tokens import plain_words, tokens


def test_ways_of_writing_one_phrase_give_the_same_words():
    """Case, hyphens, soft hyphens, apostrophes, emphasis and plain plurals make no difference."""
    ways = (
        "multi-disciplinary team’s care plans",
        "Multidisciplinary teams' care plan",
        "multi\u00addisciplinary **team** CARE-PLANS",
        "Multi disciplinary\nteam\u00a0care/plan",
    )
    assert {tuple(tokens(way).words) for way in ways} == {
        ("multidisciplinary", "team", "care", "plan")
    }


def test_punctuation_that_ends_a_thought_stays():
    """A full stop, a comma and a spaced dash keep words apart."""
    assert tokens("primary care. Home – visits, daily").words == [
        "primary", "care", ".", "home", "-", "visit", ",", "daily",
    ]  # fmt: skip


def test_a_dash_before_a_word_is_a_dash():
    """A dash behind a space keeps words apart, even where no space follows it."""
    assert tokens("old models of care -Planning, mid- and east -3").words == [
        "old", "model", "of", "care", "-", "planning", ",", "mid", "and", "east", "3",
    ]  # fmt: skip


def test_a_letter_that_grows_when_lowered_shifts_nothing():
    """Offsets are those of the text as printed, whatever folding does to its length."""
    text = "İİİ ﬁnance ẞ team’s plan"
    seen = tokens(text)
    printed = [text[a:b] for a, b in zip(seen.starts, seen.ends, strict=True)]
    assert printed == ["İİİ", "ﬁnance", "ẞ", "team", "plan"]


@settings(deadline=None)
@given(st.text(alphabet="aAsS'’-–. \n,\u00ad&İ*(1", max_size=40))
def test_tokens_lie_in_order_inside_the_text(text):
    """Tokens never overlap, are never empty and never leave the text."""
    seen = tokens(text)
    edges = [e for pair in zip(seen.starts, seen.ends, strict=True) for e in pair]
    assert edges == sorted(edges)
    assert all(0 <= a < b <= len(text) for a, b in zip(seen.starts, seen.ends, strict=True))


@settings(deadline=None)
@given(st.text(alphabet="careCo multire-sn", min_size=1, max_size=30))
def test_the_quick_way_gives_the_same_words(text):
    """`plain_words` agrees with `tokens` wherever it answers."""
    quick = plain_words(text)
    assert quick is None or list(quick) == tokens(text).words
