"""Pieces of HTML for a notebook: hostile text stays text."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from kg.model import Claim, Entity, Evidence, Relation, Status
from kg.query.network import SourceInfo
from kg.render.fragments import MOST_ROWS, claims, frame, groups, steps, table

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>'


class Seen(HTMLParser):
    """Collects the tags and attributes of a piece of HTML, and its text."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.tags, self.attributes, self.text = set(), set(), []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data):
        self.text.append(data)


def claim(quote, source="s"):
    """Return a claim with these words, told by a speaker of that name."""
    words = (Evidence(source, 0, len(quote), quote),)
    ends = Entity("vanguard", "a"), Entity("barrier", "b")
    said = (("speaker", quote),)
    return Claim(Relation.BARRIER, *ends, Status.REPORTED, words, "test", 1.0, said)


def test_a_table_holds_its_title_cells_and_notes():
    """Numbers stand to the right, nothing is an empty cell, notes come below."""
    assert table(("name", "n"), [("a", 1), (None, 2.5)], title="T", notes=["N"]) == (
        "<div><p><strong>T</strong></p><table><thead><tr><th>name</th><th>n</th></tr></thead>"
        '<tbody><tr><td style="text-align:left">a</td><td style="text-align:right">1</td></tr>'
        '<tr><td style="text-align:left"></td><td style="text-align:right">2.5</td></tr></tbody>'
        "</table><p><small>N</small></p></div>"
    )


def test_a_long_table_is_cut_and_says_so():
    """Rows beyond the limit are counted in a note."""
    seen = Seen(table(("n",), [(i,) for i in range(MOST_ROWS + 3)]))

    assert seen.text[-1] == "3 more rows are not shown"
    assert str(MOST_ROWS) not in seen.text


@given(st.text() | st.just(HOSTILE))
def test_no_text_becomes_markup(text):
    """Whatever a name, quote, title, address or speaker holds, only our own tags are there."""
    sources = {"s": SourceInfo("s", text, url=text), text: SourceInfo(text, text)}
    told = [claim(text), claim(text, text)]
    pieces = (
        table((text,), [(text,)], title=text, notes=[text]),
        claims(told, sources, title=text),
        steps([[(text, told)]], sources, title=text, notes=[text]),
        groups(text, text, [(text, text, text, told)], sources),
    )

    seen = [Seen(piece) for piece in pieces]

    ours = {"div", "p", "strong", "small", "table", "thead", "tbody", "tr", "th", "td"}
    ours |= {"blockquote", "a", "ol", "li", "details", "summary", "h4"}
    assert set().union(*(s.tags for s in seen)) <= ours
    assert set().union(*(s.attributes for s in seen)) <= {"style", "href", "rel", "target"}


def test_a_source_is_linked_only_by_a_plain_web_address():
    """``https`` becomes a link, ``javascript`` does not."""
    good, bad = (
        claims([claim("x")], {"s": SourceInfo("s", "T", url=url)})
        for url in ("https://example.org/", "javascript:alert(1)")
    )

    assert 'href="https://example.org/"' in good
    assert "href" not in bad
    assert "javascript" not in bad


def test_a_framed_page_cannot_leave_its_frame():
    """A page is one attribute's text, however it quotes and closes."""
    seen = Seen(frame(HOSTILE + "</iframe>", 300))

    assert seen.tags == {"iframe"}
    assert seen.attributes == {"sandbox", "srcdoc", "title", "style"}
