"""Which barriers are told of the programme but of no vanguard?"""

from __future__ import annotations

from kg.query.question import Column, Question

QUESTION = Question(
    name="programme-only-barriers",
    group="Barriers and enablers",
    asks="Which barriers are told of the programme but of no vanguard?",
    columns=(
        Column("barrier", "barrier"),
        Column("sources", "count", of="source"),
    ),
    order=("-sources",),
    status="",
    words=(
        "barriers told of the programme but of no vanguard",
        "barriers of the programme only",
        "which barriers does no vanguard mention",
        "barriers only told of the {programme}",
    ),
    sparql="""
        SELECT ?barrier ?source ?claim WHERE {
          ?programme a ncm:Programme ; ncm:hasBarrier ?barrier .
          FILTER NOT EXISTS { ?vanguard a ncm:Vanguard ; ncm:hasBarrier ?barrier }
          GRAPH ?source {
            ?claim rdf:predicate ncm:hasBarrier ; rdf:subject ?programme ;
                   rdf:object ?barrier ; ncm:status status:reported .
          }
        }
    """,
)
