"""From paths to a graph: the one way, for ``kg.build`` and for the command line."""

from __future__ import annotations

import gc
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.api.progress import progress
from kg.model import LEAST_CONFIDENCE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    import pyoxigraph

    from kg.documents.load import Loaded
    from kg.extraction.extract import Extraction
    from kg.extraction.gate import Refusal
    from kg.graph.identity_rules import IdentityRules
    from kg.model import Claim, Document
    from kg.names import Minter
    from kg.vocabulary import Vocabulary


@dataclass(slots=True)
class Timer:
    """Seconds spent in each stage, in order of first entry."""

    stages: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Add the time spent inside to a stage."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.stages[name] = self.stages.get(name, 0.0) + time.perf_counter() - start

    def __str__(self) -> str:
        """Say where the time went."""
        total = sum(self.stages.values())
        parts = ", ".join(f"{name} {seconds:.2f}" for name, seconds in self.stages.items())
        return f"{total:.2f} s ({parts})"


@dataclass(frozen=True, slots=True)
class Extracted:
    """Documents as loaded, each with what was extracted from it."""

    loaded: Loaded
    extractions: tuple[tuple[Document, Extraction], ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims of all documents."""
        return tuple(claim for _, found in self.extractions for claim in found.claims)

    @property
    def refused(self) -> tuple[Refusal, ...]:
        """The claims that the gate turned away, each with the reason."""
        return tuple(refusal for _, found in self.extractions for refusal in found.refused)


@contextmanager
def _lasting() -> Iterator[None]:
    """Spare the garbage collector what is there already: the words of the vocabulary.

    It would go through them all again and again as claims are made. What somebody
    else has set aside stays so.
    """
    ours = not gc.get_freeze_count()
    if ours:
        gc.freeze()
    try:
        yield
    finally:
        if ours:
            gc.unfreeze()


def extract_paths(
    paths: Iterable[str | Path],
    vocabulary: Vocabulary,
    timer: Timer | None = None,
    *,
    least: float = LEAST_CONFIDENCE,
    weights: Path | None = None,
    show: bool | None = None,
) -> Extracted:
    """Load documents from paths and extract their claims; `show` is as for `progress`.

    Claims less sure than `least`, in [0, 1], are left out; `weights` is a folder that ``kg learn``
    wrote (the package's own when None). Raises InputError when it is none.
    """
    from kg.documents.load import load
    from kg.extraction.extract import extract
    from kg.extraction.matcher import Matcher
    from kg.extraction.weights import read_weights

    learnt = read_weights(weights) if weights is not None else None
    timer = timer or Timer()
    with timer.stage("reading"):
        loaded = load(paths)
    with timer.stage("vocabulary"):
        matcher = Matcher(vocabulary)
    found = []
    with (
        timer.stage("extraction"),
        _lasting(),
        progress("Extracting", len(loaded.documents), show=show) as step,
    ):
        for document in loaded.documents:
            extraction = extract(document, matcher, vocabulary, least=least, weights=learnt)
            found.append((document, extraction))
            step()
    return Extracted(loaded, tuple(found))


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a graph is built with, besides documents.

    `vocabulary_files` are Turtle of the user's own, `min_confidence` in [0, 1] leaves out claims
    less sure than that, `identity_file` is a CSV that says which names are one thing, `base` is
    the base of the IRIs of instances, `weights` a folder that ``kg learn`` wrote (the project's
    own when None).
    """

    vocabulary_files: tuple[Path, ...] = ()
    min_confidence: float = LEAST_CONFIDENCE
    identity_file: Path | None = None
    base: str | None = None
    weights: Path | None = None


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: the claims kept, how many triples there are, and with what it was done.

    `store` is set for a graph in memory; one on disk is opened by who needs it.
    """

    extracted: Extracted
    claims: tuple[Claim, ...]
    triples: int
    vocabulary: Vocabulary
    minter: Minter
    rules: IdentityRules | None
    store: pyoxigraph.Store | None


def build_graph(
    paths: Sequence[str | Path],
    folder: Path | None,
    recipe: Recipe,
    timer: Timer | None = None,
    *,
    show: bool | None = None,
    on_extracted: Callable[[Extracted], None] | None = None,
) -> Built:
    """Build a graph from documents (the seeds when no path is given), in `folder` or in memory.

    `on_extracted` is called before anything is written. Documents that cannot be read are told in
    ``extracted.loaded.failed``; the rest is built.

    Raises StoreError for a folder that must not be written to, VocabularyError and InputError for
    files of the recipe that cannot be used.
    """
    from kg.graph.build import build_quads
    from kg.graph.identity_rules import load_identity
    from kg.graph.store import check_writable, memory_store, write_store
    from kg.names import Minter
    from kg.vocabulary import data_folder, load_vocabulary

    minter = Minter(recipe.base) if recipe.base else Minter()
    rules = load_identity(recipe.identity_file) if recipe.identity_file else None
    if folder is not None:
        check_writable(folder)
    timer = timer or Timer()
    with timer.stage("vocabulary"):
        vocabulary = load_vocabulary(recipe.vocabulary_files, base=minter.base)
    found = extract_paths(
        paths or (data_folder("seeds"),),
        vocabulary,
        timer,
        least=recipe.min_confidence,
        weights=recipe.weights,
        show=show,
    )
    if on_extracted is not None:
        on_extracted(found)
    with timer.stage("graph"):
        quads = build_quads(
            found.loaded.documents,
            found.claims,
            vocabulary,
            minter,
            extra=recipe.vocabulary_files,
            identity=rules,
        )
        store = memory_store(quads) if folder is None else None
        triples = len(store) if store is not None else write_store(folder or "", quads)
    return Built(found, found.claims, triples, vocabulary, minter, rules, store)
