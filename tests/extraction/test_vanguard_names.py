"""The many ways in which pages name one of the 50 vanguards."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kg.documents.read import read_text
from kg.extraction.matcher import Matcher
from kg.extraction.owners import Owners
from kg.extraction.see import see
from kg.vocabulary import default_vocabulary

WAYS = Path(__file__).with_name("vanguard-names.csv")
CARE = "\n\nNurses visit patients at home. Emergency admissions fell by 5 per cent.\n"
NOT_YET = {
    "Erewash, in Derbyshire, is one of 14 multispecialty community providers.":
        "an aside stands between the area and its kind",
    "The urgent and emergency care vanguard in the North East launched a flight deck.":
        "half the name of a region",
    "Salford and Wigan are forming a foundation chain.": "the name is taken apart",
    "Dorset's acute care collaboration joins pathology.": "a kind that others are called too",
}  # fmt: skip


def ways():
    """Yield each way of naming a vanguard with the vanguard that is meant."""
    with WAYS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            why = NOT_YET.get(row["text"])
            marks = [pytest.mark.xfail(reason=why, strict=True)] if why else []
            yield pytest.param(row["vanguard"], row["text"], marks=marks)


@pytest.fixture(scope="module")
def seen():
    """Return what sees a text and says whom it is about."""
    vocabulary = default_vocabulary()
    matcher = Matcher(vocabulary)
    return lambda text: Owners(see(read_text(text, "page"), matcher), vocabulary).main


def test_every_vanguard_is_named_in_some_way():
    """The list of ways leaves no vanguard out, and is long."""
    named = [p.values[0] for p in ways()]

    assert set(named) == {row.id for row in default_vocabulary().registry.rows}
    assert len(named) >= 160


@pytest.mark.parametrize(("vanguard", "text"), list(ways()))
def test_a_page_is_about_the_vanguard_it_names(seen, vanguard, text):
    """A page that opens with a name, a nickname or an area's vanguard is about that vanguard."""
    assert str(seen(text + CARE)) == f"vanguard:{vanguard}"
