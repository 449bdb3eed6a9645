"""The questions of a site with their answers."""

from __future__ import annotations

from kg.model import Direction, Entity, Outcome
from kg.query.ask import ask
from kg.query.binding import kinds_of
from kg.query.kinds import things_of
from kg.query.question import all_questions
from kg.render.site import site_files
from kg.render.site_questions import left_open


def test_a_question_left_open_answers_for_each_thing_as_if_asked_for_it(store):
    """The rows under a thing are those that the question gives for that thing alone."""
    wanted = [
        q for q in all_questions() if q.sparql and [p.required for p in q.params].count(True) == 1
    ]
    assert len(wanted) >= 15
    compared = 0
    for question in wanted:
        param = next(p for p in question.params if p.required)
        whole = ask(store, left_open(question))
        for thing in things_of(store, kinds_of(param)):
            alone = ask(store, question, **{param.name: thing.iri})
            under = [
                row[1:]
                for row, iris in zip(whole.rows, whole.things, strict=True)
                if iris[0] == thing.iri
            ]
            assert under == list(alone.rows), (question.name, thing.iri)
            compared += len(under)
    assert compared > 10


def test_a_question_about_vanguards_answers_for_vanguards_alone(store_of, read, tiny):
    """What an intervention brought is no answer to what a vanguard reports."""
    outcome = Outcome("falls", Direction.DECREASE)
    told = [
        tiny.claim("outcome", tiny.vanguard, outcome, "Falls went down"),
        tiny.claim("outcome", Entity("intervention", "hub"), outcome, "Falls went down"),
    ]
    site = dict(site_files(store_of([tiny.document], told, tiny.names), "T"))

    assert "Answered for 1;" in read(site["question/outcomes-of.html"]).text
    assert "No row:" in read(site["question/vanguards-of.html"]).text
