"""Paths to files: what to read, what is passed over, and what cannot be found."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.documents.metadata import SOURCES
from kg.documents.reader import reader_of, suffixes
from kg.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ABOUT = re.compile(
    r"(?:readme|licen[cs]e|copying|notice|changelog|changes|contributing|code_of_conduct|authors)"
    r"(?:[._-].*)?",
    re.IGNORECASE,
)
"""Stems of files that speak of the folder, not of its subject."""


@dataclass(frozen=True, slots=True)
class Collection:
    """What was found: files to read, in order of path; (path, reason) passed over; errors."""

    files: tuple[Path, ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()
    failed: tuple[ReadError, ...] = ()


def collect(paths: Iterable[str | Path]) -> Collection:
    """Return the files that the paths name or hold, each once whatever ways lead to it.

    Folders are walked; in them READMEs, licences, hidden files and other suffixes are skipped. A
    file named that has no readable suffix, a link to nothing, and a folder that cannot be listed
    are errors.
    """
    files: dict[str, Path] = {}
    skipped: dict[str, str] = {}
    failed: dict[str, str] = {}
    entered: set[str] = set()
    pending = [(Path(path), True) for path in paths]
    while pending:
        path, named = pending.pop()
        real = os.path.realpath(path)
        why = _refusal(path, named=named)
        if not why and path.is_dir():
            if real in entered:
                continue
            entered.add(real)
            inside, problem = _listing(path)
            pending.extend((each, False) for each in inside)
            if problem:
                failed[str(path)] = problem
        elif not why:
            files[real] = min(path, files.get(real, path))
        elif named or why in BROKEN:
            failed[str(path)] = why
        else:
            skipped[str(path)] = why
    return Collection(
        tuple(sorted(files.values())),
        tuple(sorted(skipped.items())),
        tuple(ReadError(path, why) for path, why in sorted(failed.items())),
    )


BESIDE = {
    SOURCES: "it describes the files beside it",
    "registry.csv": "it lists the sites of the programme and is no document",
}
"""Files of a folder that are read for something else, and what each is."""
LINK = "it is a link to nothing"
MISSING = "there is no such file or folder"
DENIED = "no permission to look at it"
BROKEN = (LINK, MISSING, DENIED)


def _refusal(path: Path, *, named: bool) -> str:
    """Return why a path is neither read nor entered, else nothing."""
    try:
        if not named and path.name.startswith("."):
            return "it is hidden"
        if not path.exists():
            readable = named or reader_of(path.suffix) or not path.suffix
            return (LINK if readable else _other(path)) if path.is_symlink() else MISSING
        if path.is_dir():
            return ""
        if not path.is_file():
            return "it is not an ordinary file"
    except PermissionError:
        return DENIED
    if not named and path.name.lower() in BESIDE:
        return BESIDE[path.name.lower()]
    if reader_of(path.suffix) is None:
        return _other(path)
    if not named and ABOUT.fullmatch(path.stem):
        return "it is about the folder, not a document"
    return ""


def _other(path: Path) -> str:
    """Say that a suffix is not read, and which are."""
    what = f"{path.suffix} files are" if path.suffix else "a file without suffix is"
    return f"{what} not read, only {', '.join(suffixes())}; save it as text"


def _listing(folder: Path) -> tuple[list[Path], str]:
    """Return what a folder holds, in order of name, or why it cannot be listed."""
    try:
        return sorted(folder.iterdir()), ""
    except PermissionError:
        return [], "no permission to list this folder"
    except OSError as error:
        return [], (error.strerror or str(error)).lower()


def parents(files: Iterable[Path]) -> Iterator[Path]:
    """Yield the folders of the files, each once, in order."""
    yield from sorted({file.parent for file in files})
