"""The explorer for everyone: keyboard, phone, dark, the rules of axe."""

import pytest


def test_every_control_is_reached_by_the_keyboard_and_has_a_name(opened):
    """Tab walks through all controls; each has a name to read aloud."""
    page = opened().go("#focus=vanguard:north")
    wanted = page.locator("button:visible, input:visible, select:visible, summary:visible").count()
    seen = set()
    for _ in range(wanted + 20):
        page.keyboard.press("Tab")
        name = page.evaluate(
            "() => { const e = document.activeElement;"
            " e.dataset.seen = e.dataset.seen || Math.random();"
            " const label = e.labels && e.labels[0] && e.labels[0].innerText;"
            " const name = e.getAttribute('aria-label') || label || e.innerText || '';"
            " return [e.dataset.seen, e.tagName, name.trim()]; }"
        )
        if name[1] != "BODY":
            seen.add(tuple(name))
    assert [row for row in seen if not row[2]] == []
    assert len({row[0] for row in seen}) >= wanted


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_shows_everything_without_scrolling_sideways(opened, scheme):
    """At phone width nothing is wider than the screen, in light and dark."""
    it = opened(viewport={"width": 390, "height": 844}, color_scheme=scheme)
    page = it.go()
    for address in ("#", "#focus=vanguard%3Anorth", "#show=table"):
        it.turn(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        assert page.locator("#summary").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 390])
def test_an_accessibility_scan_finds_nothing(opened, axe, scheme, width):
    """The rules of axe pass in every view, at both widths, light and dark."""
    it = opened(viewport={"width": width, "height": 850}, color_scheme=scheme)
    page = it.go()
    found = []
    for address in (
        "#",
        "#focus=vanguard%3Anorth",
        "#view=all&show=table",
        "#focus=vanguard%3Anorth&to=barrier%3Aregulation",
    ):
        it.turn(address)
        page.fill("#find", "n")
        page.evaluate("document.querySelectorAll('#details details').forEach(d => { d.open = 1; })")
        page.wait_for_timeout(100)
        found += [(address, rule) for rule in axe(page)]
    assert found == []
