"""Who speaks for what, in the sources' own words?"""

from __future__ import annotations

from kg.query.question import Column, Param, Question

QUESTION = Question(
    name="speakers",
    group="Catalogue",
    asks="Who speaks for what, in the sources' own words?",
    params=(
        Param(
            "about",
            "vanguard|org|programme|intervention",
            "of what they speak; of all when left out",
        ),
    ),
    columns=(
        Column("speaker", "text"),
        Column("about", "thing"),
        Column("claims", "count", of="claim"),
    ),
    order=(
        "about",
        "-claims",
    ),
    status="any",
    words=(
        "who speaks for {vanguard}",
        "who speaks for what",
        "who says what about {vanguard}",
        "spokespeople of {vanguard}",
        "who is quoted on {intervention}",
        "who is quoted about {vanguard}",
    ),
    sparql="""
        SELECT ?about ?speaker ?status ?source ?claim WHERE {
          GRAPH ?source {
            ?claim ncm:speaker ?speaker ; rdf:subject ?about ; ncm:status ?status .
          }
        }
    """,
)
