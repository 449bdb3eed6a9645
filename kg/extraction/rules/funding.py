"""Funding: money given to, or asked for by, a vanguard, the programme or an organisation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.owners import Owner
from kg.extraction.rule import Rule
from kg.extraction.subjects import PROGRAMME
from kg.extraction.telling import clause, cue_in, last_cue_in, scoped_by, sure, told_sentences
from kg.model import Amount, BlockKind, Relation, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.reading import Figure
    from kg.extraction.scene import Scene
    from kg.model import Claim, Sentence

NAME = "funding"
REACH = 90
"""Characters between the sum and the word of giving."""

_ASKED = re.compile(
    r"\b(?:bid|bids|bidding|asked|asking|applied|requested|request|assumed|sought|seeking|hoped"
    r"|hopes)\b",
    re.IGNORECASE,
)
_GOT = re.compile(
    r"\b(?:received?|receives|given|gave|got|gets|awarded|granted|allocated|secured|won"
    r"|make do with"
    r"|spent|provided|paid)\b",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:will|would|could|may|might|hop\w+|expect\w*|to|not|never|if|should|n['’]t|plans?)\b",
    re.IGNORECASE,
)
_SPEND = re.compile(r"\b(?:support\w*|vanguards|programme|care models|the sites)\b")
_OTHER = re.compile(
    r"\s*(?:million|billion|m|bn)?\s*(?:of\s+|towards (?:the |its )?)?(?:study|analysis"
    r"|evaluation|research|saving|savings|pooled|budget|deficit|overspend"
    r"|contract|a year in savings|cost|less|cheaper|worth of)",
    re.IGNORECASE,
)


def find(scene: Scene) -> Iterator[Claim]:
    """Yield the sums that the document says were given, or asked for."""
    for sentence in told_sentences(scene):
        for figure in scene.reading.figures_within(sentence.start, sentence.end):
            if figure.unit != "GBP" or figure.value <= 0 or not _given(scene, sentence, figure):
                continue
            owner = scene.owner(sentence, figure.start)
            if (
                owner is not None
                and owner.entities[0].kind == "org"
                and _gives(scene, sentence, figure)
            ):
                owner = scene.owners.beyond(sentence, figure.start)
            owner = _to_another(scene, sentence, figure) or owner
            if owner is None or owner.entities[0].kind == "model":
                continue
            start, end = clause(scene, sentence, figure.start, figure.end)
            status = _status(scene, sentence, figure)
            for entity in owner.entities:
                yield scene.claim(
                    Relation.FUNDING,
                    entity,
                    Amount(figure.value),
                    status,
                    start,
                    end,
                    rule=NAME,
                    confidence=sure(0.82, owner),
                )


def _to_another(scene: Scene, sentence: Sentence, figure: Figure) -> Owner | None:
    """Return who gets a sum as the words behind it say: a body named there, or all vanguards."""
    text = scene.reading.text
    if _FOR_ALL.match(text, figure.end, sentence.end):
        return Owner((PROGRAMME,), "sentence")
    went = _WENT_TO.match(text, figure.end, sentence.end)
    for org in scene.reading.within(went.end(), sentence.end, "org") if went else ():
        if went and org.start == went.end():
            return Owner((org.entity,), "sentence")
    return None


_FOR_ALL = re.compile(
    r"(?: a year)? (?:national |new |special )?(?:transformation|vanguard) fund\b(?! of| for the)"
    r"|[^.;,]{0,60}?\b(?:in|for|to|across|among|between) (?:all (?:of )?)?(?:the )?(?:50 )?"
    r"vanguards\b"
)
_WENT_TO = re.compile(r",? (?:of it |has )?(?:came|went|goes|is going|gone) to (?:the )?")


def _gives(scene: Scene, sentence: Sentence, figure: Figure) -> bool:
    """Whether the body that acts gives the sum, so that it is another's."""
    lead = scene.reading.text[max(sentence.start, figure.start - 60) : figure.start]
    return bool(_GIVES.search(lead))


_GIVES = re.compile(
    r"\b(?:gave|gives|awarded|awards|granted|grants|paid|pays|provided|provides|put|allocated"
    r"|donated"
    r"|invested|offered|contributed|spent)\b[^.;]{0,40}$",
    re.IGNORECASE,
)


def _status(scene: Scene, sentence: Sentence, figure: Figure) -> Status:
    """Return how a sum is told: as asked for, unless a word of getting stands nearer."""
    text = scene.reading.text
    start, _ = clause(scene, sentence, figure.start, figure.end)
    asked = [m.end() for m in _ASKED.finditer(text, start, figure.start)]
    got = [m.end() for m in _GOT.finditer(text, start, figure.start)]
    if asked and (not got or got[-1] < asked[-1]):
        return Status.EXPECTED
    after = _ASKED.search(text, figure.end, min(sentence.end, figure.end + 40))
    if after and not got:
        return Status.EXPECTED
    if got:
        unsure = _UNSURE.search(text, start, got[-1])
        return scene.status(sentence, got[-1], got[-1]) if unsure else Status.REPORTED
    return scene.status(sentence, figure.start, figure.end)


def _given(scene: Scene, sentence: Sentence, figure: Figure) -> bool:
    """Whether the words around a sum tell of giving, and of nothing else done with money."""
    text = scene.reading.text
    start, end = clause(scene, sentence, figure.start, figure.end)
    if text[sentence.start : start].rstrip().endswith(":"):
        start = sentence.start  # "X pays: £2m this year, £3m the next"
    if _OTHER.match(text, figure.end):
        return False
    if scene.reading.document.blocks[sentence.block].kind is BlockKind.TABLE_ROW:
        return scoped_by(scene, sentence, "fund-verb") is not None
    if _ASKED.search(text, max(start, figure.start - REACH), figure.start):
        return True
    before = last_cue_in(
        scene, max(start, figure.start - REACH), figure.start, "fund-verb", "no-fund"
    )
    after = cue_in(scene, figure.end, min(end, figure.end + 60), "fund-verb", "no-fund")
    if before is not None and before.entity.id == "no-fund":
        return False
    if before is not None:
        if text[before.start : before.end].casefold().startswith("spen"):
            return _SPEND.search(text, figure.end, end) is not None
        gap = text[figure.end : after.start].split() if after is not None else []
        close = after is not None and len(gap) <= 2 and "and" not in gap
        return not close or after is None or after.entity.id != "no-fund"
    return after is not None and after.entity.id == "fund-verb"


RULE = Rule(
    name=NAME,
    find=find,
    hits={
        "Lark Foundation gave the Sunderland vanguard £40,000.": {
            ("funding", "vanguard:sunderland", "amount:40000 GBP", "reported"),
        },
        "The Sunderland vanguard was awarded £3.5m by NHS England.": {
            ("funding", "vanguard:sunderland", "amount:3500000 GBP", "reported"),
        },
        "Vanguards received £329 million over three years.": {
            ("funding", "programme:new-care-models", "amount:329000000 GBP", "reported"),
        },
        "Stockport Together, a vanguard, had asked for £12m.": {
            ("funding", "vanguard:stockport", "amount:12000000 GBP", "expected"),
        },
        "The government gave £200m to the vanguard programme.": {
            ("funding", "programme:new-care-models", "amount:200000000 GBP", "reported"),
        },
    },
    misses=(
        "The Sunderland vanguard has a pooled budget of £180m.",
        "The Sunderland vanguard saved £2m.",
        "The Stockport Together vanguard faces a deficit of £40m.",
        "Will the Sunderland vanguard receive £3m?",
    ),
)
