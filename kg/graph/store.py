"""The store: a folder that holds an Oxigraph database and a small file that marks it as ours.

A build writes a new folder beside the old one and swaps the two by renaming. A build that is
killed leaves the old graph whole: at its place, or (killed between the two renames) aside, where
readers and the next build find it. Readers that have the old folder open keep reading it.
"""

from __future__ import annotations

import json
import shutil
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph

from kg.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterable

    import rdflib
    from pyoxigraph import Quad, Store

MARKER = "kg-store.json"
FORMAT = 1
"""The version of what the store holds; a reader refuses others."""


def write_store(path: Path | str, quads: Iterable[Quad]) -> int:
    """Make the store at `path` hold exactly these quads; return how many there are.

    Errors raised by `quads` pass through and leave the old store as it was. Raises StoreError
    when `path` is something that is no store, when another build writes there, or when the folder
    cannot be written.
    """
    path = _resolved(path)
    fresh, aside = _fresh(path), _aside(path)
    try:
        _recover(path)
        check_writable(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        _clear_stale(fresh)
        try:
            count = _fill(fresh, quads)
            (fresh / MARKER).write_text(json.dumps({"format": FORMAT}) + "\n", encoding="utf-8")
            if path.exists():
                path.rename(aside)
            fresh.rename(path)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
            _recover(path)
        shutil.rmtree(aside, ignore_errors=True)
    except OSError as error:
        raise StoreError(f"{path}: the store cannot be written ({error})") from error
    return count


def open_store(path: Path | str) -> Store:
    """Open the store at `path` for reading; several processes may do so at once.

    Raises StoreError when there is none, when the folder is no store of ours, or when its format
    is another.
    """
    path = _resolved(path)
    # A build killed between its two renames leaves the old store aside.
    found = path if path.exists() or not _aside(path).is_dir() else _aside(path)
    if not found.exists():
        raise StoreError(f"{path}: there is no graph here; run `kg build` first")
    if not is_store(found):
        raise StoreError(
            f"{path}: this is no store of kg (it has no {MARKER}); give the folder that "
            "`kg build --store` wrote"
        )
    _check_format(found)
    try:
        return pyoxigraph.Store.read_only(str(found))
    except (OSError, ValueError) as error:
        raise StoreError(
            f"{path}: the store cannot be opened ({error}); run `kg build` again"
        ) from error


def is_store(path: Path) -> bool:
    """Tell whether a folder is a store that we wrote."""
    return (path / MARKER).is_file()


def check_writable(path: Path | str) -> None:
    """Raise StoreError when a build must not write to `path`: it holds something else."""
    path = _resolved(path)
    if path.exists() and not path.is_dir():
        raise StoreError(f"{path}: this is a file; give a folder for the store")
    if path.is_dir() and not is_store(path) and any(path.iterdir()):
        raise StoreError(
            f"{path}: this folder holds something that is no store of kg, and would be "
            "overwritten; give an empty or a new folder"
        )


def memory_store(quads: Iterable[Quad]) -> Store:
    """Return a store in memory that holds these quads."""
    store = pyoxigraph.Store()
    store.bulk_extend(quads)
    return store


def to_rdflib(store: Store) -> rdflib.Dataset:
    """Return the store as an rdflib dataset, for rdflib's API; reads go to the store itself.

    Take a graph with ``dataset.get_context(iri)``: ``dataset.graph(iri)`` would write to the store.
    """
    import oxrdflib
    import rdflib

    from kg.names import PREFIXES

    dataset = rdflib.Dataset(store=oxrdflib.OxigraphStore(store=store))
    for prefix, namespace in PREFIXES.items():
        dataset.bind(prefix, namespace)
    return dataset


def _resolved(path: Path | str) -> Path:
    """Return the folder itself, so that a link to a store stays a link."""
    return Path(path).resolve()


def _fresh(path: Path) -> Path:
    return path.with_name(f".{path.name}.building")


def _aside(path: Path) -> Path:
    return path.with_name(f".{path.name}.old")


def _recover(path: Path) -> None:
    """Put the old store back where a build was killed between its two renames."""
    aside = _aside(path)
    if not path.exists() and is_store(aside):
        aside.rename(path)
    elif aside.is_dir():
        shutil.rmtree(aside)


def _clear_stale(fresh: Path) -> None:
    """Remove what a killed build left; refuse when the build is alive."""
    if not fresh.exists():
        return
    try:
        pyoxigraph.Store(str(fresh))
    except OSError as error:
        if "lock" in str(error).lower():
            raise StoreError(
                f"{fresh}: another build is writing this store; wait for it"
            ) from error
    shutil.rmtree(fresh)


def _fill(folder: Path, quads: Iterable[Quad]) -> int:
    """Write quads to a new database; it is closed when this returns."""
    store = pyoxigraph.Store(str(folder))
    store.bulk_extend(quads)
    with suppress(AttributeError):
        store.optimize()
    store.flush()
    return len(store)


def _check_format(path: Path) -> None:
    try:
        found = json.loads((path / MARKER).read_text(encoding="utf-8"))["format"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{path / MARKER}: cannot be read ({error}); run `kg build`") from error
    if found != FORMAT:
        raise StoreError(
            f"{path}: the store has format {found!r}, this version of kg reads {FORMAT}; "
            "run `kg build` again"
        )
