"""Words of a group of cues, found in a text: the groups' phrases are data (`cues.ttl`)."""

from __future__ import annotations

from functools import cache, lru_cache

from kg.extraction.gapped import Gapped, is_gapped, parts_of
from kg.extraction.tokens import SKIPPED, loose, tokens
from kg.model import Entity
from kg.vocabulary import default_vocabulary

Found = tuple[int, int, str]
"""Where words of a group start and end, and the group."""


def phrases_of(group: str) -> tuple[str, ...]:
    """Return the phrases of a group of cues, as they are written."""
    concept = default_vocabulary().find("cue", group)
    properties = concept.properties if concept else ()
    return tuple(text for name, text in properties if name == "phrase")


@cache
def _finder(groups: tuple[str, ...]) -> Gapped:
    """Return what finds the phrases of two words and more."""
    finder = Gapped()
    for group in groups:
        for text in phrases_of(group):
            finder.add(text, (Entity("cue", group), "hidden"))
    finder.build()
    return finder


@cache
def _singles(groups: tuple[str, ...], printed: bool) -> dict[str, tuple[str, ...]]:
    """Return the groups of each phrase of one word: as printed, or as compared."""
    found: dict[str, tuple[str, ...]] = {}
    for group in groups:
        for text in phrases_of(group):
            if " " in text or is_gapped(text.replace("|", "")):
                continue
            if printed:
                words = set(text.casefold().split("|"))
            else:
                words = {word for part in parts_of(text) for slot in part for word in slot}
            for word in words:
                found[word] = (*found.get(word, ()), group)
    return found


@lru_cache(maxsize=1024)
def _words(text: str, start: int, end: int) -> tuple[list[int], list[int], list[str]]:
    """Return where the words that count start and end, and what they compare as."""
    seen = tokens(text, start, end)
    kept = [i for i, word in enumerate(seen.words) if word not in SKIPPED]
    starts, ends = [seen.starts[i] for i in kept], [seen.ends[i] for i in kept]
    return starts, ends, [loose(seen.words[i]) for i in kept]


@lru_cache(maxsize=1024)
def worded(
    text: str, start: int, end: int, groups: tuple[str, ...], *, printed: bool = False
) -> tuple[Found, ...]:
    """Return the words of these groups in ``text[start:end]``, in order of place.

    Phrases of one word are met as compared, or, where the form of a verb matters, as `printed`.
    """
    starts, ends, words = _words(text, start, end)
    singles = _singles(groups, printed)
    found = {
        (starts[first], ends[last], means[0].id)
        for first, last, means in _finder(groups).find(words)
    }
    said = [text[i:j].casefold() for i, j in zip(starts, ends, strict=True)] if printed else words
    for i, word in enumerate(said):
        if word in singles:
            found.update((starts[i], ends[i], group) for group in singles[word])
    return tuple(sorted(found))
