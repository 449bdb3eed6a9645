"""Tiny stores for pages, from values alone."""

import pytest

from kg.graph.rdf import claims_to_quads, source_quads
from kg.graph.registry import registry_claims, registry_quads
from kg.graph.store import memory_store
from kg.graph.terms import Terms
from kg.graph.view import view_quads
from kg.names import Minter
from kg.registry import read_registry
from kg.vocabulary import Concept, Label, Vocabulary

HEADER = "id,name,other_names,care_model,announced,area\n"


def _concept(kind, identifier, names):
    base = (
        "https://w3id.org/ncm/id/" if kind in {"vanguard", "programme"} else "https://w3id.org/ncm/"
    )
    roles = ("pref", *("alt" for _ in names[1:]))
    labels = tuple(Label(r, n) for r, n in zip(roles, names, strict=True))
    return Concept(kind, identifier, f"{base}{kind}/{identifier}", labels)


@pytest.fixture(scope="session")
def store_of():
    """Return a function from documents, claims, names of concepts and registry rows to a store.

    `names` maps (kind, identifier) to the names of a concept, the preferred one first.
    """

    def build(documents, claims, names, registry=""):
        rows = read_registry(HEADER + registry, "registry")
        terms = Terms(Minter(), Vocabulary([_concept(*k, v) for k, v in names.items()], rows))
        told = [*claims, *registry_claims(rows)]
        quads = [q for d in documents for q in source_quads(d, terms)]
        quads += [*claims_to_quads(claims, terms, documents), *registry_quads(rows, terms)]
        quads += view_quads(told, {d.id: d.title for d in documents}, terms, ())
        return memory_store(dict.fromkeys(quads))

    return build
