"""Paths to Documents: all that can be read, and the rest by name and reason."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.documents.metadata import SOURCES, sources
from kg.documents.read import read_file, stem
from kg.documents.walk import collect, parents
from kg.errors import ReadError
from kg.names import slug

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from kg.documents.metadata import Metadata
    from kg.model import Document

DIGEST_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Loaded:
    """Documents in order of id; (path, reason) of what was passed over; what failed.

    `files` holds the path of each document, in the same order.
    """

    documents: tuple[Document, ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()
    failed: tuple[ReadError, ...] = ()
    files: tuple[Path, ...] = ()

    @property
    def stems(self) -> dict[str, str]:
        """Identifier of a document -> the stem of its file."""
        return {d.id: stem(path) for d, path in zip(self.documents, self.files, strict=True)}


def load(
    paths: Iterable[str | Path], on_progress: Callable[[int, int, str], None] | None = None
) -> Loaded:
    """Read all documents that the paths name or hold.

    `on_progress` is called with (files read, files in all, path) after each file. Two documents
    with one id get a digest of their text at its end; a text that is there twice is kept once.
    Neither the order of the paths nor the working directory changes what is returned, but for the
    paths in messages.
    """
    found = collect(paths)
    listed, failed = _listed(found.files)
    read: list[tuple[Document, Path]] = []
    for number, path in enumerate(found.files, 1):
        try:
            read.append((read_file(path, listed[path.parent]), path))
        except ReadError as error:
            failed.append(error)
        if on_progress is not None:
            on_progress(number, len(found.files), str(path))
    kept, twice = _without_copies(read)
    named = told_apart(document for document, _ in kept)
    path_of = {document.digest: path for document, path in kept}
    return Loaded(
        named,
        tuple(sorted((*found.skipped, *twice))),
        tuple(sorted((*found.failed, *failed), key=lambda error: (error.path, error.reason))),
        tuple(path_of[document.digest] for document in named),
    )


def _listed(
    files: Iterable[Path],
) -> tuple[dict[Path, Mapping[str, Metadata]], list[ReadError]]:
    """Read the ``sources.csv`` of each folder; one that is bad is an error and tells nothing."""
    listed: dict[Path, Mapping[str, Metadata]] = {}
    failed: list[ReadError] = []
    for folder in parents(files):
        listed[folder] = {}
        path = folder / SOURCES
        try:
            if path.is_file():
                listed[folder] = sources(path)
        except ReadError as error:
            failed.append(error)
    return listed, failed


def _without_copies(
    read: Iterable[tuple[Document, Path]],
) -> tuple[list[tuple[Document, Path]], list[tuple[str, str]]]:
    """Keep each text once: under the id, and with the metadata, that come first in order."""
    kept: dict[str, tuple[Document, Path]] = {}
    twice: list[tuple[str, str]] = []
    for document, path in sorted(read, key=lambda pair: (pair[0].id, pair[0].metadata, pair[1])):
        first = kept.setdefault(document.digest, (document, path))
        if first[1] != path:
            twice.append((str(path), f"same text as {first[1]}"))
    return list(kept.values()), twice


def told_apart(documents: Iterable[Document]) -> tuple[Document, ...]:
    """Return the documents in order of id, with a digest where two ids would make one IRI.

    Two texts under one id are two sources, whichever of them is read first.
    """
    documents = tuple(documents)
    count = Counter(slug(document.id) for document in documents)
    named = (
        replace(d, id=f"{d.id}-{d.digest[:DIGEST_SHOWN]}") if count[slug(d.id)] > 1 else d
        for d in documents
    )
    return tuple(sorted(named, key=lambda document: (document.id, document.digest)))
