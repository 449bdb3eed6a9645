"""Who supports a vanguard or the programme from outside?"""

from __future__ import annotations

from kg.query.question import Column, Param, Question

QUESTION = Question(
    name="supporters-of",
    group="Catalogue",
    asks="Who supports a vanguard or the programme from outside?",
    params=(Param("receiver", "vanguard|programme", "what is supported; all when left out"),),
    columns=(
        Column("organisation", "org"),
        Column("receiver", "thing"),
        Column("sources", "count", of="source"),
    ),
    words=(
        "who supports the vanguards from outside",
        "who supports {vanguard}",
        "supporters of {vanguard}",
        "who helps {vanguard} from outside",
        "advisers and evaluators of {vanguard}",
        "who advises {vanguard}",
        "who evaluates {vanguard}",
        "who supports the {programme}",
    ),
    sparql="""
        SELECT ?receiver ?organisation ?status ?source ?claim WHERE {
          GRAPH ?source {
            ?claim rdf:predicate ncm:supports ; rdf:subject ?organisation ;
                   rdf:object ?receiver ; ncm:status ?status .
          }
        }
    """,
)
