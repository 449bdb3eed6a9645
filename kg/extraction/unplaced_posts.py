"""People whom a text on one vanguard quotes with a job and no employer: they speak for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.jobs import PAST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.extraction.posts import Post
    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.model import Sentence

_WORKER = (
    r"(?:chief (?:executive|officer|nurse|operating officer|pharmacist)|director|manager|lead"
    r"|leader|head|nurse|gp|doctor|pharmacist|therapist|physiotherapist|matron|paramedic|coordinator"
    r"|co-ordinator|geriatrician|psychiatrist|consultant|surgeon|clinician|social worker|navigator"
    r"|practitioner|sister|chair(?:man|woman|person)?|carer|support worker|health coach|midwife)"
)
_OUTSIDE = re.compile(
    r"\b(?:professor|minister|MP|mayor|editor|journalist|author|researcher|evaluator|analyst"
    r"|national|regional|union|NHS England|former|retired|patient|resident|fellow|university"
    r"|think tank|charity)\b",
    re.IGNORECASE,
)
"""Words of a job that is done elsewhere."""
_AFTER = re.compile(
    rf"\s*,\s*(?:an?|the|one of (?:the|its|our)|our|its)?\s*"
    rf"(?P<job>(?:[\w’'&/-]+ ){{0,5}}?{_WORKER}s?\b[^,.;:“”\"\n]{{0,50}})",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?:^|[.,;:“”\"’'\n(]\s*|\b(?:said|says|told|by|the|our|its)\s)"
    rf"(?P<job>(?:[\w’'&/-]+ ){{0,3}}?{_WORKER})\s+"
    r"(?:(?:dr|professor|prof|mr|mrs|ms|sir|dame)\.? )?$",
    re.IGNORECASE,
)


def unplaced_posts(
    scene: Scene, sentence: Sentence, people: Iterable[Mention], placed: set[str]
) -> Iterator[tuple[Mention, Post]]:
    """Yield (person, post) at the document's one vanguard for people with a job and no place.

    `placed` are the identifiers of those whose place the words tell somewhere.
    """
    main = scene.owners.main
    if main is None or main.kind != "vanguard":
        return
    text = scene.reading.text
    for person in people:
        if person.entity.id in placed:
            continue
        low = max(sentence.start, person.start - 60)
        match = _AFTER.match(text, person.end, sentence.end) or _BEFORE.search(
            text, low, person.start
        )
        if match is None or PAST.search(match[0]) or _OUTSIDE.search(match[0]):
            continue
        owner = scene.owner(sentence, person.start)
        if owner is None or owner.entities != (main,):
            continue
        start, end = min(match.start("job"), person.start), max(match.end("job"), person.end)
        yield person, (main, " ".join(match["job"].split()), start, end, 0.62)
