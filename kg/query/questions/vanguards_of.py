"""In which vanguards is an organisation a partner, and which does it support?"""

from __future__ import annotations

from kg.query.question import Column, Param, Question

QUESTION = Question(
    name="vanguards-of",
    group="Catalogue",
    asks="In which vanguards is an organisation a partner, and which does it support?",
    params=(Param("organisation", "org", "the organisation", required=True),),
    columns=(
        Column("vanguard", "vanguard"),
        Column("relation", "relation"),
        Column("sources", "count", of="source"),
    ),
    words=(
        "which vanguards is {org} a partner of",
        "vanguards of {org}",
        "which vanguards does {org} work with",
        "which vanguards does {org} support",
        "where is {org} involved",
        "in which vanguards is {org}",
    ),
    sparql="""
        SELECT ?organisation ?vanguard ?relation ?status ?source ?claim WHERE {
          GRAPH ?source {
            ?claim rdf:predicate ?relation ; ncm:status ?status .
            { ?claim rdf:subject ?vanguard ; rdf:object ?organisation }
            UNION
            { ?claim rdf:object ?vanguard ; rdf:subject ?organisation }
          }
          ?vanguard a ncm:Vanguard .
        }
    """,
)
