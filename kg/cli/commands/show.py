"""``kg show``: what the graph knows of one thing."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import click

from kg.cli.options import format_option, store_option, write_out

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from kg.graph.contexts import Context, Place
    from kg.query.profile import Profile


@click.command("show", short_help="Show what the graph knows of one thing.")
@click.argument("name", nargs=-1, required=True)
@store_option
@click.option("--context", is_flag=True, help="Show each quote within its sentence.")
@format_option("table", "csv", "tsv", "json", "jsonl", "markdown")
def COMMAND(name: tuple[str, ...], store: Path, context: bool, format_: str) -> None:
    """Show the facts of NAME, grouped, each with its status, the quoted words and the source.

    NAME is a name, another name, an identifier (symphony, vanguard:symphony) or an IRI. Near
    names are offered when there is none.
    """
    from kg.graph.claims import read_statements
    from kg.graph.contexts import contexts
    from kg.graph.store import open_store
    from kg.query.lookup import find_thing, things
    from kg.query.profile import profile
    from kg.render.tables import render_rows

    opened = open_store(store)
    thing = find_thing(opened, " ".join(name))
    names = {t.iri: t.name for t in things(opened)}
    statements = read_statements(opened, thing=thing.iri)
    found = profile(thing, ((s.subject, s.object, s.claim) for s in statements), names)
    titles = {t.identifier: t.name for t in things(opened) if "/source/" in t.iri}
    around = contexts(opened) if context else {}
    if format_ == "table":
        write_out("\n".join(_lines(found, titles, around)) + "\n", None)
        return
    columns = ("relation", "other", "status", "quote", "source", "start", "end", "confidence")
    near = {place: (known.before, known.after) for place, known in around.items()}
    rows = [
        (
            *(f.heading, f.other, str(f.status), e.quote, e.source, e.start, e.end, c.confidence),
            *(near.get((e.source, e.start, e.end), ("", "")) if context else ()),
        )
        for f in found.facts
        for c in f.claims
        for e in c.evidence
    ]
    write_out(
        render_rows((*columns, *(("before", "after") if context else ())), rows, format_), None
    )


def _lines(
    found: Profile, titles: Mapping[str, str], around: Mapping[Place, Context]
) -> Iterator[str]:
    """Yield the lines of a profile for reading, quotes within the words around them."""
    from kg.render.tables import visible

    yield visible(found.thing.name)
    kind = found.thing.iri.rstrip("/").rsplit("/", 2)[-2].replace("-", " ")
    also = "; ".join(found.thing.names[1:])
    yield visible(f"  {kind} · {found.thing.identifier}" + (f" · also: {also}" if also else ""))
    if not found.facts:
        yield "  no claim of the graph speaks of it"
    for heading, facts in groupby(found.facts, key=lambda fact: fact.heading):
        yield ""
        yield heading
        for fact in facts:
            yield visible(f"  {fact.other}  [{fact.status}]")
            for claim in fact.claims:
                quote = " ".join(claim.quote.split())
                title = titles.get(claim.source, claim.source)
                first = claim.evidence[0]
                known = around.get((first.source, first.start, first.end))
                words = f"{known.before}“{quote}”{known.after}" if known else f"“{quote}”"
                yield visible(f"      {' '.join(words.split())} — {title}")
