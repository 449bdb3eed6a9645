"""What kind of vanguard, where the registry knows it and the words only imply it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.extraction.signs import Signed, signed
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
TELLING = {
    "enhanced-health-in-care-homes": re.compile(r"care homes?\b|homes of care", re.IGNORECASE),
    "urgent-and-emergency-care": re.compile(r"urgent (?:and emergency )?care", re.IGNORECASE),
}
"""Model -> words of a name that tell it."""
LONGEST_TWO = 290
NAMES = ("vanguard", "org", "programme")


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
        told = TELLING.get(kinds.get(named.entities[0], PROGRAMME).id)
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
        match = _outside_names(scene, pattern, sentence)
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
    """Yield the model of each vanguard of a text that names that kind anywhere.

    The words are the first that name the kind; the registry says which vanguards are of it.
    """
    kinds = _kinds(scene.vocabulary)
    told = {e for n in scene.owners.named if n.kind == "vanguard" for e in n.entities}
    if scene.owners.main is not None:
        told.add(scene.owners.main)
    for vanguard in sorted(told & kinds.keys()):
        found = _first_named(scene, vanguard, kinds[vanguard])
        if found is not None:
            sentence, model = found
            yield scene.claim(
                Relation.CARE_MODEL,
                vanguard,
                kinds[vanguard],
                Status.REPORTED,
                *clause(scene, sentence, model.start, model.end),
                rule=NAME,
                confidence=0.7,
            )


def _first_named(scene: Scene, vanguard: Entity, kind: Entity) -> tuple[Sentence, Mention] | None:
    """Return the first words that name a vanguard's kind and are not of another vanguard's."""
    text = scene.reading.text
    for sentence in told_sentences(scene, headings=True):
        for model in scene.reading.mentions_in(sentence, "model"):
            lead = text[max(sentence.start, model.start - 16) : model.start]
            vague = model.role == "cue" and not _ITSELF.match(text, model.end, sentence.end)
            if model.entity != kind or vague or _ELSE.search(lead) or in_name(scene, model):
                continue
            named = scene.owners.named_in(sentence.start, sentence.end)
            grouped = any(n.kind == "model" and n.start <= model.start < n.end for n in named)
            others = {e for n in named if n.kind in {"vanguard", "org"} for e in n.entities}
            if grouped or vanguard in others or not others:
                return sentence, model
    return None


def kind_as_described(scene: Scene) -> Iterator[Claim]:
    """Yield the model of the vanguard a text is about, where the text only describes the kind."""
    main = scene.owners.main
    kind = _kinds(scene.vocabulary).get(main) if main is not None else None
    described = _DESCRIBED.get(kind.id) if kind is not None else None
    if main is None or kind is None or described is None:
        return
    for sentence in told_sentences(scene):
        match = _outside_names(scene, described, sentence)
        if match is not None:
            yield scene.claim(
                Relation.CARE_MODEL,
                main,
                kind,
                Status.REPORTED,
                *clause(scene, sentence, match.start(), match.end()),
                rule=NAME,
                confidence=0.6,
            )
            return


def _outside_names(scene: Scene, pattern: Signed, sentence: Sentence) -> re.Match[str] | None:
    """Return the first match in a sentence that shares no word with a name."""
    if not pattern.may_stand(scene.reading, sentence.start, sentence.end):
        return None
    at = sentence.start
    while match := pattern.search(scene.reading.text, at, sentence.end):
        around = scene.reading.within(max(0, match.start() - 90), match.end() + 90, *NAMES)
        meeting = [m for m in around if m.start < match.end() and match.start() < m.end]
        if not meeting:
            return match
        at = max(match.start() + 1, min(m.end for m in meeting))
    return None


_ONE_OF_SOME = signed(
    r"\b(?:vanguards?|(?:sites?|areas?|places?|networks?) (?:that |which )?(?:were )?(?:picked"
    r"|chosen|selected|named|announced)"
    r"|(?:picked|chosen|selected|named) (?:\w+ ){0,4}(?:sites?|areas?|places?|to))\b",
    re.IGNORECASE,
)
_DESCRIBED = {
    "enhanced-health-in-care-homes": signed(
        r"\b(?:health|care|support|look(?:ing)? after|medical|nhs)\b[^.;]{0,60}?\b(?:in|of|for"
        r"|to|at) (?:\w+ ){0,3}?"
        r"(?:care|nursing|residential)(?: and nursing)? homes?\b",
        re.IGNORECASE,
    ),
    "urgent-and-emergency-care": signed(
        r"\b(?:urgent (?:and emergency )?care|999|emergency services?)\b", re.IGNORECASE
    ),
    "acute-care-collaboration": signed(
        r"\b(?:hospitals?|trusts)\b[^.;]{0,60}?\b(?:join(?:ing|ed)? forces"
        r"|work(?:ing)? (?:more closely )?together|together|chain|in groups?|group of hospitals"
        r"|hospital group|linked up|networks?|collaborat\w+|alliance|shar(?:e|ing))\b"
        r"|\b(?:link|join|t(?:ie|ying)|bring|group|network|connect|unit|merg)\w*"
        r"(?:\s+(?:up|together))?\s+(?:[\w-]+\s+){0,3}?(?:hospitals|trusts)\b"
        r"|\b(?:hospital|acute|radiology|orthopaedic|cancer|maternity|neuro\w*|eye|foundation)"
        r"\s+(?:[\w-]+\s+)?(?:group|chain|network|alliance|collaborati\w+|franchise)\b",
        re.IGNORECASE,
    ),
    "multispecialty-community-provider": signed(
        r"\b(?:GP|general practice|family doctor|doctor|surgery|practice|primary care)s?-led\b"
        r"|\bled by (?:its |local |the )?(?:GPs|general practi\w+|family doctors|practices)\b"
        r"|\bout(?:[ -]of|side)[ -]hospitals?\b|\bcommunity-based (?:care|provider|vanguard)\b"
        r"|\b(?:GPs?|general practi\w+|family doctors|practices|surgeries)\b[^.;]{0,80}?"
        r"\bcommunity (?:health|services|care|nurs\w+|teams?|staff)\b",
        re.IGNORECASE,
    ),
    "primary-and-acute-care-system": signed(
        r"\bhospitals?\b[^.;]{0,60}?\b(?:GPs?|general practi\w+|family doctors|primary care"
        r"|practices|surgeries)\b"
        r"|\b(?:GPs?|general practi\w+|family doctors|primary care|practices|surgeries)\b"
        r"[^.;]{0,60}?\bhospitals?\b[^.;]{0,80}?\b(?:one|single|together|join\w*|integrat\w+)\b"
        r"|\bprimary[, ]+(?:and )?(?:[\w-]+,? ){0,3}(?:acute|secondary|hospital)\b",
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
