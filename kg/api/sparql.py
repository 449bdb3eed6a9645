"""The answers of the SPARQL engine as plain Python."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kg.api.answer import Answer
from kg.errors import QueryError
from kg.names import Minter

if TYPE_CHECKING:
    import pyoxigraph
    import rdflib

_XSD = "http://www.w3.org/2001/XMLSchema#"
_NUMBERS = {"integer": int, "decimal": Decimal, "double": float, "float": float}


def answered(store: pyoxigraph.Store, query: str) -> Answer | rdflib.Graph | bool:
    """Return a table for SELECT, a graph for CONSTRUCT and DESCRIBE, a truth for ASK.

    Raises QueryError for a query that is wrong, that would change the graph, or that would leave
    the machine.
    """
    import pyoxigraph

    from kg.query.sparql import run
    from kg.render.answers import compact

    found = run(store, query)
    try:
        if isinstance(found, pyoxigraph.QueryBoolean):
            return bool(found)
        if isinstance(found, pyoxigraph.QueryTriples):
            return _graph(found)
        columns = tuple(variable.value for variable in found.variables)
        terms = [tuple(row) for row in found]
    except (RuntimeError, OSError, ValueError) as error:
        raise QueryError(f"the query could not be answered: {error}") from error
    prefixes = Minter().prefixes
    return Answer(
        columns,
        tuple(tuple(plain(term) for term in row) for row in terms),
        shown=[
            [
                compact(term.value, prefixes)
                if isinstance(term, pyoxigraph.NamedNode)
                else _shown(plain(term))
                for term in row
            ]
            for row in terms
        ],
    )


def plain(term: object) -> Any:
    """Return a term as a plain value: IRIs and text as str, numbers and truths as themselves.

    >>> import pyoxigraph
    >>> plain(pyoxigraph.Literal(3)), plain(pyoxigraph.NamedNode("urn:a")), plain(None)
    (3, 'urn:a', None)
    """
    import pyoxigraph

    if isinstance(term, pyoxigraph.Literal):
        kind = term.datatype.value.removeprefix(_XSD)
        try:
            if kind == "boolean":
                return term.value in {"true", "1"}
            return _NUMBERS[kind](term.value) if kind in _NUMBERS else term.value
        except (ValueError, ArithmeticError):
            return term.value
    return None if term is None else getattr(term, "value", str(term))


def _shown(value: Any) -> Any:
    return float(value) if isinstance(value, Decimal) else value


def _graph(triples: pyoxigraph.QueryTriples) -> rdflib.Graph:
    """Return triples as an rdflib graph that knows our prefixes."""
    import pyoxigraph
    import rdflib

    data = pyoxigraph.serialize(triples, format=pyoxigraph.RdfFormat.N_TRIPLES)
    graph = rdflib.Graph()
    for prefix, base in Minter().prefixes.items():
        graph.bind(prefix, base)
    return graph.parse(data=data, format="nt")
