"""Answers of the library's questions as text, with the words under each row if wanted."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kg.render.tables import render_rows, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Claim
    from kg.query.answer import Answer

RESTS_ON = "rests_on"
"""The column that says whether a row rests on documents or on the registry alone."""


def render_asked(answer: Answer, format_: str, *, evidence: bool = False) -> str:
    """Return an answer as a table, csv, json or markdown.

    With `evidence`, JSON rows get a list of their claims, csv gets a line a claim, and the other
    two get the quotes and sources under the row they belong to.
    """
    columns = (*answer.names, RESTS_ON)
    rows = [(*row, on) for row, on in zip(answer.rows, answer.rests_on, strict=True)]
    if not evidence:
        return render_rows(columns, rows, format_)
    told = [answer.evidence(i) for i in range(len(rows))]
    if format_ == "json":
        records = [
            {**dict(zip(columns, row, strict=True)), "evidence": [_record(c) for c in claims]}
            for row, claims in zip(rows, told, strict=True)
        ]
        return json.dumps(records, ensure_ascii=False, indent=2) + "\n"
    if format_ == "csv":
        wide = (*columns, "claim_status", "claim_source", "claim_start", "claim_end", "quote")
        flat = [
            (*row, *_flat(claim))
            for row, claims in zip(rows, told, strict=True)
            for claim in claims or (None,)
        ]
        return render_rows(wide, flat, format_)
    return "\n".join(_lines(columns, rows, told)) + "\n"


def _record(claim: Claim) -> dict[str, object]:
    """Return a claim as a plain record, for JSON."""
    return {
        "relation": str(claim.relation),
        "subject": str(claim.subject),
        "object": str(claim.object),
        "status": str(claim.status),
        "rule": claim.rule,
        "confidence": claim.confidence,
        **dict(claim.qualifiers),
        "words": [
            {"source": e.source, "start": e.start, "end": e.end, "quote": e.quote}
            for e in claim.evidence
        ],
    }


def _flat(claim: Claim | None) -> tuple[str | int | None, ...]:
    if claim is None:
        return (None,) * 5
    first = claim.evidence[0]
    return (str(claim.status), first.source, first.start, first.end, first.quote)


def _lines(
    columns: tuple[str, ...],
    rows: list[tuple[str | int | float | None, ...]],
    told: list[tuple[Claim, ...]],
) -> Iterator[str]:
    """Yield each row as a list item, its quotes beneath: for a terminal and for Markdown."""
    for row, claims in zip(rows, told, strict=True):
        cells = (
            f"{name}: {value}"
            for name, value in zip(columns, row, strict=True)
            if value not in {None, ""}
        )
        yield visible("- " + " · ".join(cells))
        for claim in claims:
            quote = " ".join(claim.quote.split())
            yield visible(f"    - “{quote}” — {claim.source} [{claim.status}]")
