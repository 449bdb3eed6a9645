"""The terms that the graph writes and reads, as named constants, and the IRIs of things."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model import Entity, Relation
from kg.names import ONTOLOGY, PREFIXES, Minter, concept_iri, slug
from kg.vocabulary import KINDS

if TYPE_CHECKING:
    from kg.model import Direction, Status
    from kg.vocabulary import Vocabulary


def term(name: str) -> str:
    """Return the IRI of a prefixed name.

    >>> term("oa:exact")
    'http://www.w3.org/ns/oa#exact'
    """
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local


TYPE = term("rdf:type")
SUBJECT = term("rdf:subject")
PREDICATE = term("rdf:predicate")
OBJECT = term("rdf:object")
LABEL = term("rdfs:label")
ALT_LABEL = term("skos:altLabel")

STATUS = term("ncm:status")
CONFIDENCE = term("ncm:confidence")
RULE = term("ncm:rule")
SUBJECT_AS = term("ncm:subjectAs")
OBJECT_AS = term("ncm:objectAs")
DERIVED_FROM = term("prov:wasDerivedFrom")

HAS_TARGET = term("oa:hasTarget")
MAIN_TARGET = term("ncm:mainTarget")
HAS_SOURCE = term("oa:hasSource")
HAS_SELECTOR = term("oa:hasSelector")
EXACT = term("oa:exact")
PREFIX = term("oa:prefix")
SUFFIX = term("oa:suffix")
START = term("oa:start")
END = term("oa:end")

MEASURE = term("ncm:measure")
DIRECTION = term("ncm:direction")
VALUE = term("ncm:value")
UNIT = term("ncm:unit")
AMOUNT = term("ncm:amount")
CURRENCY = term("ncm:currency")

ORGANISATION_TYPE = term("ncm:organisationType")
ANNOUNCED = term("ncm:announced")
AREA = term("ncm:area")
MERGED_INTO = term("ncm:mergedInto")
MERGE_REASON = term("ncm:mergeReason")

TITLE = term("dcterms:title")
IDENTIFIER = term("dcterms:identifier")

CLAIM = term("ncm:Claim")
SOURCE = term("ncm:Source")
OUTCOME = term("ncm:Outcome")
FUNDING = term("ncm:Funding")

PROPERTIES = {
    Relation.CARE_MODEL: term("ncm:hasCareModel"),
    Relation.PARTNER: term("ncm:hasPartner"),
    Relation.SUPPORTS: term("ncm:supports"),
    Relation.IMPLEMENTS: term("ncm:implements"),
    Relation.OUTCOME: term("ncm:hasOutcome"),
    Relation.BARRIER: term("ncm:hasBarrier"),
    Relation.ENABLER: term("ncm:hasEnabler"),
    Relation.POPULATION: term("ncm:servesPopulation"),
    Relation.ROLE: term("ncm:hasRoleAt"),
    Relation.LOCATION: term("ncm:locatedIn"),
    Relation.FUNDING: term("ncm:receivedFunding"),
}
"""Relation of the annotation guide -> property."""

RELATIONS = {iri: relation for relation, iri in PROPERTIES.items()}
"""Property -> relation of the annotation guide."""

QUALIFIERS = {
    "speaker": term("ncm:speaker"),
    "role": term("ncm:roleTitle"),
    "period": term("ncm:period"),
    "comparator": term("ncm:comparator"),
}
"""Key of a claim's qualifier -> property."""

CLASSES = {kind: ONTOLOGY + name for name, kind in KINDS.items()}
"""Kind of entity or concept -> class."""

SCHEMES = {"orgtype": "organisation-type"}
"""Kind -> last segment of its scheme, where the two differ."""

REGISTRY = "registry"
"""The identifier of the registry as a source; its graph is ``…/graph/registry``."""


@dataclass(frozen=True, slots=True)
class Terms:
    """Gives the IRIs of things: the vocabulary's own where it knows them, else minted ones."""

    minter: Minter
    vocabulary: Vocabulary

    def entity(self, entity: Entity) -> str:
        """Return the IRI of an entity; a named one without identifier gets its name's slug."""
        name = entity.names[0] if entity.names else ""
        found = Entity(entity.kind, entity.id or slug(name))
        concept = self.vocabulary.find(found.kind, found.id)
        return concept.iri if concept else self.minter.entity(found)

    def concept(self, kind: str, identifier: str) -> str:
        """Return the IRI of a concept of the vocabularies, known or not."""
        known = self.vocabulary.find(kind, identifier)
        return known.iri if known else concept_iri(SCHEMES.get(kind, kind), identifier)

    def status(self, status: Status) -> str:
        """Return the IRI of a status."""
        return self.concept("status", status.value)

    def direction(self, direction: Direction) -> str:
        """Return the IRI of a direction."""
        return self.concept("direction", direction.value)

    def source(self, source_id: str) -> str:
        """Return the IRI of a source, which also names its graph."""
        if source_id == REGISTRY:
            return self.minter.graph(REGISTRY)
        return self.minter.source(source_id)
