"""Text of every bad kind in the explorer: nothing runs, nothing breaks."""

from kg.model import Entity
from kg.query.network import SourceInfo

NORTH = Entity("vanguard", "north")


HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(2)</script>",
    "\"'><svg onload=alert(3)>",
    "<!--<script>",
    "{{ 7*7 }}{% x %}${7*7}",
    "href=javascript:alert(4)",
    "__proto__",
    "\u202eevil\u2066\u200b\ufeff",
    "".join(map(chr, range(32))) + "\x7f\x80\x9f\u2028\u2029",
    "\ud800 lone",
    "x" * 10_000,
    "<b>bold</b> " * 500,
]


def test_hostile_text_runs_nothing_and_breaks_nothing(opened, claim):
    """Names, titles, quotes and links of every bad kind: hovered, clicked, searched, tabled."""
    told, sources = [], {}
    for i, text in enumerate(HOSTILE):
        sources[text] = SourceInfo(text, text, text, text, text, text, text)
        target = Entity("org", f"o{i}", (f"{text} {i}", text))
        told.append(claim("partner", NORTH, target, source=text, quote=text))
        told.append(claim("role", Entity("person", f"p{i}@o", (text,)), target, source=text))
    it = opened(told, sources, "<b>T</b></title><script>alert(9)</script>")
    page = it.go("#view=all")
    assert page.title() == "<b>T</b></title><script>alert(9)</script>"
    assert page.locator("h1 *, #details img, #details svg[onload], b:not(.switch b)").count() == 0
    box = page.locator("#picture canvas").bounding_box()
    for x in range(0, int(box["width"]), 60):
        for y in range(0, int(box["height"]), 60):
            page.mouse.move(box["x"] + x, box["y"] + y)
    it.go("#focus=vanguard%3Anorth")
    for button in page.locator("#details summary").all():
        button.click()
    page.locator("#details mark").nth(len(HOSTILE) - 1).wait_for()
    assert page.locator("#details mark").count() == len(HOSTILE)
    assert page.locator("#details a").count() == 0
    assert page.locator("#details img, #details script, #details b").count() == 0
    for text in ("img", "script", "proto", "x", "7*7", "bold"):
        page.fill("#find", text)
        assert page.locator("#found *:is(img, script, b)").count() == 0
    page.keyboard.press("Enter")
    it.go("#view=all&show=table")
    assert page.locator("#rows tbody tr").count() == len(told)
    assert page.locator("#rows :is(img, script, b)").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


def test_the_policy_stops_what_is_not_the_pages_own(opened):
    """Inline handlers, new scripts and remote pictures are refused by the page's own policy."""
    it = opened()
    it.go()
    refused = [said for said in it.break_in() if "Content Security Policy" in said]
    assert len(refused) >= 2
