"""People called by their first name alone, as interviews do: "Helen is a nurse at …"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.first_names import FIRST_NAMES
from kg.extraction.reading import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.extraction.spans import Spans
    from kg.model import Entity


def first_named(text: str, people: Sequence[Mention], taken: Spans) -> Iterator[Mention]:
    """Yield the uses of a first name alone, where just one person of the text has it.

    Nobody is called so before the full name has been told.
    """
    called: dict[str, Entity] = {}
    told: dict[Entity, int] = {}
    shared: set[str] = set()
    for person in people:
        words = person.entity.names[0].split()
        if len(words) > 1 and words[0] in FIRST_NAMES:
            told.setdefault(person.entity, person.end)
            if called.setdefault(words[0], person.entity) != person.entity:
                shared.add(words[0])
    names = sorted(called.keys() - shared)
    if not names:
        return
    for match in re.finditer(rf"(?<![\w’'-])(?:{'|'.join(names)})(?![\w-]|[ \n][A-Z])", text):
        entity = called[match[0]]
        if match.start() >= told[entity] and not (
            _CAPITAL.search(text, max(0, match.start() - 30), match.start())
            or taken.meet(*match.span())
        ):
            yield Mention(*match.span(), entity, "short")


_CAPITAL = re.compile(r"[A-Z][\w’'-]*[ ]$")
