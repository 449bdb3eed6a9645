"""Every question of the library, on a tiny graph with its whole answer and on the seeds' graph."""

import pytest

from kg.errors import UnknownNameError
from kg.query.ask import ask
from kg.query.question import GROUPS, all_questions, find_question

REGISTRY = """\
north,North Together,,provider,2015-03,Northshire
south,South Partners,,provider,2015-03,Southshire
east,East Alliance,,hospital,2015-03,
"""
LINES = """
a | partner | vanguard:north | org:Trust
b | partner | vanguard:north | org:Trust
a | partner | vanguard:south | org:Trust
a | partner | vanguard:south | org:Old Council
b | partner | vanguard:east | org:Charity | planned
a | supports | org:Think Tank | vanguard:north
a | supports | org:Think Tank | programme:ncm
a | role | person:Ann Lee | vanguard:north | role=director
a | care_model | vanguard:north | model:provider
a | implements | vanguard:north | intervention:hub
b | implements | vanguard:south | intervention:hub
a | implements | vanguard:north | intervention:telehealth
b | implements | vanguard:south | intervention:telehealth
b | implements | vanguard:east | intervention:telehealth
a | implements | vanguard:north | intervention:coaching
a | implements | vanguard:south | intervention:coaching | planned
a | outcome | vanguard:north | outcome:admissions/decrease/30 percent | speaker=Ann Lee
b | outcome | vanguard:north | outcome:admissions/decrease/7.5 percent
a | outcome | intervention:hub | outcome:admissions/decrease/30 percent
b | outcome | vanguard:south | outcome:admissions/increase | period=in 2016
a | outcome | vanguard:south | outcome:falls/decrease | negated
a | outcome | vanguard:north | outcome:falls/decrease | expected
a | outcome | vanguard:north | outcome:admissions/decrease | expected
a | barrier | vanguard:north | barrier:culture
a | enabler | vanguard:north | enabler:vision
b | barrier | vanguard:south | barrier:culture
b | barrier | programme:ncm | barrier:culture
b | barrier | programme:ncm | barrier:pace
b | enabler | programme:ncm | enabler:champions
a | population | vanguard:north | population:carers
a | location | vanguard:north | place:Northshire
a | funding | vanguard:north | amount:100 GBP
b | funding | vanguard:north | amount:100 GBP
b | funding | vanguard:north | amount:20 GBP
b | funding | vanguard:north | amount:900 GBP | expected
"""
ASKED = {
    "vanguards-by-care-model": {"model": "provider"},
    "vanguard-profile": {"vanguard": "east"},
    "partners-of": {"vanguard": "north"},
    "vanguards-of": {"organisation": "Trust"},
    "shared-partners": {"vanguard": "north"},
    "speakers": {"about": "north"},
    "interventions-of": {"vanguard": "south"},
    "vanguards-doing": {"intervention": "hub"},
    "only-one-of-its-model": {"vanguard": "north"},
    "outcomes-of": {"vanguard": "north"},
    "changes-in": {"measure": "admissions", "direction": "decrease"},
    "interventions-behind": {"measure": "admissions", "direction": "decrease"},
    "outcomes-of-intervention": {"intervention": "hub"},
    "figures-for": {"measure": "admissions"},
    "barriers-of": {"vanguard": "north"},
    "enablers-of": {"vanguard": "north"},
    "enablers-beside": {"barrier": "culture"},
    "vanguards-serving": {"population": "carers"},
    "vanguards-in": {"place": "Northshire"},
    "claims-of-source": {"source": "Title a", "limit": 1},
    "single-source-facts": {"relation": "partner"},
    "shared-facts": {"relation": "implements", "at_least": 1},
    "paths": {"one": "Think Tank", "other": "south"},
    "neighbourhood": {"thing": "north", "status": "expected"},
    "without": {"organisation": "Trust"},
}
EXPECTED = {
    "linking-organisations": [("Trust", 2, "North; South")],
    "organisations-by-type": [("Local authority", "Old Council", 1)],
    "partners-of": [("North", "Trust", 2)],
    "people": [("Ann Lee", "director", "North", 1)],
    "shared-partners": [("South", "Trust")],
    "speakers": [("Ann Lee", "North", 1)],
    "supporters-of": [("Think Tank", "Ncm", 1), ("Think Tank", "North", 1)],
    "vanguard-profile": [
        ("care model", "Hospital", "reported", 1),
        ("implements", "Telehealth", "reported", 1),
        ("partner", "Charity", "planned", 1),
    ],
    "vanguards-by-care-model": [("Provider", "North", 2), ("Provider", "South", 1)],
    "vanguards-of": [("North", "partner", 2), ("South", "partner", 1)],
    "common-interventions": [
        ("Telehealth", 3, "East; North; South"),
        ("Hub", 2, "North; South"),
        ("Coaching", 1, "North"),
    ],
    "interventions-by-care-model": [
        ("Hospital", "Telehealth", 1, "East"),
        ("Provider", "Hub", 2, "North; South"),
        ("Provider", "Telehealth", 2, "North; South"),
        ("Provider", "Coaching", 1, "North"),
    ],
    "interventions-of": [
        ("Coaching", "planned", 1),
        ("Hub", "reported", 1),
        ("Telehealth", "reported", 1),
    ],
    "interventions-together": [("Hub", "Telehealth", 2, "North; South")],
    "only-one-of-its-model": [("Coaching", "Provider", 1)],
    "vanguards-alike": [
        ("North", "South", 2, 0.667, "Hub; Telehealth"),
        ("East", "South", 1, 0.5, "Telehealth"),
        ("East", "North", 1, 0.333, "Telehealth"),
    ],
    "vanguards-doing": [("North", 1), ("South", 1)],
    "changes-in": [
        ("North", "decrease", 30, "percent", 1),
        ("North", "decrease", 7.5, "percent", 1),
    ],
    "figures-for": [
        ("Hub", "decrease", 30, "percent", "reported", None, "Title a"),
        ("North", "decrease", 30, "percent", "reported", None, "Title a"),
        ("North", "decrease", 7.5, "percent", "reported", None, "Title b"),
    ],
    "hopes-without-results": [("North", "Falls", "decrease", "expected", 1)],
    "interventions-behind": [("Hub", "decrease", 1, "North")],
    "outcomes-of": [
        ("Admissions", "decrease", 7.5, "percent", None, 1),
        ("Admissions", "decrease", 30, "percent", None, 1),
    ],
    "outcomes-of-intervention": [("Admissions", "decrease", 30, "percent", 1)],
    "worse-or-unchanged": [
        ("South", "Falls", "denied", "decrease", None, None, 1),
        ("South", "Admissions", "got worse", "increase", None, None, 1),
    ],
    "barriers-by-care-model": [("Provider", "Culture", 2, "North; South")],
    "barriers-of": [("Culture", 1)],
    "common-barriers": [("Culture", 3, 2, "Ncm; North; South"), ("Pace", 1, 1, "Ncm")],
    "common-enablers": [("Champions", 1, 1, "Ncm"), ("Vision", 1, 1, "North")],
    "enablers-beside": [("Champions", 1, 1, "Ncm"), ("Vision", 1, 1, "North")],
    "enablers-of": [("Vision", 1)],
    "programme-only-barriers": [("Pace", 1)],
    "asked-against-given": [("North", 900, 120, "GBP")],
    "funding-of": [("North", 100, "GBP", "reported", 2), ("North", 20, "GBP", "reported", 1)],
    "populations-served": [("Carers", 1, "North")],
    "total-funding": [("North", 120, "GBP", 2)],
    "vanguards-in": [("North", 2)],
    "vanguards-serving": [("North", 1)],
    "claims-of-source": [
        (
            "barrier",
            "North",
            "Culture",
            "reported",
            "a | barrier | vanguard:north | barrier:culture",
        )
    ],
    "conflicts": [
        (
            "North",
            "figure",
            "Admissions: decrease, 30 percent",
            "reported, down 30%",
            "a",
            "Admissions: decrease, 7.5 percent",
            "reported, down 7.5%",
            "b",
        )
    ],
    "gaps": [("East", "outcomes", 2)],
    "shared-facts": [
        ("East", "implements", "Telehealth", 1, "Title b"),
        ("North", "implements", "Coaching", 1, "Title a"),
        ("North", "implements", "Hub", 1, "Title a"),
        ("North", "implements", "Telehealth", 1, "Title a"),
        ("South", "implements", "Hub", 1, "Title b"),
        ("South", "implements", "Telehealth", 1, "Title b"),
    ],
    "single-source-facts": [
        ("South", "partner", "Old Council", "Title a"),
        ("South", "partner", "Trust", "Title a"),
    ],
    "sources": [
        ("Title a", None, None, 21),
        ("Title b", None, None, 14),
        ("Registry of the vanguards", None, None, 5),
    ],
    "bridges": [("Trust", 0.5333, 2), ("Think Tank", 0.3333, 2)],
    "central-interventions": [("Telehealth", 3, 0.5), ("Hub", 2, 0.1), ("Coaching", 1, 0)],
    "communities": [(1, 3, "South", None), (2, 3, "North", None), (3, 2, "East", None)],
    "neighbourhood": [
        (1, "Admissions", "measure", "as hoped: North changed Admissions (down)"),
        (1, "Falls", "measure", "as hoped: North changed Falls (down)"),
    ],
    "paths": [
        (1, 1, "Think Tank supports Ncm", "Think Tank", "Ncm"),
        (1, 2, "Ncm meets the barrier Culture", "Ncm", "Culture"),
        (1, 3, "South meets the barrier Culture", "Culture", "South"),
        (2, 1, "Think Tank supports North", "Think Tank", "North"),
        (2, 2, "North has the partner Trust", "North", "Trust"),
        (2, 3, "South has the partner Trust", "Trust", "South"),
        (3, 1, "Think Tank supports North", "Think Tank", "North"),
        (3, 2, "North meets the barrier Culture", "North", "Culture"),
        (3, 3, "South meets the barrier Culture", "Culture", "South"),
        (4, 1, "Think Tank supports North", "Think Tank", "North"),
        (4, 2, "North does Hub", "North", "Hub"),
        (4, 3, "South does Hub", "Hub", "South"),
        (5, 1, "Think Tank supports North", "Think Tank", "North"),
        (5, 2, "North does Telehealth", "North", "Telehealth"),
        (5, 3, "South does Telehealth", "Telehealth", "South"),
    ],
    "similar-vanguards": [
        ("North", "South", 0.667, 4, "Culture; Hub; Telehealth; Trust"),
        ("East", "North", 0.2, 1, "Telehealth"),
        ("East", "South", 0.2, 1, "Telehealth"),
    ],
    "without": [(1, 4, "Ann Lee; Ncm; North; Think Tank"), (2, 2, "Old Council; South")],
}

