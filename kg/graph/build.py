"""From documents and their claims to all quads of a store, and what a store counts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, NamedNode

from kg.errors import InputError
from kg.graph import terms as t
from kg.graph.identity import merges
from kg.graph.nodes import text_of, to_node
from kg.graph.ontology import ontology_files, ontology_quads
from kg.graph.rdf import claims_to_quads, source_quads
from kg.graph.registry import registry_claims, registry_quads
from kg.graph.terms import REGISTRY, Terms
from kg.graph.view import merge_quads, view_quads
from kg.model import Status
from kg.names import Minter, slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from pyoxigraph import Quad, Store

    from kg.graph.identity_rules import IdentityRules
    from kg.model import Claim, Document
    from kg.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Counts:
    """What a store holds.

    `sources` counts documents and the registry; `claims` holds (relation, status, number) rows in
    order; `facts` counts the direct triples of reported claims, `triples` those of the default
    graph, `quads` everything.
    """

    sources: int
    claims: tuple[tuple[str, str, int], ...]
    facts: int
    triples: int
    quads: int


def build_quads(
    documents: Iterable[Document],
    claims: Iterable[Claim],
    vocabulary: Vocabulary,
    minter: Minter | None = None,
    *,
    extra: Sequence[Path] = (),
    identity: IdentityRules | None = None,
) -> Iterator[Quad]:
    """Yield every quad of the store once a graph: sources, registry, ontology, merges, view.

    `claims` are those of all documents, in any order; `extra` are the user's Turtle files, which
    `vocabulary` was loaded with, `identity` what the user says of names.

    Raises InputError when two documents share an identifier, when one has the registry's, or when
    a claim is of no document; VocabularyError when a Turtle file cannot be used.
    """
    terms = Terms(minter or Minter(), vocabulary)
    documents = sorted(documents, key=lambda document: document.id)
    told = sorted(claims, key=lambda claim: claim.order)
    _check_sources(documents, told)
    yield from dict.fromkeys(registry_quads(vocabulary.registry, terms))
    for document in documents:
        yield from source_quads(document, terms)
    yield from dict.fromkeys(claims_to_quads(told, terms, documents))
    ontology = ontology_quads(ontology_files(extra), terms.minter.graph("ontology"))
    yield from dict.fromkeys(ontology)
    told.extend(registry_claims(vocabulary.registry))
    found = merges(told, terms, identity)
    yield from merge_quads(found, terms.minter.graph("merges"))
    titles = {document.id: document.title for document in documents}
    yield from dict.fromkeys(view_quads(told, titles, terms, found))


def _check_sources(documents: Sequence[Document], claims: Iterable[Claim]) -> None:
    """Refuse documents that would share a graph, and claims of no document."""
    seen: dict[str, str] = {REGISTRY: REGISTRY}
    for document in documents:
        name = slug(document.id)
        if name in seen:
            other = "the registry" if name == REGISTRY else f"the document {seen[name]!r}"
            raise InputError(
                f"the document {document.id!r} has the identifier of {other}; "
                "give it another `id` in its front matter"
            )
        seen[name] = document.id
    known = {document.id for document in documents}
    for claim in claims:
        if claim.source not in known:
            raise InputError(f"a claim rests on the document {claim.source!r}, which was not given")


def counts(store: Store) -> Counts:
    """Count what a store holds, graph by graph (never over a union of graphs)."""
    kinds: Counter[tuple[str, str]] = Counter()
    relation_of = {iri: str(relation) for iri, relation in t.RELATIONS.items()}
    statuses = {
        quad.subject: text_of(quad.object).rsplit("/", 1)[-1]
        for quad in store.quads_for_pattern(None, NamedNode(t.STATUS), None)
    }
    for quad in store.quads_for_pattern(None, NamedNode(t.PREDICATE), None):
        if text_of(quad.object) in relation_of and quad.subject in statuses:
            kinds[relation_of[text_of(quad.object)], statuses[quad.subject]] += 1
    relations, order = list(relation_of.values()), [str(status) for status in Status]
    rows = sorted(
        kinds.items(), key=lambda row: (relations.index(row[0][0]), _at(order, row[0][1]))
    )
    default = DefaultGraph()
    facts = sum(
        1 for p in relation_of for _ in store.quads_for_pattern(None, NamedNode(p), None, default)
    )
    sources = store.quads_for_pattern(None, NamedNode(t.TYPE), to_node(t.SOURCE), default)
    return Counts(
        sources=sum(1 for _ in sources),
        claims=tuple((relation, status, number) for (relation, status), number in rows),
        facts=facts,
        triples=sum(1 for _ in store.quads_for_pattern(None, None, None, default)),
        quads=len(store),
    )


def _at(order: Sequence[str], item: str) -> int:
    """Return the place of an item, the end where it has none."""
    return order.index(item) if item in order else len(order)
