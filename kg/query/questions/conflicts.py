"""Where do sources disagree?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.graph.claims import read_statements
from kg.model import Relation
from kg.query.asking import Row
from kg.query.conflicts import conflicts
from kg.query.network import says
from kg.query.question import Column, Question
from kg.query.shown import iri_of
from kg.query.told import told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.model import Claim
    from kg.query.asking import Asking
    from kg.query.told import Told


def find(asking: Asking) -> Iterator[Row]:
    """Yield each pair of claims that cannot both be so, as `kg.query.conflicts` finds them."""
    facts = told(asking.store, (), "any")
    statements = list(read_statements(asking.store, claims=_in_doubt(facts)))
    iris: dict[Claim, list[str]] = {}
    objects: dict[Claim, str] = {}
    for statement in statements:
        iris.setdefault(statement.claim, []).append(statement.iri)
        objects[statement.claim] = statement.object
    for found in conflicts((s.claim for s in statements), key_of=iri_of(statements)):
        one, other = found.one, found.other
        first = (found.subject, str(found.kind), objects[one], _told(one), one.source)
        cells = (*first, objects[other], _told(other), other.source)
        yield Row(cells, (*iris[one], *iris[other]))


def _told(claim: Claim) -> str:
    """Say how a claim is told, with its figure or its title."""
    title = dict(claim.qualifiers).get("role", "")
    return ", ".join(filter(None, (str(claim.status), title, says(claim.object))))


def _in_doubt(facts: Iterable[Told]) -> frozenset[str]:
    """Return the claims of a topic of which several things are said: only their words are read.

    What is planned disagrees with nothing, and what is told by name with its denial alone.
    """
    topics: dict[tuple[str, str, str], list[Told]] = {}
    for fact in facts:
        if fact.status != "planned":
            of_model = fact.relation is Relation.CARE_MODEL
            about = "" if of_model else fact.measure or fact.value or fact.object
            topics.setdefault((fact.relation, fact.subject, about), []).append(fact)
    found: set[str] = set()
    for (relation, _, _), alike in topics.items():
        said = {(f.status, f.object if not f.measure else "", f.direction, f.value) for f in alike}
        denied = {"reported", "negated"} <= {f.status for f in alike}
        titles = relation == Relation.ROLE and len(alike) > 1
        if titles or (len(said) > 1 and (denied or relation in _CHANGING)):
            found.update(f.claim for f in alike)
    return frozenset(found)


_CHANGING = (Relation.OUTCOME, Relation.CARE_MODEL)
"""Relations of which two reported claims can disagree; of roles the titles are not known yet."""


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
