"""Which sums of money are told of?"""

from __future__ import annotations

from kg.query.question import Column, Param, Question

QUESTION = Question(
    name="funding-of",
    group="People served, places, money",
    asks="Which sums of money are told of?",
    params=(
        Param("receiver", "vanguard|programme|org", "who receives; all of them when left out"),
    ),
    columns=(
        Column("receiver", "thing"),
        Column("amount", "number"),
        Column("currency", "text"),
        Column("status", "status"),
        Column("sources", "count", of="source"),
    ),
    order=("-amount",),
    words=(
        "how much money did {vanguard} receive",
        "funding of {vanguard}",
        "how much funding did {vanguard} get",
        "money given to {vanguard}",
        "how much was {vanguard} given",
        "grants for {vanguard}",
        "how was {vanguard} funded",
        "which sums of money are told of",
        "who received funding",
        "how much money did the {programme} get",
    ),
    sparql="""
        SELECT ?receiver ?amount ?currency ?status ?source ?claim WHERE {
          GRAPH ?source {
            ?claim rdf:predicate ncm:receivedFunding ; rdf:subject ?receiver ;
                   rdf:object ?sum ; ncm:status ?status .
            ?sum ncm:amount ?amount ; ncm:currency ?currency .
          }
        }
    """,
)
