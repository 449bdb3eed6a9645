"""People whom a text on one vanguard quotes with a job and no employer: they speak for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.home_body import home_body
from kg.extraction.jobs import PAST
from kg.extraction.membership import ROOTED
from kg.extraction.orgtypes import org_type

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.extraction.posts import Post
    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.model import Entity, Sentence

_WORKER = (
    r"(?:chief (?:executive|officer|nurse|operating officer|pharmacist)|director|manager|lead"
    r"|leader|head|nurse|gp|doctor|pharmacist|matron|paramedic|coordinator|prescriber|trainee|receptionist|administrator|technician"
    r"|counsellor|caseworker|apprentice|scientist|physio|trainer|boss|officer|advis[eo]r|assistant"
    r"|worker|facilitator|coach|organiser|planner|registrar|champion|leaders?|clerk"
    r"|co-ordinator|consultant|surgeon|clinician|social worker|navigator|partner"
    r"|practitioner|sister|chair(?:man|woman|person)?|carer|support worker|health coach|midwife"
    r"|[a-z]{3,}(?:ologist|iatrist|iatrician|trician|therapist|grapher|ietitian))"
)
_OUTSIDE = re.compile(
    r"\b(?:professor|minister|MP|mayor|editor|journalist|author|researcher|evaluator|analyst"
    r"|national|regional|union|NHS England|former|retired|patient|resident|fellow|university"
    r"|think tank|charity)\b",
    re.IGNORECASE,
)
"""Words of a job that is done elsewhere."""
_AFTER = re.compile(
    rf"\s*,\s*(?:an?|the|one of (?:the|its|our)(?: \w+)?|our|its)?\s*"
    rf"(?P<job>(?:[\w’'&/-]+ ){{0,5}}?{_WORKER}s?\b[^,.;:“”\"\n]{{0,50}})",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?:^[\W_]*|[.,;:“”\"’'\n(]\s*|\b(?:said|says|told|by|the|our|its)\s)"
    rf"(?P<job>(?:[\w’'&/-]+ ){{0,3}}?{_WORKER}),?\s+\(?"
    r"(?:(?:dr|professor|prof|mr|mrs|ms|sir|dame)\.? )?$",
    re.IGNORECASE,
)


_ITS_OWN = re.compile(r"\b(?:vanguard|programme|scheme|project|partnership)\b", re.IGNORECASE)
"""Words of a post that is at the vanguard, whoever's paper tells of it."""


def _its_text(scene: Scene, main: Entity) -> bool:
    """Whether a text is about its vanguard: it names it outright, or says "vanguard" again."""
    named = any(m.entity == main and m.role != "area" for m in scene.reading.of_kinds("vanguard"))
    return named or scene.reading.text.casefold().count("vanguard") > 1


def unplaced_posts(
    scene: Scene, sentence: Sentence, people: Iterable[Mention], placed: set[str]
) -> Iterator[tuple[Mention, Post]]:
    """Yield (person, post) at the document's one vanguard for people with a job and no place.

    `placed` are the identifiers of those whose place the words tell somewhere.
    """
    main = scene.owners.main
    home = home_body(scene)
    if home is not None and org_type(scene.vocabulary, home) not in ROOTED:
        home = None
    if main is None or main.kind != "vanguard" or not _its_text(scene, main):
        return
    text = scene.reading.text
    for person in people:
        if person.entity.id in placed:
            continue
        low = max(sentence.start, person.start - 60)
        # The slice begins with the sentence, or in the middle of a word that is no job.
        lead = "x" * (low > sentence.start) + text[low : person.start]
        match = _AFTER.match(text, person.end, sentence.end) or _BEFORE.search(lead)
        if match is None or PAST.search(match[0]) or _OUTSIDE.search(match[0]):
            continue
        owner = scene.owner(sentence, person.start)
        at = home if home is not None and not _ITS_OWN.search(match["job"]) else main
        if at == main and (owner is None or owner.entities != (main,)):
            continue
        before = match.re is _BEFORE
        start = low + match.start("job") - (low > sentence.start) if before else person.start
        end = person.end if before else match.end("job")
        yield person, (at, " ".join(match["job"].split()), start, end, 0.62)
