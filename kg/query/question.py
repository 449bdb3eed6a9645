"""The contract of a question: one file under ``questions/`` that declares one constant."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg.errors import UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kg.query.asking import Asking, Row

GROUPS = (
    "Catalogue",
    "Interventions",
    "Outcomes",
    "Barriers and enablers",
    "People served, places, money",
    "Evidence",
    "Network",
)
"""The groups of the library, in the order in which they are listed."""


@dataclass(frozen=True, slots=True)
class Param:
    """A parameter of a question.

    `kind` is a kind of thing (``vanguard``, ``org``, ``measure``, …; several with a bar between
    them; ``thing`` for any), ``number`` (a whole one, from 1) or ``choice`` (of `choices`). A
    parameter that is neither `required` nor given takes its `default`; without one it is left
    open and all values answer.
    """

    name: str
    kind: str
    help: str
    default: str | int | None = None
    choices: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of an answer.

    `kind` is a kind of thing (the cell shows its name), ``thing``, ``direction``, ``status``,
    ``relation``, ``text`` or ``number``; or one of the two that sum up the variable `of` over the
    solutions of a row: ``count`` (how many different ones) and ``list`` (their names, in order).
    """

    name: str
    kind: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question that people ask of the graph.

    `asks` is the question in English. It is answered by `sparql` or by `function`, never both.

    `sparql` selects one solution a claim: the parameters (bound ones must be projected), the
    columns that sum nothing up, what the others sum up, and the claims that a row rests on, in
    variables whose names begin with ``claim``. Solutions alike in their columns make one row.

    `order` names columns, a minus before one for the largest first; the other columns follow.
    `status` is the status that is asked for unless another is given: a status, ``any``, or
    nothing where the question has no place for one. `at_least` names a column and the parameter
    that says how large its number must be. `words` are the phrases by which a sentence in English
    is known to mean this question.
    """

    name: str
    group: str
    asks: str
    columns: tuple[Column, ...]
    params: tuple[Param, ...] = ()
    sparql: str = ""
    function: Callable[[Asking], Iterable[Row]] | None = None
    order: tuple[str, ...] = ()
    status: str = "reported"
    at_least: tuple[str, str] | None = None
    words: tuple[str, ...] = ()


@cache
def all_questions() -> tuple[Question, ...]:
    """Return the questions found under ``kg.query.questions``, in order of group and name."""
    package = importlib.import_module("kg.query.questions")
    modules = sorted(info.name for info in pkgutil.iter_modules(package.__path__))
    found = (importlib.import_module(f"kg.query.questions.{name}").QUESTION for name in modules)
    return tuple(sorted(found, key=lambda q: (GROUPS.index(q.group), q.name)))


def find_question(name: str) -> Question:
    """Return the question of that name.

    Raises UnknownNameError with the near names when there is none.
    """
    known = {question.name: question for question in all_questions()}
    wanted = name.strip().lower().replace("_", "-").replace(" ", "-")
    if wanted in known:
        return known[wanted]
    from rapidfuzz import fuzz, process

    near = process.extract(wanted, sorted(known), scorer=fuzz.WRatio, limit=3, score_cutoff=60)
    raise UnknownNameError(name, tuple(found for found, *_ in near), what="question")
