"""``kg evaluate``: extraction against gold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import format_option, least_option, vocabulary_option, weights_option, write_out
from kg.evaluation.judge import COLUMNS, PARTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.evaluation.compare import Comparison
    from kg.evaluation.judge import Pair


@click.command("evaluate", short_help="Measure extraction against gold files.")
@click.argument("gold", type=click.Path(path_type=Path, exists=True))
@click.argument("documents", nargs=-1, type=click.Path(path_type=Path))
@vocabulary_option
@weights_option
@click.option(
    "--by",
    type=click.Choice(PARTS),
    multiple=True,
    help="Split the figures by this; repeatable (relation, status and document if left out).",
)
@click.option("--errors", is_flag=True, help="Print every miss and false claim, strictly judged.")
@least_option
@format_option("table", "csv", "json", "markdown")
def COMMAND(
    gold: Path,
    documents: tuple[Path, ...],
    vocabulary_files: tuple[Path, ...],
    weights: Path | None,
    by: tuple[str, ...],
    errors: bool,
    min_confidence: float,
    format_: str,
) -> None:
    """Compare extraction from DOCUMENTS (the seeds when left out) with the files in GOLD.

    GOLD is a folder of files, or one file, in the format of the annotation guide; a file belongs
    to the document of the same stem. `core` compares relation, subject and object, `strict` also
    status and figure. Rows marked optional count neither for nor against.
    """
    from kg.api.building import extract_paths
    from kg.evaluation.judge import judge, pairs, scores
    from kg.evaluation.report import shares
    from kg.render.tables import render_rows
    from kg.vocabulary import data_folder, load_vocabulary

    paths = documents or (data_folder("seeds"),)
    words = load_vocabulary(vocabulary_files)
    found = extract_paths(paths, words, least=min_confidence, weights=weights)
    kept = [(document, extraction.claims) for document, extraction in found.extractions]
    told = pairs(gold, kept, found.loaded.stems)
    judged = judge(told)
    if errors:
        write_out(render_rows(ERROR_COLUMNS, list(_errors(judged["strict"], told)), format_), None)
        return
    rows = scores(judged, by or PARTS[:3])
    evidence, status = shares(judged["core"])
    if format_ == "json":
        objects = [dict(zip(COLUMNS, row, strict=True)) for row in rows]
        answer = {"scores": objects, "evidence_right": evidence, "status_right": status}
        click.echo(json.dumps(answer, ensure_ascii=False, indent=2))
        return
    shown = [tuple(f"{v:.3f}" if isinstance(v, float) else v for v in row) for row in rows]
    write_out(render_rows(COLUMNS, shown, format_), None)
    line = f"of the core hits: evidence right {evidence:.3f}, status right {status:.3f}"
    click.echo(line, err=format_ == "csv")


ERROR_COLUMNS = ("kind", "document", "relation", "subject", "object", "status", "rule", "sentence")


def _errors(comparisons: Sequence[Comparison], pairs: Sequence[Pair]) -> Iterator[tuple[str, ...]]:
    """Yield every miss and every false claim beside its sentence."""
    from kg.evaluation.context import sentence_around

    for comparison, (document, _, _) in zip(comparisons, pairs, strict=True):
        for kind, rows in (("missed", comparison.missed), ("false", comparison.false)):
            for row in rows:
                words = sentence_around(document, row.quote)
                yield (kind, document.id, *row.key, row.rule, words)
