"""The evidence map read in a browser: the table, its bubbles, a cell's claims."""

import pytest

from kg.model import Direction, Entity, Outcome


def test_the_map_is_a_table_with_headers_bubbles_gaps_and_totals(opened, grid):
    """Rows and columns with claims are shown, each cell told aloud, gaps and totals too."""
    it = opened()
    page = it.go()
    assert grid(it.page) == [
        ["Intervention / outcome measure", "Bed days", "Costs", "Claims / sources"],
        [
            "Falls service",
            "3 claims, 2 sources. Reported, better: 2 claims; Expected, worse: 1 claim",
            "gap",
            "3 / 2",
        ],
        ["Single hub", "gap", "1 claim, 1 source. Negated, better: 1 claim", "1 / 1"],
        ["Claims / sources", "3 / 2", "1 / 1", "4 / 2"],
    ]
    assert page.inner_text("#summary") == (
        "4 claims, 2 sources in 2 of 4 cells; 2 gaps. Without any, and hidden: 1 row and 1 column."
    )
    scopes = page.evaluate("[...document.querySelectorAll('#grid th')].map(h => h.scope)")
    assert scopes == ["col"] * 4 + ["row"] * 3
    assert page.locator("#grid tbody svg use").count() == 3


def test_the_larger_bubble_has_more_claims(opened):
    """Two claims make an area twice that of one."""
    page = opened().go()
    wide = page.evaluate(
        "[...document.querySelectorAll('#grid tbody .bubble')].map(b => b.width.baseVal.value)"
    )
    assert wide[0] ** 2 / wide[1] ** 2 == pytest.approx(2, rel=0.15)


def test_a_cell_tells_its_claims_with_words_source_and_rule(opened):
    """A click opens the panel: status, quote in its sentence, source, date, link, rule."""
    page = opened().go()
    page.click("button.cell >> nth=0")
    told = page.inner_text("#details")
    assert page.inner_text("#details h2") == "Falls service × Bed days"
    assert page.locator("#details h3").all_inner_texts() == [
        "Reported, better (2 claims)",
        "Expected, worse (1 claim)",
    ]
    assert "Falls service has outcome Bed days: down 5% reported" in told
    assert "Beds used fell by 5% in a year." in told
    assert "It began" not in told
    assert "The news · Paper, 2016-05, article" in told
    assert "Confidence 0.9 · rule test · characters 17–37" in told
    assert page.locator("#details mark").first.inner_text() == "Beds used fell by 5%"
    links = [
        (a.get_attribute("href"), a.get_attribute("rel"))
        for a in page.locator("#details .claim a").all()
    ]
    assert links == [("https://example.org/n", "noopener noreferrer")]
    assert page.evaluate("document.activeElement.id") == "details"


def test_empty_rows_and_columns_are_shown_when_asked_for(opened, grid):
    """The whole framework appears, and goes again."""
    it = opened()
    page = it.go()
    page.click("#gaps")
    assert [row[0] for row in grid(it.page)[1:4]] == ["Falls service", "Single hub", "Unused thing"]
    assert grid(it.page)[0][3] == "Silence"
    assert page.get_attribute("#gaps", "aria-pressed") == "true"
    page.click("#gaps")
    assert len(grid(it.page)) == 4


def test_a_map_of_many_cells_comes_by_the_page(opened, small):
    """So many rows are drawn at first; a button brings the rest, and an open cell its own row."""
    told = [
        small.claim(
            "outcome",
            Entity("vanguard", f"v{i:02}"),
            Outcome(f"m{i % 40:02}", Direction.INCREASE),
            start=i,
        )
        for i in range(80)
    ]
    it = opened(told, {})
    page = it.go("#rows=vanguards&columns=measures&order=name")
    rows, rest = page.locator("#grid tbody tr"), page.locator("#grid .rest button")
    assert rows.count() == 75 + 1
    assert "80 claims, 1 source in 80 of 3,200 cells" in page.inner_text("#summary")
    assert rest.inner_text() == "Show 5 more of 5 rows"
    rest.click()
    assert (rows.count(), rest.count()) == (80, 0)
    assert page.evaluate("document.activeElement.textContent") == "V75"
    page.reload()
    it.settled()
    it.turn("#rows=vanguards&columns=measures&order=name&cell=vanguard%3Av77%7Cmeasure%3Am37")
    assert page.locator("button.cell[aria-current]").count() == 1
    assert rest.inner_text() == "Show 2 more of 2 rows"


def test_a_crowded_cell_stays_low(opened, small):
    """Sixteen bubbles of one cell are drawn smaller, all alike, so that the row is no tower."""
    told = [
        small.claim(
            "outcome", small.falls, Outcome("beds", direction), status=status, source=f"s{i}"
        )
        for status in ("reported", "planned", "expected", "negated")
        for direction in Direction
        for i in range(6)
    ]
    page = opened(told, {}).go()
    assert page.locator("button.cell .bubble").count() > 12
    assert page.locator("button.cell").bounding_box()["height"] < 160
