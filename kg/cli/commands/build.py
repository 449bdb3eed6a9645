"""``kg build``: documents to a graph."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import store_option, vocabulary_option

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.model import Claim


@click.command("build", short_help="Build a graph from documents.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@store_option
@vocabulary_option
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0.0,
    show_default=True,
    help="Leave out claims that are less sure than this.",
)
@click.option("--base", default=None, metavar="IRI", help="The base of the IRIs of instances.")
@click.option("--quiet", "-q", is_flag=True, help="Say only what went wrong.")
@click.pass_context
def COMMAND(
    context: click.Context,
    paths: tuple[Path, ...],
    store: Path,
    vocabulary_files: tuple[Path, ...],
    min_confidence: float,
    base: str | None,
    quiet: bool,
) -> None:
    """Build a graph from the documents at PATHS (files or folders; the seeds when none is given).

    Folders are walked for .txt and .md files. Afterwards the store holds exactly what the paths
    hold, the ontology and the registry; a build that is stopped leaves the old graph whole.

    \b
    Exit codes: 0 all documents were read, 1 some could not be (they are named, the rest is
    built), 2 the command was called wrongly.
    """
    from kg.cli.pipeline import Timer, extract_paths, report_reading, report_refused
    from kg.graph.build import build_quads
    from kg.graph.store import check_writable, write_store
    from kg.names import Minter
    from kg.vocabulary import data_folder, load_vocabulary

    minter = Minter(base) if base else Minter()
    check_writable(store)
    timer = Timer()
    with timer.stage("vocabulary"):
        vocabulary = load_vocabulary(vocabulary_files, base=minter.base)
    found = extract_paths(paths or (data_folder("seeds"),), vocabulary, timer)
    report_reading(found.loaded, verbose=not quiet)
    refused = report_refused(found.extractions)
    claims = [claim for claim in found.claims if claim.confidence >= min_confidence]
    with timer.stage("graph"):
        quads = build_quads(
            found.loaded.documents, claims, vocabulary, minter, extra=vocabulary_files
        )
        written = write_store(store, quads)
    if not quiet:
        click.echo(_summary(claims))
        unsure = len(found.claims) - len(claims)
        click.echo(
            f"{len(found.loaded.documents)} documents, {len(claims)} claims "
            f"({refused} refused{f', {unsure} below the confidence asked for' if unsure else ''}), "
            f"{written} triples in {store}/, {timer}"
        )
    if found.loaded.failed:
        count = len(found.loaded.failed)
        click.echo(f"{count} could not be read (named above); the rest is built", err=True)
        context.exit(1)


def _summary(claims: Iterable[Claim]) -> str:
    """Return the table of claims by relation and status."""
    from kg.model import Relation, Status
    from kg.render.tables import as_table

    counts = Counter((claim.relation, claim.status) for claim in claims)
    rows: list[tuple[str | int | None, ...]] = [
        (relation.replace("_", " "), *(counts[relation, s] or None for s in Status))
        for relation in Relation
    ]
    return as_table(("claims", *Status), rows).rstrip("\n")
