"""What the evidence map saves: figure, map and claims."""

import csv
import io
from xml.etree import ElementTree as ET

import pytest

from kg.query.evidence_map import evidence_map, most_told_first, used_only
from kg.render.map_csv import COLUMNS
from kg.render.map_svg import map_svg


def test_the_map_and_its_claims_are_saved_as_csv(opened, saved):
    """The files hold what the view shows, formulas made harmless."""
    page = opened().go("#source=s1")
    files = [saved(page, button) for button in ("csv", "claims")]
    assert [file.name for file in files] == [
        "map-interventions-by-measures.csv",
        "claims-interventions-by-measures.csv",
    ]
    whole, claims = (
        list(csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"), newline="")))
        for file in files
    )
    assert whole == [
        list(COLUMNS),
        ["Falls service", "Bed days", "tied", "better", "reported", "1", "1", "0", "s1"],
        ["Falls service", "Costs", "", "", "", "0", "0", "0", ""],
        ["Single hub", "Bed days", "", "", "", "0", "0", "0", ""],
        ["Single hub", "Costs", "tied", "better", "negated", "1", "1", "0", "s1"],
    ]
    assert [row[:2] + row[6:9] for row in claims[1:]] == [
        ["Falls service", "Bed days", "down 5%", "reported", "Beds used fell by 5%"],
        ["Single hub", "Costs", "down 5%", "negated", "'=1+1, they said"],
    ]


def drawn(text):
    """Return the elements of a figure: name, attributes, words."""
    root = ET.fromstring(text)
    return [(e.tag, e.attrib, (e.text or "").strip()) for e in root.iter()]


@pytest.mark.parametrize(
    ("rows", "columns"),
    [("interventions", "measures"), ("care-models", "measures"), ("measures", "populations")],
)
def test_the_figure_of_the_page_is_that_of_the_command_line(opened, small, saved, rows, columns):
    """Every element, place, word and count of the two drawings is the same."""
    page = opened(title="Our map: a <title>").go(f"#rows={rows}&columns={columns}")
    file = saved(page, "svg")
    grid = evidence_map(small.graph, rows, columns, vocabulary=small.framework)
    wanted = map_svg(most_told_first(used_only(grid)), "Our map: a <title>")
    assert file.name == f"map-{rows}-by-{columns}.svg"
    assert drawn(file.read_text(encoding="utf-8")) == drawn(wanted)


def test_the_figure_says_which_filters_it_was_drawn_under(opened, saved):
    """A figure of a narrowed map cannot pass for the whole."""
    page = opened().go("#statuses=negated,planned&text=beds&confidence=0.5")
    said = [words for _, _, words in drawn(saved(page, "svg").read_text(encoding="utf-8"))]
    assert (
        "only reported, expected; words “beds”; confidence at least 0.5. "
        "1 claim of 1 source in 1 cell; 0 gaps."
    ) in said


def test_a_figure_opens_as_a_picture_of_its_own(watched, small, tmp_path):
    """The SVG of a map shows its bubbles in a browser and asks for nothing."""
    path = tmp_path / "map.svg"
    grid = evidence_map(small.graph, vocabulary=small.framework)
    path.write_text(map_svg(grid, "T"), encoding="utf-8")
    it = watched(path)
    it.page.goto(it.url)
    sizes = it.page.evaluate(
        "[...document.querySelectorAll('g > use')].map(u => u.getBoundingClientRect().width)"
    )
    assert len(sizes) == 3
    assert min(sizes) > 8
