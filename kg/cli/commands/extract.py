"""``kg extract``: what documents claim, as text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import format_option, least_option, vocabulary_option, weights_option

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.model import Claim


@click.command("extract", short_help="Print what documents claim, with the words.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@format_option("tsv", "jsonl", default="tsv")
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write one file a document, DIR/<stem>.tsv (or .jsonl), instead of printing.",
)
@vocabulary_option
@weights_option
@least_option
@click.pass_context
def COMMAND(
    context: click.Context,
    paths: tuple[Path, ...],
    format_: str,
    output: Path | None,
    vocabulary_files: tuple[Path, ...],
    weights: Path | None,
    min_confidence: float,
) -> None:
    """Print the claims of the documents at PATHS, one a line, with the words each rests on.

    Terms are written as in the annotation guide (vanguard:symphony,
    outcome:emergency-admissions/decrease/30 percent). Offsets count code points of the text as
    read; `kg text` shows it. TSV folds the white space of a quote, JSON Lines keeps it.

    Exit codes: 0 all documents were read, 1 some could not be (they are named).
    """
    from kg.api.building import extract_paths
    from kg.cli.pipeline import report_reading, report_refused
    from kg.extraction.tsv import write_tsv
    from kg.vocabulary import load_vocabulary

    words = load_vocabulary(vocabulary_files)
    found = extract_paths(paths, words, least=min_confidence, weights=weights)
    report_reading(found.loaded, verbose=False)
    report_refused(found)
    write = write_tsv if format_ == "tsv" else _jsonl
    if output is None:
        click.echo(write(found.claims), nl=False)
    else:
        output.mkdir(parents=True, exist_ok=True)
        stems = found.loaded.stems
        for document, extraction in found.extractions:
            path = output / f"{stems[document.id]}.{format_}"
            path.write_text(write(extraction.claims), encoding="utf-8", newline="\n")
        click.echo(f"{len(found.extractions)} files written to {output}/", err=True)
    if found.loaded.failed:
        context.exit(1)


def _jsonl(claims: Iterable[Claim]) -> str:
    """Write claims as JSON Lines."""
    from kg.extraction.tsv import to_json

    return "".join(json.dumps(to_json(claim), ensure_ascii=False) + "\n" for claim in claims)
