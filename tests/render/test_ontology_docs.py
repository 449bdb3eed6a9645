"""The documentation of an ontology, from its Turtle."""

from kg.graph.ontology import turtle_quads
from kg.render.ontology_docs import Scheme, Term, docs

TURTLE = b"""
@prefix ncm: <https://w3id.org/ncm/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix schema: <https://schema.org/> .
<https://w3id.org/ncm/> a owl:Ontology ; dcterms:title "Change"@en ; owl:versionInfo "7" .
ncm:Measure a owl:Class ; rdfs:subClassOf skos:Concept ; rdfs:label "measure"@en ;
  skos:definition "What changes."@en ; skos:example "falls"@en .
ncm:measure a owl:ObjectProperty ; rdfs:label "measured in"@en ;
  schema:domainIncludes ncm:Outcome ; rdfs:range ncm:Measure .
ncm:measure a skos:ConceptScheme ; skos:prefLabel "Measures"@en .
<https://w3id.org/ncm/measure/falls> a ncm:Measure ; skos:inScheme ncm:measure ;
  skos:prefLabel "Falls"@en ; skos:altLabel "trips"@en ; skos:definition "People who fall."@en .
"""


def test_classes_properties_and_schemes_are_told_and_linked():
    """An IRI that is a property and a scheme is told as both, each under its own name."""
    found = docs(turtle_quads(TURTLE, "https://x/g"))
    ncm = "https://w3id.org/ncm/"

    assert (found.title, found.version) == ("Change", "7")
    assert found.classes == (
        Term(
            "measure",
            f"{ncm}Measure",
            "ncm:Measure",
            "class-measure",
            "What changes.",
            "falls",
            (),
            (("is a", (("skos:Concept", ""),)),),
        ),
    )
    assert found.properties == (
        Term(
            "measured in",
            f"{ncm}measure",
            "ncm:measure",
            "property-measure",
            "",
            "",
            (),
            (("of", (("ncm:Outcome", ""),)), ("to", (("measure", "class-measure"),))),
        ),
    )
    falls = Term(
        "Falls",
        f"{ncm}measure/falls",
        "measure:falls",
        "concept-measure-falls",
        "People who fall.",
        "",
        ("trips",),
    )
    scheme = Term("Measures", f"{ncm}measure", "ncm:measure", "scheme-measure", "")
    assert found.schemes == (Scheme(scheme, (falls,)),)
