"""Who says it: the person or body to whom a sentence is attributed.

A sentence is attributed by a verb of speech with a name beside it ("says Dr Lee", "according to
NHS England", "he adds"), outside of quotation marks. A quotation carries its speaker to the other
sentences of its paragraph, and to following paragraphs that open with a quotation mark.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extraction.signs import signed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.extraction.reading import Reading
    from kg.model import Claim, Sentence

_VERB = signed(
    r"\b(?:says?|said|adds?|added|argues?|argued|explains?|explained|believes?|believed|notes?"
    r"|noted|warns?|warned|claims?|claimed|reports?|reported|told|tells|comments?|commented"
    r"|points? out|pointed out|welcomes|welcomed|regrets|regretted|finds|found|estimates?"
    r"|estimated|concludes?|concluded|according to)\b",
    re.IGNORECASE,
)
_QUOTATION = re.compile(r"“[^”]*(?:”|$)|(?<!\w)‘(?:[^’]|’(?=\w))*(?:’|$)|\"[^\"]*(?:\"|$)")
_QUOTE = re.compile(r"[“”\"]|(?<!\w)‘|’(?!\w)")
_PRONOUN_BEFORE = re.compile(r"\b(?:he|she)\s+(?:also\s+|then\s+)?$", re.IGNORECASE)
_PRONOUN_AFTER = re.compile(r"\s+(?:he|she)\b", re.IGNORECASE)
_NEAR = {"person": 170, "org": 40}
"""How far, in characters, a name may stand from its verb; a person's post may lie between."""
_OPEN, _CLOSE = "“‘\"'", "”’\"'"


def speakers(reading: Reading) -> dict[int, str]:
    """Return number of sentence -> name of its speaker, for the sentences that have one."""
    people = _people(reading)
    found: dict[int, str] = {}
    last, last_quoted = "", False
    block, pending = -1, list[int]()
    for number, sentence in enumerate(reading.document.sentences):
        if sentence.block != block:
            carries = last_quoted and _opens_quote(reading.text, sentence)
            block, pending, current = sentence.block, [], last if carries else ""
        words = reading.text[sentence.start : sentence.end]
        named = _speaker(reading, sentence, people, last)
        if named:
            # A quotation may come before the words that say whose it is.
            found.update(dict.fromkeys(pending, named))
            current, last = named, named
            pending = []
        elif current and _quoted(words):
            found[number] = current
        elif _opens_quote(reading.text, sentence) or pending:
            pending.append(number)
        if named:
            found[number] = named
        last_quoted = bool(found.get(number)) and any(mark in words for mark in _OPEN + _CLOSE)
    return found


def with_speakers(claims: Iterable[Claim], reading: Reading) -> tuple[Claim, ...]:
    """Return the claims, each with the speaker of its sentence where there is one."""
    found = speakers(reading)
    starts = [sentence.start for sentence in reading.document.sentences]
    return tuple(_with_speaker(claim, found, starts) for claim in claims)


def _with_speaker(claim: Claim, found: Mapping[int, str], starts: list[int]) -> Claim:
    number = bisect_right(starts, claim.evidence[0].start) - 1
    if number not in found or claim.relation == "role":
        return claim
    qualifiers = dict(claim.qualifiers) | {"speaker": found[number]}
    return replace(claim, qualifiers=tuple(sorted(qualifiers.items())))


def _people(reading: Reading) -> dict[str, str]:
    """Return surname -> full name of the people named in the document."""
    full = [m.entity.names[0] for m in reading.of_kinds("person") if m.entity.names]
    return {name.split()[-1]: name for name in full if " " in name}


def _speaker(reading: Reading, sentence: Sentence, people: Mapping[str, str], last: str) -> str:
    """Return the name beside a verb of speech outside of quotation marks, or nothing."""
    if not _VERB.may_stand(reading, sentence.start, sentence.end):
        return ""
    words = _without_quotes(reading.text[sentence.start : sentence.end])
    named: list[tuple[int, int, str, str]] | None = None
    for verb in _VERB.finditer(words):
        if named is None:
            named = _names(reading, sentence, words, people)
        before, after = words[: verb.start()], words[verb.end() :]
        if last and (_PRONOUN_BEFORE.search(before) or _PRONOUN_AFTER.match(after)):
            return last
        for kind, reach in _NEAR.items():
            near = [
                (gap, name)
                for start, end, name, of in named
                if of == kind and 0 <= (gap := max(start - verb.end(), verb.start() - end)) <= reach
            ]
            if near:
                return min(near)[1]
    return ""


def _names(
    reading: Reading, sentence: Sentence, words: str, people: Mapping[str, str]
) -> list[tuple[int, int, str, str]]:
    """Return (start, end, name, kind) of people and bodies named outside of quotation marks."""
    found: list[tuple[int, int, str, str]] = []
    for mention in reading.mentions_in(sentence, "person", "org"):
        start, end = mention.start - sentence.start, mention.end - sentence.start
        if words[start].strip() and mention.kind == "person":
            name = mention.entity.names[0] if mention.entity.names else words[start:end]
            found.append((start, end, name, "person"))
        elif words[start].strip():
            found.append((start, end, " ".join(words[start:end].split()), "org"))
    found.extend(
        (match.start(), match.end(), name, "person")
        for surname, name in people.items()
        if surname in words
        for match in re.finditer(rf"\b{re.escape(surname)}\b", words)
    )
    return found


def _without_quotes(words: str) -> str:
    """Blank out what stands inside quotation marks, so that offsets stay.

    >>> _without_quotes("“We said no,” she said.")
    '              she said.'
    """
    if not any(mark in words for mark in '“‘"'):
        return words
    return _QUOTATION.sub(lambda m: " " * len(m[0]), words)


def _quoted(words: str) -> bool:
    """Tell whether a sentence holds, opens or closes a quotation."""
    return _QUOTE.search(words) is not None


def _opens_quote(text: str, sentence: Sentence) -> bool:
    return text[sentence.start] in '“‘"'
