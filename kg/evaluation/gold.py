"""Gold files: what a careful reader takes from a document (one TSV a document)."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.model import Relation, Status, parse_term

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kg.model import Claim, Document

COLUMNS = ("relation", "subject", "object", "status", "quote")


@dataclass(frozen=True, slots=True)
class Row:
    """A fact to compare: from gold, or a claim written as gold writes it."""

    relation: str
    subject: str
    object: str
    status: str
    quote: str = ""
    optional: bool = False
    rule: str = ""
    confidence: float = 1.0

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What is said."""
        return (self.relation, self.subject, self.object, self.status)


def unique(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Return the first of the rows that say the same to the letter."""
    kept: dict[tuple[str, str, str, str], Row] = {}
    for row in rows:
        kept.setdefault(row.key, row)
    return tuple(kept.values())


def parse_gold(text: str, path: str) -> tuple[Row, ...]:
    """Read a gold file's rows.

    Raises InputError, naming the line, for a missing column or a term, relation or status that
    the guide does not know.
    """
    reader = csv.DictReader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE)
    header = reader.fieldnames or ()
    missing = [c for c in COLUMNS[:4] if c not in header]
    if missing:
        raise InputError(
            f"{path}: no gold file: the first line must hold, with tabs between, "
            f"{' '.join(COLUMNS)} need; missing: {', '.join(missing)}"
        )
    rows = []
    for number, record in enumerate(reader, 2):
        values = {name: (record.get(name) or "").strip() for name in (*COLUMNS, "need")}
        if not values["relation"]:
            continue
        try:
            Relation(values["relation"])
            Status(values["status"])
            parse_term(values["subject"])
            parse_term(values["object"])
        except (ValueError, InputError) as error:
            raise InputError(f"{path}: line {number}: {error}") from error
        relation, subject, object_, status, quote = (values[name] for name in COLUMNS)
        optional = values["need"] == "optional"
        rows.append(Row(relation, subject, object_, status, quote, optional=optional))
    return unique(rows)


def read_gold(path: Path) -> tuple[Row, ...]:
    """Read a gold file; raises InputError when it cannot be read or used."""
    try:
        return parse_gold(path.read_text(encoding="utf-8-sig"), str(path))
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read: {error}") from error


def claim_rows(claims: Iterable[Claim]) -> tuple[Row, ...]:
    """Write claims as rows, white space in quotes folded."""
    return unique(
        Row(*c.key, quote=" ".join(c.quote.split()), rule=c.rule, confidence=c.confidence)
        for c in claims
    )


def document_of(gold: Path, documents: Iterable[tuple[Document, str]]) -> Document | None:
    """Return the document whose file stem or id is that of a gold file.

    A gold file ``000.tsv`` also belongs to the one document whose stem starts with ``000_``.
    """
    known = list(documents)
    exact = [d for d, stem in known if gold.stem in (stem, d.id)]
    starts = [d for d, stem in known if stem.startswith(gold.stem)]
    found = exact or starts
    return found[0] if len(found) == 1 else None
