"""The explorer in a real browser, the network cut off, every request and message recorded."""

from __future__ import annotations

import csv
import io
import os
import re
import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from kg.model import Amount, Claim, Direction, Entity, Evidence, Outcome, Relation, Status
from kg.query.network import SourceInfo, network
from kg.registry import Registry
from kg.render.explore import explore_page, write_page
from kg.vocabulary import Concept, Label, Vocabulary

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

NORTH, SOUTH = Entity("vanguard", "north"), Entity("vanguard", "south")
TRUST = Entity("org", "trust", ("City Trust", "CT"))
VOCABULARY = Vocabulary(
    [
        Concept("vanguard", "north", "https://x/n", (Label("pref", "Better North"),)),
        Concept("vanguard", "south", "https://x/s", (Label("pref", "Südliche Seite"),)),
    ],
    Registry("", ()),
)
TEXT = "It began in May. Beds used fell by 5% in a year. More follows."
SOURCES = {
    "s1": SourceInfo(
        "s1", "The news", "Paper", "2016-05", "https://example.org/n", "article", TEXT
    ),
    "s2": SourceInfo("s2", "The blog", url="javascript:alert(1)"),
}


def claim(relation, subject, target, *, status="reported", source="s1", quote="words", start=0):
    """Build a claim."""
    words = (Evidence(source, start, start + len(quote), quote),)
    return Claim(Relation(relation), subject, target, Status(status), words, "test", 0.9)


CLAIMS = [
    claim("care_model", NORTH, Entity("model", "alpha")),
    claim("care_model", SOUTH, Entity("model", "beta")),
    claim("partner", NORTH, TRUST, quote="=1+1, said the trust"),
    claim("partner", SOUTH, TRUST, status="planned", source="s2"),
    claim("location", NORTH, Entity("place", "town", ("Town",))),
    claim(
        "outcome",
        NORTH,
        Outcome("bed-days", Direction.DECREASE, Decimal(5), "percent"),
        quote="Beds used fell by 5%",
        start=17,
    ),
    claim("barrier", SOUTH, Entity("barrier", "regulation"), status="negated", source="s2"),
    claim("funding", SOUTH, Amount(Decimal(10**6)), status="expected"),
]


def browser_path():
    """Return the path of a browser on this machine, or None."""
    named = os.environ.get("KG_BROWSER", "")
    places = (named, "chromium", "chromium-browser", "google-chrome")
    return next((found for p in places if p and (found := shutil.which(p))), None)


@pytest.fixture(scope="module")
def browser():
    """Start a browser, or skip with what to install."""
    api = pytest.importorskip(
        "playwright.sync_api", reason="needs playwright: pip install playwright"
    )
    with api.sync_playwright() as play:
        path = browser_path() or play.chromium.executable_path
        if not Path(path).exists():
            pytest.skip("needs a browser: apt-get install chromium, or playwright install chromium")
        started = play.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield started
        started.close()


class Opened:
    """A page that is open, with all it asked for and all it said."""

    def __init__(self, page, url):
        self.page, self.url, self.asked, self.said = page, url, [], []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("dialog", lambda dialog: (self.said.append("dialog"), dialog.dismiss()))

    def go(self, address=""):
        self.page.goto(self.url + address)
        return self.settled()

    def turn(self, address):
        """Change the address as a person would, without opening the page again."""
        self.page.evaluate("a => { location.hash = a; }", address)
        return self.settled()

    def settled(self):
        """Wait until what the address says is shown."""
        self.page.wait_for_selector("html[data-shown]", state="attached")
        for _ in range(500):
            if self.page.evaluate("document.documentElement.dataset.shown === location.hash"):
                return self.page
            self.page.wait_for_timeout(20)
        raise AssertionError("the page does not show what its address says")

    def details(self):
        return self.page.inner_text("#details")


@pytest.fixture
def opened(browser, tmp_path):
    """Return a function that opens a page of claims; in the end nothing may have been asked."""
    contexts, pages = [], []

    def start(claims=CLAIMS, sources=SOURCES, title="A programme", **options):
        path = tmp_path / "graph.html"
        write_page(path, explore_page(network(claims, VOCABULARY, sources), title))
        contexts.append(browser.new_context(offline=True, accept_downloads=True, **options))
        pages.append(Opened(contexts[-1].new_page(), path.as_uri()))
        return pages[-1]

    yield start
    for page in pages:
        assert page.said == []
        assert {url.partition("#")[0] for url in page.asked if not url.startswith("blob:")} <= {
            page.url
        }
    for context in contexts:
        context.close()


