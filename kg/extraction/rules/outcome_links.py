"""Outcomes of interventions: a change tied to what was done, as means, purpose or subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.changes import all_changes
from kg.extraction.done import Done, what_is_done_where
from kg.extraction.link_words import (
    AGENT,
    ALONGSIDE,
    AND_HOPE,
    AND_THE,
    AND_VERB,
    APART,
    BARE,
    CUE_REACH,
    DONE_AND,
    HAVING,
    HEAD,
    HEADED,
    JOINED,
    MEANS,
    MEANS_REACH,
    OPENING_MEANS,
    OWN_NOUN,
    PARTICIPLE,
    RELATIVE,
    SO_THAT,
    SUBJECT,
    SUBJECT_REACH,
    VERB,
    VERBAL,
    WHERE,
    WHERE_DONE,
    WITH_RESULT,
)
from kg.extraction.named_again import HELPERS, named_again
from kg.extraction.qualifiers import qualifiers_of
from kg.extraction.rule import Rule
from kg.extraction.rules.outcomes import without_repeats
from kg.model import Claim, Relation, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.change import Change
    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.model import Sentence


def find(scene: Scene) -> Iterator[Claim]:
    """Yield the changes tied to interventions, each with the intervention as its subject."""
    yield from without_repeats(_of_changes(scene))


def _of_changes(scene: Scene) -> Iterator[Claim]:
    done = what_is_done_where(scene)
    for sentence, changes in all_changes(scene.reading, scene.vocabulary):
        named = _interventions(scene, sentence)
        for mention in named:
            before: Change | None = None
            for change in changes:
                sureness = _tied(scene, sentence, change, mention)
                sureness = sureness or _came_of(scene, change, mention, done)
                sureness = sureness or _beside(scene, sentence, change, mention, named)
                if not sureness and before is not None and mention.end <= before.start:
                    gap = scene.reading.text[before.end : change.start]
                    sureness = 0.7 if JOINED.fullmatch(gap) else 0.0
                before = change if sureness else None
                if sureness:
                    yield _claim(scene, sentence, change, mention, sureness)


def _beside(
    scene: Scene,
    sentence: Sentence,
    change: Change,
    mention: Mention,
    named: tuple[Mention, ...],
) -> float:
    """Return how surely a change is tied to the thing named along with this one, ahead of it."""
    following = next((m for m in named if m.start >= mention.end), None)
    if following is None or following.end > change.start or mention.role == "cue":
        return 0.0
    if not ALONGSIDE.fullmatch(scene.reading.text, mention.end, following.start):
        return 0.0
    return _tied(scene, sentence, change, following)


def _interventions(scene: Scene, sentence: Sentence) -> tuple[Mention, ...]:
    """Return the interventions of a sentence but those inside the name of a vanguard or body."""
    names = scene.reading.mentions_in(sentence, "vanguard", "org")
    return tuple(
        m
        for m in scene.reading.mentions_in(sentence, "intervention")
        if m.entity.id not in HELPERS
        if not any(n.start <= m.start and m.end <= n.end for n in names)
        if not (m.role == "cue" and _means_another(scene, sentence, m))
    )


def _means_another(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether a noun with "the" names again what the text told before: "the clinic"."""
    again = named_again(scene, sentence, mention.end, max(sentence.start, mention.start - 12))
    return again is not None and again != mention.entity


def _came_of(scene: Scene, change: Change, mention: Mention, done: Done) -> float:
    """Return how surely a change came of a thing done in the clause before it: "…, and …"."""
    told = done.get(mention.entity, ())
    if not any(a <= mention.start and mention.end <= b for a, b in told):
        return 0.0
    if mention.end > change.start:
        return 0.0
    gap = scene.reading.text[mention.end : change.start]
    if change.status is Status.EXPECTED:
        return 0.7 if SO_THAT.fullmatch(gap) or AND_HOPE.fullmatch(gap) else 0.0
    if SO_THAT.fullmatch(gap) or WHERE_DONE.search(scene.reading.text, *_near(change, mention)):
        return 0.75
    if change.status is not Status.REPORTED:
        return 0.0
    led = AND_VERB.fullmatch(gap) if change.at == change.start else AND_THE.fullmatch(gap)
    return 0.75 if led or (DONE_AND.fullmatch(gap) and not AGENT.search(gap)) else 0.0


