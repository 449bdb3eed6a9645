"""Markdown: read as text, since its markup stays in the text as blocks know it."""

from __future__ import annotations

from kg.documents.decode import decode
from kg.documents.reader import Reader

READER = Reader(name="markdown", suffixes=(".markdown", ".md"), decode=decode)
