"""``kg evaluate``: extraction against gold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import format_option, vocabulary_option, write_out

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.cli.pipeline import Extracted
    from kg.evaluation.compare import Comparison
    from kg.evaluation.gold import Row
    from kg.evaluation.report import Score
    from kg.model import Document

COLUMNS = ("measure", "part", "value", "precision", "recall", "f1", "hits", "claims", "gold")
PARTS = ("relation", "status", "document", "rule", "confidence")


@click.command("evaluate", short_help="Measure extraction against gold files.")
@click.argument("gold", type=click.Path(path_type=Path, exists=True))
@click.argument("documents", nargs=-1, type=click.Path(path_type=Path))
@vocabulary_option
@click.option(
    "--by",
    type=click.Choice(PARTS),
    multiple=True,
    help="Split the figures by this; repeatable (relation, status and document if left out).",
)
@click.option("--errors", is_flag=True, help="Print every miss and false claim, strictly judged.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.0, show_default=True)
@format_option("table", "csv", "json", "markdown")
def COMMAND(
    gold: Path,
    documents: tuple[Path, ...],
    vocabulary_files: tuple[Path, ...],
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
    from kg.cli.pipeline import extract_paths
    from kg.evaluation.report import overall, shares
    from kg.render.tables import render_rows
    from kg.vocabulary import data_folder, load_vocabulary

    paths = documents or (data_folder("seeds"),)
    found = extract_paths(paths, load_vocabulary(vocabulary_files))
    pairs = _pairs(gold, found, min_confidence)
    judged = {
        measure: _comparisons(pairs, strict=measure == "strict") for measure in ("core", "strict")
    }
    if errors:
        write_out(render_rows(ERROR_COLUMNS, list(_errors(judged["strict"], pairs)), format_), None)
        return
    rows: list[tuple[str | int | float | None, ...]] = []
    for measure, comparisons in judged.items():
        rows.append(_scored(measure, "overall", "", overall(comparisons)))
    for part in by or PARTS[:3]:
        for measure, comparisons in judged.items():
            rows.extend(_split(measure, part, comparisons))
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


def _pairs(
    gold: Path, found: Extracted, min_confidence: float
) -> list[tuple[Document, tuple[Row, ...], tuple[Row, ...]]]:
    """Return each gold file's document with the gold rows and the claims' rows."""
    from kg.errors import InputError
    from kg.evaluation.gold import claim_rows, document_of, read_gold

    files = sorted(gold.glob("*.tsv")) if gold.is_dir() else [gold]
    if not files:
        raise InputError(f"{gold}: no gold files (*.tsv) in this folder")
    stems = found.loaded.stems
    known = [(document, stems[document.id]) for document, _ in found.extractions]
    claims = {document.id: extraction.claims for document, extraction in found.extractions}
    pairs = []
    for file in files:
        document = document_of(file, known)
        if document is None:
            raise InputError(
                f"{file}: its document was not given; expected one file with the stem "
                f"{file.stem!r} among the documents"
            )
        kept = [c for c in claims[document.id] if c.confidence >= min_confidence]
        pairs.append((document, read_gold(file), claim_rows(kept)))
    return pairs


def _comparisons(
    pairs: Sequence[tuple[Document, tuple[Row, ...], tuple[Row, ...]]], *, strict: bool
) -> list[Comparison]:
    from kg.evaluation.compare import compare

    return [compare(d.id, gold, claims, strict=strict) for d, gold, claims in pairs]


def _scored(measure: str, part: str, value: str, score: Score) -> tuple[str | int | float, ...]:
    shares = (score.precision, score.recall, score.f1)
    return (measure, part, value, *shares, score.hits, score.claims, score.gold)


def _split(
    measure: str, part: str, comparisons: Sequence[Comparison]
) -> Iterator[tuple[str | int | float | None, ...]]:
    """Yield the rows of one way to split the figures."""
    from kg.evaluation.report import band, by_claim, by_part

    if part in {"rule", "confidence"}:
        counted: Mapping[str, tuple[int, int]] = by_claim(
            comparisons, (lambda r: r.rule) if part == "rule" else (lambda r: band(r.confidence))
        )
        for value, (hits, claims) in counted.items():
            yield (measure, part, value, hits / claims, None, None, hits, claims, None)
        return
    key = {
        "relation": lambda _, row: row.relation,
        "status": lambda _, row: row.status,
        "document": lambda comparison, _: comparison.document,
    }[part]
    for value, score in by_part(comparisons, key).items():
        yield _scored(measure, part, value, score)


def _errors(
    comparisons: Sequence[Comparison],
    pairs: Sequence[tuple[Document, tuple[Row, ...], tuple[Row, ...]]],
) -> Iterator[tuple[str, ...]]:
    """Yield every miss and every false claim beside its sentence."""
    from kg.evaluation.context import sentence_around

    for comparison, (document, _, _) in zip(comparisons, pairs, strict=True):
        for kind, rows in (("missed", comparison.missed), ("false", comparison.false)):
            for row in rows:
                words = sentence_around(document, row.quote)
                yield (kind, document.id, *row.key, row.rule, words)
