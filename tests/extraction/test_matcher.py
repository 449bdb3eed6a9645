from __future__ import annotations

import pickle

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extraction.matcher import Matcher
from kg.registry import Registry
from kg.vocabulary import Concept, Label, Vocabulary


def matcher(*concepts):
    """Build a matcher from (kind, id, (role, label), …) rows."""
    made = (
        Concept(kind, id_, f"x:{id_}", tuple(Label(*label) for label in labels))
        for kind, id_, *labels in concepts
    )
    return Matcher(Vocabulary(made, Registry("", ())))


def found(built, text):
    """Return (printed, id, role) of each mention."""
    return [(text[m.start : m.end], m.entity.id, m.role) for m in built.find(text)]


CARE = matcher(
    ("intervention", "hub", ("pref", "Care hub"), ("hidden", "hub")),
    ("intervention", "mdt", ("pref", "Multidisciplinary team"), ("case", "MDT")),
    ("enabler", "team", ("hidden", "team")),
    ("intervention", "support", ("cue", "support"), ("alt", "care home support")),
    ("measure", "home", ("cue", "care home"), ("gain", "fewer falls"), ("alt", "falls")),
)


def test_label_and_text_meet_however_either_is_printed():
    """Plurals, hyphens, line ends and possessives of the text still give the label."""
    assert found(CARE, "Care-hubs and the multi-disciplinary\nteam’s MDTs") == [
        ("Care-hubs", "hub", "pref"),
        ("multi-disciplinary\nteam", "mdt", "pref"),
        ("team", "team", "hidden"),
        ("MDTs", "mdt", "case"),
    ]


def test_no_match_inside_a_word_or_across_a_stop():
    """Words are whole, and a full stop, comma or bracket ends a phrase."""
    assert found(CARE, "github, childcare. Hubcap. The care. Hubble; care, huby (care) hubs") == [
        ("hubs", "hub", "hidden")
    ]


def test_a_longer_label_that_fails_does_not_hide_a_shorter_one():
    """The longest hit is picked after the boundaries are checked, never before."""
    built = matcher(
        ("place", "kent", ("pref", "Kent")), ("place", "trust", ("pref", "Kent Trust X"))
    )
    assert found(built, "Kent Trusts") == [("Kent", "kent", "pref")]


def test_case_labels_count_in_their_capitals_only():
    """``MDT`` is the team; "mdt" is nothing."""
    assert found(CARE, "mdt Mdt MDT’s") == [("MDT", "mdt", "case")]


def test_a_cue_gives_way_to_any_other_label_of_its_kind():
    """A cue is told only where no surer label of the kind covers the words."""
    assert found(CARE, "care home support and support") == [
        ("care home", "home", "cue"),
        ("care home support", "support", "alt"),
        ("support", "support", "cue"),
    ]


def test_the_longest_label_of_a_kind_wins():
    """Inside "fewer falls" there is no "falls"."""
    assert found(CARE, "fewer falls, more falls") == [
        ("fewer falls", "home", "gain"),
        ("falls", "home", "alt"),
    ]


NAMED = matcher(
    ("vanguard", "hhh", ("pref", "Happy, Healthy, at Home (Farnham)")),
    ("vanguard", "th", ("pref", "Tower Hamlets Together"), ("alt", "Tower Hamlets")),
    ("org", "council", ("pref", "Tower Hamlets Council")),
    ("org", "nhse", ("alt", "NHSE")),
    ("org", "nao", ("case", "NAO")),
)


def test_names_need_their_capitals():
    """A name in lower case is ordinary words; small words may be small."""
    assert found(
        NAMED, "happy, healthy, at home; Happy, Healthy, at Home; HAPPY, HEALTHY, At Home"
    ) == [
        ("Happy, Healthy, at Home", "hhh", "pref"),
        ("HAPPY, HEALTHY, At Home", "hhh", "pref"),
    ]


def test_an_organisation_hides_the_vanguard_inside_its_name():
    """Over vanguards, organisations and the programme the longest name wins."""
    assert found(NAMED, "Tower Hamlets Council met Tower Hamlets") == [
        ("Tower Hamlets Council", "council", "pref"),
        ("Tower Hamlets", "th", "alt"),
    ]


def test_acronyms_of_organisations_are_exact():
    """ "NHS" is not a plural short of "NHSE", nor are "NAOs" the NAO."""
    assert found(NAMED, "NHS NHSE NAOs Nao NAO") == [
        ("NHSE", "nhse", "alt"),
        ("NAO", "nao", "case"),
    ]


def test_an_empty_vocabulary_finds_nothing():
    """No label, no mention, no error."""
    assert matcher().find("Anything at all.") == ()


def test_a_matcher_crosses_a_process_boundary():
    """A pickled matcher finds the same."""
    text = "Care hubs and MDTs"
    assert found(pickle.loads(pickle.dumps(CARE)), text) == found(CARE, text)


@settings(deadline=None)
@given(st.lists(st.sampled_from(["care", "hub", "hubs", "team", ".", "support", "home", "İ"])))
def test_every_mention_says_a_label_again(words):
    """What a mention prints is found again by itself, and mentions of a kind never overlap."""
    text = " ".join(words)
    mentions = CARE.find(text)
    for mention in mentions:
        alone = CARE.find(text[mention.start : mention.end])
        assert mention.entity in {m.entity for m in alone}
    for kind in {m.kind for m in mentions}:
        ends = [0]
        for mention in (m for m in mentions if m.kind == kind):
            assert mention.start >= ends[-1]
            ends.append(mention.end)
