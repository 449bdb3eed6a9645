"""A tiny graph from lines of claims, as the annotation guide writes them."""

import pytest

from kg.graph.nodes import to_quad, to_text
from kg.graph.rdf import claims_to_quads, source_quads
from kg.graph.registry import registry_claims, registry_quads
from kg.graph.store import memory_store
from kg.graph.terms import Terms
from kg.graph.view import merge_quads, view_quads
from kg.model import Claim, Document, Entity, Evidence, Relation, Status, parse_term
from kg.names import ONTOLOGY, Minter, slug
from kg.registry import read_registry
from kg.vocabulary import Concept, Label, Vocabulary

BETTER = {"falls": "decrease", "admissions": "decrease", "experience": "improve"}
HEADER = "id,name,other_names,care_model,announced,area\n"


def concept(kind, identifier):
    """Return a concept whose name is its identifier in words."""
    segment = {"orgtype": "organisation-type"}.get(kind, kind)
    base = "https://w3id.org/ncm/id/" if kind in {"vanguard", "programme"} else ONTOLOGY
    label = Label("pref", identifier.replace("-", " ").capitalize())
    properties = (("betterDirection", BETTER[identifier]),) if identifier in BETTER else ()
    return Concept(kind, identifier, f"{base}{segment}/{identifier}", (label,), "", properties)


def parsed(line, start=0):
    """Return the claim of a line ``source | relation | subject | object | status | key=value``."""
    source, relation, subject, thing, *rest = (part.strip() for part in line.split("|"))
    status = rest[0] if rest and "=" not in rest[0] else "reported"
    qualifiers = tuple(sorted(tuple(r.split("=")) for r in rest if "=" in r))
    ends = []
    for end in (parse_term(subject), parse_term(thing)):
        named = isinstance(end, Entity) and not end.id
        ends.append(Entity(end.kind, slug(end.names[0]), end.names) if named else end)
    words = (Evidence(source, start, start + len(line), line),)
    return Claim(Relation(relation), *ends, Status(status), words, "test", 1.0, qualifiers)


@pytest.fixture(scope="session")
def graph_of():
    """Return a function from lines of claims (and registry rows) to a store in memory."""

    def build(lines, *, registry="", merges=()):
        told_lines = filter(str.strip, lines.strip().splitlines())
        claims = [parsed(line, 1000 * i) for i, line in enumerate(told_lines)]
        rows = read_registry(HEADER + registry, "registry")
        told = [*claims, *registry_claims(rows)]
        coded = {
            (end.kind, end.id)
            for c in told
            for end in (c.subject, c.object)
            if isinstance(end, Entity) and end.kind not in {"org", "person", "place"}
        }
        measures = {("measure", c.object.measure) for c in told if hasattr(c.object, "measure")}
        more = {("direction", d) for d in ("decrease", "increase", "improve", "worsen")}
        more |= {("status", str(s)) for s in Status} | {("orgtype", "local-authority")}
        concepts = [concept(*key) for key in sorted(coded | measures | more)]
        terms = Terms(Minter(), Vocabulary(concepts, rows))
        sources = sorted({c.source for c in claims})
        documents = [Document(s, f"Title {s}", "", (), ()) for s in sources]
        quads = [q for d in documents for q in source_quads(d, terms)]
        quads += [*claims_to_quads(claims, terms), *registry_quads(rows, terms)]
        quads += merge_quads(merges, terms.minter.graph("merges"))
        quads += view_quads(told, {d.id: d.title for d in documents}, terms, merges)
        ontology = terms.minter.graph("ontology")
        for measure, better in BETTER.items():
            iri = f"{ONTOLOGY}measure/{measure}"
            quads.append(to_quad(iri, f"{ONTOLOGY}betterDirection", to_text(better), ontology))
        return memory_store(dict.fromkeys(quads))

    return build
