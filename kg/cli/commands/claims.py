"""``kg claims``: the claims of a graph, filtered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg.cli.options import format_option, store_option, write_out
from kg.model import Relation, Status

if TYPE_CHECKING:
    from pathlib import Path


@click.command("claims", short_help="Filter and print claims as a flat table.")
@store_option
@click.option("--about", metavar="NAME", help="Only claims with this thing at either end.")
@click.option("--subject", metavar="NAME", help="Only claims with this subject.")
@click.option(
    "--relation", type=click.Choice([str(r) for r in Relation]), help="Only this relation."
)
@click.option("--status", type=click.Choice([str(s) for s in Status]), help="Only this status.")
@click.option("--source", metavar="ID", help="Only claims of this source.")
@click.option("--text", metavar="WORDS", help="Only claims whose quote holds these words.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.0, show_default=True)
@click.option("--limit", type=click.IntRange(min=1), help="At most so many claims.")
@format_option()
def COMMAND(
    store: Path,
    about: str | None,
    subject: str | None,
    relation: str | None,
    status: str | None,
    source: str | None,
    text: str | None,
    min_confidence: float,
    limit: int | None,
    format_: str,
) -> None:
    """Print the claims that fit all the filters, in order of source and place.

    The table shows the main columns; csv, tsv, json and jsonl show all of them.
    """
    from itertools import islice

    from kg.extraction.tsv import COLUMNS, row
    from kg.graph.claims import read_statements
    from kg.graph.store import open_store
    from kg.query.lookup import find_thing
    from kg.render.tables import render_rows

    opened = open_store(store)
    found = read_statements(
        opened,
        subject=find_thing(opened, subject).iri if subject else None,
        thing=find_thing(opened, about).iri if about else None,
        relation=Relation(relation) if relation else None,
        status=Status(status) if status else None,
        source=source,
    )
    words = " ".join((text or "").split()).casefold()
    kept = (
        s.claim
        for s in found
        if s.claim.confidence >= min_confidence
        and words in " ".join(s.claim.quote.split()).casefold()
    )
    rows = [row(claim) for claim in islice(kept, limit)]
    if format_ in {"table", "markdown"}:
        shown = ("relation", "subject", "object", "status", "quote", "source")
        places = [COLUMNS.index(name) for name in shown]
        write_out(render_rows(shown, [[r[i] for i in places] for r in rows], format_), None)
    else:
        write_out(render_rows(COLUMNS, rows, format_), None)
