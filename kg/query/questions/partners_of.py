"""Which organisations are partners of a vanguard?"""

from __future__ import annotations

from kg.query.question import Column, Param, Question

QUESTION = Question(
    name="partners-of",
    group="Catalogue",
    asks="Which organisations are partners of a vanguard?",
    params=(Param("vanguard", "vanguard", "the vanguard; all of them when left out"),),
    columns=(
        Column("vanguard", "vanguard"),
        Column("organisation", "org"),
        Column("sources", "count", of="source"),
    ),
    words=(
        "who are the partners of {vanguard}",
        "partners in {vanguard}",
        "who does {vanguard} work with",
        "who works with {vanguard}",
        "which organisations are part of {vanguard}",
        "members of {vanguard}",
        "who is in {vanguard}",
        "which organisations are partners of which vanguards",
    ),
    sparql="""
        SELECT ?vanguard ?organisation ?status ?source ?claim WHERE {
          GRAPH ?source {
            ?claim rdf:predicate ncm:hasPartner ; rdf:subject ?vanguard ;
                   rdf:object ?organisation ; ncm:status ?status .
          }
        }
    """,
)
