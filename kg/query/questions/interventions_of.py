"""What does a vanguard do, plan, hope to do, or not do?"""

from __future__ import annotations

from kg.query.question import Column, Param, Question

QUESTION = Question(
    name="interventions-of",
    group="Interventions",
    asks="What does a vanguard do, plan, hope to do, or not do?",
    params=(Param("vanguard", "vanguard", "the vanguard", required=True),),
    columns=(
        Column("intervention", "intervention"),
        Column("status", "status"),
        Column("sources", "count", of="source"),
    ),
    status="any",
    words=(
        "what does {vanguard} do",
        "what is {vanguard} doing",
        "which interventions does {vanguard} use",
        "interventions of {vanguard}",
        "interventions in {vanguard}",
        "what has {vanguard} introduced",
        "what has {vanguard} set up",
        "what has {vanguard} implemented",
        "initiatives of {vanguard}",
    ),
    sparql="""
        SELECT ?vanguard ?intervention ?status ?source ?claim WHERE {
          GRAPH ?source {
            ?claim rdf:predicate ncm:implements ; rdf:subject ?vanguard ;
                   rdf:object ?intervention ; ncm:status ?status .
          }
        }
    """,
)
