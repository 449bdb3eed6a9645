"""Locations: the district, town or region that a vanguard serves, said outside its name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.place_in_name import IN, in_name
from kg.extraction.places import area_of, place_pattern
from kg.extraction.rule import Rule
from kg.extraction.served_places import (
    ADDRESS,
    BEHIND,
    BESIDE,
    COMPASS,
    ENDS,
    ONE_IN,
    OPENS,
    SERVED,
    SITE,
    WE,
)
from kg.extraction.telling import clause, following, sure, told_sentences
from kg.model import BlockKind, Entity, Relation, Status
from kg.names import slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.owners import Owner
    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.model import Claim, Sentence

NAME = "locations"

_SPEAKS = re.compile(r"(?:,[\w ]{2,30},)?\s+(?:says?|said|reports?|reported|told|claims?|hopes?)\b")
_KINDS = re.compile(
    r"\b(?:Trusts|Hospitals|Services|Organisations|Practices|Homes|Teams|Sites|CCGs|STPs?)\b"
)
WIDE = frozenset(
    {"england", "uk", "united kingdom", "britain", "wales", "scotland", "us", "united states"}
)


def find(scene: Scene) -> Iterator[Claim]:
    """Yield, once a place, where the document says that a vanguard is."""
    yield from _areas(scene)
    yield from _places(scene)


def _areas(scene: Scene) -> Iterator[Claim]:
    """Yield the area of the registry, or each place of it, where the words name it as a place."""
    text = scene.reading.text
    known = {row.id: row.area for row in scene.vocabulary.registry.rows}
    told = {e for n in scene.owners.named if n.kind == "vanguard" for e in n.entities}
    for entity in sorted(told):
        for area in parts(known.get(entity.id, "")) + _called(scene, entity):
            if area.casefold() in WIDE:
                continue
            pattern = place_pattern(area)
            if pattern.search(text) is None:
                continue
            for sentence in _body_first(scene):
                found = (
                    m
                    for m in pattern.finditer(text, sentence.start, sentence.end)
                    if not in_name(scene, *m.span()) and _of_it(scene, sentence, m, entity)
                )
                match = next(found, None)
                if match is not None:
                    owner = scene.owner(sentence, match.end())
                    yield _claim(scene, sentence, entity, area, match.span(), 0.9, owner)
                    break


def _called(scene: Scene, vanguard: Entity) -> tuple[str, ...]:
    """Return the places by which the words call a vanguard, where they do not name its area."""
    text = scene.reading.text
    row = next((r for r in scene.vocabulary.registry.rows if r.id == vanguard.id), None)
    if row is None or place_pattern(row.area).search(text):
        return ()
    areas = (m for m in scene.reading.mentions if m.role == "area" and m.entity == vanguard)
    called = dict.fromkeys(area_of(text[m.start : m.end]) for m in areas)
    return tuple(n for n in called if n[:1].isupper() and n not in {*parts(row.area), "Vanguard"})


def _body_first(scene: Scene) -> Iterator[Sentence]:
    """Yield the sentences, those of headings last: a sentence tells better where something is."""
    yield from told_sentences(scene)
    for sentence in told_sentences(scene, headings=True):
        if scene.reading.document.blocks[sentence.block].kind is BlockKind.HEADING:
            yield sentence


def parts(area: str) -> tuple[str, ...]:
    """Return the places that an area lists; one with no comma is one place.

    >>> parts("South Yorkshire, Mid Yorkshire and North Derbyshire")
    ('South Yorkshire', 'Mid Yorkshire', 'North Derbyshire')
    """
    if "," not in area:
        return (area,) if area else ()
    *first, last = area.split(",")
    return tuple(p.strip() for p in (*first, *last.split(" and ")) if p.strip())


def _of_it(scene: Scene, sentence: Sentence, found: re.Match[str], entity: Entity) -> bool:
    """Whether the words that name an area are told of its vanguard, or lead to it."""
    text = scene.reading.text
    heading = scene.reading.document.blocks[sentence.block].kind is BlockKind.HEADING
    placed = IN.search(text, max(sentence.start, found.start() - 30), found.start())
    if SITE.search(text, max(sentence.start, found.start() - 60), found.start()):
        return False
    if COMPASS.search(text, max(sentence.start, found.start() - 12), found.start()):
        return False
    alone = heading and text[sentence.start : sentence.end].strip() == found[0]
    by_area = any(
        m.role == "area" for m in scene.reading.within(found.start(), found.end(), "vanguard")
    )
    speaks = by_area and _SPEAKS.match(text, found.end(), sentence.end)
    owned = text.startswith(("'s", "’s"), found.end())
    if ((heading and not owned and not (alone and by_area)) or speaks) and not placed:
        return False
    owner = scene.owner(sentence, found.end())
    if owner is not None and entity in owner.entities:
        return True
    after = following(scene, sentence, 2)[1:]
    return any(
        entity in n.entities and not text[s.start : n.start].strip().casefold().strip("its ")
        for s in after
        for n in scene.owners.named_in(s.start, s.end)
    )


def _places(scene: Scene) -> Iterator[Claim]:
    """Yield other places that the words say a vanguard serves."""
    text = scene.reading.text
    for sentence in told_sentences(scene, headings=True):
        last, several = -1, 0
        heading = scene.reading.document.blocks[sentence.block].kind is BlockKind.HEADING
        for mention in scene.reading.mentions_in(sentence, "place"):
            name = mention.entity.names[0] if mention.entity.names else ""
            if (
                not name
                or _KINDS.search(name)
                or name.casefold() in WIDE
                or in_name(scene, mention.start, mention.end)
            ):
                continue
            joined = last >= 0 and re.fullmatch(
                r",?\s*(?:(?:and|or|as well as)\s+(?:(?:in|around|(?:large )?parts? of)\s+)?)?"
                r"(?:the )?"
                r"|(?: in the \w+)? to (?:the )?",
                text[last : mention.start],
            )
            lead = text[max(sentence.start, mention.start - 60) : mention.start]
            if heading and not _of_vanguard(scene, sentence, mention):
                continue
            lead = lead.replace("in and around", "in").replace("in or around", "in")
            served = (
                SERVED.search(lead)
                or _of_vanguard(scene, sentence, mention)
                or _opens_list(text, sentence, mention.start, mention.end)
                or _heads_clause(text, sentence, mention.start, mention.end)
                or (
                    OPENS.fullmatch(text, sentence.start, mention.start)
                    and WE.match(text, mention.end)
                )
            )
            if (not (joined and several) and not served) or ONE_IN.search(lead):
                continue
            last, several = mention.end, several + 1
            owner = scene.owner(sentence, mention.start)
            if owner is None or owner.entities[0].kind != "vanguard" or len(owner.entities) > 1:
                continue
            span = (mention.start, mention.end)
            yield _claim(scene, sentence, owner.entities[0], name, span, 0.75, owner)


def _of_vanguard(scene: Scene, sentence: Sentence, place: Mention) -> bool:
    """Whether a place stands right behind the vanguard's name: "…, in Kent", "… covering Kent"."""
    text, start = scene.reading.text, place.start
    before = scene.reading.within(max(sentence.start, start - 120), start, "vanguard")
    if not before:
        return False
    address = ADDRESS.fullmatch(text, before[-1].end, start) and ENDS.match(text, place.end)
    return bool(address or BESIDE.fullmatch(text, before[-1].end, start))


