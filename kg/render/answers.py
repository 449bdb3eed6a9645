"""Answers of the SPARQL engine as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.names import Minter
from kg.render.tables import render_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pyoxigraph

    Answer = pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean | pyoxigraph.QueryTriples


def compact(iri: str, prefixes: Mapping[str, str]) -> str:
    """Write an IRI with its prefix where one fits, else in angle brackets.

    >>> compact("https://w3id.org/ncm/hasPartner", {"ncm": "https://w3id.org/ncm/"})
    'ncm:hasPartner'
    """
    best = max(
        (p for p, base in prefixes.items() if iri.startswith(base)),
        key=lambda p: len(prefixes[p]),
        default=None,
    )
    if best is not None:
        rest = iri[len(prefixes[best]) :]
        if rest and "/" not in rest and "#" not in rest:
            return f"{best}:{rest}"
    return f"<{iri}>"


def render_answer(answer: Answer, format_: str, minter: Minter | None = None) -> str:
    """Return the answer as text.

    Tables and Markdown are for reading: IRIs with prefixes, bare literals. The other formats are
    the standard ones: SPARQL results as CSV, TSV, JSON or XML; triples as Turtle.

    Raises QueryError where the format does not fit the kind of query.
    """
    import pyoxigraph

    prefixes = (minter or Minter()).prefixes
    if isinstance(answer, pyoxigraph.QueryTriples):
        if format_ not in {"turtle", "table"}:
            raise QueryError(f"CONSTRUCT and DESCRIBE give triples: --format turtle, not {format_}")
        return _turtle(answer, prefixes)
    if format_ == "turtle":
        raise QueryError("SELECT and ASK give no triples: --format table, csv, tsv, json or xml")
    standard = {
        "json": pyoxigraph.QueryResultsFormat.JSON,
        "xml": pyoxigraph.QueryResultsFormat.XML,
        "csv": pyoxigraph.QueryResultsFormat.CSV,
        "tsv": pyoxigraph.QueryResultsFormat.TSV,
    }
    try:
        if isinstance(answer, pyoxigraph.QueryBoolean):
            if format_ not in {"json", "xml"}:
                return f"{str(bool(answer)).lower()}\n"
            return answer.serialize(format=standard[format_]).decode() + "\n"  # type: ignore[union-attr]
        if format_ in standard:
            text = answer.serialize(format=standard[format_]).decode()  # type: ignore[union-attr]
            return text if text.endswith("\n") else text + "\n"
        columns = [variable.value for variable in answer.variables]
        rows = [tuple(_cell(term, prefixes) for term in row) for row in answer]
    except (RuntimeError, OSError, ValueError) as error:
        raise QueryError(f"the query could not be answered: {error}") from error
    return render_rows(columns, rows, format_)


def _cell(term: object, prefixes: Mapping[str, str]) -> str:
    """Write a term for reading."""
    import pyoxigraph

    if term is None:
        return ""
    if isinstance(term, pyoxigraph.NamedNode):
        return compact(term.value, prefixes)
    return term.value if isinstance(term, pyoxigraph.Literal) else str(term)


def _turtle(triples: pyoxigraph.QueryTriples, prefixes: Mapping[str, str]) -> str:
    """Write triples as Turtle, sorted, so that the same answer is the same text."""
    import pyoxigraph

    kept = sorted(set(triples), key=str)
    used = {
        prefix: base
        for prefix, base in prefixes.items()
        if any(base in str(triple) for triple in kept)
    }
    text = pyoxigraph.serialize(kept, format=pyoxigraph.RdfFormat.TURTLE, prefixes=used)
    return (text or b"").decode()
