"""Posts told by a verb of work: "NAME belongs to …", "she is paid by …", "who volunteers with us".

Also those told by "its", "our" or "cabinet member", whose body the text has named elsewhere.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.first_person import who_is_i
from kg.extraction.home_body import home_body
from kg.extraction.jobs import PAST, TITLE
from kg.extraction.orgtypes import org_type
from kg.extraction.own_posts import THING
from kg.extraction.telling import previous

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.posts import Post
    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.model import Entity, Sentence

LOOKED_BACK = 600
"""Characters before "she joined" in which the person was named."""
FARTHEST = 90
"""Characters between a person and the verb of work."""

_VERB = re.compile(
    r"\b(?:belongs? to|speaking (?:for|on behalf of)|(?:is|was|are|been) (?:paid|employed"
    r"|seconded) (?:by|from)"
    r"|employed by|gave up [^.;]{3,60} to work (?:for|at|with)"
    r"|(?:sits?|sat|serves?|served) on|works? as [^,.;]{3,40}? (?:for|at|with|in)"
    r"|(?:works?|worked|working) (?:for|at|with)|represents?|(?:speaks?|spoke) for"
    r"|(?:volunteers?|volunteered|volunteering) (?:for|with|at)|joined|(?:came|moved|comes?) from"
    r"|(?:is|was) (?:now )?(?:based at|from|with|at)|trained at)\s+(?:the |a |an )?"
)
_GAP = re.compile(
    r"(?:,[^;“”\"]{2,80}| [^.;“”\"]{2,80}(?= and ))?,?"
    r"(?: (?:who|and|but|also|now|still|has|had|have|is|was|currently))*\s+"
)
_SHE = re.compile(r"(?:^|[\s“\"])(?:[Hh]e|[Ss]he)(?: (?:also|now|still|has|had))*\s+$")
_I = re.compile(
    r"(?:^|[\s(—–-])I(?:['’](?:m|ve)| am| was| have)?(?: (?:also|now|still|been|am|\w+ly))*\s*$"
)
_US = re.compile(r"(?:us|our (?:charity|team|trust|organisation))\b")
_THE_THING = re.compile(
    rf"(?:(?:our|its|this|their|\w+['’]s) )?(?:[\w-]+ ){{0,6}}?{THING}\b(?!['’])", re.IGNORECASE
)
_JOB = rf"(?P<job>(?:[\w’'&/-]+ ){{0,5}}?{TITLE}\b(?: (?:of|for|and) [\w-]+(?: [\w-]+)?)?)"
_TITLES = r"(?:(?:dr|professor|prof|mr|mrs|ms|sir|dame|cllr)\.? )"
_NAMELY = rf",?\s+{_TITLES}?"
_LED_BY = re.compile(
    r"\b(?P<job>led|run|chaired|headed|managed|directed|overseen|founded|coordinated) by"
    r"(?: (?:its|the|an?|local|senior|former))?(?: [\w-]+){0,4}? "
    r"(?:(?:Dr|Professor|Prof|Mr|Mrs|Ms|Sir|Dame|Cllr)\.? )?$"
)
_IS_WHO = re.compile(
    rf"\b(?:[Ii]ts|[Tt]heir|[Oo]ur|[Tt]he \w+['’]s) {_JOB} (?:is|was) {_TITLES}?$", re.IGNORECASE
)
_AS_ITS = re.compile(
    rf"\s+(?:(?:has|have|is|was) )?(?:been )?(?:appointed|named|hired|recruited|made)(?: as)? "
    rf"(?P<whose>its|their|our) {_JOB}",
    re.IGNORECASE,
)
_NOT_NOW = re.compile(
    r"\b(?:never|not|formerly|until|used to|no longer|once|previously)\b|n['’]t\b"
)

_ITS_BEFORE = re.compile(rf"\b(?P<whose>its|their|our)\s+{_JOB}{_NAMELY}$", re.IGNORECASE)
_ITS_AFTER = re.compile(
    rf"\s*,\s*(?:(?:is|was)\s+)?(?P<whose>its|their|our|one of our)\s+{_JOB}", re.IGNORECASE
)
_OF_COUNCIL = re.compile(
    r"\s*,\s*(?:the )?(?:council(?:['’]s)? )?(?P<job>cabinet member|portfolio holder|(?:deputy )?"
    r"leader of the council|council leader|mayor)\b",
    re.IGNORECASE,
)


def workers(
    scene: Scene, sentence: Sentence, places: tuple[Mention, ...]
) -> Iterator[tuple[Mention, Post]]:
    """Yield (person, post) for each verb of work whose subject is a person, or "she" or "he"."""
    text = scene.reading.text
    for match in _VERB.finditer(text, sentence.start, sentence.end):
        person = _who(scene, sentence, match.start())
        if person is None or _NOT_NOW.search(text, max(person.end, sentence.start), match.end()):
            continue
        start = max(person.start, sentence.start)
        place = next((p for p in places if p.start == match.end()), None)
        if place is not None and place.kind != "programme":
            yield person, (place.entity, "", start, place.end, 0.85)
            continue
        if _US.match(text, match.end()):
            at = home_body(scene) or _vanguard(scene, sentence, person.start)
            if at is not None:
                yield person, (at, "", start, match.end() + 2, 0.8)
            continue
        thing = _THE_THING.match(text, match.end(), sentence.end)
        at = _vanguard(scene, sentence, person.start) if thing else None
        if at is not None and thing:
            yield person, (at, "", start, thing.end(), 0.8)


def _who(scene: Scene, sentence: Sentence, at: int) -> Mention | None:
    """Return the person who is the subject of the verb at an offset, or None."""
    text = scene.reading.text
    if _SHE.search(text, max(sentence.start - 1, at - 30), at):
        block = scene.reading.document.blocks[sentence.block]
        before = scene.reading.within(max(block.start, at - LOOKED_BACK), at, "person")
        return before[-1] if before else None
    if _I.search(text, max(sentence.start - 1, at - 30), at):
        return who_is_i(scene, sentence, at)
    near = scene.reading.within(max(sentence.start, at - FARTHEST), at, "person")
    if near and _GAP.fullmatch(text, near[-1].end, at):
        return near[-1]
    return None


def referred(scene: Scene, sentence: Sentence, person: Mention) -> Iterator[Post]:
    """Yield the post in "its secretary, NAME", "NAME, our manager" and "NAME, cabinet member"."""
    text = scene.reading.text
    low = max(sentence.start, person.start - 90)
    match = (
        _ITS_BEFORE.search(text, low, person.start)
        or _ITS_AFTER.match(text, person.end, sentence.end)
        or _AS_ITS.match(text, person.end, sentence.end)
    )
    if match and not PAST.search(match[0]):
        ours = "our" in match["whose"].lower()
        at = home_body(scene) if ours else _spoken_of(scene, sentence, match.start())
        at = at or _vanguard(scene, sentence, person.start)
        if at is not None:
            start, end = min(match.start(), person.start), max(match.end(), person.end)
            yield at, " ".join(match["job"].split()), start, end, 0.8
        return
    match = _IS_WHO.search(text, low, person.start) or _LED_BY.search(text, low, person.start)
    if match and not PAST.search(match[0]):
        at = _spoken_of(scene, sentence, match.start()) or _vanguard(scene, sentence, person.start)
        if at is not None:
            yield at, " ".join(match["job"].split()), match.start(), person.end, 0.8
        return
    post = _OF_COUNCIL.match(text, person.end, sentence.end)
    council = _council(scene, person.start) if post else None
    if council is not None and post:
        yield council, post["job"], person.start, post.end(), 0.75


def _spoken_of(scene: Scene, sentence: Sentence, at: int) -> Entity | None:
    """Return the body or vanguard that "its" takes up: the last of the sentence, or who opens it.

    A sentence before that opens with a body is still about that body.
    """
    here = scene.reading.within(sentence.start, at, "org", "vanguard")
    if here:
        return here[-1].entity
    before = previous(scene, sentence)
    for _ in range(2):
        if before is None:
            return None
        opens = scene.reading.within(before.start, before.start + 120, "org", "vanguard")
        lead = scene.reading.text[before.start : opens[0].start] if opens else "-"
        if lead.strip().casefold() in {"", "the"}:
            return opens[0].entity
        before = previous(scene, before)
    return None


def _council(scene: Scene, at: int) -> Entity | None:
    """Return the council whose councillor speaks at an offset: the last named, else the next."""
    found = [
        m
        for m in scene.reading.of_kinds("org")
        if org_type(scene.vocabulary, m.entity) == "local-authority"
    ]
    before = [m for m in found if m.start < at]
    return (before[-1] if before else found[0]).entity if found else None


def _vanguard(scene: Scene, sentence: Sentence, at: int) -> Entity | None:
    """Return the one vanguard of which the words at an offset tell, or None."""
    owner = scene.owner(sentence, at)
    if owner is not None and owner.entities[0].kind == "org":
        owner = scene.owners.background(sentence)
    if owner is None or owner.entities[0].kind != "vanguard" or len(owner.entities) > 1:
        return None
    return owner.entities[0]
