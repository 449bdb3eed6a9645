"""Which organisations are of which type?"""

from __future__ import annotations

from kg.query.question import Column, Param, Question

QUESTION = Question(
    name="organisations-by-type",
    group="Catalogue",
    asks="Which organisations are of which type?",
    params=(Param("type", "orgtype", "the type of organisation; all of them when left out"),),
    columns=(
        Column("type", "orgtype"),
        Column("organisation", "org"),
        Column("sources", "count", of="source"),
    ),
    status="any",
    words=(
        "which organisations are there",
        "organisations by type",
        "list the {orgtype}",
        "which {orgtype} are there",
        "types of organisation",
        "list all organisations",
    ),
    sparql="""
        SELECT ?type ?organisation ?status ?source ?claim WHERE {
          ?organisation a ncm:Organisation ; ncm:organisationType ?type .
          ?told ncm:mergedInto? ?organisation .
          GRAPH ?source { ?claim rdf:subject|rdf:object ?told ; ncm:status ?status }
        }
    """,
)
