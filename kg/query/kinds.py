"""Finding a thing by name among those of some kinds: what a parameter of a question means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import UnknownNameError
from kg.graph import terms as t
from kg.graph.nodes import text_of
from kg.names import fold
from kg.query.lookup import Thing, called, identified, loosely, near_names, written

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    import pyoxigraph

_WORDS = {
    "org": "organisation",
    "model": "care model",
    "orgtype": "type of organisation",
}
"""Kinds that have another name in English."""


def in_words(kind: str) -> str:
    """Say a kind in words.

    >>> in_words("org"), in_words("measure")
    ('organisation', 'measure')
    """
    return _WORDS.get(kind, kind)


def things_of(store: pyoxigraph.Store, kinds: Collection[str]) -> tuple[Thing, ...]:
    """Return the named things of some kinds of the view, in order of IRI.

    Read pattern by pattern: in a large graph that is cheaper than to list all names.
    """
    return tuple(sorted(_things(store, kinds), key=lambda thing: thing.iri))


def _things(store: pyoxigraph.Store, kinds: Collection[str]) -> Iterator[Thing]:
    import pyoxigraph

    default = pyoxigraph.DefaultGraph()
    predicates = [pyoxigraph.NamedNode(p) for p in (t.LABEL, t.ALT_LABEL, t.AREA)]
    for kind in dict.fromkeys(kinds):
        class_ = pyoxigraph.NamedNode(t.SOURCE if kind == "source" else t.CLASSES[kind])
        for quad in store.quads_for_pattern(None, pyoxigraph.NamedNode(t.TYPE), class_, default):
            names: list[str] = []
            for predicate in predicates:
                found = store.quads_for_pattern(quad.subject, predicate, None, default)
                names += sorted(text_of(q.object) for q in found)
            iri = text_of(quad.subject)
            yield Thing(iri, tuple(dict.fromkeys(names)) or (iri,))


def find_of(store: pyoxigraph.Store, name: str, kinds: Sequence[str]) -> Thing:
    """Return the thing of these kinds that `name` names.

    `name` is an IRI, an identifier (``symphony``, ``vanguard:symphony``), a name or an alias;
    case, accents and punctuation do not matter, nor do "the", "NHS" or "Trust" where nothing else
    fits. Where nothing is called so, the thing that alone has all these words in one of its names
    is meant. Of two kinds the one named first in `kinds` is meant; of two things of one kind
    neither is, and both are offered.

    Raises UnknownNameError with the near names.
    """
    what = " or ".join(in_words(kind) for kind in kinds) if len(kinds) < 4 else "thing"
    known = {kind: things_of(store, (kind,)) for kind in kinds}
    for fits in (written, identified, _preferred, called, loosely, _among):
        for kind in kinds:
            found = [k for k in known[kind] if fold(name) and fits(k, name)]
            if len(found) == 1:
                return found[0]
            if found:
                raise UnknownNameError(name, tuple(k.name for k in found[:8]), f"one {what}")
    everything = tuple(thing for kind in kinds for thing in known[kind])
    raise UnknownNameError(name, near_names(everything, name), what)


def _preferred(thing: Thing, name: str) -> bool:
    return fold(name) == fold(thing.name)


def _among(thing: Thing, name: str) -> bool:
    words = set(fold(name).split())
    return any(words <= set(fold(n).split()) for n in thing.names)
