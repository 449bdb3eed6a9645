"""Which organisations link two or more vanguards, as partner or supporter?"""

from __future__ import annotations

from kg.query.question import Column, Param, Question

QUESTION = Question(
    name="linking-organisations",
    group="Catalogue",
    asks="Which organisations link two or more vanguards, as partner or supporter?",
    params=(Param("at_least", "number", "leave out what is found fewer times", default=2),),
    columns=(
        Column("organisation", "org"),
        Column("vanguards", "count", of="vanguard"),
        Column("which", "list", of="vanguard"),
    ),
    order=("-vanguards",),
    at_least=("vanguards", "at_least"),
    words=(
        "which organisations link two or more vanguards",
        "who links vanguards",
        "organisations in several vanguards",
        "organisations in more than one vanguard",
        "which organisations connect vanguards",
        "organisations that are partners of two vanguards",
    ),
    sparql="""
        SELECT ?organisation ?vanguard ?status ?source ?claim WHERE {
          {
            GRAPH ?source {
              ?claim rdf:predicate ncm:hasPartner ; rdf:subject ?vanguard ;
                     rdf:object ?organisation ; ncm:status ?status .
            }
            ?vanguard a ncm:Vanguard .
          } UNION {
            GRAPH ?source {
              ?claim rdf:predicate ncm:supports ; rdf:subject ?organisation ;
                     rdf:object ?vanguard ; ncm:status ?status .
            }
            ?vanguard a ncm:Vanguard .
          }
        }
    """,
)
