"""Mentions by the vocabulary: all labels at once, found by their words.

Whole words are compared, not characters, so a hit never starts or ends inside a word; the longest
hits are picked after that, never before (who keeps only the longest hit loses those that a longer,
failed one covered).

There are three trees of labels. One takes words as `kg.extraction.tokens` compares them, for names,
single words, cues and labels whose capitals count; one allows articles between the words of a
phrase; and one takes phrases loosely, so that "share the records" and "shared record" are one
label. A label with "…" in it ("put … budgets together") is found with some words in its place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extraction.gapped import Gapped, is_gapped, is_near
from kg.extraction.longest import BESIDE, longest
from kg.extraction.phrases import Phrases
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

TELLING = frozenset({"gain", "loss"})
"""Roles of labels that say by themselves which way a measure went."""

_STOPS = frozenset(",.;:!?()[]|•-\n")
_SMALL = frozenset(
    {"a", "an", "and", "at", "for", "in", "of", "on", "the", "to", "us", "with"}
    | {"bay", "city", "coast", "county", "vanguard"}
)
"""Words of a name that many write small."""


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
        """File every label (a third of a second for fifteen thousand)."""
        self.vocabulary = vocabulary
        self._exact, self._open, self._loose = Phrases[_Form](), Phrases[_Form](), Phrases[_Form]()
        self._gapped = Gapped()
        for concept in vocabulary:
            for key, form in _forms(concept):
                self._add(key, form)
            for label in concept.labels:
                if is_gapped(label.text):
                    role = "hidden" if label.role == "pattern" else label.role
                    role = BESIDE if is_near(label.text) and role == "hidden" else role
                    self._gapped.add(label.text, (concept.entity, role))
        self._gapped.build()

    def _add(self, key: tuple[str, ...], form: _Form) -> None:
        """Add a label to the automaton that matches as freely as its kind and role allow."""
        kind = form.entity.kind
        words = [word for word in key if word not in ARTICLES]
        if kind not in PHRASED or form.role in {"cue", "case"} or not _may_open(words):
            self._exact.add(key, form)
        elif kind in VERBAL or form.role in {"gain", "loss"}:
            self._loose.add(map(loose, words), form)
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
        starts, ends = seen.starts, seen.ends
        for first, last, forms in self._exact.find(seen.words):
            where = starts[first], ends[last]
            found += [
                Mention(*where, form.entity, form.role)
                for form in forms
                if not form.printed or _capitals(text, seen, first, form)
            ]
        kept = [i for i, word in enumerate(seen.words) if word not in SKIPPED]
        words = [seen.words[i] for i in kept]
        loosened = list(map(loose, words))
        for phrases, said in ((self._open, words), (self._loose, loosened)):
            for first, last, forms in phrases.find(said):
                where = starts[kept[first]], ends[kept[last]]
                found += [Mention(*where, form.entity, form.role) for form in forms]
        wide = [
            Mention(starts[kept[first]], ends[kept[last]], *means)
            for first, last, means in self._gapped.find(loosened)
        ]
        return [*found, *_apart(wide, found)] if wide else found


def _apart(wide: Sequence[Mention], found: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the mentions of `wide` that meet no sure one of their kind in `found`.

    Those that may stand beside others are left to `longest`; what tells of gain or loss gives way
    to names alone, for "felt safer" is more than "safer".
    """
    kinds = {m.entity.kind for m in wide}
    sure: dict[str, list[tuple[int, int]]] = {}
    named: dict[str, list[tuple[int, int]]] = {}
    for m in found:
        if m.role != "cue" and m.entity.kind in kinds:
            sure.setdefault(m.entity.kind, []).append((m.start, m.end))
            if m.role not in TELLING:
                named.setdefault(m.entity.kind, []).append((m.start, m.end))
    spans = {kind: Spans(found) for kind, found in sure.items()}
    names = {kind: Spans(found) for kind, found in named.items()}
    for m in wide:
        others = (names if m.role in TELLING else spans).get(m.kind)
        if m.role == BESIDE or others is None or not others.meet(m.start, m.end):
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
        if is_gapped(label.text):
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
