"""Every rule states what its hits say, through the whole pipeline, and nothing on near misses."""

from __future__ import annotations

import pytest

from kg.documents.read import read_text
from kg.extraction.extract import extract_from
from kg.extraction.matcher import Matcher
from kg.extraction.rule import all_rules
from kg.extraction.see import see
from kg.vocabulary import default_vocabulary

RULES = all_rules()
HITS = [(rule, passage) for rule in RULES for passage in rule.hits]
MISSES = [(rule, passage) for rule in RULES for passage in rule.misses]


@pytest.fixture(scope="module")
def stated():
    """Return what a rule states on a passage, as the guide writes it."""
    vocabulary = default_vocabulary()
    matcher = Matcher(vocabulary)

    def of(rule, passage):
        reading = see(read_text(passage, "passage"), matcher)
        return {claim.key for claim in extract_from(reading, vocabulary, [rule]).claims}

    return of


def test_no_rule_is_lost():
    """The scan finds at least the ten rules for relations other than outcomes, each named once."""
    names = [rule.name for rule in RULES]

    assert len(names) >= 11
    assert len(set(names)) == len(names)
    assert {
        "barriers",
        "care-model",
        "enablers",
        "funding",
        "interventions",
        "locations",
        "partners",
        "populations",
        "roles",
        "supports",
    } <= set(names)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_carries_hits_and_near_misses(rule):
    """A rule shows three passages that it must hit and three that it must not."""
    assert len(rule.hits) >= 3
    assert len(rule.misses) >= 3


@pytest.mark.parametrize(("rule", "passage"), HITS, ids=lambda x: getattr(x, "name", None))
def test_a_rule_hits(rule, passage, stated):
    """A rule states the whole set of claims that a passage is marked with."""
    assert stated(rule, passage) == rule.hits[passage]


@pytest.mark.parametrize(("rule", "passage"), MISSES, ids=lambda x: getattr(x, "name", None))
def test_a_rule_leaves_a_near_miss_alone(rule, passage, stated):
    """A rule states nothing on a near miss."""
    assert stated(rule, passage) == set()
