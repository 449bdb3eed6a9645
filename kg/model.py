"""The values that cross floors: frozen, comparable, and aware of their evidence.

Offsets count code points of `Document.text`; every span is half-open, ``text[start:end]``.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from kg.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator


class BlockKind(StrEnum):
    """What part a block plays in a document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    QUESTION = "question"
    ANSWER = "answer"
    TABLE_ROW = "table-row"
    COMMENT = "comment"
    BOILERPLATE = "boilerplate"
    FRONT_MATTER = "front-matter"


class Status(StrEnum):
    """How a claim is told; only `REPORTED` ones become direct triples."""

    REPORTED = "reported"
    PLANNED = "planned"
    EXPECTED = "expected"
    NEGATED = "negated"


class Relation(StrEnum):
    """The eleven relations of the annotation guide."""

    CARE_MODEL = "care_model"
    PARTNER = "partner"
    SUPPORTS = "supports"
    IMPLEMENTS = "implements"
    OUTCOME = "outcome"
    BARRIER = "barrier"
    ENABLER = "enabler"
    POPULATION = "population"
    ROLE = "role"
    LOCATION = "location"
    FUNDING = "funding"


class Direction(StrEnum):
    """Which way a measure went; `LEVEL` is a figure with no change."""

    INCREASE = "increase"
    DECREASE = "decrease"
    IMPROVE = "improve"
    WORSEN = "worsen"
    MAINTAIN = "maintain"
    LEVEL = "level"


LEAST_CONFIDENCE = 0.25
"""A claim less sure than this is stated only when asked for.

Under half of F1, where a claim gains what it costs (Lipton et al., *Optimal thresholding*, 2014).
"""

UNITS = ("percent", "GBP", "days", "hours", "people", "sites", "count")


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """A block of a document, a span of its text.

    `level` is 1-6 for headings and the nesting (from 0) for list items. `scope` is the index of
    the block that introduces this one: the heading above, the line that leads into a list, the
    question that an answer answers, the header row of a table; None where nothing does.
    """

    start: int
    end: int
    kind: BlockKind
    level: int = 0
    scope: int | None = None


class Sentence(NamedTuple):
    """A sentence, a span of the text inside block number `block`."""

    start: int
    end: int
    block: int


@dataclass(frozen=True, slots=True)
class Document:
    """A document as read: the decoded text, unchanged, and the structure seen in it.

    `metadata` holds (key, value) pairs in key order: title, publisher, kind, date, url, note and
    whatever else the front matter or ``sources.csv`` gave, as text. `digest` is the SHA-256 of
    the UTF-8 text, in hexadecimal.
    """

    id: str
    title: str
    text: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    metadata: tuple[tuple[str, str], ...] = ()
    digest: str = ""

    def get(self, key: str, default: str = "") -> str:
        """Return the metadata value of `key`, or `default`."""
        return dict(self.metadata).get(key, default)

    def sentences_of(self, block: int) -> Iterator[Sentence]:
        """Yield the sentences of block number `block`, in order."""
        first = bisect_left(self.sentences, block, key=_block_of)
        return iter(self.sentences[first : bisect_right(self.sentences, block, key=_block_of)])


def _block_of(sentence: Sentence) -> int:
    """Return the number of a sentence's block; the sentences of a document are in that order."""
    return sentence.block


