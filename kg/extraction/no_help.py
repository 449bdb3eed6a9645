"""Whether what looks like a help is none: somebody's post, told as trouble, or regretted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.help_found import helps
from kg.extraction.hindrance import troubles
from kg.extraction.telling import clause

if TYPE_CHECKING:
    from kg.extraction.reading import Mention
    from kg.extraction.scene import Scene
    from kg.model import Sentence

POST = 24
"""Characters between a person's name and the post that they hold."""

_REGRETTED = re.compile(
    r"\b(?:should|could|ought to) have (?:been )?(?:[\w-]+ ){0,2}$", re.IGNORECASE
)


def no_help(scene: Scene, sentence: Sentence, mention: Mention, *, announced: bool) -> bool:
    """Whether the words around a vague label tell that it was no help."""
    text = scene.reading.text
    if _REGRETTED.search(text[max(sentence.start, mention.start - 50) : mention.start]):
        return True
    if _holds_post(scene, sentence, mention):
        return True
    return not announced and told_as_trouble(scene, sentence, mention)


def told_as_trouble(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether the clause of a label tells of trouble, and the sentence of no help."""
    start, end = clause(scene, sentence, mention.start, mention.end)
    text = scene.reading.text
    told = troubles(text, sentence.start, sentence.end)
    wide = mention.role == "cue"
    if not any((wide or t.strong) and start <= t.start < end for t in told):
        return False
    return all(h.side == "weak" for h in helps(text, sentence.start, sentence.end))


def _holds_post(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether a person is named beside a label as the holder of that post."""
    text = scene.reading.text
    low, high = max(sentence.start, mention.start - 60), min(sentence.end, mention.end + 40)
    for person in scene.reading.within(low, high, "person"):
        if person.end <= mention.start:
            gap = text[person.end : mention.start]
            if len(gap) <= POST and gap.lstrip().startswith((",", "(", "is ", "who is")):
                return True
        elif person.start >= mention.end:
            gap = text[mention.end : person.start]
            if len(gap) <= POST and re.fullmatch(r"[, ]*(?:(?:of|at|for|in)\b[^,]*,)?\s*", gap):
                return True
    return False
