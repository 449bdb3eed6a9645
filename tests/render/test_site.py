"""The site: which files there are, what a page says, and that all links lead somewhere."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import pyoxigraph
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
from kg.query.ask import ask
from kg.query.binding import kinds_of
from kg.query.kinds import things_of
from kg.query.question import all_questions
from kg.render.site import site_files
from kg.render.site_questions import left_open

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


def claim(relation, subject, target, quote, *, status="reported", text=TEXT, source="news"):
    """Build a claim on words of a text."""
    start = text.index(quote)
    words = (Evidence(source, start, start + len(quote), quote),)
    return Claim(Relation(relation), subject, target, Status(status), words, "test", 0.9)


CLAIMS = [
    claim("partner", NORTH, TRUST, "works with City Trust"),
    claim("outcome", NORTH, Outcome("falls", Direction.DECREASE), "Falls went down"),
    claim("barrier", NORTH, Entity("barrier", "rules"), "Rules got in", status="negated"),
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


@pytest.fixture(scope="module")
def store(store_of):
    registry = "north,Better North,The North,alpha,2015-03-10,Northshire\n"
    return store_of([DOCUMENT], CLAIMS, NAMES, registry)


@pytest.fixture(scope="module")
def site(store):
    """The files of the site of a tiny graph."""
    return dict(site_files(store, "A programme"))


def pages_of(site):
    """Return the site's own pages as read, the two that hold scripts left out."""
    return {
        path: Read(content.decode())
        for path, content in site.items()
        if path.endswith(".html") and path not in {"explore.html", "map.html"}
    }


def test_the_files_of_a_site_are_named_by_slugs(site):
    """A page, Turtle and JSON-LD a thing and source; lists, questions, data, one style sheet."""
    things = [
        "barrier/rules",
        "care-model/alpha",
        "measure/falls",
        "organisation/city-trust",
        "place/northshire",
        "source/news",
        "source/registry",
        "vanguard/north",
    ]
    kinds = {thing.partition("/")[0] for thing in things}
    expected = {f"{t}.{ending}" for t in things for ending in ("html", "ttl", "jsonld")}
    expected |= {f"{kind}/index.html" for kind in kinds}
    expected |= {f"question/{q.name}.html" for q in all_questions()}
    expected |= {"index.html", "explore.html", "map.html", "names.html", "questions.html"}
    expected |= {"ontology.html", "download.html", "picture.svg", "site.css"}
    expected |= {"data/graph.ttl", "data/graph.trig", "data/graph.nq", "data/claims.csv"}
    expected |= {"data/network.graphml", "data/ontology.ttl", "data/evidence-map.csv"}

    assert set(site) == expected


def test_the_page_of_a_vanguard_says_its_facts_with_their_words(site):
    """The whole text of one page: names, facts by relation, status, quotes in their sentences."""
    page = Read(site["vanguard/north.html"].decode())

    assert page.text == (
        "Better North · A programme Skip to the content A programme Front page Explorer Evidence "
        "map Vanguards Organisations Sources Questions Ontology Downloads "
        "Vanguards Better North Vanguard · https://w3id.org/ncm/id/vanguard/north "
        "Also called: The North "
        "See it in the explorer Turtle JSON-LD 5 claims of 2 sources. "
        "Has care model 1 Has partner 1 Has outcome 1 Was hindered by 1 Is in 1 "
        "Has care model Model Alpha reported registry The words "
        "north,Better North,The North,alpha,2015-03-10,Northshire "
        "Registry of the vanguards · confidence 1.00 · rule registry "
        "Has partner City Trust reported Better North works with City Trust . "
        "The news , 2016-05 · original · confidence 0.90 · rule test "
        "Has outcome Falls down reported Falls went down there. "
        "The news , 2016-05 · original · confidence 0.90 · rule test "
        "Was hindered by Rules negated Rules got in the way. "
        "The news , 2016-05 · original · confidence 0.90 · rule test "
        "Is in Northshire reported registry The words "
        "north,Better North,The North,alpha,2015-03-10,Northshire "
        "Registry of the vanguards · confidence 1.00 · rule registry "
        "Every fact shows the words it rests on; a hope is not a result. Made by kg site from "
        "2 sources and 5 claims."
    )


