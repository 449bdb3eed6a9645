"""The questions of the library with their answers, as a site tells them.

A question that needs nothing is answered; one that needs one thing is answered for every thing at
once, its parameter left open, and the rows are put under the thing they are of. What needs more is
told with the command that asks it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from textwrap import dedent
from typing import TYPE_CHECKING

from kg.names import slug
from kg.query.answer import REGISTRY
from kg.query.ask import ask
from kg.query.binding import kinds_of
from kg.query.kinds import things_of
from kg.query.question import Column, all_questions
from kg.render.questions import option
from kg.render.safety import one_line
from kg.render.site_content import Ref

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    import pyoxigraph

    from kg.query.answer import Answer
    from kg.query.question import Question
    from kg.render.site_content import Line

QUOTED_ROWS = 250
"""Answers of no more rows than this show the words under each row; longer ones name the sources."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of an answer: cells as mentions, the claims it rests on, and whether these are few."""

    cells: tuple[Ref, ...]
    lines: tuple[Line, ...]
    sources: tuple[Ref, ...]
    rests_on: str


@dataclass(frozen=True, slots=True)
class Part:
    """The rows for one thing; a question that needs nothing has one part without a thing."""

    about: Ref | None
    anchor: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its answer, if it has one here."""

    name: str
    group: str
    asks: str
    command: str
    sparql: str
    answered: bool
    quoted: bool
    columns: tuple[str, ...]
    numbers: tuple[str, ...]
    parts: tuple[Part, ...]
    total: int
    notes: tuple[str, ...]
    needs: str

    @property
    def stem(self) -> str:
        """The path of its page without a suffix."""
        return f"question/{slug(self.name)}"


def asked(
    store: pyoxigraph.Store, refs: Mapping[str, Ref], lines: Mapping[str, Line]
) -> Iterator[Asked]:
    """Yield the questions of the library in their order, each answered where it can be."""
    for question in all_questions():
        needed = [p for p in question.params if p.required]
        if not needed:
            yield _told(question, ask(store, question), refs, lines, parted=False)
        elif len(needed) == 1 and question.sparql:
            # Left open, a query also answers for things of which the question does not speak.
            asked_of = {thing.iri for thing in things_of(store, kinds_of(needed[0]))}
            answer = _only(ask(store, left_open(question)), asked_of)
            yield _told(question, answer, refs, lines, parted=True)
        else:
            yield _told(question, None, refs, lines, parted=False)


def left_open(question: Question) -> Question:
    """Return the question that answers for all values of the one parameter that is needed.

    Its first column says for which; the other columns and their order are the question's own.
    """
    needed = next(p for p in question.params if p.required)
    return replace(
        question,
        params=tuple(replace(p, required=False) for p in question.params),
        columns=(Column(needed.name, "thing"), *question.columns),
        order=(needed.name, *question.order),
    )


def _only(answer: Answer, iris: Collection[str]) -> Answer:
    """Return the rows of an answer whose first cell is one of these things.

    The notes go: they speak of all rows.
    """
    kept = [i for i, things in enumerate(answer.things) if things[0] in iris]
    return replace(
        answer,
        rows=tuple(answer.rows[i] for i in kept),
        things=tuple(answer.things[i] for i in kept),
        claims=tuple(answer.claims[i] for i in kept),
        rests_on=tuple(answer.rests_on[i] for i in kept),
        notes=(),
    )


def _told(
    question: Question,
    answer: Answer | None,
    refs: Mapping[str, Ref],
    lines: Mapping[str, Line],
    *,
    parted: bool,
) -> Asked:
    needs = ", ".join(p.help for p in question.params if p.required)
    given = (option(p) for p in question.params if p.required)
    rows = _rows(answer, refs, lines) if answer else ()
    return Asked(
        name=question.name,
        group=question.group,
        asks=question.asks,
        command=" ".join(["kg ask", question.name, *given]),
        sparql=dedent(question.sparql).strip(),
        answered=answer is not None,
        quoted=len(rows) <= QUOTED_ROWS,
        columns=tuple(c.name.replace("_", " ") for c in question.columns),
        numbers=tuple(
            c.name.replace("_", " ") for c in question.columns if c.kind in {"number", "count"}
        ),
        parts=_parts(rows) if parted else (Part(None, "", rows),),
        total=len(rows),
        notes=tuple(map(one_line, answer.notes)) if answer else (),
        needs=needs,
    )


def _rows(answer: Answer, refs: Mapping[str, Ref], lines: Mapping[str, Line]) -> tuple[Row, ...]:
    found = []
    for cells, things, claims, on in zip(
        answer.rows, answer.things, answer.claims, answer.rests_on, strict=True
    ):
        told = tuple(sorted((lines[c] for c in claims if c in lines), key=_place))
        sources = tuple(dict.fromkeys(line.source for line in told))
        mentions = tuple(_cell(c, iri, refs) for c, iri in zip(cells, things, strict=True))
        found.append(Row(mentions, told, sources, on if on == REGISTRY else ""))
    return tuple(found)


def _place(line: Line) -> tuple[bool, str, str]:
    """Put the words of documents before the rows of the registry."""
    return line.registered, line.source.name.casefold(), line.iri


@lru_cache(maxsize=4096)
def _ref(text: str, kind: str) -> Ref:
    return Ref(one_line(text), kind)


def _cell(value: object, iri: str, refs: Mapping[str, Ref]) -> Ref:
    if iri in refs:
        return refs[iri]
    if isinstance(value, int | float):
        return _ref(str(value), "number")
    return _ref(str(value or ""), "")


def _parts(rows: Sequence[Row]) -> tuple[Part, ...]:
    """Put rows under the thing of their first cell, which is left out of them."""
    return tuple(
        Part(
            about,
            slug(about.stem or about.name),
            tuple(replace(r, cells=r.cells[1:]) for r in told),
        )
        for about, told in groupby(rows, key=lambda row: row.cells[0])
    )
