"""The explorer within a notebook's cell: it works there, and cannot reach out of its frame."""

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
def cell(watched, tmp_path):
    """Return the frame of a page of a notebook that shows the explorer in it."""
    graph = network([claim("City Trust"), claim("<b>Bold Care")], WORDS, {})
    page = explore_page(graph, "In a cell", start="#focus=vanguard%3Anorth")
    (tmp_path / "cell.html").write_text(
        f"<!DOCTYPE html><meta charset=utf-8><p id=secret>notebook</p>{frame(page, 500)}",
        encoding="utf-8",
    )
    it = watched(tmp_path / "cell.html", within=tmp_path)
    it.page.goto(it.url)
    (inner,) = it.page.frames[1:]
    inner.wait_for_selector("html[data-shown]", state="attached")
    return inner


def test_the_explorer_opens_at_its_focus_and_can_be_used_in_a_frame(cell):
    """Steps are taken without an address bar: what is clicked is shown, and nothing goes wrong."""
    assert "Around Better North" in cell.inner_text("#summary")
    cell.click("#table")
    cell.wait_for_selector("#rows:not([hidden])")
    assert "City Trust" in cell.inner_text("#rows")
    cell.click("#all")
    cell.wait_for_function("document.getElementById('summary').textContent.startsWith('Every')")


def test_the_explorer_cannot_read_the_notebook_around_it(cell):
    """The frame has an origin of its own, so that a page cannot reach what stands beside it."""
    assert cell.evaluate(
        "() => { try { return parent.document.body.id } catch { return 'no' } }"
    ) == ("no")
