"""SPARQL over a store."""

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.query.sparql import refuse_network, run, select

NCM = "https://w3id.org/ncm/"


@pytest.fixture
def store():
    """One vanguard with its model."""
    made = ox.Store()
    subject = ox.NamedNode(f"{NCM}id/vanguard/north")
    made.add(ox.Quad(subject, ox.NamedNode(f"{NCM}hasCareModel"), ox.NamedNode(f"{NCM}model/m")))
    return made


def test_our_prefixes_are_known(store):
    """A query may use our prefixes without declaring them."""
    rows = [
        tuple(t.value for t in row)
        for row in select(store, "SELECT ?v ?m { ?v ncm:hasCareModel ?m }")
    ]

    assert rows == [(f"{NCM}id/vanguard/north", f"{NCM}model/m")]


def test_a_prefix_of_the_query_wins_over_ours(store):
    """A prefix that the query declares itself keeps the query's meaning."""
    assert not run(store, "PREFIX ncm: <urn:x:> ASK { ?v ncm:hasCareModel ?m }")


def test_a_bound_parameter_is_a_value_and_not_text(store):
    """Text that looks like SPARQL, bound to a variable, matches nothing and runs nothing."""
    hostile = ox.Literal('x" } ; DROP ALL #')

    rows = list(select(store, "SELECT ?m { ?v ncm:hasCareModel ?m }", bindings={"m": hostile}))

    assert rows == []


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "select*{service silent ?x{?s ?p ?o}}",
        'ASK { ?s ?p "SERVICE" . SERVICE<urn:x> {} }',
    ],
)
def test_a_query_never_leaves_the_machine(store, query):
    """SERVICE is refused before the engine sees it."""
    with pytest.raises(QueryError, match="SERVICE is refused"):
        run(store, query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service a <urn:x/SERVICE> }",
        'ASK { ?s ?p "a SERVICE <x>" } # SERVICE <y>',
        "PREFIX service: <urn:> ASK { ?s a service:x }",
    ],
)
def test_the_word_service_is_no_crime(query):
    """A variable, an IRI, a string, a comment or a prefix may be called service."""
    assert refuse_network(query) is None


@pytest.mark.parametrize(
    "query",
    ["DELETE WHERE { ?s ?p ?o }", "PREFIX a: <urn:a> INSERT DATA { a:a a:a a:a }", "CLEAR ALL"],
)
def test_an_update_is_refused_with_what_to_do(store, query):
    """A query that would change the graph is refused, and the graph is as before."""
    with pytest.raises(QueryError, match="kg build"):
        run(store, query)

    assert len(store) == 1


def test_a_broken_query_says_where(store):
    """A syntax error is a QueryError with the engine's position in the query as given."""
    with pytest.raises(QueryError, match="1:"):
        run(store, "SELECT ?x { ?x ncm: }}")


def test_select_refuses_an_ask(store):
    """The function for rows says so when the query gives none."""
    with pytest.raises(QueryError, match="SELECT"):
        select(store, "ASK { ?s ?p ?o }")
