"""The learnt weights: their arithmetic and their files."""

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.extraction.traits import CONCEPTS
from kg.extraction.weights import (
    NAMED,
    NAMED_RELATIONS,
    STATUS,
    Weights,
    default_weights,
    read_weights,
    write_weights,
)

FACTS = (("barrier", "barrier:funding"), ("implements", "intervention:reablement"))
ROWS = st.dictionaries(
    st.text("abcdefg_", min_size=1, max_size=4),
    st.dictionaries(st.integers(0, 1), st.integers(-9_999, 9_999), min_size=1),
    max_size=6,
)


def weights_of(rows, biases=(-300, 50), grounds=None):
    """Return weights from rows of trait -> {fact: weight}."""
    traits = {t: " ".join(f"{n}:{w}" for n, w in sorted(r.items())) for t, r in rows.items()}
    return Weights(FACTS, biases, traits, grounds or {})


def test_log_odds_are_bias_and_sum_over_the_root_of_the_number_of_traits():
    """Four traits, two of them known: their weights add up and are halved."""
    weights = weights_of({"cash": {0: 400}, "short": {0: 200, 1: -100}})

    assert weights.log_odds(["cash", "short", "we", "are"]) == [0.0, 0.0]
    assert weights.log_odds([]) == [-3.0, 0.5]


@given(ROWS, st.lists(st.text("abcdefg_", min_size=1, max_size=4), unique=True, max_size=30))
def test_packed_sums_are_those_of_plain_addition(rows, traits):
    """Adding all facts at once gives what adding one by one gives."""
    weights = weights_of(rows)
    root = sqrt(len(traits)) or 1.0
    sums = [sum(rows.get(t, {}).get(n, 0) for t in traits) for n in (0, 1)]

    assert weights.log_odds(traits) == [
        (b + s / root) / 100 for b, s in zip(weights.biases, sums, strict=True)
    ]


@given(ROWS, st.lists(st.text("abcdefg_", min_size=1, max_size=4), unique=True, max_size=30))
def test_one_fact_at_a_time_has_the_log_odds_of_all_at_once(rows, traits):
    """What is worked out for one fact, or for likely ones alone, is what all have."""
    weights = weights_of(rows)
    odds = weights.log_odds(traits)

    assert [weights.log_odds_of(n, traits) for n in (0, 1)] == odds
    for least in (-2.5, 0.0, *odds):
        assert weights.odds(traits).likely(least) == [n for n in (0, 1) if odds[n] >= least]


@given(ROWS, st.dictionaries(st.text("ab c", min_size=1), st.integers(-900, 900)))
def test_weights_are_read_as_they_were_written(tmp_path_factory, rows, grounds):
    """The files hold facts, biases, traits and grounds without loss."""
    folder = tmp_path_factory.mktemp("weights")
    weights = weights_of(rows, grounds={name: w / 100 for name, w in grounds.items()})

    write_weights(weights, folder)
    again = read_weights(folder)

    assert (again.facts, again.biases) == (weights.facts, weights.biases)
    assert (again.traits, again.grounds) == (weights.traits, weights.grounds)


@pytest.mark.parametrize("content", ["", "ground\tweight\nodds\n", "ground\tweight\nodds\tmuch\n"])
def test_a_folder_that_holds_no_weights_is_refused_by_name(tmp_path, content):
    """A missing file, a row too short, a weight that is no number: the error names the folder."""
    write_weights(weights_of({}), tmp_path)
    if content:
        (tmp_path / "grounds.tsv").write_text(content, "utf-8")
    else:
        (tmp_path / "grounds.tsv").unlink()

    with pytest.raises(InputError, match="not a folder of weights") as error:
        read_weights(tmp_path)
    assert str(tmp_path) in str(error.value)


def test_the_weights_of_the_package_know_the_vocabulary(vocabulary):
    """At least 150 facts are known, and each one's concept, and each concept among the traits."""
    weights = default_weights()
    known = {(c.kind, c.id) for c in vocabulary}
    seen = {tuple(t.split(":")[1:]) for t in weights.traits if t.startswith("M:")}

    assert len(weights.facts) >= 150
    assert len(weights.traits) >= 10_000
    assert {t for r, t in weights.facts if r == NAMED} == NAMED_RELATIONS
    concepts = [t for r, t in weights.facts if r not in {STATUS, NAMED} and ":" in t]
    told = {tuple(t.split("/")[0].split(":")) for t in concepts}
    assert len(concepts) >= 200
    assert {("measure" if k == "outcome" else k, i) for k, i in told} - known == set()
    assert {kind for kind, _ in seen} <= CONCEPTS
    assert seen - known == set()
