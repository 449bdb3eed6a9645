"""How passages are told: tiny invented passages by phenomenon, the span between brackets."""

from __future__ import annotations

import pytest

from kg.extraction.reading import Reading
from kg.extraction.status import is_asked, status_of
from kg.model import Block, BlockKind, Document, Sentence

KINDS = {
    "# ": BlockKind.HEADING,
    "- ": BlockKind.LIST_ITEM,
    "? ": BlockKind.QUESTION,
    "| ": BlockKind.TABLE_ROW,
}


def reading_of(passage: str) -> tuple[Reading, Sentence, int, int]:
    """Read a passage: a block a line, its kind by its first two letters; [span] is asked for."""
    blocks: list[Block] = []
    sentences: list[Sentence] = []
    text, heading, lead, span = "", None, None, (0, 0, 0)
    for given in passage.split("\n"):
        kind = KINDS.get(given[:2], BlockKind.PARAGRAPH)
        line = given[2:] if kind is not BlockKind.PARAGRAPH else given
        start = len(text)
        if "[" in line:
            a, b = line.index("["), line.index("]")
            span = (len(blocks), start + a, start + b - 1)
        line = line.translate({ord("["): None, ord("]"): None})
        text += line + "\n"
        listed = kind in {BlockKind.LIST_ITEM, BlockKind.TABLE_ROW}
        scope = lead if listed and lead is not None else heading
        if kind in {BlockKind.HEADING, BlockKind.QUESTION}:
            scope, heading, lead = None, len(blocks), None
        elif not listed:
            lead = len(blocks)
        sentences.append(Sentence(start, start + len(line), len(blocks)))
        blocks.append(Block(start, start + len(line), kind, 0, scope))
    document = Document("d", "d", text, tuple(blocks), tuple(sentences))
    return Reading(document, (), ()), sentences[span[0]], span[1], span[2]


