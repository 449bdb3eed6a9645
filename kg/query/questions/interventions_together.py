"""Which interventions go together, in how many vanguards?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Relation
from kg.query.asking import Row
from kg.query.cells import Names
from kg.query.facts import Having, shared_pairs
from kg.query.kinds import things_of
from kg.query.question import Column, Param, Question
from kg.query.told import told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.query.asking import Asking


def find(asking: Asking) -> Iterator[Row]:
    """Yield each pair of interventions that two vanguards or more do."""
    names = Names(asking.store)
    vanguards = {thing.iri for thing in things_of(asking.store, ("vanguard",))}
    doing: dict[str, Having] = {}
    for fact in told(asking.store, (Relation.IMPLEMENTS,), asking.status):
        if fact.subject in vanguards:
            doing.setdefault(fact.object, {}).setdefault(fact.subject, []).append(fact.claim)
    for pair, both in shared_pairs(doing, asking.notes).items():
        one, other = sorted(pair, key=names.of)
        which = "; ".join(sorted(map(names.of, both)))
        claims = [c for v in both for c in doing[one][v] + doing[other][v]]
        yield Row((one, other, len(both), which), tuple(claims))


QUESTION = Question(
    name="interventions-together",
    group="Interventions",
    asks="Which interventions go together, in how many vanguards?",
    params=(Param("at_least", "number", "leave out what is found fewer times", default=2),),
    columns=(
        Column("one", "intervention"),
        Column("other", "intervention"),
        Column("vanguards", "count"),
        Column("which", "text"),
    ),
    order=("-vanguards",),
    at_least=("vanguards", "at_least"),
    words=(
        "which interventions go together",
        "pairs of interventions",
        "which interventions are combined",
        "interventions that are used together",
    ),
    function=find,
)
