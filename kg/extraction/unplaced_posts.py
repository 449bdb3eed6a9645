"""People whom a text on one vanguard quotes with a job and no employer: they speak for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.bodies_of_places import body_before
from kg.extraction.home_body import BODY, HEAD, home_body
from kg.extraction.jobs import PAST, TITLE
from kg.extraction.membership import ROOTED
from kg.extraction.orgtypes import org_type

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.extraction.owners import Owner
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


_SAYS = (
    r"(?:said|says|adds|added|explain(?:s|ed)|tells|told|recall(?:s|ed)|thinks|believes|argues|admits"
    r"|laughs|warns|warned)"
)
_DOCTOR = re.compile(r"(?:^|[\W_])(?P<job>Dr|Nurse|Sister|Matron)\.? $")
"""A title that is a job."""
_SPOKE = re.compile(rf"(?: of [A-Z][\w-]+)?,? {_SAYS}\b")
_SPEAKS = re.compile(rf"\b{_SAYS},? (?:one, )?(?:Dr|Nurse|Sister|Matron)\.? $")


def _doctor(text: str, sentence: Sentence, person: Mention, lead: str) -> re.Match[str] | None:
    """Return the title of someone quoted who has one for a job, or None."""
    quoted = _SPEAKS.search(lead) or _SPOKE.match(text, person.end, sentence.end)
    return _DOCTOR.search(lead) if quoted else None


_ITS_OWN = re.compile(r"\b(?:vanguard|programme|scheme|project|partnership)\b", re.IGNORECASE)
"""Words of a post that is at the vanguard, whoever's paper tells of it."""


def _its_text(scene: Scene, main: Entity) -> bool:
    """Whether a text is about its vanguard: it names it outright, or says "vanguard" again."""
    named = any(m.entity == main and m.role != "area" for m in scene.reading.of_kinds("vanguard"))
    return named or scene.reading.text.casefold().count("vanguard") > 1


_BYLINE_JOB = re.compile(
    rf"\s*(?:,|\n|[–-]|\()\s*(?P<job>(?:[\w’'&/-]+ ){{0,4}}?{TITLE}\b[^,.;:“”\"\n]{{0,40}})",
    re.IGNORECASE,
)


def _in_head(scene: Scene, sentence: Sentence) -> bool:
    """Whether a sentence stands in the short lines at the top of a text, where authors stand."""
    block = scene.reading.document.blocks[sentence.block]
    short = len(scene.reading.text[block.start : block.end].split()) < BODY
    return sentence.block < HEAD and short


def _near_vanguard(owner: Owner) -> bool:
    """Whether the words tell of one vanguard among others, not of the document's subject."""
    single = len(owner.entities) == 1 and owner.entities[0].kind == "vanguard"
    return single and owner.reach != "document"


def unplaced_posts(
    scene: Scene, sentence: Sentence, people: Iterable[Mention], placed: set[str]
) -> Iterator[tuple[Mention, Post]]:
    """Yield (person, post) at the document's one vanguard for people with a job and no place.

    `placed` are the identifiers of those whose place the words tell somewhere.
    """
    main = scene.owners.main
    home = letterhead = home_body(scene)
    if home is not None and org_type(scene.vocabulary, home) not in ROOTED:
        home = None
    one = main is not None and main.kind == "vanguard"
    silent = main is None or (one and not _its_text(scene, main))
    head = letterhead is not None and _in_head(scene, sentence)
    if silent and not head:
        return
    text = scene.reading.text
    for person in people:
        if person.entity.id in placed:
            continue
        low = max(sentence.start, person.start - 60)
        # The slice begins with the sentence, or in the middle of a word that is no job.
        lead = "x" * (low > sentence.start) + text[low : person.start]
        match = _AFTER.match(text, person.end, sentence.end) or _BEFORE.search(lead)
        match = match or _doctor(text, sentence, person, lead)
        if head and letterhead is not None:
            post = match or _BYLINE_JOB.match(text, person.end, sentence.end)
            if post is not None and not (PAST.search(post[0]) or _ITS_OWN.search(post["job"])):
                start, end = _words(post, person, low, opens=low == sentence.start)
                yield person, (letterhead, " ".join(post["job"].split()), start, end, 0.7)
                continue
        if match is None or main is None or silent:
            continue
        if PAST.search(match[0]) or _OUTSIDE.search(match[0]):
            continue
        owner = scene.owner(sentence, person.start)
        at = home if home is not None and not _ITS_OWN.search(match["job"]) else main
        at = body_before(scene, sentence, match["job"]) or at
        if not one and (owner is None or not _near_vanguard(owner)):
            continue
        if at == main:
            if owner is None or (one and owner.entities != (main,)):
                continue
            at = owner.entities[0]
        start, end = _words(match, person, low, opens=low == sentence.start)
        yield person, (at, " ".join(match["job"].split()), start, end, 0.62)


def _words(post: re.Match[str], person: Mention, low: int, *, opens: bool) -> tuple[int, int]:
    """Return the words of a person and a post, which may stand before the name from `low` on."""
    if post.re in {_BEFORE, _DOCTOR}:
        return low + post.start("job") - (not opens), person.end
    return person.start, post.end("job")
