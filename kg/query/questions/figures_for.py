"""Which figures are told for a measure, side by side?"""

from __future__ import annotations

from kg.query.question import Column, Param, Question

QUESTION = Question(
    name="figures-for",
    group="Outcomes",
    asks="Which figures are told for a measure, side by side?",
    params=(Param("measure", "measure", "the measure", required=True),),
    columns=(
        Column("who", "thing"),
        Column("direction", "direction"),
        Column("value", "number"),
        Column("unit", "text"),
        Column("status", "status"),
        Column("period", "text"),
        Column("source", "source"),
    ),
    order=(
        "unit",
        "-value",
    ),
    status="any",
    words=(
        "compare the figures for {measure}",
        "figures for {measure}",
        "numbers for {measure}",
        "how much did {measure} change",
        "by how much did {measure} change",
        "percentages for {measure}",
        "which figures are told for {measure}",
    ),
    sparql="""
        SELECT ?measure ?who ?direction ?value ?unit ?period ?status ?source ?claim WHERE {
          GRAPH ?source {
            ?claim rdf:predicate ncm:hasOutcome ; rdf:subject ?who ;
                   rdf:object ?outcome ; ncm:status ?status .
            ?outcome ncm:measure ?measure ; ncm:direction ?direction ; ncm:value ?value ;
                     ncm:unit ?unit .
            OPTIONAL { ?claim ncm:period ?period }
          }
        }
    """,
)