def _opens_list(text: str, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a sentence opens "In A, B and C, …": the places where what it tells is done."""
    return bool(
        OPENS.fullmatch(text, sentence.start, start)
        and re.match(r"(?:, [A-Z][\w’' -]+)*,? and [A-Z]", text[end : min(sentence.end, end + 90)])
    )


def _heads_clause(text: str, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a place opens its sentence, in a list said to be localities, towns or the like."""
    lead = text[sentence.start : start].casefold().split()
    return lead in ([], ["the"]) and BEHIND.match(text, end, sentence.end) is not None


def _claim(
    scene: Scene,
    sentence: Sentence,
    vanguard: Entity,
    place: str,
    span: tuple[int, int],
    weight: float,
    owner: Owner | None,
) -> Claim:
    """Return the claim of one place."""
    return scene.claim(
        Relation.LOCATION,
        vanguard,
        Entity("place", slug(place), (place,)),
        _status(scene, sentence, span),
        *clause(scene, sentence, *span),
        rule=NAME,
        confidence=sure(weight, owner),
    )


def _status(scene: Scene, sentence: Sentence, span: tuple[int, int]) -> Status:
    """Return how a place is told: denied, still to come, or so."""
    lead = scene.reading.text[max(sentence.start, span[0] - 40) : span[0]]
    if re.search(r"\b(?:not|never|no longer) (?:cover|serve|in|extend)\w*", lead):
        return Status.NEGATED
    if re.search(r"\b(?:will|is to|plans to) (?:extend|cover|serve)\b", lead):
        return Status.PLANNED
    return Status.REPORTED


RULE = Rule(
    name=NAME,
    find=find,
    hits={
        "Cheam, Belmont and Worcester Park are the three localities of the Sutton vanguard.": {
            ("location", "vanguard:sutton", "place:Cheam", "reported"),
            ("location", "vanguard:sutton", "place:Belmont", "reported"),
            ("location", "vanguard:sutton", "place:Worcester Park", "reported"),
        },
        "The Modality vanguard stretches from Hall Green in the east to West Bromwich.": {
            ("location", "vanguard:modality", "place:Hall Green", "reported"),
            ("location", "vanguard:modality", "place:West Bromwich", "reported"),
        },
        "The Sutton vanguard has ten practices in Cheam, Belmont and Worcester Park.": {
            ("location", "vanguard:sutton", "place:Cheam", "reported"),
            ("location", "vanguard:sutton", "place:Belmont", "reported"),
            ("location", "vanguard:sutton", "place:Worcester Park", "reported"),
        },
        "The Symphony Programme is a vanguard in South Somerset.": {
            ("location", "vanguard:symphony", "place:South Somerset", "reported"),
        },
        "All Together Better, the Sunderland vanguard, works across Sunderland.": {
            ("location", "vanguard:sunderland", "place:Sunderland", "reported"),
        },
        "Wellbeing Erewash is a vanguard for the people of Erewash.": {
            ("location", "vanguard:erewash", "place:Erewash", "reported"),
        },
    },
    misses=(
        "The Sutton vanguard was opened by the Mayor of Merton.",
        "The Sutton vanguard's idea is now used by residents in Devon.",
        "The Sunderland vanguard has a new team.",
        "Vanguards are at work all over England.",
        "The Stockport Together vanguard met in London.",
    ),
)
