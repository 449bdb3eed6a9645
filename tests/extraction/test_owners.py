"""Whose fact it is."""

from __future__ import annotations

import pytest

from kg.documents.read import read_text
from kg.extraction.matcher import Matcher
from kg.extraction.owners import Owners
from kg.extraction.see import see
from kg.vocabulary import default_vocabulary


@pytest.fixture(scope="module")
def owner():
    """Return the owner of the words marked with a caret before them, as text, and the reach."""
    vocabulary = default_vocabulary()
    matcher = Matcher(vocabulary)

    def of(marked):
        at = marked.index("^")
        document = read_text(marked.replace("^", ""), "passage")
        owners = Owners(see(document, matcher), vocabulary)
        sentence = next(s for s in document.sentences if s.start <= at < s.end)
        found = owners.of(sentence, at)
        return (" ".join(map(str, found.entities)), found.reach) if found else None

    return of


SUNDERLAND = "vanguard:sunderland"
PROGRAMME = "programme:new-care-models"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Sunderland vanguard has ^teams.", (SUNDERLAND, "sentence")),
        ("The Sunderland vanguard's ^teams meet.", (SUNDERLAND, "sentence")),
        ("With ^teams at work, the Sunderland vanguard is glad.", (SUNDERLAND, "sentence")),
        ("The Sunderland vanguard is new. It has ^teams.", (SUNDERLAND, "pronoun")),
        ("The Sunderland vanguard is new. The vanguard has ^teams.", (SUNDERLAND, "pronoun")),
        ("The Sunderland vanguard is new.\n\nThere are ^teams.", (SUNDERLAND, "document")),
        ("The Sunderland vanguard says: we have ^teams.", (SUNDERLAND, "sentence")),
    ],
)
def test_one_vanguard_owns_what_is_told(owner, text, expected):
    """The vanguard named, meant by a pronoun, or the document's only one owns the fact."""
    assert owner(text) == expected


def test_the_nearest_named_vanguard_owns_each_fact(owner):
    """Two vanguards in a sentence each own what stands with them."""
    text = "The Sunderland vanguard has {}nurses and the Dudley vanguard has {}doctors."

    assert owner(text.format("^", "")) == (SUNDERLAND, "sentence")
    assert owner(text.format("", "^")) == ("vanguard:dudley", "sentence")


def test_two_vanguards_joined_by_and_own_a_fact_together(owner):
    """Names in a row are one subject of several."""
    text = "The Sunderland vanguard and the Dudley vanguard have ^teams."

    assert owner(text) == (f"{SUNDERLAND} vanguard:dudley", "sentence")


def test_a_list_of_places_owns_a_fact_together(owner):
    """A preposition before a later name does not end the list of names."""
    text = "Vanguards in Sunderland, Salford and in Dudley have ^teams."

    assert owner(text) == (f"{SUNDERLAND} vanguard:salford-together vanguard:dudley", "sentence")


def test_an_example_shown_owns_what_is_told_of_it(owner):
    """What a kind's examples do is theirs, not the whole kind's."""
    text = (
        "Of the PACS vanguards, examples include work in Salford, Harrogate and Wirral on ^teams."
    )
    three = "vanguard:salford-together vanguard:harrogate vanguard:wirral"

    assert owner(text) == (three, "sentence")


def test_a_vanguard_compared_with_owns_nothing(owner):
    """What only serves for comparison is no subject."""
    text = "Unlike the Dudley vanguard, the Sunderland vanguard has ^teams."

    assert owner(text) == (SUNDERLAND, "sentence")


def test_a_comparison_behind_a_vanguard_does_not_take_its_fact(owner):
    """The vanguard that a fact is measured against stands nearer and still owns nothing."""
    text = "The Sunderland vanguard grew faster than the Dudley vanguard, by ^half."

    assert owner(text) == (SUNDERLAND, "sentence")


def test_the_focus_moves_with_the_paragraphs(owner):
    """A paragraph that opens with another vanguard is about that one, up to the next heading."""
    text = (
        "# News of the vanguards\n\nThe Sunderland vanguard met.\n\n"
        "The Dudley vanguard met too. It has {}nurses.\n\n# Money\n\nThere was {}little of it."
    )

    assert owner(text.format("^", "")) == ("vanguard:dudley", "pronoun")
    assert owner(text.format("", "^")) == (PROGRAMME, "document")


