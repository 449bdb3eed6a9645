"""Signs: what a text must hold for a pattern to match."""

from __future__ import annotations

import re

import pytest

from kg.documents.read import read_text
from kg.extraction.reading import Reading
from kg.extraction.signs import signed, signs_of

PATTERNS = (
    (r"\bcame\s+to (?:nothing|grief)\b", {"to nothing", "to grief"}),
    (r"(?:was|is) [a-z]+ help|\bm[ae]nd(?:ed)?", {" help", "mand", "mend"}),
    (r"shortages? of\s+\w+", {"shortage of", "shortages of"}),
    (r"(?:un|dis)\w+ly", {"ly"}),
    (r"(?:very )?[^.;]{0,40}", set()),
    (r"(?:help|\w+)", set()),
    (r"(?:ab){2,3}c", {"ab"}),
    (r"(?i:Trust)s?(?= said)", {"trust"}),
)


@pytest.mark.parametrize(("pattern", "signs"), PATTERNS)
def test_signs_are_pieces_of_which_each_match_holds_one(pattern: str, signs: set[str]) -> None:
    """Signs are the pieces of which each match holds one, the least likely by chance."""
    assert signs_of(re.compile(pattern)) == signs


@pytest.mark.parametrize(
    "text",
    ["It CAME TO NOTHING.", "came to grief", "It came to pass", "", "nothing", "became to nothing"],
)
def test_a_signed_pattern_finds_what_the_pattern_finds(text: str) -> None:
    """A signed pattern finds what the plain pattern finds, by each way of looking."""
    plain = re.compile(r"\bcame to (?:nothing|grief)\b", re.IGNORECASE)
    looked = signed(plain.pattern, re.IGNORECASE)
    assert [m.span() for m in looked.finditer(text)] == [m.span() for m in plain.finditer(text)]
    assert [m.span() for m in looked.in_lines(text)] == [m.span() for m in plain.finditer(text)]
    for mine, theirs in (
        (looked.search(text, 3), plain.search(text, 3)),
        (looked.match(text), plain.match(text)),
        (looked.fullmatch(text), plain.fullmatch(text)),
    ):
        assert (mine and mine.span()) == (theirs and theirs.span())


@pytest.mark.parametrize("text", ["ſhort of ſtaff", "SHORT OF STAFF", "ſHORT of \u212ait"])
def test_letters_that_case_folding_makes_one_are_one(text: str) -> None:
    """Letters that `re.IGNORECASE` takes for one another are one to the signs too."""
    looked = signed(r"short of (?:staff|kit)", re.IGNORECASE)
    assert looked.search(text) is not None


def test_in_lines_gives_places_in_the_whole_text() -> None:
    """Matches found line by line have their places in the whole text."""
    looked = signed(r"\bthink tank\b")
    text = "a think tank\nno tank\r\none more think tank"
    assert [m.span() for m in looked.in_lines(text)] == [(2, 12), (31, 41)]


@pytest.mark.parametrize("text", ["a. It came to nothing. b", "It came to ﬁx it. And to nothing."])
def test_a_look_at_a_whole_reading_finds_what_the_pattern_finds(text: str) -> None:
    """Each stretch of a reading is looked at as the plain pattern looks at it."""
    reading = Reading(read_text(text, "x"), (), ())
    plain = re.compile(r"\bcame to (?:nothing|grief)\b", re.IGNORECASE)
    looked = signed(plain.pattern, re.IGNORECASE)
    for start in range(len(text)):
        for end in range(start, len(text) + 1):
            for mine, theirs in (
                (looked.match_in(reading, start, end), plain.match(text, start, end)),
                (looked.search_in(reading, start, end), plain.search(text, start, end)),
                (looked.search_cut(reading, start, end), plain.search(text[start:end])),
            ):
                assert (mine and mine.span()) == (theirs and theirs.span())


def test_signs_may_be_given() -> None:
    """Of a pattern whose maker knows rarer words that each match holds."""
    looked = signed(r"(?:patients|staff) (?:stop|stopped) going", signs=("stop",))
    assert looked.signs == ("stop",)
    assert not looked.may_match("patients went on going")
