"""Which barriers are told of each care model?"""

from __future__ import annotations

from kg.query.question import Column, Param, Question

QUESTION = Question(
    name="barriers-by-care-model",
    group="Barriers and enablers",
    asks="Which barriers are told of each care model?",
    params=(Param("model", "model", "the care model; all of them when left out"),),
    columns=(
        Column("model", "model"),
        Column("barrier", "barrier"),
        Column("told_of", "count", of="who"),
        Column("whom", "list", of="who"),
    ),
    order=(
        "model",
        "-told_of",
    ),
    words=(
        "barriers by care model",
        "which barriers do {model} meet",
        "barriers of {model}",
        "challenges for {model}",
        "what stands in the way of {model}",
        "barriers in each care model",
    ),
    sparql="""
        SELECT ?model ?barrier ?who ?status ?source ?claim WHERE {
          GRAPH ?source {
            ?claim rdf:predicate ncm:hasBarrier ; rdf:subject ?who ;
                   rdf:object ?barrier ; ncm:status ?status .
          }
          ?who ncm:hasCareModel? ?model .
          ?model a ncm:CareModel .
        }
    """,
)
