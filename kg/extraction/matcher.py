"""Mentions by the vocabulary: all labels at once, with Aho-Corasick over words.

An automaton runs over whole words, not characters, so a hit never starts or ends inside a word;
the longest hits are picked after that, never before (an automaton that keeps only the longest hit
loses those that a longer, failed one covered).

There are three: one takes words as `kg.extraction.tokens` compares them, for names, single words,
cues and labels whose capitals count; one allows articles between the words of a phrase; and one
takes phrases loosely, so that "share the records" and "shared record" are one label. A label with
"…" in it ("put … budgets together") is found with some words in its place.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from kg.extraction.gapped import Gapped, is_gapped
from kg.extraction.reading import Mention
from kg.extraction.spans import Spans
from kg.extraction.tokens import ARTICLES, SKIPPED, loose, plain_words, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.extraction.tokens import Tokens
    from kg.model import Entity
    from kg.vocabulary import Concept, Label, Vocabulary

NAMES = ("vanguard", "org", "person", "place")
"""Kinds that are called by names: a label in capitals counts in capitals only."""

PHRASED = frozenset({"intervention", "barrier", "enabler", "measure", "population", "model"})
"""Kinds whose labels of two words and more allow articles and the like between their words."""

VERBAL = frozenset({"intervention", "population", "model"})
"""Kinds among `PHRASED` for which "share records" and "shared records" are one."""

HINTED = frozenset({"barrier", "enabler"})
"""Kinds whose initials are no more than cues."""

RIVALS = ("vanguard", "org", "programme")
"""Kinds of which one span holds one only: the longest name hides the others inside it."""

_KIND_RANK = {"vanguard": 0, "programme": 1, "org": 2}
_RANK = {r: i for i, r in enumerate(("gain", "loss", "pref", "alt", "case", "hidden", "cue"))}
_STOPS = frozenset(",.;:!?()[]|•-\n")
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


class _Phrases:
    """An automaton over words: keys in, (last word, length, forms) out."""

    def __init__(self) -> None:
        """Start without a key."""
        self._forms: dict[tuple[int, ...], list[_Form]] = {}
        self._ids: dict[str, int] = {}
        self._automaton: Any = None

    def add(self, words: Iterable[str], form: _Form) -> None:
        """Add a form under its words; one form is kept once."""
        ids = self._ids
        numbers = tuple([ids.setdefault(word, len(ids) + 1) for word in words])
        found = self._forms.setdefault(numbers, [])
        if form not in found:
            found.append(form)

    def build(self) -> None:
        """Make the automaton; nothing is added after."""
        import ahocorasick

        self._automaton = ahocorasick.Automaton(ahocorasick.STORE_ANY, ahocorasick.KEY_SEQUENCE)
        for numbers, found in self._forms.items():
            self._automaton.add_word(numbers, (len(numbers), tuple(found)))
        if self._forms:
            self._automaton.make_automaton()

    def iter(self, words: Sequence[str]) -> Iterator[tuple[int, tuple[int, tuple[_Form, ...]]]]:
        """Yield where keys end in `words`, how many words they have, and their forms."""
        if words and self._forms:
            yield from self._automaton.iter(tuple(map(self._ids.get, words, (0,) * len(words))))


class Matcher:
    """Finds every label of a vocabulary in a text; built once, used for all documents."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Build the automata (tens of milliseconds for thousands of labels)."""
        self.vocabulary = vocabulary
        self._exact, self._open, self._loose = _Phrases(), _Phrases(), _Phrases()
        self._gapped = Gapped()
        for concept in vocabulary:
            for key, form in _forms(concept):
                self._add(key, form)
            for label in concept.labels:
                if concept.kind in PHRASED and is_gapped(label.text):
                    self._gapped.add(label.text, (concept.entity, label.role))
        for phrases in (self._exact, self._open, self._loose, self._gapped):
            phrases.build()

    def _add(self, key: tuple[str, ...], form: _Form) -> None:
        """Add a label to the automaton that matches as freely as its kind and role allow."""
        kind = form.entity.kind
        words = [word for word in key if word not in ARTICLES]
        if kind not in PHRASED or form.role in {"cue", "case"} or not _may_open(words):
            self._exact.add(key, form)
        elif kind in VERBAL or form.role in {"gain", "loss"}:
            self._loose.add(map(_loosely, words), form)
        else:
            self._open.add(words, form)

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
        seen = tokens(text, start, end)
        found: list[Mention] = []
        for last, (length, forms) in self._exact.iter(seen.words):
            first = last - length + 1
            for form in forms:
                if not form.printed or _capitals(text, seen, first, form):
                    where = seen.starts[first], seen.ends[last]
                    found.append(Mention(*where, form.entity, form.role))
        kept = [i for i, word in enumerate(seen.words) if word not in SKIPPED]
        words = [seen.words[i] for i in kept]
        loosened = list(map(_loosely, words))
        for phrases, said in ((self._open, words), (self._loose, loosened)):
            for last, (length, forms) in phrases.iter(said):
                where = seen.starts[kept[last - length + 1]], seen.ends[kept[last]]
                found.extend(Mention(*where, form.entity, form.role) for form in forms)
        wide = [
            Mention(seen.starts[kept[first]], seen.ends[kept[last]], *means)
            for first, last, means in self._gapped.find(loosened)
        ]
        return [*found, *_apart(wide, found)] if wide else found


_loosely = lru_cache(maxsize=50_000)(loose)


def _apart(wide: Iterable[Mention], found: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the mentions of `wide` that meet no sure one of their kind in `found`."""
    sure: dict[str, list[tuple[int, int]]] = {}
    for m in found:
        if m.role != "cue":
            sure.setdefault(m.kind, []).append((m.start, m.end))
    spans = {kind: Spans(found) for kind, found in sure.items()}
    for m in wide:
        if m.kind not in spans or not spans[m.kind].meet(m.start, m.end):
            yield m


def _may_open(words: Sequence[str]) -> bool:
    """Tell whether words of a label may have others between them ("A&E" may not)."""
    return len(words) > 1 and "e" not in words and SKIPPED.isdisjoint(words)


def _forms(concept: Concept) -> Iterator[tuple[tuple[str, ...], _Form]]:
    """Yield the words of each label of a concept, with and without its inner punctuation.

    Where one text is a name and a cue, the cue counts; where it is a name and a ``case`` label,
    the latter. Initials of barriers and enablers ("IT", "VAT") are cues.
    """
    entity = concept.entity
    named_kind = concept.kind in NAMES
    weaker = {label.text.casefold() for label in concept.labels if label.role in {"cue", "case"}}
    plain: dict[str, _Form] = {}
    for label in concept.labels:
        if label.role in {"pref", "alt", "hidden"} and label.text.casefold() in weaker:
            continue
        if concept.kind in PHRASED and is_gapped(label.text):
            continue
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
        role = "cue" if exact and entity.kind in HINTED else label.role
        named = entity.kind in NAMES and any(word[0].isupper() for word in printed)
        form = _Form(entity, role, printed if exact or named else (), exact)
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
