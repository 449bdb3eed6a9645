"""The whole of it: marked documents and sentences in, weights out.

Weights of words are fitted once on everything, for use, and before that once for each of three
parts of the documents, without that part. So the links and the grounds of claims are learnt on
documents that the words have not seen (stacking; Wolpert, Neural Networks 5, 1992), and on the
fresh ones alone, which no rule was written on.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.evaluation.terms import same_term
from kg.extraction.extract import candidates, told
from kg.extraction.linking import pairs
from kg.extraction.owners import Owners
from kg.extraction.scene import Scene
from kg.extraction.see import see
from kg.extraction.weighing import fact_of, grounds_of, grouped
from kg.extraction.weights import LINK
from kg.learning.fit import fit_facts, fit_grounds, libraries, with_links
from kg.learning.marked import Marked, fact_of_row, marked_sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from kg.evaluation.gold import Row
    from kg.extraction.matcher import Matcher
    from kg.extraction.reading import Reading
    from kg.extraction.weights import Weights
    from kg.model import Document
    from kg.vocabulary import Vocabulary

PARTS = 3
"""Parts of the documents, each read with what the others teach."""


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

    `step` is called once a document is judged or passed over.

    Raises InputError when too little is marked, MissingExtraError without scikit-learn.
    """
    libraries()
    read = [(see(d.document, matcher), d) for d in documents]
    sentences = [tuple(marked_sentences(reading, d.rows)) for reading, d in read]

    def facts_without(part: int | None) -> Weights:
        return fit_facts(
            [*examples, *(s for n, some in enumerate(sentences) if n % PARTS != part for s in some)]
        )

    words = [facts_without(part) for part in range(PARTS)]
    links = {
        n: tuple(_links(reading, d.rows, vocabulary, words[n % PARTS]))
        for n, (reading, d) in enumerate(read)
        if d.fresh
    }

    def links_without(part: int | None) -> list[Marked]:
        return [pair for n, found in links.items() if n % PARTS != part for pair in found]

    weights = [with_links(words[part], links_without(part)) for part in range(PARTS)]
    judged: list[tuple[Mapping[str, float], bool]] = []
    for n, (reading, d) in enumerate(read):
        if d.fresh:
            judged += judged_claims(reading, d.rows, vocabulary, weights[n % PARTS])
        step()
    grounds = fit_grounds(judged)
    return replace(with_links(facts_without(None), links_without(None)), grounds=grounds)


def _links(
    reading: Reading, rows: Sequence[Row], vocabulary: Vocabulary, weights: Weights
) -> Iterator[Marked]:
    """Yield each pair of an intervention and what is told, marked where gold has it too.

    What only an optional row has is passed over.
    """
    if not reading.mentions:
        return
    ruled, worded, _ = told(Scene(reading, Owners(reading, vocabulary), vocabulary), weights)
    required_last = sorted(rows, key=lambda row: not row.optional)
    gold = {(r.subject, fact_of_row(r.relation, r.object)): r for r in required_last}
    for pair in pairs((*ruled, *worded), reading, weights):
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
    for core, group in grouped(ruled, worded).items():
        grounds = grounds_of(core, group, reading, weights)
        if grounds is None:
            continue
        subject, object_ = str(group[0].subject), str(group[0].object)
        agreeing = [
            row
            for row in rows
            if row.relation == core[0]
            and same_term(row.subject, subject, figures=False)
            and same_term(row.object, object_, figures=False)
        ]
        if not agreeing or any(not row.optional for row in agreeing):
            yield grounds, bool(agreeing)
