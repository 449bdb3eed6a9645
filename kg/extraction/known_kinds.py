"""What kind of vanguard, where the registry knows it and the words only imply it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.extraction.signs import signed
from kg.extraction.subjects import PROGRAMME
from kg.extraction.telling import clause, following, in_name, shortened, sure, told_sentences
from kg.model import Entity, Relation, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.model import Claim, Sentence
    from kg.vocabulary import Vocabulary

NAME = "care-model"

_NOT_ONE = signed(
    r"\b(?:not|never|no longer)\s+(?:yet\s+)?(?:an?|one of (?:the )?)\s*(?:\w+\s+)?$", re.IGNORECASE
)
_INSTANCE = signed(
    r"\b(?:examples?|such as|including|include|for instance|e\.?g\.?|notably|among them|namely)\b",
    re.IGNORECASE,
)
_OF_THEM = re.compile(
    r"\b(?:(?:is |are |was |were )?(?:one|two|three|both|some|among|part|each) of (?:them|these"
    r"|those)"
    r"|among (?:them|these|those)|is (?:one|another)|they are|these (?:are|include))\b"
    r"|^(?:in|on|at)\b[^.;]{0,160}\bthey\b",
    re.IGNORECASE,
)
_ELSE = re.compile(r"\b(?:other|unlike|like|than)(?: the)? $", re.IGNORECASE)
_OF_THE = re.compile(r"\W*(?:of|among) (?:all )?(?:the|these|those|our)\b", re.IGNORECASE)
_TOO = re.compile(r",? (?:included|among them|for one|was one|is one|being one)\b")
"""What says of a name that it is one of those spoken of."""
_ITSELF = re.compile(
    r"['’]?\s+(?:care homes?\s+|urgent (?:and emergency )?care\s+)?vanguard\b", re.IGNORECASE
)
_TELLING = {
    "enhanced-health-in-care-homes": re.compile(r"care homes?\b|homes of care", re.IGNORECASE),
    "urgent-and-emergency-care": re.compile(r"urgent (?:and emergency )?care", re.IGNORECASE),
}
"""Model -> words of a name that tell it."""
LONGEST_TWO = 290


def known_kinds(scene: Scene, sentence: Sentence, model: Mention) -> Iterator[Claim]:
    """Yield the model of vanguards of that kind of which the words around it speak.

    The registry says which kind each is; so it takes little for the words to imply it: that the
    passage is about the vanguard, or that it is among the examples.
    """
    if in_name(scene, model):
        return
    found: dict[Entity, tuple[int, int]] = {}
    owner = scene.owner(sentence, model.start)
    at = (model.start, model.end)
    if owner is not None:
        found.update((e, clause(scene, sentence, *at)) for e in owner.entities)
    if any(n.kind == "model" for n in scene.owners.named_in(*at)) or model.role != "cue":
        found.update(_examples(scene, sentence, model))
    kinds = _kinds(scene.vocabulary)
    for entity, (start, end) in found.items():
        if kinds.get(entity) == model.entity:
            yield scene.claim(
                Relation.CARE_MODEL,
                entity,
                model.entity,
                status_of_kind(scene, sentence, model),
                start,
                end,
                rule=NAME,
                confidence=sure(0.85, owner),
            )


def _examples(
    scene: Scene, sentence: Sentence, model: Mention
) -> Iterator[tuple[Entity, tuple[int, int]]]:
    """Yield the vanguards given as examples of a kind, in its sentence or the next."""
    text = scene.reading.text
    here = scene.owners.named_in(model.end, sentence.end)
    cue = _INSTANCE.search(text, model.end, sentence.end)
    of_them = _OF_THE.match(text, sentence.start, model.start) is not None
    places = [
        (n, sentence)
        for n in here
        if of_them or (cue and n.start >= cue.end()) or _TOO.match(text, n.end, sentence.end)
    ]
    for after in following(scene, sentence, 2)[1:]:
        if _OF_THEM.search(text, after.start, after.end):
            places += [(n, after) for n in scene.owners.named_in(after.start, after.end)]
    for named, where in places:
        if named.kind == "vanguard":
            low, high = shortened(model.start, named.end, model.start, named.end)
            first = model.start if high - low <= LONGEST_TWO else where.start
            yield from ((e, (first, named.end)) for e in named.entities)


def kinds_by_name(scene: Scene, sentence: Sentence) -> Iterator[Claim]:
    """Yield the model that a vanguard's own name tells: "the Sutton Homes of Care vanguard"."""
    text = scene.reading.text
    kinds = _kinds(scene.vocabulary)
    for named in scene.owners.named_in(sentence.start, sentence.end):
        if named.kind != "vanguard" or len(named.entities) > 1:
            continue
        after = _ITSELF.match(text, named.end, sentence.end)
        told = _TELLING.get(kinds.get(named.entities[0], PROGRAMME).id)
        end = after.end() if after else named.end
        words = text[named.start : end]
        if told and told.search(words) and words.casefold().endswith("vanguard"):
            yield scene.claim(
                Relation.CARE_MODEL,
                named.entities[0],
                kinds[named.entities[0]],
                Status.REPORTED,
                named.start,
                end,
                rule=NAME,
                confidence=0.8,
            )


