from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.documents.read import read_text
from kg.extraction.acronyms import fits
from kg.extraction.matcher import Matcher
from kg.extraction.see import see
from kg.extraction.senses import vanguard_words
from kg.extraction.short_names import short_forms
from kg.extraction.spans import Spans
from kg.registry import Registry, RegistryRow
from kg.vocabulary import Concept, Label, Vocabulary


def row(id_, name, others, model, area):
    """Make a row of a registry."""
    return RegistryRow(id_, name, others, model, "2015-03", area, 0, 0)


ROWS = (
    row("oakham", "Oakham Together", ("Oakham vanguard",), "mcp", "Oakham"),
    row("wold", "Happy at Home (West Wold)", ("Happy at Home",), "pacs", "West Wold"),
    row("elm-homes", "Elm Homes of Care", (), "homes", "Elm"),
    row("elm-hospitals", "One Elm", (), "acute", "Elm"),
    row("yew-mothers", "Yew and Ash Women's Services", (), "acute", "Yew and Ash"),
    row("yew-brains", "Yew Brain Network", (), "acute", "Yew and Ash"),
    row("span", "Span", ("Span MCP",), "mcp", "Ashby"),
    row("joint", "Joining Hands", (), "pacs", "Birch Vale"),
)


def concepts():
    """Yield the concepts of a small vocabulary."""
    for r in ROWS:
        labels = (Label("pref", r.name), *(Label("alt", n) for n in r.other_names))
        yield Concept("vanguard", r.id, r.id, labels, "", (("area", r.area),))
    for id_, name in (("mcp", "multispecialty provider"), ("acute", "acute collaboration")):
        yield Concept("model", id_, id_, (Label("pref", name),))
    yield Concept("model", "homes", "homes", (Label("alt", "care home vanguards"),))
    names = (Label("pref", "vanguard programme"), Label("hidden", "vanguards"))
    yield Concept("programme", "all", "all", names)
    yield Concept("org", "mind", "mind", (Label("case", "Mind"),))
    yield Concept("intervention", "mcn", "mcn", (Label("pref", "Managed clinical network"),))


MATCHER = Matcher(Vocabulary(concepts(), Registry("", ROWS)))
KINDS = ("vanguard", "org", "programme", "person", "place", "intervention")


def seen(text, *kinds):
    """Return "printed = kind:id role" of the mentions of a text."""
    reading = see(read_text(text, "d"), MATCHER)
    return [
        f"{' '.join(text[m.start : m.end].split())} = {m.entity.id} {m.role}"
        for m in reading.mentions
        if m.kind in (kinds or KINDS)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Oakham care vanguard", ["Oakham = oakham area"]),
        ("It is a vanguard in West Wold.", ["West Wold = wold area"]),
        ("vanguards in Oakham, West Wold and on the Birch Vale",
         ["Oakham = oakham area", "West Wold = wold area", "Birch Vale = joint area"]),
        ("The vanguards are:\n\n- Oakham CCG\n- Span (Ashby and Thorpe)\n- Elm Homes of Care",
         ["Oakham CCG = oakham area", "Span = span pref", "Elm Homes of Care = elm-homes pref"]),
        ("Oakham CCG's care vanguard", ["vanguard = oakham area"]),
        ("a vanguard run by Oakham CCG", ["vanguard = oakham area"]),
        ("the Wold vanguard", ["Wold = wold area"]),
        ("Elm was one of the care home vanguards.", ["Elm = elm-homes area"]),
        ("Elm's acute collaboration saved money. A vanguard.", ["Elm = elm-hospitals area"]),
        ("The Elm vanguard", []),
        ("The Oakham vanguard met West Wold hospital.", ["Oakham vanguard = oakham alt"]),
        ("Women's services in Yew and Ash became a vanguard.", ["Yew and Ash = yew-mothers area"]),
        ("Yew and Ash became a vanguard.", []),
        ("A vanguard visit.\n\nOakham is old. The homes in Oakham are good. It helped the NHS.",
         ["Oakham = oakham area", "Oakham = oakham area"]),
    ],
)  # fmt: skip
def test_vanguards_named_by_their_area(text, expected):
    """An area beside a word of the programme is its vanguard, when only one fits."""
    assert seen(text, "vanguard") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The vanguard Span grew. Span is here. At Span, GPs lead.",
         ["Span = span pref", "Span = span pref", "Span = span pref"]),
        ("Vanguards span the country. Span the gap.", []),
        ("Joining Hands is a vanguard. We are joining hands.", ["Joining Hands = joint pref"]),
        ("A vanguard. Joining Hands For All People", []),
        ("Happy at Home, not happy at home, is a vanguard.", ["Happy at Home = wold pref"]),
        ("A vanguard met Oakham Together Trust.", []),
        ("Span MCP, a vanguard, grew. Span grew.", ["Span MCP = span alt", "Span = span pref"]),
        ("Span, an MCP vanguard, grew.", ["Span = span pref"]),
        ("The vanguard. Joining Hands grew.", ["Joining Hands = joint pref"]),
    ],
)  # fmt: skip
def test_ordinary_words_are_no_vanguard(text, expected):
    """A name of ordinary words counts in capitals, and not where a sentence only begins with it."""
    assert seen(text, "vanguard") == expected