def test_opens_with_the_programme_at_a_glance(opened):
    """The page opens without a request, says what it shows, and leaves the place of one out."""
    page = opened().go()
    assert page.inner_text("#summary").startswith("At a glance")
    assert page.inner_text("#summary").endswith("5 things, 4 lines.")
    assert page.locator("#picture canvas").count() == 1


def test_search_finds_by_other_name_and_by_keyboard_alone(opened):
    """Slash, a few letters without accents, Enter: the card of the thing is there."""
    it = opened()
    page = it.go()
    page.keyboard.press("/")
    page.keyboard.type("sudlic")
    assert page.locator("#found [role=option]").all_inner_texts() == ["Südliche Seite\nVanguard"]
    page.keyboard.press("Enter")
    assert page.inner_text("#details h2") == "Südliche Seite"
    page.keyboard.press("/")
    page.keyboard.type("ct")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    assert page.inner_text("#details h2") == "City Trust"
    assert "is a partner of (2)" in it.details()


def test_back_forward_and_a_reloaded_address_show_the_same(opened):
    """The address carries the state: back, forward and reload show what was there."""
    it = opened()
    page = it.go()
    it.go("#focus=vanguard%3Anorth&statuses=planned")
    before = (page.inner_text("#summary"), it.details())
    page.click("#details button.link:has-text('City Trust')")
    assert page.inner_text("#details h2") == "City Trust"
    page.go_back()
    it.settled()
    assert (page.inner_text("#summary"), it.details()) == before
    page.go_forward()
    it.settled()
    assert page.inner_text("#details h2") == "City Trust"
    page.go_back()
    it.settled()
    page.reload()
    it.settled()
    assert (page.inner_text("#summary"), it.details()) == before
    assert not page.is_checked("#statuses input[value=planned]")


def test_an_address_that_makes_no_sense_shows_the_opening_picture(opened):
    """What an address asks for and is not there is passed over."""
    page = opened().go("#focus=%3Cimg%3E&line=x&depth=-7&view=x&source=y&confidence=NaN&kinds=z,,")
    assert page.inner_text("#summary").startswith("At a glance")


def test_a_line_shows_the_words_in_their_sentence_and_their_source(opened):
    """A line picked in the picture tells status, sentence, source, date, link and rule."""
    page = opened(viewport={"width": 1300, "height": 800}).go("#focus=measure%3Abed-days")
    box = page.locator("#picture canvas").bounding_box()
    # two things stand above each other: the line runs through the middle
    middle = box["x"] + box["width"] / 2
    for up in range(60, 320, 20):
        page.mouse.click(middle, box["y"] + box["height"] / 2 - up)
        page.wait_for_timeout(60)
        if page.inner_text("#details h2") == "What this line says":
            break
    told = page.inner_text("#details")
    assert "Better North has outcome Bed days: down 5%" in told
    assert "Beds used fell by 5% in a year." in told
    assert "It began" not in told
    assert "Paper, 2016-05, article" in told
    assert "Confidence 0.9 · rule test · characters 17–37" in told
    assert page.inner_text("#details mark") == "Beds used fell by 5%"
    link = page.locator("#details blockquote ~ p a")
    assert (link.get_attribute("href"), link.get_attribute("rel")) == (
        "https://example.org/n",
        "noopener noreferrer",
    )


def test_filters_choose_things_and_lines(opened):
    """Every filter narrows the view, and the summary counts what is left."""
    wanted = {
        "": "5 things, 4 lines.",
        "view=all": "9 things, 8 lines.",
        "view=all&kinds=place,org": "7 things, 5 lines.",
        "view=all&statuses=reported": "4 things, 3 lines.",
        "view=all&relations=partner": "8 things, 6 lines.",
        "source=s2": "3 things, 2 lines.",
        "text=beds+USED": "2 things, 1 line.",
        "model=model:beta": "5 things, 4 lines.",
        "confidence=0.95": "0 things, 0 lines.",
        "focus=vanguard:north": "5 things, 4 lines.",
        "focus=vanguard:north&depth=2": "6 things, 5 lines.",
    }
    it = opened()
    page = it.go()
    counts = {}
    for address in wanted:
        it.turn(address)
        counts[address] = page.inner_text("#summary").rpartition(": ")[2]
    assert counts == wanted


