"""Finding the things that a question in English names: in the graph and in the vocabulary."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extraction.matcher import NAMES, Matcher
from kg.model import Entity
from kg.query.binding import ANYTHING
from kg.query.kinds import things_of
from kg.query.told import last
from kg.vocabulary import Concept, Label, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pyoxigraph

    from kg.extraction.reading import Mention

SPOTTED = (*ANYTHING, "direction", "orgtype", "source")
"""The kinds of thing that a question may name."""
_SHORTEST = 5
"""Letters that a name needs to be known in small letters."""
_GENERIC = frozenset({"vanguard", "vanguards", "the vanguards", "programme", "the programme"})


class Spotter:
    """Finds the things that a sentence names; `Mention.entity.id` is the IRI of the thing."""

    def __init__(self, store: pyoxigraph.Store, vocabulary: Vocabulary) -> None:
        """Join the names of a graph with the labels of the vocabulary; those of the graph lead."""
        concepts = [*_graph_concepts(store), *vocabulary]
        whole = Vocabulary((c for c in concepts if c.kind in SPOTTED), vocabulary.registry)
        self._iris = {(c.kind, c.id): c.iri for c in whole}
        self._matcher = Matcher(Vocabulary(map(_in_small_letters, whole), vocabulary.registry))

    def find(self, text: str) -> tuple[Mention, ...]:
        """Return the mentions, those that overlap included, in order of place."""
        found = []
        for mention in self._matcher.hits(text):
            said = text[mention.start : mention.end].casefold()
            if mention.role == "cue" or said in _GENERIC:
                continue
            kind = mention.entity.kind
            iri = self._iris[kind, mention.entity.id]
            found.append(mention._replace(entity=Entity(kind, iri)))
        return tuple(sorted(found, key=lambda m: (m.start, m.end, m.entity.kind, m.entity.id)))


def _graph_concepts(store: pyoxigraph.Store) -> Iterator[Concept]:
    """Yield the named things of a graph as concepts; a vanguard is also called by its area."""
    for kind in SPOTTED:
        for thing in things_of(store, (kind,)):
            names = dict.fromkeys(thing.names)
            labels = (Label("pref" if i == 0 else "alt", name) for i, name in enumerate(names))
            yield Concept(kind, last(thing.iri), thing.iri, tuple(labels))


def _in_small_letters(concept: Concept) -> Concept:
    """Return a concept whose names are also known in small letters, as people type."""
    if concept.kind not in NAMES:
        return concept
    return replace(concept, labels=tuple(_lowered(concept)))


def _lowered(concept: Concept) -> Iterable[Label]:
    names = [*concept.labels]
    if concept.kind == "vanguard":
        names.append(Label("alt", concept.id.replace("-", " ")))
    known = dict.fromkeys(names)
    for label in names:
        if label.role != "cue" and len(label.text) >= _SHORTEST:
            known[Label("alt", label.text.casefold())] = None
    return known
