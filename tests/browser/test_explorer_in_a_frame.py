"""The explorer within a notebook's cell: it works there, and cannot reach out of its frame."""

import os
import shutil
from pathlib import Path

import pytest

from kg.model import Claim, Entity, Evidence, Relation, Status
from kg.query.network import network
from kg.registry import Registry
from kg.render.explore import explore_page
from kg.render.fragments import frame
from kg.vocabulary import Concept, Label, Vocabulary

NORTH = Entity("vanguard", "north")
WORDS = Vocabulary(
    [Concept("vanguard", "north", "https://x/n", (Label("pref", "Better North"),))],
    Registry("", ()),
)


def claim(name):
    """Return a claim that the vanguard has a partner of that name."""
    words = (Evidence("s", 0, len(name), name),)
    partner = Entity("org", name.lower().replace(" ", "-"), (name,))
    return Claim(Relation.PARTNER, NORTH, partner, Status.REPORTED, words, "test", 1.0)


@pytest.fixture
def cell(tmp_path):
    """Return a page of a browser that shows the explorer in a frame, and all that it said."""
    api = pytest.importorskip("playwright.sync_api", reason="needs playwright")
    named = (os.environ.get("KG_BROWSER", ""), "chromium", "chromium-browser", "google-chrome")
    with api.sync_playwright() as play:
        path = next((p for n in named if n and (p := shutil.which(n))), None)
        path = path or play.chromium.executable_path
        if not Path(path).exists():
            pytest.skip("needs a browser: apt-get install chromium, or playwright install chromium")
        graph = network([claim("City Trust"), claim("<b>Bold Care")], WORDS, {})
        page = explore_page(graph, "In a cell", start="#focus=vanguard%3Anorth")
        (tmp_path / "cell.html").write_text(
            f"<!DOCTYPE html><meta charset=utf-8><p id=secret>notebook</p>{frame(page, 500)}",
            encoding="utf-8",
        )
        arguments = ["--headless", "--no-sandbox", "--disable-gpu"]
        browser = play.chromium.launch(executable_path=path, args=arguments)
        shown = browser.new_context(offline=True).new_page()
        said = []
        shown.on("console", lambda message: said.append(message.text))
        shown.on("pageerror", lambda error: said.append(str(error)))
        shown.goto((tmp_path / "cell.html").as_uri())
        (inner,) = shown.frames[1:]
        inner.wait_for_selector("html[data-shown]", state="attached")
        yield inner, said
        browser.close()


def test_the_explorer_opens_at_its_focus_and_can_be_used_in_a_frame(cell):
    """Steps are taken without an address bar: what is clicked is shown, and nothing goes wrong."""
    inner, said = cell

    assert "Around Better North" in inner.inner_text("#summary")
    inner.click("#table")
    inner.wait_for_selector("#rows:not([hidden])")
    assert "City Trust" in inner.inner_text("#rows")
    inner.click("#all")
    inner.wait_for_function("document.getElementById('summary').textContent.startsWith('Every')")
    assert said == []


def test_the_explorer_cannot_read_the_notebook_around_it(cell):
    """The frame has an origin of its own, so that a page cannot reach what stands beside it."""
    inner, _ = cell

    assert inner.evaluate(
        "() => { try { return parent.document.body.id } catch { return 'no' } }"
    ) == ("no")
