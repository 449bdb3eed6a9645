"""The command line as a user meets it: real processes on real files."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

SUTTON = """\
---
title: Sutton news
publisher: The Courier
date: 2017-05-01
url: https://example.org/sutton
---

Sutton Homes of Care

The Sutton Homes of Care vanguard has cut emergency admissions by 9% since 2015. It hopes to
reduce ambulance call-outs too. Recruitment was the greatest challenge for the vanguard.
"""


@pytest.fixture(scope="module")
def folder(kg, tmp_path_factory):
    """A folder with one document and its graph."""
    path = tmp_path_factory.mktemp("sutton")
    (path / "docs").mkdir()
    (path / "docs" / "news.txt").write_text(SUTTON, encoding="utf-8")
    done = kg("build", "docs", cwd=path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 documents" in done.stdout
    return path


def test_help_lists_every_command(kg, tmp_path):
    """The help names each command with what it does."""
    done = kg("--help", cwd=tmp_path)

    names = [
        "build",
        "check",
        "stats",
        "show",
        "claims",
        "sparql",
        "explore",
        "export",
        "evaluate",
        "extract",
        "text",
    ]
    listed = [line.split()[0] for line in done.stdout.partition("Commands:\n")[2].splitlines()]
    assert done.returncode == 0
    assert set(names) <= set(listed)


def test_a_mistyped_command_offers_the_near_one(kg, tmp_path):
    """A wrong command exits with 2 and names the right one."""
    done = kg("biuld", cwd=tmp_path)

    assert done.returncode == 2
    assert "Did you mean 'build'?" in done.stderr


def test_extract_prints_claims_with_their_words(kg, folder):
    """The TSV has the documented columns, and offsets that hold the quote."""
    done = kg("extract", "docs/news.txt", cwd=folder)

    header, *rows = [line.split("\t") for line in done.stdout.splitlines()]
    assert header == [
        "relation",
        "subject",
        "object",
        "status",
        "quote",
        "start",
        "end",
        "rule",
        "confidence",
        "source",
    ]
    facts = {tuple(row[:4]) for row in rows}
    fall = "outcome:emergency-admissions/decrease/9 percent"
    hope = "outcome:ambulance-use/decrease"
    assert ("outcome", "vanguard:sutton", fall, "reported") in facts
    assert ("outcome", "vanguard:sutton", hope, "expected") in facts
    assert ("barrier", "vanguard:sutton", "barrier:workforce", "reported") in facts
    for row in rows:
        assert " ".join(SUTTON[int(row[5]) : int(row[6])].split()) == row[4]


def test_extract_writes_a_file_a_document(kg, folder, tmp_path):
    """With --output each document has a file of its own stem."""
    done = kg("extract", folder / "docs", "--output", tmp_path / "out", cwd=folder)

    assert done.returncode == 0
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["news.tsv"]


def test_show_gives_status_words_and_source(kg, folder):
    """A thing is shown with each fact's status, quote and source title."""
    done = kg("show", "sutton", cwd=folder)

    assert done.returncode == 0
    assert "Sutton Homes of Care" in done.stdout
    assert "[expected]" in done.stdout
    assert "cut emergency admissions by 9%" in done.stdout
    assert "Sutton news" in done.stdout


def test_show_offers_near_names(kg, folder):
    """A name that nothing has is an error of one line with near names."""
    done = kg("show", "Suton Homes", cwd=folder)

    assert done.returncode == 1
    assert "Did you mean" in done.stderr
    assert "Sutton Homes of Care" in done.stderr
    assert "Traceback" not in done.stderr


def test_sparql_answers_in_standard_json(kg, folder):
    """The default graph holds what is reported, as numbers, and no hope."""
    query = (
        "SELECT ?measure ?value { vanguard:sutton ncm:hasOutcome ?o . ?o ncm:measure ?measure "
        "OPTIONAL { ?o ncm:value ?value } }"
    )
    done = kg("sparql", query, "--format", "json", cwd=folder)

    (row,) = json.loads(done.stdout)["results"]["bindings"]
    assert row["measure"]["value"].endswith("/measure/emergency-admissions")
    assert row["value"]["value"] == "9"


def test_sparql_stops_at_the_timeout(kg, folder):
    """A query that takes too long ends with 124 and says what to do."""
    query = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    done = kg("sparql", query, "--timeout", "0.5", cwd=folder)

    assert done.returncode == 124
    assert "--timeout" in done.stderr


