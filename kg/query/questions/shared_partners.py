"""Which other vanguards share a partner with this one, and through whom?"""

from __future__ import annotations

from kg.query.question import Column, Param, Question

QUESTION = Question(
    name="shared-partners",
    group="Catalogue",
    asks="Which other vanguards share a partner with this one, and through whom?",
    params=(Param("vanguard", "vanguard", "the vanguard", required=True),),
    columns=(
        Column("other", "vanguard"),
        Column("partner", "org"),
    ),
    status="",
    words=(
        "which vanguards share a partner with {vanguard}",
        "vanguards that share partners with {vanguard}",
        "who has the same partners as {vanguard}",
        "partners in common with {vanguard}",
    ),
    sparql="""
        SELECT ?vanguard ?other ?partner ?claim ?claim_other WHERE {
          ?vanguard ncm:hasPartner ?partner .
          ?other ncm:hasPartner ?partner .
          FILTER (?other != ?vanguard)
          ?told ncm:mergedInto? ?partner .
          GRAPH ?source {
            ?claim rdf:subject ?vanguard ; rdf:predicate ncm:hasPartner ; rdf:object ?told ;
                   ncm:status status:reported .
          }
          ?told_other ncm:mergedInto? ?partner .
          GRAPH ?source_other {
            ?claim_other rdf:subject ?other ; rdf:predicate ncm:hasPartner ;
                         rdf:object ?told_other ; ncm:status status:reported .
          }
        }
    """,
)
