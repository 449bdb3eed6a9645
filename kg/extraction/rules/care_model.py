"""Care models: "Sunderland, an MCP vanguard", "we are working on this as a PACS"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.kinds_by_work import kind_in_the_name, kinds_by_number, kinds_by_work
from kg.extraction.known_kinds import (
    NAME,
    kind_as_described,
    kinds_by_name,
    kinds_in_other_words,
    kinds_of_the_topic,
    known_kinds,
    status_of_kind,
)
from kg.extraction.rule import Rule
from kg.extraction.telling import (
    clause,
    in_name,
    near,
    sure,
    told_sentences,
    whole,
)
from kg.model import BlockKind, Entity, Relation, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.extraction.subjects import Named
    from kg.model import Claim, Sentence

_SAYS = re.compile(
    r"(?:\b(?:as|made it|is|was|are|were|became|become|becoming|being|belongs? to|part of|chosen as"
    r"|chosen to be|named|selected as|designated|one of|among|our|called)\s+(?:\w+\s+){0,2}?"
    r"(?:(?:an?|the|one of|of|two|three|four|five|six|seven|eight|nine|ten|\d+|new|national"
    r"|first)\s+)*"
    r"|\b(?:one of the|the|its|our|this|local)\s+)$",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:forward as|applied (?:to be|as)|bid (?:to be|as)|look(?:ed)? at|unlike|like|other"
    r"|than|similar to|such as|neighbouring|with the|compared with)"
    r"(?:\s+\w+){0,2}\s*$",
    re.IGNORECASE,
)
_CONTRACT = re.compile(r"[\s)]+(?:contract|framework|handbook|guidance)s?\b", re.IGNORECASE)
_VANGUARD = re.compile(r"[\s)]*(?:vanguard|MCP|PACS|programme|site)\b", re.IGNORECASE)
_KIND = re.compile(
    r"MCP|PACS?\b|multispecialty|acute care system|provider|care vanguard|homes? vanguard",
    re.IGNORECASE,
)
_NEAR = 70
"""Characters between a vanguard's name and its model."""
OUTRIGHT = 0.95
"""The confidence of a model told of a vanguard that is named beside it."""


def find(scene: Scene) -> Iterator[Claim]:
    """Yield the care model of each vanguard that a sentence or heading says or implies.

    Of two models that a text seems to give one vanguard, the registry's is meant, unless the other
    is told of it outright: then sources disagree.
    """
    told = tuple(_told(scene))
    if not any(c.subject == scene.owners.main for c in told):
        told += tuple(kind_as_described(scene))
    told += tuple(kinds_by_work(scene, {c.subject for c in told}))
    told += tuple(kinds_by_number(scene, {c.subject for c in told}))
    told += tuple(kind_in_the_name(scene, {c.subject for c in told}))
    known = {Entity("vanguard", r.id): r.care_model for r in scene.vocabulary.registry.rows}
    best: dict[Entity, tuple[bool, bool]] = {}
    registered = [str(c.object) == f"model:{known.get(c.subject)}" for c in told]
    for claim, ours in zip(told, registered, strict=True):
        rank = (claim.confidence >= OUTRIGHT, ours)
        best[claim.subject] = max(best.get(claim.subject, rank), rank)
    for claim, ours in zip(told, registered, strict=True):
        if ours == best[claim.subject][1] or claim.status is not Status.REPORTED:
            yield claim


def _told(scene: Scene) -> Iterator[Claim]:
    """Yield what the words alone say."""
    text = scene.reading.text
    for sentence in told_sentences(scene, headings=True):
        for model in scene.reading.mentions_in(sentence, "model"):
            before = text[max(sentence.start, model.start - 70) : model.start]
            if _OTHERS.search(before) or _CONTRACT.search(
                text, model.start, min(sentence.end, model.end + 12)
            ):
                continue
            if model.role == "cue" and not _VANGUARD.match(text, model.end):
                continue
            named = _named(scene, sentence, model)
            if named is not None:
                start = min(named.start, model.start)
                end = max(named.end, model.end)
                yield from _claims(scene, sentence, model, named, start, end)
            elif in_name(scene, model):
                continue
            elif _SAYS.search(before) and not _group(scene, sentence, model, before):
                yield from _owned(scene, sentence, model)
            else:
                yield from known_kinds(scene, sentence, model)
        yield from kinds_by_name(scene, sentence)
        yield from kinds_in_other_words(scene, sentence)
    yield from kinds_of_the_topic(scene)


def _named(scene: Scene, sentence: Sentence, model: Mention) -> Named | None:
    """Return the vanguard that the sentence names as of this model, or None."""
    text = scene.reading.text
    inside = scene.owners.named_in(*near(sentence, model.start, model.end))
    found: list[tuple[int, Named]] = []
    block = scene.reading.document.blocks[sentence.block]
    if block.kind is BlockKind.TABLE_ROW:
        rows = [n for n in inside if n.kind == "vanguard"]
        return rows[0] if len(rows) == 1 else None
    for named in inside:
        if named.kind != "vanguard":
            continue
        if named.start <= model.start and model.end <= named.end:
            plain = model.role != "hidden" and _KIND.search(text, model.start, model.end)
            return named if plain else None
        gap = text[min(named.end, model.end) : max(named.start, model.start)]
        if len(gap) <= _NEAR and _binds(gap, before=named.end <= model.start):
            found.append((len(gap), named))
    others = [n for n in inside if n.kind == "model" and n.start <= model.start < n.end]
    if others and not _one_of(text, sentence, model):
        return None
    return min(found, key=lambda pair: pair[0])[1] if found else None