def test_a_fact_is_told_from_its_other_end_too(site):
    """The page of an organisation says whose partner it is, with the same words."""
    page = Read(site["organisation/city-trust.html"].decode())

    assert (
        "1 claim of 1 source. Is a partner of Better North reported "
        "Better North works with City Trust . The news , 2016-05"
    ) in page.text


def test_every_internal_link_leads_to_a_file_and_an_anchor(site):
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


def test_a_link_to_the_explorer_names_a_thing_that_it_shows(site):
    """The address that a page gives to the explorer is one of the explorer's own keys."""
    page = Read(site["organisation/city-trust.html"].decode())

    assert "../explore.html#focus=org%3Acity-trust" in page.links
    assert b'"key":"org:city-trust"' in site["explore.html"]


def test_only_sources_are_linked_outside_and_no_page_has_a_script(site):
    """Outside links are those of documents; no script, no frame, no handler, no style attribute."""
    for path, page in pages_of(site).items():
        outside = {link for link in page.links if urlsplit(link).scheme not in {"", "data"}}
        assert outside <= {"https://example.org/n"}, path
        assert {"script", "iframe", "object", "form"} & set(page.tags) == set(), path
        assert not [a for _, a in page.attributes if a.startswith("on") or a == "style"], path
        assert ("meta", "http-equiv") in page.attributes, path
        assert len(page.ids) == len(set(page.ids)), path
        assert page.open == [], path


def test_the_data_beside_a_page_is_the_same_thing_in_two_forms(site):
    """Turtle and JSON-LD of a thing hold the same triples: its facts, claims and quotes."""

    def triples(path, form):
        return {q.triple for q in pyoxigraph.parse(site[path], format=form)}

    turtle = triples("vanguard/north.ttl", pyoxigraph.RdfFormat.TURTLE)
    json_ld = triples("vanguard/north.jsonld", pyoxigraph.RdfFormat.JSON_LD)
    told = {(t.predicate.value.rsplit("/", 1)[-1], getattr(t.object, "value", "")) for t in turtle}
    base = "https://w3id.org/ncm/id/"

    assert turtle == json_ld
    assert ("hasPartner", f"{base}organisation/city-trust") in told
    assert ("oa#exact", "Falls went down") in told
    assert ("hasBarrier", "https://w3id.org/ncm/barrier/rules") not in told  # negated
    assert ("status", "https://w3id.org/ncm/status/negated") in told


def test_the_downloads_are_those_of_the_exporters(site, store):
    """What is taken home is what `kg export` writes."""
    from kg.graph.export import export

    for name, path in (("trig", "data/graph.trig"), ("csv", "data/claims.csv")):
        stream = io.BytesIO()
        export(store, name, stream)
        assert site[path] == stream.getvalue()


def test_a_question_left_open_answers_for_each_thing_as_if_asked_for_it(store):
    """The rows under a thing are those that the question gives for that thing alone."""
    wanted = [
        q for q in all_questions() if q.sparql and [p.required for p in q.params].count(True) == 1
    ]
    assert len(wanted) >= 15
    compared = 0
    for question in wanted:
        param = next(p for p in question.params if p.required)
        whole = ask(store, left_open(question))
        for thing in things_of(store, kinds_of(param)):
            alone = ask(store, question, **{param.name: thing.iri})
            under = [
                row[1:]
                for row, iris in zip(whole.rows, whole.things, strict=True)
                if iris[0] == thing.iri
            ]
            assert under == list(alone.rows), (question.name, thing.iri)
            compared += len(under)
    assert compared > 10


def test_a_question_about_vanguards_answers_for_vanguards_alone(store_of):
    """What an intervention brought is no answer to what a vanguard reports."""
    outcome = Outcome("falls", Direction.DECREASE)
    told = [
        claim("outcome", NORTH, outcome, "Falls went down"),
        claim("outcome", Entity("intervention", "hub"), outcome, "Falls went down"),
    ]
    site = dict(site_files(store_of([DOCUMENT], told, NAMES), "T"))

    assert "Answered for 1;" in Read(site["question/outcomes-of.html"].decode()).text
    assert "No row:" in Read(site["question/vanguards-of.html"].decode()).text


