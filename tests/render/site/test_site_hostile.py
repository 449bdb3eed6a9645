"""The site of hostile names, titles, quotes, qualifiers and links."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from kg.model import Document, Entity, Sentence
from kg.render.site import site_files

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
def hostile(store_of, tiny):
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
            ("partner", tiny.vanguard, org),
            ("role", Entity("person", f"p{i}@o{i}", (words,)), org),
            ("location", org, Entity("place", f"x{i}", (words,))),
        ):
            made = tiny.claim(
                relation, subject, target, f"{words}{CONTROLS}", text=text, source=f"doc-{i}"
            )
            claims.append(replace(made, qualifiers=(("speaker", words),)))
    names = {**tiny.names, ("vanguard", "north"): (HOSTILE[0], HOSTILE[1])}
    return dict(site_files(store_of(documents, claims, names), f"{HOSTILE[1]}{CONTROLS}"))


def test_hostile_text_is_text(site, hostile, read, pages_of):
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
    said = read(hostile["organisation/o0.html"]).text
    assert HOSTILE[0] in said
    assert "49" not in read(hostile["organisation/o2.html"]).text.split()
    assert "{{ 7*7 }}{% raw %}" in read(hostile["organisation/o2.html"]).text
    for path in hostile:
        assert re.fullmatch(r"(?:[a-z0-9-]+/)?[a-z0-9-]+\.[a-z]+", path), path
        assert len(path) < 120, path


def test_no_control_character_reaches_a_page(hostile, pages_of):
    """Characters that HTML cannot carry are shown as U+FFFD; the rest of a quote stays as it is."""
    held = {c for path in pages_of(hostile) for c in hostile[path].decode()}

    assert held & set(CONTROLS) == {"\n", "\t"} & held
