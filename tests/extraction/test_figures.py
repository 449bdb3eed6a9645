from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extraction.figures import find_figures
from kg.extraction.numbers import words_value
from kg.model import UNITS, plain_number


def figures(text):
    """Return "value unit noun role" of each figure, blanks left out."""
    return [
        " ".join(
            x for x in (plain_number(f.value), f.unit, f"[{f.noun}]" * bool(f.noun), f.role) if x
        )
        for f in find_figures(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fell by 9%", ["9 percent by"]),
        ("a reduction of 2.9 per cent", ["2.9 percent by"]),
        ("a 30 percent reduction", ["30 percent by"]),
        ("three per cent fewer admissions", ["3 percent by"]),
        ("bed days down 28%", ["28 percent by"]),
        ("went from 38% to 0%", ["38 percent from", "0 percent to"]),
        ("rose to £3m", ["3000000 GBP to"]),
        ("saves up to £3m", ["3000000 GBP"]),
        ("by almost a fifth", ["20 percent by"]),
        ("5-10% of visits", ["5 percent", "10 percent"]),
        ("between 5 and 10 per cent", ["5 percent", "10 percent"]),
        ("fell by between 5 and 10 per cent", ["5 percent by", "10 percent by"]),
        ("four percentage points", ["4 percent points"]),
        ("a third of sites", ["33 percent"]),
        ("two-thirds of patients", ["67 percent"]),
        ("cut by half", ["50 percent by"]),
        ("one in five patients", ["20 percent"]),
    ],
)
def test_percentages(text, expected):
    """Percentages in signs, words, ranges and fractions, with the part they play."""
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("£1.2m and £2.2 billion", ["1200000 GBP", "2200000000 GBP"]),
        ("£170k, GBP 20 thousand", ["170000 GBP", "20000 GBP"]),
        ("£1,200,000", ["1200000 GBP"]),
        ("1.2 million pounds", ["1200000 GBP"]),
        ("two million pounds", ["2000000 GBP"]),
        ("£5-6m", ["5000000 GBP", "6000000 GBP"]),
        ("saved 170k last year", ["170000 GBP"]),
        ("£112 million", ["112000000 GBP"]),
        ("$5m and €3m", []),
    ],
)
def test_money(text, expected):
    """Sums in pounds; other money is not of our units."""
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 287,000 people are covered", ["287000 people [people]"]),
        ("130\u00a0000 patients", ["130000 people [patients]"]),
        ("a population of over 287,000", ["287000 people [population]"]),
        ("a list of 100,000", ["100000 people [list]"]),
        ("250 care home residents", ["250 people [care home residents]"]),
        ("450 social care staff", ["450 people [social care staff]"]),
        ("Fifteen care homes and two extra care facilities",
         ["15 sites [care homes]", "2 sites [extra care facilities]"]),
        ("twenty-seven GP practices", ["27 sites [GP practices]"]),
        ("1,594 active beds", ["1594 count [active beds]"]),
        ("43,000 emergency admissions", ["43000 count [emergency admissions]"]),
        ("saved 1,200 bed days", ["1200 days [bed days]"]),
        ("shorter by 3 days and 4.5 hours", ["3 days by", "4.5 hours"]),
        ("28 nursing and residential homes", ["28 sites [nursing and residential homes]"]),
        ("half a dozen schemes", ["6 sites [schemes]"]),
        ("seven hospital trusts", ["7 sites [hospital trusts]"]),
        ("fell from 250 to 100 visits", ["250 count [visits] from", "100 count [visits] to"]),
        ("predicted by 15 sites", ["15 sites [sites]"]),
    ],
)  # fmt: skip
def test_counts(text, expected):
    """People, sites, times and other things counted, with the noun as printed."""
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "in 2015 patients were asked", "from 2016-17 to 2020/21", "on 19 September 2016",
        "May 4th", "call NHS 111 or 999", "dial 01234 567890", "open 24/7, seven days a week",
        "people aged 75 and over", "the over 65s", "18 to 25 year olds", "see section 3, page 12",
        "Table 2 homes", "at 9.30am", "the 3rd practice", "12 months and six weeks",
        "1. Practices\n2. Homes", "option 2 calls", "http://x.org/250-people", "seven-day services",
        "p = 0.03, n=24", "falls per 1,000 people",
        "H1 and Covid-19 patients", "the second half of it", "one practice",
        "ref [12] beds", "a 4-hour wait", "v2.0.1", "the Five Year Forward View",
    ],
)  # fmt: skip
def test_numbers_that_are_no_figures(text):
    """Dates, years, ages, times, telephone, list and section numbers measure nothing."""
    assert figures(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "fell 13% (95% CI 9.5% to 13.6%)",
        "fell 13% (95% CI: 9.5 to 13.6; p<0.01)",
        "fell 13% (9.5 to 13.6)",
        "fell 13%, 95 per cent confidence interval from 9.5 to 13.6",
    ],
)
def test_confidence_intervals_are_no_figures(text):
    """Only the estimate counts."""
    assert figures(text) == ["13 percent by"]


@settings(deadline=None)
@given(st.decimals(min_value=0, max_value=999999, places=1), st.sampled_from(["%", " per cent"]))
def test_any_percentage_is_read_back(value, sign):
    """A number written with its sign is read back as it was."""
    (figure,) = find_figures(f"It was {value}{sign} of them")
    assert (figure.value, figure.unit) == (value, "percent")


@settings(deadline=None)
@given(st.integers(min_value=0, max_value=10**9))
def test_any_sum_is_read_back(value):
    """A sum with thousands separators is read back."""
    (figure,) = find_figures(f"worth £{value:,} then")
    assert (figure.value, figure.unit) == (value, "GBP")


ONES = re.split(
    " ",
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen",
)
TENS = ["x", "x", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_words(number):
    """Write a number below a million in words, as the British do."""
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    size, name = (100, "hundred") if number < 1000 else (1000, "thousand")
    rest = number % size
    link = " and " if rest and rest < 100 else " "
    return f"{in_words(number // size)} {name}" + (f"{link}{in_words(rest)}" if rest else "")


@settings(deadline=None)
@given(st.integers(min_value=2, max_value=999_999))
def test_numbers_in_words_are_read_back(number):
    """A number written in words is read back, alone and before what it counts."""
    assert words_value(in_words(number)) == number
    (figure,) = find_figures(f"There were {in_words(number)} patients")
    assert figure.value == number


@settings(deadline=None)
@given(st.text(alphabet="0123459,.%£km -to\nbyofpatients()", max_size=60))
def test_figures_of_any_text_keep_order_and_bounds(text):
    """Figures lie in order inside the text, without overlap, in known units."""
    end = 0
    for figure in find_figures(text):
        assert end <= figure.start < figure.end <= len(text)
        assert figure.unit in UNITS
        assert figure.value >= Decimal(0)
        end = figure.end


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("It saw 412 islanders.", [("412", "people")]),
        ("A dozen practices joined.", [("12", "sites")]),
        ("A dozen or so came.", []),
        ("Some 2,000 a year use it.", [("2000", "count")]),
        ("In 2015 a year went by.", []),
        ("| Practices taking part | 17 |", [("17", "sites")]),
        ("| Patients seen | 1,250 |", [("1250", "people")]),
        ("| Cost | 17 |", []),
    ],
)
def test_what_is_counted_may_be_lay_yearly_or_at_the_head_of_a_row(text, figures):
    """A noun of people, "a dozen" of something, so many a year, and cells of a table."""
    assert [(str(f.value), f.unit) for f in find_figures(text)] == figures
