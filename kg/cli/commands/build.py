"""``kg build``: documents to a graph."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import least_option, store_option, vocabulary_option, weights_option

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.api.building import Extracted
    from kg.graph.identity_rules import IdentityRules
    from kg.model import Claim
    from kg.names import Minter
    from kg.vocabulary import Vocabulary


@click.command("build", short_help="Build a graph from documents.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@store_option
@vocabulary_option
@weights_option
@least_option
@click.option(
    "--identity",
    "identity_file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="CSV of your own that says which names are one thing and which never are.",
)
@click.option("--base", default=None, metavar="IRI", help="The base of the IRIs of instances.")
@click.option("--quiet", "-q", is_flag=True, help="Say only what went wrong.")
@click.pass_context
def COMMAND(
    context: click.Context,
    paths: tuple[Path, ...],
    store: Path,
    vocabulary_files: tuple[Path, ...],
    weights: Path | None,
    min_confidence: float,
    identity_file: Path | None,
    base: str | None,
    quiet: bool,
) -> None:
    """Build a graph from the documents at PATHS (files or folders; the seeds when none is given).

    Folders are walked for .txt and .md files. Afterwards the store holds exactly what the paths
    hold, the ontology and the registry; a build that is stopped leaves the old graph whole.

    \b
    A file of identity begins with the line rule,left,right; then, say:
      alias,Hope Hospital,Salford Royal NHS Foundation Trust
      never-merge,Northshire Care,Northshire Care Trust

    \b
    Exit codes: 0 all documents were read, 1 some could not be (they are named, the rest is
    built), 2 the command was called wrongly.
    """
    from kg.api.building import Recipe, Timer, build_graph
    from kg.cli.pipeline import report_reading, report_refused

    def report(found: Extracted) -> None:
        report_reading(found.loaded, verbose=not quiet)
        report_refused(found)

    timer = Timer()
    recipe = Recipe(vocabulary_files, min_confidence, identity_file, base, weights)
    built = build_graph(paths, store, recipe, timer, on_extracted=report)
    found, claims = built.extracted, built.claims
    if built.rules is not None:
        _report_identity(built.rules, claims, built.vocabulary, built.minter)
    if not quiet:
        click.echo(_summary(claims))
        unsure = len(found.claims) - len(claims)
        click.echo(
            f"{len(found.loaded.documents)} documents, {len(claims)} claims "
            f"({len(found.refused)} refused"
            f"{f', {unsure} below the confidence asked for' if unsure else ''}), "
            f"{built.triples} triples in {store}/, {timer}"
        )
    if found.loaded.failed:
        count = len(found.loaded.failed)
        click.echo(f"{count} could not be read (named above); the rest is built", err=True)
        context.exit(1)


def _report_identity(
    rules: IdentityRules, claims: Iterable[Claim], vocabulary: Vocabulary, minter: Minter
) -> None:
    """Say on standard error which names of the user's file name nothing of the graph."""
    from kg.graph.identity import unmatched
    from kg.graph.terms import Terms
    from kg.render.tables import visible

    for name in unmatched(claims, Terms(minter, vocabulary), rules):
        click.echo(
            visible(f"identity: no organisation or person of the documents is called {name!r}"),
            err=True,
        )


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
