"""``kg explore``: the graph as a page."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import store_option
from kg.model import Status


@click.command("explore", short_help="Write a page to look at, in one file.")
@store_option
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("graph.html"),
    show_default=True,
)
@click.option(
    "--status",
    "statuses",
    type=click.Choice([str(s) for s in Status]),
    multiple=True,
    help="Only claims of this status; repeatable.",
)
@click.option("--title", default="Vanguards: what documents claim", show_default=True)
def COMMAND(store: Path, output: Path, statuses: tuple[str, ...], title: str) -> None:
    """Write one HTML file that opens without a network and shows the words behind every line."""
    from kg.graph.store import open_store
    from kg.query.whole import whole_network
    from kg.render.explore import explore_page, write_page

    graph = whole_network(open_store(store), statuses=[Status(s) for s in statuses] or None)
    output.parent.mkdir(parents=True, exist_ok=True)
    write_page(output, explore_page(graph, title))
    size = output.stat().st_size / 1e6
    click.echo(
        f"{output}: {graph.number_of_nodes()} things, {graph.number_of_edges()} claims, "
        f"{size:.1f} MB; open it in a browser"
    )
