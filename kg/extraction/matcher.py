"""Mentions by the vocabulary: all labels at once, with Aho-Corasick over words.

The automaton runs over whole words, not characters, so a hit never starts or ends inside a word;
the longest hits are picked after that, never before (an automaton that keeps only the longest hit
loses those that a longer, failed one covered).
"""

from __future__ import annotations

from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from kg.extraction.reading import Mention
from kg.extraction.spans import Spans
from kg.extraction.tokens import plain_words, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.extraction.tokens import Tokens
    from kg.model import Entity
    from kg.vocabulary import Concept, Label, Vocabulary

NAMES = ("vanguard", "org", "person", "place")
"""Kinds that are called by names: a label in capitals counts in capitals only."""

RIVALS = ("vanguard", "org", "programme")
"""Kinds of which one span holds one only: the longest name hides the others inside it."""

_KIND_RANK = {"vanguard": 0, "programme": 1, "org": 2}
_RANK = {r: i for i, r in enumerate(("gain", "loss", "pref", "alt", "case", "hidden", "cue"))}
_STOPS = frozenset(",.;:!?()[]|•…-\n")
_SMALL = frozenset({"a", "an", "and", "at", "for", "in", "of", "on", "the", "to", "us", "with"})


_Ranked = tuple[int, int, int, str, Mention]
"""A mention with what it is ranked by: start, negative end, rank, identifier."""
_preference = itemgetter(0, 1, 2, 3)


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
        ids: dict[str, int] = {}
        forms: dict[tuple[int, ...], list[_Form]] = {}
        for concept in vocabulary:
            for key, form in _forms(concept):
                numbers = tuple([ids.setdefault(word, len(ids) + 1) for word in key])
                forms.setdefault(numbers, []).append(form)
        self._ids = ids
        self._automaton: Any = ahocorasick.Automaton(
            ahocorasick.STORE_ANY, ahocorasick.KEY_SEQUENCE
        )
        for numbers, found in forms.items():
            self._automaton.add_word(numbers, (len(numbers), tuple(found)))
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
    plain: dict[str, _Form] = {}
    for label in concept.labels:
        words = None if named_kind or label.role == "case" else plain_words(label.text)
        if words:
            form = plain.get(label.role)
            if form is None:
                form = plain[label.role] = _Form(entity, label.role, (), exact=False)
            yield words, form
        elif words is None:
            yield from _exact_forms(entity, label)


def _exact_forms(entity: Entity, label: Label) -> Iterator[tuple[tuple[str, ...], _Form]]:
    """Yield the forms of a label with punctuation or capitals that count.

    A vanguard is also found by what stands before a bracket or a dash in its name.
    """
    seen = tokens(label.text)
    words = seen.words
    head = 0
    if entity.kind == "vanguard":
        head = next((i for i, word in enumerate(words) if word in "(-"), 0)
    for length in (len(words), head) if head else (len(words),):
        keep = [i for i in range(length) if words[i] not in _STOPS]
        if not keep:
            continue
        printed = tuple(label.text[seen.starts[i] : seen.ends[i]] for i in keep)
        exact = label.role == "case"
        named = entity.kind in NAMES and any(word[0].isupper() for word in printed)
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
        if form.exact or (wanted.isupper() and len(wanted) > 1):
            if printed != wanted and (printed != f"{wanted}s" or form.entity.kind in NAMES):
                return False
        elif wanted[0].isupper() and not printed[0].isupper() and wanted.casefold() not in _SMALL:
            return False
    return True


def longest(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Keep the leftmost longest mentions of each kind and over `RIVALS`; sort them by place.

    Several entities of one kind may share a span; a ``cue`` gives way to any other label.
    """
    sure: dict[str, list[_Ranked]] = {}
    cues: dict[str, list[_Ranked]] = {}
    for m in mentions:
        kind = m.entity.kind
        rank = 10 * _KIND_RANK.get(kind, 0) + _RANK.get(m.role, 9)
        groups = cues if m.role == "cue" else sure
        group = "name" if kind in RIVALS else kind
        groups.setdefault(group, []).append((m.start, -m.end, rank, m.entity.id, m))
    kept: list[_Ranked] = []
    for ranked in sure.values():
        ranked[:] = _leftmost(ranked)
        kept += ranked
    for group, ranked in cues.items():
        taken = Spans((start, -end) for start, end, *_ in sure.get(group, ()))
        kept += _leftmost([r for r in ranked if not taken.meet(r[0], -r[1])])
    return tuple(m for *_, m in sorted(kept, key=_place))


def _leftmost(group: list[_Ranked]) -> list[_Ranked]:
    """Return the mentions of one group that no earlier or longer one overlaps."""
    kept: list[_Ranked] = []
    last_end = -1
    first: Mention | None = None
    same: set[str] = set()
    for ranked in sorted(group, key=_preference):
        mention = ranked[4]
        if ranked[0] >= last_end:
            first, last_end, same = mention, mention.end, {ranked[3]}
            kept.append(ranked)
        elif (
            first is not None
            and (mention.start, mention.end, mention.kind) == (first.start, first.end, first.kind)
            and ranked[3] not in same
        ):
            same.add(ranked[3])
            kept.append(ranked)
    return kept


def _place(ranked: _Ranked) -> tuple[int, int, str, str]:
    """Order mentions by place, then by what they mean."""
    mention = ranked[4]
    return (mention.start, mention.end, mention.entity.kind, ranked[3])
