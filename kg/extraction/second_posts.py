"""The second of two posts: "a consultant at X and clinical lead for the vanguard"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.jobs import OF_ITS, PAST, TITLE
from kg.extraction.own_posts import FOR_BODY, THING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.posts import Post
    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.model import Sentence

_AND = re.compile(
    rf"[^.;“”\"]{{0,60}}?,? (?:and|but also|as well as) (?:(?:also|now|is|as|the|an?|its"
    rf"|our) ){{0,3}}"
    rf"(?P<job>(?:[\w’'&/-]+ ){{0,4}}?{TITLE}\b(?: [\w’'&/-]+){{0,3}}?) (?:of|at|for|to|with|in"
    rf"|on) "
    r"(?P<the>the |our |its |their |this )?",
    re.IGNORECASE,
)
_THE_THING = re.compile(rf"(?:[\w-]+ ){{0,5}}?{THING}\b", re.IGNORECASE)


def second_posts(scene: Scene, sentence: Sentence, person: Mention, end: int) -> Iterator[Post]:
    """Yield the post that a sentence adds to one whose words end at an offset."""
    text = scene.reading.text
    match = _AND.match(text, end, sentence.end)
    if match is None or PAST.search(match[0]) or _another(scene, end, match.end()):
        return
    job = " ".join(match["job"].split())
    place = next(iter(scene.reading.within(match.end(), sentence.end, "org", "vanguard")), None)
    if place is not None and place.start == match.end():
        yield place.entity, job, person.start, place.end, 0.85
        return
    thing = _THE_THING.match(text, match.end(), sentence.end) if match["the"] else None
    owner = scene.owner(sentence, match.end()) if thing else None
    if owner is not None and owner.entities[0].kind == "org":
        owner = scene.owners.background(sentence)
    if thing is None or owner is None or len(owner.entities) > 1:
        return
    if owner.entities[0].kind == "vanguard":
        yield owner.entities[0], job, person.start, thing.end(), 0.82


def _another(scene: Scene, start: int, end: int) -> bool:
    """Whether somebody else is named between two offsets, whose post it would be."""
    return any(True for _ in scene.reading.within(start, end, "person"))


def of_its(
    scene: Scene, place: Mention, person: Mention, places: tuple[Mention, ...], job: str
) -> Iterator[Post]:
    """Yield the thing of an organisation that the job is at: "X's vanguard programme"."""
    for other in places:
        if other.start >= place.end and OF_ITS.fullmatch(
            scene.reading.text, place.end, other.start
        ):
            yield other.entity, job, person.start, other.end, 0.9


def for_body(
    scene: Scene, place: Mention, person: Mention, places: tuple[Mention, ...], job: str
) -> Iterator[Post]:
    """Yield the body for which the job is done: "directs the programme for X"."""
    match = FOR_BODY.match(scene.reading.text, place.end)
    for other in places if match else ():
        if match and other.kind == "org" and other.start == match.end():
            yield other.entity, job, person.start, other.end, 0.9
