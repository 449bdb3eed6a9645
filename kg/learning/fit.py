"""Fitting: logistic regressions over the traits of marked sentences and the grounds of claims.

scikit-learn does the arithmetic (liblinear; Fan et al., JMLR 9, 2008); it is needed here alone,
never to use the weights.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from kg.errors import InputError, MissingExtraError
from kg.extraction.linking import LINKED
from kg.extraction.weights import LINK, SCALE, STATUS, Weights
from kg.learning.marked import EXTRA
from kg.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kg.extraction.weights import Fact
    from kg.learning.marked import Marked

STRENGTH, LINK_STRENGTH, GROUND_STRENGTH = 60.0, 3.0, 0.3
"""Inverse regularisation (scikit-learn's C) of traits, of those of pairs and of grounds."""
RATIO = 3
"""What log ratios are divided by, so that those of telling traits lie about one."""
SMOOTH = 0.3
"""Sentences that every trait is taken to have been seen in besides, with a fact and without."""
LEAST_TOLD = 4
"""Marked sentences that a fact needs for anything to be learnt of it."""
LEAST_SEEN = 2
"""Sentences that a trait needs."""
LEAST_WEIGHT, LEAST_LINK_WEIGHT = 120, 10
"""Hundredths below which a weight is left out: nine tenths of them, at no measured loss."""


def fit_facts(sentences: Sequence[Marked]) -> Weights:
    """Return the weights of traits for each fact told often enough, and for statuses.

    Raises InputError when nothing is told often enough, MissingExtraError without scikit-learn.
    """
    told = Counter(fact for s in sentences for fact in s.facts)
    facts = tuple(sorted(fact for fact, n in told.items() if n >= LEAST_TOLD))
    if not facts:
        raise InputError(f"no fact is marked in {LEAST_TOLD} sentences; nothing can be learnt")
    told_so = [s for s in sentences if s.statuses]
    columns = [*_columns(sentences, [(f, [f in s.facts for s in sentences]) for f in facts])]
    columns += _columns(
        told_so, [((STATUS, str(how)), [str(how) in s.statuses for s in told_so]) for how in Status]
    )
    return _weights(columns)


def with_links(weights: Weights, links: Sequence[Marked]) -> Weights:
    """Return the weights with those of the traits of pairs added.

    A pair's one fact says that it goes together.
    """
    columns: list[_Column] = []
    for relation in LINKED:
        fact = (LINK, str(relation))
        of = [pair for pair in links if f"L:for {relation}" in pair.traits]
        wanted = [(fact, [fact in pair.facts for pair in of])]
        columns += _columns(of, wanted, LINK_STRENGTH, LEAST_LINK_WEIGHT)
    more = _weights(columns, len(weights.facts))
    return replace(
        weights,
        facts=weights.facts + more.facts,
        biases=weights.biases + more.biases,
        traits={**weights.traits, **more.traits},
        _packed={},
        _numbers={},
    )


class _Column(NamedTuple):
    """What was learnt of one fact: its bias and the weights of traits, in hundredths."""

    fact: Fact
    bias: int
    weights: tuple[tuple[str, int], ...]


def _weights(columns: Sequence[_Column], first: int = 0) -> Weights:
    """Return columns as weights, their facts numbered from `first`."""
    traits: dict[str, list[str]] = {}
    for number, column in enumerate(columns, first):
        for name, weight in column.weights:
            traits.setdefault(name, []).append(f"{number}:{weight}")
    return Weights(
        tuple(column.fact for column in columns),
        tuple(column.bias for column in columns),
        {name: " ".join(pairs) for name, pairs in traits.items()},
        {},
    )


def _columns(
    sentences: Sequence[Marked],
    wanted: Iterable[tuple[Fact, list[bool]]],
    strength: float = STRENGTH,
    least: int = LEAST_WEIGHT,
) -> Iterator[_Column]:
    """Yield what a regression learns of each fact from which sentences tell it.

    A fact that all of the sentences tell, or none, is left out.
    """
    open_ = [(fact, told) for fact, told in wanted if len(set(told)) > 1]
    if not open_:
        return
    linear_model, text, sparse, _ = libraries()
    counter = text.CountVectorizer(analyzer=sorted, min_df=LEAST_SEEN, binary=True)
    counts = counter.fit_transform([s.traits for s in sentences]).astype(float)
    table = sparse.diags([len(s.traits) ** -0.5 if s.traits else 1.0 for s in sentences]) @ counts
    names = counter.get_feature_names_out()
    seen = table > 0
    for fact, told in open_:
        ratios = _ratios(seen, told)
        model = linear_model.LogisticRegression(
            C=strength, class_weight={False: 1, True: 3}, solver="liblinear"
        )
        model.fit(table @ sparse.diags(ratios), told)
        weights = (round(float(w) * SCALE) for w in model.coef_[0] * ratios)
        pairs = zip(names, weights, strict=True)
        kept = tuple((str(name), weight) for name, weight in pairs if abs(weight) >= least)
        yield _Column(fact, round(float(model.intercept_[0]) * SCALE), kept)


def _ratios(has: Any, told: Sequence[bool]) -> Any:
    """Return how much likelier or less likely each trait is where a fact is told, as |log ratio|.

    A regression over traits so scaled leans on the telling ones (naive Bayes features; Wang and
    Manning, ACL 2012).
    """
    numpy = libraries().numpy
    where = numpy.asarray(told)
    there = (numpy.asarray(has[where].sum(axis=0)).ravel() + SMOOTH) / (where.sum() + 2 * SMOOTH)
    not_there = numpy.asarray(has[~where].sum(axis=0)).ravel() + SMOOTH
    return abs(numpy.log(there / (not_there / ((~where).sum() + 2 * SMOOTH)))) / RATIO


def fit_grounds(judged: Sequence[tuple[Mapping[str, float], bool]]) -> dict[str, float]:
    """Return the weights of the grounds of claims that were judged right or wrong.

    Raises InputError when all were right or all wrong, MissingExtraError without scikit-learn.
    """
    if len({right for _, right in judged}) < 2:
        raise InputError(
            f"of {len(judged)} claims on fresh documents all are right, or all wrong; mark more"
        )
    linear_model, *_ = libraries()
    names = sorted({name for grounds, _ in judged for name in grounds})
    table = [[grounds.get(name, 0.0) for name in names] for grounds, _ in judged]
    model = linear_model.LogisticRegression(
        C=GROUND_STRENGTH, solver="liblinear", fit_intercept=False
    )
    model.fit(table, [right for _, right in judged])
    return {name: round(float(w), 2) for name, w in zip(names, model.coef_[0], strict=True)}


class Libraries(NamedTuple):
    """What fitting needs: scikit-learn's linear models and text features, SciPy's sparse tables."""

    linear_model: Any
    text: Any
    sparse: Any
    numpy: Any


def libraries() -> Libraries:
    """Return what fitting needs.

    Raises MissingExtraError when it is not installed.
    """
    try:
        import numpy as np
        from scipy import sparse
        from sklearn import linear_model
        from sklearn.feature_extraction import text
    except ImportError as error:
        raise MissingExtraError(EXTRA) from error
    return Libraries(linear_model, text, sparse, np)