def _near(change: Change, mention: Mention) -> tuple[int, int]:
    """Return the span in which a clause of place opens ahead of a mention and closes behind it."""
    return max(0, mention.start - 40), change.start


def _tied(scene: Scene, sentence: Sentence, change: Change, mention: Mention) -> float:
    """Return how surely a change is tied to an intervention of its sentence; 0 where it is not."""
    text = scene.reading.text
    if mention.end <= change.start:
        gap = text[mention.end : change.start]
        if HEADED.match(gap) and mention.start - sentence.start < HEAD:
            return 0.0 if APART.search(gap.split(":", 1)[1]) else 0.8
        if APART.search(gap):
            return 0.0
        subject = SUBJECT.fullmatch(gap) if len(gap) <= SUBJECT_REACH else None
        if subject is None and VERB.match(text, change.start):
            subject = OWN_NOUN.fullmatch(gap)
        lead = text[max(sentence.start, mention.start - 4) : mention.start].lower()
        vague = mention.role == "cue" and (
            lead.rstrip().endswith((" on", " of", " in")) or not VERBAL.search(gap)
        )
        if subject and not vague:
            return 0.85 if mention.role != "cue" else 0.7
        if RELATIVE.fullmatch(gap) or (mention.role != "cue" and WITH_RESULT.fullmatch(gap)):
            return 0.75
        if mention.role == "cue":
            return 0.0
        if BARE.fullmatch(gap):
            return 0.8
        word = text[change.start : change.start + 24].split(" ")[0]
        if word.endswith("ing") and PARTICIPLE.fullmatch(gap):
            return 0.8
        lead = text[sentence.start : mention.start]
        if OPENING_MEANS.match(text, sentence.start, mention.start) and "," not in lead:
            return 0.85 if "," in gap else 0.0
        return 0.0
    if mention.start < change.end:
        held = mention.role != "cue" and HAVING.search(text, change.start, mention.start)
        return 0.7 if held else 0.0
    gap = text[change.end : mention.start]
    if len(gap) > MEANS_REACH or APART.search(gap):
        return 0.0
    if WHERE.fullmatch(gap):
        return 0.75
    means = MEANS.search(gap)
    if means is None or (mention.role == "cue" and len(gap) - means.end() > CUE_REACH):
        return 0.0
    return 0.85 if mention.role != "cue" else 0.7


def _claim(
    scene: Scene, sentence: Sentence, change: Change, mention: Mention, sureness: float
) -> Claim:
    """Return the change as a claim about the intervention."""
    return scene.claim(
        Relation.OUTCOME,
        mention.entity,
        next(iter(change.outcomes)),
        change.status,
        min(change.start, mention.start),
        max(change.end, mention.end),
        rule="outcome-links",
        confidence=round(change.directness * sureness, 3),
        qualifiers=qualifiers_of(scene.reading, sentence),
    )


RULE = Rule(
    name="outcome-links",
    find=find,
    hits={
        "The Stockport Together vanguard has cut falls by a third by using telehealth.": {
            ("outcome", "intervention:telehealth", "outcome:falls/decrease/33 percent", "reported"),
        },
        (
            "In the Stockport Together vanguard telehealth reduced ambulance "
            "call-outs by 20 per cent."
        ): {
            (
                "outcome",
                "intervention:telehealth",
                "outcome:ambulance-use/decrease/20 percent",
                "reported",
            ),
        },
        "The Stockport Together vanguard uses telehealth to reduce emergency admissions.": {
            (
                "outcome",
                "intervention:telehealth",
                "outcome:emergency-admissions/decrease",
                "expected",
            ),
        },
        "The Stockport Together vanguard has cut waits by means of telehealth.": {
            ("outcome", "intervention:telehealth", "outcome:waiting-times/decrease", "reported"),
        },
    },
    misses=(
        ("The Stockport Together vanguard has telehealth; emergency admissions fell by 9%."),
        (
            "The Stockport Together vanguard opened a telehealth service but bad "
            "weather came, reducing A&E attendances."
        ),
        (
            "The Stockport Together vanguard opened a recovery college, but "
            "emergency admissions rose."
        ),
        (
            "The Stockport Together vanguard cut emergency admissions. It has also "
            "opened a recovery college."
        ),
    ),
)
