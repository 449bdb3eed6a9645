"""Which barriers are told of most, and of whom?"""

from __future__ import annotations

from kg.query.question import Column, Question

QUESTION = Question(
    name="common-barriers",
    group="Barriers and enablers",
    asks="Which barriers are told of most, and of whom?",
    columns=(
        Column("barrier", "barrier"),
        Column("told_of", "count", of="who"),
        Column("sources", "count", of="source"),
        Column("whom", "list", of="who"),
    ),
    order=(
        "-told_of",
        "-sources",
    ),
    words=(
        "what are the main barriers",
        "most reported barriers",
        "most common barriers",
        "which barriers are told most",
        "biggest challenges",
        "what stands in the way",
        "main difficulties",
        "list all barriers",
    ),
    sparql="""
        SELECT ?barrier ?who ?status ?source ?claim WHERE {
          GRAPH ?source {
            ?claim rdf:predicate ncm:hasBarrier ; rdf:subject ?who ;
                   rdf:object ?barrier ; ncm:status ?status .
          }
        }
    """,
)
