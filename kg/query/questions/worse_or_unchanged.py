"""What got worse, did not change, or is denied to have changed?"""

from __future__ import annotations

from kg.query.question import Column, Param, Question

QUESTION = Question(
    name="worse-or-unchanged",
    group="Outcomes",
    asks="What got worse, did not change, or is denied to have changed?",
    params=(Param("measure", "measure", "the measure; all of them when left out"),),
    columns=(
        Column("who", "thing"),
        Column("measure", "measure"),
        Column("change", "text"),
        Column("direction", "direction"),
        Column("value", "number"),
        Column("unit", "text"),
        Column("sources", "count", of="source"),
    ),
    order=(
        "change",
        "measure",
    ),
    status="",
    words=(
        "what got worse or did not change",
        "what got worse",
        "what did not change",
        "which measures worsened",
        "what had no effect",
        "no difference found",
        "where did {measure} not change",
        "where did {measure} get worse",
        "negative results",
        "what did not improve",
        "what did not work",
    ),
    sparql="""
        SELECT ?measure ?who ?change ?direction ?value ?unit ?source ?claim WHERE {
          GRAPH ?source {
            ?claim rdf:predicate ncm:hasOutcome ; rdf:subject ?who ; rdf:object ?outcome ;
                   ncm:status ?told .
            ?outcome ncm:measure ?measure ; ncm:direction ?direction .
            OPTIONAL { ?outcome ncm:value ?value ; ncm:unit ?unit }
          }
          OPTIONAL { GRAPH ?ontology { ?measure ncm:betterDirection ?better } }
          BIND (
            IF(?told = status:negated && ?direction NOT IN (direction:level, direction:maintain),
               "denied",
            IF(?told = status:reported && ?direction = direction:maintain, "did not change",
            IF(?told = status:reported && (
                 ?direction = direction:worsen
                 || COALESCE(?better = "decrease", false) && ?direction = direction:increase
                 || COALESCE(?better = "increase", false) && ?direction = direction:decrease),
               "got worse", "")))
            AS ?change)
          FILTER (?change != "")
        }
    """,
)
