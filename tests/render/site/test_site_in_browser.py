"""Pages of a site in a real browser, from disk, the network cut off and everything recorded."""

from __future__ import annotations

import pytest

from kg.render.site import write_site

PAGES = (
    "index.html",
    "vanguard/north.html",
    "source/news.html",
    "vanguard/index.html",
    "names.html",
    "questions.html",
    "question/partners-of.html",
    "ontology.html",
    "download.html",
)


@pytest.fixture(scope="module")
def folder(store, tmp_path_factory):
    """The site of the tiny graph on disk."""
    path = tmp_path_factory.mktemp("web") / "site"
    write_site(store, path, "A programme")
    return path


@pytest.fixture
def opened(watched, folder):
    """Return a function that opens a page; only files of the site may be asked for."""

    def start(name, **options):
        it = watched(folder / name, within=folder, **options)
        it.page.goto(it.url)
        return it.page

    return start


def test_a_reader_walks_from_the_front_page_to_the_words(opened):
    """Front page, vanguard, source: each link opens its page, and the claim is pointed out."""
    page = opened("index.html")
    assert page.evaluate("getComputedStyle(document.querySelector('header')).display") == "flex"

    page.click("section table a:text-is('Better North')")
    assert page.inner_text("h1") == "Better North"
    page.click(".short a:text-is('City Trust')")
    assert "Better North works with City Trust" in page.inner_text("li:target blockquote")
    page.click("li:target .from a >> nth=0")
    assert page.inner_text("h1") == "The news"
    assert page.evaluate("document.querySelector(':target blockquote') !== null")


def test_the_explorer_opens_at_the_thing_and_leads_back(opened):
    """From a page to its thing in the explorer, and from there to the page again."""
    page = opened("vanguard/north.html")
    page.click("text=See it in the explorer")
    page.wait_for_selector("html[data-shown]", state="attached")
    assert "Better North" in page.inner_text("#details")
    page.click("#details a[href='vanguard/north.html']")
    assert page.inner_text("h1") == "Better North"


def test_the_map_opens_at_the_thing_and_leads_back(opened):
    """From a page to its cells on the map; from a cell to the thing, the source, the front page."""
    page = opened("barrier/rules.html")
    page.click("text=On the evidence map")
    page.wait_for_selector("html[data-shown]", state="attached")
    assert page.inner_text("#sides") == "Barriers by vanguards"
    page.click("button.cell")
    links = [a.get_attribute("href") for a in page.locator("#details a").all()]
    assert set(links) == {
        "barrier/rules.html",
        "vanguard/north.html",
        "source/news.html",
        "https://example.org/n",
    }
    page.click("#details a[href='source/news.html']")
    assert page.inner_text("h1") == "The news"
    page.go_back()
    page.click("header a[href='index.html']")
    assert page.inner_text("h1") == "A programme"


def test_a_picture_links_its_things(opened):
    """A thing of the front page's picture opens its own page."""
    page = opened("index.html")

    page.click(".picture a[href='vanguard/north.html'] path")

    assert page.inner_text("h1") == "Better North"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_is_wider_than_a_phone(opened, scheme):
    """At 390 pixels nothing scrolls sideways but tables and the picture, inside their boxes."""
    for name in PAGES:
        page = opened(name, viewport={"width": 390, "height": 800}, color_scheme=scheme)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name


def test_a_print_shows_all_words_and_where_the_original_is(opened):
    """On paper folded words stand open, the menu is gone, and links to originals are spelt out."""
    page = opened("vanguard/north.html")
    page.emulate_media(media="print")
    assert not page.is_visible("header nav")
    shut = page.locator("details:not([open]) blockquote").first
    assert shut.evaluate("e => e.checkVisibility()")
    after = "e => getComputedStyle(e, '::after').content"
    said = page.locator(".from a[href^='https']").first.evaluate(after)
    assert "https://example.org/n" in said or "attr(href)" in said


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (1400, "dark"), (390, "dark")])
def test_axe_finds_nothing(browser, axe, folder, width, scheme):
    """The rules of axe pass on each kind of page, at both widths, light and dark."""
    # axe reads the style sheet with a request of its own, which the pages' policy forbids
    context = browser.new_context(
        offline=True,
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        bypass_csp=True,
    )
    found = []
    for name in PAGES:
        page = context.new_page()
        page.goto((folder / name).as_uri())
        found += [(name, rule) for rule in axe(page)]
        page.close()
    context.close()

    assert found == []
