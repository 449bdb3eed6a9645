"""What helped a vanguard?"""

from __future__ import annotations

from kg.query.question import Column, Param, Question

QUESTION = Question(
    name="enablers-of",
    group="Barriers and enablers",
    asks="What helped a vanguard?",
    params=(Param("vanguard", "vanguard", "the vanguard", required=True),),
    columns=(
        Column("enabler", "enabler"),
        Column("sources", "count", of="source"),
    ),
    words=(
        "what helped {vanguard}",
        "enablers of {vanguard}",
        "enablers at {vanguard}",
        "what made {vanguard} work",
        "success factors of {vanguard}",
        "what went well at {vanguard}",
    ),
    sparql="""
        SELECT ?vanguard ?enabler ?status ?source ?claim WHERE {
          GRAPH ?source {
            ?claim rdf:predicate ncm:hasEnabler ; rdf:subject ?vanguard ;
                   rdf:object ?enabler ; ncm:status ?status .
          }
        }
    """,
)
