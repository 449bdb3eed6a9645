"""Which enablers are told of most, and of whom?"""

from __future__ import annotations

from kg.query.question import Column, Question

QUESTION = Question(
    name="common-enablers",
    group="Barriers and enablers",
    asks="Which enablers are told of most, and of whom?",
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
        "what are the main enablers",
        "most reported enablers",
        "most common enablers",
        "what helps most",
        "what makes it work",
        "success factors",
        "list all enablers",
        "what helped change along",
    ),
    sparql="""
        SELECT ?enabler ?who ?status ?source ?claim WHERE {
          GRAPH ?source {
            ?claim rdf:predicate ncm:hasEnabler ; rdf:subject ?who ;
                   rdf:object ?enabler ; ncm:status ?status .
          }
        }
    """,
)