SEEDS = {
    "vanguard": "erewash",
    "organisation": "Barts Health NHS Trust",
    "measure": "emergency-admissions",
    "intervention": "social-prescribing",
    "barrier": "it-systems",
    "population": "older-people",
    "place": "Erewash",
    "source": "interview-erewash",
    "one": "erewash",
    "other": "sunderland",
    "thing": "vanguard:erewash",
}


@pytest.fixture(scope="module")
def tiny(graph_of):
    """The tiny graph."""
    return graph_of(LINES, registry=REGISTRY)


def answered(store, name):
    """Ask a question with the parameters above."""
    return ask(store, name, **ASKED.get(name, {}))


def test_the_library_holds_fifty_questions_each_with_an_expected_answer():
    """The names and their number are pinned: none vanishes, none comes without a test."""
    assert len(EXPECTED) == 50
    assert {question.name for question in all_questions()} == set(EXPECTED)
    assert {question.group for question in all_questions()} == set(GROUPS)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_question_on_the_tiny_graph_gives_this_whole_answer(tiny, name):
    """The rows are these and no others, in this order."""
    assert list(answered(tiny, name).rows) == EXPECTED[name]


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_every_row_shows_the_claims_it_rests_on(tiny, name):
    """A row has claims with quotes, save where it tells what is missing."""
    answer = answered(tiny, name)

    for i in range(len(answer)):
        claims = answer.evidence(i)
        assert len(claims) == len(answer.claims[i])
        assert all(claim.quote for claim in claims)
        assert bool(claims) == bool(answer.rests_on[i]) == (name != "gaps")


