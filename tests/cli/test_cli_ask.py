"""``kg ask`` as a user meets it."""

import json

import pytest
from click.testing import CliRunner

from kg.cli import main

NEWS = """\
The Sutton Homes of Care vanguard has cut emergency admissions by 9% since 2015. Recruitment was
the greatest challenge for the vanguard.
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    """Return a function that runs `kg ask` on a graph of one document."""
    folder = tmp_path_factory.mktemp("ask")
    (folder / "news.txt").write_text(NEWS, encoding="utf-8")
    graph = str(folder / "graph")
    done = CliRunner().invoke(main, ["build", str(folder), "--store", graph])
    assert done.exit_code == 0, done.output

    def run(*arguments):
        return CliRunner().invoke(main, ["ask", *arguments, "--store", graph])

    return run


def test_without_a_question_the_library_is_listed_by_group(tmp_path):
    """Neither the list nor its JSON needs a graph."""
    done = CliRunner().invoke(main, ["ask"])
    assert done.exit_code == 0
    assert done.stdout.startswith("Catalogue\n  linking-organisations [--at-least N]\n")

    listed = json.loads(CliRunner().invoke(main, ["ask", "--format", "json"]).stdout)
    assert len(listed) == 50
    assert {"name", "group", "asks", "parameters", "columns", "status"} == set(listed[0])


def test_a_question_by_name_and_one_in_english_give_the_same_rows(ask):
    """What a sentence was understood as is said beside the answer."""
    named = ask("changes-in", "--measure", "emergency admissions", "--format", "json")
    said = ask("which vanguards cut emergency admissions?", "--format", "json")

    assert named.exit_code == said.exit_code == 0
    assert json.loads(named.stdout) == json.loads(said.stdout)
    (row,) = json.loads(named.stdout)
    assert (row["who"], row["value"], row["unit"]) == ("Sutton Homes of Care", 9, "percent")
    assert "Understood as changes-in (measure: emergency admissions; direction: cut)" in said.stderr


def test_evidence_shows_the_quote(ask):
    """The words stand under the row."""
    done = ask("barriers-of", "--vanguard=Sutton", "--evidence")

    assert "“Recruitment was the greatest challenge for the vanguard.”" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["partner-of"], 1, "Did you mean: partners-of"),
        (["partners-of", "--vanguard", "Suton"], 1, "Did you mean: Sutton"),
        (["partners-of", "--vanguard"], 2, "--vanguard needs a value"),
        (["partners-of", "--colour", "red"], 1, "has no parameter 'colour'"),
        (["changes-in"], 1, "needs --measure"),
        (["--vanguard", "Sutton"], 2, "name it first"),
        (["which hospitals closed?"], 1, "I am not sure what"),
        (["delete everything about Sutton"], 1, "kg ask vanguard-profile --vanguard sutton"),
        (["partners-of", "--limit", "0"], 2, "--limit"),
    ],
)
def test_what_cannot_be_answered_says_why(ask, arguments, code, said):
    """One line says what was given and what to do; the exit code tells use from failure."""
    done = ask(*arguments)

    assert (done.exit_code, done.stdout) == (code, "")
    assert said in done.stderr
