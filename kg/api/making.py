"""How a graph is come by: built from documents, or opened where it was built."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from kg.api.building import Recipe, build_graph
from kg.api.graph import Graph
from kg.errors import InputError
from kg.model import LEAST_CONFIDENCE

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pyoxigraph


def build(
    paths: str | Path | Iterable[str | Path] = (),
    *,
    store: str | Path | None = None,
    vocabulary: str | Path | Iterable[str | Path] = (),
    min_confidence: float = LEAST_CONFIDENCE,
    identity: str | Path | None = None,
    base: str | None = None,
    weights: str | Path | None = None,
    progress: bool | None = None,
) -> Graph:
    """Build a graph from documents: files or folders, the seeds when none is given.

    `store` is a folder to keep the graph in (it then holds exactly what the paths hold; the old
    graph stays whole until the new one is); None keeps it in memory. `vocabulary` names Turtle
    files that add synonyms, organisations, concepts or vanguards; `identity` a CSV that says which
    names are one thing. Claims less sure than `min_confidence`, in [0, 1], are left out. `base` is
    the base of the IRIs of instances; `weights` a folder that ``kg learn`` wrote. `progress` shows
    a bar (None: where a person looks on).

    A document that cannot be read, and a claim that is refused, is told in a warning and in
    `Graph.notes`; the rest is built. The same documents give the same graph.

    Raises InputError for a confidence outside of [0, 1] or files that cannot be used (its children
    VocabularyError and ReadError included), StoreError for a folder that is no store of ours.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder, "note.txt")
    ...     _ = path.write_text("The Erewash vanguard cut emergency admissions by 12 per cent.")
    ...     graph = build(path)
    >>> [str(claim.object) for claim in graph.claims(subject="Erewash", source="note")]
    ['outcome:emergency-admissions/decrease/12 percent']
    """
    if not 0.0 <= min_confidence <= 1.0:
        raise InputError(f"min_confidence is {min_confidence}; expected a number from 0 to 1")
    recipe = Recipe(
        paths_of(vocabulary),
        min_confidence,
        None if identity is None else Path(identity),
        base,
        None if weights is None else Path(weights),
    )
    folder = None if store is None else Path(store)
    built = build_graph(paths_of(paths), folder, recipe, show=progress)
    notes = [f"could not read {error}" for error in built.extracted.loaded.failed]
    notes += [f"refused {' '.join(r.claim.key)}: {r.reason}" for r in built.extracted.refused]
    for note in notes:
        warnings.warn(note, stacklevel=2)
    if built.store is not None:
        return Graph(built.store, built.vocabulary, notes=tuple(notes))
    return Graph(_opened(folder or Path()), built.vocabulary, f"in {folder}", tuple(notes))


def open(  # noqa: A001 - it is kg.open
    path: str | Path, *, vocabulary: str | Path | Iterable[str | Path] = ()
) -> Graph:
    """Open a graph for reading, where `kg.build` or ``kg build`` wrote it.

    `vocabulary` names the Turtle files that it was built with, for questions in English. Several
    processes may have one graph open at once.

    Raises StoreError when there is none, or it is of another version; VocabularyError.
    """
    from kg.vocabulary import default_vocabulary, load_vocabulary

    extra = paths_of(vocabulary)
    words = load_vocabulary(extra) if extra else default_vocabulary()
    return Graph(_opened(Path(path)), words, f"in {path}")


def _opened(folder: Path) -> pyoxigraph.Store:
    from kg.graph.store import open_store

    return open_store(folder)


def paths_of(given: str | Path | Iterable[str | Path]) -> tuple[Path, ...]:
    """Return one path or several as a tuple.

    >>> [str(path) for path in paths_of("seeds")]
    ['seeds']
    """
    if isinstance(given, str | Path):
        return (Path(given),)
    return tuple(Path(path) for path in given)
