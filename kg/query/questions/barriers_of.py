"""Which barriers does a vanguard meet?"""

from __future__ import annotations

from kg.query.question import Column, Param, Question

QUESTION = Question(
    name="barriers-of",
    group="Barriers and enablers",
    asks="Which barriers does a vanguard meet?",
    params=(Param("vanguard", "vanguard", "the vanguard", required=True),),
    columns=(
        Column("barrier", "barrier"),
        Column("sources", "count", of="source"),
    ),
    words=(
        "what stood in the way at {vanguard}",
        "barriers of {vanguard}",
        "barriers at {vanguard}",
        "what went wrong at {vanguard}",
        "challenges for {vanguard}",
        "difficulties of {vanguard}",
        "which barriers does {vanguard} meet",
        "what hindered {vanguard}",
    ),
    sparql="""
        SELECT ?vanguard ?barrier ?status ?source ?claim WHERE {
          GRAPH ?source {
            ?claim rdf:predicate ncm:hasBarrier ; rdf:subject ?vanguard ;
                   rdf:object ?barrier ; ncm:status ?status .
          }
        }
    """,
)
