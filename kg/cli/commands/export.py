"""``kg export``: a graph in other formats."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.options import store_option

FORMATS = ("turtle", "trig", "nquads", "jsonld", "graphml", "csv")


@click.command("export", short_help="Write the graph in another format.")
@store_option
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), default="turtle", show_default=True
)
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to a file.")
def COMMAND(store: Path, format_: str, output: Path | None) -> None:
    """Write the graph: always the same bytes for the same graph.

    Turtle holds the default graph (what is reported); TriG, N-Quads and JSON-LD everything;
    GraphML the network of claims; CSV one row a claim.
    """
    from kg.graph.export import export
    from kg.graph.store import open_store

    opened = open_store(store)
    if output is None:
        export(opened, format_, sys.stdout.buffer)
        return
    output.parent.mkdir(parents=True, exist_ok=True)
    part = output.with_name(f".{output.name}.part")
    with part.open("wb") as stream:
        export(opened, format_, stream)
    part.replace(output)
