"""The question `conflicts` reads only the claims in doubt, and loses no disagreement by it."""

from kg.graph.claims import read_statements
from kg.query.ask import ask
from kg.query.conflicts import Kind, conflicts
from kg.query.shown import iri_of

LINES = """
a | outcome | vanguard:north | outcome:admissions/decrease/30 percent
b | outcome | vanguard:north | outcome:admissions/decrease/7 percent
b | outcome | vanguard:north | outcome:admissions/increase
a | outcome | vanguard:north | outcome:falls/decrease | expected
b | outcome | vanguard:north | outcome:falls/increase | expected
a | outcome | vanguard:south | outcome:falls/decrease | planned
a | implements | vanguard:south | intervention:hub
b | implements | vanguard:south | intervention:hub | negated
b | implements | vanguard:south | intervention:coaching | negated
a | care_model | vanguard:south | model:provider
b | care_model | vanguard:south | model:hospital
a | role | person:Ann Lee | vanguard:south | role=director
b | role | person:Ann Lee | vanguard:south | role=nurse
a | partner | vanguard:south | org:Trust
b | partner | vanguard:south | org:Trust
a | funding | vanguard:south | amount:100 GBP
b | funding | vanguard:south | amount:100 GBP | negated
"""


def test_the_question_finds_what_a_comparison_of_all_claims_finds(graph_of):
    """Every kind of disagreement, the same pairs of claims."""
    store = graph_of(LINES)
    statements = list(read_statements(store))
    iris = {statement.claim: statement.iri for statement in statements}

    answer = ask(store, "conflicts")
    found = conflicts((s.claim for s in statements), key_of=iri_of(statements))

    assert {row[1] for row in answer.rows} == {str(kind) for kind in Kind}
    assert sorted(answer.claims) == sorted(
        tuple(sorted((iris[c.one], iris[c.other]))) for c in found
    )


def test_claims_are_read_by_their_iris(graph_of):
    """Of the claims of a graph only those that are named are read."""
    store = graph_of(LINES)
    all_of_them = list(read_statements(store))
    wanted = {all_of_them[0].iri, all_of_them[5].iri}

    assert list(read_statements(store, claims=wanted)) == [all_of_them[0], all_of_them[5]]
    assert list(read_statements(store, claims=())) == []
