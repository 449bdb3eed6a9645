"""The evidence map in a real browser, the network cut off, every request and message recorded."""

import csv
import io
import os
import re
import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from kg.model import Claim, Direction, Entity, Evidence, Outcome, Relation, Status
from kg.query.network import SourceInfo, network
from kg.registry import Registry
from kg.render.explore import write_page
from kg.render.map_page import map_page
from kg.vocabulary import Concept, Label, Vocabulary

NORTH, SOUTH = Entity("vanguard", "north"), Entity("vanguard", "south")
FALLS, HUB = Entity("intervention", "falls"), Entity("intervention", "hub")
TEXT = "It began in May. Beds used fell by 5% in a year. More follows."


def concept(kind, identifier, name, **values):
    """Build a concept."""
    labels = (Label("pref", name),)
    return Concept(kind, identifier, f"https://x/{identifier}", labels, "", tuple(values.items()))


FRAMEWORK = Vocabulary(
    [
        concept("intervention", "falls", "Falls service"),
        concept("intervention", "hub", "Single hub"),
        concept("intervention", "unused", "Unused thing"),
        concept("measure", "beds", "Bed days", betterDirection="decrease"),
        concept("measure", "cost", "Costs", betterDirection="decrease"),
        concept("measure", "silence", "Silence"),
        concept("vanguard", "north", "Better North"),
        concept("vanguard", "south", "Südliche Seite"),
    ],
    Registry("", ()),
)
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


def change(measure, direction="decrease"):
    """Build an outcome."""
    return Outcome(measure, Direction(direction), Decimal(5), "percent")