HOSTILE = (
    '<img src=x onerror="alert(1)">',
    "</title></script><script>alert(2)</script>",
    "{{ 7*7 }}{% raw %}",
    "javascript:alert(3)",
    "\u202eright\u2066to\u200bleft",
    "x" * 10_000,
    '" onmouseover="alert(4)" a="',
    "-->]]><![CDATA[",
    "&lt;b&gt;&amp;",
    "CON",
    "../../etc/passwd",
)
CONTROLS = "".join(map(chr, (*range(1, 32), 127, *range(128, 160))))


@pytest.fixture(scope="module")
def hostile(store_of):
    """The files of a site whose every name, title, quote and qualifier is hostile."""
    documents, claims = [], []
    for i, words in enumerate(HOSTILE):
        text = f"{words} and {words}{CONTROLS} end."
        metadata = (
            ("date", words),
            ("kind", words),
            ("publisher", words),
            ("url", f"javascript:{i}" if i % 2 else words),
        )
        documents.append(
            Document(f"doc-{i}", words, text, (), (Sentence(0, len(text), 0),), metadata)
        )
        org = Entity("org", f"o{i}", (words, f"{words} too"))
        for relation, subject, target in (
            ("partner", NORTH, org),
            ("role", Entity("person", f"p{i}@o{i}", (words,)), org),
            ("location", org, Entity("place", f"x{i}", (words,))),
        ):
            made = claim(
                relation, subject, target, f"{words}{CONTROLS}", text=text, source=f"doc-{i}"
            )
            claims.append(replace(made, qualifiers=(("speaker", words),)))
    names = {**NAMES, ("vanguard", "north"): (HOSTILE[0], HOSTILE[1])}
    return dict(site_files(store_of(documents, claims, names), f"{HOSTILE[1]}{CONTROLS}"))


def test_hostile_text_is_text(site, hostile):
    """No label, title, quote, qualifier or link becomes markup: all elements are the templates'."""
    plain = pages_of(site).values()
    tags = {tag for page in plain for tag in page.tags} | {"details", "summary"}
    attributes = {a for page in plain for a in page.attributes}
    attributes |= {("summary", "class"), ("li", "id")}
    for path, page in pages_of(hostile).items():
        assert set(page.tags) <= tags, path
        assert page.attributes <= attributes, path
        assert page.open == [], path
        assert not [link for link in page.links if link.lower().startswith("javascript")], path
    said = Read(hostile["organisation/o0.html"].decode()).text
    assert HOSTILE[0] in said
    assert "49" not in Read(hostile["organisation/o2.html"].decode()).text.split()
    assert "{{ 7*7 }}{% raw %}" in Read(hostile["organisation/o2.html"].decode()).text
    for path in hostile:
        assert re.fullmatch(r"(?:[a-z0-9-]+/)?[a-z0-9-]+\.[a-z]+", path), path
        assert len(path) < 120, path


def test_no_control_character_reaches_a_page(hostile):
    """Characters that HTML cannot carry are shown as U+FFFD; the rest of a quote stays as it is."""
    held = {c for path in pages_of(hostile) for c in hostile[path].decode()}

    assert held & set(CONTROLS) == {"\n", "\t"} & held


def test_a_graph_without_claims_has_a_site(store_of):
    """An empty graph gives pages that say so, and no broken link."""
    site = dict(site_files(store_of([DOCUMENT], [], NAMES), "Empty"))

    assert "It was read; no claim was found in it." in Read(site["source/news.html"].decode()).text
    assert "there is nothing to draw" in Read(site["index.html"].decode()).text.lower()


PROGRAM = """
import hashlib
from kg.graph.store import open_store
from kg.render.site import site_files
made = hashlib.sha256()
for path, content in site_files(open_store({store!r}), "T"):
    made.update(path.encode() + b"\\0" + content + b"\\0")
print(made.hexdigest())
"""


def test_the_same_store_gives_the_same_bytes(store, tmp_path):
    """Neither the hash seed nor the process changes a file."""
    from kg.graph.store import write_store

    write_store(tmp_path / "graph", store)
    program = PROGRAM.format(store=str(tmp_path / "graph"))
    found = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(found) == 1
