"""Bytes to text: the encodings and newlines that a person's files have.

Nothing but the byte-order mark and the newlines is changed, so that offsets into the text mean
the same for every encoding of it.
"""

from __future__ import annotations

import codecs
import re

from kg.errors import ReadError

LIMIT = 50_000_000
"""The largest file read, in bytes."""

# UTF-32 comes first: its little-endian mark begins with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
FOREIGN = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive (or a Word, Excel or OpenDocument file)"),
    (b"\xd0\xcf\x11\xe0", "an old Word, Excel or PowerPoint file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
SAMPLE = 4096


def decode(data: bytes, path: str, *, limit: int = LIMIT) -> str:
    r"""Return the text of a file's bytes, newlines as ``\n``, without byte-order mark.

    Tried in turn: the byte-order mark; UTF-16 without one (seen by its NULs); UTF-8; Windows-1252.
    `path` names the file in errors; `limit` is in bytes.

    Raises ReadError for what is empty, too large, binary, or in no such encoding.

    >>> decode(b"\xff\xfeN\x00H\x00S\x00\r\x00\n\x00", "x.txt")
    'NHS\n'
    """
    if len(data) > limit:
        raise ReadError(path, too_large(len(data), limit))
    for start, what in FOREIGN:
        if data.startswith(start):
            raise ReadError(path, f"it is {what}, not text; save it as plain text (.txt)")
    text = normal_newlines(_characters(data, path))
    if not text.strip():
        raise ReadError(path, "it is empty" if not data else "it is empty: white space only")
    controls = len(CONTROLS.findall(text))
    if "\x00" in text or (controls > 2 and controls * 100 > len(text)):
        raise ReadError(path, f"it is binary, not text ({controls} control characters)")
    return text


def too_large(size: int, limit: int) -> str:
    """Return the reason for refusing a file of `size` bytes."""
    return f"it is too large: {size:,} bytes, and at most {limit:,} are read; split it"


def normal_newlines(text: str) -> str:
    r"""Return `text` with ``\r\n`` and ``\r`` as ``\n``, and nothing else changed."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _characters(data: bytes, path: str) -> str:
    """Decode by mark, by NUL pattern, as UTF-8, or as Windows-1252."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, path)
    wide = _wide_encoding(data[:SAMPLE])
    if wide:
        return _strictly(data, wide, path)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _strictly(data, "cp1252", path)


def _strictly(data: bytes, encoding: str, path: str) -> str:
    """Decode, or say which byte cannot be."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        where = f"byte {error.start:,} (0x{data[error.start]:02X})"
        name = "UTF-8 or Windows-1252" if encoding == "cp1252" else encoding.upper()
        raise ReadError(path, f"it is not {name} text at {where}; save it as UTF-8") from error


def _wide_encoding(sample: bytes) -> str:
    """Return the UTF-16 that a sample without mark is in, else nothing.

    In western text one byte of each pair is nearly always NUL and the other never.
    """
    pairs = len(sample) // 2
    if not pairs:
        return ""
    first, second = sample[: pairs * 2 : 2].count(0), sample[1 : pairs * 2 : 2].count(0)
    if second * 2 > pairs and first * 50 <= pairs:
        return "utf-16-le"
    if first * 2 > pairs and second * 50 <= pairs:
        return "utf-16-be"
    return ""
