"""``kg merges``: which names are taken for one thing, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg.cli.options import format_option, store_option, write_out

if TYPE_CHECKING:
    from pathlib import Path


@click.command("merges", short_help="List which names are taken for one thing, and why.")
@store_option
@format_option()
def COMMAND(store: Path, format_: str) -> None:
    """List every merge of identity: the name told, what it is shown as, the reason, the sources.

    Merges change only what the graph shows; each source keeps the names it uses. To bring
    together or keep apart what the rules do not, see kg build --identity.
    """
    from kg.graph.merged import read_merges
    from kg.graph.store import open_store
    from kg.render.tables import render_rows

    records = read_merges(open_store(store))
    if format_ == "table" and not records:
        click.echo("Nothing of this graph is merged.")
        return
    told = [(r, ", ".join(r.sources)) for r in records]
    if format_ in {"table", "markdown"}:
        shown = [(r.name, r.into_name, r.reason, sources) for r, sources in told]
        write_out(render_rows(("told as", "shown as", "reason", "told in"), shown, format_), None)
        return
    columns = ("name", "into_name", "reason", "sources", "iri", "into")
    rows = [(r.name, r.into_name, r.reason, sources, r.iri, r.into) for r, sources in told]
    write_out(render_rows(columns, rows, format_), None)
