"""The default graph: a view derived from the sources, never written by hand.

It holds the direct triples of reported claims after the merges of identity, the types and names
of things, and the outcomes and funding that some reported claim speaks of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.orgtypes import org_type
from kg.graph import terms as t
from kg.graph.changes import change_owners
from kg.graph.nodes import to_date, to_quad, to_text
from kg.graph.rdf import change_quads, names_told, object_iri
from kg.graph.registry import TITLE
from kg.graph.terms import REGISTRY
from kg.model import NAMED_KINDS, Entity, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pyoxigraph import Quad

    from kg.graph.groups import Merge
    from kg.graph.terms import Terms
    from kg.model import Claim
    from kg.vocabulary import Concept

_HIDDEN_KINDS = frozenset({"cue", *NAMED_KINDS})
"""Kinds whose concepts are no part of the view, or only where a claim speaks of them."""


def view_quads(
    claims: Iterable[Claim], sources: Mapping[str, str], terms: Terms, merges: Iterable[Merge]
) -> Iterator[Quad]:
    """Yield the default graph.

    `claims` are those of every source, the registry's included; `sources` maps the identifier of
    a document to its title.
    """
    claims = tuple(claims)
    into = {merge.iri: merge.into for merge in merges}
    for concept in terms.vocabulary:
        if concept.kind not in _HIDDEN_KINDS:
            yield from _concept_quads(concept)
    if terms.vocabulary.registry.rows:
        sources = {**sources, REGISTRY: TITLE}
    for source, title in sources.items():
        yield to_quad(terms.source(source), t.TYPE, t.SOURCE)
        yield to_quad(terms.source(source), t.LABEL, to_text(title or source))
    yield from _thing_quads(claims, terms, into)
    yield from _direct_quads(claims, terms, into)
    for iri, shown in into.items():
        yield to_quad(iri, t.MERGED_INTO, shown)


def merge_quads(merges: Iterable[Merge], graph: str) -> Iterator[Quad]:
    """Yield the record of the merges, each with its reason."""
    for merge in merges:
        yield to_quad(merge.iri, t.MERGED_INTO, merge.into, graph)
        yield to_quad(merge.iri, t.MERGE_REASON, to_text(merge.reason), graph)


def _concept_quads(concept: Concept) -> Iterator[Quad]:
    yield to_quad(concept.iri, t.TYPE, t.CLASSES[concept.kind])
    yield to_quad(concept.iri, t.LABEL, to_text(concept.name))
    yield from _alternatives(concept.iri, concept.texts("alt", "case"), concept.name)
    for key, predicate, write in (
        ("announced", t.ANNOUNCED, to_date),
        ("area", t.AREA, to_text),
    ):
        if concept.get(key):
            yield to_quad(concept.iri, predicate, write(concept.get(key)))


def _alternatives(iri: str, names: Iterable[str], label: str) -> Iterator[Quad]:
    for name in sorted({*names} - {label}):
        yield to_quad(iri, t.ALT_LABEL, to_text(name))


def _thing_quads(claims: Iterable[Claim], terms: Terms, into: Mapping[str, str]) -> Iterator[Quad]:
    """Yield types and names of what the claims speak of."""
    told: dict[str, list[Entity]] = {}
    for claim in claims:
        for thing in (claim.subject, claim.object):
            if isinstance(thing, Entity):
                iri = terms.entity(thing)
                told.setdefault(into.get(iri, iri), []).append(thing)
    for iri, entities in told.items():
        kind = entities[0].kind
        yield to_quad(iri, t.TYPE, t.CLASSES[kind])
        if kind not in NAMED_KINDS:
            continue  # named by its concept above
        concept = next(filter(None, (terms.vocabulary.find(kind, e.id) for e in entities)), None)
        names = (*(concept.entity.names if concept else ()), *names_told(entities))
        label = concept.name if concept else next(iter(names), entities[0].id)
        yield to_quad(iri, t.LABEL, to_text(label))
        yield from _alternatives(iri, names, label)
        if kind == "org":
            known = concept.id if concept else entities[0].id
            found = org_type(terms.vocabulary, Entity("org", known, names))
            if found and terms.vocabulary.find("orgtype", found):
                yield to_quad(iri, t.ORGANISATION_TYPE, terms.concept("orgtype", found))


def _direct_quads(claims: Iterable[Claim], terms: Terms, into: Mapping[str, str]) -> Iterator[Quad]:
    """Yield the direct triples of reported claims, with the changes they speak of."""
    claims = tuple(claims)
    owners = change_owners(claims)
    for claim in claims:
        if claim.status is not Status.REPORTED:
            continue
        subject, value = terms.entity(claim.subject), object_iri(claim, terms, owners)
        yield to_quad(
            into.get(subject, subject), t.PROPERTIES[claim.relation], into.get(value, value)
        )
        yield from change_quads(claim, terms, owners)
