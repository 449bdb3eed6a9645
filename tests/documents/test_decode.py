"""Bytes to text."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents.decode import decode
from kg.documents.read import read_text
from kg.errors import ReadError

SAID = "Beds fell 28% – “good”, said the café\u00a0trust’s co\u00adordinator.\nThen £5m.\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
        (b"", "cp1252"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_encoding_and_newline_gives_the_same_text(mark, encoding, newline):
    """The text, and so every offset, is the same however the file was saved."""
    data = mark + SAID.replace("\n", newline).encode(encoding)
    assert decode(data, "x.txt") == SAID


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1))
def test_utf_8_comes_back_whole(text):
    """Whatever is written is read, but for a mark at the start; blank text is refused."""
    text = text.removeprefix("\ufeff")
    if text.strip() and not text.startswith(("PK", "%PDF-", "{\\rtf", "\ufeff")):
        assert decode(text.encode("utf-8"), "x.txt") == text


@given(st.sampled_from(["utf-16-le", "utf-16-be", "utf-32-le", "utf-8", "cp1252"]), st.data())
def test_blocks_and_sentences_lie_alike_in_every_encoding(encoding, data):
    """Structure is found in the text, not in the bytes."""
    # Accents and pounds apart by a letter: in Windows-1252 some pairs of them are valid UTF-8.
    words = st.lists(st.sampled_from(["é.", "£1", "’s", "ab", "c ", "?\n", "- "]), min_size=1)
    text = "".join(data.draw(words))
    if not text.strip():
        return
    marks = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
    mark = marks.get(encoding, codecs.BOM_UTF32_LE if encoding == "utf-32-le" else b"")
    read = decode(mark + text.replace("\n", "\r\n").encode(encoding), "x.txt")
    assert read_text(read, "x") == read_text(text, "x")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is empty"),
        (b" \r\n\t", "it is empty: white space only"),
        (b"\xef\xbb\xbf", "it is empty: white space only"),
        (b"NHS\x00\x01\x02 trust", "it is binary, not text (3 control characters)"),
        (bytes(range(1, 9)) * 9, "it is binary, not text (72 control characters)"),
        (b"caf\x81", "it is not UTF-8 or Windows-1252 text at byte 3 (0x81); save it as UTF-8"),
        (b"\xff\xfeN\x00\x00\xd8", "it is not UTF-16-LE text at byte 2 (0x00); save it as UTF-8"),
        (b"%PDF-1.7 x", "it is a PDF, not text; save it as plain text (.txt)"),
        (b"longer than ten", "it is too large: 15 bytes, and at most 10 are read; split it"),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason(data, reason):
    """A file that cannot be read is named, and the reason says what to do."""
    limit = 10 if reason.startswith("it is too large") else 1000
    with pytest.raises(ReadError) as caught:
        decode(data, "notes/x.txt", limit=limit)
    assert (caught.value.path, caught.value.reason) == ("notes/x.txt", reason)


def test_line_separators_and_form_feeds_stay():
    """Only carriage returns are newlines; other breaks are characters of the text."""
    assert decode("a\u2028b\x0bc\x0cd\r\ne".encode(), "x") == "a\u2028b\x0bc\x0cd\ne"
