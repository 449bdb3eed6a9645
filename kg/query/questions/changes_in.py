"""Who reports a change in a measure, by how much?"""

from __future__ import annotations

from kg.query.question import Column, Param, Question

QUESTION = Question(
    name="changes-in",
    group="Outcomes",
    asks="Who reports a change in a measure, by how much?",
    params=(
        Param("measure", "measure", "the measure", required=True),
        Param(
            "direction", "direction", "which way it went: decrease, increase, improve, worsen, …"
        ),
    ),
    columns=(
        Column("who", "thing"),
        Column("direction", "direction"),
        Column("value", "number"),
        Column("unit", "text"),
        Column("sources", "count", of="source"),
    ),
    order=(
        "unit",
        "-value",
    ),
    words=(
        "which vanguards {direction} {measure}",
        "who reports a change in {measure}",
        "who {direction} {measure}",
        "where has {measure} {direction}",
        "where did {measure} {direction}",
        "what happened to {measure}",
        "changes in {measure}",
        "which vanguards report {direction} {measure}",
        "who reports {direction} in {measure}",
        "did {measure} {direction}",
    ),
    sparql="""
        SELECT ?measure ?direction ?who ?value ?unit ?status ?source ?claim WHERE {
          GRAPH ?source {
            ?claim rdf:predicate ncm:hasOutcome ; rdf:subject ?who ;
                   rdf:object ?outcome ; ncm:status ?status .
            ?outcome ncm:measure ?measure ; ncm:direction ?direction .
            OPTIONAL { ?outcome ncm:value ?value ; ncm:unit ?unit }
          }
          FILTER NOT EXISTS { ?who a ncm:Intervention }
        }
    """,
)
