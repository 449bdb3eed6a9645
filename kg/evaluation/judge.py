"""Extraction judged against a folder of gold: pairs of rows, comparisons, a table of scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.evaluation.compare import compare
from kg.evaluation.gold import claim_rows, document_of, read_gold
from kg.evaluation.report import band, by_claim, by_part, overall

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from kg.evaluation.compare import Comparison
    from kg.evaluation.gold import Row
    from kg.evaluation.report import Score
    from kg.model import Claim, Document

    Pair = tuple[Document, tuple[Row, ...], tuple[Row, ...]]
    Cells = tuple[str | int | float | None, ...]

COLUMNS = ("measure", "part", "value", "precision", "recall", "f1", "hits", "claims", "gold")
MEASURES = ("core", "strict")
PARTS = ("relation", "status", "document", "rule", "confidence")


def pairs(
    gold: Path, extracted: Iterable[tuple[Document, Sequence[Claim]]], stems: Mapping[str, str]
) -> list[Pair]:
    """Return each gold file's document with the gold rows and the claims' rows.

    `gold` is a folder of files or one file, `stems` maps a document's id to its file's stem.
    Raises InputError when there is no gold, or when a file's document was not given.
    """
    known = {document.id: (document, claims) for document, claims in extracted}
    given = [(document, stems[document.id]) for document, _ in known.values()]
    return [
        (document, read_gold(file), claim_rows(known[document.id][1]))
        for file, document in documents_of(gold, given)
    ]


def documents_of(
    gold: Path, given: Sequence[tuple[Document, str]]
) -> Iterator[tuple[Path, Document]]:
    """Yield each gold file (`gold` is a folder or one file) and its document among those given.

    Documents are given with the stems of their files. Raises InputError when there is no gold, or
    when a file's document was not given.
    """
    files = sorted(gold.glob("*.tsv")) if gold.is_dir() else [gold]
    if not files:
        raise InputError(f"{gold}: no gold files (*.tsv) in this folder")
    for file in files:
        document = document_of(file, given)
        if document is None:
            raise InputError(
                f"{file}: its document was not given; expected one file with the stem "
                f"{file.stem!r} among the documents"
            )
        yield file, document


def judge(found: Sequence[Pair]) -> dict[str, list[Comparison]]:
    """Return the comparisons by measure: ``core`` (relation, subject, object) and ``strict``."""
    return {
        measure: [compare(d.id, g, c, strict=measure == "strict") for d, g, c in found]
        for measure in MEASURES
    }


def scores(judged: Mapping[str, Sequence[Comparison]], parts: Iterable[str]) -> list[Cells]:
    """Return the rows of a table of scores with the columns `COLUMNS`, the overall ones first."""
    rows = [_scored(m, "overall", "", overall(comparisons)) for m, comparisons in judged.items()]
    for part in parts:
        for measure, comparisons in judged.items():
            rows.extend(_split(measure, part, comparisons))
    return rows


def _scored(measure: str, part: str, value: str, score: Score) -> Cells:
    shares = (score.precision, score.recall, score.f1)
    return (measure, part, value, *shares, score.hits, score.claims, score.gold)


def _split(measure: str, part: str, comparisons: Sequence[Comparison]) -> Iterator[Cells]:
    """Yield the rows of one way to split the figures."""
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