@pytest.mark.parametrize("question", all_questions(), ids=lambda q: q.name)
def test_every_question_is_answered_on_the_seeds_and_twice_alike(seeds, question):
    """On a real graph each question gives rows as wide as its columns, the same each time."""
    store = seeds[2]
    given = {p.name: SEEDS[p.name] for p in question.params if p.required}

    answer = ask(store, question, **given)

    assert all(len(row) == len(answer.columns) for row in answer.rows)
    assert len(answer.rests_on) == len(answer.claims) == len(answer.things) == len(answer)
    assert ask(store, question, **given) == answer
    if answer.rows:
        answer.evidence(0)


def test_most_questions_have_something_to_tell_of_the_seeds(seeds):
    """The questions without parameters find rows in the project's own seeds."""
    open_questions = [q for q in all_questions() if not any(p.required for p in q.params)]
    silent = {q.name for q in open_questions if not ask(seeds[2], q).rows}

    assert silent <= {"linking-organisations", "conflicts", "bridges"}


def test_the_registry_alone_is_told_from_documents(tiny):
    """A care model that no document tells rests on the registry alone, and a note says so."""
    answer = ask(tiny, "vanguards-by-care-model")

    rests_on = dict(zip((row[1] for row in answer.rows), answer.rests_on, strict=True))
    assert rests_on == {
        "East": "registry alone",
        "North": "documents",
        "South": "registry alone",
    }
    assert answer.notes == ("2 of 3 rows rest on the registry alone",)


def test_a_name_that_no_question_has_offers_the_near_ones():
    """The near names of questions are offered."""
    with pytest.raises(UnknownNameError, match="partners-of"):
        find_question("partner-of")
