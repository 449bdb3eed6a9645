"""``kg stats``: what a graph holds, in numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg.cli.options import format_option, store_option, write_out

if TYPE_CHECKING:
    from pathlib import Path


@click.command("stats", short_help="Count what the graph holds.")
@store_option
@format_option()
def COMMAND(store: Path, format_: str) -> None:
    """Count the things, the claims by relation and status, and the triples of the graph."""
    from kg.graph.store import open_store
    from kg.query.stats import COLUMNS, stats
    from kg.render.tables import render_rows

    write_out(render_rows(COLUMNS, stats(open_store(store)), format_), None)
