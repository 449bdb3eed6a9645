"""Which interventions are the most widespread?"""

from __future__ import annotations

from kg.query.question import Column, Question

QUESTION = Question(
    name="common-interventions",
    group="Interventions",
    asks="Which interventions are the most widespread?",
    columns=(
        Column("intervention", "intervention"),
        Column("vanguards", "count", of="vanguard"),
        Column("which", "list", of="vanguard"),
    ),
    order=("-vanguards",),
    words=(
        "what are the most common interventions",
        "most widespread interventions",
        "which interventions are used most",
        "what do vanguards do most often",
        "which interventions are most popular",
        "list all interventions",
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
