"""Text from documents in a page: it stays text, whatever it holds."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.model import Claim, Entity, Evidence, Relation, Status
from kg.query.network import SourceInfo, network
from kg.registry import Registry
from kg.render.explore import explore_page
from kg.render.page import policy, write_page
from kg.render.safety import one_line, safe_link, script_json, short_label
from kg.vocabulary import Vocabulary

EMPTY = Vocabulary([], Registry("", ()))

HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(2)</script>",
    "<!--<script>",
    "\"'><svg onload=alert(3)>",
    "{{ 7*7 }}{% raw %}${7*7}",
    "javascript:alert(4)",
    "\u202eevil\u2066\u200b\ufeff",
    "".join(map(chr, range(32))) + "\x7f\x80\x9f\u2028\u2029",
    "\ud800 lone",
    "x" * 10_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_stays_data(text):
    """Whatever a name, title, quote or link holds, the page has the same elements as before."""
    words = (Evidence("s1", 0, len(text), text),)
    ends = Entity("vanguard", "north"), Entity("org", "o", (text,))
    told = Claim(Relation.PARTNER, *ends, Status.REPORTED, words, "test", 0.9)
    source = SourceInfo("s1", text, text, text, text, text)
    page = explore_page(network([told], EMPTY, {"s1": source}), text, note=text)
    plain = explore_page(network([], EMPTY, {}), "T")
    tags = re.compile(r"<[a-zA-Z/!][^\s>]*")
    assert tags.findall(page) == tags.findall(plain)
    data = json.loads(page.split('id="data">')[1].split("</script>")[0])
    (row,) = data["claims"]["rows"]
    assert dict(zip(data["claims"]["keys"], row, strict=True))["words"][0][0] == text
    assert data["sources"][0]["url"] == ""
    assert "{{ 7*7 }}" not in page or text == HOSTILE[4]
    page.encode("utf-8")


@given(st.text())
def test_script_json_cannot_close_its_element_and_reads_back(text):
    """JSON in a page is ASCII, holds no < > &, and says what it was given."""
    said = script_json({"x": text})
    assert said.isascii()
    assert not set("<>&") & set(said)
    assert json.loads(said) == {"x": text}


def test_what_json_cannot_say_is_refused():
    """A value that is not plain raises an error of ours."""
    with pytest.raises(InputError, match="plain values"):
        script_json({"x": float("nan")})


@given(st.text())
def test_labels_are_one_short_clean_line(text):
    """A label has no control or format character, no double space, and is short."""
    line = one_line(text)
    assert line == one_line(line) == " ".join(line.split())
    assert len(short_label(text, 20)) <= 20


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "java\nscript:x",
        "data:text/html,x",
        "file:///x",
        "//host/x",
        "/etc/passwd",
        "http://",
        "https:x",
        "http://[bad",
        " https://x.org",
        "https://x.org/a b",
        "https:\\\\x.org",
        "https://x.org/\u202egpj",
    ],
)
def test_only_plain_http_links_are_links(url):
    """Everything but http and https with a host is no link."""
    assert safe_link(url) == ""


def test_a_script_that_would_end_its_element_is_refused():
    """The policy is not written for a script or style sheet that closes its own element."""
    with pytest.raises(InputError, match="own element"):
        policy(("let a = '</SCRIPT>'",), "")


def test_a_page_is_written_whole_and_as_utf8(tmp_path):
    """The file holds the page in UTF-8, replaces an older one, and leaves nothing beside it."""
    path = tmp_path / "seite.html"
    write_page(path, "old")
    write_page(path, "<p>é — 東京</p>")
    assert path.read_bytes().decode("utf-8") == "<p>é — 東京</p>"
    assert list(tmp_path.iterdir()) == [path]


def test_a_page_that_cannot_be_written_says_so(tmp_path):
    """A folder that is not there is named with the reason."""
    with pytest.raises(InputError, match="cannot be written"):
        write_page(tmp_path / "none" / "x.html", "x")
