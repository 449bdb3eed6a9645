"""A graph in Python: building, opening, asking, walking, looking."""

import html
import re

import networkx as nx
import pytest
import rdflib
from click.testing import CliRunner

import kg
from kg.cli import main
from kg.errors import InputError, QueryError, StoreError, UnknownNameError
from kg.graph.store import open_store


def test_a_question_by_name_gives_rows_a_title_and_the_words(graph):
    """An answer is a table with the question as understood, and each row shows its claims."""
    answer = graph.ask("outcomes-of", vanguard="Northmoor Together")

    assert answer.columns[:4] == ("measure", "direction", "value", "unit")
    assert [row[:4] for row in answer.rows] == [
        ("Emergency hospital admissions", "decrease", 12, "percent")
    ]
    assert answer.question == "outcomes-of"
    assert answer.parameters == {"vanguard": "Northmoor Together", "status": "reported"}
    assert answer.rests_on == ("documents",)
    assert "outcomes-of" in answer.title
    assert [claim.quote for claim in answer.evidence(0)] == [
        "Northmoor Together cut emergency admissions by 12 per cent."
    ]
    assert repr(answer.evidence(0)) == (
        "“Northmoor Together cut emergency admissions by 12 per cent.”\n"
        "  reported — News from <b>the moor</b>"
    )


def test_a_hope_answers_only_when_it_is_asked_for(graph):
    """The status of a question is that of results unless another is given."""
    hoped = graph.ask("outcomes-of", vanguard="northmoor", status="expected")

    assert hoped.column("measure") == ("A&E attendances",)


def test_a_sentence_is_answered_with_a_note_that_says_how_it_was_understood(graph):
    """A question in English names the question of the library that it was taken for."""
    answer = graph.ask("Which vanguards cut emergency admissions?")

    assert answer.question == "changes-in"
    assert answer.rows[0][0] == "Northmoor Together"
    assert answer.notes[0] == (
        "understood as changes-in (measure: emergency admissions; direction: cut)"
    )


