"""Which interventions are the most widespread in each care model?"""

from __future__ import annotations

from kg.query.question import Column, Param, Question

QUESTION = Question(
    name="interventions-by-care-model",
    group="Interventions",
    asks="Which interventions are the most widespread in each care model?",
    params=(Param("model", "model", "the care model; all of them when left out"),),
    columns=(
        Column("model", "model"),
        Column("intervention", "intervention"),
        Column("vanguards", "count", of="vanguard"),
        Column("which", "list", of="vanguard"),
    ),
    order=(
        "model",
        "-vanguards",
    ),
    words=(
        "most widespread interventions by care model",
        "interventions by care model",
        "which interventions are most common among {model}",
        "what do {model} do",
        "interventions of {model}",
        "most common interventions in {model}",
    ),
    sparql="""
        SELECT ?model ?intervention ?vanguard ?status ?source ?claim WHERE {
          GRAPH ?source {
            ?claim rdf:predicate ncm:implements ; rdf:subject ?vanguard ;
                   rdf:object ?intervention ; ncm:status ?status .
          }
          ?vanguard ncm:hasCareModel? ?model .
          ?model a ncm:CareModel .
        }
    """,
)
