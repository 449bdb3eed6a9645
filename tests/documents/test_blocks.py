"""Text to blocks."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents.blocks import split_blocks
from kg.documents.read import read_text

SHARED = Path(__file__).parents[2].parent / "shared" / "seeds"
LONG = (
    "The partners have worked together for a year, and in that time fewer people have had to go to "
    "hospital than anybody would have dared to hope for when it all began."
)


def shape(text):
    return [(str(b.kind), b.scope, text[b.start : b.end]) for b in split_blocks(text)]


def test_headings_scope_paragraphs_and_one_another():
    """A short line over a text is a heading; the first is the title of all."""
    text = "Care homes\n\nWho we are\n\nWe are six.\n\nWhat we do\nWe care."
    assert shape(text) == [
        ("heading", None, "Care homes"),
        ("heading", 0, "Who we are"),
        ("paragraph", 1, "We are six."),
        ("heading", 0, "What we do"),
        ("paragraph", 3, "We care."),
    ]


def test_markdown_headings_have_their_levels():
    """Signs and underlines give levels; the signs are outside the span."""
    text = "# One\n\n### Three ###\n\nText.\n\nTwo\n---\n\nText again."
    blocks = split_blocks(text)
    assert [(str(b.kind), b.level, b.scope) for b in blocks] == [
        ("heading", 1, None),
        ("heading", 3, 0),
        ("paragraph", 0, 1),
        ("heading", 2, 0),
        ("boilerplate", 0, None),
        ("paragraph", 0, 3),
    ]
    assert text[blocks[1].start : blocks[1].end] == "Three"


def test_wrapped_lines_are_one_paragraph_and_other_lines_are_not():
    """A line broken at the margin goes on; a line that ends is a paragraph of its own."""
    wrapped = (
        "The partners have worked together for a year, and in that time fewer\n"
        "people have had to go to hospital than anybody would have dared to\n"
        "hope for."
    )
    assert [text for _, _, text in shape(wrapped)] == [wrapped]
    assert [text for _, _, text in shape(f"{LONG}\nIt grew.\n{LONG} Yes.")] == [
        LONG,
        "It grew.",
        f"{LONG} Yes.",
    ]


def test_items_belong_to_the_line_that_leads_in_and_nest_by_indent():
    """An item is scoped by its lead-in, a nested one by the item above it."""
    text = "The members are:\n\n  • A trust\n    – its hospital\n  • A council\n\nThat is all."
    assert shape(text) == [
        ("paragraph", None, "The members are:"),
        ("list-item", 0, "A trust"),
        ("list-item", 1, "its hospital"),
        ("list-item", 0, "A council"),
        ("paragraph", None, "That is all."),
    ]


@pytest.mark.parametrize("sign", ["- ", "* ", "•", "– ", "1. ", "a) ", "(ii) "])
def test_every_sign_of_a_list_is_known(sign):
    """Whatever the sign, the item is the words after it."""
    text = f"We aim to:\n{sign}merge teams\n{sign}share records"
    assert [(k, t) for k, _, t in shape(text)][1:] == [
        ("list-item", "merge teams"),
        ("list-item", "share records"),
    ]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("indent", ["", "    "])
def test_lines_under_a_colon_are_items_without_a_sign(gap, indent):
    """Figures one a line, after a line that ends in a colon, are a list."""
    text = f"They will have avoided:{gap}{indent}12,000 admissions\n{indent}43,000 visits"
    assert [(k, s) for k, s, _ in shape(text)] == [
        ("paragraph", None),
        ("list-item", 0),
        ("list-item", 0),
    ]


def test_items_in_lower_case_are_not_run_together():
    """Under a colon, lines that begin in lower case are items and not a wrapped line."""
    text = "We aim at:\n\nbetter access to primary care\nfewer emergency admissions\nshort stays"
    assert [k for k, _, _ in shape(text)] == ["paragraph", *["list-item"] * 3]


@pytest.mark.parametrize("mark", [" -", " - ", " – ", ": "])
def test_terms_with_explanations_are_items(mark):
    """Paragraphs of one form under a line that leads in are a list of definitions."""
    text = (
        f"There are barriers, of course:\n\nToo little time{mark}Staff are busy. They say so.\n\n"
        f"Old rules{mark}Nobody has changed them.\n\nBut these can be overcome."
    )
    assert [(k, s) for k, s, _ in shape(text)] == [
        ("paragraph", None),
        ("list-item", 0),
        ("list-item", 0),
        ("paragraph", None),
    ]


def test_question_and_answer_on_one_line_are_two_blocks():
    """Each question is parted from its answer; what stands after the last is nobody's answer."""
    text = "- What went well? We cut stays.\n- How? By rounds. Daily.\nPrinted by the council."
    assert shape(text) == [
        ("question", None, "What went well?"),
        ("answer", 0, "We cut stays."),
        ("question", None, "How?"),
        ("answer", 2, "By rounds. Daily."),
        ("paragraph", None, "Printed by the council."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "- What went well?\nWe cut stays.\nAll of us.\n- And why?\nDaily rounds.",
        "Q: What went well?\nA: We cut stays.\n\nAll of us.\n\nQ: And why?\nA: Daily rounds.",
        "**What went well?**\n\nWe cut stays.\n\nAll of us.\n\n**And why?**\n\nDaily rounds.",
        "## What went well?\n\nWe cut stays.\n\nAll of us.\n\n## And why?\n\nDaily rounds.",
        "What went well?\n\nWe cut stays.\n\nAll of us.\n\nAnd why?\n\nDaily rounds.",
    ],
)
def test_answers_belong_to_the_question_above(text):
    """However an interview is set, each paragraph answers the question above it."""
    assert [(k, s) for k, s, _ in shape(text)] == [
        ("question", None),
        ("answer", 0),
        ("answer", 0),
        ("question", None),
        ("answer", 3),
    ]