FALL = "Beds used fell by 5%"
CLAIMS = [
    claim("outcome", FALLS, change("beds"), quote=FALL, start=17),
    claim("outcome", FALLS, change("beds"), source="s2"),
    claim("outcome", FALLS, change("beds", "increase"), status="expected", source="s2"),
    claim("outcome", HUB, change("cost"), status="negated", quote="=1+1, they said"),
    claim("outcome", NORTH, change("cost"), source="s2", start=30),
    claim("implements", NORTH, FALLS, start=40),
    claim("care_model", NORTH, Entity("model", "alpha"), start=50),
    claim("care_model", SOUTH, Entity("model", "beta"), start=55),
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
        arguments = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"]
        arguments += ["--disable-background-networking", "--disable-component-update"]
        started = play.chromium.launch(executable_path=path, args=arguments)
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
        """Open the page at an address."""
        self.page.goto(self.url + address)
        return self.settled()

    def turn(self, address):
        """Change the address as a person would, without opening the page again."""
        self.page.evaluate("a => { location.hash = a; }", address)
        return self.settled()

    def settled(self):
        """Wait until what the address says is shown."""
        self.page.wait_for_selector("html[data-shown]", state="attached")
        return self.until("document.documentElement.dataset.shown === location.hash")

    def until(self, condition):
        """Wait for a condition, asked from outside: the policy lets nothing be evaluated inside."""
        for _ in range(500):
            if self.page.evaluate(condition):
                return self.page
            self.page.wait_for_timeout(20)
        raise AssertionError(f"the page does not come to {condition}")

    def grid(self):
        """Return the table as rows of text, names of cells read aloud where there are any."""
        return self.page.evaluate(
            "() => [...document.querySelectorAll('#grid tr')].map((row) =>"
            " [...row.cells].map((cell) => {"
            " const button = cell.querySelector('button');"
            " return button ? button.getAttribute('aria-label').split(': ').slice(1).join(': ')"
            " : cell.textContent; }))"
        )


@pytest.fixture
def opened(browser, tmp_path):
    """Return a function that opens a map; in the end nothing may have been asked or said."""
    contexts, pages = [], []

    def start(
        claims=CLAIMS,
        sources=SOURCES,
        title="A map",
        rows="interventions",
        columns="measures",
        vocabulary=FRAMEWORK,
        **options,
    ):
        path = tmp_path / "map.html"
        graph = network(claims, vocabulary, sources)
        write_page(path, map_page(graph, rows, columns, title, vocabulary=vocabulary))
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


def test_the_map_is_a_table_with_headers_bubbles_gaps_and_totals(opened):
    """Rows and columns with claims are shown, each cell told aloud, gaps and totals too."""
    it = opened()
    page = it.go()
    assert it.grid() == [
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
    assert page.locator("#details mark").first.inner_text() == FALL
    links = [
        (a.get_attribute("href"), a.get_attribute("rel"))
        for a in page.locator("#details .claim a").all()
    ]
    assert links == [("https://example.org/n", "noopener noreferrer")]
    assert page.evaluate("document.activeElement.id") == "details"


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


def test_back_forward_and_a_reloaded_address_show_the_same(opened):
    """The address carries the cell and the filters."""
    it = opened()
    page = it.go("#statuses=expected&order=name")
    page.click("button.cell >> nth=0")
    before = (it.grid(), page.inner_text("#details"), page.inner_text("#summary"))
    page.click("button.cell >> nth=1")
    assert page.inner_text("#details h2") == "Single hub × Costs"
    page.go_back()
    it.settled()
    assert (it.grid(), page.inner_text("#details"), page.inner_text("#summary")) == before
    page.go_forward()
    it.settled()
    assert page.inner_text("#details h2") == "Single hub × Costs"
    page.go_back()
    it.settled()
    page.reload()
    it.settled()
    assert (it.grid(), page.inner_text("#details"), page.inner_text("#summary")) == before
    assert not page.is_checked("#statuses input[value=expected]")
    assert page.input_value("#order") == "name"


def test_an_address_that_makes_no_sense_shows_the_opening_map(opened):
    """What an address asks for and is not there is passed over."""
    it = opened()
    it.go()
    wanted = it.grid()
    it.turn("#cell=%3Cimg%3E&order=x&gaps=7&statuses=z,,&model=m&source=y&confidence=NaN")
    assert it.grid() == wanted


def test_filters_narrow_what_is_counted(opened):
    """Status, direction, source, care model, words and confidence leave what fits them."""
    wanted = {
        "": "4 claims, 2 sources in 2 of 4 cells",
        "statuses=negated,expected": "2 claims, 2 sources in 1 of 1 cell",
        "tones=better": "1 claim, 1 source in 1 of 1 cell",
        "source=s2": "2 claims, 1 source in 1 of 1 cell",
        "text=beds+USED": "1 claim, 1 source in 1 of 1 cell",
        "text=single": "1 claim, 1 source in 1 of 1 cell",
        "model=model:alpha": "0 claims, 0 sources in 0 of 0 cells",
        "model=model:alpha&ways=none": "2 claims, 2 sources in 1 of 1 cell",
        "model=model:beta&ways=none": "0 claims, 0 sources in 0 of 0 cells",
        "confidence=0.95": "0 claims, 0 sources in 0 of 0 cells",
        "gaps=true": "4 claims, 2 sources in 2 of 9 cells",
        "ways=tied": "2 claims, 2 sources in 1 of 1 cell",
    }
    it = opened()
    page = it.go()
    counts = {}
    for address in wanted:
        it.turn(address)
        counts[address] = page.inner_text("#summary").partition(";")[0]
    assert counts == wanted


def test_what_is_only_together_is_switched_on_and_marked(opened):
    """Two rings, a sentence that no source ties the two, and the vanguard that has both."""
    it = opened()
    page = it.go()
    page.check("#ways input[value=together]")
    assert "ways=none" in page.url
    assert it.grid()[1][2] == "2 claims, 2 sources. Reported, together in a vanguard: 1 vanguard"
    # three claims tie the service to bed days, one vanguard has it and tells of costs
    assert page.locator("#grid .count").all_inner_texts() == ["3", "1", "1"]
    page.click("button.cell[data-cell='intervention:falls|measure:cost']")
    told = re.sub(r"\s+", " ", page.inner_text("#details"))
    assert "no source says that the one has to do with the other" in told
    assert "Better North (2 claims)" in told
    assert "Better North implements Falls service" in told
    assert "Better North has outcome Costs: down 5%" in told
    page.uncheck("#ways input[value=together]")
    assert it.grid()[1][2] == "gap"
    assert "Nothing is told here under these filters" in page.inner_text("#details")


def test_words_are_looked_for_as_one_types(opened):
    """Slash leads to the field; what is typed narrows the map, and the address says so."""
    it = opened()
    page = it.go()
    page.keyboard.press("/")
    page.keyboard.type("single")
    it.until("location.hash === '#text=single'")
    assert [row[0] for row in it.grid()] == [
        "Intervention / outcome measure",
        "Single hub",
        "Claims / sources",
    ]
    page.click("#reset")
    assert page.input_value("#text") == ""
    assert len(it.grid()) == 4


def test_empty_rows_and_columns_are_shown_when_asked_for(opened):
    """The whole framework appears, and goes again."""
    it = opened()
    page = it.go()
    page.click("#gaps")
    assert [row[0] for row in it.grid()[1:4]] == ["Falls service", "Single hub", "Unused thing"]
    assert it.grid()[0][3] == "Silence"
    assert page.get_attribute("#gaps", "aria-pressed") == "true"
    page.click("#gaps")
    assert len(it.grid()) == 4


def test_the_map_and_its_claims_are_saved_as_csv(opened, tmp_path):
    """The files hold what the view shows, formulas made harmless."""
    page = opened().go("#source=s1")
    found = {}
    for name in ("csv", "claims"):
        with page.expect_download() as waiting:
            page.click(f"#{name}")
        waiting.value.save_as(tmp_path / name)
        text = (tmp_path / name).read_text(encoding="utf-8-sig")
        found[name] = list(csv.reader(io.StringIO(text, newline="")))
    assert found["csv"] == [
        [
            "row",
            "column",
            "way",
            "direction",
            "status",
            "claims",
            "sources",
            "vanguards_between",
            "source_ids",
        ],
        ["Falls service", "Bed days", "tied", "better", "reported", "1", "1", "0", "s1"],
        ["Falls service", "Costs", "", "", "", "0", "0", "0", ""],
        ["Single hub", "Bed days", "", "", "", "0", "0", "0", ""],
        ["Single hub", "Costs", "tied", "better", "negated", "1", "1", "0", "s1"],
    ]
    assert [row[:2] + row[6:9] for row in found["claims"][1:]] == [
        ["Falls service", "Bed days", "down 5%", "reported", FALL],
        ["Single hub", "Costs", "down 5%", "negated", "'=1+1, they said"],
    ]


def test_what_the_page_saves_is_what_the_command_line_writes(opened, tmp_path):
    """The page's CSV of the opening map is that of `map_csv`, but for the order of rows."""
    from kg.query.evidence_map import evidence_map, most_told_first, used_only
    from kg.render.map_csv import map_csv

    page = opened().go()
    with page.expect_download() as waiting:
        page.click("#csv")
    waiting.value.save_as(tmp_path / "map.csv")
    graph = network(CLAIMS, FRAMEWORK, SOURCES)
    grid = most_told_first(used_only(evidence_map(graph, vocabulary=FRAMEWORK)))
    saved = (tmp_path / "map.csv").read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    assert saved == map_csv(grid)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_scrolls_the_map_inside_its_region(opened, scheme):
    """At phone width the page is not wider than the screen; headers stay while the map moves."""
    many = [
        claim("outcome", Entity("intervention", f"i{i}"), Outcome(f"m{j}", Direction.IMPROVE))
        for i in range(30)
        for j in range(20)
        if (i + j) % 3
    ]
    it = opened(many, {}, viewport={"width": 390, "height": 844}, color_scheme=scheme)
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
    """Names, titles, quotes, keys and links of every bad kind: opened, filtered, saved."""
    told, sources, concepts = [], {}, []
    for i, text in enumerate(HOSTILE):
        sources[text] = SourceInfo(text, text, text, text, text, text, text)
        concepts += [
            concept("intervention", f"i{i}", text),
            concept("measure", f"m{i}", text),
        ]
        for target in (Outcome(f"m{i}", Direction.IMPROVE), Outcome("__proto__", Direction.WORSEN)):
            thing = Entity("intervention", f"i{i}")
            told.append(claim("outcome", thing, target, source=text, quote=text))
    words = Vocabulary(concepts, Registry("", ()))
    it = opened(told, sources, "<b>T</b></title><script>alert(9)</script>", vocabulary=words)
    page = it.go("#ways=none&gaps=true")
    assert page.title() == "<b>T</b></title><script>alert(9)</script>"
    bad = ":is(img, script, b, svg[onload], iframe)"
    for button in page.locator("button.cell").all():
        button.click()
        assert page.locator("#details mark").count() >= 1
        assert page.locator("#details a").count() == 0
        assert page.locator(f"#details {bad}, #grid {bad}, h1 *").count() == 0
    for text in ("img", "script", "proto", "7*7"):
        page.fill("#text", text)
        it.until(f"new URLSearchParams(location.hash.slice(1)).get('text') === {text!r}")
        assert page.locator(f"#grid {bad}").count() == 0
    page.click("#reset")
    it.turn("#ways=none&gaps=true")
    for option in page.locator("#source option").all():
        page.select_option("#source", option.get_attribute("value"))
    page.select_option("#source", "")
    for name in ("csv", "claims"):
        with page.expect_download():
            page.click(f"#{name}")
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


def test_a_figure_opens_as_a_picture_of_its_own(browser, tmp_path):
    """The SVG of a map shows its bubbles in a browser and asks for nothing."""
    from kg.query.evidence_map import evidence_map
    from kg.render.map_svg import map_svg

    path = tmp_path / "map.svg"
    grid = evidence_map(network(CLAIMS, FRAMEWORK, SOURCES), vocabulary=FRAMEWORK)
    path.write_text(map_svg(grid, "T"), encoding="utf-8")
    page = browser.new_page()
    it = Opened(page, path.as_uri())
    page.goto(it.url)
    sizes = page.evaluate(
        "[...document.querySelectorAll('g > use')].map(u => u.getBoundingClientRect().width)"
    )
    assert len(sizes) == 3
    assert min(sizes) > 8
    assert (it.asked, it.said) == ([it.url], [])
    page.close()


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
        "#cell=intervention%3Afalls%7Cmeasure%3Abeds",
        "#ways=none&gaps=true&cell=intervention%3Afalls%7Cmeasure%3Acost",
        "#confidence=1",
    ):
        it.turn(address)
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = 1; })")
        page.wait_for_timeout(100)
        found += [(address, v["id"]) for v in axe.Axe().run(page).response["violations"]]
    assert found == []
