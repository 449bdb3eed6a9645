"""Claims as text: rows of a table for people, JSON objects that keep everything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.errors import InputError
from kg.model import (
    Amount,
    Claim,
    Entity,
    Evidence,
    Object,
    Outcome,
    Relation,
    Status,
    parse_term,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

COLUMNS = (
    "relation",
    "subject",
    "object",
    "status",
    "quote",
    "start",
    "end",
    "rule",
    "confidence",
    "source",
)


def row(claim: Claim) -> tuple[str, ...]:
    """Return a claim as the values of `COLUMNS`; white space in each folds to one space."""
    first = claim.evidence[0]
    values = (
        *claim.key,
        first.quote,
        str(first.start),
        str(first.end),
        claim.rule,
        f"{claim.confidence:.2f}",
        first.source,
    )
    return tuple(" ".join(value.split()) for value in values)


def write_tsv(claims: Iterable[Claim]) -> str:
    """Return claims as tab-separated text with a header, one a line, nothing quoted."""
    lines = ["\t".join(COLUMNS), *("\t".join(row(claim)) for claim in claims)]
    return "\n".join(lines) + "\n"


def to_json(claim: Claim) -> dict[str, Any]:
    """Return a claim as a JSON object that loses nothing; `from_json` reads it back."""
    return {
        "relation": str(claim.relation),
        "subject": _term_out(claim.subject),
        "object": _term_out(claim.object),
        "status": str(claim.status),
        "evidence": [
            {"source": e.source, "start": e.start, "end": e.end, "quote": e.quote}
            for e in claim.evidence
        ],
        "rule": claim.rule,
        "confidence": claim.confidence,
        "qualifiers": dict(claim.qualifiers),
    }


def from_json(value: dict[str, Any]) -> Claim:
    """Return the claim that `to_json` wrote.

    Raises InputError when a part is missing or is no term of the annotation guide.
    """
    try:
        subject = _term_in(value["subject"])
        if not isinstance(subject, Entity):
            raise InputError(f"the subject of a claim is an entity, not {value['subject']!r}")
        return Claim(
            Relation(value["relation"]),
            subject,
            _term_in(value["object"]),
            Status(value["status"]),
            tuple(
                Evidence(str(e["source"]), int(e["start"]), int(e["end"]), str(e["quote"]))
                for e in value["evidence"]
            ),
            str(value["rule"]),
            float(value["confidence"]),
            tuple(sorted((str(k), str(v)) for k, v in value["qualifiers"].items())),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InputError(f"not a claim as JSON: {error!r}; expected what to_json writes") from error


def _term_out(term: Object) -> dict[str, Any]:
    """Return a term as a JSON object: written as the guide does, and its identifier and names."""
    if isinstance(term, Entity):
        return {"kind": term.kind, "id": term.id, "names": list(term.names)}
    return {"term": str(term)}


def _term_in(value: dict[str, Any]) -> Object:
    """Return the term that `_term_out` wrote."""
    if "kind" in value:
        return Entity(str(value["kind"]), str(value["id"]), tuple(str(n) for n in value["names"]))
    term = parse_term(str(value["term"]))
    if not isinstance(term, Outcome | Amount):
        raise InputError(f"not a term: {value!r}")
    return term
