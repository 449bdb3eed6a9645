"""Options that several commands share, and what they say on the way."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kg.model import LEAST_CONFIDENCE, Status
from kg.render.tables import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable

F = TypeVar("F", bound="Callable[..., Any]")

FORMAT_NAMES = tuple(FORMATS)

store_option = click.option(
    "--store",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("graph"),
    show_default=True,
    help="The folder of the graph.",
)

vocabulary_option = click.option(
    "--vocabulary",
    "vocabulary_files",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    multiple=True,
    metavar="FILE",
    help="Turtle of your own that adds labels, concepts, organisations or vanguards; repeatable.",
)

least_option = click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=LEAST_CONFIDENCE,
    show_default=True,
    help="Leave out claims less sure than this (than 0.45, but for what rules state in texts of "
    "more than 2,500 characters); 0 keeps all.",
)

weights_option = click.option(
    "--weights",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="DIR",
    help="Weights of your own, as kg learn writes them, in place of those of the package.",
)

statuses_option = click.option(
    "--status",
    "statuses",
    type=click.Choice([str(s) for s in Status]),
    multiple=True,
    help="Only claims of this status; repeatable.",
)


def format_option(*names: str, default: str = "table") -> Callable[[F], F]:
    """Return the option ``--format`` with these choices (all of them when none is given)."""
    return click.option(
        "--format",
        "format_",
        type=click.Choice(names or FORMAT_NAMES),
        default=default,
        show_default=True,
        help="How to print.",
    )


def output_option(what: str) -> Callable[[F], F]:
    """Return the option ``--output FILE``; standard output when it is left out."""
    return click.option(
        "--output",
        type=click.Path(path_type=Path, dir_okay=False),
        help=f"Write {what} to this file instead of standard output.",
    )


def write_out(text: str, output: Path | None) -> None:
    """Write text to a file, or to standard output as UTF-8."""
    if output is None:
        click.echo(text, nl=False)
    else:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(text, encoding="utf-8", newline="\n")
