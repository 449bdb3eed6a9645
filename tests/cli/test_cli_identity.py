"""Merges, the user's file of identity, conflicts and contexts, as a user meets them."""

import csv
import io
import json

import pytest

FIRST = """\
---
title: Sutton news
date: 2017-05-01
---

Sutton Homes of Care

The Sutton Homes of Care vanguard has cut emergency admissions by 9% since 2015. Its partners
include Quenby Royal NHS Foundation Trust and Hollin Mill NHS Trust.
"""
SECOND = """\
---
title: Care weekly
date: 2018-01
---

Sutton Homes of Care

The Sutton Homes of Care vanguard has cut emergency admissions by 14%. Its partners include
Quenby Royal NHS Trust. Sutton Homes of Care is a multispecialty community provider vanguard.
"""


def rows(done):
    """Return the rows of CSV output."""
    assert (done.returncode, done.stderr) == (0, "")
    return list(csv.DictReader(io.StringIO(done.stdout)))


@pytest.fixture(scope="module")
def folder(kg, tmp_path_factory):
    """A folder with two documents that disagree, and their graph."""
    path = tmp_path_factory.mktemp("two")
    (path / "docs").mkdir()
    (path / "docs" / "first.txt").write_text(FIRST, encoding="utf-8")
    (path / "docs" / "second.txt").write_text(SECOND, encoding="utf-8")
    done = kg("build", "docs", cwd=path)
    assert (done.returncode, done.stderr) == (0, "")
    return path


def build(kg, folder, tmp_path, text):
    """Build with a file of identity; return the process and the store."""
    file = tmp_path / "identity.csv"
    file.write_text(text, encoding="utf-8")
    store = tmp_path / "graph"
    return kg("build", "docs", "--store", store, "--identity", file, cwd=folder), store


def test_merges_are_listed_with_reason_and_sources(kg, folder):
    """What, into what, why, where it is told."""
    base = "https://w3id.org/ncm/id/organisation/"

    assert rows(kg("merges", "--format", "csv", cwd=folder)) == [
        {
            "name": "Quenby Royal NHS Trust",
            "into_name": "Quenby Royal NHS Foundation Trust",
            "reason": "same name: quenby royal",
            "sources": "second",
            "iri": f"{base}quenby-royal-nhs-trust",
            "into": f"{base}quenby-royal-nhs-foundation-trust",
        }
    ]
    table = kg("merges", cwd=folder, COLUMNS="100").stdout
    assert "same name: quenby royal" in table
    assert max(map(len, table.splitlines())) <= 100


def test_the_user_s_file_brings_together_and_keeps_apart(kg, folder, tmp_path):
    """Names and identifiers; what nothing is called is reported, and the rest is built."""
    done, store = build(
        kg,
        folder,
        tmp_path,
        "rule,left,right\n"
        "never-merge,organisation:quenby-royal-nhs-trust,Quenby Royal NHS Foundation Trust\n"
        "alias,Hollin Mill,Quenby Royal NHS Trust\n"
        "alias,Nowhere Hall,Hollin Mill NHS Trust\n",
    )

    assert (done.returncode, done.stderr) == (
        0,
        "identity: no organisation or person of the documents is called 'Nowhere Hall'\n",
    )
    assert [
        (row["name"], row["into_name"], row["reason"])
        for row in rows(kg("merges", "--store", store, "--format", "csv", cwd=folder))
    ] == [
        (
            "Hollin Mill NHS Trust",
            "Quenby Royal NHS Trust",
            "alias of the user: Hollin Mill = Quenby Royal NHS Trust",
        )
    ]


def test_a_bad_file_of_identity_is_an_error_before_anything_is_built(kg, folder, tmp_path):
    """One line that names file, line and what to do; no store."""
    done, store = build(kg, folder, tmp_path, "rule,left,right\nmerge,A B,C D\n")

    assert done.returncode == 1
    assert "identity.csv: line 2: unknown rule 'merge'" in done.stderr
    assert "Traceback" not in done.stderr
    assert not store.exists()


