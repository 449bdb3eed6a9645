"""Claims as a network: what is a thing and what is a line is decided here and nowhere else.

A thing is a node whose key is a term of the annotation guide ("vanguard:erewash"). A claim is one
line from its subject to its object, save that

* an outcome ends at its **measure**: direction and figure stand on the line, so that all who speak
  of emergency admissions meet in one node and no two places' figures become one;
* an amount ends at a **funding** node of its subject's own: equal sums of two places stay apart,
  the same sum told by two sources is one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from kg.model import Amount, Entity, Outcome, plain_number
from kg.names import Minter, concept_iri, organisation_key, slug

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    import networkx as nx

    from kg.graph.contexts import Context, Place
    from kg.model import Claim, Object, Relation, Status
    from kg.vocabulary import Vocabulary

    Network: TypeAlias = nx.MultiDiGraph[str]

MARKS = {
    "increase": "up",
    "decrease": "down",
    "improve": "better",
    "worsen": "worse",
    "maintain": "kept",
    "level": "at",
}
"""Direction of an outcome -> the word that a line shows."""


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """What a reader needs to know of a source; all fields are text and may be empty.

    `text` is the document's text where it is at hand: a page then shows a quote in its sentence.
    """

    id: str
    title: str = ""
    publisher: str = ""
    date: str = ""
    url: str = ""
    kind: str = ""
    text: str = ""


def canonical(entity: Entity) -> str:
    """Return the key that all spellings of one thing share.

    >>> canonical(Entity("org", "", ("NHS Salford Clinical Commissioning Group", "CCG")))
    'org:salford ccg'
    >>> canonical(Entity("vanguard", "erewash"))
    'vanguard:erewash'
    """
    if entity.kind == "org" and entity.names:
        return f"org:{organisation_key(entity.names[0])}"
    return f"{entity.kind}:{entity.id or slug(entity.names[0] if entity.names else '')}"


def network(
    claims: Iterable[Claim],
    vocabulary: Vocabulary,
    sources: Mapping[str, SourceInfo],
    *,
    kinds: Collection[str] | None = None,
    statuses: Collection[Status] | None = None,
    relations: Collection[Relation] | None = None,
    minter: Minter | None = None,
    key_of: Callable[[Entity], str] = canonical,
    around: Mapping[Place, Context] | None = None,
) -> Network:
    """Return the claims as a directed multigraph, the same for any order of the claims.

    A node has `label`, `kind`, `aliases` (other names, sorted) and `iri` (empty for funding). An
    edge is one claim: its key is (relation, source, status, object as the guide writes it), and it
    holds `claim` and `says` (the direction and figure, else empty). The graph's own attribute
    `sources` maps the identifiers in use to `SourceInfo`.

    `kinds`, `statuses` and `relations` keep what is named in them (None keeps all); a claim is
    kept when both of its ends are of the kinds. `key_of` says which entities are one thing.
    `around` holds the words around quotes (`kg.graph.contexts`), kept as the attribute `around`.
    """
    import networkx as nx

    mint = minter or Minter()
    graph: Network = nx.MultiDiGraph()
    used: set[str] = set()
    names: dict[str, Counter[str]] = {}
    ends: dict[str, tuple[str, str, str]] = {}
    for claim in sorted(claims, key=lambda c: c.order):
        subject, target = key_of(claim.subject), _target(claim, key_of)
        pair = (_kind(claim.subject), _kind(claim.object))
        if (
            (statuses is not None and claim.status not in statuses)
            or (relations is not None and claim.relation not in relations)
            or (kinds is not None and not set(pair) <= set(kinds))
        ):
            continue
        for key, thing in ((subject, claim.subject), (target, claim.object)):
            if key not in ends or key == f"{_kind(thing)}:{getattr(thing, 'id', '')}":
                ends[key] = _described(thing, vocabulary, mint)
            if isinstance(thing, Entity):
                names.setdefault(key, Counter()).update(thing.names)
        edge = (str(claim.relation), claim.source, str(claim.status), str(claim.object))
        graph.add_edge(subject, target, key=edge, claim=claim, says=says(claim.object))
        used.add(claim.source)
    for key, (kind, own_name, iri) in ends.items():
        told = names.get(key, Counter())
        concept = vocabulary.find(kind, key.partition(":")[2])
        label = _fullest(told) if told and concept is None else own_name
        aliases = set(told) | set(concept.texts("pref", "alt", "case") if concept else ())
        graph.add_node(key, label=label, kind=kind, aliases=sorted(aliases - {label}), iri=iri)
    graph.graph["sources"] = {s: sources.get(s, SourceInfo(s, s)) for s in sorted(used)}
    graph.graph["around"] = dict(around or {})
    return graph


def says(thing: Object) -> str:
    """Return the direction and figure of an outcome, or the sum, in few words; else nothing.

    >>> from decimal import Decimal
    >>> from kg.model import Direction
    >>> says(Outcome("emergency-admissions", Direction.DECREASE, Decimal(30), "percent"))
    'down 30%'
    >>> says(Amount(Decimal("2200000")))
    '£2.2m'
    """
    if isinstance(thing, Outcome):
        mark = MARKS[thing.direction]
        return mark if thing.value is None else f"{mark} {_figure(thing.value, thing.unit)}"
    if isinstance(thing, Amount):
        return _figure(thing.value, thing.currency)
    return ""


def _figure(value: object, unit: str) -> str:
    """Write a figure as a person would."""
    from decimal import Decimal

    number = Decimal(str(value))
    if unit == "percent":
        return f"{plain_number(number)}%"
    if unit != "GBP":
        return f"{number:,f} {unit}".replace(" count", "")
    for size, letter in ((Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "m")):
        if abs(number) >= size:
            return f"£{plain_number(number / size)}{letter}"
    return f"£{number:,f}"


def _kind(thing: Object) -> str:
    """Return the kind of node that a term ends at."""
    if isinstance(thing, Outcome):
        return "measure"
    return "funding" if isinstance(thing, Amount) else thing.kind


def _target(claim: Claim, key_of: Callable[[Entity], str]) -> str:
    """Return the key of the node that a claim points at."""
    thing = claim.object
    if isinstance(thing, Outcome):
        return f"measure:{thing.measure}"
    if isinstance(thing, Amount):
        sum_of_money = str(thing).partition(":")[2]
        return f"funding:{key_of(claim.subject)}/{sum_of_money}"
    return key_of(thing)


def _described(thing: Object, vocabulary: Vocabulary, mint: Minter) -> tuple[str, str, str]:
    """Return kind, name and IRI of a thing on its own."""
    if isinstance(thing, Amount):
        return "funding", says(thing), ""
    if isinstance(thing, Outcome):
        concept = vocabulary.find("measure", thing.measure)
        label = concept.name if concept else _words(thing.measure)
        return "measure", label, concept_iri("measure", thing.measure)
    concept = vocabulary.find(thing.kind, thing.id)
    if concept:
        return thing.kind, concept.name, concept.iri
    name = thing.names[0] if thing.names else _words(thing.id)
    identified = thing if thing.id else Entity(thing.kind, slug(name), thing.names)
    return thing.kind, name, mint.entity(identified)


def _fullest(names: Counter[str]) -> str:
    """Return the longest name; of equals the one told most, then the first in order."""
    return min(names, key=lambda n: (-len(n), -names[n], n))


def _words(identifier: str) -> str:
    """Write an identifier without a label as words."""
    return identifier.replace("-", " ").capitalize()
