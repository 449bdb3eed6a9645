"""What was planned or hoped for and never reported?"""

from __future__ import annotations

from kg.query.question import Column, Param, Question

QUESTION = Question(
    name="hopes-without-results",
    group="Outcomes",
    asks="What was planned or hoped for and never reported?",
    params=(Param("vanguard", "vanguard", "the vanguard; all of them when left out"),),
    columns=(
        Column("vanguard", "vanguard"),
        Column("measure", "measure"),
        Column("direction", "direction"),
        Column("status", "status"),
        Column("sources", "count", of="source"),
    ),
    status="",
    words=(
        "what was promised but never reported",
        "which hopes of {vanguard} have no result",
        "hopes against results",
        "what was hoped for but not reported",
        "promises of {vanguard} without results",
        "what did {vanguard} promise and not deliver",
        "expected but not achieved",
        "which expectations were not met",
        "promised outcomes never reported",
    ),
    sparql="""
        SELECT ?vanguard ?measure ?direction ?status ?source ?claim WHERE {
          VALUES ?status { status:expected status:planned }
          GRAPH ?source {
            ?claim rdf:predicate ncm:hasOutcome ; rdf:subject ?vanguard ;
                   rdf:object ?hope ; ncm:status ?status .
            ?hope ncm:measure ?measure ; ncm:direction ?direction .
          }
          ?vanguard a ncm:Vanguard .
          FILTER NOT EXISTS {
            ?vanguard ncm:hasOutcome ?result .
            ?result ncm:measure ?measure ; ncm:direction ?direction .
          }
        }
    """,
)
