"""The ontology files: complete, consistent, and holding every identifier they must."""

import csv
from collections import Counter
from pathlib import Path

import pyoxigraph
import pytest
from pyoxigraph import BlankNode, Literal, NamedNode

from kg.extraction.gapped import is_gapped, parts_of
from kg.graph import terms as t
from kg.graph.ontology import ontology_files
from kg.names import ONTOLOGY
from kg.vocabulary import data_folder

OWL = "http://www.w3.org/2002/07/owl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SCHEMA = "https://schema.org/"
LABELS = ("prefLabel", "altLabel", "hiddenLabel")
OWN_LABELS = ("pattern", "caseLabel", "cueLabel", "gainLabel", "lossLabel")
TABLES = {
    "barriers": "barrier",
    "care-models": "model",
    "enablers": "enabler",
    "intervention-types": "intervention",
    "organisation-types": "organisation-type",
    "outcome-measures": "measure",
    "populations": "population",
}


@pytest.fixture(scope="module")
def triples():
    """Every triple of every file of the package, once."""
    return frozenset(
        q.triple for path in ontology_files() for q in pyoxigraph.parse(path=str(path))
    )


@pytest.fixture(scope="module")
def terms_file():
    """The triples of the ontology itself, without vocabularies and shapes."""
    path = data_folder("ontology") / "ncm.ttl"
    return frozenset(q.triple for q in pyoxigraph.parse(path=str(path)))


def values(triples, subject, predicate):
    return {x.object for x in triples if x.subject == subject and x.predicate.value == predicate}


def declared(triples, *kinds):
    wanted = {NamedNode(OWL + kind) for kind in kinds}
    return {x.subject for x in triples if x.predicate.value == t.TYPE and x.object in wanted}


def own(nodes):
    return sorted((n for n in nodes if n.value.startswith(ONTOLOGY)), key=str)


def test_the_header_names_version_licence_prefix_and_creator(terms_file):
    """The ontology says what it is, whose, and under what terms."""
    said = {
        (x.predicate.value.replace("#", "/").rsplit("/", 1)[-1], x.object.value)
        for x in terms_file
        if x.subject.value == ONTOLOGY
    }

    assert {
        ("type", f"{OWL}Ontology"),
        ("versionInfo", "0.1.0"),
        ("versionIRI", f"{ONTOLOGY}0.1.0"),
        ("license", "https://www.apache.org/licenses/LICENSE-2.0"),
        ("preferredNamespacePrefix", "ncm"),
        ("preferredNamespaceUri", ONTOLOGY),
        ("title", "Ontology of change in health care"),
        ("creator", "The vanguard-kg authors"),
    } <= said


def test_every_class_and_property_has_label_definition_and_example(terms_file):
    """One label, one definition, one example each."""
    kinds = ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty")
    found = own(declared(terms_file, *kinds))

    assert len(found) >= 61
    for node in found:
        for predicate in (f"{RDFS}label", f"{SKOS}definition", f"{SKOS}example"):
            assert len(values(terms_file, node, predicate)) == 1, (node, predicate)


def test_every_property_says_where_it_stands_and_what_it_takes(terms_file):
    """One rdfs:domain, or several schema:domainIncludes; the same of ranges."""
    kinds = ("ObjectProperty", "DatatypeProperty", "AnnotationProperty")
    for node in own(declared(terms_file, *kinds)):
        for one, several in (("domain", "domainIncludes"), ("range", "rangeIncludes")):
            single = values(terms_file, node, RDFS + one)
            many = values(terms_file, node, SCHEMA + several)
            assert (len(single), len(many) > 1) in {(1, False), (0, True)}, (node, one)
            assert not (single and many)


def test_no_property_is_of_two_kinds(terms_file):
    """OWL tools want a property to be of one kind."""
    kinds = ("ObjectProperty", "DatatypeProperty", "AnnotationProperty")
    count = Counter(node for kind in kinds for node in declared(terms_file, kind))

    assert [node for node, held in count.items() if held > 1] == []


def test_no_blank_node_in_the_ontology_itself(terms_file):
    """Only the lists of the shapes need them."""
    assert not [x for x in terms_file for n in (x.subject, x.object) if isinstance(n, BlankNode)]


def test_every_term_of_ours_that_is_used_is_declared(triples, terms_file):
    """No class or property of ours is used but not declared, in files or in the builder."""
    kinds = ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty")
    known = {node.value for node in declared(terms_file, *kinds)}
    used = {x.predicate.value for x in triples}
    used |= {x.object.value for x in triples if x.predicate.value == t.TYPE}
    used |= {v for v in vars(t).values() if isinstance(v, str) and v.startswith("http")}
    used |= {*t.PROPERTIES.values(), *t.QUALIFIERS.values(), *t.CLASSES.values()}

    assert {iri for iri in used if iri.startswith(ONTOLOGY)} - {ONTOLOGY} <= known


