"""The whole of it: marked documents and sentences in, weights out.

Weights of traits are fitted twice. The first time the fresh documents (those on which no rule was
written) are left out, so that the grounds of claims are judged on documents that neither the rules
nor the traits have seen; the second time everything counts. Where all are fresh, every other one is
left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.evaluation.terms import same_term
from kg.extraction.extract import candidates, extract_from
from kg.extraction.linking import pairs
from kg.extraction.owners import Owners
from kg.extraction.rule import all_rules
from kg.extraction.scene import Scene
from kg.extraction.see import see
from kg.extraction.weighing import fact_of, grounds_of, grouped
from kg.extraction.weights import LINK
from kg.learning.fit import fit_grounds, fit_traits, libraries
from kg.learning.marked import RELATIONS, Marked, fact_of_row, marked_sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from kg.evaluation.gold import Row
    from kg.extraction.matcher import Matcher
    from kg.extraction.reading import Reading
    from kg.extraction.weights import Weights
    from kg.model import Document
    from kg.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class MarkedDocument:
    """A document with its gold rows; `fresh` where no rule was written on it."""

    document: Document
    rows: tuple[Row, ...]
    fresh: bool


def learn(
    documents: Iterable[MarkedDocument],
    examples: Sequence[Marked],
    matcher: Matcher,
    vocabulary: Vocabulary,
    step: Callable[[], None] = lambda: None,
) -> Weights:
    """Return the weights that marked documents and lone sentences teach.

    `step` is called once a document is judged or read.

    Raises InputError when too little is marked, MissingExtraError without scikit-learn.
    """
    libraries()
    read = [(see(d.document, matcher), d) for d in documents]
    sentences = [tuple(marked_sentences(reading, d.rows)) for reading, d in read]
    links = [tuple(_links(reading, d.rows, vocabulary)) for reading, d in read]
    known = [n for n, (_, d) in enumerate(read) if not d.fresh]
    if not known and not examples:  # half of the fresh ones must stand in for them
        known = list(range(0, len(read), 2))
    first = fit_traits(
        [*examples, *(s for n in known for s in sentences[n])],
        [pair for n in known for pair in links[n]],
        {},
    )
    judged: list[tuple[Mapping[str, float], bool]] = []
    for n, (reading, d) in enumerate(read):
        if d.fresh and n not in known:
            judged += judged_claims(reading, d.rows, vocabulary, first)
        step()
    return fit_traits(
        [*examples, *(s for told in sentences for s in told)],
        [pair for found in links for pair in found],
        fit_grounds(judged),
    )


def _links(reading: Reading, rows: Sequence[Row], vocabulary: Vocabulary) -> Iterator[Marked]:
    """Yield each pair of an intervention and what a rule tells, marked where gold has it too.

    What only an optional row has is passed over.
    """
    if not reading.mentions:
        return
    claims = extract_from(reading, vocabulary, all_rules()).claims
    gold = {(r.subject, fact_of_row(r.relation, r.object)): r for r in reversed(rows)}
    for pair in pairs(claims, claims, reading):
        row = gold.get((str(pair.intervention), fact_of(pair.told)))
        if row is None or not row.optional:
            fact = (LINK, str(pair.told.relation))
            yield Marked(pair.traits, frozenset({fact} if row else ()))


def judged_claims(
    reading: Reading, rows: Sequence[Row], vocabulary: Vocabulary, weights: Weights
) -> Iterator[tuple[Mapping[str, float], bool]]:
    """Yield the grounds of what a document may say and whether gold says it too.

    What only an optional row says is passed over.
    """
    if not reading.mentions:
        return
    scene = Scene(reading, Owners(reading, vocabulary), vocabulary)
    ruled, worded, _ = candidates(scene, weights)
    gold = [
        (r.subject, fact_of_row(r.relation, r.object), r) for r in rows if r.relation in RELATIONS
    ]
    for core, group in grouped(ruled, worded).items():
        grounds = grounds_of(core, group, reading, weights)
        if grounds is None:
            continue
        subject, fact = str(group[0].subject), (core[0], core[2])
        agreeing = [r for s, f, r in gold if f == fact and same_term(s, subject, figures=False)]
        if not agreeing or any(not row.optional for row in agreeing):
            yield grounds, bool(agreeing)
