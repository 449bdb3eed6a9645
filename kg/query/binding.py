"""The parameters of a question as given, to the values they mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.model import Status
from kg.query.kinds import find_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pyoxigraph

    from kg.query.question import Param, Question

ANY = "any"
"""The status that leaves the status open."""

ANYTHING = (
    "vanguard",
    "org",
    "programme",
    "model",
    "intervention",
    "barrier",
    "enabler",
    "population",
    "measure",
    "person",
    "place",
)
"""The kinds that ``thing`` stands for."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A parameter with its value (an IRI, a choice or a number) and how a reader is told of it."""

    name: str
    value: str | int
    said: str


def kinds_of(param: Param) -> tuple[str, ...]:
    """Return the kinds of thing that a parameter takes; none for numbers and choices."""
    if param.kind in {"number", "choice"}:
        return ()
    return ANYTHING if param.kind == "thing" else tuple(param.kind.split("|"))


def bind(
    store: pyoxigraph.Store, question: Question, given: Mapping[str, object]
) -> tuple[Bound, ...]:
    """Return the parameters that have a value, in the question's order.

    Raises InputError for a parameter that is unknown, missing or of the wrong kind, and
    UnknownNameError, with near names, for a name that nothing has.
    """
    known = [param.name for param in question.params]
    for name in given:
        if name not in known:
            expected = f"its parameters are {', '.join(known)}" if known else "it has none"
            raise InputError(f"{question.name} has no parameter {name!r}; {expected}")
    found = []
    for param in question.params:
        value = given.get(param.name)
        if value is None or value == "":
            value = param.default
        if value is not None:
            found.append(_bound(store, param, value))
        elif param.required:
            raise InputError(
                f"{question.name} needs --{param.name.replace('_', '-')}: {param.help}"
            )
    return tuple(found)


def _bound(store: pyoxigraph.Store, param: Param, value: object) -> Bound:
    """Return one parameter with its value."""
    if param.kind == "number":
        return _number(param, value)
    text = str(value).strip()
    if param.kind == "choice":
        chosen = text.lower().replace("_", "-")
        if chosen not in param.choices:
            raise InputError(
                f"{param.name} is {text!r}; expected one of {', '.join(param.choices)}"
            )
        return Bound(param.name, chosen, chosen)
    thing = find_of(store, text, kinds_of(param))
    return Bound(param.name, thing.iri, thing.name)


def _number(param: Param, value: object) -> Bound:
    try:
        number = int(str(value))
    except ValueError:
        number = 0
    if not 1 <= number <= 1_000_000:
        raise InputError(f"{param.name} is {value!r}; expected a whole number from 1")
    return Bound(param.name, number, str(number))


def bound_status(question: Question, status: str | None) -> str:
    """Return the status to ask for: a status, ``any``, or nothing where there is no place for one.

    Raises InputError for one that does not exist, or that the question has no place for.
    """
    if status is None or status == "":
        return question.status
    if not question.status:
        raise InputError(f"{question.name} takes no status: it looks at claims of several at once")
    wanted = status.strip().lower()
    if wanted != ANY and wanted not in list(Status):
        raise InputError(f"status is {status!r}; expected one of {', '.join((*Status, ANY))}")
    return wanted
