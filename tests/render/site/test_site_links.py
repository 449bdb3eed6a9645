"""The links of a site: all lead somewhere, and outside only to sources."""

from __future__ import annotations

import json
import re
from posixpath import dirname, join, normpath
from urllib.parse import parse_qs, unquote, urlsplit

from kg.query.meetings import AXES


def test_every_internal_link_leads_to_a_file_and_an_anchor(site, pages_of):
    """From every page, every relative link is a file of the site, its fragment an identifier."""
    pages = pages_of(site)
    broken = []
    for path, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme:
                continue
            target = normpath(join(dirname(path), unquote(parts.path))) if parts.path else path
            known = pages[target].ids if target in pages else None
            if target not in site or (
                parts.fragment and known is not None and parts.fragment not in known
            ):
                broken.append((path, link))

    assert broken == []
    assert sum(len(page.links) for page in pages.values()) > 500


def test_only_sources_are_linked_outside_and_no_page_has_a_script(site, pages_of):
    """Outside links are those of documents; no script, no frame, no handler, no style attribute."""
    for path, page in pages_of(site).items():
        outside = {link for link in page.links if urlsplit(link).scheme not in {"", "data"}}
        assert outside <= {"https://example.org/n"}, path
        assert {"script", "iframe", "object", "form"} & set(page.tags) == set(), path
        assert not [a for _, a in page.attributes if a.startswith("on") or a == "style"], path
        assert ("meta", "http-equiv") in page.attributes, path
        assert len(page.ids) == len(set(page.ids)), path
        assert page.open == [], path


def pages_named(content):
    """Return the addresses of pages that the data of a page with scripts names."""
    data = json.loads(re.search(rb'id="data">(.*?)</script>', content)[1])
    tables = [data["things"], data["sources"]]
    rows = []
    for table in tables:
        packed = isinstance(table, dict)
        rows += (
            [dict(zip(table["keys"], r, strict=True)) for r in table["rows"]] if packed else table
        )
    return {row["page"] for row in rows if row.get("page")}, {row.get("key") for row in rows}


def test_explorer_and_map_lead_back_to_pages_of_things_and_sources(site):
    """Every page that their data names is there: those of all things they show, and of sources."""
    shown, _ = pages_named(site["explore.html"])
    assert {"vanguard/north.html", "organisation/city-trust.html", "source/news.html"} <= shown
    mapped, _ = pages_named(site["map.html"])
    assert {"vanguard/north.html", "barrier/rules.html", "source/news.html"} <= mapped
    assert shown | mapped <= set(site)
    for name in ("explore.html", "map.html"):
        assert b'<a class="home" href="index.html">' in site[name]


def test_links_to_explorer_and_map_name_what_these_know(site, pages_of):
    """A focus is a thing of the explorer; rows and columns are two axes of the map."""
    _, keys = pages_named(site["explore.html"])
    axes = {axis.name for axis in AXES}
    seen = set()
    for page in pages_of(site).values():
        for link in map(urlsplit, page.links):
            name, asked = link.path.rpartition("/")[2], parse_qs(link.fragment)
            if name == "explore.html" and asked:
                assert set(asked["focus"]) <= keys
            elif name == "map.html" and asked:
                assert {*asked["rows"], *asked["columns"]} <= axes
                assert asked["rows"] != asked["columns"]
            seen |= {name} if asked else set()
    assert seen >= {"explore.html", "map.html"}
