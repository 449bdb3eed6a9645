"""Bodies called by their place or by the sentence before: "Airedale chief executive NAME".

A place beside an executive's post means the trust (or the only body) of that name. A manager who
is named with no employer belongs to the body that opens the sentence before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.jobs import TITLE
from kg.extraction.orgtypes import org_type
from kg.extraction.telling import previous

if TYPE_CHECKING:
    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.model import Entity, Sentence

EXECUTIVE = re.compile(
    r"\b(?:chief (?:executive|operating officer|nurse|nursing officer|medical officer)"
    r"|medical director|finance director|nursing director|director of \w+|chair(?:man|woman)?)\b",
    re.IGNORECASE,
)
"""Posts that trusts have, and vanguards have not."""
_RUNS_A_HOUSE = re.compile(
    r"^(?:(?:care|home|deputy|registered|ward|practice|centre|general) ){0,2}"
    r"(?:manager|matron|head|owner|proprietor|secretary|treasurer|founder|chief executive|director"
    r"|chair(?:man|woman)?|senior carer|coordinator)$",
    re.IGNORECASE,
)
_OF_PLACE = re.compile(
    rf"(?<![\w’'-])(?P<place>[A-Z][\w-]+(?: [A-Z][\w-]+)?)(?P<its>['’]s)? "
    rf"(?P<job>(?:[\w’'&/-]+ ){{0,4}}?{TITLE}(?: of [\w ]{{3,30}}?)?),? "
    r"(?:(?:[Dd]r|[Pp]rofessor|[Mm]rs?|[Mm]s|[Ss]ir|[Dd]ame)\.? )?$"
)


def body_of_place(scene: Scene, sentence: Sentence, person: Mention) -> tuple[Entity, str] | None:
    """Return the body and the post in "Airedale('s) chief executive, NAME", or None."""
    low = max(sentence.start, person.start - 90)
    match = _OF_PLACE.search(scene.reading.text, low, person.start)
    if match is None or not EXECUTIVE.search(match["job"]):
        return None
    opens = f"{match['place']} "
    fits: dict[Entity, str] = {}
    for org in scene.reading.of_kinds("org"):
        if any(name.startswith(opens) for name in org.entity.names):
            fits[org.entity] = org_type(scene.vocabulary, org.entity)
    trusts = [entity for entity, kind in fits.items() if kind == "nhs-trust"] or list(fits)
    return (trusts[0], match["job"]) if len(trusts) == 1 else None


def body_before(scene: Scene, sentence: Sentence, job: str) -> Entity | None:
    """Return the body that opens the sentence before, where the post is one at such a body."""
    before = previous(scene, sentence) if _RUNS_A_HOUSE.match(job) else None
    if before is None or before.block != sentence.block:
        return None
    opens = scene.reading.within(before.start, before.end, "org")
    lead = scene.reading.text[before.start : opens[0].start] if opens else "-"
    return opens[0].entity if lead.strip(" “\"'").casefold() in {"", "the", "at", "in"} else None
