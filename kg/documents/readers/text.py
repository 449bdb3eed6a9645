"""Plain text."""

from __future__ import annotations

from kg.documents.decode import decode
from kg.documents.reader import Reader

READER = Reader(name="text", suffixes=(".txt", ".text"), decode=decode)
