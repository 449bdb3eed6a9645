"""The contract of a reader: one file under ``readers/`` that declares one constant, ``READER``."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Reader:
    r"""Reads files of some suffixes.

    `suffixes` are lower-case, with their dot. `decode` takes a file's bytes and its path (for
    errors) and returns its text with newlines as ``\n``; it raises ReadError.
    """

    name: str
    suffixes: tuple[str, ...]
    decode: Callable[[bytes, str], str]


@cache
def all_readers() -> tuple[Reader, ...]:
    """Return the readers found under ``kg.documents.readers``, in order of name."""
    package = importlib.import_module("kg.documents.readers")
    modules = sorted(info.name for info in pkgutil.iter_modules(package.__path__))
    found = (importlib.import_module(f"kg.documents.readers.{name}") for name in modules)
    return tuple(sorted((module.READER for module in found), key=lambda reader: reader.name))


def reader_of(suffix: str) -> Reader | None:
    """Return the reader of a suffix ("x.TXT" has ".TXT"), None where there is none."""
    return next((r for r in all_readers() if suffix.lower() in r.suffixes), None)


def suffixes() -> tuple[str, ...]:
    """Return the suffixes that are read, sorted."""
    return tuple(sorted(suffix for reader in all_readers() for suffix in reader.suffixes))
