"""What an evidence map needs of a store: its claims as a network, and its own vocabulary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import UnknownNameError
from kg.graph import terms as t
from kg.graph.nodes import text_of
from kg.query.kinds import things_of
from kg.query.meetings import AXES
from kg.query.sources import read_sources
from kg.registry import Registry
from kg.vocabulary import Concept, Label, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Collection

    import pyoxigraph

REGISTRY = "registry"


def framework(store: pyoxigraph.Store) -> Vocabulary:
    """Return the rows and columns that a store knows, told of or not, as a vocabulary.

    A measure has ``betterDirection`` where the store's ontology says which way is good.
    """
    import pyoxigraph

    predicate = pyoxigraph.NamedNode(t.term("ncm:betterDirection"))
    better = {
        text_of(quad.subject): text_of(quad.object)
        for quad in store.quads_for_pattern(None, predicate, None)
    }
    concepts = []
    for axis in AXES:
        for thing in things_of(store, (axis.kind,)):
            good = better.get(thing.iri)
            properties = (("betterDirection", good),) if good else ()
            labels = (Label("pref", thing.name),)
            concepts.append(Concept(axis.kind, thing.identifier, thing.iri, labels, "", properties))
    return Vocabulary(concepts, Registry("", ()))


def checked_sources(store: pyoxigraph.Store, given: Collection[str]) -> tuple[str, ...]:
    """Return the identifiers of sources that are given, if the store knows them all.

    Raises UnknownNameError, with near ones, for the first that it does not.
    """
    from rapidfuzz import process

    known = [*read_sources(store), REGISTRY]
    for name in given:
        if name not in known:
            near = process.extract(name, known, limit=3, score_cutoff=60)
            raise UnknownNameError(name, tuple(found for found, _, _ in near), "source")
    return tuple(dict.fromkeys(given))
