"""A tiny graph, the files of its site, and pages as a browser reads them."""

from __future__ import annotations

from html.parser import HTMLParser
from types import SimpleNamespace

import pytest

from kg.model import (
    Claim,
    Direction,
    Document,
    Entity,
    Evidence,
    Outcome,
    Relation,
    Sentence,
    Status,
)
from kg.render.site import site_files

TEXT = "Better North works with City Trust. Falls went down there. Rules got in the way."
NORTH = Entity("vanguard", "north")
TRUST = Entity("org", "city-trust", ("City Trust", "CT"))
NAMES = {
    ("vanguard", "north"): ("Better North", "The North"),
    ("model", "alpha"): ("Model Alpha",),
    ("intervention", "hub"): ("Care hub",),
    ("barrier", "rules"): ("Rules",),
    ("measure", "falls"): ("Falls",),
    ("direction", "decrease"): ("decrease",),
    **{("status", str(s)): (str(s),) for s in Status},
}
DOCUMENT = Document(
    "news",
    "The news",
    TEXT,
    (),
    (Sentence(0, 35, 0), Sentence(36, 58, 0), Sentence(59, 80, 0)),
    (("date", "2016-05"), ("kind", "article"), ("url", "https://example.org/n")),
)
VOID = {"meta", "link", "br", "hr", "img", "input"}


def _claim(relation, subject, target, quote, *, status="reported", text=TEXT, source="news"):
    """Build a claim on words of a text."""
    start = text.index(quote)
    words = (Evidence(source, start, start + len(quote), quote),)
    return Claim(Relation(relation), subject, target, Status(status), words, "test", 0.9)


CLAIMS = [
    _claim("partner", NORTH, TRUST, "works with City Trust"),
    _claim("outcome", NORTH, Outcome("falls", Direction.DECREASE), "Falls went down"),
    _claim("barrier", NORTH, Entity("barrier", "rules"), "Rules got in", status="negated"),
]


class Read(HTMLParser):
    """A page as a browser reads it: elements, identifiers, links and words."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.tags, self.ids, self.links, self.words, self.open = [], [], [], [], []
        self.attributes = set()
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.tags.append(tag)
        self.attributes |= {(tag, name) for name in given}
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given[name] for name in ("href", "src") if name in given]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        self.handle_endtag(tag)

    def handle_endtag(self, tag):
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] not in {"style", "script"}:
            self.words += data.split()

    @property
    def text(self):
        return " ".join(self.words)


@pytest.fixture(scope="session")
def tiny():
    """Return the tiny graph's document, claims and names, and how to make another claim."""
    return SimpleNamespace(
        document=DOCUMENT, claims=CLAIMS, names=NAMES, claim=_claim, vanguard=NORTH
    )


@pytest.fixture(scope="session")
def store(store_of):
    """The store of the tiny graph."""
    registry = "north,Better North,The North,alpha,2015-03-10,Northshire\n"
    return store_of([DOCUMENT], CLAIMS, NAMES, registry)


@pytest.fixture(scope="session")
def site(store):
    """The files of the site of the tiny graph."""
    return dict(site_files(store, "A programme"))


@pytest.fixture(scope="session")
def read():
    """Return a function from the bytes of a page to the page as a browser reads it."""
    return lambda content: Read(content.decode())


@pytest.fixture(scope="session")
def pages_of(read):
    """Return a function from files to the site's own pages as read, without those with scripts."""

    def pages(site):
        return {
            path: read(content)
            for path, content in site.items()
            if path.endswith(".html") and path not in {"explore.html", "map.html"}
        }

    return pages
