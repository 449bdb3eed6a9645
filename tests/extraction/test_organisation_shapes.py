from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extraction.shapes import entity_of, organisations


def names(text):
    """Return the organisations of a text as printed."""
    return [text[m.start : m.end] for m in organisations(text)]


@pytest.mark.parametrize(
    "name",
    [
        "Northbrook Royal NHS Foundation Trust",
        "Dunmore and Westley NHS Trust",
        "Guy's and St Aldate's NHS Foundation Trust",
        "University Hospitals of Merrow Bay NHS Foundation Trust",
        "Tyne, Esk and Wear Valleys NHS Foundation Trust",
        "NHS Ashford Clinical Commissioning Group",
        "Ashford CCG",
        "Arden, Ardenshire and Rutley CCG",
        "Ashford City Council",
        "City of Ashford Council",
        "London Borough of Ashford",
        "University of Northbrook",
        "Royal College of Potters and Glaziers",
        "Northern Academic Health Science Network",
        "NHS Oak & Elm Commissioning Support Unit",
        "Oakham Medical Practice",
        "Ashford GP Care Group",
        "Ashford Police",
        "Ashford Fire and Rescue Service",
        "Age UK Ashford",
        "Mind in Ashfordshire",
        "Healthwatch Ashford",
        "Ashford Local Medical Committee",
        "Ashford Health and Wellbeing Board",
        "Brightwater Hospice",
        "Brightwater Healthcare Ltd",
        "Brightwater Care CIC",
    ],
)
def test_each_shape_is_found_whole(name):
    """The name is found whole in the middle of a sentence, its article and the rest left out."""
    assert names(f"Last year the {name} joined, they said.") == [name]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ashford CCG and Ashford City Council", ["Ashford CCG", "Ashford City Council"]),
        ("Barton Health NHS Trust and East Ashford Foundation Trust",
         ["Barton Health NHS Trust", "East Ashford Foundation Trust"]),
        ("Meanwhile Ashford CCG met", ["Ashford CCG"]),
        ("The University of Ash and Elm Royal NHS Trust",
         ["University of Ash", "Elm Royal NHS Trust"]),
        ("Both NHS Ashford CCG and Oakham Surgery", ["NHS Ashford CCG", "Oakham Surgery"]),
        ("At Ashford Royal NHS Trust", ["Ashford Royal NHS Trust"]),
        ("chair of Ashford clinical commissioning group’s (CCG) board",
         ["Ashford clinical commissioning group"]),
        ("Elmore Hospice and Tyne, Esk and Wear CCG", ["Elmore Hospice", "Tyne, Esk and Wear CCG"]),
        ("Nova and Spectra Health CIC", ["Spectra Health CIC"]),
        ("Guy's and St Aldate's and Yew and Ash NHS Trust", ["Yew and Ash NHS Trust"]),
        ("Wold Practice GPs, Elm and Ash CCG", ["Elm and Ash CCG"]),
        ("Elmore Network and Ashford Council", ["Ashford Council"]),
        ("Elmore Network, Ash and Wear CCG", ["Ash and Wear CCG"]),
        ("Dr Jones of Ashford\nNHS Trust", ["Ashford\nNHS Trust"]),
    ],
)  # fmt: skip
def test_lists_and_leading_words(text, expected):
    """ "and" after one body begins another; words that lead into a name are left out."""
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "the NHS Foundation Trust", "our Clinical Commissioning Group", "The Local Council agreed",
        "an NHS trust", "Trust is vital", "the Working Group", "They trust Council", "Hospital",
        "the council and the university", "Clinical Commissioning Groups", "A Trust. Health Centre",
        "The Acute Trust and Local Health Group", "Royal National Society",
    ],
)  # fmt: skip
def test_a_kind_of_body_is_no_body(text):
    """Generic words, however capitalised, name nobody."""
    assert names(text) == []


def test_a_commissioning_group_has_both_its_names():
    """The fullest first; "NHS" makes no other identifier."""
    long = entity_of("NHS Ashford Clinical Commissioning Group")
    assert long.names == (
        "NHS Ashford Clinical Commissioning Group", "NHS Ashford CCG", "Ashford CCG",
    )  # fmt: skip
    assert entity_of("Ashford CCG").names == ("Ashford Clinical Commissioning Group", "Ashford CCG")
    assert long.id == entity_of("Ashford CCG").id == "ashford-clinical-commissioning-group"


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(["Ashford", "and", "NHS", "Trust", "Council", "of", ",", "the", "St", "&"]),
        max_size=30,
    )
)
def test_names_begin_with_a_capital_and_do_not_overlap(words):
    """Whatever the words, a name begins with a capital letter and ends before the next begins."""
    text = " ".join(words)
    end = 0
    for mention in organisations(text):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start].isupper()
        end = mention.end
