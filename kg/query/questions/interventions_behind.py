"""Which interventions are tied to a change in a measure, and by how many sources?"""

from __future__ import annotations

from kg.query.question import Column, Param, Question

QUESTION = Question(
    name="interventions-behind",
    group="Outcomes",
    asks="Which interventions are tied to a change in a measure, and by how many sources?",
    params=(
        Param("measure", "measure", "the measure", required=True),
        Param(
            "direction", "direction", "which way it went: decrease, increase, improve, worsen, …"
        ),
    ),
    columns=(
        Column("intervention", "intervention"),
        Column("direction", "direction"),
        Column("sources", "count", of="source"),
        Column("of", "list", of="who"),
    ),
    order=("-sources",),
    words=(
        "which interventions {direction} {measure}",
        "what reduces {measure}",
        "which interventions are tied to {measure}",
        "interventions behind {measure}",
        "which interventions are linked to {direction} {measure}",
        "what {direction} {measure}",
        "what works for {measure}",
        "which interventions {direction} the number of {measure}",
    ),
    sparql="""
        SELECT ?measure ?direction ?intervention ?who ?status ?source ?claim WHERE {
          GRAPH ?source {
            ?claim rdf:predicate ncm:hasOutcome ; rdf:subject ?intervention ;
                   rdf:object ?outcome ; ncm:status ?status .
            ?outcome ncm:measure ?measure ; ncm:direction ?direction .
          }
          ?intervention a ncm:Intervention .
          OPTIONAL {
            ?who ncm:hasOutcome ?outcome .
            FILTER NOT EXISTS { ?who a ncm:Intervention }
          }
        }
    """,
)
