"""Outcomes of interventions told a sentence later: "A hub opened. It has cut admissions by 9%"."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from kg.extraction.changes import all_changes
from kg.extraction.done import what_is_done_where
from kg.extraction.levels import levels_in
from kg.extraction.qualifiers import qualifiers_of
from kg.extraction.rule import Rule
from kg.extraction.rules.outcomes import without_repeats
from kg.extraction.topic_words import AGAIN, MEANT, OPENS, STUDY
from kg.model import BlockKind, Claim, Relation, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.extraction.scene import Scene
    from kg.model import Block, Entity, Outcome, Sentence

FARTHEST = 2
"""Sentences back in which the thing done is sought."""
HELPERS = frozenset({"evaluation-support", "programme-management-office"})
"""Interventions that bring about no change in care of their own."""
LONGEST_TITLE = 200
LOOK_BACK = 40
"""Things done back to which a noun may point."""
SOON = 25
"""Characters within which a sentence comes to the measure it opens with."""
Spans = list[tuple[int, int, "Entity"]]
"""Where the text tells interventions as done, in order of place."""


def find(scene: Scene) -> Iterator[Claim]:
    """Yield changes and levels with the intervention that the sentences before told of."""
    yield from without_repeats(_claims(scene))


def _claims(scene: Scene) -> Iterator[Claim]:
    told = dict(all_changes(scene.reading, scene.vocabulary))
    levels: dict[Sentence, list[tuple[Outcome, Status, int, int, float]]] = {}
    for level in levels_in(scene):
        if level.measure == "service-uptake":
            row = (level.outcome, level.status, level.start, level.end, 0.7)
            levels.setdefault(level.sentence, []).append(row)
    if not told and not levels:
        return
    done = sorted(
        ((a, b, e) for e, spans in what_is_done_where(scene).items() for a, b in spans),
        key=lambda span: (*span[:2], span[2].id),
    )
    study = _studied(scene)
    last: tuple[Sentence, Entity] | None = None
    for sentence in scene.reading.document.sentences:
        rows = [
            (outcome, change.status, change.start, change.end, change.directness)
            for change in told.get(sentence, ())
            for outcome in change.outcomes
        ]
        rows += levels.get(sentence, [])
        if not rows:
            continue
        first = rows[0]
        bare = first[1] is not Status.EXPECTED and _is_bare(scene, sentence, first[2])
        topic = _topic(scene, sentence, done, study, last, bare=bare)
        if topic is None or topic.id in HELPERS:
            continue
        last = sentence, topic
        qualifiers = qualifiers_of(scene.reading, sentence)
        for outcome, status, start, end, sureness in rows:
            yield scene.claim(
                Relation.OUTCOME,
                topic,
                outcome,
                status,
                start,
                end,
                rule="outcome-topics",
                confidence=round(0.75 * sureness, 3),
                qualifiers=qualifiers,
            )


def _is_bare(scene: Scene, sentence: Sentence, start: int) -> bool:
    """Whether a sentence opens with its measure and a figure in it, and names nobody."""
    reading = scene.reading
    if reading.mentions_in(sentence, "vanguard", "org") or start - sentence.start > SOON:
        return False
    return bool(reading.figures_within(sentence.start, sentence.end))


def _topic(
    scene: Scene,
    sentence: Sentence,
    done: Spans,
    study: Entity | None,
    last: tuple[Sentence, Entity] | None,
    *,
    bare: bool,
) -> Entity | None:
    """Return the one thing done that a sentence goes on about, or None."""
    text = scene.reading.text
    if _done_in(sentence, done):
        return None
    named = _named_again(text, sentence, done)
    if named is not None:
        return named
    points = OPENS.match(text, sentence.start, sentence.end) or MEANT.search(
        text, sentence.start, sentence.end
    )
    every = scene.reading.document.sentences
    place = bisect_left(every, sentence)
    for before in reversed(every[max(0, place - FARTHEST) : place]):
        if before.block != sentence.block:
            break
        if last is not None and last[0] == before and (points or bare):
            return last[1]
        found = _done_in(before, done)
        if found:
            return found[0] if len(found) == 1 and (points or bare) else None
    return study or _headed(scene, sentence)


def _named_again(text: str, sentence: Sentence, done: Spans) -> Entity | None:
    """Return the thing done that a sentence names again by its noun alone: "the hub"."""
    again = AGAIN.match(text, sentence.start, sentence.end)
    if again is None:
        return None
    noun = again["thing"].lower().rstrip("s")
    last = bisect_left(done, sentence.start, key=_start)
    for a, b, entity in reversed(done[max(0, last - LOOK_BACK) : last]):
        if b <= sentence.start and (noun in text[a:b].lower() or noun in entity.id.split("-")):
            return entity
    return None


def _headed(scene: Scene, sentence: Sentence) -> Entity | None:
    """Return the one intervention that the heading or question above a sentence names."""
    blocks = scene.reading.document.blocks
    above = blocks[sentence.block].scope
    if above is not None and blocks[above].kind is BlockKind.PARAGRAPH:
        above = blocks[above].scope  # the line that leads into a list
    if above is None or blocks[above].kind not in {BlockKind.HEADING, BlockKind.QUESTION}:
        return None
    if above == _title(blocks):
        return None
    return _only(scene, above)


def _studied(scene: Scene) -> Entity | None:
    """Return the one intervention whose effects a document is about, by its title."""
    blocks = scene.reading.document.blocks
    title = _title(blocks)
    if title is None or not STUDY.search(
        scene.reading.text, blocks[title].start, blocks[title].end
    ):
        return None
    sentences = scene.reading.document.sentences_of(title)
    named = (m for s in sentences for m in scene.reading.mentions_in(s, "intervention"))
    return next((m.entity for m in named if m.role != "cue"), None)


def _title(blocks: Sequence[Block]) -> int | None:
    """Return the number of the first line, or else of the first heading, or None."""
    if blocks and blocks[0].end - blocks[0].start <= LONGEST_TITLE:
        return 0
    heads = (i for i, block in enumerate(blocks) if block.kind is BlockKind.HEADING)
    return next(heads, None)


def _only(scene: Scene, block: int) -> Entity | None:
    """Return the one intervention plainly named in a block, or None where there are more."""
    sentences = scene.reading.document.sentences_of(block)
    named = {
        m.entity: None
        for sentence in sentences
        for m in scene.reading.mentions_in(sentence, "intervention")
        if m.role != "cue"
    }
    return next(iter(named)) if len(named) == 1 else None


def _done_in(sentence: Sentence, done: Spans) -> list[Entity]:
    """Return the interventions that a sentence tells as done."""
    first = bisect_left(done, sentence.start, key=_start)
    last = bisect_left(done, sentence.end, key=_start)
    return list(dict.fromkeys(e for _, b, e in done[first:last] if b <= sentence.end))


def _start(span: tuple[int, int, Entity]) -> int:
    """Return where a span starts."""
    return span[0]


RULE = Rule(
    name="outcome-topics",
    find=find,
    hits={
        (
            "The Stockport Together vanguard has opened a recovery college. It has cut emergency "
            "admissions by 9%."
        ): {
            (
                "outcome",
                "intervention:recovery-college",
                "outcome:emergency-admissions/decrease/9 percent",
                "reported",
            ),
        },
        (
            "The Stockport Together vanguard has opened a recovery college. In its first year it "
            "has helped 300 people."
        ): {
            (
                "outcome",
                "intervention:recovery-college",
                "outcome:service-uptake/level/300 people",
                "reported",
            ),
        },
        (
            "The Stockport Together vanguard has opened a recovery college. Those who attend have "
            "gone to A&E less often."
        ): {
            (
                "outcome",
                "intervention:recovery-college",
                "outcome:ae-attendances/decrease",
                "reported",
            ),
        },
        (
            "The Stockport Together vanguard has opened a recovery college. Emergency admissions "
            "fell by 9 per cent."
        ): {
            (
                "outcome",
                "intervention:recovery-college",
                "outcome:emergency-admissions/decrease/9 percent",
                "reported",
            ),
        },
    },
    misses=(
        (
            "The Stockport Together vanguard has opened a recovery college. Staff say morale has "
            "risen."
        ),
        (
            "The Stockport Together vanguard has opened a recovery college. Elsewhere in the "
            "county the hospital has cut readmissions."
        ),
        (
            "The Stockport Together vanguard has opened a recovery college and a telehealth "
            "service. Emergency admissions fell by 9 per cent."
        ),
        "The Stockport Together vanguard has a deficit. It has cut emergency admissions by 9%.",
    ),
)