@pytest.mark.parametrize(
    "text",
    [
        "The surgeon is in the vanguard of reform in the NHS.",
        "HMS Vanguard sailed from the hospital.",
        "Vanguard Healthcare lends mobile theatres to Oakham NHS Trust. Vanguard's chief agreed.",
        "Vanguard funds and ETFs did well; health stocks fell.",
        "The Standard Vanguard car was made in Oakham.",
        "Oakham CCG opened a clinic.",
    ],
)
def test_a_document_of_something_else_yields_nothing(text):
    """Idioms, ships, cars, funds and companies are not the programme."""
    reading = see(read_text(text, "d"), MATCHER)
    assert (reading.mentions, reading.figures) == ((), ())


def test_the_programmes_word_is_told_from_the_idiom():
    """Both senses in one text are told apart."""
    text = "in the vanguard of reform; the Oakham vanguard; HMS Vanguard"
    assert [text[a - 7 : b] for a, b in vanguard_words(text)] == ["Oakham vanguard"]


def test_acronyms_are_followed():
    """A short form defined in brackets, or made of the initials, is the same body later."""
    text = (
        "The vanguard programme joined Oakham and Ash NHS Foundation Trust (OAFT). OAFT agreed. "
        "The Royal College of Potters and Glaziers came. RCPG staff spoke of managed clinical "
        "networks (MCNs). An MCN helps. Ash CCG (CCG), Yew NHS Trust (XYZQ) and "
        "CPFT. XYZQ."
    )
    assert [line for line in seen(text, "org", "intervention") if line.endswith("acronym")] == [
        "OAFT = oakham-and-ash-nhs-foundation-trust acronym",
        "OAFT = oakham-and-ash-nhs-foundation-trust acronym",
        "RCPG = royal-college-of-potters-and-glaziers acronym",
        "MCNs = mcn acronym",
        "MCN = mcn acronym",
    ]


def test_the_names_of_a_body_are_gathered():
    """Each mention of a body carries every name that the text gives it, the fullest first."""
    text = "A vanguard: Oakham Royal NHS Trust (ORNT). Oakham Royal grew; ORNT too."
    reading = see(read_text(text, "d"), MATCHER)
    assert {m.entity.names for m in reading.mentions if m.kind == "org"} == {
        ("Oakham Royal NHS Trust", "Oakham Royal", "ORNT")
    }


def test_short_names_and_anaphors():
    """Shortened names, and "the trust" where one trust was named before, are that trust."""
    text = (
        "The trust waits. A vanguard at Elm Royal NHS Trust and Mind in Elmshire began. Elm Royal "
        "and Mind agreed. The trust grew. Ash Royal NHS Trust came. The trust left. The council."
    )
    assert seen(text, "org") == [
        "Elm Royal NHS Trust = elm-royal-nhs-trust shape",
        "Mind in Elmshire = mind-in-elmshire shape",
        "Elm Royal = elm-royal-nhs-trust short",
        "Mind = mind-in-elmshire short",
        "The trust = elm-royal-nhs-trust anaphor",
        "Ash Royal NHS Trust = ash-royal-nhs-trust shape",
    ]


def test_a_place_is_never_a_short_name():
    """What is left of a name must be more than a place or a list of places."""
    assert short_forms("Elm and Ash NHS Trust", "org", {"Elm", "Ash"}) == ()
    assert short_forms("Elm Healthcare", "org", {"Elm"}) == ()
    assert short_forms("Riverside Healthcare", "vanguard", {"Elm"}) == ("Riverside",)


def test_places_lie_in_no_other_name():
    """The Oakham of "Oakham CCG" or "Oakham vanguard" is no place of its own."""
    text = "Oakham CCG and the Oakham vanguard serve Oakham."
    assert seen(text, "place") == ["Oakham = oakham pref"]


def test_addresses_and_front_matter_are_passed_over():
    """Web addresses and front matter mention nothing."""
    text = "---\ntitle: Oakham Together\n---\n\nA vanguard. See http://x.uk/Oakham-Together now."
    assert seen(text) == []


def test_short_forms_must_fit():
    """The letters stand in the name in order, the first at its head."""
    assert fits("OAFT", "Oakham and Ash NHS Foundation Trust")
    assert not fits("XYZ", "Oakham and Ash NHS Foundation Trust")


WORDS = ["vanguard", "Oakham", "Together", "Elm", "NHS", "Trust", "the", "and", ".", "in", "Dr"]


@settings(deadline=None)
@given(
    st.lists(st.sampled_from([*WORDS, "Span", "30%", "\n\n", "(ORT)", "said", ","]), max_size=40)
)
def test_mentions_are_in_order_and_in_bounds(words):
    """Mentions come sorted and never empty; those of one kind never overlap."""
    text = " ".join(words)
    reading = see(read_text(text, "d"), MATCHER)
    spans = [(m.start, m.end) for m in reading.mentions]
    assert spans == sorted(spans)
    assert all(0 <= a < b <= len(text) for a, b in spans)
    for kind in ("org", "vanguard", "person", "place"):
        last = 0
        for mention in (m for m in reading.mentions if m.kind == kind):
            assert mention.start >= last
            last = mention.end


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 20), st.integers(1, 5)), max_size=8),
    st.integers(0, 25),
    st.integers(1, 5),
)
def test_spans_meet_as_told_one_by_one(spans, start, length):
    """The quick answer is the one that looking at each span gives."""
    pairs = [(a, a + n) for a, n in spans]
    end = start + length
    assert Spans(pairs).meet(start, end) is any(a < end and start < b for a, b in pairs)
