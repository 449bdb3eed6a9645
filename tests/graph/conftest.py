"""Small values to build graphs from: a vocabulary of a few concepts, a registry of one row."""

import pytest

from kg.graph.terms import Terms
from kg.model import Claim, Document, Entity, Evidence, Relation, Status
from kg.names import Minter, concept_iri
from kg.registry import Registry, RegistryRow
from kg.vocabulary import Concept, Label, Vocabulary, registry_concepts

ROW = "north,North,Northern vanguard,pacs,2015-03,Northshire"


def concept(kind, identifier, name, scheme=""):
    iri = concept_iri(scheme or kind, identifier)
    return Concept(kind, identifier, iri, (Label("pref", name),))


@pytest.fixture(scope="session")
def little_vocabulary():
    row = RegistryRow(
        "north", "North", ("Northern vanguard",), "pacs", "2015-03", "Northshire", 0, len(ROW)
    )
    registry = Registry(ROW + "\n", (row,))
    return Vocabulary(
        (
            *registry_concepts(registry, Minter().base),
            concept("model", "pacs", "Integrated system"),
            concept("measure", "falls", "Falls"),
            concept("intervention", "telehealth", "Telehealth"),
            concept("barrier", "culture", "Culture"),
            concept("orgtype", "nhs-trust", "NHS trust", "organisation-type"),
            concept("orgtype", "local-authority", "Local authority", "organisation-type"),
            *(concept("status", str(s), str(s)) for s in Status),
            *(concept("direction", d, d) for d in ("increase", "decrease")),
        ),
        registry,
    )


@pytest.fixture(scope="session")
def bare_vocabulary():
    return Vocabulary((), Registry("", ()))


@pytest.fixture(scope="session")
def terms(little_vocabulary):
    return Terms(Minter(), little_vocabulary)


@pytest.fixture(scope="session")
def make_claim():
    """Return a function that states a claim in few words."""

    def make(relation, subject, value, status="reported", source="a", quote="so", **more):
        start = more.pop("start", 0)
        return Claim(
            Relation(relation),
            subject,
            value,
            Status(status),
            (Evidence(source, start, start + len(quote), quote),),
            more.pop("rule", "test"),
            more.pop("confidence", 0.9),
            tuple(sorted(more.items())),
        )

    return make


@pytest.fixture(scope="session")
def make_document():
    def make(identifier, **metadata):
        return Document(
            identifier, identifier.upper(), "text", (), (), tuple(sorted(metadata.items()))
        )

    return make


@pytest.fixture(scope="session")
def north():
    return Entity("vanguard", "north")


@pytest.fixture(scope="session")
def organisation():
    """Return a function from names to an organisation."""
    from kg.names import slug

    def make(*names):
        return Entity("org", slug(names[0]), names)

    return make