def test_claims_are_filtered(kg, folder):
    """Filters by relation and status narrow the claims; CSV has every column."""
    done = kg("claims", "--status", "expected", "--about", "Sutton", "--format", "csv", cwd=folder)

    header, *rows = done.stdout.splitlines()
    assert header == "relation,subject,object,status,quote,start,end,rule,confidence,source"
    assert len(rows) == 1
    assert rows[0].startswith("outcome,vanguard:sutton,outcome:ambulance-use/decrease,expected")


def test_the_graph_keeps_to_its_shapes(kg, folder):
    """A fresh graph breaks no rule of the ontology."""
    done = kg("check", cwd=folder)

    assert (done.returncode, done.stdout) == (0, "The graph keeps to its shapes.\n")


def test_stats_count_claims_and_things(kg, folder):
    """The registry's 50 vanguards are counted."""
    done = kg("stats", "--format", "csv", cwd=folder)

    assert "things,vanguards,50" in done.stdout.splitlines()


@pytest.mark.parametrize("name", ["turtle", "trig", "nquads", "jsonld", "graphml", "csv"])
def test_every_export_writes_the_same_bytes_twice(kg, folder, name):
    """An export is not empty and does not depend on the hash seed."""
    one = kg("export", "--format", name, cwd=folder, PYTHONHASHSEED="1")
    two = kg("export", "--format", name, cwd=folder, PYTHONHASHSEED="2")

    assert (one.returncode, one.stderr) == (0, "")
    assert len(one.stdout) > 200
    assert one.stdout == two.stdout


def test_explore_writes_a_page_that_links_nowhere(kg, folder):
    """The page is one file without a remote script or style sheet."""
    done = kg("explore", "--output", "page.html", cwd=folder)

    page = (folder / "page.html").read_text(encoding="utf-8")
    assert done.returncode == 0
    assert "<script src" not in page
    assert not re.search(r"(?:src|href)=\"?(?:https?:)?//", page.partition("<script")[0])
    assert "cut emergency admissions by 9%" in page


def test_text_shows_blocks_and_sentences(kg, folder):
    """The document as read: front matter apart, sentences with offsets."""
    done = kg("text", "docs/news.txt", "--format", "json", cwd=folder)

    rows = json.loads(done.stdout)
    assert rows[0]["part"] == "front-matter"
    sentences = [r["text"] for r in rows if r["part"] == "sentence"]
    assert sentences[1].startswith("The Sutton Homes of Care vanguard has cut")
    assert all(SUTTON[r["start"] : r["end"]] == r["text"] for r in rows)


