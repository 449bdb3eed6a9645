"""Marked sentences: which facts each sentence of a marked document tells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.documents.read import read_text
from kg.errors import InputError, MissingExtraError
from kg.extraction.by_wording import HOPED
from kg.extraction.linking import LINKED
from kg.extraction.see import see
from kg.extraction.traits import traits
from kg.extraction.weights import LINK, NAMED_RELATIONS, fact_told, term_of
from kg.model import parse_term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from kg.evaluation.gold import Row
    from kg.extraction.matcher import Matcher
    from kg.extraction.reading import Reading
    from kg.extraction.weights import Fact
    from kg.model import Document

RELATIONS = NAMED_RELATIONS | {"barrier", "enabler", "implements", "outcome", "population"}
"""Relations of which words can speak: of which concept, or that there is one to a name."""
SHARE = 0.3
"""The part of a quote, or of a sentence, that must meet for the sentence to tell the fact."""
AROUND = "The {name} vanguard\n\nNotes on the work of the {name} vanguard.\n\n"
"""What makes a lone sentence one of a vanguard's document."""
EXTRA = "learning needs more packages: pip install 'vanguard-kg[learn]'"
OF_PLACE = frozenset({"B:", "D:", "H:", "N:", "P:", "S:"})
"""How traits are marked that lone words do not have."""
_STATUSES = {"R": "reported", "P": "planned", "E": "expected", "N": "negated", "X": ""}


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence's traits, the facts that it tells and how it tells those that may be told so.

    Barriers and enablers have no say in `statuses`: they are reported unless denied.
    """

    traits: frozenset[str]
    facts: frozenset[Fact]
    statuses: frozenset[str] = frozenset()


def fact_of_row(relation: str, term: str) -> Fact:
    """Return what is learnt of where a gold row's like is told."""
    return fact_told(relation, term_of(parse_term(term)))


def facts_of_row(relation: str, subject: str, term: str) -> frozenset[Fact]:
    """Return all that is learnt of where a gold row's like is told.

    What is told of an intervention also tells that something is.
    """
    if relation not in RELATIONS:
        return frozenset()
    linked = relation in LINKED and subject.startswith("intervention:")
    return frozenset({fact_of_row(relation, term)} | ({(LINK, subject)} if linked else set()))


def marked_sentences(reading: Reading, rows: Iterable[Row]) -> Iterator[Marked]:
    """Yield each sentence of a document with the facts whose quotes stand in it."""
    document = reading.document
    facts: dict[int, set[Fact]] = {}
    statuses: dict[int, set[str]] = {}
    for row in rows:
        told = facts_of_row(row.relation, row.subject, row.object)
        for start in quoted_in(document, row.quote) if told else ():
            facts.setdefault(start, set()).update(told)
            if row.relation in HOPED:
                statuses.setdefault(start, set()).add(row.status)
    for sentence in document.sentences:
        told = frozenset(facts.get(sentence.start, ()))
        how = frozenset(statuses.get(sentence.start, ()))
        yield Marked(traits(reading, sentence), told, how)


def quoted_in(document: Document, quote: str) -> Iterator[int]:
    """Yield where the sentences start that a quote, white space folded, stands in."""
    words = r"\s+".join(map(re.escape, quote.split()))
    found = re.search(words, document.text) if words else None
    if found is None:
        return
    start, end = found.span()
    for s in document.sentences:
        common = min(end, s.end) - max(start, s.start)
        if common > 0 and common >= SHARE * min(end - start, s.end - s.start):
            yield s.start


def marked_examples(path: Path, matcher: Matcher) -> Iterator[Marked]:
    """Yield the lone sentences of a file: term, status and sentence, with tabs between.

    Each is read as one of a vanguard's document; status X marks a near miss, which tells nothing.
    Raises InputError, naming the line, where a line is not of that form.
    """
    around = AROUND.format(name="Sutton")
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            term, status, sentence = line.split("\t")
            kind = str(term).partition(":")[0]
            fact = fact_of_row({"intervention": "implements"}.get(kind, kind), term)
            told_so = _STATUSES[status]
        except (ValueError, KeyError, InputError) as error:
            raise InputError(
                f"{path}, line {number}: expected term, status, sentence: {error}"
            ) from error
        told = frozenset({fact} if told_so else ())
        how = frozenset({told_so} if told and fact[0] in HOPED else ())
        yield Marked(_own_traits(around, sentence, matcher), told, how)


def marked_passages(path: Path, matcher: Matcher) -> Iterator[Marked]:
    """Yield the passages of a YAML file of passages and their facts, each as one sentence.

    The form is that of ``tests/challenge/README.md``. Raises MissingExtraError without PyYAML.
    """
    try:
        import yaml
    except ImportError as error:
        raise MissingExtraError(EXTRA) from error
    for passage in yaml.safe_load(path.read_text(encoding="utf-8"))["passages"]:
        rows = [
            [part.strip() for part in fact.split(" | ")]
            for fact in (*passage.get("facts", ()), *passage.get("optional", ()))
        ]
        facts = frozenset(fact for r, s, o, _ in rows for fact in facts_of_row(r, s, o))
        hows = frozenset(how for r, *_, how in rows if r in HOPED)
        yield Marked(_own_traits("", passage["text"], matcher), facts, hows)


def _own_traits(around: str, sentence: str, matcher: Matcher) -> frozenset[str]:
    """Return the traits of lone words as if they were one sentence, without those of a place."""
    reading = see(read_text(around + sentence + "\n", "example"), matcher)
    own = (s for s in reading.document.sentences if s.start >= len(around) - 1)
    found = frozenset[str]().union(*(traits(reading, s) for s in own))
    return frozenset(t for t in found if t[:2] not in OF_PLACE)
