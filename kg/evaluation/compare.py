"""Claims against gold, row by row, as the last section of the annotation guide says."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.evaluation.terms import same_term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.evaluation.gold import Row


@dataclass(frozen=True, slots=True)
class Comparison:
    """One document's rows compared.

    `hits` pairs gold with claims; `missed` are required gold rows without a claim, `false` claims
    without gold. Claims that pair only with optional gold are in none of them.
    """

    document: str
    hits: tuple[tuple[Row, Row], ...]
    missed: tuple[Row, ...]
    false: tuple[Row, ...]

    @property
    def gold(self) -> int:
        """The number of required rows."""
        return len(self.hits) + len(self.missed)

    @property
    def claims(self) -> int:
        """The number of claims that count."""
        return len(self.hits) + len(self.false)


def _same(gold: Row, claim: Row, *, strict: bool) -> bool:
    return (
        gold.relation == claim.relation
        and same_term(gold.subject, claim.subject, figures=False)
        and same_term(gold.object, claim.object, figures=strict)
        and (not strict or gold.status == claim.status)
    )


def _paired(gold: Sequence[Row], claims: Sequence[Row], *, strict: bool) -> dict[int, int]:
    """Pair rows one to one, each gold row with the first free claim: gold index -> claim index."""
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for i, row in enumerate(gold):
        for j, claim in enumerate(claims):
            if j not in used and _same(row, claim, strict=strict):
                pairs[i] = j
                used.add(j)
                break
    return pairs


def _merged(rows: Sequence[Row]) -> list[Row]:
    """Return the first of the rows that are the same in relation, subject and object."""
    kept: list[Row] = []
    for row in rows:
        if not any(_same(row, other, strict=False) for other in kept):
            kept.append(row)
    return kept


def compare(
    document: str, gold: Sequence[Row], claims: Sequence[Row], *, strict: bool
) -> Comparison:
    """Compare a document's claims with its gold.

    `strict` wants figure and status to agree too; otherwise they are left aside and equal rows
    merged.
    """
    required = [row for row in gold if not row.optional]
    optional = [row for row in gold if row.optional]
    found = list(claims)
    if not strict:
        required, found = _merged(required), _merged(found)
    taken = set(_paired(required, found, strict=strict).values())
    rest = [claim for j, claim in enumerate(found) if j not in taken]
    spare = {id(rest[j]) for j in _paired(optional, rest, strict=strict).values()}
    found = [claim for claim in found if id(claim) not in spare]
    pairs = _paired(required, found, strict=strict)
    used = set(pairs.values())
    return Comparison(
        document,
        tuple((required[i], found[j]) for i, j in pairs.items()),
        tuple(row for i, row in enumerate(required) if i not in pairs),
        tuple(claim for j, claim in enumerate(found) if j not in used),
    )


def evidence_right(gold: str, quote: str) -> bool:
    """Say whether two quotes share a run of at least half of the shorter, white space folded.

    >>> evidence_right("a 30% reduction in admissions", "achieved a 30%  reduction in admissions")
    True
    """
    a, b = " ".join(gold.split()), " ".join(quote.split())
    if not a or not b:
        return False
    run = difflib.SequenceMatcher(None, a, b, autojunk=False).find_longest_match()
    return run.size >= min(len(a), len(b)) / 2
