"""``kg sparql``: a query of one's own."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

import click

from kg.cli.options import format_option, output_option, store_option, write_out

TIMEOUT_EXIT = 124
"""The exit code of a query that was stopped, as of timeout(1)."""


@click.command("sparql", short_help="Answer a SPARQL query.")
@click.argument("query")
@store_option
@format_option("table", "csv", "tsv", "json", "xml", "markdown", "turtle")
@output_option("the answer")
@click.option(
    "--timeout",
    type=click.FloatRange(min=0),
    default=60.0,
    show_default=True,
    help="Seconds after which the query is stopped; 0 for never.",
)
def COMMAND(query: str, store: Path, format_: str, output: Path | None, timeout: float) -> None:
    """Answer QUERY: SPARQL 1.1, or the name of a file that holds it, or - for standard input.

    \b
    The prefixes ncm:, skos:, prov:, oa:, vanguard:, organisation:, intervention:, measure:,
    status:, … are known. The default graph holds what is reported; each source has a graph of
    its own with its claims of every status:
      kg sparql 'SELECT ?v ?m { ?v ncm:hasCareModel ?m }'
      kg sparql 'SELECT ?source ?c { GRAPH ?source { ?c ncm:status status:expected } }'
    """
    from kg.graph.store import open_store
    from kg.query.sparql import run
    from kg.render.answers import render_answer

    text = _query_text(query)
    opened = open_store(store)
    if timeout:
        # The engine runs outside of Python and heeds no signal: only the process can be ended.
        watch = threading.Timer(timeout, _stop, (timeout,))
        watch.daemon = True
        watch.start()
    write_out(render_answer(run(opened, text), format_), output)


def _query_text(query: str) -> str:
    """Return the query itself: as given, from a file, or from standard input."""
    if query == "-":
        return sys.stdin.read()
    if not any(c in query for c in "{}\n") and len(query) < 4096:
        path = Path(query)
        if path.is_file():
            return path.read_text(encoding="utf-8-sig")
        if path.suffix in {".rq", ".sparql", ".txt"}:
            raise click.UsageError(f"there is no file {query!r}")
    return query


def _stop(timeout: float) -> None:
    """End the process."""
    sys.stderr.write(
        f"Error: the query was stopped after {timeout:g} s; narrow it, or give it longer with "
        "--timeout\n"
    )
    sys.stderr.flush()
    os._exit(TIMEOUT_EXIT)
