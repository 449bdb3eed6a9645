"""A graph of any size, made up: vanguards, organisations and people that never were.

Seeded, so that the same size gives the same graph. It is built as a real one is
(`kg.graph.build.build_quads`), with the project's own vocabulary and a registry of made-up
vanguards. One document holds `PER_DOCUMENT` claims, most of them of one vanguard; what is told of
often and what is told of seldom is shared out as in real documents: a few things are named in many
places, most in few.

    python benchmarks/synthetic.py FOLDER [--quads 100000]
"""

from __future__ import annotations

import argparse
import random
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kg.graph.build import build_quads
from kg.graph.store import write_store
from kg.model import (
    Amount,
    Block,
    BlockKind,
    Claim,
    Direction,
    Document,
    Entity,
    Evidence,
    Outcome,
    Relation,
    Sentence,
    Status,
)
from kg.names import BASE, digest, slug
from kg.registry import REGISTRY_COLUMNS, read_registry
from kg.vocabulary import Vocabulary, load_vocabulary, registry_concepts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pyoxigraph import Quad

    from kg.model import Object

SEED = 2015
PER_DOCUMENT = 25
"""Claims of a document."""
ONTOLOGY_QUADS = 25_500
QUADS_PER_DOCUMENT = 650
"""What the ontology and a document come to, so that a size in quads can be met, about."""
FEWEST_VANGUARDS = 50
DOCUMENTS_PER_VANGUARD = 3

_HEADS = "Ash Beck Cald Dun Ever Fair Glen Hart Ing Kel Lang Mar Nor Ock Pen Rush".split()  # noqa: SIM905
_TAILS = "borough bridge combe dale field ford ham hurst ley mere mouth stead ton wick".split()  # noqa: SIM905
_SIDES = ("", "North ", "South ", "East ", "West ", "Upper ", "Lower ", "Great ", "Little ")
_KINDS = (
    "Clinical Commissioning Group",
    "NHS Foundation Trust",
    "City Council",
    "GP Federation",
    "Community Voluntary Service",
    "Healthwatch",
)
_FIRST = "Ada Ben Cora Dev Ella Finn Gita Hugh Ines Jack Kath Liam Mona Noor Owen Priya".split()  # noqa: SIM905
_TITLES = ("chief executive", "programme director", "chair", "clinical lead", "project manager")
_PERIODS = ("in 2015", "in 2016", "since April 2016", "over twelve months")
_SHARES = {
    Relation.OUTCOME: 25,
    Relation.IMPLEMENTS: 20,
    Relation.PARTNER: 13,
    Relation.BARRIER: 11,
    Relation.ENABLER: 11,
    Relation.ROLE: 6,
    Relation.POPULATION: 4,
    Relation.SUPPORTS: 4,
    Relation.LOCATION: 3,
    Relation.FUNDING: 2,
    Relation.CARE_MODEL: 1,
}
_STATUSES = {
    Status.REPORTED: 76,
    Status.PLANNED: 7,
    Status.EXPECTED: 13,
    Status.NEGATED: 4,
}
_CODED = {
    Relation.IMPLEMENTS: "intervention",
    Relation.BARRIER: "barrier",
    Relation.ENABLER: "enabler",
    Relation.POPULATION: "population",
    Relation.CARE_MODEL: "model",
}
_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class World:
    """All that the documents speak of."""

    vocabulary: Vocabulary
    vanguards: tuple[Entity, ...]
    organisations: tuple[Entity, ...]
    places: tuple[Entity, ...]
    coded: dict[str, tuple[str, ...]]


