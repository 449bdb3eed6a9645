"""Roles: a person, a job and the organisation, vanguard or programme that the job is at."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from kg.extraction.bodies_of_places import body_of_place
from kg.extraction.employed import referred, workers
from kg.extraction.jobs import (
    AFTER,
    BEFORE,
    FROM,
    IS,
    ITS_JOB,
    JOB_OF,
    LEADS,
    LEADS_VANGUARD,
    MANAGES,
    PAST,
    TAKES_UP,
    VERB,
    WORKS,
)
from kg.extraction.own_posts import FOR_BODY
from kg.extraction.posts import posts, status_of_post, where_posts
from kg.extraction.referred_posts import FARTHEST, at_the, he_is, his
from kg.extraction.rule import Rule
from kg.extraction.said_of import acts_after, framed, seconded
from kg.extraction.second_posts import for_body, of_its, second_posts
from kg.extraction.telling import told_sentences
from kg.extraction.unplaced_posts import unplaced_posts
from kg.model import BlockKind, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.model import Claim, Entity, Sentence

NAME = "roles"
_ITS_OWN = re.compile(r"['’]s?\s(?:(?:Dr|Professor|Prof|Mr|Mrs|Ms|Sir|Dame) )?")
PLACES = ("org", "vanguard", "programme")


def find(scene: Scene) -> Iterator[Claim]:
    """Yield the roles of the people that the document names."""
    placed: set[str] = set()
    for claim in _placed(scene):
        placed.add(claim.subject.id)
        yield claim
    for sentence in told_sentences(scene):
        people = scene.reading.mentions_in(sentence, "person")
        for person, (place, job, start, end, weight) in unplaced_posts(
            scene, sentence, people, placed
        ):
            yield _claim(scene, person, place, job, start, end, weight)


def _placed(scene: Scene) -> Iterator[Claim]:
    """Yield the roles whose place the words tell."""
    for sentence in told_sentences(scene, headings=True):
        people = scene.reading.mentions_in(sentence, "person")
        places = scene.reading.mentions_in(sentence, *PLACES)
        starts = [p.start for p in places]
        for person in people:
            called = body_of_place(scene, sentence, person)
            if called is not None:
                yield _claim(scene, person, *called, sentence.start, person.end, 0.8)
                continue
            first = bisect_left(starts, person.start - FARTHEST)
            last = bisect_left(starts, person.end + FARTHEST)
            found = list(_roles(scene, sentence, person, places[first:last]))
            near = places[first:last]
            found += posts(scene, sentence, person, near)
            found += where_posts(scene, person, near)
            found += seconded(person, near, scene.reading.text)
            if not found:
                found += referred(scene, sentence, person)
            if not found:
                found += framed(scene, sentence, person, near)
            for place, job, start, end, weight in found:
                yield _claim(scene, person, place, job, start, end, weight)
            if found:
                last = max(person.end, *(end for *_, end, _ in found))
                more = (*his(scene, sentence, person), *second_posts(scene, sentence, person, last))
                for place, job, start, end, weight in more:
                    yield _claim(scene, person, place, job, start, end, weight)
        later = (*he_is(scene, sentence, places), *workers(scene, sentence, places))
        for person, (place, job, start, end, weight) in later:
            yield _claim(scene, person, place, job, start, end, weight)


def _roles(
    scene: Scene, sentence: Sentence, person: Mention, places: tuple[Mention, ...]
) -> Iterator[tuple[Entity, str, int, int, float]]:
    """Yield (place, job, start, end, weight) for one person in a sentence."""
    text = scene.reading.text
    for place in places:
        if place.start - person.end > FARTHEST:
            break
        if place.start < person.end or (
            place.kind == "programme" and _local(scene, sentence, place)
        ):
            continue
        match = next(
            (
                m
                for pattern in (AFTER, IS, WORKS, FROM, LEADS, MANAGES, TAKES_UP)
                if (m := pattern.fullmatch(text, person.end, place.start))
            ),
            None,
        )
        if match is None:
            continue
        if any(True for _ in scene.reading.within(person.end, place.start, "person")):
            continue
        if (
            PAST.search(match.group())
            or VERB.search(match.group())
            or any(
                person.end <= p.start < place.start and p.end < place.start - 2
                for p in places
                if match.re is FROM or (match.re is AFTER and acts_after(text, p.end, place.start))
            )
        ):
            continue
        job = " ".join(match.groupdict().get("job", "").split()) if match.groupdict() else ""
        yield place.entity, job, person.start, place.end, 0.93
        yield from of_its(scene, place, person, places, job)
        if place.kind != "org":
            yield from for_body(scene, place, person, places, job)
        break
    yield from _leads(scene, sentence, person)
    yield from at_the(scene, sentence, person)
    if scene.reading.document.blocks[sentence.block].kind is BlockKind.TABLE_ROW:
        for place in places:
            if place.kind == "org":
                start, end = min(person.start, place.start), max(person.end, place.end)
                yield place.entity, "", start, end, 0.8
    before = [p for p in places if p.end <= person.start]
    its = ITS_JOB.search(text, max(sentence.start, person.start - FARTHEST), person.start)
    if its and before and before[-1].end <= its.start():
        yield before[-1].entity, its["job"], before[-1].start, person.end, 0.85
        return
    if before:
        place = before[-1]
        match = BEFORE.fullmatch(text, place.end, person.start)
        if match and not (PAST.search(match.group()) or match["job"].startswith("and ")):
            yield place.entity, " ".join(match["job"].split()), place.start, person.end, 0.9
            return
        if place.kind == "org" and _ITS_OWN.fullmatch(text, place.end, person.start):
            yield place.entity, "", place.start, person.end, 0.85
            return
        job_of = JOB_OF.search(text, max(sentence.start, place.start - 70), place.start)
        apart = text[place.end : person.start].strip(" ,")
        if (
            job_of
            and apart in {"", "Dr", "Professor"}
            and not PAST.search(text, max(sentence.start, job_of.start() - 12), job_of.start())
        ):
            yield place.entity, job_of["job"], job_of.start(), person.end, 0.88


def _local(scene: Scene, sentence: Sentence, place: Mention) -> bool:
    """Whether "the vanguard programme" means a vanguard's own."""
    printed = scene.reading.text[place.start : place.end].casefold()
    owner = scene.owner(sentence, place.end)
    return (
        printed.endswith("vanguard programme")
        and owner is not None
        and owner.entities[0].kind == "vanguard"
    )


