"""How much was asked for or hoped for, and how much was given?"""

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
    """Yield for each receiver the sums planned or expected beside those reported."""
    sums: dict[tuple[str, str], dict[bool, set[str]]] = {}
    claims: dict[tuple[str, str], list[str]] = {}
    for fact in told(asking.store, (Relation.FUNDING,), "any"):
        if fact.status == "negated" or asking.get("receiver") not in {"", fact.subject}:
            continue
        key = (fact.subject, fact.unit)
        sums.setdefault(key, {}).setdefault(fact.status == "reported", set()).add(fact.value)
        claims.setdefault(key, []).append(fact.claim)
    for key, found in sums.items():
        asked, given = (
            str(sum(map(Decimal, found[told_so]))) if told_so in found else None
            for told_so in (False, True)
        )
        yield Row((key[0], asked, given, key[1]), tuple(claims[key]))


QUESTION = Question(
    name="asked-against-given",
    group="People served, places, money",
    asks="How much was asked for or hoped for, and how much was given?",
    params=(
        Param("receiver", "vanguard|programme|org", "who receives; all of them when left out"),
    ),
    columns=(
        Column("receiver", "thing"),
        Column("asked", "number"),
        Column("given", "number"),
        Column("currency", "text"),
    ),
    order=(
        "-asked",
        "-given",
    ),
    status="",
    words=(
        "how much was asked for and how much was given",
        "asked for against given",
        "money asked for and received",
        "did {vanguard} get the money it asked for",
        "funding bids against awards",
    ),
    function=find,
)
