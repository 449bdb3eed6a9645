"""What does a vanguard do that no other of its care model does?"""

from __future__ import annotations

from kg.query.question import Column, Param, Question

QUESTION = Question(
    name="only-one-of-its-model",
    group="Interventions",
    asks="What does a vanguard do that no other of its care model does?",
    params=(Param("vanguard", "vanguard", "the vanguard", required=True),),
    columns=(
        Column("intervention", "intervention"),
        Column("model", "model"),
        Column("sources", "count", of="source"),
    ),
    status="",
    words=(
        "what does {vanguard} do that no other vanguard of its model does",
        "what does only {vanguard} do",
        "what is unique about {vanguard}",
        "what does {vanguard} do differently from its care model",
        "interventions unique to {vanguard}",
    ),
    sparql="""
        SELECT ?vanguard ?intervention ?model ?source ?claim WHERE {
          ?vanguard ncm:hasCareModel ?model ; ncm:implements ?intervention .
          FILTER NOT EXISTS {
            ?other ncm:hasCareModel ?model ; ncm:implements ?intervention .
            FILTER (?other != ?vanguard)
          }
          GRAPH ?source {
            ?claim rdf:subject ?vanguard ; rdf:predicate ncm:implements ;
                   rdf:object ?intervention ; ncm:status status:reported .
          }
        }
    """,
)
