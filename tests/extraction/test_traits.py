"""What the learnt weights are about: the traits of a sentence."""

from kg.documents.read import read_text
from kg.extraction.see import see
from kg.extraction.traits import traits


def traits_of(text, matcher, number=-1):
    """Return the traits of one sentence of a text, in order."""
    reading = see(read_text(text, "doc"), matcher)
    return sorted(traits(reading, reading.document.sentences[number]))


def test_names_count_as_their_kind_and_numbers_as_numbers(matcher):
    """A vanguard's name is no trait, that one is named is; so is a number, whatever it is."""
    found = traits_of("The Sutton vanguard paid 40 nurses.", matcher)

    assert [trait for trait in found if "M" not in trait] == [
        "#",
        "#_nurs",
        "B:paragraph",
        "F:people",
        "S:long 0",
        "S:opening",
        "S:quarter 0",
        "nurs",
        "paid",
        "paid_#",
        "the",
        "the_vanguardname",
        "vanguardname",
        "vanguardname_paid",
    ]


def test_concepts_seen_are_traits_beside_the_words_for_them(matcher):
    """A concept seen by its label is marked with its kind and as more than a cue."""
    found = traits_of("The Sutton vanguard has social prescribing.", matcher)

    assert {
        "M:intervention:social-prescribing",
        "MS:intervention:social-prescribing",
        "MK:intervention",
        "prescrib",
    } <= set(found)


def test_the_concepts_of_the_sentence_before_are_traits_too(matcher):
    """What was told of just before is marked as such; the words for it are no traits."""
    found = traits_of("The Sutton vanguard has social prescribing. All are glad of it.", matcher)

    assert "P:M:intervention:social-prescribing" in found
    assert not any("prescrib" in trait for trait in found if trait[:2] != "P:")


def test_the_heading_above_is_a_trait_of_what_stands_under_it(matcher):
    """Words of a heading count for the list beneath it, marked, and not for the heading itself."""
    text = "# The Sutton vanguard\n\nSutton began in 2015.\n\n## Challenges\n\n- Parking\n"
    found = traits_of(text, matcher)

    assert {"H:challeng", "B:list-item", "park"} <= set(found)
    assert "H:challeng" not in traits_of(text, matcher, -2)


def test_figures_length_and_place_are_traits(matcher):
    """A figure counts by its unit and role; how long a sentence is and where it stands by steps."""
    text = (
        "The Sutton vanguard began in 2015.\n\nNurses met.\n\nIn all, stays fell by 9% in a year."
    )

    assert {"F:percent", "S:long 1", "S:quarter 2"} <= set(traits_of(text, matcher))
    assert {"S:opening", "S:long 0", "S:quarter 1"} <= set(traits_of(text, matcher, 1))
    assert "S:opening" not in traits_of(text, matcher)


def test_the_words_after_and_the_topics_of_a_document_are_traits(matcher):
    """Longer words of the next sentence count, marked; so does what is mentioned three times."""
    text = (
        "The Sutton vanguard is glad. Social prescribing came. Social prescribing grew. "
        "All liked social prescribing."
    )

    first = traits_of(text, matcher, 0)

    assert {"N:prescrib", "N:came", "D:social-prescribing"} <= set(first)
    assert not any(trait[:2] == "N:" for trait in traits_of(text, matcher))
    assert "D:telehealth" not in first
