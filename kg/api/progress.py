"""A bar for long work: on the terminal's standard error, or in a notebook."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def progress(what: str, total: int, *, show: bool | None = None) -> Iterator[Callable[[], None]]:
    """Give a function to call once a step, which moves a bar that goes away at the end.

    `show` says whether there is a bar; None shows one where a person looks on: a terminal, or a
    notebook with ipywidgets.

    >>> with progress("Reading", 2, show=False) as step:
    ...     step()
    """
    if not (_watched() if show is None else show) or total < 2:
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.progress import TimeRemainingColumn as Remaining

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Remaining())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda: bar.advance(task)


def _watched() -> bool:
    """Tell whether a person looks on: at a terminal, or in a notebook that can show a bar."""
    if "ipykernel" in sys.modules:
        return find_spec("ipywidgets") is not None
    return sys.stderr.isatty()
