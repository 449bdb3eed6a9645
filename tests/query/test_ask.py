"""Asking: parameters, status, limit, order, merges, and what is refused."""

import pytest

from kg.errors import InputError, UnknownNameError
from kg.graph.groups import Merge
from kg.query.answer import Answer
from kg.query.ask import ask
from kg.query.asking import Row
from kg.query.question import Column, Param, Question

LINES = """
a | partner | vanguard:north | org:Trust
b | partner | vanguard:north | org:The Trust
b | partner | vanguard:south-west | org:Charity | planned
a | partner | vanguard:south-east | org:Charity
"""
PARTNERS = "partners-of"
BASE = "https://w3id.org/ncm/id/organisation/"


@pytest.fixture(scope="module")
def store(graph_of):
    """Three vanguards with partners."""
    return graph_of(LINES)


def rows(answer):
    """Return the rows without the column of sources."""
    return [row[:2] for row in answer.rows]


def test_an_answer_says_what_was_understood_and_shows_its_words(store):
    """Name, parameters, columns, rows, IRIs, claims and what they rest on."""
    answer = ask(store, PARTNERS, vanguard="SOUTH east")

    assert isinstance(answer, Answer)
    assert answer.question == PARTNERS
    assert answer.parameters == (("vanguard", "South east"), ("status", "reported"))
    assert answer.names == ("vanguard", "organisation", "sources")
    assert answer.rows == (("South east", "Charity", 1),)
    assert answer.things == (("https://w3id.org/ncm/id/vanguard/south-east", f"{BASE}charity", ""),)
    assert answer.rests_on == ("documents",)
    assert [c.quote for c in answer.evidence(0)] == [LINES.strip().splitlines()[3]]
    with pytest.raises(InputError, match="1 rows"):
        answer.evidence(1)


@pytest.mark.parametrize("name", ["south-east", "vanguard:south-east", "East", "South-East"])
def test_a_thing_is_named_by_label_identifier_or_the_only_fitting_word(store, name):
    """Label, identifier, prefixed identifier, or a word that one name alone has."""
    assert rows(ask(store, PARTNERS, vanguard=name)) == [("South east", "Charity")]


def test_a_name_that_two_things_fit_is_refused_with_both(store):
    """Neither is guessed."""
    with pytest.raises(UnknownNameError) as caught:
        ask(store, PARTNERS, vanguard="south")

    assert set(caught.value.near) == {"South east", "South west"}


def test_a_name_of_another_kind_is_refused_with_near_names(store):
    """An organisation is no vanguard; near vanguards are offered on a slip."""
    with pytest.raises(UnknownNameError, match="No vanguard is called 'Trust'"):
        ask(store, PARTNERS, vanguard="Trust")
    with pytest.raises(UnknownNameError, match="Did you mean: South east"):
        ask(store, PARTNERS, vanguard="Suoth east")


def test_status_chooses_claims_and_any_shows_it(store):
    """Reported is the rule; another status or any is asked for."""
    assert rows(ask(store, PARTNERS, status="planned")) == [("South west", "Charity")]
    assert len(ask(store, PARTNERS)) == 3
    assert len(ask(store, PARTNERS, status="any")) == 4
    with pytest.raises(InputError, match="takes no status"):
        ask(store, "shared-partners", vanguard="north", status="planned")
    with pytest.raises(InputError, match="expected one of reported"):
        ask(store, PARTNERS, status="hoped")


def test_a_limit_keeps_the_first_rows_and_says_so(store):
    """The note tells how many there were."""
    answer = ask(store, PARTNERS, limit=1)

    assert rows(answer) == [("North", "The Trust")]
    assert answer.notes == ("the first 1 of 3 rows",)
    with pytest.raises(InputError, match="limit is 0"):
        ask(store, PARTNERS, limit=0)


def test_merged_organisations_are_one_row_and_found_by_either_name(graph_of):
    """A claim of what is merged counts for what it is merged into."""
    merge = Merge(f"{BASE}the-trust", f"{BASE}trust", "same name")
    merged = graph_of(LINES, merges=(merge,))

    answer = ask(merged, PARTNERS, vanguard="north")

    assert [row[2] for row in answer.rows] == [2]
    assert ask(merged, "vanguards-of", organisation="The Trust").rows == (("North", "partner", 2),)
    assert len(answer.evidence(0)) == 2


def test_parameters_that_cannot_be_used_are_refused(store):
    """Unknown, missing, no number, no choice: each says what was expected."""
    with pytest.raises(InputError, match="no parameter 'colour'; its parameters are vanguard"):
        ask(store, PARTNERS, colour="red")
    with pytest.raises(InputError, match="needs --measure"):
        ask(store, "changes-in")
    with pytest.raises(InputError, match="whole number"):
        ask(store, "linking-organisations", at_least="many")
    with pytest.raises(InputError, match="expected one of outcomes"):
        ask(store, "gaps", about="weather")


@pytest.mark.parametrize("name", ['" } DROP ALL #', "<urn:x>", "x\u0000y", "?vanguard", "'"])
def test_text_in_a_parameter_never_becomes_a_query(store, name):
    """Parameters are looked up as names and bound, so hostile text is a name that nothing has."""
    with pytest.raises(UnknownNameError):
        ask(store, PARTNERS, vanguard=name)


def test_a_row_of_an_empty_group_is_no_answer(store):
    """A query that groups nothing gives no phantom row."""
    empty = Question(
        name="none",
        group="Evidence",
        asks="Nothing?",
        columns=(Column("most", "number"),),
        sparql="SELECT (MAX(?n) AS ?most) WHERE { ?vanguard ncm:nothing ?n }",
        status="",
    )

    assert ask(store, empty).rows == ()


def test_one_may_ask_a_question_of_ones_own(store):
    """A function's rows are named, ordered and limited as those of the library."""
    own = Question(
        name="own",
        group="Evidence",
        asks="Which numbers?",
        params=(Param("most", "number", "how many", default=3),),
        columns=(Column("n", "number"), Column("text", "text")),
        order=("-n",),
        status="",
        function=lambda asking: [Row((i, None)) for i in range(asking.number("most"))],
    )

    assert ask(store, own).rows == ((2, None), (1, None), (0, None))
