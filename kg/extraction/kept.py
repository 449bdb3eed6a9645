"""What is worked out once about a document: answers that live and die with its reading."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.extraction.reading import Reading

P = ParamSpec("P")
T = TypeVar("T")


def kept(function: Callable[Concatenate[Reading, P], T]) -> Callable[Concatenate[Reading, P], T]:
    """Return the function with its answers kept on the reading that it is asked about.

    The other arguments must hash; nothing is shared between two readings, not of one text either.
    """

    @wraps(function)
    def ask(reading: Reading, *args: object) -> object:
        answers = reading.kept.get(function)
        if answers is None:
            answers = reading.kept[function] = {}
        try:
            return answers[args]
        except KeyError:
            answer = answers[args] = function(reading, *args)  # type: ignore[arg-type, call-arg]
            return answer

    return cast("Callable[Concatenate[Reading, P], T]", ask)