@dataclass(frozen=True, slots=True, order=True)
class Entity:
    """A thing that a claim speaks of.

    `kind` is the prefix of the guide: vanguard, model, programme, intervention, barrier, enabler,
    population, org, person or place. `id` is an identifier within the kind: the vocabulary's or
    registry's own, else a slug of the name (a person's ends in ``@`` and the slug of the
    organisation). `names` are the names the document uses, the fullest first, for the kinds that
    are written by name (org, person, place).
    """

    kind: str
    id: str
    names: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Write the entity as the annotation guide does.

        >>> str(Entity("org", "salford-ccg", ("Salford Clinical Commissioning Group", "CCG")))
        'org:Salford Clinical Commissioning Group|CCG'
        """
        return f"{self.kind}:{'|'.join(self.names) if self.kind in NAMED_KINDS else self.id}"


NAMED_KINDS = ("org", "person", "place")
_SCHEMES = ("intervention", "barrier", "enabler", "population")
CODED_KINDS = ("vanguard", "model", "programme", *_SCHEMES)
SHOWN_KINDS = (*CODED_KINDS, *NAMED_KINDS, "measure", "funding")
"""Kinds of thing that a graph has and a picture may show."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A change in a measure (or its level), with a figure where the text gives one."""

    measure: str
    direction: Direction
    value: Decimal | None = None
    unit: str = ""

    def __post_init__(self) -> None:
        """Refuse half a figure."""
        if (self.value is None) != (self.unit == ""):
            raise InputError(f"an outcome has value and unit or neither: {self!r}")
        if self.unit and self.unit not in UNITS:
            raise InputError(f"unknown unit {self.unit!r}; the units are {', '.join(UNITS)}")

    def __str__(self) -> str:
        """Write the outcome as the annotation guide does.

        >>> str(Outcome("cost-savings", Direction.INCREASE, Decimal("1200000"), "GBP"))
        'outcome:cost-savings/increase/1200000 GBP'
        """
        figure = "" if self.value is None else f"/{plain_number(self.value)} {self.unit}"
        return f"outcome:{self.measure}/{self.direction}{figure}"


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money."""

    value: Decimal
    currency: str = "GBP"

    def __str__(self) -> str:
        """Write the amount as the annotation guide does.

        >>> str(Amount(Decimal("2.2E+9")))
        'amount:2200000000 GBP'
        """
        return f"amount:{plain_number(self.value)} {self.currency}"


Object = Entity | Outcome | Amount


def plain_number(value: Decimal) -> str:
    """Write a number without exponent or trailing zeros after the point.

    >>> plain_number(Decimal("1.20E+6")), plain_number(Decimal("2.90"))
    ('1200000', '2.9')
    """
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def parse_term(text: str) -> Object:
    """Read a term written as in the annotation guide; the inverse of ``str`` up to slugs.

    Named entities (org, person, place) get an empty `id`: `kg.names.slug` belongs to who mints.

    Raises InputError for anything else.

    >>> parse_term("outcome:emergency-admissions/decrease/30 percent").value
    Decimal('30')
    """
    kind, found, rest = text.partition(":")
    rest = rest.strip()
    try:
        if found and rest and kind in NAMED_KINDS:
            return Entity(kind, "", tuple(n.strip() for n in rest.split("|") if n.strip()))
        if found and kind in CODED_KINDS and re.fullmatch(r"[\w.@-]+", rest):
            return Entity(kind, rest)
        if found and kind == "outcome":
            measure, direction, *figure = rest.split("/", 2)
            if figure:
                value, unit = figure[0].split()
                return Outcome(measure, Direction(direction), Decimal(value), unit)
            return Outcome(measure, Direction(direction))
        if found and kind == "amount":
            value, currency = rest.split()
            return Amount(Decimal(value), currency)
    except (ValueError, ArithmeticError) as error:
        raise InputError(f"not a term of the annotation guide: {text!r} ({error})") from error
    kinds = ", ".join((*CODED_KINDS, *NAMED_KINDS, "outcome", "amount"))
    raise InputError(f"not a term of the annotation guide: {text!r}; the kinds are {kinds}")


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """The words a claim rests on: ``text[start:end] == quote`` of the document `source`."""

    source: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A fact as one source tells it.

    `rule` names what stated it; `confidence` lies in [0, 1]. `qualifiers` holds (key, value)
    pairs in key order where the words give them: speaker, role (a job title), period, comparator.
    """

    relation: Relation
    subject: Entity
    object: Object
    status: Status
    evidence: tuple[Evidence, ...]
    rule: str
    confidence: float
    qualifiers: tuple[tuple[str, str], ...] = field(default=())

    @property
    def source(self) -> str:
        """The identifier of the document that tells it."""
        return self.evidence[0].source

    @property
    def quote(self) -> str:
        """The words of the first piece of evidence."""
        return self.evidence[0].quote

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What is said, as text: one claim for one key and source."""
        return (str(self.relation), str(self.subject), str(self.object), str(self.status))

    @property
    def order(self) -> tuple[str, int, int, str, str, str, str]:
        """Where and what: the order in which claims are listed."""
        first = self.evidence[0]
        return (first.source, first.start, first.end, *self.key)