def test_a_list_of_questions_stays_a_list_and_one_question_is_a_heading():
    """Questions that nobody answers are items; a single one over a text is its heading."""
    text = "Research questions:\n\n- What works?\n- For whom?\n\nWhat did we find?\n\nMuch."
    assert [(k, s) for k, s, _ in shape(text)] == [
        ("heading", None),
        ("list-item", 0),
        ("list-item", 0),
        ("heading", 0),
        ("paragraph", 3),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "| Site | Beds |\n| North | 10 |\n| South | 20 |",
        "Site\tBeds\nNorth\t10\nSouth\t20",
        "Site     Beds\nNorth    10\nSouth    20",
    ],
)
def test_rows_belong_to_the_header(text):
    """Pipes, tabs and columns make tables; rows are scoped by the first."""
    assert [(k, s) for k, s, _ in shape(text)] == [
        ("table-row", None),
        ("table-row", 0),
        ("table-row", 0),
    ]


def test_comments_are_told_from_the_article():
    """What readers write is a comment; who wrote it and the buttons are boilerplate."""
    text = (
        f"A year on\n\n{LONG}\n\nComments\n\n#12 Jo Bloggs\n12 March 2016 at 10:22\nIt works for "
        "me.\nReply\n\nSam says:\nNot here.\n\nAdd new comment\n\nRelated articles\nAnother one"
    )
    assert [(k, s) for k, s, _ in shape(text)] == [
        ("heading", None),
        ("paragraph", 0),
        ("heading", 0),
        ("boilerplate", None),
        ("boilerplate", None),
        ("comment", 2),
        ("boilerplate", None),
        ("boilerplate", None),
        ("comment", 2),
        ("boilerplate", None),
        ("boilerplate", None),
        ("boilerplate", None),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "This site is intended for health professionals only",
        "We use cookies to improve this site.",
        "Share this",
        "Share on Twitter",
        "Subscribe to our newsletter",
        "Want more news straight to your inbox?",
        "Related articles",
        "Add new comment",
        "Tags: vanguard, nhs",
        "© 2016 NHS England. All rights reserved.",
        "https://example.org/a?b=c",
        "[Read the report](https://example.org/)",
        "8 December 2016",
        "Posted on 3 May 2017 at 10:15am",
        "By Jo Bloggs",
        "Home > News > Vanguards",
        "Download acrobat reader",
        "<div class='x'><br/></div>",
        "* * *",
    ],
)
def test_the_furniture_of_a_page_is_boilerplate(line):
    """Notices, buttons, dates and addresses on lines of their own are passed over."""
    assert shape(f"{LONG}\n\n{line}\n\n{LONG} Yes.")[1] == ("boilerplate", None, line)


@pytest.mark.parametrize(
    "line",
    [
        "shared records",
        "Subscribers fell by a third.",
        "Searching for beds took hours",
        "Following the pilot, stays fell.",
        "Share of beds used: 12%",
        "By 2020 all areas will be covered.",
        "Like this, teams saved £2m.",
        "March 2015",
        "Copyright law stood in the way.",
    ],
)
def test_words_like_those_of_furniture_are_read(line):
    """A line that only begins as a notice does stays in."""
    assert shape(f"{LONG}\n\n{line}\n\n{LONG} Yes.")[1][0] != "boilerplate"


@pytest.mark.parametrize(
    "line",
    [
        "Our work | People | Blog | Donate",
        "Improvement Hub > Library > Notes from events",
        "You are here: Home / Resources / Workshop notes",
    ],
)
def test_the_menu_over_a_page_is_boilerplate_and_no_title(line):
    """What stands under the menu is the title; the same line further down is read."""
    document = read_text(f"{line}\n\nHow it went\n\n{LONG}\n", "x")

    assert (document.blocks[0].kind.value, document.title) == ("boilerplate", "How it went")
    if "|" in line:
        assert shape(f"{LONG}\n\n{line}\n\n{LONG} Yes.")[1][0] != "boilerplate"


