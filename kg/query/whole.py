"""The whole of a store as a network, with the names that the store itself gives to its things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.graph.claims import read_statements
from kg.graph.contexts import contexts
from kg.names import Minter
from kg.query.binding import ANYTHING
from kg.query.kinds import things_of
from kg.query.network import network
from kg.query.shown import key_of
from kg.query.sources import read_sources
from kg.registry import Registry
from kg.vocabulary import Concept, Label, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Collection

    import pyoxigraph

    from kg.model import Relation, Status
    from kg.query.network import Network


def whole_network(
    store: pyoxigraph.Store,
    *,
    kinds: Collection[str] | None = None,
    statuses: Collection[Status] | None = None,
    relations: Collection[Relation] | None = None,
) -> Network:
    """Return the claims of a store as `kg.query.network.network` does, merged things as one.

    Names are those of the store: one that was built with other vocabularies or another base is
    shown as it was built.
    """
    statements = tuple(read_statements(store))
    bases = {s.iri.rpartition("claim/")[0] for s in statements}
    return network(
        (statement.claim for statement in statements),
        names_in(store),
        read_sources(store),
        kinds=kinds,
        statuses=statuses,
        relations=relations,
        minter=Minter(min(bases)) if bases else None,
        key_of=key_of(statements),
        around=contexts(store),
    )


def names_in(store: pyoxigraph.Store) -> Vocabulary:
    """Return the things of a store's view as a vocabulary: identifiers, IRIs and names."""
    concepts = []
    for kind in ANYTHING:
        for thing in things_of(store, (kind,)):
            others = (Label("alt", name) for name in thing.names[1:])
            labels = (Label("pref", thing.name), *others)
            concepts.append(Concept(kind, thing.identifier, thing.iri, labels))
    return Vocabulary(concepts, Registry("", ()))


def key_in(graph: Network, iri: str) -> str | None:
    """Return the key of the node that stands for an IRI, or None where no line touches it."""
    return next((key for key, data in graph.nodes(data=True) if data["iri"] == iri), None)
