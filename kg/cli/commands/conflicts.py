"""``kg conflicts``: where the sources of a graph disagree."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg.cli.options import format_option, store_option, write_out

if TYPE_CHECKING:
    from pathlib import Path

    from kg.model import Evidence


@click.command("conflicts", short_help="Show where sources disagree, both sides with their words.")
@store_option
@click.option("--about", metavar="NAME", help="Only what is said of this thing or measure.")
@click.option("--between-sources", is_flag=True, help="Leave out what one document says twice.")
@click.option("--context", is_flag=True, help="Show each quote within its sentence (table).")
@click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.0, show_default=True)
@format_option()
def COMMAND(
    store: Path,
    about: str | None,
    between_sources: bool,
    context: bool,
    min_confidence: float,
    format_: str,
) -> None:
    """Show claims that disagree, side by side, each with its words, source, date and period.

    Compared are directions and figures of one measure, what is told and denied, care models of a
    vanguard, and titles of a person at one organisation. Nothing is resolved: other periods or
    another count may explain a difference. The table shows the main columns; csv, tsv, json and
    jsonl show all of them.
    """
    from kg.graph.claims import read_statements
    from kg.graph.contexts import Context, contexts
    from kg.graph.store import open_store
    from kg.query.conflicts import conflicts, speaks_of
    from kg.query.lookup import find_thing, things
    from kg.query.shown import iri_of
    from kg.query.sources import read_sources
    from kg.render.disagreement import COLUMNS, Known, as_rows, as_sides
    from kg.render.tables import as_table, render_rows

    opened = open_store(store)
    wanted = find_thing(opened, about).iri if about else None
    statements = tuple(read_statements(opened))
    around = contexts(opened)

    def sentence_of(evidence: Evidence) -> tuple[int, int]:
        known = around.get((evidence.source, evidence.start, evidence.end), Context())
        return evidence.start - len(known.before), evidence.end + len(known.after)

    shown = iri_of(statements)
    sure = (s.claim for s in statements if s.claim.confidence >= min_confidence)
    found = [
        conflict
        for conflict in conflicts(sure, key_of=shown, sentence_of=sentence_of)
        if not (between_sources and conflict.within_one_source)
        and (wanted is None or speaks_of(conflict, wanted, shown))
    ]
    names = {thing.iri: thing.name for thing in things(opened)}
    known = Known(names, read_sources(opened), shown, around if context else {})
    if format_ in {"table", "markdown"}:
        if not found:
            click.echo("No two claims of this graph disagree.")
            return
        head, rows = ("about", "one says", "another says"), as_sides(found, known)
        table = as_table(head, rows, gap=1) if format_ == "table" else None
        write_out(table or render_rows(head, rows, format_), None)
    else:
        write_out(render_rows(COLUMNS, as_rows(found, known), format_), None)