def _leads(
    scene: Scene, sentence: Sentence, person: Mention
) -> Iterator[tuple[Entity, str, int, int, float]]:
    """Yield the roles in "leads the vanguard (programme) for X"."""
    text = scene.reading.text
    match = LEADS_VANGUARD.match(text, person.end, sentence.end)
    if match is None:
        return
    owner = scene.owner(sentence, match.end())
    if owner is not None and owner.entities[0].kind in {"vanguard", "programme"}:
        yield owner.entities[0], match["job"], person.start, match.end(), 0.88
    rest = FOR_BODY.match(text, match.end())
    if rest:
        for place in scene.reading.within(rest.end(), sentence.end, "org"):
            if place.start == rest.end():
                yield place.entity, match["job"], person.start, place.end, 0.9


def _claim(
    scene: Scene, person: Mention, place: Entity, job: str, start: int, end: int, weight: float
) -> Claim:
    """Return the claim of one role."""
    coming = TAKES_UP.match(scene.reading.text, person.end) is not None
    return scene.claim(
        Relation.ROLE,
        person.entity,
        place,
        status_of_post(scene.reading.text[person.end : max(person.end, end)], coming=coming),
        start,
        end,
        rule=NAME,
        confidence=weight,
        qualifiers=(("role", job),) if job else (),
    )


RULE = Rule(
    name=NAME,
    find=find,
    hits={
        "The Dudley vanguard is new. Jane Smith never worked for Stockport Council.": {
            ("role", "person:Jane Smith", "org:Stockport Council", "negated"),
        },
        "The Dudley vanguard is new. Jane Smith, who runs Larch Corner, likes it.": {
            ("role", "person:Jane Smith", "org:Larch Corner", "reported"),
        },
        "The Dudley vanguard is new. Jane Smith, a voice coach with Larch NHS Trust, agrees.": {
            ("role", "person:Jane Smith", "org:Larch NHS Trust", "reported"),
        },
        "The Dudley vanguard is new. Jane Smith sits on its board.": {
            ("role", "person:Jane Smith", "vanguard:dudley", "reported"),
        },
        "The Dudley vanguard is new. We met Jane Smith, manager of Larch Lodge.": {
            ("role", "person:Jane Smith", "org:Larch Lodge", "reported"),
        },
        'The Dudley vanguard began late. "We were short of nurses," said Jane Smith, a GP.': {
            ("role", "person:Jane Smith", "vanguard:dudley", "reported"),
        },
        "Jane Smith will be taking over as director of the Dudley vanguard.": {
            ("role", "person:Jane Smith", "vanguard:dudley", "planned"),
        },
        "The Dudley vanguard has a new home.\n\nChair: Dr Jane Smith": {
            ("role", "person:Jane Smith", "vanguard:dudley", "reported"),
        },
        "Present at the Sunderland vanguard's board: Jane Smith (Stockport Council, chair).": {
            ("role", "person:Jane Smith", "org:Stockport Council", "reported"),
        },
        "Jane Smith, the Dudley vanguard's clinical lead, agrees.": {
            ("role", "person:Jane Smith", "vanguard:dudley", "reported"),
        },
        "Jane Smith, chief executive of Stockport Council, spoke for the Stockport vanguard.": {
            ("role", "person:Jane Smith", "org:Stockport Council", "reported"),
            ("role", "person:Jane Smith", "vanguard:stockport", "reported"),
        },
        "Dr Anil Kumar leads the vanguard programme for Sutton CCG.": {
            (
                "role",
                "person:Anil Kumar",
                "org:Sutton Clinical Commissioning Group|Sutton CCG",
                "reported",
            ),
            ("role", "person:Anil Kumar", "vanguard:sutton", "reported"),
        },
        "The King's Fund's director Mary Brown visited the Sunderland vanguard.": {
            (
                "role",
                "person:Mary Brown",
                "org:King's Fund Centre|The King's Fund|King's Fund|Kings Fund",
                "reported",
            ),
        },
        "Rachel Green, a team manager who works in the Sunderland vanguard, agrees.": {
            ("role", "person:Rachel Green", "vanguard:sunderland", "reported"),
        },
    },
    misses=(
        "The Dudley vanguard has a new home. Jane Smith, a patient, likes it.",
        "The Dudley vanguard is watched. Jane Smith, a national director, came.",
        "Medical Director\nSunderland vanguard",
        "Jane Smith, former chief executive of Stockport Council, left the Dudley vanguard.",
        "The Dudley vanguard met Jane Smith near Stockport Council.",
        "The Dudley vanguard is new. Jane Smith, a tenant of Stockport Council, likes it.",
    ),
)
