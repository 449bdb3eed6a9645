"""A text or file to a Document."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from kg.documents.blocks import split_blocks
from kg.documents.decode import LIMIT, decode, normal_newlines, too_large
from kg.documents.metadata import SOURCES, front_matter, merged, sources
from kg.documents.reader import reader_of
from kg.documents.sentences import SILENT, split_sentences
from kg.errors import ReadError
from kg.model import BlockKind, Document
from kg.names import slug

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kg.model import Block

TITLE_LENGTH = 120


def read_text(text: str, id: str, metadata: Mapping[str, str] | None = None) -> Document:  # noqa: A002
    r"""Return the Document of a text whose newlines may be any.

    `id` is used where the front matter has none; `metadata` is what is known from elsewhere, and
    front matter wins over it.

    >>> read_text("Care homes\r\n\r\nBed days fell.", "wakefield").title
    'Care homes'
    """
    text = normal_newlines(text)
    front = front_matter(text)
    pairs = merged(front, metadata or {})
    known = dict(pairs)
    blocks = split_blocks(text)
    return Document(
        id=slug(known["id"]) if "id" in known else id,
        title=known.get("title") or _title(text, blocks) or id,
        text=text,
        blocks=blocks,
        sentences=split_sentences(text, blocks),
        metadata=pairs,
        digest=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
    )


def read_file(
    path: Path, listed: Mapping[str, Mapping[str, str]] | None = None, *, limit: int = LIMIT
) -> Document:
    """Return the Document of a file.

    `listed` is what ``sources.csv`` says, by file name; by default the one beside the file is
    read, where there is one. `limit` is in bytes. Raises ReadError.
    """
    try:
        if not path.is_file():
            raise ReadError(str(path), _why_no_file(path))
        size = path.stat().st_size
        if size > limit:
            raise ReadError(str(path), too_large(size, limit))
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(str(path), reason(error)) from error
    reader = reader_of(path.suffix)
    text = (reader.decode if reader else decode)(data, str(path))
    if listed is None:
        beside = path.with_name(SOURCES)
        listed = sources(beside) if beside.is_file() else {}
    return read_text(text, stem(path), listed.get(path.name))


def stem(path: Path) -> str:
    """Return the file's stem as text that can be printed and hashed."""
    return path.stem.encode("utf-8", "replace").decode("utf-8")


def reason(error: OSError) -> str:
    """Say in words why the system refused a file."""
    if isinstance(error, PermissionError):
        return "no permission to read it"
    return (error.strerror or str(error)).lower()


def _why_no_file(path: Path) -> str:
    """Say why a path is no file."""
    if path.is_symlink() and not path.exists():
        return "it is a link to nothing"
    if path.is_dir():
        return "it is a folder, not a file"
    return "it is not an ordinary file" if path.exists() else "there is no such file"


KICKER = re.compile(
    r"(?:guest |staff )?(?:blogs?|comment|opinion|feature|news|analysis|interview|essay|editorial)"
    r"|profile|insight|perspective|long read|case study|q ?& ?a|(?:news|press|media) release"
    r"|(?:conference|panel|special|learning) report(?: (?:no\. )?\d+)?|(?:opinion|comment) and "
    r"analysis",
    re.IGNORECASE,
)
"""What kind of piece follows, in a line over its title."""


def _title(text: str, blocks: tuple[Block, ...]) -> str:
    """Return the first heading, else the first line of words, cut short."""
    spoken = [b for b in blocks if b.kind not in SILENT]
    own = [b for b in spoken if not KICKER.fullmatch(text, b.start, b.end)] or spoken
    headings = (b for b in own if b.kind is BlockKind.HEADING)
    first = next(headings, None) or next(iter(own), None)
    if first is None:
        return ""
    line = " ".join(text[first.start : first.end].split("\n", 1)[0].split())
    return line if len(line) <= TITLE_LENGTH else line[: TITLE_LENGTH - 1].rstrip() + "…"
