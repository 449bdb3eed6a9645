"""The registry as a source of its own: each row states a care model and a place, in its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.graph import terms as t
from kg.graph.nodes import to_date, to_quad, to_text
from kg.graph.rdf import claims_to_quads, source_quads
from kg.graph.terms import REGISTRY
from kg.model import Claim, Document, Entity, Evidence, Relation, Status
from kg.names import slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Quad

    from kg.graph.terms import Terms
    from kg.registry import Registry, RegistryRow

TITLE = "Registry of the vanguards"
RULE = "registry"


def registry_claims(registry: Registry) -> tuple[Claim, ...]:
    """Return the claims that the rows state, in order of row; their quotes are the rows."""
    return tuple(claim for row in registry.rows for claim in _row_claims(registry, row))


def _row_claims(registry: Registry, row: RegistryRow) -> Iterator[Claim]:
    words = (Evidence(REGISTRY, row.start, row.end, registry.text[row.start : row.end]),)
    vanguard = Entity("vanguard", row.id)
    told: list[tuple[Relation, Entity]] = []
    if row.care_model:
        told.append((Relation.CARE_MODEL, Entity("model", row.care_model)))
    if row.area:
        told.append((Relation.LOCATION, Entity("place", slug(row.area), (row.area,))))
    for relation, thing in told:
        yield Claim(relation, vanguard, thing, Status.REPORTED, words, RULE, 1.0)


def registry_quads(registry: Registry, terms: Terms) -> Iterator[Quad]:
    """Yield the registry's graph: the source, its claims, the vanguards with their names."""
    if not registry.rows:
        return
    graph = terms.source(REGISTRY)
    yield from source_quads(Document(REGISTRY, TITLE, registry.text, (), ()), terms)
    yield from claims_to_quads(registry_claims(registry), terms)
    for row in registry.rows:
        iri = terms.entity(Entity("vanguard", row.id))
        yield to_quad(iri, t.TYPE, t.CLASSES["vanguard"], graph)
        yield to_quad(iri, t.LABEL, to_text(row.name), graph)
        for name in row.other_names:
            yield to_quad(iri, t.ALT_LABEL, to_text(name), graph)
        if row.announced:
            yield to_quad(iri, t.ANNOUNCED, to_date(row.announced), graph)
        if row.area:
            yield to_quad(iri, t.AREA, to_text(row.area), graph)