@pytest.mark.parametrize(
    ("question", "parameters", "error", "said"),
    [
        ("why is the sky so very blue", {}, QueryError, "I am not sure"),
        ("partners-off", {}, UnknownNameError, "partners-of"),
        ("outcomes-of", {"vanguard": "Northmore Together"}, UnknownNameError, "Northmoor Together"),
        ("outcomes-of", {"place": "Leeds"}, InputError, "no parameter 'place'"),
        ("which vanguards do it", {"vanguard": "x"}, UnknownNameError, "which vanguards do it"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_the_nearest(graph, question, parameters, error, said):
    """Nothing is guessed: doubt and misspelling are errors of one tree, with what comes near."""
    with pytest.raises(error, match=said) as caught:
        graph.ask(question, **parameters)

    assert isinstance(caught.value, kg.KgError)


def test_sparql_gives_a_table_a_truth_or_a_graph(graph):
    """SELECT gives plain values, ASK a bool, CONSTRUCT triples of rdflib."""
    table = graph.sparql("""
        SELECT ?v ?n { vanguard:northmoor ncm:hasOutcome ?v . ?v ncm:value ?n }
    """)
    truth = graph.sparql("ASK { vanguard:northmoor ncm:implements intervention:lifts }")
    triples = graph.sparql("""
        CONSTRUCT { ?v ncm:implements ?i } WHERE { ?v ncm:implements ?i }
    """)

    assert table.columns == ("v", "n")
    assert [(row[0].startswith("https://w3id.org/ncm/id/outcome/"), row[1]) for row in table] == [
        (True, 12)
    ]
    assert truth is True
    assert isinstance(triples, rdflib.Graph)
    assert sorted(triples.subjects()) == [
        rdflib.URIRef("https://w3id.org/ncm/id/vanguard/northmoor"),
        rdflib.URIRef("https://w3id.org/ncm/id/vanguard/southmoor"),
    ]


@pytest.mark.parametrize(
    "query", ["SELEKT", "DELETE WHERE { ?s ?p ?o }", "SELECT * { SERVICE <x:y> {} }"]
)
def test_sparql_that_is_wrong_or_would_do_harm_is_refused(graph, query):
    """A graph is read, never changed, and never calls out."""
    with pytest.raises(QueryError):
        graph.sparql(query)


def test_only_answers_of_the_library_know_their_claims(graph):
    """A query's table has no evidence, and says so; nor has an answer a row that is not there."""
    with pytest.raises(InputError, match="know their claims"):
        graph.stats().evidence(0)
    with pytest.raises(InputError, match="rows, numbered from 0"):
        graph.ask("outcomes-of", vanguard="northmoor").evidence(9)


def test_the_network_keeps_every_claim_apart(graph):
    """Things are nodes with name and kind; a claim is an edge keyed by relation, source, status."""
    network = graph.network(kinds=["vanguard", "intervention", "measure"], status="any")

    assert isinstance(network, nx.MultiDiGraph)
    assert {key: (d["label"], d["kind"]) for key, d in network.nodes(data=True)} == {
        "vanguard:northmoor": ("Northmoor Together", "vanguard"),
        "vanguard:southmoor": ("Southmoor Together", "vanguard"),
        "intervention:lifts": ("Lifts to appointments", "intervention"),
        "measure:emergency-admissions": ("Emergency hospital admissions", "measure"),
        "measure:ae-attendances": ("A&E attendances", "measure"),
    }
    assert sorted((a, b, key[0], key[1], key[2]) for a, b, key in network.edges(keys=True)) == [
        ("vanguard:northmoor", "intervention:lifts", "implements", "north", "reported"),
        ("vanguard:northmoor", "measure:ae-attendances", "outcome", "north", "expected"),
        ("vanguard:northmoor", "measure:emergency-admissions", "outcome", "north", "reported"),
        ("vanguard:southmoor", "intervention:lifts", "implements", "south", "reported"),
    ]
    assert {d["claim"].quote for *_, d in network.edges(data=True) if d["says"] == "down 12%"} == {
        "Northmoor Together cut emergency admissions by 12 per cent."
    }


def test_the_network_holds_what_is_reported_unless_more_is_asked_for(graph):
    """Hopes are left out by default; relations, kinds and statuses that do not exist are errors."""
    network = graph.network(relations="outcome")

    assert [claim.status for *_, claim in network.edges(data="claim")] == ["reported"]
    for wrong in ({"kinds": "planet"}, {"status": "maybe"}, {"relations": ["likes"]}):
        with pytest.raises(InputError, match="there are"):
            graph.network(**wrong)


def test_two_things_are_explained_by_sentences_with_their_words(graph):
    """A path is told step by step, each step with the claims behind it."""
    found = graph.explain("Northmoor Together", "Southmoor Together")

    assert found.sentences == (
        (
            "Northmoor Together does Lifts to appointments",
            "Southmoor Together does Lifts to appointments",
        ),
    )
    assert [[claim.source for claim in step.claims] for step in found.paths[0]] == [
        ["north"],
        ["south"],
    ]
    assert "1. Northmoor Together does Lifts to appointments\n   “Northmoor" in repr(found)


def test_what_nothing_links_is_explained_by_no_path(graph):
    """Two things without a way between them give an empty explanation that says so."""
    found = graph.explain("Lifts to appointments", "Working Together Partnership")

    assert len(found) == 0
    assert found.notes == ("nothing connects the two in the claims of this status",)


def test_claims_are_filtered_by_what_is_given(graph):
    """Filters join; a subject goes by any name; a source that is not there is an error."""
    told = list(graph.claims(subject="Northmoor Together", relation="outcome", source="north"))

    assert [(str(c.object), str(c.status)) for c in told] == [
        ("outcome:emergency-admissions/decrease/12 percent", "reported"),
        ("outcome:ae-attendances/decrease", "expected"),
    ]
    assert list(graph.claims(relation="outcome", status="expected")) == told[1:]
    with pytest.raises(InputError, match="no source is called 'east'"):
        graph.claims(source="east")
    with pytest.raises(UnknownNameError):
        graph.claims(subject="Nobody at all")


def test_a_thing_is_shown_with_its_facts(graph):
    """`show` gives facts by relation, and the name of the thing it found."""
    shown = graph.show("northmoor")

    assert shown.name == "Northmoor Together"
    assert [(f.heading, f.other, str(f.status)) for f in shown.facts] == [
        ("implements", "Lifts to appointments", "reported"),
        ("outcome", "Emergency hospital admissions: decrease, 12 percent", "reported"),
        ("outcome", "A&E attendances: decrease", "expected"),
    ]
    assert repr(shown).splitlines()[:3] == [
        "Northmoor Together",
        "  vanguard · northmoor",
        "  implements: Lifts to appointments [reported]",
    ]


def test_the_explorer_is_framed_in_a_sandbox_and_saved_as_it_is_shown(graph, tmp_path):
    """A cell holds the page itself, escaped, without the notebook's origin; a file the same."""
    view = graph.explore("Northmoor Together", depth=2)

    cell = view._repr_html_()
    (page,) = re.findall(r'srcdoc="([^"]*)"', cell)
    assert html.unescape(page) == view.page
    assert 'sandbox="allow-scripts allow-downloads"' in cell
    assert cell.count("<") == 2
    assert 'data-start="#focus=vanguard%3Anorthmoor&amp;depth=2"' in view.page
    assert view.save(tmp_path / "g.html").read_text(encoding="utf-8") == view.page


def test_a_focus_that_cannot_be_shown_is_refused(graph):
    """A name nothing has, a thing no line touches, and a depth out of bounds are errors."""
    with pytest.raises(UnknownNameError):
        graph.explore("Nowhere at all")
    with pytest.raises(InputError, match="no claim that is shown"):
        graph.explore("Northmoor Together", relations="funding")
    with pytest.raises(InputError, match="depth is 4"):
        graph.explore("Northmoor Together", depth=4)


def test_a_graph_says_what_it_is_and_counts_what_it_holds(graph):
    """The text of a graph is one line; its counts are a table."""
    rows = graph.stats().rows

    assert re.fullmatch(r"<kg\.Graph in memory: 2 documents, [\d,]+ triples>", repr(graph))
    assert ("implements", "reported", 2) in rows
    assert ("outcome", "expected", 1) in rows
    assert sorted(graph.sources) == ["north", "registry", "south"]


def test_a_graph_that_is_kept_is_the_graph_that_is_opened(graph, moor, tmp_path):
    """A graph in a folder answers as the one in memory, with its own words, in another process."""
    kept = kg.build(moor / "docs", vocabulary=moor / "words.ttl", store=tmp_path / "g")
    opened = kg.open(tmp_path / "g")

    assert list(opened.claims()) == list(kept.claims()) == list(graph.claims())
    assert opened.network(status="any").nodes == graph.network(status="any").nodes
    assert dict(opened.network().nodes(data="label")) == dict(graph.network().nodes(data="label"))
    assert opened.show("rides scheme").name == "Lifts to appointments"


def test_python_and_the_command_line_build_the_same_graph(moor, tmp_path):
    """``kg build`` and ``kg.build`` write the same quads."""
    words = str(moor / "words.ttl")
    kg.build(moor / "docs", vocabulary=words, store=tmp_path / "one")
    done = CliRunner().invoke(
        main,
        ["build", str(moor / "docs"), "--vocabulary", words, "--store", str(tmp_path / "two")],
    )

    assert done.exit_code == 0, done.output
    one, two = (sorted(map(str, open_store(tmp_path / name))) for name in ("one", "two"))
    assert one == two


def test_what_could_not_be_read_is_warned_of_and_the_rest_is_built(moor, tmp_path):
    """A document that is missing costs a warning and a note, not the graph."""
    missing = tmp_path / "missing.txt"

    with pytest.warns(UserWarning, match="could not read"):
        graph = kg.build([moor / "docs" / "south.txt", missing], vocabulary=moor / "words.ttl")

    assert [note.startswith(f"could not read {missing}") for note in graph.notes] == [True]
    assert [str(claim.object) for claim in graph.claims(source="south")] == ["intervention:lifts"]


def test_claims_less_sure_than_asked_for_are_left_out(moor):
    """`min_confidence` keeps the surest; one out of bounds is an error."""
    graph = kg.build(moor / "docs", vocabulary=moor / "words.ttl", min_confidence=1.0)

    assert [c for c in graph.claims() if c.source != "registry" and c.confidence < 1] == []
    with pytest.raises(InputError, match="from 0 to 1"):
        kg.build(moor / "docs", min_confidence=12)


def test_what_is_no_store_is_not_opened(tmp_path):
    """A folder without a graph says what to do."""
    with pytest.raises(StoreError, match="run `kg build` first"):
        kg.open(tmp_path / "none")
