"""The evidence map of hostile claims on every axis, and what its policy stops."""

from itertools import permutations
from xml.etree import ElementTree as ET

import pytest

from kg.model import Direction, Entity, Outcome
from kg.query.meetings import AXES
from kg.query.network import SourceInfo
from kg.registry import Registry
from kg.vocabulary import Vocabulary

HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(2)</script>",
    "\"'><svg onload=alert(3)>",
    "<!--<script>",
    "]]><![CDATA[<script>alert(4)</script>",
    "{{ 7*7 }}{% x %}${7*7}",
    "javascript:alert(5)",
    "__proto__",
    "\u202eevil\u2066\u200b\ufeff",
    "".join(map(chr, (*range(32), *range(127, 160)))) + "\u2028\u2029\ufffe\uffff",
    "\ud800 lone",
    "x" * 10_000,
    "<b>bold</b> " * 500,
]
TITLE = "<b>T</b></title><script>alert(9)</script>"
FOREIGN = ":is(img, script, b, svg[onload], iframe, [onerror])"
SIDES = {
    "implements": "intervention",
    "barrier": "barrier",
    "enabler": "enabler",
    "population": "population",
    "care_model": "model",
}


@pytest.fixture
def hostile(opened, small):
    """A map on which every name, title, quote, key and link is hostile, on every axis."""
    told, sources, concepts = [], {}, []
    for i, text in enumerate(HOSTILE):
        sources[text] = SourceInfo(text, text, text, text, text, text, text)
        kinds = (*SIDES.values(), "measure", "vanguard")
        concepts += [small.concept(kind, f"{kind}{i}", text) for kind in kinds]
        site, words = Entity("vanguard", f"vanguard{i}"), {"source": text, "quote": text}
        for relation, kind in SIDES.items():
            told.append(small.claim(relation, site, Entity(kind, f"{kind}{i}"), **words))
        for subject in (site, Entity("intervention", f"intervention{i}")):
            changes = (Outcome(m, Direction.IMPROVE) for m in (f"measure{i}", "__proto__"))
            told += [small.claim("outcome", subject, change, **words) for change in changes]
    words = Vocabulary(concepts, Registry("", ()))
    page = {"note": HOSTILE[0]}
    return opened(told, sources, TITLE, vocabulary=words, page=page)


def test_hostile_text_runs_nothing_on_any_axes(hostile, saved):
    """Turned to any two axes, nothing of ours is missing and nothing foreign is there."""
    page = hostile.go()
    for rows, columns in permutations([axis.name for axis in AXES], 2):
        hostile.turn(f"#rows={rows}&columns={columns}&ways=none&gaps=true")
        assert page.locator("#grid tbody tr").count() >= len(HOSTILE), (rows, columns)
        assert page.locator(f"#grid {FOREIGN}, h1 *, header p :not(b)").count() == 0
        page.locator("button.cell").nth(3).click()
        assert page.locator("#details h2").inner_text()
        assert page.locator(f"#details {FOREIGN}, #details a").count() == 0
    for button in ("svg", "csv", "claims"):
        file = saved(page, button)
        if button == "svg":
            ET.fromstring(file.read_bytes())
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


def test_hostile_text_is_read_filtered_and_kept_as_it_is(hostile):
    """Each cell opens with its quotes; typed, chosen and in the address the text stays text."""
    page = hostile.go("#ways=none&gaps=true")
    assert page.title() == f"{TITLE}: interventions by outcome measures"
    for button in page.locator("button.cell").all():
        button.click()
        assert page.locator("#details mark").count() >= 1
        assert page.locator("#details a").count() == 0
        assert page.locator(f"#details {FOREIGN}, #grid {FOREIGN}").count() == 0
    for text in ("img", "script", "proto", "7*7", HOSTILE[0], HOSTILE[1]):
        page.fill("#text", text)
        hostile.until(f"new URLSearchParams(location.hash.slice(1)).get('text') === {text!r}")
        assert page.locator(f":is(#grid, #filtered) {FOREIGN}").count() == 0
    page.click("#reset")
    hostile.turn("#ways=none&gaps=true")
    for option in page.locator("#source option").all():
        page.select_option("#source", option.get_attribute("value"))
    page.select_option("#source", "")
    assert page.evaluate("({}).worse") is None


def test_the_policy_stops_what_is_not_the_pages_own(opened):
    """Inline handlers, new scripts and remote pictures are refused by the page's own policy."""
    it = opened()
    it.go()
    refused = [said for said in it.break_in() if "Content Security Policy" in said]
    assert len(refused) >= 2
