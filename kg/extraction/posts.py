"""Posts told by form: in brackets, before a colon, or at "the scheme" that a text speaks of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.home_body import home_body
from kg.extraction.jobs import ITS_OWN_JOB, PAST, TITLE
from kg.extraction.own_posts import (
    AFTER_POST,
    AT_ITS,
    LABEL,
    LEAD_FOR,
    LED,
    OPENS,
    SPOKE,
    THING,
)
from kg.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.model import Entity, Sentence

Post = tuple["Entity", str, int, int, float]
"""Where, the job, the first and last offset of the words, and how sure it is."""

_JOB = rf"(?P<job>(?:[\w’'&/-]+ ){{0,5}}?{TITLE}\b(?: (?:of|for|and) [\w-]+(?: [\w-]+)?)?)"
_BRACKET = re.compile(r"\s*\((?P<inside>[^()]{2,120})\)")
_OWN_POST = re.compile(
    r"(?:programme|project|vanguard|transformation|independent) (?:director|manager|lead|leader"
    r"|officer|chair|office)|(?:independent |vanguard )chair$",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"\W*(?:present|in attendance|attendance|members)\b[^.:]{0,30}:", re.IGNORECASE
)
_A_JOB = re.compile(rf"\b{TITLE}\b", re.IGNORECASE)
_COLON = re.compile(
    r"\s*(?:\([^()]{1,40}\))?\s*(?::|[–—-])\s*(?:(?:dr|cllr|professor|prof|mr|mrs|ms)\.? )?",
    re.IGNORECASE,
)
_TAIL = re.compile(rf"\s*,\s*{_JOB}\s*(?:[,;.]|$)", re.IGNORECASE)
_OF_PLACE = re.compile(rf"['’]s?\s+{_JOB}", re.IGNORECASE)
_THE_THINGS = re.compile(
    rf"[^.;“”\"]{{0,90}}?\b(?:the|our|its|their|that|this) (?:\w+ )?{THING}['’]s {_JOB}",
    re.IGNORECASE,
)
_BEFORE_THING = re.compile(
    rf"\b(?:the|our|its|that|this) (?:\w+ )?{THING}['’]s {_JOB},? (?:(?:dr|professor|prof"
    rf"|cllr)\.? )?$",
    re.IGNORECASE,
)
_RUNS = re.compile(
    rf"(?:,? (?:an?|the|one of the|whose)\b[^.;“”\"]{{2,70}}?)?\s*,?\s*(?:who )?"
    rf"(?:also |now )?(?P<job>chairs?|leads?|runs?|heads?|directs?|manages?|oversees?"
    rf"|is leading|is running|set up|founded|coordinates?)\s+"
    rf"(?:(?:the|our|its|that|this)\s+(?:\w+ ){{0,2}}?{THING}\b(?!['’])|it(?=\s*[.;,]))",
    re.IGNORECASE,
)
_IS = re.compile(
    rf"(?:, [^.;“”\"\n]{{2,80}})?\s*,?\s*(?:(?:is|was appointed|became|becomes|has become"
    rf"|joined as) (?P<our>our |its |their |the )?"
    rf"|(?:of [^.;]{{3,70}}? )became (?:our |its ))(?:(?:vanguard|programme|scheme|project)['’]s )?"
    rf"{_JOB}(?=\s*(?:[.;,]|$|in (?:january|february|march|april|may|june|july|august|september"
    rf"|october|november|december|\d)))",
    re.IGNORECASE,
)
_AT_OWN = (ITS_OWN_JOB, AFTER_POST, _THE_THINGS, _RUNS, _IS, AT_ITS, SPOKE, LED, LEAD_FOR)
"""What tells of a post at the thing that a text is about."""
_WHERE = re.compile(
    r"\s*,? where (?:he|she) (?:is|works|has been)\b[^.;]{2,80}, (?:(?:dr|professor|prof|mr|mrs"
    r"|ms)\.? )?$",
    re.IGNORECASE,
)
_ALSO = re.compile(
    r"[^.;“”]{1,130}\b(?:and|also|who|now)\s+(?:also )?(?:chairs?|leads?|runs?|heads?|directs?"
    r"|manages?)"
    r"\s+(?:the )?",
    re.IGNORECASE,
)
_WHOSE = re.compile(r"['’]s? (?:own )?(?:vanguard|partnership|site|scheme),? ", re.IGNORECASE)


_NEXT_TO = re.compile(rf"(?:\s*\([^()]{{1,40}}\))?,\s+(?:the )?|\s*\n\s*{_JOB},\s+", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:[;.)\n:–]|- |$|,? (?:and|said|says|told)\b|, (?:[A-Z]|\d))")
_AT_PLACE = re.compile(r"(?:^|[\s“\"])(?:At|From|at) (?:the )?$")
_THERE = re.compile(
    rf",? (?:the |its )?{_JOB},? (?:(?:Dr|Professor|Mr|Mrs|Ms)\.? )?", re.IGNORECASE
)
_NEVER = re.compile(
    r"[^.;]{0,40}?\b(?:does not|did not|has never|have never|never|is not|no longer)\b[^.;]{0,30}?"
    r"\b(?:work|worked|employed|works)\b",
    re.IGNORECASE,
)


def posts(
    scene: Scene, sentence: Sentence, person: Mention, places: tuple[Mention, ...]
) -> Iterator[Post]:
    """Yield the posts of one person that the form of the words tells."""
    yield from _bracketed(scene, sentence, person, places)
    yield from _listed(scene, sentence, person, places)
    yield from _possessed(scene, person, places)
    yield from _beside(scene, person, places)
    yield from _of_the_thing(scene, sentence, person)


def _bracketed(
    scene: Scene, sentence: Sentence, person: Mention, places: tuple[Mention, ...]
) -> Iterator[Post]:
    """Yield the place in "NAME (PLACE, chair)", or the vanguard in "NAME (programme manager)"."""
    text = scene.reading.text
    match = _BRACKET.match(text, person.end, sentence.end)
    if match is None or PAST.search(match["inside"]):
        return
    low, high = match.span("inside")
    inside = [p for p in places if low <= p.start and p.end <= high]
    for place in inside[:1]:
        job = (text[low : place.start] + text[place.end : high]).strip(" ,")
        yield place.entity, " ".join(job.split()), person.start, match.end(), 0.92
    body = home_body(scene) if not inside and _PRESENT.match(text, sentence.start) else None
    if body is not None and _A_JOB.search(match["inside"]):
        yield body, match["inside"], person.start, match.end(), 0.82
        return
    chairs = re.search(r"\bchair\b", match["inside"]) and _PRESENT.match(text, sentence.start)
    if chairs or _OWN_POST.search(match["inside"]):
        yield from _at_own(scene, sentence, person.start, match.end(), match["inside"], 0.75)


def _listed(
    scene: Scene, sentence: Sentence, person: Mention, places: tuple[Mention, ...]
) -> Iterator[Post]:
    """Yield the place in a line "PLACE: NAME, job"."""
    text = scene.reading.text
    block = scene.reading.document.blocks[sentence.block]
    for place in places:
        opens = place.end <= person.start and not text[block.start : place.start].strip(" •-*\t")
        if opens and _COLON.fullmatch(text, place.end, person.start):
            tail = _TAIL.match(text, person.end, sentence.end)
            end = tail.end("job") if tail else person.end
            yield place.entity, tail["job"] if tail else "", place.start, end, 0.9


def _beside(scene: Scene, person: Mention, places: tuple[Mention, ...]) -> Iterator[Post]:
    """Yield the place in "NAME, PLACE;", "NAME (chair), PLACE;" and "At PLACE, director NAME"."""
    text = scene.reading.text
    for place in places:
        if place.kind != "org":
            continue
        behind = place.start >= person.end and _NEXT_TO.fullmatch(text, person.end, place.start)
        if behind and _ENDS.match(text, place.end):
            yield place.entity, "", person.start, place.end, 0.82
        elif place.end <= person.start and _AT_PLACE.search(
            text, max(0, place.start - 12), place.start
        ):
            match = _THERE.fullmatch(text, place.end, person.start)
            if match:
                yield place.entity, match["job"], place.start, person.end, 0.82


def _possessed(scene: Scene, person: Mention, places: tuple[Mention, ...]) -> Iterator[Post]:
    """Yield the place in "NAME, PLACE's clinical lead" and in "NAME's vanguard, PLACE"."""
    text = scene.reading.text
    for place in places:
        if place.start < person.end or place.start - person.end > 160:
            continue
        gap = text[person.end : place.start]
        if place.kind == "vanguard" and _ALSO.fullmatch(gap):
            yield place.entity, "", person.start, place.end, 0.88
        if _WHOSE.fullmatch(gap) and place.kind == "vanguard":
            yield place.entity, "", person.start, place.end, 0.85
        if re.fullmatch(r"\s*,\s*(?:the )?", gap):
            match = _OF_PLACE.match(text, place.end)
            if match:
                yield place.entity, match["job"], person.start, match.end(), 0.92


def _of_the_thing(scene: Scene, sentence: Sentence, person: Mention) -> Iterator[Post]:
    """Yield the vanguard in "NAME chairs the board", "NAME, the scheme's lead" and the like."""
    text = scene.reading.text
    for pattern in _AT_OWN:
        match = pattern.match(text, person.end, sentence.end)
        if match and not PAST.search(match.group()):
            yield from _at_own(scene, sentence, person.start, match.end(), match["job"], 0.8)
            return
    low = max(sentence.start, person.start - 80)
    lead = (
        _BEFORE_THING.search(text, low, person.start)
        or LABEL.search(text, max(0, low - 2), person.start)
        or OPENS.fullmatch(text, low, person.start)
    )
    if lead and (lead.re is not OPENS or low == sentence.start):
        yield from _at_own(scene, sentence, lead.start("job"), person.end, lead["job"], 0.8)


def _at_own(
    scene: Scene, sentence: Sentence, start: int, end: int, job: str, weight: float
) -> Iterator[Post]:
    """Yield the post at the vanguard of which the text speaks there, if it is just one."""
    owner = scene.owner(sentence, start)
    if owner is not None and owner.entities[0].kind == "org":
        owner = scene.owners.background(sentence)
    fits = {"vanguard", "programme"} if _at_programme(scene, end) else {"vanguard"}
    if owner is not None and owner.entities[0].kind in fits and len(owner.entities) == 1:
        yield owner.entities[0], " ".join(job.split()), start, end, weight


def _at_programme(scene: Scene, end: int) -> bool:
    """Whether the words of a post end with "the programme"."""
    return scene.reading.text[max(0, end - 13) : end].casefold() == "the programme"


def where_posts(scene: Scene, person: Mention, places: tuple[Mention, ...]) -> Iterator[Post]:
    """Yield the place in "from PLACE, where he is a consultant, NAME leads …"."""
    for place in places:
        if place.end <= person.start and _WHERE.fullmatch(
            scene.reading.text, place.end, person.start
        ):
            yield place.entity, "", place.start, person.end, 0.85


def status_of_post(words: str, *, coming: bool) -> Status:
    """Return how a role is told: denied, still to come, or so."""
    if _NEVER.match(words):
        return Status.NEGATED
    return Status.PLANNED if coming else Status.REPORTED
