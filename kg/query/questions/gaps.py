"""Of which vanguards do the documents tell no outcome, intervention or partner?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Relation
from kg.query.asking import Row
from kg.query.facts import from_documents
from kg.query.kinds import things_of
from kg.query.question import Column, Param, Question
from kg.query.told import told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.query.asking import Asking


KINDS = {
    Relation.OUTCOME: "outcomes",
    Relation.IMPLEMENTS: "interventions",
    Relation.PARTNER: "partners",
}


def find(asking: Asking) -> Iterator[Row]:
    """Yield the vanguards of which something is not told, with how many claims there are."""
    said: dict[str, list[Relation]] = {}
    for fact in from_documents(told(asking.store, (), "any")):
        said.setdefault(fact.subject, []).append(fact.relation)
    asking.notes.append("claims of every status count; the registry does not")
    for vanguard in things_of(asking.store, ("vanguard",)):
        known = said.get(vanguard.iri, [])
        missing = [word for relation, word in KINDS.items() if relation not in known]
        wanted = asking.get("about")
        if missing and (not wanted or wanted in missing):
            yield Row((vanguard.iri, "; ".join(missing), len(known)))


QUESTION = Question(
    name="gaps",
    group="Evidence",
    asks="Of which vanguards do the documents tell no outcome, intervention or partner?",
    params=(
        Param(
            "about",
            "choice",
            "only gaps of this kind",
            choices=("outcomes", "interventions", "partners"),
        ),
    ),
    columns=(
        Column("vanguard", "vanguard"),
        Column("nothing_about", "text"),
        Column("claims", "number"),
    ),
    order=("claims",),
    status="",
    words=(
        "about which vanguards does nobody report any outcome",
        "gaps",
        "what does nobody report",
        "which vanguards have no outcomes",
        "which vanguards are not covered",
        "about which vanguards is nothing told",
        "vanguards without outcomes",
        "where are the gaps",
    ),
    function=find,
)
