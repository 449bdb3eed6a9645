"""Answers and the list of questions as text."""

import json
from pathlib import Path

import pytest

from kg.model import Claim, Entity, Evidence, Relation, Status
from kg.query.answer import Answer
from kg.query.question import Column, all_questions
from kg.render.asked import render_asked
from kg.render.questions import questions_markdown, questions_records, questions_text

ROOT = Path(__file__).resolve().parents[2]
CLAIM = Claim(
    Relation.IMPLEMENTS,
    Entity("vanguard", "x"),
    Entity("intervention", "hub"),
    Status.REPORTED,
    (Evidence("a", 3, 14, "X has\n a hub\x1b"),),
    "test",
    1.0,
)
ANSWER = Answer(
    question="q",
    asks="What?",
    parameters=(),
    columns=(Column("what", "intervention"), Column("n", "number")),
    rows=(("Hub", 2),),
    things=(("urn:hub", ""),),
    claims=(("urn:claim",),),
    rests_on=("documents",),
    read=lambda _: (CLAIM,),
)


def test_an_answer_as_csv_and_json_says_what_its_rows_rest_on():
    """The last column tells documents from the registry."""
    assert render_asked(ANSWER, "csv") == "what,n,rests_on\nHub,2,documents\n"
    assert json.loads(render_asked(ANSWER, "json")) == [
        {"what": "Hub", "n": 2, "rests_on": "documents"}
    ]


def test_evidence_stands_under_its_row_with_nothing_that_drives_a_terminal():
    """The quote is on one line, its control characters visible."""
    assert render_asked(ANSWER, "table", evidence=True) == (
        "- what: Hub · n: 2 · rests_on: documents\n    - “X has a hub\\x1b” — a [reported]\n"
    )


def test_evidence_in_json_and_csv_holds_the_offsets():
    """Source, start, end and quote as they stand in the text."""
    (row,) = json.loads(render_asked(ANSWER, "json", evidence=True))
    (claim,) = row["evidence"]
    assert claim["words"] == [{"source": "a", "start": 3, "end": 14, "quote": "X has\n a hub\x1b"}]
    header, first, *_ = render_asked(ANSWER, "csv", evidence=True).splitlines()
    assert header == "what,n,rests_on,claim_status,claim_source,claim_start,claim_end,quote"
    assert first.startswith("Hub,2,documents,reported,a,3,14,")


def test_the_page_of_questions_is_up_to_date():
    """docs/questions.md is what `kg ask --format markdown` prints."""
    page = ROOT / "docs" / "questions.md"
    if not page.is_file():
        pytest.skip("the documentation is not part of this package")

    assert page.read_text("utf-8") == questions_markdown(all_questions())


def test_the_lists_name_every_question_with_its_parameters():
    """The text shows each name once as a line's first word; the records hold the parameters."""
    names = [q.name for q in all_questions()]
    lines = [line.split() for line in questions_text(all_questions()).splitlines()]
    assert [n for n in names if not any(words[:1] == [n] for words in lines)] == []

    records = {r["name"]: r for r in questions_records(all_questions())}
    assert list(records) == names
    assert [p["name"] for p in records["changes-in"]["parameters"]] == ["measure", "direction"]
    assert records["changes-in"]["parameters"][0]["required"] is True
