from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import VocabularyError
from kg.extraction.gapped import Gapped, is_gapped, parts_of, spelt_out
from kg.extraction.matcher import Matcher
from kg.extraction.tokens import SKIPPED, loose, tokens
from kg.registry import Registry
from kg.vocabulary import Concept, Label, Vocabulary, load_vocabulary


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


POSTS = matcher(
    ("barrier", "staff", ("hidden", "fill|find … posts")),
    ("intervention", "pool", ("hidden", "put … budgets together")),
    ("intervention", "notes", ("pref", "Shared notes"), ("hidden", "share … plans")),
    ("measure", "stay", ("gain", "leave … sooner")),
)


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("They could not fill two of the posts.", ("fill two of the posts", "staff", "hidden")),
        ("We found nobody for the post.", None),
        ("Finding posts was hard.", ("Finding posts", "staff", "hidden")),
        ("They fill in forms. The posts are gone.", None),
        ("They fill in forms, and posts are gone.", None),
        ("fill one two three four five six seven eight posts", None),
        ("They put two budgets together.", ("put two budgets together", "pool", "hidden")),
        ("Patients left, sooner or later.", None),
        ("Patients leave the ward sooner.", ("leave the ward sooner", "stay", "gain")),
    ],
)  # fmt: skip
def test_a_label_with_a_gap_is_found_with_a_few_words_in_it(text, mention):
    """One of several words counts; a gap holds few words and no punctuation."""
    assert found(POSTS, text) == ([mention] if mention else [])


def test_a_wide_find_gives_way_to_a_plain_one():
    """What a label says outright is not swallowed by a longer find with a gap."""
    assert found(POSTS, "They share the shared notes and plans.") == [
        ("shared notes", "notes", "pref")
    ]


def test_a_label_of_one_word_with_gaps_is_none():
    """A word that a text may leave out makes no label."""
    gapped = Gapped()
    gapped.add("each … own rules", ("x", "hidden"))
    gapped.build()
    assert list(gapped.find(["rule"])) == []


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(["put", "pool", "budget", "fund", "together", ",", "of"]), max_size=12)
)
def test_every_find_holds_the_parts_in_order(words):
    """A find begins with its first part, ends with its last and crosses no stop."""
    gapped = Gapped()
    gapped.add("put|pool … budget|fund together", ("x", "hidden"))
    gapped.build()
    for first, last, _ in gapped.find(words):
        assert words[first] in {"put", "pool"}
        assert words[last - 1] in {"budget", "fund"}
        assert words[last] == "together"
        assert "," not in words[first : last + 1]


def test_choices_of_filler_words_count_for_nothing():
    """Words that a text may put anywhere are no part of a label; "A&E" is its last word."""
    assert parts_of("meet each|every month") == ((frozenset({"meet"}), frozenset({"month"})),)
    assert parts_of("queue in A&E|casualty") == (
        (frozenset({"queu"}), frozenset({"in"}), frozenset({"e", "casualty"})),
    )


def test_a_choice_may_be_of_several_words():
    """Words joined by "_" stand together as one choice among others."""
    built = matcher(("enabler", "vol", ("hidden", "charities|age_uk|third_sector … start")))

    assert found(built, "The third sector was in from the start.")[0][1] == "vol"
    assert found(built, "Age UK was in from the start.")[0][1] == "vol"
    assert found(built, "Charities were in from the start.")[0][1] == "vol"
    assert found(built, "The private sector was in from the start.") == []


def test_a_decimal_point_stops_no_find():
    """ "9.2 million" is two words."""
    assert tokens("the £9.2 million runs out").words == ["the", "9.2", "million", "run", "out"]


def test_every_gapped_label_of_the_vocabulary_finds_itself(vocabulary):
    """A label written with one of its words each, and nothing in its gaps, is found whole."""
    lost = []
    for concept in vocabulary:
        for label in concept.labels:
            if not is_gapped(label.text) or concept.kind not in {"intervention", "barrier"}:
                continue
            gapped = Gapped()
            gapped.add(label.text, (concept.entity, label.role))
            gapped.build()
            for way in spelt_out(label.text):
                said = [min(slot) for part in parts_of(way) for slot in part]
                if (0, len(said) - 1) not in {(a, b) for a, b, _ in gapped.find(said)}:
                    lost.append(way)
    assert lost == []


@settings(deadline=None)
@given(st.text(alphabet="aesdingz ", min_size=1, max_size=12))
def test_loose_words_are_never_empty(word):
    """Folding leaves something of every word."""
    assert all(loose(w) for w in tokens(word).words)
    assert "the" in SKIPPED


ROLES = matcher(
    ("barrier", "money", ("pref", "Late money"), ("cue", "late money"), ("case", "VAT")),
    ("enabler", "joint", ("cue", "working together")),
    ("intervention", "record", ("pref", "Shared record"), ("case", "ICR")),
    ("population", "old", ("hidden", "over 65s")),
)


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Late money, and VAT.", [("Late money", "money", "cue"), ("VAT", "money", "cue")]),
        ("They work together.", []),
        ("Working together helps.", [("Working together", "joint", "cue")]),
        ("They share the local records.", [("share the local records", "record", "pref")]),
        ("The ICR is live.", [("ICR", "record", "case")]),
        ("It is for over 65s.", [("over 65s", "old", "hidden")]),
        ("It cost over 65.", []),
    ],
)
def test_a_label_is_as_sure_and_as_free_as_its_role(text, mentions):
    """A cue wins over the same name and is matched as written; a name is matched loosely."""
    assert found(ROLES, text) == mentions


def test_both_spellings_give_the_same_words():
    """-ise and -ize make no difference."""
    assert tokens("organisations prioritised").words == tokens("organizations prioritized").words


def test_a_class_in_a_pattern_stands_for_its_words(tmp_path):
    """ "@fruit" is any word of the class of that name, and an address is no class."""
    path = tmp_path / "mine.ttl"
    path.write_text(
        "@prefix ncm: <https://w3id.org/ncm/> .\n"
        "@prefix cue: <https://w3id.org/ncm/cue/> .\n"
        "@prefix intervention: <https://w3id.org/ncm/intervention/> .\n"
        'cue:any-fruit a ncm:Cue ; ncm:phrase "apple" , "pear" .\n'
        'intervention:orchard a ncm:Intervention ; ncm:pattern "pick … @fruit" , "us@fruit now" .\n'
    )

    orchard = load_vocabulary([path]).find("intervention", "orchard")

    assert orchard is not None
    assert orchard.texts("pattern") == ("pick … apple|pear", "us@fruit now")


def test_a_pattern_with_an_unknown_class_is_refused(tmp_path):
    """The message names the class and lists those there are."""
    path = tmp_path / "mine.ttl"
    path.write_text(
        "@prefix ncm: <https://w3id.org/ncm/> .\n"
        "@prefix intervention: <https://w3id.org/ncm/intervention/> .\n"
        'intervention:orchard a ncm:Intervention ; ncm:pattern "pick … @fruits" .\n'
    )

    with pytest.raises(VocabularyError, match=r"'@fruits'.*clinician"):
        load_vocabulary([path])
