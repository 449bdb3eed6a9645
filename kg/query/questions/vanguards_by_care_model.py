"""Which vanguards are of which care model?"""

from __future__ import annotations

from kg.query.question import Column, Param, Question

QUESTION = Question(
    name="vanguards-by-care-model",
    group="Catalogue",
    asks="Which vanguards are of which care model?",
    params=(Param("model", "model", "the care model; all of them when left out"),),
    columns=(
        Column("model", "model"),
        Column("vanguard", "vanguard"),
        Column("sources", "count", of="source"),
    ),
    words=(
        "which vanguards are {model}",
        "vanguards by care model",
        "list the {model} vanguards",
        "list all vanguards",
        "which care model is each vanguard",
        "vanguards of care model {model}",
        "what vanguards are there",
    ),
    sparql="""
        SELECT ?model ?vanguard ?status ?source ?claim WHERE {
          GRAPH ?source {
            ?claim rdf:predicate ncm:hasCareModel ; rdf:subject ?vanguard ;
                   rdf:object ?model ; ncm:status ?status .
          }
        }
    """,
)
