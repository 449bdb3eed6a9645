"""What an evidence map needs of a store: its claims as a network, and its own vocabulary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.graph import terms as t
from kg.graph.nodes import text_of
from kg.query.kinds import things_of
from kg.query.meetings import AXES
from kg.registry import Registry
from kg.vocabulary import Concept, Label, Vocabulary

if TYPE_CHECKING:
    import pyoxigraph


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