def test_every_class_that_is_named_is_declared(terms_file):
    """Superclasses, domains and ranges exist, those of others included."""
    places = (f"{RDFS}subClassOf", f"{RDFS}domain", f"{SCHEMA}domainIncludes")
    named = {x.object.value for x in terms_file if x.predicate.value in places}
    named |= {
        x.object.value
        for x in terms_file
        if x.predicate.value in {f"{RDFS}range", f"{SCHEMA}rangeIncludes"}
    }
    built_in = {f"{RDFS}Literal", "http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement"}
    classes = {node.value for node in declared(terms_file, "Class")}

    outside = {iri for iri in named if "XMLSchema#" not in iri}
    assert outside - built_in <= classes


@pytest.mark.parametrize(
    "predicate", [f"{RDFS}subClassOf", f"{RDFS}subPropertyOf", f"{SKOS}broader"]
)
def test_there_is_no_cycle(triples, predicate):
    """Nothing is above itself."""
    above = {}
    for x in triples:
        if x.predicate.value == predicate:
            above.setdefault(x.subject, set()).add(x.object)
    for start in above:
        seen, open_ = set(), set(above[start])
        while open_:
            seen |= open_
            open_ = {up for node in open_ for up in above.get(node, ())} - seen
        assert start not in seen


def test_every_subject_has_a_label(triples):
    """No term without a label: what has a type has a name, shapes apart."""
    shapes = "http://www.w3.org/ns/shacl#"
    typed = {
        x.subject
        for x in triples
        if x.predicate.value == t.TYPE
        and not x.object.value.startswith(shapes)
        and x.object.value != f"{OWL}Ontology"
    }
    labelled = {
        x.subject for x in triples if x.predicate.value in {f"{RDFS}label", f"{SKOS}prefLabel"}
    }

    assert typed <= labelled


def test_every_concept_has_one_preferred_label(triples):
    """A concept is called one thing."""
    count = Counter(x.subject for x in triples if x.predicate.value == f"{SKOS}prefLabel")

    assert [node.value for node, held in count.items() if held > 1] == []


def length(label):
    """How many words a label has, a choice between words counted as one."""
    return sum(map(len, parts_of(label))) if is_gapped(label) else len(label.split())


def test_no_label_is_over_six_words(triples):
    """A longer phrase is one document's, not English's."""
    wanted = {SKOS + name for name in LABELS} | {ONTOLOGY + name for name in OWN_LABELS}
    schemes = {x.subject for x in triples if x.object == NamedNode(f"{SKOS}ConceptScheme")}
    named = {
        x.subject
        for x in triples
        if x.predicate.value == t.TYPE
        and x.object.value in {t.CLASSES["org"], t.CLASSES["programme"]}
    }

    long = {
        x.object.value
        for x in triples
        if x.predicate.value in wanted
        and isinstance(x.object, Literal)
        and x.subject not in schemes | named
        and length(x.object.value) > 6
    }

    assert long == set()


def test_labels_of_skos_are_plain_english(triples):
    """What stands for many ways of saying a thing is a pattern or one of our own labels."""
    wanted = {SKOS + name for name in LABELS}

    assert not [
        x for x in triples if x.predicate.value in wanted and set("…|") & set(x.object.value)
    ]


def test_no_label_stands_twice_in_a_scheme(triples):
    """Within a scheme a way of saying it means one concept."""
    scheme_of = {x.subject: x.object for x in triples if x.predicate.value == f"{SKOS}inScheme"}
    words_of = f"{ONTOLOGY}cue", f"{ONTOLOGY}status", f"{ONTOLOGY}direction"
    meant = {}
    for x in triples:
        scheme = scheme_of.get(x.subject)
        if scheme is None or scheme.value.rstrip("/") in words_of:
            continue  # words, which several of these may share
        if x.predicate.value in {SKOS + name for name in LABELS}:
            key = (scheme.value, x.object.value.casefold())
            meant.setdefault(key, set()).add(x.subject.value)

    assert {key: nodes for key, nodes in meant.items() if len(nodes) > 1} == {}


@pytest.mark.parametrize("table", sorted(TABLES))
def test_every_identifier_of_the_annotation_guide_is_a_concept(triples, table, shared):
    """All concepts of the shared vocabularies are there, under their identifiers."""
    with Path(shared / "vocabulary" / f"{table}.tsv").open(encoding="utf-8") as lines:
        wanted = {row["id"] for row in csv.DictReader(lines, delimiter="\t")}
    head = f"{ONTOLOGY}{TABLES[table]}/"
    known = {
        x.subject.value.removeprefix(head)
        for x in triples
        if x.predicate.value == f"{SKOS}prefLabel" and x.subject.value.startswith(head)
    }

    assert wanted - known == set()
    assert len(wanted) >= 5
