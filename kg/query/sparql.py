"""SPARQL 1.1 queries over a store: with our prefixes known, and never off the machine."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.names import Minter

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pyoxigraph

_SKIPPED = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'(?:[^'\\\n]|\\.)*'"
    r"|<[^<>\"{}|^`\\\s]*>"
    r"|#[^\n]*",
    re.DOTALL,
)
"""What may hold any word without meaning it: strings, IRIs and comments."""
_SERVICE = re.compile(r"(?<![?$:\w-])service(?![:\w-])", re.IGNORECASE)
_UPDATE = re.compile(
    r"\s*((prefix\s+\S*\s*|base)\s+)*(insert|delete|load|clear|drop|create|copy|move|add|with)\b",
    re.IGNORECASE,
)


def refuse_network(query: str) -> None:
    """Raise QueryError if the query would call another endpoint (``SERVICE``).

    >>> refuse_network("SELECT ?service { ?service a <urn:SERVICE> } # SERVICE")
    """
    if _SERVICE.search(_SKIPPED.sub(" ", query)):
        raise QueryError(
            "SERVICE is refused: queries are answered from this graph alone. Load the other data "
            "into a graph of your own and query that."
        )


def run(
    store: pyoxigraph.Store,
    query: str,
    *,
    minter: Minter | None = None,
    bindings: Mapping[str, pyoxigraph.NamedNode | pyoxigraph.Literal] | None = None,
) -> pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean | pyoxigraph.QueryTriples:
    """Return what the engine answers to a SELECT, ASK, CONSTRUCT or DESCRIBE.

    `bindings` gives values to variables; each must be projected (Oxigraph issue 1837).
    Raises QueryError for a query that is wrong, that would change the graph or leave the machine.
    """
    import pyoxigraph

    refuse_network(query)
    if _UPDATE.match(_SKIPPED.sub(" ", query)):
        raise QueryError(
            "only SELECT, ASK, CONSTRUCT and DESCRIBE are answered: a graph is changed by "
            "building it again (kg build)"
        )
    substitutions: dict[
        pyoxigraph.Variable,
        pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple,
    ] = {pyoxigraph.Variable(k): v for k, v in (bindings or {}).items()}
    try:
        return store.query(
            query, prefixes=(minter or Minter()).prefixes, substitutions=substitutions
        )
    except (SyntaxError, RuntimeError, ValueError) as error:
        raise QueryError(f"the query is not SPARQL 1.1 as given: {error}") from error


def select(
    store: pyoxigraph.Store,
    query: str,
    *,
    minter: Minter | None = None,
    bindings: Mapping[str, pyoxigraph.NamedNode | pyoxigraph.Literal] | None = None,
) -> pyoxigraph.QuerySolutions:
    """Return the solutions of a SELECT; raises QueryError for any other query, as `run` does."""
    import pyoxigraph

    answer = run(store, query, minter=minter, bindings=bindings)
    if not isinstance(answer, pyoxigraph.QuerySolutions):
        raise QueryError("a SELECT query was expected here")
    return answer
