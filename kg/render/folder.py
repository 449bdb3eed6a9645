"""A folder that is written whole or not at all, and never over what is not ours.

The files go to a new folder beside the old one; then the two are swapped by renaming. What a run
leaves that is killed between the two renames is put right by the next.
"""

from __future__ import annotations

import json
import secrets
import shutil
from typing import TYPE_CHECKING

from kg.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

MARKER = "kg-site.json"
FORMAT = 1


def check_folder(path: Path) -> None:
    """Raise InputError when a site must not be written to `path`: something else is there."""
    path = path.resolve()
    if not path.name:
        raise InputError(f"{path}: a site needs a folder of its own")
    if path.exists() and not path.is_dir():
        raise InputError(f"{path}: this is a file; give a folder for the site")
    if path.is_dir() and not (path / MARKER).is_file() and any(path.iterdir()):
        raise InputError(
            f"{path}: this folder holds something that is no site of kg (it has no {MARKER}), and "
            "would be overwritten; give an empty or a new folder"
        )


def write_folder(path: Path, files: Iterable[tuple[str, bytes]]) -> tuple[int, int]:
    """Make the folder hold exactly these files; return how many and how many bytes they are.

    A file is its path, parts joined by ``/``, and its content. Errors that `files` raises pass
    through and leave the old folder as it was. Raises InputError when something else is there,
    when a path comes twice or leads out of the folder, or when it cannot be written.
    """
    path = path.resolve()
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}.building")
    aside = path.with_name(f".{path.name}.old")
    try:
        _recover(path, aside)
        check_folder(path)
        try:
            fresh.mkdir(parents=True)
            written = _fill(fresh, files)
            if path.exists():
                path.rename(aside)
            fresh.rename(path)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
            _recover(path, aside)
    except OSError as error:
        raise InputError(f"{path}: the site cannot be written ({error})") from error
    return written


def _fill(folder: Path, files: Iterable[tuple[str, bytes]]) -> tuple[int, int]:
    names: set[str] = set()
    size = 0
    for name, content in files:
        parts = name.split("/")
        if name.casefold() in names or any(p in {"", ".", ".."} or "\\" in p for p in parts):
            raise InputError(f"{name!r} cannot be a file of a site, or is one already")
        names.add(name.casefold())
        file = folder.joinpath(*parts)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        size += len(content)
    text = json.dumps({"format": FORMAT, "files": len(names)}) + "\n"
    (folder / MARKER).write_text(text, encoding="utf-8", newline="\n")
    return len(names), size


def _recover(path: Path, aside: Path) -> None:
    """Put the old folder back where a run was killed between its two renames; else remove it."""
    if (aside / MARKER).is_file():
        if path.exists():
            shutil.rmtree(aside)
        else:
            aside.rename(path)
    elif aside.is_dir() and not any(aside.iterdir()):
        aside.rmdir()
