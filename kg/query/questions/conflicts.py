"""Where do sources disagree?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.graph.claims import read_statements
from kg.query.asking import Row
from kg.query.conflicts import conflicts
from kg.query.network import says
from kg.query.question import Column, Question
from kg.query.shown import iri_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Claim
    from kg.query.asking import Asking


def find(asking: Asking) -> Iterator[Row]:
    """Yield each pair of claims that cannot both be so, as `kg.query.conflicts` finds them."""
    statements = list(read_statements(asking.store))
    iris: dict[Claim, list[str]] = {}
    objects: dict[Claim, str] = {}
    for statement in statements:
        iris.setdefault(statement.claim, []).append(statement.iri)
        objects[statement.claim] = statement.object
    for found in conflicts((s.claim for s in statements), key_of=iri_of(statements)):
        one, other = found.one, found.other
        told = (found.subject, str(found.kind), objects[one], _told(one), _source(one))
        cells = (*told, objects[other], _told(other), _source(other))
        yield Row(cells, (*iris[one], *iris[other]))


def _told(claim: Claim) -> str:
    """Say how a claim is told, with its figure or its title."""
    title = dict(claim.qualifiers).get("role", "")
    return ", ".join(filter(None, (str(claim.status), title, says(claim.object))))


def _source(claim: Claim) -> str:
    return claim.source


QUESTION = Question(
    name="conflicts",
    group="Evidence",
    asks="Where do sources disagree?",
    columns=(
        Column("subject", "thing"),
        Column("conflict", "text"),
        Column("one", "thing"),
        Column("one_is", "text"),
        Column("one_source", "text"),
        Column("other", "thing"),
        Column("other_is", "text"),
        Column("other_source", "text"),
    ),
    status="",
    words=(
        "where do the sources disagree",
        "which claims disagree",
        "contradictions between sources",
        "which sources contradict each other",
        "conflicting claims",
        "on what do sources differ",
    ),
    function=find,
)
