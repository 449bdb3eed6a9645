"""Outcomes of what was told before: "A hub opened in May. It has cut …".

A word that points back ties a change to the interventions of the nearest sentence before it that
names any, in the same paragraph or answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extraction.changes import all_changes
from kg.extraction.done import Done, what_is_done_where
from kg.extraction.levels import levels_in
from kg.extraction.qualifiers import qualifiers_of
from kg.extraction.rule import Rule
from kg.extraction.rules.outcomes import without_repeats
from kg.model import BlockKind, Claim, Relation, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.extraction.change import Change
    from kg.extraction.levels import Level
    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.model import Entity, Sentence

_KINDS = (
    r"(?:service|team|hub|scheme|pilot|package|college|clinic|line|caf[eé]|unit|initiative|bank"
    r"|rota|record|tool|app|approach|training|visits?|beds|coaches|nurses|pharmacists|navigators"
    r"|system|course|group|project|measure|change)s?"
)
DID_SO = re.compile(
    r"\W*(?:it|they|we|this|that|these|the \w+)\s+"
    r"(?:has |have |had |was |were |is |are |did |does )*"
    r"(?:this |so |that |it )?(?:been )?"
    r"(?:achieved|done|managed|made possible|possible|delivered|due|partly"
    r"|largely|mainly|did|thanks|came about)?\s*(?:this |that |so )?"
    r"(?:by|through|using|thanks to|because of|as a result of|to)\s"
    r"|\W*(?:to (?:do|achieve) (?:so|this|that)|the (?:reasons?|means|keys?) (?:is|are|was"
    r"|were))\b",
    re.IGNORECASE,
)
"""An opening that goes on to say by what means the change before was brought about."""
ACTING = re.compile(
    r"(?:^|[,;:—–“‘\"]\s*|\b(?:that|and|hope|hopes|hoped|expect|expects|believe|believes|say|says"
    r"|said|think|reckons?|estimates?d?|by \d{4}|result|now|so far|already)\s+)"
    rf"(?P<what>it|this|that|they|these|both|the (?:new |two |joint )?{_KINDS})\s+(?:all\s+|both\s+"
    r"|also\s+|has\s+already\s+)?(?:to|has|have|had|is|are|was|were|will|would|could|should|may"
    r"|might"
    r"|can|led|leads|means?|meant|cuts?|sav(?:es|ed)|reduc(?:es|ed)|improv(?:es|ed)|help(?:s|ed)"
    r"|enabl(?:es|ed)|allow(?:s|ed)|result(?:s|ed)|ma(?:kes|de|ke)|brings?|brought|gives?|gave"
    r"|keeps?|kept|spar(?:es|ed)|say|frees?|freed|prevent(?:s|ed)|avoid(?:s|ed)|stop(?:s|ped))\b",
    re.IGNORECASE,
)
"""What was told before, as the subject of a change."""
PLACED = re.compile(
    r"(?<!\bthat )(?<!\band )(?<!\bbut )(?<!\bsaid )(?<!\bif )(?<![,.;:–] )(?<=\w )there\b"
    r"|\b(?:in|among|for|of) (?:that|this) (?:group|cohort)"
    r"|\b(?:(?:among|of|for) (?:those|people|patients|residents) (?:who|that) (?:use|used|have used"
    r"|join|joined|attend|attended|saw|see) (?:it|them|this)"
    r"|(?:on|from|with|under|since) (?:it|them)"
    r"|(?:those|these) (?:patients|residents|people|homes|practices|visitors|callers)"
    r"|as a (?:direct )?result(?! of)|since then|because of (?:it|this|that|them)"
    r"|(?:in|from|of|at|for|among) (?:these|those|such) [\w-]+"
    r"|(?:homes|people|patients|residents|practices|families|those|of them|most|half) (?:that"
    r"|who) (?:have (?:had|used|joined|it)\b|had it|use|used"
    r"|completed|joined|got|took (?:it|part)|saw|see|were (?:given|helped|seen|linked))"
    r"|(?:homes|practices|surgeries|wards) (?:linked|involved|taking part|using it|so)\b"
    r"|its (?:users|callers|clients|students|visitors|graduates)"
    r"|the (?:result|effect|upshot|consequence) (?:is|was|has been)"
    r"|(?:in|over|within|after) (?:its|the) first (?:[\w-]+ )?(?:year|months?|weeks?|winter))\b"
    r"|^\W*the (?:aim|purpose|idea|point|object|intention|hope) (?:is|was)\b",
    re.IGNORECASE,
)
"""What was told before, as where, for whom or why the change came."""
USE_OF_IT = re.compile(
    r"\b(?:us(?:e|es|ed|ing)|offer(?:s|ed|ing)?|ha(?:s|ve|d)|join(?:ed)?|adopted|taken up|took up"
    r"|run"
    r"|attend(?:ed)?|through|seen by|visit(?:ed)?|rung|rang|enrolled (?:in|on)|signed up (?:for"
    r"|to)) (?:it|them)\b"
    r"|\b(?:taken|took|taking|take) part\b|\benrol|\bsigned up\b|\bhave joined\b"
    r"|\b(?:it|they) (?:has|have|had)? ?(?:now |already |so far )?(?:seen|helped|supported"
    r"|taken on|dealt"
    r"|answered|reached|taken|took|saw|trained|visited|treated)\b",
    re.IGNORECASE,
)
"""What a sentence says of the use of a thing named before it."""
PLURAL = frozenset({"they", "these", "both", "this", "that"})
BACK = 2
MOST = 3
OWN = re.compile(r"\b(?:we|our|the (?:vanguard|partnership|programme|alliance))\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Done:
    """Interventions that a sentence tells, each with its mention."""

    sentence: Sentence
    mentions: tuple[Mention, ...]


def find(scene: Scene) -> Iterator[Claim]:
    """Yield the changes tied to interventions of a sentence before, or of the one behind."""
    yield from without_repeats(_claims(scene))


def _claims(scene: Scene) -> Iterator[Claim]:
    told = dict(all_changes(scene.reading, scene.vocabulary))
    used: dict[Sentence, list[Level]] = {}
    for level in levels_in(scene):
        used.setdefault(level.sentence, []).append(level)
    if not told and not used:
        return
    spans = what_is_done_where(scene)
    sentences = scene.reading.document.sentences
    for i, sentence in enumerate(sentences):
        if sentence not in told and sentence not in used:
            continue
        following = sentences[i + 1] if i + 1 < len(sentences) else None
        if following is not None and following.block <= sentence.block + 1:
            yield from _by_doing(scene, sentence, following, told.get(sentence, ()))
        if scene.reading.document.blocks[sentence.block].kind is BlockKind.TABLE_ROW:
            continue
        if _done_in(scene, sentence, spans):
            continue
        before = [s for s in sentences[max(0, i - BACK) : i] if s.block == sentence.block]
        source = next((d for s in reversed(before) if (d := _done_in(scene, s, spans))), None)
        if source is None:
            continue
        yield from _of_use(scene, source, used.get(sentence, ()))
        for change in told.get(sentence, ()):
            if _points_back(scene, sentence, change, len(source.mentions)):
                for mention in source.mentions:
                    yield _claim(scene, sentence, change, mention, 0.8)


def _done_in(scene: Scene, sentence: Sentence, spans: Done) -> _Done | None:
    """Return the interventions that a sentence names outright or tells as done, if any."""
    found: dict[Entity, Mention] = {}
    names = scene.reading.mentions_in(sentence, "vanguard", "org")
    for mention in scene.reading.mentions_in(sentence, "intervention"):
        if any(n.start <= mention.start and mention.end <= n.end for n in names):
            continue
        told = spans.get(mention.entity, ())
        if mention.role != "cue" or any(a <= mention.start and mention.end <= b for a, b in told):
            found[mention.entity] = mention
    return _Done(sentence, tuple(found.values())) if found else None


def _points_back(scene: Scene, sentence: Sentence, change: Change, number: int) -> bool:
    """Whether the words up to the end of a change point back to so many things."""
    text = scene.reading.text
    if number > MOST:
        return False
    stop = min(sentence.end, change.end + 24)
    lead = text[sentence.start : change.start + 16]  # a slice: "^" is its start
    acting = next(reversed(list(ACTING.finditer(lead))), None)
    if acting is not None:
        return number == 1 or acting["what"].lower() in PLURAL
    return number == 1 and PLACED.search(text, sentence.start, stop) is not None


def _of_use(scene: Scene, source: _Done, levels: Iterable[Level]) -> Iterator[Claim]:
    """Yield the use made of the one thing told before: "So far 38 homes have taken part"."""
    for level in levels:
        text = scene.reading.text[level.sentence.start : level.sentence.end]
        if len(source.mentions) != 1 or not USE_OF_IT.search(text):
            continue
        yield scene.claim(
            Relation.OUTCOME,
            source.mentions[0].entity,
            level.outcome,
            level.status,
            level.start,
            level.end,
            rule="outcome-results",
            confidence=0.65,
        )


def _by_doing(
    scene: Scene, sentence: Sentence, following: Sentence, changes: tuple[Change, ...]
) -> Iterator[Claim]:
    """Yield links to the means that the next sentence gives: "It did this by …"."""
    reported = [change for change in changes if change.status is Status.REPORTED]
    if not (reported and scene.reading.mentions_in(following, "intervention")):
        return
    did = DID_SO.match(scene.reading.text, following.start, following.end)
    if did is None:
        return
    for mention in scene.reading.within(did.end() - 1, following.end, "intervention"):
        if mention.role != "cue":
            for change in reported:
                yield _claim(scene, sentence, change, mention, 0.85)


def _claim(
    scene: Scene, sentence: Sentence, change: Change, mention: Mention, sureness: float
) -> Claim:
    """Return the change as a claim about the intervention."""
    return scene.claim(
        Relation.OUTCOME,
        mention.entity,
        next(iter(change.outcomes)),
        change.status,
        change.start,
        change.end,
        rule="outcome-results",
        confidence=round(change.directness * sureness, 3),
        qualifiers=qualifiers_of(scene.reading, sentence),
    )


RULE = Rule(
    name="outcome-results",
    find=find,
    hits={
        (
            "The Stockport Together vanguard cut bed days. It did this by "
            "introducing telehealth and social prescribing."
        ): {
            ("outcome", "intervention:telehealth", "outcome:bed-days/decrease", "reported"),
            ("outcome", "intervention:social-prescribing", "outcome:bed-days/decrease", "reported"),
        },
        (
            "The Stockport Together vanguard has opened a recovery college. It should save "
            "£250,000 a year."
        ): {
            (
                "outcome",
                "intervention:recovery-college",
                "outcome:cost-savings/increase/250000 GBP",
                "expected",
            ),
        },
        (
            "The Stockport Together vanguard has opened a crisis café. Among those who use it, "
            "A&E attendances fell by a third."
        ): {
            (
                "outcome",
                "intervention:mental-health-crisis-care",
                "outcome:ae-attendances/decrease/33 percent",
                "reported",
            ),
        },
    },
    misses=(
        "The Stockport Together vanguard has a recovery college. We have cut A&E attendances.",
        (
            "The Stockport Together vanguard cut emergency admissions. It has also "
            "opened a recovery college."
        ),
        (
            "The Stockport Together vanguard has opened a recovery college. Permanent care home "
            "admissions fell by 9 per cent."
        ),
    ),
)