def test_conflicts_show_both_sides_with_words_source_date_and_period(kg, folder):
    """Nine percent against fourteen; the kind told outright against the registry and a name."""
    found = rows(kg("conflicts", "--format", "csv", cwd=folder))

    assert [
        (row["kind"], row["subject_name"], row["one_says"], row["other_says"]) for row in found
    ] == [
        ("figure", "Sutton Homes of Care", "down 9%", "down 14%"),
        *[
            (
                "care-model",
                "Sutton Homes of Care",
                "Enhanced health in care homes",
                "Multispecialty community provider",
            )
        ]
        * 2,
    ]
    assert (found[0]["one_title"], found[0]["one_date"], found[0]["one_period"]) == (
        "Sutton news",
        "2017-05-01",
        "since 2015",
    )
    assert found[0]["other_quote"] == (
        "The Sutton Homes of Care vanguard has cut emergency admissions by 14%."
    )
    assert {row["one_title"] for row in found[1:]} == {"Registry of the vanguards", "Sutton news"}


def test_the_table_of_conflicts_is_readable_at_100_columns(kg, folder):
    """Both sides stand side by side in 100 columns; --context adds the sentence."""
    asked = ("conflicts", "--context", "--about", "emergency admissions")
    table = kg(*asked, cwd=folder, COLUMNS="100").stdout

    lines = table.splitlines()
    assert max(map(len, lines)) <= 100
    assert any("down 9% [reported]" in line and "down 14% [reported]" in line for line in lines)
    assert "period: since 2015" in table
    assert "The Sutton Homes of Care" in " ".join(table.split())
    assert "care model" not in table


def test_conflicts_about_one_thing_alone(kg, folder):
    """Another vanguard has none, and an unknown name is an error with near names."""
    none = kg("conflicts", "--about", "Symphony", cwd=folder)
    unknown = kg("conflicts", "--about", "Suton Homes", cwd=folder)

    assert (none.returncode, none.stdout) == (0, "No two claims of this graph disagree.\n")
    assert (unknown.returncode, "Sutton Homes of Care" in unknown.stderr) == (1, True)


def test_what_one_document_says_twice_can_be_left_out(kg, folder, tmp_path):
    """Within one document a disagreement is marked, and --between-sources leaves it out."""
    (tmp_path / "one.txt").write_text(
        FIRST + "\nIn a later year it has cut emergency admissions by 23%.\n", encoding="utf-8"
    )
    kg("build", "one.txt", cwd=tmp_path)

    found = rows(kg("conflicts", "--format", "csv", cwd=tmp_path))
    assert [(row["other_says"], row["within_one_source"]) for row in found] == [
        ("down 23%", "true")
    ]
    assert "(one document)" in kg("conflicts", cwd=tmp_path).stdout
    assert rows(kg("conflicts", "--between-sources", "--format", "csv", cwd=tmp_path)) == []


def test_show_gives_quotes_in_their_sentences(kg, folder):
    """With --context the quote stands within its sentence; JSON has it apart."""
    table = kg("show", "Sutton", "--context", cwd=folder, COLUMNS="200").stdout
    found = json.loads(kg("show", "Sutton", "--context", "--format", "json", cwd=folder).stdout)

    assert (
        "The Sutton Homes of Care vanguard has “cut emergency admissions by 9%” since 2015. — "
        "Sutton news"
    ) in table
    nine = next(row for row in found if "9%" in row["quote"])
    assert (nine["before"], nine["after"]) == (
        "The Sutton Homes of Care vanguard has ",
        " since 2015.",
    )
    assert "before" not in kg("show", "Sutton", "--format", "json", cwd=folder).stdout


def test_the_explorer_has_one_node_for_a_merged_organisation_and_its_sentences(kg, folder):
    """The page's data follow the merges and hold the words around quotes."""
    done = kg("explore", "--output", "page.html", cwd=folder)
    page = (folder / "page.html").read_text(encoding="utf-8")

    assert done.returncode == 0
    assert page.count('"org:quenby-royal-nhs-foundation-trust"') == 1
    assert "org:quenby-royal-nhs-trust" not in page
    assert "The Sutton Homes of Care vanguard has " in page


def test_the_graph_with_merges_and_contexts_keeps_to_its_shapes(kg, folder):
    """Merges with reasons and words around quotes break no rule."""
    assert kg("check", cwd=folder).stdout == "The graph keeps to its shapes.\n"


def test_relations_and_statuses_are_chosen_by_their_names(kg, folder):
    """Choices are written as the claims are, whatever the version of the option parser."""
    done = kg("claims", "--relation", "care_model", "--status", "reported", cwd=folder)

    assert done.returncode == 0
    assert "care_model" in done.stdout
