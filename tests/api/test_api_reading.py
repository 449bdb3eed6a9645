"""Documents, claims, scores and the list of questions, without a graph."""

import sys

import pytest

import kg
from kg.api.progress import progress
from kg.errors import InputError, MissingExtraError, ReadError

GOLD = (
    "relation\tsubject\tobject\tstatus\tquote\n"
    "implements\tvanguard:southmoor\tintervention:lifts\treported\thas set up a rides scheme\n"
    "partner\tvanguard:southmoor\torg:City Care\treported\thas set up a rides scheme\n"
)


def test_a_document_is_read_with_its_title_and_text(moor):
    """`read` gives the text as it stands, whose offsets are those of quotes."""
    document = kg.read(moor / "docs" / "north.txt")

    assert (document.id, document.title) == ("north", "News from <b>the moor</b>")
    assert isinstance(document, kg.Document)
    told = kg.extract(document, vocabulary=moor / "words.ttl")
    assert [document.text[e.start : e.end] for claim in told for e in claim.evidence] == [
        claim.quote for claim in told
    ]


@pytest.mark.parametrize("name", ["docs", "docs/none.txt"])
def test_what_is_not_one_document_is_not_read(moor, name):
    """A folder of several and a path to nothing are errors that name the path."""
    with pytest.raises(ReadError, match=name.rpartition("/")[2]):
        kg.read(moor / name)


def test_extraction_is_measured_against_gold(moor, tmp_path):
    """Scores are a table by measure; one of two facts found is half the recall."""
    (tmp_path / "south.tsv").write_text(GOLD, encoding="utf-8")

    scores = kg.evaluate(tmp_path, moor / "docs" / "south.txt", vocabulary=moor / "words.ttl")

    assert scores.columns[:6] == ("measure", "part", "value", "precision", "recall", "f1")
    assert [row[:1] + row[3:] for row in scores] == [
        ("core", 1.0, 0.5, 0.667, 1, 1, 2),
        ("strict", 1.0, 0.5, 0.667, 1, 1, 2),
    ]
    with pytest.raises(InputError, match="not by 'colour'"):
        kg.evaluate(tmp_path, moor / "docs" / "south.txt", by="colour")


def test_the_questions_are_listed_with_their_parameters():
    """The list is a table by group; a group that does not exist is an error."""
    rows = {row[1]: row for row in kg.questions()}

    assert rows["partners-of"][0] == "Catalogue"
    assert rows["partners-of"][3] == "vanguard"
    assert {row[0] for row in kg.questions("Network")} == {"Network"}
    with pytest.raises(InputError, match="no group is called 'Sport'"):
        kg.questions("Sport")


def test_an_answer_is_a_data_frame():
    """`df` has the columns and the rows, in order."""
    frame = kg.Answer(("name", "n"), (("b", 2), ("a", None))).df

    assert list(frame.columns) == ["name", "n"]
    assert frame["name"].tolist() == ["b", "a"]
    assert frame["n"].isna().tolist() == [False, True]


def test_without_pandas_the_error_says_what_to_install(monkeypatch):
    """A missing extra is told by the line that installs it."""
    monkeypatch.setitem(sys.modules, "pandas", None)

    with pytest.raises(MissingExtraError, match=r"pip install 'vanguard-kg\[notebook\]'"):
        kg.Answer(("name",), ()).df  # noqa: B018


def test_a_column_that_is_not_there_is_told(moor):
    """A wrong column is an error that names those there are."""
    with pytest.raises(InputError, match="no column is called 'x'; there are name, n"):
        kg.Answer(("name", "n"), ()).column("x")


def test_progress_moves_on_standard_error_and_goes_away(capfd):
    """A bar writes nothing to standard output; without one nothing is written at all."""
    with progress("Reading", 2, show=True) as step:
        step()
    with progress("Reading", 2, show=False) as step:
        step()

    assert capfd.readouterr().out == ""
