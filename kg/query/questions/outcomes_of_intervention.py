"""What came of an intervention?"""

from __future__ import annotations

from kg.query.question import Column, Param, Question

QUESTION = Question(
    name="outcomes-of-intervention",
    group="Outcomes",
    asks="What came of an intervention?",
    params=(Param("intervention", "intervention", "the intervention", required=True),),
    columns=(
        Column("measure", "measure"),
        Column("direction", "direction"),
        Column("value", "number"),
        Column("unit", "text"),
        Column("sources", "count", of="source"),
    ),
    words=(
        "what came of {intervention}",
        "outcomes of {intervention}",
        "what did {intervention} achieve",
        "results of {intervention}",
        "does {intervention} work",
        "impact of {intervention}",
        "effect of {intervention}",
        "what does {intervention} lead to",
    ),
    sparql="""
        SELECT ?intervention ?measure ?direction ?value ?unit ?status ?source ?claim WHERE {
          GRAPH ?source {
            ?claim rdf:predicate ncm:hasOutcome ; rdf:subject ?intervention ;
                   rdf:object ?outcome ; ncm:status ?status .
            ?outcome ncm:measure ?measure ; ncm:direction ?direction .
            OPTIONAL { ?outcome ncm:value ?value ; ncm:unit ?unit }
          }
        }
    """,
)