def test_the_legend_switches_kinds_off_and_on(opened):
    """A click in the legend takes a kind and its lines away and brings them back."""
    page = opened().go()
    page.uncheck("#kinds input[value=org]")
    assert page.inner_text("#summary").endswith("4 things, 2 lines.")
    assert "kinds=org" in page.url
    page.check("#kinds input[value=org]")
    assert page.inner_text("#summary").endswith("5 things, 4 lines.")


def test_the_way_between_two_things_is_told_in_words(opened):
    """The shortest path is a list of sentences, read in the direction one walks."""
    it = opened()
    page = it.go("#focus=vanguard:north")
    page.fill("#path", "regul")
    page.press("#path", "Enter")
    steps = [re.sub(r"\s+", " ", t) for t in page.locator("#details .path > li").all_inner_texts()]
    assert [
        s.partition(" reported")[0].partition(" planned")[0].partition(" negated")[0] for s in steps
    ] == [
        "Better North has partner City Trust",
        "City Trust is a partner of Südliche Seite",
        "Südliche Seite was hindered by Regulation",
    ]
    assert "3 steps apart" in it.details()


def test_the_table_holds_the_same_facts(opened):
    """The table lists every claim of the view, with buttons that lead on."""
    page = opened().go("#view=all&show=table")
    assert page.locator("#rows tbody tr").count() == len(CLAIMS)
    assert page.locator("#picture").is_hidden()
    page.click("#rows button.link:has-text('City Trust') >> nth=0")
    assert page.locator("#rows tbody tr").count() == 2


def test_rows_and_picture_are_saved(opened, tmp_path):
    """CSV holds the rows, formulas made harmless; the picture is a PNG that is not empty."""
    page = opened().go("#view=all&relations=care_model,outcome,location,barrier,funding")
    with page.expect_download() as waiting:
        page.click("#csv")
    waiting.value.save_as(tmp_path / "rows.csv")
    text = (tmp_path / "rows.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows[0][:6] == ["subject", "relation", "object", "figure", "status", "quote"]
    assert sorted(row[:6] for row in rows[1:]) == [
        ["Better North", "has partner", "City Trust", "", "reported", "'=1+1, said the trust"],
        ["Südliche Seite", "has partner", "City Trust", "", "planned", "words"],
    ]
    with page.expect_download() as waiting:
        page.click("#png")
    waiting.value.save_as(tmp_path / "picture.png")
    picture = (tmp_path / "picture.png").read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert len(picture) > 3000


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


def test_hostile_text_runs_nothing_and_breaks_nothing(opened):
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
    page = it.go()
    page.evaluate(
        "() => { const d = document.createElement('div');"
        ' d.innerHTML = \'<img src="http://127.0.0.1:9/x.png" onerror="window.ran = 1">\';'
        " document.body.append(d);"
        " const s = document.createElement('script'); s.textContent = 'window.ran = 2';"
        " document.body.append(s); }"
    )
    page.wait_for_timeout(200)
    assert page.evaluate("window.ran") is None
    assert len([said for said in it.said if "Content Security Policy" in said]) >= 2
    it.said.clear()
    it.asked = [url for url in it.asked if "127.0.0.1" not in url]


def test_a_large_network_is_cut_to_what_can_be_read_and_says_so(opened):
    """Above 1,500 things the most connected are shown; the others are found by name."""
    told = [claim("partner", NORTH, Entity("org", f"o{i}", (f"Org {i}",))) for i in range(1600)]
    it = opened(told, {})
    page = it.go("#view=all")
    assert page.inner_text("#summary") == (
        "Everything: 1500 things (the most connected of 1601; find or filter to see others), "
        "1499 lines."
    )
    page.fill("#find", "org 1599")
    page.press("#find", "Enter")
    assert page.inner_text("#summary") == "Around Org 1599: 2 things, 1 line."


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 390])
def test_an_accessibility_scan_finds_nothing(opened, scheme, width):
    """The rules of axe pass in every view, at both widths, light and dark."""
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright",
        reason="needs axe: pip install axe-playwright-python",
    )
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
        found += [(address, v["id"]) for v in axe.Axe().run(page).response["violations"]]
    assert found == []
