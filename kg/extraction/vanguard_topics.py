"""Vanguards that a text about several of them calls by their areas alone.

Where a text speaks of vanguards in the plural, an area needs no word of the programme beside it
when it is what a passage is about: a heading, the subject of a sentence ("Sunderland said …"), the
place with which a sentence opens ("In Dorset three hospitals …"), or one of a list of areas.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.places import area_of, area_pattern
from kg.extraction.reading import Mention
from kg.extraction.vanguard_areas import areas, the_one
from kg.model import BlockKind, Entity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.extraction.spans import Spans
    from kg.model import Document
    from kg.registry import Registry, RegistryRow

LEAST_LISTED = 3
"""How many areas in a row are a list of vanguards."""

_OPENS = re.compile(
    r"(?:(?:Meanwhile|Elsewhere|Also|But|And),? )?(?:In|in|On|on|At|Across) (?:the )?"
)
_HEAD = re.compile(
    r"[\s#*_•·|–-]*(?:(?:But|And|So|Meanwhile|Only|Even|For (?:example|instance)|By contrast"
    r"|Elsewhere|Likewise|Similarly|Nearby|When|While|As|Since|Once|After|Before),? )?(?:[Tt]he )?"
)
_VERB = re.compile(
    r"(?:,[ ](?:by contrast|meanwhile|too|for example|for instance|however|on the other hand),)?"
    r"[ ](?:also[ ]|now[ ]|still[ ]|alone[ ])?"
    r"(?:is|was|has|had|will|are|were|have|aims?|began|became|brings?|brought|covers?|serves?|says"
    r"|said|started?|launched|hopes?|hoped|plans?|planned|wants?|wanted|expects?|expected|reports?"
    r"|reported|runs?|ran|set|sets|uses?|used|works?|drops?|dropped|delays?|delayed|cuts?|got|gets"
    r"|won|wins|lost|loses|opens?|opened|built|builds|put|puts|saw|sees|chose|chooses|created"
    r"|creates|introduced|introduces|reduced|reduces|saved|saves|spent|spends|asked|asks|received"
    r"|receives|tried|tries|trained|trains|gave|gives|made|makes|moved|moves|took|takes|found"
    r"|finds|means|meant|went|goes|did|does|could|would|may|might|must|drew|held|kept|led|left|met"
    r"|paid|sent|stood|taught|told|thought|wrote|came|let|spread|fell|rose|grew|fought|knew|felt"
    r"|(?!based|called|named|related|run|led)[a-z]{3,}ed)\b"
)
_ITS = re.compile(rf"[’']s?(?:[ ][a-z][\w-]*){{1,5}}?{_VERB.pattern}")
"""What an area may have and still be what a sentence is about: "Wear's video link has …"."""
_TURN = re.compile(
    r"(?:Last|Next|Then|First|Second|Third|Finally|Now|On)(?: (?:came|comes?|was|is|to|on|up|and|of"
    r"|all|we|went|for|stop|call)|,){1,4} (?:the )?"
)
"""With what a text turns to the next area: "Last came …", "Then on to …"."""
_LIST = re.compile(
    r"(?:(?:,|,?[ \n](?:and|or)|;)[ \n](?:(?:on|in|at)[ \n])?(?:the[ \n])?"
    r"(?:[A-Z][a-z]+(?=,|[ \n]and[ \n]))?){1,2}"
)
"""What stands between two areas of a list: a comma, "and", one other place."""
_HEADING = BlockKind.HEADING
_SEVERAL = re.compile(r"\b(?:vanguards|new care models|new models of care)\b", re.IGNORECASE)


def as_topics(
    document: Document,
    text: str,
    spans: Sequence[tuple[int, int]],
    named: Sequence[Mention],
    registry: Registry,
    taken: Spans,
) -> Iterator[Mention]:
    """Yield the areas that a text about several vanguards treats as vanguards (role ``area``).

    `spans` are the sentences, `named` what they name; `taken` are names inside which an area is
    no more than a part.
    """
    pattern = area_pattern(registry)
    several = len({m.entity.id for m in named if m.kind == "vanguard"}) > 1
    headed = {area_of(text[b.start : b.end].strip()) for b in document.blocks if b.kind is _HEADING}
    several = several or len(headed & set(areas(registry))) > 1
    if pattern is None or not (several or _SEVERAL.search(text)):
        return
    models = [m for m in named if m.kind == "model" and m.role != "cue"]
    known = areas(registry)
    headings = {b.start for b in document.blocks if b.kind is _HEADING}
    starts = sorted({*spans, *((b.start, b.end) for b in document.blocks if b.start in headings)})
    before: set[str] = set()
    for start, end in starts:
        here = {m.entity.id for m in models if start <= m.start and m.end <= end}
        hits = [m for m in pattern.finditer(text, start, end) if not taken.meet(*m.span())]
        for hit in _meant(text, hits, (start, end)):
            rows = known.get(area_of(hit[0]), ())
            row = the_one(rows, here or _shared(rows, before), text[start:end])
            if row is not None:
                yield Mention(*hit.span(), Entity("vanguard", row.id), "area")
        before = here or before


def _shared(rows: Sequence[RegistryRow], models: set[str]) -> set[str]:
    """Return the models of the sentences before that one of the rows has."""
    return models & {row.care_model for row in rows}


def _topic(text: str, hit: re.Match[str], sentence: tuple[int, int]) -> bool:
    """Tell whether a sentence is about the area that `hit` names, or is no more than it."""
    start, end = sentence
    lead = text[start : hit.start()]
    if _HEAD.fullmatch(lead):
        if not text[hit.end() : end].strip(" :.*_\n"):
            return True
        return any(p.match(text, hit.end(), end) is not None for p in (_VERB, _ITS))
    if _TURN.fullmatch(lead.lstrip()):
        return True
    opens = _OPENS.fullmatch(lead.lstrip(" \n#*_•·–-"))
    return opens is not None and re.match(r"[’']s\b|[ ](?!I\b)[A-Z]", text[hit.end() : end]) is None


def _meant(
    text: str, hits: Sequence[re.Match[str]], sentence: tuple[int, int]
) -> list[re.Match[str]]:
    """Return the areas that a sentence is about, and those in one list with such a one.

    A list of `LEAST_LISTED` areas needs no such one.
    """
    runs: list[list[re.Match[str]]] = []
    for hit in hits:
        if runs and _LIST.fullmatch(text, runs[-1][-1].end(), hit.start()):
            runs[-1].append(hit)
        else:
            runs.append([hit])
    return [
        hit
        for run in runs
        if len(run) >= LEAST_LISTED or _topic(text, run[0], sentence)
        for hit in run
    ]
