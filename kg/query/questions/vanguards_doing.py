"""Which vanguards do a thing?"""

from __future__ import annotations

from kg.query.question import Column, Param, Question

QUESTION = Question(
    name="vanguards-doing",
    group="Interventions",
    asks="Which vanguards do a thing?",
    params=(Param("intervention", "intervention", "the intervention", required=True),),
    columns=(
        Column("vanguard", "vanguard"),
        Column("sources", "count", of="source"),
    ),
    words=(
        "which vanguards use {intervention}",
        "which vanguards do {intervention}",
        "who has introduced {intervention}",
        "who does {intervention}",
        "which vanguards have {intervention}",
        "which vanguards offer {intervention}",
        "where is {intervention} used",
        "who has set up {intervention}",
        "which vanguards implement {intervention}",
        "who runs {intervention}",
    ),
    sparql="""
        SELECT ?intervention ?vanguard ?status ?source ?claim WHERE {
          GRAPH ?source {
            ?claim rdf:predicate ncm:implements ; rdf:subject ?vanguard ;
                   rdf:object ?intervention ; ncm:status ?status .
          }
          ?vanguard a ncm:Vanguard .
        }
    """,
)
