"""Which vanguards serve a group of people?"""

from __future__ import annotations

from kg.query.question import Column, Param, Question

QUESTION = Question(
    name="vanguards-serving",
    group="People served, places, money",
    asks="Which vanguards serve a group of people?",
    params=(Param("population", "population", "the group of people", required=True),),
    columns=(
        Column("vanguard", "vanguard"),
        Column("sources", "count", of="source"),
    ),
    words=(
        "which vanguards serve {population}",
        "who serves {population}",
        "vanguards for {population}",
        "who works with {population}",
        "which vanguards are for {population}",
        "who helps {population}",
        "which vanguards look after {population}",
    ),
    sparql="""
        SELECT ?population ?vanguard ?status ?source ?claim WHERE {
          GRAPH ?source {
            ?claim rdf:predicate ncm:servesPopulation ; rdf:subject ?vanguard ;
                   rdf:object ?population ; ncm:status ?status .
          }
          ?vanguard a ncm:Vanguard .
        }
    """,
)
