"""The evidence map by keyboard, on a phone, in the dark and under the rules of axe."""

import pytest

from kg.model import Direction, Entity, Outcome


def many(claim):
    """Return claims that fill two thirds of a map of 30 rows and 20 columns."""
    return [
        claim("outcome", Entity("intervention", f"i{i}"), Outcome(f"m{j}", Direction.IMPROVE))
        for i in range(30)
        for j in range(20)
        if (i + j) % 3
    ]


def test_the_keyboard_alone_walks_opens_and_returns(opened):
    """Tab to the map, arrows between cells, Enter to read, Escape back to the cell."""
    page = opened().go()
    page.focus("#grid")
    page.keyboard.press("Tab")
    here = "document.activeElement.dataset.cell"
    assert page.evaluate(here) == "intervention:falls|measure:beds"
    page.keyboard.press("ArrowDown")
    assert page.evaluate(here) == "intervention:hub|measure:cost"
    page.keyboard.press("ArrowRight")
    assert page.evaluate(here) == "intervention:hub|measure:cost"
    page.keyboard.press("Enter")
    assert page.inner_text("#details h2") == "Single hub × Costs"
    page.keyboard.press("Escape")
    assert page.evaluate(here) == "intervention:hub|measure:cost"
    page.keyboard.press("ArrowLeft")
    assert page.evaluate(here) == "intervention:falls|measure:beds"
    page.keyboard.press("Tab")
    assert page.evaluate(here) is None


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_scrolls_the_map_inside_its_region(opened, small, scheme):
    """At phone width the page is not wider than the screen; headers stay while the map moves."""
    it = opened(many(small.claim), {}, viewport={"width": 390, "height": 844}, color_scheme=scheme)
    page = it.go("#cell=intervention%3Ai1%7Cmeasure%3Am0")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    region = page.evaluate(
        "(() => { const g = document.getElementById('grid'); g.scrollTo(400, 500);"
        " const at = (s) => g.querySelector(s).getBoundingClientRect(),"
        " box = g.getBoundingClientRect();"
        " return [g.scrollLeft > 300, g.scrollTop > 300,"
        " Math.abs(at('tbody th').left - box.left) < 3,"
        " Math.abs(at('thead th').top - box.top) < 3,"
        " Math.abs(at('tfoot td').bottom - box.bottom) < 20,"
        " box.width <= 390]; })()"
    )
    assert region == [True] * 6
    gaps = page.evaluate(
        "[...document.querySelectorAll('#grid td.empty')]"
        ".filter(d => getComputedStyle(d).display === 'table-cell').length"
    )
    assert gaps == 200


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 390])
def test_an_accessibility_scan_finds_nothing(opened, axe, scheme, width):
    """The rules of axe pass in every view, at both widths, light and dark."""
    it = opened(viewport={"width": width, "height": 850}, color_scheme=scheme)
    page = it.go()
    found = []
    for address in (
        "#",
        "#cell=intervention%3Afalls%7Cmeasure%3Abeds",
        "#ways=none&gaps=true&cell=intervention%3Afalls%7Cmeasure%3Acost",
        "#confidence=1",
        "#rows=vanguards&columns=care-models",
    ):
        it.turn(address)
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = 1; })")
        page.wait_for_timeout(100)
        found += [(address, rule) for rule in axe(page)]
    assert found == []


def test_a_screen_reader_hears_the_axes_and_what_changed(opened):
    """Landmarks and controls have names; the summary, which is read aloud, follows the axes."""
    page = opened().go()
    for name in ("Rows", "Columns", "Order"):
        assert page.get_by_role("combobox", name=name, exact=True).count() == 1
    for role, name in (("main", "Evidence map"), ("region", "Details"), ("navigation", "View")):
        assert page.get_by_role(role, name=name, exact=True).count() == 1
    page.get_by_role("combobox", name="Rows", exact=True).focus()
    page.keyboard.press("v")
    assert page.evaluate("document.activeElement.id") == "rows"
    assert page.locator("p[role=status]").inner_text() == (
        "1 claim, 1 source in 1 of 1 cell; 0 gaps. Without any, and hidden: 1 row and 2 columns."
    )
    assert page.inner_text("#grid caption").startswith("Vanguards by outcome measures.")


def test_a_print_shows_the_whole_map_and_says_what_it_shows(opened):
    """On paper: axes, counts, filters, legend and panel, but no control; nothing is cut off."""
    it = opened(viewport={"width": 1000, "height": 500})
    page = it.go("#rows=vanguards&columns=measures&statuses=negated&source=s2")
    page.emulate_media(media="print")
    assert page.inner_text("#sides") == "Vanguards by outcome measures"
    assert page.inner_text("#filtered") == "only reported, planned, expected; source: The blog"
    for shown in ("#summary", "#statuses", "#grid", "#details"):
        assert page.is_visible(shown), shown
    for gone in (".views", "#narrow", "#reset", "#statuses input"):
        assert not page.locator(gone).first.is_visible(), gone
    whole = "e => e.scrollHeight <= e.clientHeight + 1 && getComputedStyle(e).overflow"
    assert page.eval_on_selector("#grid", whole) == "visible"


def test_a_print_is_as_wide_as_the_paper(opened, small):
    """However many columns there are, all stand on the page, and no name covers the next."""
    page = opened(many(small.claim), {}, viewport={"width": 1000, "height": 700}).go()
    assert page.evaluate("document.querySelector('#grid table').offsetWidth") > 1300
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= 1000
    wide = "e => e.getBoundingClientRect().right <= e.parentElement.getBoundingClientRect().right"
    heads = page.locator("#grid thead th div").all()
    assert [head.evaluate(wide) for head in heads] == [True] * 20
