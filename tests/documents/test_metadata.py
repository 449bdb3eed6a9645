"""Front matter and sources.csv."""

import pytest

from kg.documents.metadata import front_matter, front_matter_end, merged, sources
from kg.documents.read import read_text
from kg.errors import ReadError


def test_front_matter_is_read_as_written():
    """Values are text as typed, keys lower-case, lists on one line."""
    text = "---\nTitle: 'A: b'\ndate: 2016-07-01\ntags: [mcp, care homes]\nempty:\n---\nWords."
    assert front_matter(text) == {"title": "A: b", "date": "2016-07-01", "tags": "mcp; care homes"}


def test_malformed_yaml_is_read_line_by_line():
    """A colon in a title, or a tab, costs nothing but the lines that make no sense."""
    text = "---\ntitle: Salford: a case\n\tkind: [\nurl: https://x.org/a?b#c\n---\nWords."
    assert front_matter(text) == {"title": "Salford: a case", "url": "https://x.org/a?b#c"}


@pytest.mark.parametrize(
    "text",
    [
        "Words.\n---\ntitle: A\n---\n",
        "---\n\nA rule above a paragraph.\n\n---\n",
        "---\ntitle: never closed\n\nWords.",
        "--- title ---\nWords.",
    ],
)
def test_rules_in_a_text_are_no_front_matter(text):
    """Without a first rule, a key beneath it and a closing rule there is no front matter."""
    assert (front_matter(text), front_matter_end(text)) == ({}, 0)


def test_hostile_yaml_builds_nothing():
    """Aliases that would blow up, objects and deep nesting are left as the text they are."""
    laughs = "---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\n"
    assert front_matter(laughs) == {"a": "&a [x, x]", "b": "&b [*a, *a]", "c": "[*b, *b]"}
    assert front_matter("---\nk: !!python/object/apply:os.getcwd []\n---\n")["k"] != ""
    assert front_matter(f"---\nk: {'[' * 5000}\n---\n") == {"k": "[" * 5000}


def test_front_matter_wins_over_the_list():
    """What the document says of itself is believed first."""
    assert merged({"title": "Own"}, {"title": "Listed", "date": "2016"}) == (
        ("date", "2016"),
        ("title", "Own"),
    )
    document = read_text("---\ntitle: Own\nid: My File!\n---\nWords.", "x", {"date": "2016"})
    assert (document.id, document.title) == ("my-file", "Own")
    assert document.metadata == (("date", "2016"), ("id", "My File!"), ("title", "Own"))


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_sources_name_each_file(tmp_path, delimiter):
    """Columns in any order and case, values on one line, empty ones left out."""
    rows = [["Title", "file", "Date", "region"], ['"A,\n;b"', "a.txt", "", "North"]]
    path = tmp_path / "sources.csv"
    path.write_text("\r\n".join(delimiter.join(row) for row in rows), encoding="utf-8-sig")
    assert sources(path) == {"a.txt": {"title": "A, ;b", "region": "North"}}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("name,title\na.txt,A\n", "it has no column 'file'; its columns are: name, title"),
        ("file,title\na.txt,A,B\n", "at line 2: it has more cells than the header"),
        ("file,title\na.txt,A\na.txt,B\n", "at line 3: 'a.txt' is named a second time"),
        ('file,title\na.txt,"A\n', "it is not CSV at line 2: unexpected end of data"),
        ("", "it is empty"),
    ],
)
def test_bad_sources_are_refused_by_name(tmp_path, text, reason):
    """The error names the file, the line and what is wrong."""
    path = tmp_path / "sources.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ReadError) as caught:
        sources(path)
    assert (caught.value.path, caught.value.reason) == (str(path), reason)
