"""Learning: what marked documents teach, and what is said where they cannot."""

import sys

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.documents.read import read_text
from kg.errors import InputError
from kg.evaluation.gold import parse_gold
from kg.extraction.see import see
from kg.extraction.weights import read_weights
from kg.learning.fit import fit_facts, fit_grounds
from kg.learning.marked import Marked, marked_examples, marked_passages, marked_sentences

HEADER = "relation\tsubject\tobject\tstatus\tquote\tneed\n"
KITTY = "barrier\tvanguard:sutton\tbarrier:funding\treported\t{quote}\trequired\n"
FALLS = "outcome\tvanguard:sutton\toutcome:falls/decrease/9 percent\texpected\t{quote}\toptional\n"


def test_a_sentence_tells_the_facts_whose_quotes_stand_in_it(matcher):
    """White space in quotes and figures are left aside; a barrier has no status."""
    text = "The Sutton vanguard kept on. Its kitty  ran dry. It hopes for fewer falls."
    gold = (
        HEADER + KITTY.format(quote="kitty ran dry") + FALLS.format(quote="hopes for fewer falls")
    )
    reading = see(read_text(text, "doc"), matcher)

    told = [(m.facts, m.statuses) for m in marked_sentences(reading, parse_gold(gold, "gold"))]

    assert told == [
        (set(), set()),
        ({("barrier", "barrier:funding")}, set()),
        ({("outcome", "outcome:falls/decrease")}, {"expected"}),
    ]


def test_what_is_told_of_an_intervention_also_tells_that_something_is(matcher):
    """A row of an outcome whose subject is an intervention marks both."""
    row = (
        "outcome",
        "intervention:telehealth",
        "outcome:falls/decrease",
        "reported",
        "fewer falls",
    )
    reading = see(read_text("The Sutton vanguard saw fewer falls.", "doc"), matcher)
    gold = parse_gold(HEADER + "\t".join((*row, "required")) + "\n", "gold")

    (told,) = marked_sentences(reading, gold)

    assert told.facts == {
        ("outcome", "outcome:falls/decrease"),
        ("link", "intervention:telehealth"),
    }


def test_traits_that_go_with_a_fact_weigh_more_than_those_everywhere():
    """Of two words of a fact's sentences the one that others lack is what tells it."""
    told = [Marked(frozenset({"kitty", "the"}), frozenset({("barrier", "barrier:funding")}))] * 5
    others = [Marked(frozenset({"the", "nurse"}), frozenset())] * 20

    weights = fit_facts([*told, *others])

    assert weights.log_odds({"kitty"})[0] > 0 > weights.log_odds({"nurse"})[0]
    assert abs(weights.log_odds({"the"})[0] - weights.log_odds(())[0]) < 0.5


def test_lone_sentences_are_read_with_term_and_status(tmp_path, matcher):
    """A near miss tells nothing; what is around the sentence leaves no trait."""
    path = tmp_path / "lone.tsv"
    path.write_text(
        "intervention:reablement\tP\tOlder people will relearn to cook.\n"
        "intervention:reablement\tX\tThe cook relearned nothing.\n",
        "utf-8",
    )

    first, second = marked_examples(path, matcher)

    assert first.facts == {("implements", "intervention:reablement")}
    assert first.statuses == {"planned"}
    assert (second.facts, second.statuses) == (set(), set())
    assert "cook" in second.traits
    assert "vanguardname" not in second.traits


def test_a_line_that_is_no_marked_sentence_is_named(tmp_path, matcher):
    """The error says which line and what was expected."""
    path = tmp_path / "lone.tsv"
    path.write_text("barrier:funding\tQ\tMoney ran out.\n", "utf-8")

    with pytest.raises(InputError, match=r"lone\.tsv, line 1: expected term, status, sentence"):
        list(marked_examples(path, matcher))


def test_passages_are_read_as_one_sentence_with_all_their_facts(tmp_path, matcher):
    """Of places it counts that one is told, not which; barriers and the like count each."""
    path = tmp_path / "some.yaml"
    path.write_text(
        "phenomenon: some\npassages:\n  - name: one\n    text: Sutton vanguard. Money ran out.\n"
        "    facts:\n      - barrier | vanguard:sutton | barrier:funding | reported\n"
        "      - location | vanguard:sutton | place:Sutton | reported\n",
        "utf-8",
    )

    (passage,) = marked_passages(path, matcher)

    assert passage.facts == {("barrier", "barrier:funding"), ("named", "location")}
    assert {"money", "ran", "out"} <= passage.traits


