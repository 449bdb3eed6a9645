from __future__ import annotations

import pytest

from kg.extraction.homonyms import in_sense
from kg.extraction.reading import Mention
from kg.model import Entity


def kept(text, word, kind="measure"):
    """Return the roles left of one cue mention of `word`."""
    start = text.index(word)
    mention = Mention(start, start + len(word), Entity(kind, word), "cue")
    return [m.role for m in in_sense(text, [mention])]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("The service cut falls by a third.", ["pref"]),
        ("There were fewer falls in homes.", ["pref"]),
        ("Falls are what we treat.", ["cue"]),
        ("The cost falls by 5%.", []),
        ("Demand falls in the winter.", []),
    ],
)
def test_falls_are_a_measure_only_as_a_noun(text, roles):
    """ "Falls" that are counted are surely meant; the verb before "by" or "to" is not."""
    word = "falls" if "falls" in text else "Falls"
    assert kept(text, word) == roles


def test_falls_that_are_counted_are_no_direction():
    """ "Cut falls" names what was cut, not a second change."""
    assert kept("They cut falls by a third.", "falls", "direction") == []
    assert kept("The bill falls by a third.", "falls", "direction") == ["cue"]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("It was built on trust between leaders.", ["cue"]),
        ("Mutual trust helped.", ["cue"]),
        ("What helped the trust was time.", []),
        ("Each hospital trust pays.", []),
        ("All four trusts pay.", []),
    ],
)
def test_trust_is_a_help_only_as_a_feeling(text, roles):
    """A body called a trust is no trust."""
    assert kept(text, "trusts" if "trusts" in text else "trust", "enabler") == roles