def test_a_menu_may_stand_under_other_furniture():
    """A way past the menu, then the menu: neither is the title."""
    document = read_text(f"Skip to content\n\nOur work | Events | Blog | About\n\n{LONG}", "x")

    assert [b.kind.value for b in document.blocks] == ["boilerplate", "boilerplate", "paragraph"]


@pytest.mark.parametrize("kicker", ["Blog", "LONG READ", "Press release", "Learning report no. 7"])
def test_the_kind_of_piece_over_a_title_is_not_the_title(kicker):
    """The line below is, and where nothing else is there the kind of piece has to do."""
    assert read_text(f"{kicker}\n\nThe kettle test\n\n{LONG}", "x").title == "The kettle test"
    assert read_text(kicker, "x").title == kicker


@pytest.mark.parametrize(
    "text",
    [
        "Measure | 2015 | 2016 | 2017\nFalls | 3 | 4 | 5",
        "Admissions down / beds open / staff happy: it works.",
        "Opinion | Do not bury them yet",
    ],
)
def test_a_first_line_that_only_looks_like_a_menu_is_read(text):
    """The head of a table, a sentence and a title of two parts stay in."""
    assert shape(f"{text}\n\n{LONG}")[0][0] != "boilerplate"


def test_links_under_categories_are_boilerplate_and_text_goes_on():
    """A list of links ends where a heading with a paragraph stands."""
    text = f"{LONG}\n\nCategories:\n  • Acute\n  • Primary care\n\nA new start\n\n{LONG} Yes."
    assert [k for k, _, _ in shape(text)] == [
        "paragraph",
        "boilerplate",
        "boilerplate",
        "boilerplate",
        "heading",
        "paragraph",
    ]


def test_what_is_printed_twice_counts_once():
    """The second of two equal titles or paragraphs is boilerplate."""
    text = f"A title\n\nA title\n\n{LONG}\n\nIt grew.\n\n{LONG}"
    assert [k for k, _, _ in shape(text)] == [
        "heading",
        "boilerplate",
        "paragraph",
        "paragraph",
        "boilerplate",
    ]


def test_front_matter_is_a_block_and_hidden_markup_is_none():
    """Front matter is kept apart; code, scripts and HTML comments lie between blocks."""
    text = "---\ntitle: A\n---\n\nIt grew.\n\n```\ncode\n```\n<!-- no\n\nno -->\nIt fell."
    assert shape(text) == [
        ("front-matter", None, "---\ntitle: A\n---"),
        ("paragraph", None, "It grew."),
        ("paragraph", None, "It fell."),
    ]


SIGNS = ["- ", "* ", "1. ", "# ", "> ", "Q: ", "A: ", "What? ", "**", ":", ".", "?", "##", " - "]
SPACES = ["\n", "\n\n", "   ", "\t", "\u00a0", "\u2028", "\x0b"]
MARKUP = ["|", "```", "---", "===", "<!--", "-->", "<b>"]
WORDS = ["a", "The trust", "£1.2m.", "Comments", "#1 Jo", "Related articles", "Share", "x" * 130]
PIECES = st.sampled_from([*SIGNS, *SPACES, *MARKUP, *WORDS])


@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join)))
def test_spans_are_ordered_apart_and_trimmed(text):
    """For any text: spans lie inside it, in order, apart, trimmed; scopes point at other blocks."""
    document = read_text(text, "x")
    blocks, sentences, read = document.blocks, document.sentences, document.text
    for spans in (blocks, sentences):
        assert all(0 <= s.start < s.end <= len(read) for s in spans)
        assert all(a.end <= b.start for a, b in pairwise(spans))
        assert all(read[s.start : s.end].strip() == read[s.start : s.end] for s in spans)
    for number, block in enumerate(blocks):
        assert block.scope is None or 0 <= block.scope < number
    for one in sentences:
        block = blocks[one.block]
        assert block.start <= one.start
        assert one.end <= block.end


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/seeds is not beside the project")
def test_real_pages_have_the_structure_a_reader_sees():
    """Two interviews, a blog and a feature are read as what they are."""
    kinds = {}
    for number in ("000", "001", "002", "003"):
        (path,) = SHARED.glob(f"{number}_*.txt")
        blocks = split_blocks(path.read_text(encoding="utf-8"))
        kinds[number] = {str(k): sum(b.kind is k for b in blocks) for k in {b.kind for b in blocks}}
    assert kinds["000"] == {"question": 13, "answer": 13, "paragraph": 1}
    assert kinds["001"]["question"] == 13
    assert kinds["001"]["list-item"] == 3
    assert kinds["002"]["list-item"] == 8
    assert kinds["003"]["heading"] == 7
