"""``kg explore``: the graph as a page."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import statuses_option, store_option
from kg.model import SHOWN_KINDS


@click.command("explore", short_help="Write a page to look at, in one file.")
@click.argument("focus", nargs=-1)
@store_option
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("graph.html"),
    show_default=True,
)
@click.option(
    "--depth",
    type=click.IntRange(1, 3),
    default=1,
    show_default=True,
    help="How many steps around FOCUS the page opens with.",
)
@click.option(
    "--kinds",
    type=click.Choice(SHOWN_KINDS),
    multiple=True,
    help="Only things of this kind; repeatable.",
)
@statuses_option
@click.option("--title", default="Vanguards: what documents claim", show_default=True)
def COMMAND(
    focus: tuple[str, ...],
    store: Path,
    output: Path,
    depth: int,
    kinds: tuple[str, ...],
    statuses: tuple[str, ...],
    title: str,
) -> None:
    """Write one HTML file that opens without a network and shows the words behind every line.

    FOCUS is the name of a thing that the page opens at; without it, it opens at a glance of all.
    """
    from kg.api.making import open as open_graph

    view = open_graph(store).explore(
        " ".join(focus) or None,
        depth=depth,
        kinds=kinds or None,
        status=statuses or "any",
        title=title,
    )
    output.parent.mkdir(parents=True, exist_ok=True)
    view.save(output)
    size = output.stat().st_size / 1e6
    click.echo(
        f"{output}: {view.things} things, {view.claims} claims, {size:.1f} MB; open it in a browser"
    )