def test_without_a_graph_a_reader_says_what_to_do(kg, tmp_path):
    """A missing store names the command that makes it."""
    done = kg("stats", cwd=tmp_path)

    assert done.returncode == 1
    assert "kg build" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_that_is_no_store_is_not_overwritten(kg, tmp_path):
    """A build refuses a folder that holds something else, and leaves it alone."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("Mine.", encoding="utf-8")

    done = kg("build", ROOT / "seeds", "--store", "mine", cwd=tmp_path)

    assert done.returncode == 1
    assert "no store" in done.stderr
    assert (tmp_path / "mine" / "thesis.txt").read_text(encoding="utf-8") == "Mine."


def test_what_cannot_be_read_is_named_and_the_rest_is_built(kg, tmp_path):
    """Empty, binary, dangling and unreadable files are named with a reason; exit code 1."""
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "good.txt").write_text(SUTTON, encoding="utf-8")
    (docs / "empty.txt").write_bytes(b"")
    (docs / "binary.txt").write_bytes(bytes(range(256)) * 50)
    (docs / "gone.txt").symlink_to(docs / "nowhere.txt")
    (docs / "picture.png").write_bytes(b"\x89PNG")
    (docs / "README.md").write_text("# About", encoding="utf-8")
    large = "The weather was mild in the north of the county and the buses ran on time. " * 280_000
    (docs / "large.txt").write_text(large, encoding="utf-8")

    done = kg("build", "docs", cwd=tmp_path)

    assert done.returncode == 1
    assert "2 documents" in done.stdout
    failed = [line for line in done.stderr.splitlines() if line.startswith("could not read")]
    assert [Path(line.split(":")[0].removeprefix("could not read ")).name for line in failed] == [
        "binary.txt",
        "empty.txt",
        "gone.txt",
    ]
    skipped = [line for line in done.stderr.splitlines() if line.startswith("skipped")]
    assert len(skipped) == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission_is_named(kg, tmp_path):
    """A file that the user may not read is named with the reason."""
    (tmp_path / "a.txt").write_text(SUTTON, encoding="utf-8")
    (tmp_path / "a.txt").chmod(0)

    done = kg("build", "a.txt", cwd=tmp_path)

    assert done.returncode == 1
    assert "a.txt" in done.stderr


def test_two_builds_are_the_same_to_the_byte(kg, tmp_path):
    """Hash seed, working directory and order of arguments do not change the N-Quads."""
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    documents = sorted((ROOT / "seeds" / "documents").glob("*.txt"))[:6]
    one = kg("build", *documents, "--store", "g", cwd=tmp_path / "one", PYTHONHASHSEED="1")
    two = kg("build", *documents[::-1], "--store", "g", cwd=tmp_path / "two", PYTHONHASHSEED="2")
    quads = [
        kg("export", "--store", "g", "--format", "nquads", cwd=tmp_path / name).stdout
        for name in ("one", "two")
    ]

    assert (one.returncode, two.returncode) == (0, 0)
    assert len(quads[0]) > 10_000
    assert quads[0] == quads[1]


def test_two_readers_open_a_graph_at_once(kg, folder):
    """While one process holds the graph open, another reads it."""
    code = (
        "import sys; from kg.graph.store import open_store; s = open_store('graph');"
        "print(len(s), flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert int(holder.stdout.readline()) > 1000
        done = kg("stats", cwd=folder)
        holder.stdin.close()

    assert done.returncode == 0


def test_a_vocabulary_of_ones_own_is_used(kg, tmp_path):
    """A synonym in the user's Turtle is found without touching the package."""
    (tmp_path / "a.txt").write_text(
        "The Sutton Homes of Care vanguard has set up a zebra bureau.", "utf-8"
    )
    (tmp_path / "mine.ttl").write_text(
        "@prefix ncm: <https://w3id.org/ncm/> . @prefix skos: "
        "<http://www.w3.org/2004/02/skos/core#> .\n"
        "<https://w3id.org/ncm/intervention/care-home-support> a ncm:Intervention ;"
        ' skos:hiddenLabel "zebra bureau"@en .',
        "utf-8",
    )

    without = kg("extract", "a.txt", cwd=tmp_path)
    done = kg("extract", "a.txt", "--vocabulary", "mine.ttl", cwd=tmp_path)

    assert "care-home-support" not in without.stdout
    assert "intervention:care-home-support" in done.stdout


def test_evaluate_measures_against_gold(kg, folder, tmp_path):
    """Gold of one's own gives precision, recall and F1; its errors are shown with the sentence."""
    (tmp_path / "news.tsv").write_text(
        "relation\tsubject\tobject\tstatus\tquote\n"
        "outcome\tvanguard:sutton\toutcome:emergency-admissions/decrease/9 percent\treported\t"
        "cut emergency admissions by 9%\n"
        "barrier\tvanguard:sutton\tbarrier:pace\treported\tsince 2015\n",
        "utf-8",
    )

    done = kg("evaluate", tmp_path, "docs", "--format", "json", cwd=folder)
    errors = kg("evaluate", tmp_path, "docs", "--errors", "--format", "json", cwd=folder)

    scores = json.loads(done.stdout)["scores"]
    assert scores[0]["gold"] == 2
    assert scores[0]["hits"] == 1
    missed = [e for e in json.loads(errors.stdout) if e["kind"] == "missed"]
    assert [e["object"] for e in missed] == ["barrier:pace"]
    assert "since 2015" in missed[0]["sentence"]


def test_evaluate_fails_on_gold_without_its_document(kg, folder, tmp_path):
    """A gold file whose document is not given is an error that names it."""
    (tmp_path / "other.tsv").write_text("relation\tsubject\tobject\tstatus\n", "utf-8")

    done = kg("evaluate", tmp_path, "docs", cwd=folder)

    assert done.returncode == 1
    assert "other.tsv" in done.stderr


def test_explore_opens_at_the_thing_asked_for(kg, folder):
    """A focus and a depth become the address that the page opens with; kinds narrow it."""
    done = kg("explore", "Sutton", "--depth", "2", "--output", "focus.html", cwd=folder)
    narrow = kg("explore", "--kinds", "vanguard", "--kinds", "measure", cwd=folder)
    unknown = kg("explore", "Suton Homes", cwd=folder)

    page = (folder / "focus.html").read_text(encoding="utf-8")
    assert done.returncode == 0
    assert (
        "focus=vanguard%3Asutton&amp;depth=2" in page or "focus=vanguard%3Asutton&depth=2" in page
    )
    assert int(narrow.stdout.split()[1]) < int(done.stdout.split()[1])
    assert unknown.returncode == 1
    assert "Did you mean" in unknown.stderr
