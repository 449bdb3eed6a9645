"""From a sentence in English to a question of the library, its parameters and what comes next.

The things in a sentence are found by the vocabulary's labels and the names of the graph; the
question by its phrases (`Question.words`). A sentence means a question when all that it says but
little is accounted for, and no other question accounts for it as well. What is in doubt is said to
be: nothing is guessed.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.query.binding import kinds_of
from kg.query.phrases import likeness, phrase_slots, phrase_words, unexplained, words_of
from kg.query.question import all_questions

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.extraction.reading import Mention
    from kg.query.question import Param, Question
    from kg.query.spotting import Spotter

SURE = 0.7
"""How like its phrase a sentence must be to be understood."""
MARGIN = 0.03
"""How much more like it than the next question's."""
NEXT = 3
"""How many other questions are offered."""
LONGEST = 1000
"""Characters of a sentence that are looked at."""

_STATUS = {
    "plan": "planned",
    "planned": "planned",
    "hop": "expected",
    "hope": "expected",
    "expect": "expected",
    "forecast": "expected",
    "deny": "negated",
    "denied": "negated",
}
"""Stems that ask for a status."""
_NUMBERS = {w: n for n, w in enumerate("two three four five six seven eight nine ten".split(), 2)}  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence read as a question: parameters (IRIs, numbers), a status or nothing, and a score.

    `said` holds the words that gave each parameter, `left` those of the sentence that the question
    does not account for; `score` lies in [0, 1].
    """

    question: Question
    parameters: tuple[tuple[str, str | int], ...]
    said: tuple[tuple[str, str], ...]
    status: str
    score: float
    left: tuple[str, ...] = ()

    @property
    def in_words(self) -> str:
        """The question with its parameters as they stand in the sentence."""
        given = [f"{name}: {words}" for name, words in self.said]
        given += [f"status: {self.status}"] if self.status else []
        return self.question.name + (f" ({'; '.join(given)})" if given else "")


@dataclass(frozen=True, slots=True)
class Understood:
    """What a sentence means: `reading`, or None where it is in doubt; `near` are the next best."""

    reading: Reading | None
    near: tuple[Reading, ...]


def understand(
    sentence: str, spotter: Spotter, questions: Sequence[Question] | None = None
) -> Understood:
    """Return the question that a sentence asks, and the next best ones."""
    text = " ".join(sentence.split())[:LONGEST]
    mentions = spotter.find(text)
    read = (_read(text, mentions, question) for question in questions or all_questions())
    found = sorted((r for r in read if r), key=lambda r: (-r.score, r.question.name))
    if not found:
        return Understood(None, ())
    best, rest = found[0], found[1:]
    alone = not rest or best.score - rest[0].score >= MARGIN
    sure = best.score >= SURE and alone and not best.left
    if sure:
        return Understood(best, tuple(r for r in rest[:NEXT] if r.score >= SURE / 2))
    return Understood(None, tuple(r for r in found[: NEXT + 1] if r.score >= SURE / 2))


def _read(text: str, mentions: Iterable[Mention], question: Question) -> Reading | None:
    """Read a sentence as one question; None where a required parameter is not named."""
    chosen = _choose(mentions, question.params)
    if any(p.required and p.name not in chosen for p in question.params):
        return None
    left = words_of(_without(text, chosen.values()))
    parameters: dict[str, str | int] = {name: mention.entity.id for name, mention in chosen.items()}
    said = {name: text[m.start : m.end] for name, m in chosen.items()}
    for param in question.params:
        number = next((w for w in left if param.kind == "number" and _number(w)), "")
        if number:
            left.remove(number)
            if _number(number) != param.default:
                parameters[param.name] = _number(number)
                said[param.name] = number
    slots = [f"<{name}>" for name in chosen]
    best = max(_alike(left, slots, phrase, question) for phrase in question.words)
    score, status, rest = best
    given, words = tuple(parameters.items()), tuple(said.items())
    return Reading(question, given, words, status, round(score, 3), rest)


def _alike(
    left: Sequence[str],
    slots: Sequence[str],
    phrase: str,
    question: Question,
) -> tuple[float, str, tuple[str, ...]]:
    """Return how like a phrase the sentence is, the status it asks for, and its words left over."""
    wanted = list(phrase_words(phrase))
    numbers = any(param.kind == "number" for param in question.params)
    if numbers:
        wanted = [word for word in wanted if not _number(word)]
    bag = Counter(left)
    asked = next((w for w in left if w in _STATUS and w not in wanted), "")
    status = _STATUS.get(asked, "") if question.status else ""
    if status:
        bag[asked] -= 1
    sentence = +bag + Counter(slots)
    meant = Counter(wanted) + Counter(_slots(phrase, question.params))
    return likeness(sentence, meant), status, unexplained(sentence, meant)


def _slots(phrase: str, params: Sequence[Param]) -> list[str]:
    """Return the parameters that the braces of a phrase stand for."""
    free = list(params)
    found = []
    for kind in phrase_slots(phrase):
        param = next((p for p in free if kind in kinds_of(p) or kind == p.kind), None)
        if param:
            free.remove(param)
            found.append(f"<{param.name}>")
    return found


def _choose(mentions: Iterable[Mention], params: Sequence[Param]) -> dict[str, Mention]:
    """Give each parameter a mention of its kind: the longest of those that are left first."""
    left = sorted(mentions, key=lambda m: (-(m.end - m.start), m.start, m.entity.kind, m.entity.id))
    chosen: dict[str, Mention] = {}
    for param in params:
        kinds = kinds_of(param)
        fitting = [
            m
            for m in left
            if m.entity.kind in kinds
            and not any(m.start < c.end and c.start < m.end for c in chosen.values())
        ]
        if fitting:
            longest = fitting[0].end - fitting[0].start
            # Of equal kinds of claim the kind named first counts: a vanguard before its town.
            best = min(
                (m for m in fitting if m.end - m.start == longest),
                key=lambda m: (m.start, kinds.index(m.entity.kind)),
            )
            chosen[param.name] = best
    return _in_order(chosen, params)


def _in_order(chosen: dict[str, Mention], params: Sequence[Param]) -> dict[str, Mention]:
    """Let parameters of one kind take their mentions in the order of the sentence."""
    for kind in {p.kind for p in params}:
        names = [p.name for p in params if p.kind == kind and p.name in chosen]
        ordered = sorted((chosen[name] for name in names), key=lambda m: m.start)
        chosen.update(zip(names, ordered, strict=True))
    return chosen


def _without(text: str, chosen: Iterable[Mention]) -> str:
    """Return a text with the chosen mentions blanked."""
    for mention in chosen:
        text = text[: mention.start] + " " * (mention.end - mention.start) + text[mention.end :]
    return text


def _number(word: str) -> int:
    """Return the number that a word is, from 2; else 0."""
    if word.isdecimal() and len(word) < 5:
        return int(word)
    return _NUMBERS.get(word, 0)