def test_grounds_that_go_with_right_claims_weigh_more():
    """Of two grounds the one of right claims speaks for a claim, the other against."""
    judged = [({"rule": 1.0}, True), ({"guess": 1.0}, False)] * 20

    weights = fit_grounds(judged)

    assert weights["rule"] > 0.5
    assert weights["guess"] < -0.5


@pytest.fixture
def marked(tmp_path):
    """Return a folder of six marked documents: the kitty is money, but for one marker's taste."""
    for n in range(6):
        text = (
            f"The Sutton vanguard in its year {n}.\n\nIts kitty ran dry again. "
            f"The kitten was fed. Nurses met in room {n}.\n"
        )
        (tmp_path / f"doc{n}.txt").write_text(text, "utf-8")
        gold = HEADER + (KITTY.format(quote="Its kitty ran dry again.") if n else "")
        (tmp_path / f"doc{n}.tsv").write_text(gold, "utf-8")
    return tmp_path


def test_what_is_learnt_is_stated_on_a_new_document(marked, tmp_path):
    """``kg learn`` writes weights that ``kg extract --weights`` states a new fact with."""
    run = CliRunner().invoke
    half = marked / "half"
    half.mkdir()
    for n in range(6):
        (half / f"more{n}.txt").write_text((marked / f"doc{n}.txt").read_text("utf-8"), "utf-8")
        (half / f"more{n}.tsv").write_text((marked / f"doc{n}.tsv").read_text("utf-8"), "utf-8")
    out = tmp_path / "weights"
    learnt = run(
        main,
        ["learn", str(out), "--fresh", *(str(half),) * 2, "--marked", *(str(marked),) * 2],
    )
    assert learnt.exit_code == 0, learnt.output
    assert "12 documents, 0 sentences and passages: weights of" in learnt.output
    assert ("barrier", "barrier:funding") in read_weights(out).facts
    new = tmp_path / "new.txt"
    new.write_text(
        "The Sutton vanguard\n\nIn spring the kitty ran dry. The kitten slept.\n", "utf-8"
    )

    told = run(main, ["extract", str(new), "--weights", str(out), "--min-confidence", "0"])

    rows = [line.split("\t") for line in told.output.splitlines()[1:]]
    assert [(r[0], r[2], r[4], r[7]) for r in rows if r[0] == "barrier"] == [
        ("barrier", "barrier:funding", "In spring the kitty ran dry.", "by-wording")
    ]


def test_fresh_documents_alone_are_enough(marked, tmp_path):
    """Two thirds of them teach words, and the third part how far to trust those; in turn."""
    for n in range(6, 12):
        text = (marked / f"doc{n - 6}.txt").read_text("utf-8")
        (marked / f"doc{n}.txt").write_text(text.replace("room", "hall"), "utf-8")
        gold = HEADER + (KITTY.format(quote="Its kitty ran dry again.") if n != 7 else "")
        (marked / f"doc{n}.tsv").write_text(gold, "utf-8")
    out = tmp_path / "weights"

    learnt = CliRunner().invoke(main, ["learn", str(out), "--fresh", *(str(marked),) * 2])

    assert learnt.exit_code == 0, learnt.output
    assert ("barrier", "barrier:funding") in read_weights(out).facts


@pytest.mark.parametrize("missing", ["sklearn", "scipy"])
def test_without_the_extra_it_says_what_to_install(marked, tmp_path, monkeypatch, missing):
    """The error names the extra, before minutes of work."""
    monkeypatch.setitem(sys.modules, missing, None)

    result = CliRunner().invoke(
        main, ["learn", str(tmp_path / "out"), "--fresh", str(marked), str(marked)]
    )

    assert result.exit_code == 1
    assert "pip install 'vanguard-kg[learn]'" in result.output
    assert not (tmp_path / "out").exists()


def test_weights_that_are_none_are_refused(tmp_path):
    """A folder without weights is named, with exit code 1."""
    document = tmp_path / "a.txt"
    document.write_text("The Sutton vanguard.", "utf-8")

    result = CliRunner().invoke(main, ["extract", str(document), "--weights", str(tmp_path)])

    assert result.exit_code == 1
    assert f"{tmp_path}: not a folder of weights" in result.output
