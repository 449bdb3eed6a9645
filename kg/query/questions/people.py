"""Which people are named, with which roles, and where?"""

from __future__ import annotations

from kg.query.question import Column, Param, Question

QUESTION = Question(
    name="people",
    group="Catalogue",
    asks="Which people are named, with which roles, and where?",
    params=(Param("at", "vanguard|org|programme", "where they work; everywhere when left out"),),
    columns=(
        Column("person", "person"),
        Column("role", "text"),
        Column("at", "thing"),
        Column("sources", "count", of="source"),
    ),
    words=(
        "which people work for {vanguard} and what are their roles",
        "people and their roles",
        "who works at {org}",
        "who leads {vanguard}",
        "people at {vanguard}",
        "who holds which role",
        "which people are named",
        "who are the people of {vanguard}",
    ),
    sparql="""
        SELECT ?at ?person ?role ?status ?source ?claim WHERE {
          GRAPH ?source {
            ?claim rdf:predicate ncm:hasRoleAt ; rdf:subject ?person ;
                   rdf:object ?at ; ncm:status ?status .
            OPTIONAL { ?claim ncm:roleTitle ?role }
          }
        }
    """,
)
