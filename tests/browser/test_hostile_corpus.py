"""Documents of hostile names, titles, words and links, from `kg build` to pages in a browser."""

import re
from contextlib import suppress
from itertools import permutations

import pytest

from kg.query.meetings import AXES

CONTROLS = "".join(map(chr, (*range(1, 9), 11, 12, *range(14, 32), *range(127, 160))))
HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(2)</script>",
    "</title><svg onload=alert(3)>",
    "\"'><a href=javascript:alert(4)>x</a>",
    "javascript:alert(5)",
    "{{ 7*7 }}{% raw %}${7*7}",
    "]]><![CDATA[<!--",
    "__proto__",
    "=HYPERLINK(1)",
    "\u202eright\u2066to\u200bleft\ufeff",
    f"controls {CONTROLS} end",
    "line\u2028and\u2029paragraph",
    "Long" * 2_500,
)
NAMES = (
    "<img src=x onerror=alert(6)>",
    "{{7*7}}",
    "javascript:alert(7)",
    "\"' onmouseover=alert(8) x='",
    "\u202etxt.evil",
    "a\nb\tc\x01\x7f",
    "CON",
    "%2e%2e%2fpasswd",
    "n" * 200,
)
FOREIGN = ":is(img, iframe, object, [onerror], [onload], [onmouseover], a[href^='javascript:'])"
PAGE = """\
---
title: {words}
publisher: {words}
date: {words}
kind: {words}
url: {url}
---

The Sutton Homes of Care vanguard has cut emergency admissions by 9%, says {words}.

The Sutton Homes of Care vanguard works with {words} NHS Foundation Trust and with Sutton Council.

Recruitment was the greatest challenge for the vanguard, says {words}. Its falls service cut length
of stay for care home residents. {words}, chief executive of {words} NHS Foundation Trust, agreed.
"""


@pytest.fixture(scope="module")
def folder(kg, tmp_path_factory):
    """A folder with the documents, their graph, and all that is drawn of it."""
    path = tmp_path_factory.mktemp("hostile")
    documents = path / "documents"
    documents.mkdir()
    for i, words in enumerate(HOSTILE):
        text = PAGE.format(words=words, url=words if i % 2 else f"javascript:alert({i})")
        if CONTROLS in words:  # more than one in a hundred, and a file is taken for binary
            text += "\nNothing more was told on the day. " * 900
        (documents / f"words{i}.txt").write_text(text, encoding="utf-8")
    for i, name in enumerate(NAMES):
        with suppress(OSError):  # not every name can be a file's everywhere
            text = PAGE.format(words=f"paper {i}", url=f"https://example.org/{i}")
            (documents / f"{name}.txt").write_text(text, encoding="utf-8")
    title = HOSTILE[1]
    for command in (
        ("build", "documents"),
        ("explore", "--output", "explore.html"),
        ("map", "--title", title, "--output", "map.html"),
        ("map", "--title", title, "--output", "map.svg"),
        ("site", "--title", title, "--output", "site"),
    ):
        done = kg(*command, cwd=path)
        assert done.returncode == 0, (command, done.stderr)
    return path


def test_every_document_is_a_source_with_claims(folder):
    """None is lost for its name or words: each has a page, and hostile words are in quotes."""
    pages = {p.name: p.read_text(encoding="utf-8") for p in (folder / "site/source").glob("*.html")}
    told = [page for page in pages.values() if "has cut emergency admissions" in page]
    assert len(told) == len(list((folder / "documents").iterdir()))
    assert len(told) > len(HOSTILE) + 5
    assert any("says &lt;img src=x onerror=alert(1)&gt;" in page for page in told)


def test_every_page_of_the_site_opens_and_runs_nothing(watched, folder):
    """All pages of sources and organisations, and one of each other kind, at phone width."""
    site = folder / "site"
    it = watched(site / "index.html", within=site, viewport={"width": 390, "height": 800})
    opened = 0
    for path in sorted(site.rglob("*.html")):
        kind = path.parent.name
        if kind not in {"source", "organisation", "person", "site"} and "sutton" not in path.name:
            continue
        if path.name in {"explore.html", "map.html"}:
            continue
        it.page.goto(path.as_uri())
        assert it.page.locator("h1").inner_text().strip(), path.name
        assert it.page.locator(f"{FOREIGN}, main svg[onload]").count() == 0, path.name
        assert it.page.evaluate("document.scripts.length") == 0
        assert it.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path.name
        opened += 1
    assert opened > 30


@pytest.mark.parametrize("file", ["map.html", "site/map.html"])
def test_the_map_turns_to_any_axes_and_runs_nothing(watched, folder, file):
    """Alone and in the site: every cell that there is opens, and links lead to pages alone."""
    it = watched(folder / file, within=folder)
    page = it.go()
    assert page.inner_text("h1").startswith("</script>")
    cells = 0
    for rows, columns in permutations([axis.name for axis in AXES], 2):
        it.turn(f"#rows={rows}&columns={columns}&ways=none")
        for button in page.locator("button.cell").all()[:2]:
            button.click()
            cells += 1
            assert page.locator(f"{FOREIGN}, main svg[onload]").count() == 0
            ways = [a.get_attribute("href") for a in page.locator("#details a").all()]
            strange = [w for w in ways if not w.startswith("https://example.org/")]
            assert all(re.fullmatch(r"[a-z0-9-]+/[a-z0-9-]+\.html", way) for way in strange)
    assert cells > 10


def test_the_explorers_show_every_source_and_run_nothing(watched, folder):
    """Alone and in the site: found by name, chosen by source, opened."""
    for file in ("explore.html", "site/explore.html"):
        it = watched(folder / file, within=folder)
        page = it.go("#focus=vanguard%3Asutton&show=table")
        assert page.locator("#details details.words").count() > 3
        page.locator("#details details.words summary").first.click()
        for option in page.locator("#source option").all()[:25]:
            page.select_option("#source", option.get_attribute("value"))
            assert page.locator(f"{FOREIGN}, #details svg[onload]").count() == 0
        page.fill("#find", "<img")
        assert page.locator(f"#found {FOREIGN}").count() == 0


def test_a_picture_of_hostile_words_is_a_picture(watched, folder):
    """The figure and the site's picture open as SVG, and draw nothing that is not ours."""
    for file in ("map.svg", "site/picture.svg"):
        it = watched(folder / file)
        it.page.goto(it.url)
        assert it.page.evaluate("document.documentElement.nodeName") == "svg"
        assert it.page.evaluate("document.getElementsByTagName('script').length") == 0
        assert it.page.evaluate("document.getElementsByTagName('parsererror').length") == 0
