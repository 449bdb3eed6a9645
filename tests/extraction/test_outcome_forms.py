"""Changes told in forms without a plain verb of change, in invented passages."""

from __future__ import annotations

import pytest

from kg.documents.read import read_text
from kg.extraction.changes import all_changes
from kg.extraction.matcher import Matcher
from kg.extraction.see import see
from kg.vocabulary import default_vocabulary

LEAD = "The Stockport Together vanguard began in 2015.\n\n"


@pytest.fixture(scope="module")
def told():
    """Return the changes of the last sentence of a passage, written as the guide does."""
    vocabulary = default_vocabulary()
    matcher = Matcher(vocabulary)

    def of(passage):
        reading = see(read_text(LEAD + passage, "passage"), matcher)
        sentence = reading.document.sentences[-1]
        return {
            f"{str(outcome).removeprefix('outcome:')} {change.status}"
            for change in dict(all_changes(reading, vocabulary)).get(sentence, ())
            for outcome in change.outcomes
        }

    return of


@pytest.mark.parametrize(
    ("passage", "changes"),
    [
        (
            "About 1,300 GP appointments have been freed as a result.",
            {"gp-workload/decrease/1300 count reported"},
        ),
        (
            "Pharmacists took £48,000 off the cost of medicines in nine months.",
            {"cost-savings/increase/48000 GBP reported"},
        ),
        (
            "Emergency admissions among the first 140 people fell by 20 per cent.",
            {"emergency-admissions/decrease/20 percent reported"},
        ),
        (
            "Emergency admissions, which used to climb by 5 per cent, have stopped rising.",
            {"emergency-admissions/maintain reported"},
        ),
        (
            "It was hoped that admissions would fall by 15 per cent; they rose by 3.",
            {
                "emergency-admissions/decrease/15 percent expected",
                "emergency-admissions/increase/3 percent reported",
            },
        ),
        (
            "Admissions of older people grew by 2 per cent, half the rate of the rest of England.",
            {"emergency-admissions/decrease reported"},
        ),
        (
            "People with a new knee spend a day less in bed.",
            {"length-of-stay/decrease/1 days reported"},
        ),
        (
            "No witness was able to show that money had been saved.",
            {"cost-savings/increase negated"},
        ),
        ("It would be worth £240m a year.", set()),
    ],
)
def test_tells_changes_in_other_forms(told, passage, changes):
    """A change told in a set form, or beside another figure, is read with its own figure."""
    assert told(passage) == changes
