"""What is told of a vanguard, of every kind?"""

from __future__ import annotations

from kg.query.question import Column, Param, Question

QUESTION = Question(
    name="vanguard-profile",
    group="Catalogue",
    asks="What is told of a vanguard, of every kind?",
    params=(Param("vanguard", "vanguard", "the vanguard", required=True),),
    columns=(
        Column("relation", "relation"),
        Column("what", "thing"),
        Column("status", "status"),
        Column("sources", "count", of="source"),
    ),
    status="any",
    words=(
        "tell me everything about {vanguard}",
        "profile of {vanguard}",
        "what do we know about {vanguard}",
        "describe {vanguard}",
        "what is told of {vanguard}",
        "overview of {vanguard}",
    ),
    sparql="""
        SELECT ?vanguard ?relation ?what ?status ?source ?claim WHERE {
          GRAPH ?source {
            ?claim rdf:predicate ?relation ; ncm:status ?status .
            { ?claim rdf:subject ?vanguard ; rdf:object ?what }
            UNION
            { ?claim rdf:object ?vanguard ; rdf:subject ?what }
          }
        }
    """,
)
