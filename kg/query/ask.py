"""Asking a question: parameters in, `Answer` out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.graph import terms as t
from kg.graph.claims import read_claims_named
from kg.query.answer import DOCUMENTS, REGISTRY, Answer
from kg.query.asking import Asking
from kg.query.binding import ANY, bind, bound_status
from kg.query.cells import Names
from kg.query.question import Question, find_question
from kg.query.solutions import solved
from kg.query.sparql import select
from kg.query.told import merged

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import pyoxigraph

    from kg.query.answer import Value
    from kg.query.asking import Row
    from kg.query.binding import Bound


def ask(
    store: pyoxigraph.Store,
    question: Question | str,
    /,
    *,
    status: str | None = None,
    limit: int | None = None,
    **parameters: object,
) -> Answer:
    """Return the answer to a question of the library, or to one of your own.

    `parameters` are matched by label, alias, identifier or IRI; `status` is a status or ``any``,
    the question's own when it is left out; `limit` keeps the first rows. The same graph and
    parameters give the same answer.

    Raises UnknownNameError for a question or thing that is not there (with near names), InputError
    for parameters, status or limit that cannot be used, QueryError for SPARQL that is wrong.
    """
    asked = find_question(question) if isinstance(question, str) else question
    if limit is not None and limit < 1:
        raise InputError(f"limit is {limit}; expected a whole number from 1")
    wanted = bound_status(asked, status)
    bound = bind(store, asked, parameters)
    notes: list[str] = []
    if asked.function:
        asking = Asking(store, {b.name: b.value for b in bound}, wanted, notes)
        rows = list(asked.function(asking))
    else:
        rows = list(solved(asked, _solutions(store, asked, bound, wanted), Names(store)))
    return _answer(store, asked, bound, wanted, rows, notes, limit)


def _solutions(
    store: pyoxigraph.Store, question: Question, bound: Sequence[Bound], status: str
) -> Iterator[Mapping[str, pyoxigraph.NamedNode | pyoxigraph.Literal]]:
    """Yield the solutions as variable -> term, things under the IRI that the view shows.

    A thing that others are merged into is asked for under each of their IRIs.
    """
    import pyoxigraph

    into = merged(store)
    told_as: dict[str, list[str]] = {}
    for iri, shown in sorted(into.items()):
        told_as.setdefault(shown, [shown]).append(iri)
    at_least = question.at_least[1] if question.at_least else ""
    choices: list[dict[str, pyoxigraph.NamedNode | pyoxigraph.Literal]] = [{}]
    for b in bound:
        if b.name != at_least:
            iris = told_as.get(str(b.value), [b.value])
            choices = [{**c, b.name: _term(iri)} for c in choices for iri in iris]
    if status not in {"", ANY}:
        node = pyoxigraph.NamedNode(f"{t.STATUS}/{status}")
        choices = [{**c, "status": node} for c in choices]
    for bindings in choices:
        answer = select(store, question.sparql, bindings=bindings)
        names = [variable.value for variable in answer.variables]
        for solution in answer:
            row = {n: v for n, v in zip(names, solution, strict=True) if v is not None}
            # An empty GROUP BY gives a row of nothing: that is no answer.
            if set(row) - set(bindings):
                yield {n: _shown(v, into) for n, v in row.items()}


def _term(value: str | int) -> pyoxigraph.NamedNode | pyoxigraph.Literal:
    """Return the term of a parameter: things are IRIs, choices and numbers literals."""
    import pyoxigraph

    if isinstance(value, str) and ":" in value:
        return pyoxigraph.NamedNode(value)
    return pyoxigraph.Literal(value)


def _shown(
    term: pyoxigraph.NamedNode | pyoxigraph.Literal, into: Mapping[str, str]
) -> pyoxigraph.NamedNode | pyoxigraph.Literal:
    import pyoxigraph

    shown = into.get(term.value)
    return pyoxigraph.NamedNode(shown) if shown else term


def _answer(
    store: pyoxigraph.Store,
    question: Question,
    bound: Sequence[Bound],
    status: str,
    rows: Iterable[Row],
    notes: list[str],
    limit: int | None,
) -> Answer:
    """Put rows in order, name their things and say what they rest on."""
    names = Names(store)
    given = {b.name: b.value for b in bound}
    shown = [(names.cells(question.columns, row.cells), row) for row in rows]
    if question.at_least:
        column = [c.name for c in question.columns].index(question.at_least[0])
        least = int(given[question.at_least[1]])
        shown = [(cells, row) for cells, row in shown if int(cells[column] or 0) >= least]
    shown.sort(key=lambda pair: _order(question, *pair))
    total = len(shown)
    if limit is not None and total > limit:
        shown = shown[:limit]
        notes.append(f"the first {limit} of {total} rows")
    rests_on = tuple(_rests_on(store, row.claims) for _, row in shown)
    notes.extend(_registry_note(rests_on))
    said = [(b.name, b.said) for b in bound]
    return Answer(
        question=question.name,
        asks=question.asks,
        parameters=(*said, ("status", status)) if status else tuple(said),
        columns=question.columns,
        rows=tuple(cells for cells, _ in shown),
        things=tuple(names.things(question.columns, row.cells) for _, row in shown),
        claims=tuple(tuple(sorted(set(row.claims))) for _, row in shown),
        rests_on=rests_on,
        notes=tuple(notes),
        read=partial(read_claims_named, store),
    )


def _order(question: Question, cells: Sequence[Value], row: Row) -> tuple[object, ...]:
    """Return what a row is sorted by; an empty cell comes last in either direction."""
    columns = [c.name for c in question.columns]
    keys: list[object] = []
    for name in (*question.order, *columns):
        value = cells[columns.index(name.removeprefix("-"))]
        if isinstance(value, int | float):
            keys.append((0, -value if name.startswith("-") else value, ""))
        else:
            keys.append((2, 0, "") if value is None else (1, 0, value.casefold()))
    return (*keys, tuple(map(str, row.cells)))


def _rests_on(store: pyoxigraph.Store, claims: Iterable[str]) -> str:
    """Say whether claims are of documents or of the registry alone."""
    import pyoxigraph

    kind, claim = pyoxigraph.NamedNode(t.TYPE), pyoxigraph.NamedNode(t.CLAIM)
    found = ""
    for iri in claims:
        for quad in store.quads_for_pattern(pyoxigraph.NamedNode(iri), kind, claim):
            if not quad.graph_name.value.endswith(f"/graph/{t.REGISTRY}"):  # type: ignore[union-attr]
                return DOCUMENTS
            found = REGISTRY
    return found


def _registry_note(rests_on: Sequence[str]) -> Iterator[str]:
    alone = rests_on.count(REGISTRY)
    if alone and alone == len(rests_on):
        yield "every row rests on the registry alone; no document says so"
    elif alone:
        yield f"{alone} of {len(rests_on)} rows rest on the registry alone"