def kinds_in_other_words(scene: Scene, sentence: Sentence) -> Iterator[Claim]:
    """Yield the model that is only described: "chosen to improve health in care homes"."""
    text = scene.reading.text
    if not _ONE_OF_SOME.search(text, sentence.start, sentence.end):
        return
    kinds = _kinds(scene.vocabulary)
    for kind, pattern in _DESCRIBED.items():
        match = pattern.search(text, sentence.start, sentence.end)
        if match is None:
            continue
        owner = scene.owner(sentence, match.start())
        found = dict.fromkeys(owner.entities if owner else (), sentence.end)
        for after in following(scene, sentence, 2)[1:]:
            if _OF_THEM.search(text, after.start, after.end):
                named = scene.owners.named_in(after.start, after.end)
                found.update((e, after.end) for n in named for e in n.entities)
        for entity, end in found.items():
            if kinds.get(entity) == Entity("model", kind):
                last = end if end - sentence.start <= LONGEST_TWO else sentence.end
                yield scene.claim(
                    Relation.CARE_MODEL,
                    entity,
                    Entity("model", kind),
                    Status.REPORTED,
                    *shortened(sentence.start, last, match.start(), match.end()),
                    rule=NAME,
                    confidence=sure(0.8, owner),
                )


def kinds_of_the_topic(scene: Scene) -> Iterator[Claim]:
    """Yield the model of each vanguard named in a text on the vanguards of one kind.

    The words are those that name the kind; the registry says which vanguards are of it.
    """
    text = scene.reading.text
    groups = [n for n in scene.owners.named if n.kind == "model"]
    groups = [n for n in groups if not _ELSE.search(text[max(0, n.start - 16) : n.start])]
    if len({e for n in groups for e in n.entities}) != 1:
        return
    first = groups[0]
    kinds = _kinds(scene.vocabulary)
    told = {e for n in scene.owners.named if n.kind == "vanguard" for e in n.entities}
    sentences = told_sentences(scene, headings=True)
    sentence = next((s for s in sentences if s.start <= first.start < s.end), None)
    if sentence is None:
        return
    for vanguard in sorted(told):
        if kinds.get(vanguard) == first.entities[0]:
            yield scene.claim(
                Relation.CARE_MODEL,
                vanguard,
                first.entities[0],
                Status.REPORTED,
                *clause(scene, sentence, first.start, first.end),
                rule=NAME,
                confidence=0.7,
            )


_ONE_OF_SOME = signed(
    r"\b(?:vanguards?|(?:sites?|areas?|places?|networks?) (?:that |which )?(?:were )?(?:picked"
    r"|chosen|selected|named|announced)"
    r"|(?:picked|chosen|selected|named) (?:\w+ ){0,4}(?:sites?|areas?|places?|to))\b",
    re.IGNORECASE,
)
_DESCRIBED = {
    "enhanced-health-in-care-homes": re.compile(
        r"\b(?:health|care|support|look(?:ing)? after|medical|nhs)\b[^.;]{0,60}?\b(?:in|of|for"
        r"|to|at) (?:\w+ ){0,3}?"
        r"(?:care|nursing|residential)(?: and nursing)? homes?\b",
        re.IGNORECASE,
    ),
    "urgent-and-emergency-care": re.compile(
        r"\b(?:urgent (?:and emergency )?care|999|emergency services?)\b", re.IGNORECASE
    ),
    "acute-care-collaboration": re.compile(
        r"\b(?:hospitals?|trusts)\b[^.;]{0,60}?\b(?:join(?:ing)? forces"
        r"|work(?:ing)? (?:more closely )?together"
        r"|chain|group of hospitals|hospital group|linked up)\b",
        re.IGNORECASE,
    ),
}
"""Model -> how a text describes it without its name."""


@cache
def _kinds(vocabulary: Vocabulary) -> dict[Entity, Entity]:
    """Return vanguard -> care model, as the registry has them."""
    return {
        Entity("vanguard", row.id): Entity("model", row.care_model)
        for row in vocabulary.registry.rows
    }


def status_of_kind(scene: Scene, sentence: Sentence, model: Mention) -> Status:
    """Return how it is told; a kind is what a vanguard is, so a mere aim does not change it."""
    before = scene.reading.text[max(sentence.start, model.start - 30) : model.start]
    return Status.NEGATED if _NOT_ONE.search(before) else Status.REPORTED
