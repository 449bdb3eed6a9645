"""What kind of vanguard, where only its work, its name or the number of its kind tells."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from kg.extraction.chosen import number_of
from kg.extraction.known_kinds import TELLING
from kg.extraction.telling import clause, told_sentences
from kg.model import Entity, Relation, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.scene import Scene
    from kg.model import Claim

_WORKS_WITH = {
    "enhanced-health-in-care-homes": re.compile(
        r"\b(?:care|nursing|residential)(?: and (?:nursing|residential))? homes\b", re.IGNORECASE
    ),
    "acute-care-collaboration": re.compile(r"\b(?:hospitals|trusts)\b"),
}
"""Model -> those with whom vanguards of no other kind do all that they do."""


def kinds_by_work(scene: Scene, told: set[Entity]) -> Iterator[Claim]:
    """Yield the model of each vanguard not `told` of yet that is named beside those it works with.

    The registry says which kind each is; a sentence on one vanguard alone shows it, in a text
    that tells of several.
    """
    kinds = {Entity("vanguard", r.id): r.care_model for r in scene.vocabulary.registry.rows}
    found = told | {scene.owners.main}
    for sentence in told_sentences(scene):
        named = {
            e
            for n in scene.owners.named_in(sentence.start, sentence.end)
            if n.kind == "vanguard"
            for e in n.entities
        }
        if len(named) != 1 or named & found:
            continue
        vanguard = next(iter(named))
        with_whom = _WORKS_WITH.get(kinds.get(vanguard, ""))
        shown = with_whom and with_whom.search(scene.reading.text, sentence.start, sentence.end)
        if shown:
            found.add(vanguard)
            yield scene.claim(
                Relation.CARE_MODEL,
                vanguard,
                Entity("model", kinds[vanguard]),
                Status.REPORTED,
                *clause(scene, sentence, shown.start(), shown.end()),
                rule="care-model",
                confidence=0.6,
            )


_OF_THE_NUMBER = re.compile(
    r",? (?:(?:is|was) )?(?:(?:itself|also|now) )?(?:another|one|among)(?: of)?"
    r" (?:the|its|these) (?:other )?(?P<count>\d\d?|[a-z]+)\b"
)


def kinds_by_number(scene: Scene, told: set[Entity]) -> Iterator[Claim]:
    """Yield the model of vanguards said to be of as many as it has: "X, one of the six"."""
    rows = scene.vocabulary.registry.rows
    sizes = Counter(row.care_model for row in rows)
    kinds = {Entity("vanguard", r.id): r.care_model for r in rows}
    for named in scene.owners.named:
        if named.kind != "vanguard" or len(named.entities) > 1 or named.entities[0] in told:
            continue
        kind = kinds.get(named.entities[0], "")
        said = _OF_THE_NUMBER.match(scene.reading.text, named.end)
        if said and number_of(said["count"]) == sizes[kind]:
            yield scene.claim(
                Relation.CARE_MODEL,
                named.entities[0],
                Entity("model", kind),
                Status.REPORTED,
                named.start,
                said.end(),
                rule="care-model",
                confidence=0.7,
            )


def kind_in_the_name(scene: Scene, told: set[Entity]) -> Iterator[Claim]:
    """Yield the model of the vanguard a text is about where nothing but its name tells it."""
    main = scene.owners.main
    kinds = {Entity("vanguard", r.id): r.care_model for r in scene.vocabulary.registry.rows}
    telling = TELLING.get(kinds.get(main, "")) if main is not None else None
    if main is None or main in told or telling is None:
        return
    for named in scene.owners.named:
        if main in named.entities and telling.search(scene.reading.text, named.start, named.end):
            yield scene.claim(
                Relation.CARE_MODEL,
                main,
                Entity("model", kinds[main]),
                Status.REPORTED,
                named.start,
                named.end,
                rule="care-model",
                confidence=0.6,
            )
            return
