"""How much money was received in total, by whom?"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from kg.model import Relation
from kg.query.asking import Row
from kg.query.question import Column, Param, Question
from kg.query.told import told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.query.asking import Asking


def find(asking: Asking) -> Iterator[Row]:
    """Yield the total of each receiver; a sum that several sources tell counts once."""
    sums: dict[tuple[str, str], dict[str, list[str]]] = {}
    for fact in told(asking.store, (Relation.FUNDING,), asking.status):
        if asking.get("receiver") in {"", fact.subject}:
            told_sums = sums.setdefault((fact.subject, fact.unit), {})
            told_sums.setdefault(fact.value, []).append(fact.claim)
    if sums:
        asking.notes.append("a sum may be part of another: see the evidence before adding up")
    for (receiver, currency), found in sums.items():
        total = str(sum(map(Decimal, found)))
        claims = tuple(claim for some in found.values() for claim in some)
        yield Row((receiver, total, currency, len(found)), claims)


QUESTION = Question(
    name="total-funding",
    group="People served, places, money",
    asks="How much money was received in total, by whom?",
    params=(
        Param("receiver", "vanguard|programme|org", "who receives; all of them when left out"),
    ),
    columns=(
        Column("receiver", "thing"),
        Column("total", "number"),
        Column("currency", "text"),
        Column("sums", "count"),
    ),
    order=("-total",),
    words=(
        "how much money was received in total",
        "total funding",
        "total funding of {vanguard}",
        "sum of all funding",
        "how much money did the vanguards get altogether",
        "who received most money",
    ),
    function=find,
)
