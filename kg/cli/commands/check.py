"""``kg check``: a graph against its shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg.cli.options import format_option, store_option, write_out

if TYPE_CHECKING:
    from pathlib import Path


@click.command("check", short_help="Check a graph against the SHACL shapes.")
@store_option
@format_option("table", "csv", "json", "markdown")
@click.pass_context
def COMMAND(context: click.Context, store: Path, format_: str) -> None:
    """Say which node of the graph breaks which rule of the ontology's shapes, in words.

    Exit codes: 0 all is well, 1 something breaks a rule.
    """
    from kg.graph.check import check
    from kg.graph.store import open_store
    from kg.names import Minter
    from kg.render.answers import compact
    from kg.render.tables import render_rows

    problems = check(open_store(store))
    prefixes = Minter().prefixes
    if not problems and format_ == "table":
        click.echo("The graph keeps to its shapes.")
        return
    rows = [
        (compact(p.node, prefixes), compact(p.shape, prefixes), p.message, p.value)
        for p in problems
    ]
    write_out(render_rows(("node", "shape", "message", "value"), rows, format_), None)
    if problems:
        context.exit(1)