def synthetic_quads(quads: int) -> Iterator[Quad]:
    """Yield about so many quads (at least those of the ontology), the same for one number."""
    number = max(1, (quads - ONTOLOGY_QUADS) // QUADS_PER_DOCUMENT)
    world = _world(max(FEWEST_VANGUARDS, number // DOCUMENTS_PER_VANGUARD))
    told = [_document(world, i) for i in range(number)]
    claims = [claim for _, found in told for claim in found]
    return build_quads([document for document, _ in told], claims, world.vocabulary)


def _world(vanguards: int) -> World:
    """Return so many vanguards with all that is around them."""
    towns = [f"{s}{h}{t}" for s in _SIDES for h in _HEADS for t in _TAILS]
    more = (f"{town} {n}" for n in range(2, 1000) for town in towns)
    while len(towns) < vanguards:
        towns.append(next(more))
    towns = towns[:vanguards]
    real = [c for c in load_vocabulary() if c.kind != "vanguard"]
    coded: dict[str, tuple[str, ...]] = {}
    for concept in real:
        coded[concept.kind] = (*coded.get(concept.kind, ()), concept.id)
    models = coded["model"]
    rows = (
        f"{slug(town)},{town} Together,,{models[i % len(models)]},2015-03,{town}"
        for i, town in enumerate(towns)
    )
    text = "\n".join((",".join(REGISTRY_COLUMNS), *rows, ""))
    registry = read_registry(text, "synthetic")
    vocabulary = Vocabulary([*registry_concepts(registry, BASE), *real], registry)
    organisations = (f"{town} {kind}" for town in towns for kind in _KINDS)
    return World(
        vocabulary,
        tuple(Entity("vanguard", row.id) for row in registry.rows),
        tuple(Entity("org", slug(name), (name,)) for name in organisations),
        tuple(Entity("place", slug(town), (town,)) for town in towns),
        coded,
    )


def _document(world: World, number: int) -> tuple[Document, list[Claim]]:
    """Return a document with its claims: each stands in a sentence of its own."""
    chance = random.Random(f"{SEED}/{number}")
    source = f"synthetic-{number:06d}"
    home = number % len(world.vanguards)
    found: dict[tuple[str, ...], Claim] = {}
    sentences: list[Sentence] = []
    text = ""
    while len(found) < PER_DOCUMENT:
        relation = _one_of(chance, _SHARES)
        ends = _ends(world, chance, relation, home)
        status = _one_of(chance, _STATUSES)
        start = len(text)
        subjects = [ends[0]]
        if relation is Relation.OUTCOME and chance.random() < 0.3:
            subjects.append(_coded(world, chance, "intervention"))
        words = f"{subjects[0].id} {relation} {_plain(ends[1])}, {status}, says page {start}."
        evidence = (Evidence(source, start, start + len(words), words),)
        qualifiers = tuple(sorted(_qualifiers(chance, relation)))
        for subject in subjects:
            claim = Claim(
                relation, subject, ends[1], status, evidence, "synthetic", 0.9, qualifiers
            )
            found.setdefault(claim.key, claim)
        sentences.append(Sentence(start, start + len(words), 0))
        text += f"{words} "
    blocks = (Block(0, len(text), BlockKind.PARAGRAPH),)
    title = f"Synthetic report {number}"
    metadata = (("date", f"201{5 + number % 3}-06-01"), ("publisher", f"Press {number % 20}"))
    document = Document(source, title, text, blocks, tuple(sentences), metadata, digest(text))
    return document, list(found.values())


def _ends(
    world: World, chance: random.Random, relation: Relation, home: int
) -> tuple[Entity, Object]:
    """Return subject and object of a claim, mostly of the document's own vanguard."""
    away = chance.random() < 0.2
    place = int(chance.random() * len(world.vanguards)) if away else home
    vanguard = world.vanguards[place]
    if relation is Relation.OUTCOME:
        return vanguard, _outcome(world, chance)
    if relation is Relation.FUNDING:
        return vanguard, Amount(Decimal(chance.randrange(1, 90) * 100_000))
    if relation is Relation.LOCATION:
        return vanguard, world.places[place]
    if relation in _CODED:
        programme = relation in {Relation.BARRIER, Relation.ENABLER} and chance.random() < 0.1
        subject = Entity("programme", "new-care-models") if programme else vanguard
        return subject, _coded(world, chance, _CODED[relation])
    near = place * len(_KINDS) + chance.randrange(2 * len(_KINDS))
    far = chance.random() < 0.3
    one = _often(chance, world.organisations) if far else None
    organisation = one or world.organisations[near % len(world.organisations)]
    if organisation.names[0].endswith("Group") and chance.random() < 0.2:
        name = f"NHS {organisation.names[0]}"
        organisation = Entity("org", slug(name), (name,))
    if relation is Relation.ROLE:
        name = f"{chance.choice(_FIRST)} {world.places[place].names[0].split()[-1]}son"
        identifier = f"{slug(name)}@{organisation.id}"
        return Entity("person", identifier, (name,)), organisation
    supports = relation is Relation.SUPPORTS
    return (organisation, vanguard) if supports else (vanguard, organisation)


def _outcome(world: World, chance: random.Random) -> Outcome:
    measure = _often(chance, world.coded["measure"])
    direction = chance.choice(("increase", "decrease", "improve", "worsen", "maintain"))
    if chance.random() < 0.5:
        return Outcome(measure, Direction(direction))
    return Outcome(measure, Direction(direction), Decimal(chance.randrange(1, 60)), "percent")


def _qualifiers(chance: random.Random, relation: Relation) -> Iterator[tuple[str, str]]:
    if relation is Relation.ROLE:
        yield "role", chance.choice(_TITLES)
    if relation is Relation.OUTCOME and chance.random() < 0.3:
        yield "period", chance.choice(_PERIODS)
    if chance.random() < 0.1:
        yield "speaker", f"{chance.choice(_FIRST)} Speaker"


def _coded(world: World, chance: random.Random, kind: str) -> Entity:
    return Entity(kind, _often(chance, world.coded[kind]))


def _often(chance: random.Random, items: Sequence[_Item]) -> _Item:
    """Choose an item, the first ones far more often than the last."""
    return items[int(len(items) * chance.random() ** 2)]


def _one_of(chance: random.Random, shares: dict[_Item, int]) -> _Item:
    return chance.choices(list(shares), list(shares.values()))[0]


def _plain(thing: Object) -> str:
    return str(thing).partition(":")[2]


def main() -> None:
    """Write a store of about so many quads."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--quads", type=int, default=100_000)
    arguments = parser.parse_args()
    print(f"{write_store(arguments.folder, synthetic_quads(arguments.quads))} quads")


if __name__ == "__main__":
    main()
