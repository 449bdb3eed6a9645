"""The evidence map turned to other axes, and the address that carries them."""

from itertools import permutations
from random import Random

import pytest

from kg.model import Direction, Entity, Outcome
from kg.query.evidence_map import evidence_map, most_told_first, used_only
from kg.query.meetings import AXES, axis, ways_between
from kg.query.network import network
from kg.render.map_csv import map_csv

PAIRS = list(permutations([a.name for a in AXES], 2))
ENDS = {
    "implements": ("vanguard", "intervention"),
    "barrier": ("vanguard", "barrier"),
    "enabler": ("vanguard", "enabler"),
    "population": ("intervention", "population"),
    "care_model": ("vanguard", "model"),
    "partner": ("vanguard", "org"),
}


def many_claims(claim):
    """Return 160 claims of all relations that axes know, and of one that they do not."""
    chance = Random(2015)
    statuses = ("reported", "reported", "planned", "expected", "negated")
    told = []
    for at in range(160):
        relation = chance.choice([*ENDS, "outcome", "outcome"])
        one, other = ENDS.get(relation, (chance.choice(("vanguard", "intervention")), ""))
        subject = Entity(one, f"{one[0]}{chance.randrange(5)}")
        target = Entity(other, f"{other[:1]}{chance.randrange(4)}", ("Some trust",))
        if not other:
            target = Outcome(chance.choice(("beds", "cost")), chance.choice(list(Direction)))
        status, source = chance.choice(statuses), f"s{chance.randrange(4)}"
        told.append(claim(relation, subject, target, status=status, source=source, start=at * 9))
    return told


def test_the_page_and_the_command_line_count_alike_on_any_two_axes(opened, small, saved):
    """For each two axes the page's own grid, all ways switched on, is that of `kg map`."""
    claims = many_claims(small.claim)
    graph = network(claims, small.framework, {})
    it = opened(claims, {})
    page = it.go()
    compared = 0
    for rows, columns in PAIRS:
        it.turn(f"#rows={rows}&columns={columns}&ways=none")
        text = saved(page, "csv").read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        ways = ways_between(axis(rows), axis(columns))
        grid = evidence_map(graph, rows, columns, vocabulary=small.framework, ways=ways)
        assert text == map_csv(most_told_first(used_only(grid))), (rows, columns)
        compared += len(grid.cells)
    assert compared > 300


@pytest.mark.parametrize("status", ["reported", "expected"])
def test_the_page_opens_and_turns_with_the_ways_that_are_usual(opened, small, saved, status):
    """What the command line shows unless it is asked for others, the page shows too."""
    claims = many_claims(small.claim)
    graph = network(claims, small.framework, {})
    it = opened(claims, {}, page={"statuses": [status], "sources": ["s1", "s2"]})
    page = it.go()
    for rows, columns in PAIRS[::5]:
        it.turn(f"#rows={rows}&columns={columns}")
        text = saved(page, "csv").read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        kept = {"statuses": [status], "sources": ["s1", "s2"]}
        grid = evidence_map(graph, rows, columns, vocabulary=small.framework, **kept)
        assert text == map_csv(most_told_first(used_only(grid))), (rows, columns)
        left = page.locator(".tips li", has_text="leaves out").all_inner_texts()
        said = f"leaves out {grid.left_out} claim"
        assert [said in text for text in left] == ([True] if grid.left_out else [])


def test_a_reader_turns_the_map_and_goes_back(opened, grid):
    """Choosing rows and columns draws another map; back and forward lead through them."""
    it = opened()
    page = it.go("#statuses=negated&cell=intervention%3Afalls%7Cmeasure%3Abeds")
    first = grid(page)
    page.select_option("#rows", "vanguards")
    assert grid(page) == [
        ["Vanguard / outcome measure", "Costs", "Claims / sources"],
        ["Better North", "1 claim, 1 source. Reported, better: 1 claim", "1 / 1"],
        ["Claims / sources", "1 / 1", "1 / 1"],
    ]
    assert page.inner_text("#sides") == "Vanguards by outcome measures"
    assert page.inner_text("#details h2") == "How to read this map"
    assert "rows=vanguards&columns=measures" in page.url
    assert "statuses=negated" in page.url
    assert "cell" not in page.url
    page.select_option("#columns", "care-models")
    second = grid(page)
    assert [row[0] for row in second] == [
        "Vanguard / care model",
        "Better North",
        "Südliche Seite",
        "Claims / sources",
    ]
    assert not page.is_visible("#tone-box")
    page.go_back()
    page.go_back()
    it.settled()
    assert grid(page) == first
    assert page.inner_text("#details h2") == "Falls service × Bed days"
    page.go_forward()
    page.go_forward()
    it.settled()
    assert (grid(page), page.input_value("#columns")) == (second, "care-models")


def test_rows_and_columns_swap(opened, grid):
    """The button turns the map over, and so does choosing for one what the other has."""
    it = opened()
    page = it.go()
    first = grid(page)
    page.click("#swap")
    turned = grid(page)
    assert [row[0] for row in turned[1:-1]] == first[0][1:-1]
    assert turned[1][1] == first[1][1]
    page.select_option("#rows", "interventions")
    assert grid(page) == first
    assert page.input_value("#columns") == "measures"


def test_an_address_of_other_axes_opens_there_and_reloads(opened, grid):
    """Axes, way, cell and filters come from the address alone."""
    it = opened()
    page = it.go("#rows=care-models&columns=measures&cell=model%3Aalpha%7Cmeasure%3Acost")
    before = (grid(page), page.inner_text("#details"))
    assert "told of a vanguard of the care model" in before[1].lower()
    page.reload()
    it.settled()
    assert (grid(page), page.inner_text("#details")) == before


def test_back_forward_and_a_reloaded_address_show_the_same(opened, grid):
    """The address carries the cell and the filters."""
    it = opened()
    page = it.go("#statuses=expected&order=name")
    page.click("button.cell >> nth=0")
    before = (grid(page), page.inner_text("#details"), page.inner_text("#summary"))
    page.click("button.cell >> nth=1")
    assert page.inner_text("#details h2") == "Single hub × Costs"
    page.go_back()
    it.settled()
    assert (grid(page), page.inner_text("#details"), page.inner_text("#summary")) == before
    page.go_forward()
    it.settled()
    assert page.inner_text("#details h2") == "Single hub × Costs"
    page.go_back()
    it.settled()
    page.reload()
    it.settled()
    assert (grid(page), page.inner_text("#details"), page.inner_text("#summary")) == before
    assert not page.is_checked("#statuses input[value=expected]")
    assert page.input_value("#order") == "name"


@pytest.mark.parametrize(
    "address",
    [
        "#cell=%3Cimg%3E&order=x&gaps=7&statuses=z,,&model=m&source=y&confidence=NaN",
        "#rows=%3Cimg%3E&columns=__proto__",
        "#columns=interventions&rows=interventions",
    ],
)
def test_an_address_that_makes_no_sense_shows_the_opening_map(opened, grid, address):
    """What an address asks for and is not there is passed over."""
    it = opened()
    wanted = grid(it.go())
    it.turn(address)
    assert grid(it.page) == wanted
