from __future__ import annotations

import pytest

from kg.documents.read import read_text
from kg.extraction.matcher import Matcher
from kg.extraction.see import see
from kg.registry import Registry, RegistryRow
from kg.vocabulary import Concept, Label, Vocabulary

ROWS = tuple(
    RegistryRow(id_, name, (), model, "2015-03", area, 0, 0)
    for id_, name, model, area in (
        ("oakham", "Oakham Together", "mcp", "Oakham"),
        ("wold", "Better Wold", "pacs", "West Wold"),
        ("birch", "Joining Hands", "pacs", "Birch Vale"),
        ("elm", "One Elm", "acute", "Elmshire"),
        ("many", "Three Towns Care", "mcp", "Ashby, Thornby and Derby"),
    )
)
MATCHER = Matcher(
    Vocabulary(
        (
            *(Concept("vanguard", r.id, r.id, (Label("pref", r.name),)) for r in ROWS),
            Concept("model", "pacs", "pacs", (Label("pref", "acute care system"),)),
            Concept("programme", "all", "all", (Label("pref", "vanguard programme"),)),
            Concept("org", "mind", "mind", (Label("pref", "Mind"),)),
        ),
        Registry("", ROWS),
    )
)


def seen(text, kind):
    """Return the mentions of a kind as printed, in a text on the programme."""
    text = f"The NHS vanguard programme.\n\n{text}"
    reading = see(read_text(text, "d"), MATCHER)
    return [text[m.start : m.end] for m in reading.mentions if m.kind == kind]


def areas(text):
    """Return "printed = id" of the vanguards named by area."""
    reading = see(read_text(text, "d"), MATCHER)
    return [
        f"{text[m.start : m.end]} = {m.entity.id}"
        for m in reading.mentions
        if m.kind == "vanguard" and m.role == "area"
    ]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("The vanguard works with the charity Red Kite.", ["Red Kite"]),
        ("A social enterprise called Threshold helps the vanguard.", ["Threshold"]),
        ("The charity Oakby Mind helps the vanguard.", ["Oakby Mind"]),
        ("Red Kite, a local charity, helps the vanguard.", ["Red Kite"]),
        ("Link workers from Red Kite help the vanguard.", ["Red Kite"]),
        ("Vanguard board: Dr Ann Lee (Viaduct Care), Dr Jo Day (chair).", ["Viaduct Care"]),
        ("Members:\n\n- Red Kite\n- Devon Owls (nights)\n- a mill", ["Red Kite", "Devon Owls"]),
        ("Dates of the vanguard:\n\n- Red Kite\n- Devon Owls", []),
        ("The charity said the vanguard works. Red Kite flew.", []),
        ("Nurses from London visit the vanguard.", []),
        ("Advisers from NHS sites help the vanguard.", []),
    ],
)  # fmt: skip
def test_company_shows_an_organisation(text, bodies):
    """A word for a body, an employer's place or a list of members makes a name a body's."""
    assert seen(text, "org") == bodies


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vanguards differ. Elmshire said costs rose.", ["Elmshire = elm"]),
        ("Vanguards differ. In Elmshire three hospitals joined.", ["Elmshire = elm"]),
        ("Vanguards differ, says Better Wold vanguard. Costs in Elmshire rose.", []),
        ("Vanguards differ, says Better Wold vanguard. Elmshire residents know.", []),
        (
            "Vanguards at work: Oakham, West Wold and Elmshire.",
            ["Oakham = oakham", "West Wold = wold", "Elmshire = elm"],
        ),
        ("# Three vanguards\n\n## Elmshire\n\nCosts rose.", ["Elmshire = elm"]),
        ("A vanguard grows. West Wold, the acute care system, did.", ["West Wold = wold"]),
        ("Hospitals differ. Elmshire said costs rose.", []),
    ],
)  # fmt: skip
def test_an_area_that_a_passage_is_about_is_its_vanguard(text, found):
    """In a text on vanguards a heading, a subject, an opening or a list names one by its area."""
    assert areas(text) == found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann Lee is director of the Oakham vanguard.", ["Ann Lee"]),
        ("For the vanguard: Ann Lee (Oakham CCG), Jo Day (Oakham Council).", ["Ann Lee", "Jo Day"]),
        ("Ann Lee of Oakham CCG signed for the vanguard.", ["Ann Lee"]),
        ("Ann Lee was sorry about the vanguard. She is chief executive there.", ["Ann Lee"]),
        ("The Oakham vanguard met in Lee Park (upstairs).", []),
    ],
)
def test_a_body_or_a_job_shows_a_person(text, names):
    """What follows a name says whether it is somebody's."""
    assert seen(text, "person") == names


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The vanguard is for people in Holt, Green Ham and Wick.", ["Holt", "Green Ham", "Wick"]),
        ("The vanguard for southern Oakshire grew.", ["southern Oakshire"]),
        ("The vanguard is in the south of Oakshire.", ["Oakshire"]),
        ("The vanguard does not cover Holt.", ["Holt"]),
        ("The vanguard has homes in Ashby, Thornby and Derby.", ["Ashby", "Thornby", "Derby"]),
    ],
)
def test_places_of_a_list_are_seen_one_by_one(text, places):
    """A list behind "in" is several places; a compass word belongs to its county."""
    assert seen(text, "place") == places


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Oakham Together has cut waits.", 1),
        ("One Elm is a tree in the square.", 0),
    ],
)
def test_a_name_with_an_area_in_it_needs_no_other_word(text, count):
    """Such a name can hardly mean anything else."""
    reading = see(read_text(text, "d"), MATCHER)
    assert len([m for m in reading.mentions if m.kind == "vanguard"]) == count


def test_a_shape_does_not_swallow_the_vanguard_that_ends_it():
    """A capitalised word at the head of a sentence makes no longer name."""
    rows = (RegistryRow("lake", "Lake Healthcare", (), "mcp", "2015-03", "Lakeshire", 0, 0),)
    label = (Label("pref", "Lake Healthcare"),)
    matcher = Matcher(Vocabulary((Concept("vanguard", "lake", "lake", label),), Registry("", rows)))
    text = "Eastern Lake Healthcare has thirty doctors."
    reading = see(read_text(text, "d"), matcher)
    assert [(m.kind, text[m.start : m.end]) for m in reading.mentions if m.kind != "place"] == [
        ("vanguard", "Lake Healthcare")
    ]
