"""Which vanguards are most alike in what they do?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Relation
from kg.query.alike import alike_rows
from kg.query.question import Column, Param, Question

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.query.asking import Asking, Row


def find(asking: Asking) -> Iterator[Row]:
    """Yield the pairs of vanguards that share an intervention."""
    return alike_rows(asking, (Relation.IMPLEMENTS,))


QUESTION = Question(
    name="vanguards-alike",
    group="Interventions",
    asks="Which vanguards are most alike in what they do?",
    params=(Param("vanguard", "vanguard", "the vanguard; all of them when left out"),),
    columns=(
        Column("one", "vanguard"),
        Column("other", "vanguard"),
        Column("shared", "count"),
        Column("likeness", "number"),
        Column("which", "text"),
    ),
    order=(
        "-shared",
        "-likeness",
    ),
    words=(
        "which vanguards are most alike",
        "which vanguards are like {vanguard}",
        "who does the same as {vanguard}",
        "which vanguards do the same things",
        "which vanguards share most interventions",
        "which vanguards share interventions with {vanguard}",
    ),
    function=find,
)
