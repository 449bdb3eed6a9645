"""Weights learnt from marked documents: how far each trait of a sentence speaks for a fact.

One logistic regression a fact (a relation and its object), over the traits of
`kg.extraction.traits`. Weights are whole hundredths, so that sums are the same on any machine.
`kg.learning` makes the files; nothing here knows how.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, lru_cache
from math import exp, floor, sqrt
from struct import pack, unpack
from typing import TYPE_CHECKING, NamedTuple

from kg.errors import InputError
from kg.model import Outcome
from kg.vocabulary import data_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from kg.model import Object

SCALE = 100
"""What a weight in the files is divided by."""
ZERO = 1 << 15
"""What stands for no weight where weights are packed; none is as large, a hundred thousand add."""
WIDTH = 32
"""The bits of a weight where weights are packed."""
FACTS, TRAITS, GROUNDS = "facts.tsv", "traits.tsv", "grounds.tsv"

STATUS = "status"
"""In the place of a relation: how a sentence tells the facts that it tells."""
LINK = "link"
"""In the place of a relation: whether an intervention goes with an outcome or a population.

Of a relation, whether a pair belongs together; of an intervention, whether a sentence tells of it.
"""

NAMED = "named"
"""In the place of a relation: whether a sentence tells a relation to a name, whichever it is."""
NAMED_RELATIONS = frozenset({"funding", "location", "partner", "role", "supports"})
"""Relations of names and sums, whose words say that there is one but not which."""

Fact = tuple[str, str]
"""A relation and its object as the annotation guide writes it, an outcome without its figure."""


class Odds(NamedTuple):
    """The log-odds of all facts for some traits: what is added up, unscaled until asked for."""

    biases: Sequence[int]
    sums: Sequence[int]
    scale: float
    zero: int

    def of(self, number: int) -> float:
        """Return the log-odds of a fact."""
        return (self.biases[number] + (self.sums[number] - self.zero) / self.scale) / SCALE

    def all(self) -> list[float]:
        """Return the log-odds of all facts."""
        return list(map(self.of, range(len(self.sums))))

    def likely(self, least: float) -> list[int]:
        """Return the facts whose log-odds are `least` or more."""
        near = _floors(self.biases, self.scale, least)
        zero = self.zero
        may = [
            n for n, (s, floor) in enumerate(zip(self.sums, near, strict=True)) if s - zero > floor
        ]
        return [n for n in may if self.of(n) >= least]


@lru_cache(maxsize=1024)
def _floors(biases: Sequence[int], scale: float, least: float) -> list[int]:
    """Return whole numbers that the sums of likely facts are above, by a hair or more."""
    return [floor((least * SCALE - bias) * scale) - 2 for bias in biases]


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """What was learnt: `facts` with their biases, weights by trait, and `grounds` of claims.

    `traits` maps a trait to ``"fact:weight fact:weight"``, facts by their number; `grounds` is
    what `kg.extraction.weighing` adds up.
    """

    facts: tuple[Fact, ...] = field(repr=False)
    biases: tuple[int, ...] = field(repr=False)
    traits: Mapping[str, str] = field(repr=False)
    grounds: Mapping[str, float] = field(repr=False)
    _packed: dict[str, int] = field(default_factory=dict, repr=False)
    _numbers: dict[Fact, int] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        """Number the facts."""
        self._numbers.update((fact, n) for n, fact in enumerate(self.facts))

    def number(self, fact: Fact) -> int | None:
        """Return the number of a fact, or None where nothing was learnt of it."""
        return self._numbers.get(fact)

    def log_odds(self, traits: Iterable[str]) -> list[float]:
        """Return the log-odds that a sentence of these traits tells each fact, by its number."""
        return self.odds(traits).all()

    def odds(self, traits: Iterable[str]) -> Odds:
        """Return the log-odds that `log_odds` gives, each worked out when it is asked for."""
        total, scale, zero = self._added(traits)
        sums = unpack(f"<{len(self.facts)}I", total.to_bytes(4 * len(self.facts), "little"))
        return Odds(self.biases, sums, scale, zero)

    def log_odds_of(self, number: int, traits: Iterable[str]) -> float:
        """Return the log-odds that `log_odds` gives for one fact, without those of the others."""
        total, scale, zero = self._added(traits)
        weight = (total >> WIDTH * number) % (1 << WIDTH)
        return (self.biases[number] + (weight - zero) / scale) / SCALE

    def _added(self, traits: Iterable[str]) -> tuple[int, float, int]:
        """Return the packed weights of traits added up, what scales them, and their nothing."""
        here = self._packed
        total = count = known = 0
        for trait in traits:
            count += 1
            packed = here.get(trait)
            if packed is None:
                packed = self._of(trait)
            if packed:
                total += packed
                known += 1
        return total, sqrt(count) or 1.0, known * ZERO

    def _of(self, trait: str) -> int:
        """Work out a trait's weights as one number, four bytes a fact: a sum adds them all at once.

        A hundred times as fast as adding them one by one. `ZERO` keeps each above nothing.
        """
        row = [ZERO] * len(self.facts)
        pairs = [pair.split(":") for pair in self.traits.get(trait, "").split()]
        for number, weight in pairs:
            row[int(number)] += int(weight)
        packed = pack(f"<{len(row)}I", *row) if pairs else b""
        found = self._packed[trait] = int.from_bytes(packed, "little")
        return found


def term_of(told: Object) -> str:
    """Return the object of a fact as the annotation guide writes it, an outcome without its figure.

    >>> from decimal import Decimal
    >>> from kg.model import Direction
    >>> term_of(Outcome("falls", Direction.DECREASE, Decimal(9), "percent"))
    'outcome:falls/decrease'
    """
    return f"outcome:{told.measure}/{told.direction}" if isinstance(told, Outcome) else str(told)


def fact_told(relation: str, term: str) -> Fact:
    """Return what is learnt of where a relation and its object are told.

    >>> fact_told("location", "place:Sutton"), fact_told("barrier", "barrier:funding")
    (('named', 'location'), ('barrier', 'barrier:funding'))
    """
    return (NAMED, relation) if relation in NAMED_RELATIONS else (relation, term)


def probability(log_odds: float) -> float:
    """Return the probability of log-odds, to three places.

    >>> probability(0.0), probability(2.0), probability(-900.0)
    (0.5, 0.881, 0.0)
    """
    return round(1 / (1 + exp(-max(-50.0, min(50.0, log_odds)))), 3)


def read_weights(folder: Path) -> Weights:
    """Read the weights of a folder. Raises InputError where a file is missing or no such table."""
    try:
        facts = _rows(folder / FACTS, 3)
        return Weights(
            tuple((relation, term) for relation, term, _ in facts),
            tuple(int(bias) for *_, bias in facts),
            dict(_rows(folder / TRAITS, 2)),
            {name: int(weight) / SCALE for name, weight in _rows(folder / GROUNDS, 2)},
        )
    except (OSError, ValueError) as error:
        raise InputError(f"{folder}: not a folder of weights: {error}") from error


def _rows(path: Path, columns: int) -> list[list[str]]:
    """Return a table's rows without its header."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    if any(len(row) != columns for row in rows):
        raise ValueError(f"{path.name} needs {columns} columns")
    return rows


def write_weights(weights: Weights, folder: Path) -> None:
    """Write the weights to a folder, as `read_weights` reads them."""
    folder.mkdir(parents=True, exist_ok=True)
    facts = ((*fact, str(bias)) for fact, bias in zip(weights.facts, weights.biases, strict=True))
    _write(folder / FACTS, ("relation", "object", "bias"), facts)
    _write(folder / TRAITS, ("trait", "fact:weight"), sorted(weights.traits.items()))
    grounds = ((name, str(round(w * SCALE))) for name, w in sorted(weights.grounds.items()))
    _write(folder / GROUNDS, ("ground", "weight"), grounds)


def _write(path: Path, header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    lines = ("\t".join(row) for row in (header, *rows))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


@cache
def default_weights() -> Weights:
    """Return the weights that come with the package."""
    return read_weights(data_folder("ontology") / "weights")
