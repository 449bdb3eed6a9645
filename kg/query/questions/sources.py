"""Which sources are there, and how much do they claim?"""

from __future__ import annotations

from kg.query.question import Column, Question

QUESTION = Question(
    name="sources",
    group="Evidence",
    asks="Which sources are there, and how much do they claim?",
    columns=(
        Column("source", "source"),
        Column("publisher", "text"),
        Column("date", "text"),
        Column("claims", "count", of="claim"),
    ),
    order=("-claims",),
    status="",
    words=(
        "which sources are there",
        "list the sources",
        "which documents were read",
        "list all documents",
        "how many claims does each source make",
    ),
    sparql="""
        SELECT ?source ?publisher ?date ?status ?claim WHERE {
          ?source a ncm:Source .
          OPTIONAL { GRAPH ?source { ?source dcterms:publisher ?publisher } }
          OPTIONAL { GRAPH ?source { ?source dcterms:date ?date } }
          OPTIONAL { GRAPH ?source { ?claim a ncm:Claim ; ncm:status ?status } }
        }
    """,
)
