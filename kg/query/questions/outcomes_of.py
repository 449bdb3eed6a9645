"""Which outcomes does a vanguard report?"""

from __future__ import annotations

from kg.query.question import Column, Param, Question

QUESTION = Question(
    name="outcomes-of",
    group="Outcomes",
    asks="Which outcomes does a vanguard report?",
    params=(Param("vanguard", "vanguard", "the vanguard", required=True),),
    columns=(
        Column("measure", "measure"),
        Column("direction", "direction"),
        Column("value", "number"),
        Column("unit", "text"),
        Column("period", "text"),
        Column("sources", "count", of="source"),
    ),
    words=(
        "what has {vanguard} achieved",
        "which outcomes does {vanguard} report",
        "outcomes of {vanguard}",
        "results of {vanguard}",
        "what came of {vanguard}",
        "what did {vanguard} report",
        "impact of {vanguard}",
        "did {vanguard} work",
    ),
    sparql="""
        SELECT ?vanguard ?measure ?direction ?value ?unit ?period ?status ?source ?claim WHERE {
          GRAPH ?source {
            ?claim rdf:predicate ncm:hasOutcome ; rdf:subject ?vanguard ;
                   rdf:object ?outcome ; ncm:status ?status .
            ?outcome ncm:measure ?measure ; ncm:direction ?direction .
            OPTIONAL { ?outcome ncm:value ?value ; ncm:unit ?unit }
            OPTIONAL { ?claim ncm:period ?period }
          }
        }
    """,
)
