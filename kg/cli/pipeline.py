"""From paths to claims, with progress: what build, extract and evaluate share."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click

from kg.render.tables import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from kg.documents.load import Loaded
    from kg.extraction.extract import Extraction
    from kg.model import Claim, Document
    from kg.vocabulary import Vocabulary

    ProgressStep = Callable[[], None]


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


@contextmanager
def progress(what: str, total: int) -> Iterator[ProgressStep]:
    """Show a bar on standard error while there is a terminal to show it on."""
    if not sys.stderr.isatty() or total < 2:
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.progress import TimeRemainingColumn as Remaining

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Remaining())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda: bar.advance(task)


def extract_paths(
    paths: Sequence[Path], vocabulary: Vocabulary, timer: Timer | None = None
) -> Extracted:
    """Load documents from paths and extract their claims."""
    from kg.documents.load import load
    from kg.extraction.extract import extract
    from kg.extraction.matcher import Matcher

    timer = timer or Timer()
    with timer.stage("reading"):
        loaded = load(paths)
    with timer.stage("vocabulary"):
        matcher = Matcher(vocabulary)
    found = []
    with timer.stage("extraction"), progress("Extracting", len(loaded.documents)) as step:
        for document in loaded.documents:
            found.append((document, extract(document, matcher, vocabulary)))
            step()
    return Extracted(loaded, tuple(found))


def report_reading(loaded: Loaded, *, verbose: bool = True) -> None:
    """Say on standard error what was skipped and what could not be read."""
    if verbose:
        for path, reason in loaded.skipped:
            click.echo(visible(f"skipped {path}: {reason}"), err=True)
    for error in loaded.failed:
        click.echo(visible(f"could not read {error}"), err=True)


def report_refused(extractions: Iterable[tuple[Document, Extraction]]) -> int:
    """Say on standard error which claims were refused and why; return how many."""
    count = 0
    for _, found in extractions:
        for refusal in found.refused:
            count += 1
            said = " ".join(refusal.claim.key)
            click.echo(visible(f"refused {said}: {refusal.reason}"), err=True)
    return count
