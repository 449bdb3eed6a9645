"""Which vanguards are similar: by shared interventions, barriers and partners?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Relation
from kg.query.alike import alike_rows
from kg.query.asking import Row
from kg.query.question import Column, Param, Question

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.query.asking import Asking


def find(asking: Asking) -> Iterator[Row]:
    """Yield the pairs of vanguards that share anything, with the share of what they have."""
    kinds = (Relation.IMPLEMENTS, Relation.BARRIER, Relation.PARTNER)
    for row in alike_rows(asking, kinds):
        one, other, shared, likeness, which = row.cells
        yield Row((one, other, likeness, shared, which), row.claims)


QUESTION = Question(
    name="similar-vanguards",
    group="Network",
    asks="Which vanguards are similar: by shared interventions, barriers and partners?",
    params=(Param("vanguard", "vanguard", "the vanguard; all of them when left out"),),
    columns=(
        Column("one", "vanguard"),
        Column("other", "vanguard"),
        Column("likeness", "number"),
        Column("shared", "count"),
        Column("which", "text"),
    ),
    order=(
        "-likeness",
        "-shared",
    ),
    words=(
        "which vanguards are similar",
        "which vanguards are most similar to {vanguard}",
        "vanguards similar to {vanguard}",
        "similarity of vanguards",
        "which vanguards resemble {vanguard}",
    ),
    function=find,
)
