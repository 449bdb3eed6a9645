"""Names and IRIs: every IRI of the project is minted here, from content alone.

Slugs and hashes only: no counter, clock, memory address or blank node.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import InputError

if TYPE_CHECKING:
    from kg.model import Claim, Entity, Evidence

ONTOLOGY = "https://w3id.org/ncm/"
"""The namespace of the ontology's terms and concept schemes."""

BASE = "https://w3id.org/ncm/id/"
"""The default base of instances; `Minter` takes another."""

PREFIXES = {
    "ncm": ONTOLOGY,
    "barrier": f"{ONTOLOGY}barrier/",
    "direction": f"{ONTOLOGY}direction/",
    "enabler": f"{ONTOLOGY}enabler/",
    "intervention": f"{ONTOLOGY}intervention/",
    "measure": f"{ONTOLOGY}measure/",
    "model": f"{ONTOLOGY}model/",
    "orgtype": f"{ONTOLOGY}organisation-type/",
    "population": f"{ONTOLOGY}population/",
    "status": f"{ONTOLOGY}status/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""The prefixes that queries and exports know. Instances add ``vanguard:`` and so on by base."""

INSTANCE_KINDS = {
    "vanguard": "vanguard",
    "programme": "programme",
    "org": "organisation",
    "person": "person",
    "place": "place",
}
"""Kind of entity -> path segment under the base of instances."""

SLUG_LENGTH = 80


_APOSTROPHE = re.compile(r"['’‘`]")
_WORD = re.compile(r"[a-z0-9]+")


def fold(text: str) -> str:
    """Fold to lower-case ASCII words joined by one space; ``&`` reads "and".

    >>> fold("The King’s  Fund & Co.")
    'the kings fund and co'
    """
    text = _APOSTROPHE.sub("", text.replace("&", " and "))
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return " ".join(_WORD.findall(text.lower()))


def slug(text: str) -> str:
    """Return a short ASCII identifier of `text`; the same text gives the same slug.

    Text without ASCII letters or digits, or too long, is told apart by a hash.

    >>> slug("Salford Royal NHS Foundation Trust")
    'salford-royal-nhs-foundation-trust'
    >>> slug("東京")
    'x-130016b2599b'
    """
    words = fold(text).replace(" ", "-")
    if words and len(words) <= SLUG_LENGTH:
        return words
    head = words[: SLUG_LENGTH - 13].rstrip("-") or "x"
    return f"{head}-{digest(text)[:12]}"


def digest(*parts: str) -> str:
    """Return the SHA-256 of the parts, in hexadecimal; the parts cannot run into one another."""
    joined = "\x1f".join(part.replace("\x1f", "\x1f\x1f") for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()


def organisation_key(name: str) -> str:
    """Return what two spellings of one organisation share.

    Case, accents and punctuation are folded, ``&`` reads "and", "Clinical Commissioning Group"
    reads "CCG", and "the", "NHS" and "Foundation Trust" (or "Trust") are dropped.

    >>> organisation_key("NHS Salford Clinical Commissioning Group")
    'salford ccg'
    """
    key = fold(name).replace("clinical commissioning group", "ccg")
    kept = [w for w in key.split() if w not in {"the", "nhs", "foundation", "trust"}]
    return " ".join(kept) or key


def checked_base(base: str) -> str:
    """Return `base` if instances can be minted under it; raise InputError otherwise."""
    if not re.fullmatch(r"https?://[A-Za-z0-9.-]+(:\d+)?/[A-Za-z0-9._~/-]*", base) or not (
        base.endswith("/")
    ):
        raise InputError(
            f"{base!r} cannot be the base of IRIs; expected http(s)://HOST/PATH/ with a slash at "
            "the end"
        )
    return base


@dataclass(frozen=True, slots=True)
class Minter:
    """Mints the IRIs of instances under one base."""

    base: str = BASE

    def __post_init__(self) -> None:
        """Refuse a base that would give broken IRIs."""
        checked_base(self.base)

    @property
    def prefixes(self) -> dict[str, str]:
        """All prefixes, those of this base included."""
        own = {kind: f"{self.base}{path}/" for kind, path in INSTANCE_KINDS.items()}
        own["organisation"] = own.pop("org")
        own |= {name: f"{self.base}{name}/" for name in ("source", "claim", "outcome", "funding")}
        return {**PREFIXES, **own}

    def entity(self, entity: Entity) -> str:
        """Return the IRI of an entity."""
        path = INSTANCE_KINDS.get(entity.kind)
        if path is None:
            return f"{ONTOLOGY}{entity.kind}/{entity.id}"
        return f"{self.base}{path}/{entity.id}"

    def source(self, source_id: str) -> str:
        """Return the IRI of a source, which also names its graph."""
        return f"{self.base}source/{slug(source_id)}"

    def graph(self, name: str) -> str:
        """Return the IRI of a graph that is no document's: ``ontology`` or ``registry``."""
        return f"{self.base}graph/{name}"

    def claim(self, claim: Claim) -> str:
        """Return the IRI of a claim: what it says and who says it, not where."""
        return f"{self.base}claim/{digest(claim.source, *claim.key)[:20]}"

    def evidence(self, evidence: Evidence) -> str:
        """Return the IRI of a piece of evidence (an ``oa:SpecificResource``)."""
        where = (evidence.source, str(evidence.start), str(evidence.end))
        return f"{self.base}evidence/{digest(*where)[:20]}"

    def change(self, kind: str, source_id: str, said: str) -> str:
        """Return the IRI of an ``outcome`` or ``funding`` as told in one source."""
        return f"{self.base}{kind}/{digest(source_id, said)[:20]}"


def concept_iri(scheme: str, identifier: str) -> str:
    """Return the IRI of a concept of our own vocabularies."""
    return f"{ONTOLOGY}{scheme}/{identifier}"