PASSAGES = {
    "reported": [
        # plain past, perfect, present
        "Emergency admissions [fell] by 9%.",
        "The trust has [cut] bed days.",
        "The vanguard has achieved a 12% [reduction] in falls.",
        "We are seeing the [benefits] of joint meetings.",
        "Each practice now [runs] a hub.",
        "The team is [setting up] a hub in Ripon.",
        "A hub has been [opened] in Ripon.",
        "The hub has led to [fewer] readmissions.",
        "The service was able to [cut] waiting times.",
        "The hub enabled staff to [reduce] visits.",
        "The hub has helped to [reduce] visits.",
        "It managed to [save] £2m.",
        # negation that is none, and negation of something else
        "It not only [cut] costs but also raised morale.",
        "There is no doubt that access has [improved].",
        "Not just admissions but bed days [fell].",
        "No extra staff were hired, but admissions [fell].",
        "Admissions did not rise; bed days [fell].",
        "The scheme was not cheap, although it [cut] falls by a third.",
        "While the council did not join, the CCG [opened] a hub.",
        "Admissions [fell], but costs did not.",
        # hope that ended, or of something else
        "They hoped for little, but admissions [fell] by 9%.",
        "The trust plans to grow, and admissions have [fallen] by 5%.",
        "Staff wanted to cut visits and have [done] so.",
        "Although savings are expected, costs have [risen].",
        "To support residents, the CCG [opened] a hub.",
        "Admissions [fell] by more than expected.",
        "Savings were below target, but care [improved].",
        "The [hub], which will move in May, opened last year.",
        # words that look like cues
        "The care plan [cut] falls.",
        "In May 2016 the hub [opened].",
        "Patients most likely to need help were [visited] weekly.",
        "Unplanned admissions [fell].",
        "Thanks to the hub, admissions [dropped].",
        # reported speech
        "The chair says emergency admissions [fell].",
        "According to NHS England, it has [achieved] savings.",
        "It is said to have [reduced] falls.",
        # lists
        "Hospital activity fell in our homes:\n- bed days [down] 28%",
        "# Results\n- [fewer] falls",
        "The partnership has:\n- [cut] falls by a tenth",
        "# What we achieved\nWe [cut] falls by a tenth.",
    ],
    "planned": [
        "The trust will [open] a hub in June.",
        "The trust plans to [open] a hub.",
        "A second hub is to [open] in June.",
        "The council and the CCG are to [pool] their budgets.",
        "A [hub] is planned for Ripon.",
        "A [recovery college] will follow next year.",
        "The board has agreed to [set up] a hub.",
        "They intend to [offer] one service.",
        "It is going to [extend] opening hours.",
        "Two more [hubs] are due to open in May.",
        "The service is set to [expand].",
        "By April we'll [have] one record.",
        "It opened a hub in 2015 and will [open] another.",
        "# Next steps\n- a single [hub] for the whole town",
        "# Our plans\n- [social prescribing] in every practice",
        "By 2020 we will:\n- [open] three hubs",
        "Next year the partners will:\n- [pool] their budgets",
    ],
    "expected": [
        # hope, aim, wish
        "We hope to [reduce] falls.",
        "I hoped to [reduce] duplication.",
        "The aim is to [reduce] falls.",
        "It aims to cut admissions, shorten stays and [improve] experience.",
        "I wanted to see [better] working together.",
        "The hub would [lead] to better results.",
        "The pilots are meant to [improve] care.",
        "It set out to [cut] admissions.",
        "Staff are trying to [cut] visits.",
        "The prize is [fewer] admissions.",
        "Its ambition is a 10% [cut] in admissions.",
        "The model is designed to [prevent] admissions.",
        # forecast, target, possibility
        "Fifteen sites predict a [drop] of 3 per cent.",
        "Admissions are expected to [fall].",
        "[Savings] of £5m are forecast.",
        "The target is a 5% [cut] in bed days.",
        "The hub could [save] £3m.",
        "Sharing should [save] the trust £3m by 2021.",
        "The scheme may [reduce] falls.",
        "If admissions [fall], beds can close.",
        "The gap will [widen] unless someone acts.",
        "The hope is that [fewer] people will go to A&E.",
        "[Avoided] admissions, they hope, will be worth £10m.",
        "They say that by 2020 they will have [avoided] 900 admissions.",
        "We expect this will [reduce] falls.",
        "There is potential to [save] £2m.",
        # past hope that failed: the hope itself
        "It had hoped to [cut] falls, but they rose.",
        "The promised [savings] were £3m.",
        # purpose
        "It is integrating teams to [improve] experience.",
        "The trust opened a hub in order to [reduce] visits.",
        "It has designed a model to improve prevention; and [improving] access.",
        "Nurses visit weekly to help prevent falls and [reduce] admissions.",
        "It will use hubs to [reduce] admissions.",
        "As part of its drive to [enable] self-care, it opened a hub.",
        # fear
        "Staff feared that access would [worsen].",
        # scope
        "The objectives are to:\n- [improve] quality",
        "# Aims\n- [fewer] falls",
        "# What we hope to achieve\n- [better] access",
        "? What problem did you want to solve?\n- [duplication] of visits",
        "The sites say that by 2020 they will have avoided:\n- 900 [admissions]",
        "# Expected benefits\n| Falls | [down] 10% |",
    ],
    "negated": [
        "Admissions did not [fall].",
        "Admissions didn’t [fall].",
        "The hub has not [cut] admissions.",
        "There was no [reduction] in falls.",
        "No difference was found in [admissions].",
        "There is no evidence that it [reduced] falls.",
        "The scheme failed to [cut] admissions.",
        "Costs never [fell].",
        "Neither admissions nor bed days [fell].",
        "It no longer [runs] the hub.",
        "The trust has yet to [open] a hub.",
        "They were unable to [recruit] nurses.",
        "The planned [expansion] never took place.",
        "The [saving] was not achieved.",
        "It is not expected to [reduce] falls.",
        "There are no plans to [open] a hub.",
        "It was to have [opened] in May.",
        "The team made visits without [reducing] falls.",
        "It has not yet [saved] money.",
        "They wanted to cut falls but have not [done] so.",
        "There was little evidence of any [fall] in costs.",
        "The evaluation did not find:\n- [fewer] falls",
        "A [hub] has not been opened.",
    ],
}


@pytest.mark.parametrize(
    ("told", "passage"), [(told, passage) for told, rows in PASSAGES.items() for passage in rows]
)
def test_tells_how_a_span_is_told(told: str, passage: str) -> None:
    """The status of the bracketed words is that of their own clause and scope."""
    assert status_of(*reading_of(passage)) == told


@pytest.mark.parametrize(
    ("passage", "asked"),
    [
        ("Has it [cut] admissions?", True),
        ("‘Has it [cut] admissions?’", True),
        ("? What did it [cut]", True),
        ("It [cut] admissions.", False),
    ],
)
def test_a_question_is_asked(passage: str, asked: bool) -> None:
    """A question, quoted or not, claims nothing; a statement does."""
    reading, sentence, _, _ = reading_of(passage)
    assert is_asked(reading, sentence) is asked


def test_many_passages() -> None:
    """At least eighty passages are held."""
    assert sum(map(len, PASSAGES.values())) >= 80
