"""Mentions by the vocabulary: all labels at once, with Aho-Corasick over words.

The automaton runs over whole words, not characters, so a hit never starts or ends inside a word;
the longest hits are picked after that, never before (an automaton that keeps only the longest hit
loses those that a longer, failed one covered).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from kg.extraction.reading import Mention
from kg.extraction.tokens import bare_end, tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kg.extraction.tokens import Tokens
    from kg.model import Entity
    from kg.vocabulary import Concept, Vocabulary

NAMES = ("vanguard", "org", "person", "place")
"""Kinds that are called by names: a label in capitals counts in capitals only."""

RIVALS = ("vanguard", "org", "programme")
"""Kinds of which one span holds one only: the longest name hides the others inside it."""

_RANK = {r: i for i, r in enumerate(("gain", "loss", "pref", "alt", "case", "hidden", "cue"))}
_STOPS = frozenset(",.;:!?()[]|•…-\n")
_SMALL = frozenset({"a", "an", "and", "at", "for", "in", "of", "on", "the", "to", "us", "with"})


@dataclass(frozen=True, slots=True)
class _Form:
    """A label as compared: its entity, role, and the words whose capitals count, if any."""

    entity: Entity
    role: str
    printed: tuple[str, ...]
    exact: bool


class Matcher:
    """Finds every label of a vocabulary in a text; built once, used for all documents."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Build the automaton (tens of milliseconds for thousands of labels)."""
        import ahocorasick

        self.vocabulary = vocabulary
        self._ids: dict[str, int] = {}
        forms: dict[tuple[int, ...], dict[tuple[Entity, str, tuple[str, ...]], _Form]] = {}
        for concept in vocabulary:
            for key, form in _forms(concept):
                ids = tuple(self._ids.setdefault(word, len(self._ids) + 1) for word in key)
                forms.setdefault(ids, {})[form.entity, form.role, form.printed] = form
        self._automaton: Any = ahocorasick.Automaton(
            ahocorasick.STORE_ANY, ahocorasick.KEY_SEQUENCE
        )
        for ids, found in forms.items():
            ranked = sorted(found.values(), key=lambda f: (_RANK.get(f.role, 9), f.entity))
            self._automaton.add_word(ids, (len(ids), tuple(ranked)))
        self._empty = not forms
        if forms:
            self._automaton.make_automaton()

    def __reduce__(self) -> tuple[type[Matcher], tuple[Vocabulary]]:
        """Cross a process boundary by the vocabulary."""
        return Matcher, (self.vocabulary,)

    def find(self, text: str, start: int = 0, end: int | None = None) -> tuple[Mention, ...]:
        """Return the mentions in ``text[start:end]``, sorted by (start, end, kind, id).

        Within a kind, and over all `RIVALS`, hits that overlap give way to the leftmost longest;
        a ``cue`` label gives way to every other label of its kind.
        """
        return longest(self.hits(text, start, end))

    def hits(self, text: str, start: int = 0, end: int | None = None) -> list[Mention]:
        """Return every hit in ``text[start:end]``, those inside one another included."""
        if self._empty:
            return []
        seen = tokens(text, start, end)
        ids = tuple(map(self._ids.get, seen.words, (0,) * len(seen.words)))
        found: list[Mention] = []
        for last, (length, forms) in self._automaton.iter(ids) if ids else ():
            first = last - length + 1
            for form in forms:
                if not form.printed or _capitals(text, seen, first, form):
                    where = seen.starts[first], seen.ends[last]
                    found.append(Mention(*where, form.entity, form.role))
        return found


def _forms(concept: Concept) -> Iterator[tuple[tuple[str, ...], _Form]]:
    """Yield the words of each label of a concept, with and without its inner punctuation."""
    entity = concept.entity
    named_kind = concept.kind in NAMES
    for label in concept.labels:
        seen = tokens(label.text)
        words = seen.words
        marks = not _STOPS.isdisjoint(words)
        if not marks and label.role != "case" and not named_kind:
            yield tuple(words), _Form(entity, label.role, (), exact=False)
            continue
        head = next((i for i, word in enumerate(words) if word in "(-"), 0) if marks else 0
        for length in {len(words), head} if named_kind and head else {len(words)}:
            keep = [i for i in range(length) if words[i] not in _STOPS]
            if not keep:
                continue
            printed = tuple(label.text[seen.starts[i] : seen.ends[i]] for i in keep)
            exact = label.role == "case"
            named = named_kind and any(word[0].isupper() for word in printed)
            form = _Form(entity, label.role, printed if exact or named else (), exact)
            yield tuple(words[i] for i in keep), form
            if len(keep) < length:
                yield tuple(words[:length]), form


def _capitals(text: str, seen: Tokens, first: int, form: _Form) -> bool:
    """Tell whether the words as printed have the capitals that the label asks for."""
    at = first
    for wanted in form.printed:
        while seen.words[at] in _STOPS:
            at += 1
        printed = text[seen.starts[at] : seen.ends[at]]
        at += 1
        if form.exact:
            if printed not in (wanted, f"{wanted}s"):
                return False
        elif wanted[0].isupper() and not printed[0].isupper() and wanted.casefold() not in _SMALL:
            return False
    return True


def longest(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Keep the leftmost longest mentions of each kind and over `RIVALS`; sort them by place.

    Several entities of one kind may share a span exactly where their labels rank alike.
    """
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        groups.setdefault("name" if mention.kind in RIVALS else mention.kind, []).append(mention)
    kept = [m for group in groups.values() for m in _longest_of(group)]
    return tuple(sorted(set(kept), key=_place))


def _longest_of(group: list[Mention]) -> Iterator[Mention]:
    """Yield the mentions of one group that no better one overlaps."""
    taken: list[Mention] = []
    for cue in (False, True):
        rank: Callable[[Mention], tuple[int, int]] = lambda m: (m.start, -m.end)  # noqa: E731
        some = sorted((m for m in group if (m.role == "cue") is cue), key=rank)
        fresh: list[Mention] = []
        end = -1
        free = _gaps(taken)
        for _, same in groupby(some, key=rank):
            best = sorted(same, key=lambda m: (RIVAL_RANK.get(m.kind, 0), _RANK.get(m.role, 9)))
            if best[0].start < end or not free(best[0].start, best[0].end):
                continue
            end = best[0].end
            fresh.extend(_told_apart(best))
        taken.extend(fresh)
    yield from taken


RIVAL_RANK = {"vanguard": 0, "programme": 1, "org": 2}


def _told_apart(same: list[Mention]) -> Iterator[Mention]:
    """Yield, of mentions of one span, the best-ranked one of each entity of the first kind."""
    seen: set[Entity] = set()
    for mention in same:
        if mention.kind == same[0].kind and mention.entity not in seen:
            seen.add(mention.entity)
            yield mention


def _gaps(taken: list[Mention]) -> Callable[[int, int], bool]:
    """Return a test of whether a span is clear of all mentions in `taken` (which is sorted)."""
    from bisect import bisect_left

    starts = [m.start for m in taken]

    def free(start: int, end: int) -> bool:
        i = bisect_left(starts, end)
        return i == 0 or taken[i - 1].end <= start

    return free


def _place(mention: Mention) -> tuple[int, int, str, str, str]:
    """Order mentions by place, then by what they mean."""
    return (mention.start, mention.end, mention.kind, mention.entity.id, mention.role)


__all__ = ["Matcher", "bare_end", "longest"]
