"""Which facts rest on one document alone?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.graph.terms import PROPERTIES
from kg.model import Relation
from kg.query.asking import Row
from kg.query.cells import Names
from kg.query.facts import by_fact, from_documents, what_of
from kg.query.question import Column, Param, Question
from kg.query.told import told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.query.asking import Asking


def find(asking: Asking) -> Iterator[Row]:
    """Yield the facts that one document tells; the registry is no document."""
    names = Names(asking.store)
    wanted = asking.get("relation").replace("-", "_")
    relations = (Relation(wanted),) if wanted else tuple(PROPERTIES)
    facts = by_fact(from_documents(told(asking.store, relations, asking.status)))
    for fact, claims in facts.items():
        sources = {claim.source for claim in claims}
        if len(sources) == 1:
            cells = (fact[0], fact[1], what_of(fact, names), claims[0].source)
            yield Row(cells, tuple(claim.claim for claim in claims))


QUESTION = Question(
    name="single-source-facts",
    group="Evidence",
    asks="Which facts rest on one document alone?",
    params=(
        Param(
            "relation",
            "choice",
            "only facts of this relation",
            choices=tuple(str(r).replace("_", "-") for r in Relation),
        ),
    ),
    columns=(
        Column("subject", "thing"),
        Column("relation", "relation"),
        Column("what", "text"),
        Column("source", "source"),
    ),
    words=(
        "which facts rest on one source",
        "facts with only one source",
        "what is told by one source only",
        "single source facts",
        "uncorroborated facts",
    ),
    function=find,
)