_BETWEEN = re.compile(
    r"['’]s?\s*(?:new\s+)?|[\s,(–—-]*(?:(?:is|was|are|were|became|as|belongs to|belong to"
    r"|vanguard|an?|the|one of"
    r"|of|six|nine|\d+|fourteen|two|three|its|and|which|chosen|group|to|be|selected|site|sites"
    r"|local|integrated|programme|vanguards|named|first|national|team|works|working|operates|run"
    r"|set|up)[\s,()–—-]*)*",
    re.IGNORECASE,
)
_BACKWARDS = re.compile(
    r"[\s,()A-Z–—-]*(?:(?:vanguards?|sites?|programme|and|the|in|of|at|for|across|called"
    r"|known as|is|was"
    r"|were|such as|including|include|includes|covering|partnership|named|chosen|one|team"
    r"|model)[\s,():–—-]*)*",
    re.IGNORECASE,
)


def _binds(gap: str, *, before: bool) -> bool:
    """Whether the words between a vanguard and a model tie one to the other."""
    return bool((_BETWEEN if before else _BACKWARDS).fullmatch(gap))


def _one_of(text: str, sentence: Sentence, model: Mention) -> bool:
    """Whether the sentence says that someone is one of the vanguards of that model."""
    lead = text[max(sentence.start, model.start - 60) : model.start]
    after = text[model.end : min(sentence.end, model.end + 90)]
    return bool(
        re.search(r"\bone of (?:\w+ ){0,4}$", lead)
        or re.search(r"\b(?:was|is|being) one\b|\bincluding\b|\bsuch as\b|\binclude\b", after)
    )


def _group(scene: Scene, sentence: Sentence, model: Mention, before: str) -> bool:
    """Whether the mention means that kind of vanguard in general."""
    if re.search(r"\b(?:as|one of|part of|belongs? to|among)\b", before):
        return False
    text = scene.reading.text
    after = text[model.end : model.end + 40]
    plural = re.match(r"[\s)A-Z(]*(?:vanguards|sites|vanguard sites)\b", after)
    named = scene.owners.named_in(*near(sentence, model.start, model.end))
    return bool(plural) or any(n.kind == "model" and n.start <= model.start < n.end for n in named)


def _owned(scene: Scene, sentence: Sentence, model: Mention) -> Iterator[Claim]:
    """Yield the model of the vanguard that "we" or "it" or the document means."""
    owner = scene.owner(sentence, model.start)
    if owner is None or owner.entities[0].kind != "vanguard":
        return
    for entity in owner.entities:
        yield scene.claim(
            Relation.CARE_MODEL,
            entity,
            model.entity,
            status_of_kind(scene, sentence, model),
            *clause(scene, sentence, model.start, model.end),
            rule=NAME,
            confidence=sure(0.88, owner),
        )


def _claims(
    scene: Scene, sentence: Sentence, model: Mention, named: Named, start: int, end: int
) -> Iterator[Claim]:
    """Yield the model of each vanguard named."""
    if end - start > 200:
        start, end = whole(sentence, start, end)
    for entity in named.entities:
        yield scene.claim(
            Relation.CARE_MODEL,
            entity,
            model.entity,
            status_of_kind(scene, sentence, model),
            start,
            end,
            rule=NAME,
            confidence=OUTRIGHT,
        )


RULE = Rule(
    name=NAME,
    find=find,
    hits={
        "PACS vanguards join hospitals and practices.\n\nSalford Together began with beds.": {
            (
                "care_model",
                "vanguard:salford-together",
                "model:primary-and-acute-care-system",
                "reported",
            ),
        },
        "Sutton Homes of Care was chosen as a vanguard to improve health in care homes.": {
            ("care_model", "vanguard:sutton", "model:enhanced-health-in-care-homes", "reported"),
        },
        "Vanguards differ. Stockport Together is new. Airedale and Partners has 500 care homes.": {
            ("care_model", "vanguard:airedale", "model:enhanced-health-in-care-homes", "reported"),
        },
        "The Sunderland vanguard, an MCP, has a new team.": {
            (
                "care_model",
                "vanguard:sunderland",
                "model:multispecialty-community-provider",
                "reported",
            ),
        },
        "Stockport Together is one of the multispecialty community provider vanguards.": {
            (
                "care_model",
                "vanguard:stockport",
                "model:multispecialty-community-provider",
                "reported",
            ),
        },
        "Salford Together is a new partnership. It became a PACS vanguard in 2015.": {
            (
                "care_model",
                "vanguard:salford-together",
                "model:primary-and-acute-care-system",
                "reported",
            ),
        },
        "We at Wellbeing Erewash share what we learn. We do this as an MCP.": {
            (
                "care_model",
                "vanguard:erewash",
                "model:multispecialty-community-provider",
                "reported",
            ),
        },
        "Sutton Homes of Care was one of six enhanced health in care homes vanguards.": {
            ("care_model", "vanguard:sutton", "model:enhanced-health-in-care-homes", "reported"),
        },
    },
    misses=(
        "Salford Together and Sutton Homes of Care were told of the care homes' needs.",
        "The Cancer Vanguard has a new team.",
        "MCP vanguards bring general practice and community care together.",
        "Stockport Together has visited the PACS vanguards.",
        "Unlike the MCPs, Salford Together includes a hospital.",
        "Is Salford Together a PACS vanguard?",
        "The Stockport Together vanguard may learn from other MCPs.",
    ),
)
