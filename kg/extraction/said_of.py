"""Posts told by the frame of the words, whatever the job is called: "NAME, the voice of X".

What stands in apposition to a person and ends in a preposition before a body tells where the
person belongs, unless the words are those of a patient, a visitor or a critic. So do "whose head
is NAME", "X has a new manager: NAME" and "on behalf of X, NAME".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.jobs import PAST, TITLE
from kg.extraction.telling import following

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.posts import Post
    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.model import Sentence

MOST_WORDS = 16
"""Words between a person and the body in apposition."""
_OPENS = re.compile(
    r"\s*(?:\([^)]{0,20}\)\s*)?(?:, \d\d\b)?(?:,|\s\(|\s[–—-])\s*"
    r"(?=an?\b|the\b|its\b|our\b|one of\b|who\b|[a-z]{3,}(?:ing|er|or|ist|ant|ent)\b|on behalf)"
)
_CLOSES = re.compile(
    r"\b(?:of|at|for|in|with|from|on|by|within|inside|behind|to)(?: the)?(?: local)? $"
)
_BREAKS = re.compile(r"[.;:“”\"\n]|\b(?:says?|said|tells?|told|thinks?|believes?|adds?|warns?)\b")
_BESIDE_IT = re.compile(
    r"\b(?:patients?|residents?|tenants?|clients?|customers?|relatives?|daughter|son|widow\w*|husband|wife|mother"
    r"|father|sister of|brother|lives?|living|lived|treated|stayed|staying|born|users?|visit\w*"
    r"|met|critic\w*|opponent|reporter|journalist|correspondent|author|writer|historian|expert"
    r"|not|never|no longer|left|moved|retired|former\w*|ex-|critici\w+|oppos\w+|campaign\w+"
    r"|learn\w*|copied|studied|impressed|praised?|admir\w+|said|wants?|lecture[sd]?|neighbour)\b",
    re.IGNORECASE,
)
_TITLES = r"(?:(?:[Dd]r|[Pp]rofessor|[Pp]rof|[Mm]rs?|[Mm]s|[Ss]ir|[Dd]ame|[Cc]llr)\.? )?"
_WHOSE = re.compile(
    rf"(?:,? whose (?P<job>(?:[\w’'-]+ ){{0,4}}?{TITLE}),? (?:is |was )?"
    rf"|[^.;]{{0,30}}? (?:has|have|had|got|appointed|hired|recruited|chose|found)"
    rf" (?:an?|its) (?:[\w-]+ )?(?P<new>(?:[\w’'-]+ ){{0,3}}?{TITLE})(?::|,| in| called) )"
    rf"{_TITLES}"
)
_BEHALF = re.compile(r"\b(?:[Ss]peaking (?:on behalf of|for)|[Oo]n behalf of|[Ff]or) (?:the )?$")
_THEN = re.compile(rf",\s+{_TITLES}")
_AND_AT = re.compile(
    r"[^.;“”\"]{0,110}?\b(?:and|but) (?:also )?(?:seconded|attached|lent|on loan|working|paid"
    r"|employed) (?:to|with|by|for|in) (?:the )?$"
    rf"|, [^.;“”\"]{{2,110}}?, is now (?:the |an? )?(?:[\w-]+ ){{0,4}}?{TITLE}(?: [\w-]+){{0,3}}?"
    r" (?:of|at|for|with|in) (?:the )?$"
)
LONGEST_LINE = 110
"""Characters of a line that signs for a person."""
_A_POST = re.compile(
    rf"\b{TITLE}\b|^\W*(?:organisation|employer|affiliation|based at|works? (?:at|for)|from)\b",
    re.IGNORECASE,
)
_NAMES = re.compile(
    rf"[^.;]{{0,40}}? (?:has |have |had )?(?:named|appointed|hired|chose|chosen|picked|made"
    rf"|elected) {_TITLES}"
)
_AS = re.compile(r" (?:as|to (?:be|lead|run|chair|head)|in charge|its|head|lead|chair|director)\b")
_ONE_OF = re.compile(r" (?:is|was) one of (?!the patients)[^.;:“”\"]{2,70} (?:the )?$")
_JOINS = re.compile(r"\b(?:becomes?|became|joins?|joined|and)\b")
_MAKER = re.compile(
    r"[^.;“”\"]{0,60}?\b(?:(?:employed|paid|seconded|hired|sent|lent) (?:by|from|to)"
    r"|(?:brought in|asked|hired|appointed|chosen|picked|elected|recruited|put)"
    r" (?:to (?:chair|lead|run|head|manage|oversee|coordinate|steer)|in charge of)) (?:the )?$"
)


def framed(
    scene: Scene, sentence: Sentence, person: Mention, places: tuple[Mention, ...]
) -> Iterator[Post]:
    """Yield the posts of one person that the frame of the words tells, the surest kind only."""
    found = [*_said_of(scene, sentence, person, places), *_signed_below(scene, sentence, person)]
    yield from found or _of_the_place(scene, sentence, person)


def _said_of(
    scene: Scene, sentence: Sentence, person: Mention, places: tuple[Mention, ...]
) -> Iterator[Post]:
    """Yield the posts of one person that the frame of the words tells."""
    text = scene.reading.text
    for place in places:
        if place.start >= person.end:
            gap = text[person.end : place.start]
            if any(True for _ in scene.reading.within(person.end, place.start, "person")):
                break
            if _apposed(gap) and place.kind != "programme":
                job = gap.strip(" ,(–—-")
                yield place.entity, " ".join(job.split()), person.start, place.end, 0.75
                break
            if place.kind != "programme" and (
                _MAKER.fullmatch(gap)
                or (_ONE_OF.fullmatch(gap) and re.search(rf"\b{TITLE}s\b", gap))
            ):
                yield place.entity, "", person.start, place.end, 0.8
        else:
            match = _WHOSE.fullmatch(text, place.end, person.start)
            named = _NAMES.fullmatch(text, place.end, person.start) and _AS.match(text, person.end)
            behalf = _THEN.fullmatch(text, place.end, person.start) and _BEHALF.search(
                text, max(sentence.start, place.start - 30), place.start
            )
            if match:
                job = match["job"] or match["new"]
                yield place.entity, job, place.start, person.end, 0.8
            elif named or behalf:
                yield place.entity, "", place.start, person.end, 0.75


def _of_the_place(scene: Scene, sentence: Sentence, person: Mention) -> Iterator[Post]:
    """Yield the vanguard for which the person of its area speaks: "Airedale's NAME"."""
    text = scene.reading.text
    owner = scene.owners.main
    lead = text[max(sentence.start, person.start - 4) : person.start]
    if owner is None or owner.kind != "vanguard" or not lead.startswith(("'s", "’s"), -3):
        return
    at = person.start - 3
    for place in scene.reading.within(max(sentence.start, at - 40), at, "place", "vanguard"):
        if place.end == at and (place.kind == "place" or place.entity == owner):
            yield owner, "", place.start, person.end, 0.6
            return


def _signed_below(scene: Scene, sentence: Sentence, person: Mention) -> Iterator[Post]:
    """Yield the post on the line below a name that ends its own: "Dr NAME / Chair, X CCG"."""
    text = scene.reading.text
    if text[person.end : sentence.end].strip(" ,*_\n"):
        return
    for line in following(scene, sentence, 3)[1:]:
        if line.end - line.start > LONGEST_LINE or line.start - person.end > LONGEST_LINE:
            return
        orgs = scene.reading.within(line.start, line.end, "org", "vanguard")
        if orgs and _A_POST.search(text, line.start, orgs[0].start):
            job = text[line.start : orgs[0].start].strip(" ,\n")
            yield orgs[0].entity, " ".join(job.split()), person.start, orgs[0].end, 0.85
            return


def seconded(person: Mention, places: tuple[Mention, ...], text: str) -> Iterator[Post]:
    """Yield the second place in "NAME is employed by X and seconded to Y"."""
    for place in places:
        if (
            place.start > person.end
            and place.kind != "programme"
            and _AND_AT.fullmatch(text, person.end, place.start)
        ):
            yield place.entity, "", person.start, place.end, 0.8


def _apposed(gap: str) -> bool:
    """Whether what stands between a person and a body says that the person belongs to it.

    >>> _apposed(", a prescriber with the "), _apposed(", a patient of ")
    (True, False)
    """
    opens = _OPENS.match(gap)
    return (
        opens is not None
        and len(gap.split()) <= MOST_WORDS
        and _CLOSES.search(gap, opens.end() - 1) is not None
        and not (_BREAKS.search(gap) or _BESIDE_IT.search(gap) or PAST.search(gap))
    )


def acts_after(text: str, start: int, end: int) -> bool:
    """Whether a post at one body ends before the next is named: "X's manager, sat in on Y"."""
    return text.startswith(("'s", "’s"), start) and _JOINS.search(text, start, end) is None
