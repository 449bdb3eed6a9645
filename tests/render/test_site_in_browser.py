"""Pages of a site in a real browser, from disk, the network cut off and everything recorded."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from kg.model import Claim, Document, Entity, Evidence, Relation, Sentence, Status
from kg.render.site import write_site

ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"]
EVIL = '<img src=x onerror="alert(1)"></title><script>alert(2)</script>'
TEXT = f"Better North works with {EVIL} since May."
NAMES = {
    ("vanguard", "north"): ("Better North",),
    ("model", "alpha"): ("Model Alpha",),
    ("status", "reported"): ("reported",),
}
PAGES = ("index.html", "organisation/evil.html", "question/partners-of.html", "ontology.html")


@pytest.fixture(scope="module")
def browser():
    """Start a browser, or skip with what to install."""
    api = pytest.importorskip(
        "playwright.sync_api", reason="needs playwright: pip install playwright"
    )
    named = (os.environ.get("KG_BROWSER", ""), "chromium", "chromium-browser", "google-chrome")
    path = next((found for name in named if name and (found := shutil.which(name))), None)
    with api.sync_playwright() as play:
        path = path or play.chromium.executable_path
        if not Path(path).exists():
            pytest.skip("needs a browser: apt-get install chromium, or playwright install chromium")
        started = play.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(scope="module")
def folder(store_of, tmp_path_factory):
    """A site on disk, of a graph with a hostile name."""
    quote = TEXT[:-1]
    told = Claim(
        Relation.PARTNER,
        Entity("vanguard", "north"),
        Entity("org", "evil", (EVIL,)),
        Status.REPORTED,
        (Evidence("news", 0, len(quote), quote),),
        "test",
        0.9,
    )
    document = Document("news", EVIL, TEXT, (), (Sentence(0, len(TEXT), 0),))
    registry = "north,Better North,,alpha,2015-03-10,Northshire\n"
    path = tmp_path_factory.mktemp("web") / "site"
    write_site(store_of([document], [told], NAMES, registry), path, "A programme")
    return path


@pytest.fixture
def opened(browser, folder):
    """Return a function that opens a page; in the end nothing was asked for but files of ours."""
    contexts, asked, said = [], [], []

    def start(name, **options):
        contexts.append(browser.new_context(offline=True, **options))
        page = contexts[-1].new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: (said.append("dialog"), dialog.dismiss()))
        page.goto((folder / name).as_uri())
        return page

    yield start
    for context in contexts:
        context.close()
    assert said == []
    assert [url for url in asked if not url.startswith((folder.as_uri() + "/", "data:"))] == []


def test_a_reader_walks_from_the_front_page_to_the_words(opened):
    """Front page, vanguard, source: each link opens its page, and the claim is pointed out."""
    page = opened("index.html")
    assert page.evaluate("getComputedStyle(document.querySelector('header')).display") == "flex"

    page.click("section table a:text-is('Better North')")
    assert page.inner_text("h1") == "Better North"
    page.click("blockquote + .from a, .claim .from a >> nth=1")
    assert page.inner_text("h1") == EVIL
    assert page.evaluate("document.querySelector(':target blockquote') !== null")
    page.go_back()
    page.click("text=See it in the explorer")
    page.wait_for_selector("html[data-shown]", state="attached")
    assert "Better North" in page.inner_text("#details")


def test_markup_in_a_name_is_shown_and_nothing_runs(opened):
    """The name of an organisation that is markup reads as it was written."""
    page = opened("organisation/evil.html")

    assert page.inner_text("h1") == EVIL
    assert page.evaluate("document.images.length + document.scripts.length") == 0


def test_a_picture_links_its_things(opened):
    """A thing of the front page's picture opens its own page."""
    page = opened("index.html")

    page.click(".picture a[href='vanguard/north.html'] path")

    assert page.inner_text("h1") == "Better North"


def test_no_page_is_wider_than_a_phone(opened):
    """At 390 pixels nothing scrolls sideways but tables and the picture, inside their boxes."""
    for name in PAGES:
        page = opened(name, viewport={"width": 390, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name


def test_axe_finds_nothing(browser, folder):
    """The rules of axe pass on each kind of page, at both widths, light and dark."""
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright",
        reason="needs axe: pip install axe-playwright-python",
    )
    found = []
    for width, scheme in ((1280, "light"), (390, "dark")):
        # axe reads the style sheet with a request of its own, which the pages' policy forbids
        context = browser.new_context(
            offline=True,
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            bypass_csp=True,
        )
        for name in PAGES:
            page = context.new_page()
            page.goto((folder / name).as_uri())
            found += [(name, v["id"]) for v in axe.Axe().run(page).response["violations"]]
        context.close()

    assert found == []
