from __future__ import annotations

import pytest

from kg.extraction.persons import people
from kg.extraction.places import parts_of, places
from kg.extraction.spans import Spans
from kg.registry import Registry, RegistryRow


def persons(text, *taken):
    """Return (printed, name, role) of the people of a text."""
    spans = Spans((text.index(t), text.index(t) + len(t)) for t in taken)
    return [(text[m.start : m.end], m.entity.names[0], m.role) for m in people(text, spans)]


@pytest.mark.parametrize(
    "text",
    [
        "Dr Mary Young spoke.",
        "We met Mary Young, chief executive of Oakham CCG.",
        "Mary Young, who leads the work, agreed.",
        "‘It helps,’ says Mary Young.",
        "Mary Young said it helps.",
        "The project director Mary Young resigned.",
        "Meanwhile Mary Young leads the programme.",
        "The trust's medical director, Mary Young, agreed.",
        "Mary Young\nMedical Director",
        "By Mary Young\n\nIt began.",
        "Mary Young, 54, a nurse, agreed.",
        "I'm Mary Young and I work here.",
        "They visited Mary Young in June.",
    ],
)
def test_a_name_with_a_cue_is_a_person(text):
    """A title, a job, a verb beside a name, or a common first name, makes it a person's."""
    assert persons(text) == [("Mary Young", "Mary Young", "shape")]


@pytest.mark.parametrize(
    "text",
    [
        "Oakham Together said it helps.", "New Care says so.", "Last Tuesday said nothing.",
        "They visited Merrow Dale in June.", "They sat in Victoria Park.", "Dr Who",
        "The Young People leads.",
        "West Oakham Council, chair of the group,", "NHS Providers, director of",
        "Emergency Care, lead provider",
    ],
)  # fmt: skip
def test_capitals_alone_make_no_person(text):
    """A body, a day, a title-case phrase or a name without a cue is nobody."""
    taken = [name for name in ("Oakham Together",) if name in text]
    assert persons(text, *taken) == []


def test_a_month_may_be_a_surname():
    """ "Theresa May" is no month, and "in May" nobody."""
    assert persons("Minister Thea May came in May.") == [("Thea May", "Thea May", "shape")]


def test_a_name_behind_the_possessive_of_a_body_is_a_person():
    """ "Oakham Trust's Mary Young" works there."""
    text = "Oakham Trust's Mary Young disagrees; not Oakham's Upper Wold."
    assert persons(text, "Oakham Trust") == [("Mary Young", "Mary Young", "shape")]


def test_a_bare_surname_is_the_person_named_before():
    """Later surnames, with a title or none, are short mentions of the same person."""
    text = "Dr Fay O'Neill, a GP, agreed. ‘Yes,’ says O'Neill. Dr O'Neill left."
    assert persons(text) == [
        ("Fay O'Neill", "Fay O'Neill", "shape"),
        ("O'Neill", "Fay O'Neill", "short"),
        ("O'Neill", "Fay O'Neill", "short"),
    ]


def test_a_name_inside_another_is_nobody():
    """What is taken by an organisation is not looked at."""
    assert persons("Mary Young House said", "Mary Young House") == []
    assert persons("Director Mary Young of it.", "Mary Young of") == []


ROWS = tuple(
    RegistryRow(area.lower(), area, (), "", "", area, 0, 0)
    for area in ("Oakham", "West Oakham", "Ash, Elm and Yew")
)
REGISTRY = Registry("", ROWS)


def placed(text, *taken):
    """Return (printed, role) of the places of a text."""
    spans = Spans((text.index(t), text.index(t) + len(t)) for t in taken)
    return [(text[m.start : m.end], m.role) for m in places(text, REGISTRY, spans)]


def test_areas_and_their_parts_are_places():
    """The longest area wins; parts of a listed area count; lower case does not."""
    assert placed("Oakham, West Oakham, Elm, and oakham") == [
        ("Oakham", "pref"), ("West Oakham", "pref"), ("Elm", "pref"),
    ]  # fmt: skip


def test_capitals_behind_in_are_places():
    """ "in" and its like ask for a place; months, services and taken names are none."""
    text = "Across Stoke-on-Wold and in Nether Wallop, in March, in Primary Care, in Elm Trust"
    assert placed(text, "Elm Trust") == [("Stoke-on-Wold", "shape"), ("Nether Wallop", "shape")]


def test_parts_of_an_area():
    """An area that lists places has parts."""
    assert parts_of("Ash, Elm and Yew") == ("Ash", "Elm", "Yew")
