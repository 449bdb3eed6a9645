"""Posts told by referring back: "the think-tank's director NAME", "She is …", "his vanguard"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.first_person import who_is_i
from kg.extraction.jobs import AT_THE, HE_IS, HIS, KINDS, THE
from kg.extraction.orgtypes import org_type
from kg.extraction.telling import following

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.posts import Post
    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.model import Sentence

FARTHEST = 160
"""Characters between a person and the place of work."""
HIS_REACH = 600
"""Characters after a person in which "his vanguard" still means that person's."""


def at_the(scene: Scene, sentence: Sentence, person: Mention) -> Iterator[Post]:
    """Yield the post in "the think-tank's director NAME", at the last body of that type."""
    text = scene.reading.text
    match = THE.search(
        text, max(sentence.start, person.start - FARTHEST), person.start
    ) or AT_THE.match(text, person.end, sentence.end)
    if match is None:
        return
    wanted = KINDS[match["kind"].casefold()]
    for org in reversed(tuple(scene.reading.within(0, sentence.start, "org"))):
        if org_type(scene.vocabulary, org.entity) == wanted:
            start, end = min(match.start(), person.start), max(match.end(), person.end)
            yield org.entity, match["job"], start, end, 0.85
            return


def he_is(
    scene: Scene, sentence: Sentence, places: tuple[Mention, ...]
) -> Iterator[tuple[Mention, Post]]:
    """Yield (person, post) for "She is chief executive of X", of the person named last."""
    match = HE_IS.match(scene.reading.text, sentence.start, sentence.end)
    if match is None:
        return
    place = next((p for p in places if p.start == match.end()), None)
    block = scene.reading.document.blocks[sentence.block]
    before = tuple(scene.reading.within(block.start, sentence.start, "person"))
    who = before[-1] if before else None
    if match["me"]:
        who = who_is_i(scene, sentence, match.start())
    if place is None or who is None:
        return
    job = " ".join(match["job"].split())
    yield who, (place.entity, job, sentence.start, place.end, 0.85)


def his(scene: Scene, sentence: Sentence, person: Mention) -> Iterator[Post]:
    """Yield the post at the vanguard that the text soon after calls the person's own."""
    text = scene.reading.text
    for near in following(scene, sentence, 2):
        match = HIS.search(text, max(near.start, person.end), min(near.end, person.end + HIS_REACH))
        if match is None:
            continue
        owner = scene.owner(near, match.end())
        if owner is not None and owner.entities[0].kind == "vanguard":
            yield owner.entities[0], "", match.start(), match.end(), 0.85
        return