def test_a_heading_names_the_owner_of_its_section(owner):
    """What stands under a vanguard's heading is that vanguard's."""
    text = (
        "# Vanguards on tour\n\n## Sunderland vanguard\n\nThere are {}nurses.\n\n"
        "## Dudley vanguard\n\nThere are {}doctors."
    )

    assert owner(text.format("^", "")) == (SUNDERLAND, "section")
    assert owner(text.format("", "^")) == ("vanguard:dudley", "section")


def test_a_list_belongs_to_the_line_that_leads_in(owner):
    """Items belong to the vanguard of their lead-in, each of them alike."""
    text = (
        "# Vanguards on tour\n\nThe Dudley vanguard met.\n\nThe Sunderland vanguard has:\n\n"
        "- nurses\n- ^doctors"
    )

    assert owner(text) == (SUNDERLAND, "paragraph")


def test_a_kind_of_vanguard_owns_what_is_told_of_the_kind(owner):
    """Plurals of a care model mean the model, two of them both."""
    mcp, pacs = "model:multispecialty-community-provider", "model:primary-and-acute-care-system"

    assert owner("MCP vanguards have ^teams.") == (mcp, "sentence")
    assert owner("Growth is slower in MCP and PACS vanguards, by ^half.") == (
        f"{mcp} {pacs}",
        "sentence",
    )


def test_all_vanguards_together_are_the_programme(owner):
    """Plurals without a name mean the programme."""
    assert owner("Many vanguards have ^teams.") == (PROGRAMME, "sentence")


def test_an_outside_body_owns_what_it_does(owner):
    """The subject of a sentence may be a body that helps from outside."""
    text = "Midshire Commissioning Support Unit has worked with vanguard sites on ^models."

    assert owner(text) == ("org:Midshire Commissioning Support Unit", "sentence")


def test_a_comment_speaks_of_the_programme(owner):
    """What a reader argues is about the programme, whatever the article is about."""
    text = (
        "The Sunderland vanguard has nurses.\n\n2 comments\n\nA Reader | 5 May 2016 10:01 am\n\n"
        "It lacks ^doctors."
    )

    assert owner(text) in {(PROGRAMME, "section"), (SUNDERLAND, "pronoun")}


def test_a_text_about_neither_has_no_owners(owner):
    """A company of that name owns nothing."""
    assert owner("Vanguard Healthcare Ltd hires out theatres. It has ^teams.") is None


def test_an_example_owns_its_own_paragraph_alone(owner):
    """A vanguard given as an instance in a text on all is not what the next paragraph tells of."""
    text = (
        "What the vanguards teach\n\nVanguards differ. Some share notes, for instance at the "
        "Sunderland vanguard.\n\nLater there were ^rules."
    )

    assert owner(text)[0] == PROGRAMME


def test_all_three_takes_up_the_three_named(owner):
    """A number word for all of them owns a fact with just those named before."""
    text = (
        "Three vanguards\n\nThe Sunderland vanguard is big. The Dudley vanguard is small. "
        "The Sutton vanguard is new. All three have ^teams."
    )

    assert owner(text)[0] == "vanguard:sunderland vanguard:dudley vanguard:sutton"


def test_one_of_a_bodys_kind_is_no_owner(owner):
    """A kind that only says what the vanguard is does not own what the sentence goes on to tell."""
    text = "Sutton Homes of Care, one of NHS England's six care home vanguards, has ^teams."

    assert owner(text)[0] == "vanguard:sutton"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Travels among the MCPs", "model:multispecialty-community-provider"),
        ("Travels with the Encompass MCP", "vanguard:encompass"),
        ("What vanguard leaders say", PROGRAMME),
    ],
)
def test_a_title_says_whom_a_text_is_about(title, expected):
    """The kind whose vanguards it names, the one vanguard that it names, or all of them."""
    vocabulary = default_vocabulary()
    text = f"# {title}\n\nThe Encompass vanguard is unlike the Dudley vanguard. MCPs all differ.\n"

    owners = Owners(see(read_text(text, "passage"), Matcher(vocabulary)), vocabulary)

    assert str(owners.main) == expected


def test_one_vanguard_named_at_once_is_what_the_text_is_about(owner):
    """A word or two on all vanguards later on does not take the text from it."""
    start = "The Sutton vanguard began small.\n\nNurses ^met.\n\n"
    filler = "It rained. " * 40

    found = owner(f"{start}{filler}\n\nVanguards differ.\n\n{filler}")

    assert found[0] == "vanguard:sutton"
