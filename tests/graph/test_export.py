"""Exports: every format holds what it should, the same bytes every time."""

import csv
import io
import os
import random
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pyoxigraph
import pytest
from pyoxigraph import DefaultGraph, RdfFormat

from kg.errors import InputError
from kg.graph.build import build_quads
from kg.graph.export import all_exporters, export
from kg.graph.rdf import claims_to_quads
from kg.graph.store import memory_store, open_store, write_store
from kg.model import Direction, Entity, Outcome

HOSTILE = "=cmd|'\x00\x01\x0b\x85\u2028\ufffe</script>\"\\ \r\n]]>é"


@pytest.fixture(scope="module")
def quads(make_document, make_claim, little_vocabulary, north, organisation):
    claims = [
        make_claim("partner", north, organisation(HOSTILE), quote=HOSTILE, speaker="+1"),
        make_claim("partner", north, organisation(HOSTILE), source="b"),
        make_claim("outcome", north, Outcome("falls", Direction.DECREASE, Decimal(9), "percent")),
        make_claim("implements", north, Entity("intervention", "telehealth"), "planned"),
    ]
    documents = [make_document("a", note=HOSTILE), make_document("b")]
    built = build_quads(documents, claims, little_vocabulary)
    return [quad for quad in built if not str(quad.graph_name).endswith("/ontology>")]


@pytest.fixture(scope="module")
def store(quads):
    return memory_store(quads)


def exported(store, format_):
    stream = io.BytesIO()
    export(store, format_, stream)
    return stream.getvalue()


def test_the_exporters_are_found():
    """A scan finds every file; these there are at least."""
    assert [e.name for e in all_exporters()] == [
        "csv",
        "graphml",
        "jsonld",
        "nquads",
        "trig",
        "turtle",
    ]


def test_an_unknown_format_is_refused_with_the_known_ones(store):
    """The message names what there is."""
    with pytest.raises(InputError, match="unknown format 'docx'; the formats are csv, graphml"):
        export(store, "docx", io.BytesIO())


def test_n_quads_are_the_sorted_lines_of_every_graph(make_claim, north, terms):
    """One quad a line, whole; characters that cut lines elsewhere cut none here."""
    claim = make_claim("implements", north, Entity("intervention", "x"), quote="a\u2028\x85\x0bb")
    quads = list(claims_to_quads([claim], terms))

    lines = exported(memory_store(quads), "nquads").split(b"\n")

    assert lines == [*sorted(f"{quad} .".encode() for quad in quads), b""]


@pytest.mark.parametrize(
    ("format_", "form"),
    [("nquads", RdfFormat.N_QUADS), ("trig", RdfFormat.TRIG), ("jsonld", RdfFormat.JSON_LD)],
)
def test_every_graph_comes_back_whole(store, format_, form):
    """Hostile text included, what is exported is what was stored."""
    assert set(pyoxigraph.parse(exported(store, format_), format=form)) == set(store)


def test_turtle_is_the_default_graph(store):
    """Turtle holds the view, and no hope."""
    text = exported(store, "turtle")

    default = store.quads_for_pattern(None, None, None, DefaultGraph())
    assert {q.triple for q in pyoxigraph.parse(text, format=RdfFormat.TURTLE)} == {
        q.triple for q in default
    }
    assert b"ncm:implements" not in text
    assert b"vanguard:north a ncm:Vanguard" in text


def test_rdflib_reads_what_we_write(store, quads):
    """A second library agrees on how much there is."""
    import rdflib

    dataset = rdflib.Dataset()
    dataset.parse(data=exported(store, "trig"), format="trig")

    assert sum(len(graph) for graph in dataset.graphs()) == len(quads)


def test_csv_has_one_row_a_claim_and_no_formula(store):
    """Cells that a spreadsheet would run get an apostrophe; white space is folded."""
    rows = list(csv.DictReader(io.StringIO(exported(store, "csv").decode())))

    assert [(r["source"], r["relation"], r["status"]) for r in rows] == [
        ("a", "implements", "planned"),
        ("a", "outcome", "reported"),
        ("a", "partner", "reported"),
        ("b", "partner", "reported"),
        ("registry", "care_model", "reported"),
        ("registry", "location", "reported"),
    ]
    assert rows[1]["object"] == "outcome:falls/decrease/9 percent"
    assert rows[2]["quote"].startswith("'=cmd|")
    assert rows[2]["speaker"] == "'+1"
    assert not [c for r in rows for c in r.values() if c.startswith(("=", "+", "-", "@"))]


def test_graphml_keeps_an_edge_for_every_source(store):
    """Reported claims are edges with relation and source; XML holds what it can."""
    import networkx as nx

    network = nx.parse_graphml(exported(store, "graphml").decode(), force_multigraph=True)

    edges = sorted((d["relation"], d["source"]) for _, _, d in network.edges(data=True))
    assert edges == [
        ("care_model", "registry"),
        ("location", "registry"),
        ("outcome", "a"),
        ("partner", "a"),
        ("partner", "b"),
    ]
    names = {d["label"] for _, d in network.nodes(data=True)}
    assert {"North", "Falls: decrease, 9 percent", "Northshire", "Integrated system"} < names
    assert any("\ufffd\ufffd\ufffd\x85\u2028\ufffd</script>" in name for name in names)


@pytest.mark.parametrize("format_", [e.name for e in all_exporters()])
def test_the_order_of_insertion_does_not_show(quads, store, format_):
    """Shuffled quads give the same bytes."""
    shuffled = list(quads)
    random.Random(2).shuffle(shuffled)

    assert exported(memory_store(shuffled), format_) == exported(store, format_)


def test_the_hash_seed_does_not_show(tmp_path, quads):
    """Other processes, with other seeds, write the same bytes in every format."""
    write_store(tmp_path / "graph", quads)
    script = (
        "import sys; from kg.graph.export import all_exporters; "
        "from kg.graph.store import open_store; s = open_store(sys.argv[1])\n"
        "for e in all_exporters(): e.write(s, sys.stdout.buffer); sys.stdout.flush()"
    )
    here = b"".join(exported(open_store(tmp_path / "graph"), e.name) for e in all_exporters())
    for seed in "17":
        done = subprocess.run(
            [sys.executable, "-c", script, str(tmp_path / "graph")],
            capture_output=True,
            check=True,
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        assert done.stdout == here
