"""Which facts do two or more independent documents tell?"""

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
    """Yield each fact with the documents that tell it; the registry is no document."""
    names = Names(asking.store)
    wanted = asking.get("relation").replace("-", "_")
    relations = (Relation(wanted),) if wanted else tuple(PROPERTIES)
    facts = by_fact(from_documents(told(asking.store, relations, asking.status)))
    for fact, claims in facts.items():
        sources = {claim.source for claim in claims}
        which = "; ".join(sorted(map(names.of, sources)))
        cells = (fact[0], fact[1], what_of(fact, names), len(sources), which)
        yield Row(cells, tuple(claim.claim for claim in claims))


QUESTION = Question(
    name="shared-facts",
    group="Evidence",
    asks="Which facts do two or more independent documents tell?",
    params=(
        Param("at_least", "number", "in so many documents", default=2),
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
        Column("sources", "count"),
        Column("which", "text"),
    ),
    order=("-sources",),
    at_least=("sources", "at_least"),
    words=(
        "which facts do several sources tell",
        "facts with two or more sources",
        "facts told by more than one source",
        "corroborated facts",
        "what do several sources agree on",
        "where do the sources agree",
    ),
    function=find,
)
