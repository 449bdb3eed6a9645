"""What does a source claim?"""

from __future__ import annotations

from kg.query.question import Column, Param, Question

QUESTION = Question(
    name="claims-of-source",
    group="Evidence",
    asks="What does a source claim?",
    params=(Param("source", "source", "the document, by title or identifier", required=True),),
    columns=(
        Column("relation", "relation"),
        Column("subject", "thing"),
        Column("what", "thing"),
        Column("status", "status"),
        Column("quote", "text"),
    ),
    status="any",
    words=(
        "what does {source} claim",
        "claims of {source}",
        "what does {source} say",
        "facts in {source}",
        "everything in {source}",
    ),
    sparql="""
        SELECT ?source ?relation ?subject ?what ?status ?quote ?claim WHERE {
          GRAPH ?source {
            ?claim rdf:predicate ?relation ; rdf:subject ?subject ; rdf:object ?what ;
                   ncm:status ?status ; ncm:mainTarget ?target .
            ?target oa:hasSelector ?selector .
            ?selector oa:exact ?quote .
          }
        }
    """,
)
