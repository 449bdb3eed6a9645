"""Which vanguards are in a place?"""

from __future__ import annotations

from kg.query.question import Column, Param, Question

QUESTION = Question(
    name="vanguards-in",
    group="People served, places, money",
    asks="Which vanguards are in a place?",
    params=(Param("place", "place", "the district, town or region", required=True),),
    columns=(
        Column("vanguard", "vanguard"),
        Column("sources", "count", of="source"),
    ),
    words=(
        "which vanguards are in {place}",
        "vanguards in {place}",
        "what vanguards are there in {place}",
        "which vanguard covers {place}",
        "who serves {place}",
    ),
    sparql="""
        SELECT ?place ?vanguard ?status ?source ?claim WHERE {
          GRAPH ?source {
            ?claim rdf:predicate ncm:locatedIn ; rdf:subject ?vanguard ;
                   rdf:object ?place ; ncm:status ?status .
          }
        }
    """,
)
