"""Which enablers are told beside a barrier, of the same one in the same source?"""

from __future__ import annotations

from kg.query.question import Column, Param, Question

QUESTION = Question(
    name="enablers-beside",
    group="Barriers and enablers",
    asks="Which enablers are told beside a barrier, of the same one in the same source?",
    params=(Param("barrier", "barrier", "the barrier", required=True),),
    columns=(
        Column("enabler", "enabler"),
        Column("told_of", "count", of="who"),
        Column("sources", "count", of="source"),
        Column("whom", "list", of="who"),
    ),
    order=(
        "-told_of",
        "-sources",
    ),
    words=(
        "what helps against {barrier}",
        "enablers beside {barrier}",
        "which enablers are told with {barrier}",
        "how was {barrier} overcome",
        "what helped with {barrier}",
        "how to overcome {barrier}",
    ),
    sparql="""
        SELECT ?barrier ?enabler ?who ?status ?source ?claim ?claim_barrier WHERE {
          GRAPH ?source {
            ?claim_barrier rdf:predicate ncm:hasBarrier ; rdf:subject ?who ;
                           rdf:object ?barrier ; ncm:status status:reported .
            ?claim rdf:predicate ncm:hasEnabler ; rdf:subject ?who ; rdf:object ?enabler ;
                   ncm:status ?status .
          }
        }
    """,
)
