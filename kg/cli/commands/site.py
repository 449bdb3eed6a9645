"""``kg site``: the graph as a folder of pages."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.options import store_option


@click.command("site", short_help="Write a folder of pages for a web server or a disk.")
@store_option
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    metavar="DIR",
    help="The folder to write; a site that is there already is replaced whole.",
)
@click.option("--title", default="Vanguards: what documents claim", show_default=True)
def COMMAND(store: Path, output: Path, title: str) -> None:
    """Write a site: pages a thing, source and question, the explorer, and the data beside them.

    It opens from disk (DIR/index.html) and from any web server, and needs no network. A folder
    that holds something else is refused.
    """
    from kg.graph.store import open_store
    from kg.render.site import write_site

    watched = sys.stderr.isatty()

    def step(what: str) -> None:
        if watched:
            click.echo(f"\r\x1b[K{what} …", nl=False, err=True)

    try:
        written = write_site(open_store(store), output, title, step=step)
    finally:
        if watched:
            click.echo("\r\x1b[K", nl=False, err=True)
    click.echo(
        f"{output / 'index.html'}: {written.files} files, {written.size / 1e6:.1f} MB; "
        "open it in a browser"
    )
