"""Whom do the vanguards serve?"""

from __future__ import annotations

from kg.query.question import Column, Param, Question

QUESTION = Question(
    name="populations-served",
    group="People served, places, money",
    asks="Whom do the vanguards serve?",
    params=(Param("vanguard", "vanguard", "the vanguard; all of them when left out"),),
    columns=(
        Column("population", "population"),
        Column("vanguards", "count", of="vanguard"),
        Column("which", "list", of="vanguard"),
    ),
    order=("-vanguards",),
    words=(
        "whom does {vanguard} serve",
        "which people does {vanguard} serve",
        "which populations are served",
        "populations of {vanguard}",
        "whom do vanguards serve",
        "who are the patients of {vanguard}",
        "target groups of {vanguard}",
    ),
    sparql="""
        SELECT ?vanguard ?population ?status ?source ?claim WHERE {
          GRAPH ?source {
            ?claim rdf:predicate ncm:servesPopulation ; rdf:subject ?vanguard ;
                   rdf:object ?population ; ncm:status ?status .
          }
          ?vanguard a ncm:Vanguard .
        }
    """,
)
