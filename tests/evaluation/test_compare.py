"""Claims against gold."""

import pytest

from kg.errors import InputError
from kg.evaluation.compare import Comparison, compare, evidence_right
from kg.evaluation.gold import Row, parse_gold
from kg.evaluation.report import Score, band, by_claim, by_part, overall, shares
from kg.evaluation.terms import normalised, same_term

FALL = Row(
    "outcome", "vanguard:sutton", "outcome:falls/decrease/9 percent", "reported", "fell by 9%"
)


def claim(**changes):
    """Return the row `FALL` with some values changed."""
    names = ("relation", "subject", "object", "status", "quote", "rule", "confidence")
    return Row(**{name: getattr(FALL, name) for name in names} | changes)


@pytest.mark.parametrize(
    ("gold", "other", "same"),
    [
        ("org:Salford Clinical Commissioning Group", "org:NHS Salford CCG", True),
        ("org:Barts Health NHS Trust", "org:The Barts Health|BH", True),
        ("org:Guy's & St Thomas'", "org:Guy’s and St Thomas", False),
        ("person:Ann Lee", "person:Dr Ann Lee", True),
        ("person:Ann Lee", "org:Ann Lee", False),
        ("vanguard:sutton", "vanguard:salford", False),
        ("place:Erewash", "place:erewash", True),
        ("amount:60000000 GBP", "amount:60000000 GBP", True),
    ],
)
def test_names_agree_after_normalisation_and_by_any_alias(gold, other, same):
    """Kinds and one alias must agree; case, titles, "the", "NHS" and "Trust" do not matter."""
    assert same_term(gold, other, figures=True) is same


@pytest.mark.parametrize(
    ("gold", "other", "strictly"),
    [
        ("outcome:falls/decrease/9 percent", "outcome:falls/decrease/9.0 percent", True),
        ("outcome:falls/decrease/9 percent", "outcome:falls/decrease/14 percent", False),
        ("outcome:falls/decrease/9 percent", "outcome:falls/decrease/9 count", False),
        ("outcome:falls/decrease/9 percent", "outcome:falls/decrease", False),
        ("outcome:falls/decrease", "outcome:falls/decrease/9 percent", True),
    ],
)
def test_a_figure_counts_where_gold_has_one(gold, other, strictly):
    """Strictly a gold figure must be there with its unit; a figure of the claim alone is free."""
    assert (same_term(gold, other, figures=True), same_term(gold, other, figures=False)) == (
        strictly,
        True,
    )


def test_a_claim_pairs_with_one_gold_row():
    """Two equal claims cannot both hit one row: the second is false, unless merged in core."""
    twice = [claim(object="outcome:falls/decrease/9 percent"), claim(status="expected")]

    strict = compare("d", [FALL], twice, strict=True)
    core = compare("d", [FALL], twice, strict=False)

    assert strict == Comparison("d", ((FALL, twice[0]),), (), (twice[1],))
    assert core == Comparison("d", ((FALL, twice[0]),), (), ())


def test_optional_gold_neither_helps_nor_harms():
    """A claim that pairs only with an optional row is left out of the count, a miss of it too."""
    maybe = Row("barrier", "vanguard:sutton", "barrier:pace", "reported", optional=True)
    said = Row("barrier", "vanguard:sutton", "barrier:pace", "reported")

    assert compare("d", [FALL, maybe], [said], strict=True) == Comparison("d", (), (FALL,), ())
    assert compare("d", [maybe], [], strict=True) == Comparison("d", (), (), ())


def test_scores_follow_from_the_counts():
    """Precision, recall and F1 of one hit, one miss and two false claims."""
    false = (claim(subject="vanguard:dudley"), claim(subject="vanguard:erewash"))
    comparison = Comparison("d", ((FALL, FALL),), (claim(status="expected"),), false)

    score = overall([comparison])

    assert score == Score(hits=1, claims=3, gold=2)
    assert (score.precision, score.recall) == (1 / 3, 1 / 2)
    assert score.f1 == pytest.approx(0.4)
    assert by_part([comparison], lambda _, row: row.status) == {
        "expected": Score(0, 0, 1),
        "reported": Score(1, 3, 1),
    }


def test_claims_are_judged_by_rule_and_by_confidence():
    """Each rule, or band of confidence, has its true and all claims."""
    right, wrong = claim(rule="a", confidence=0.9), claim(rule="a", confidence=0.55, quote="no")
    comparison = Comparison("d", ((FALL, right),), (), (wrong,))

    assert by_claim([comparison], lambda row: row.rule) == {"a": (1, 2)}
    assert by_claim([comparison], lambda row: band(row.confidence)) == {
        "0.5-0.6": (0, 1),
        "0.9-1.0": (1, 1),
    }


def test_evidence_is_right_when_half_of_the_shorter_quote_is_shared():
    """A quote beside the gold quote is wrong; one around it is right."""
    assert evidence_right("fell by 9%", "admissions  fell\nby 9% in a year")
    assert not evidence_right("fell by 9%", "were very high")
    assert shares([Comparison("d", ((FALL, claim(status="expected")),), (), ())]) == (1.0, 0.0)


def test_nothing_compared_scores_nothing():
    """No rows at all divide by nothing."""
    assert (Score().precision, Score().recall, Score().f1, shares([])) == (
        0.0,
        0.0,
        0.0,
        (0.0, 0.0),
    )


def test_gold_is_read_with_its_optional_rows():
    """A gold file gives its rows; one without the column "need" is all required."""
    header = "relation\tsubject\tobject\tstatus\tquote\n"
    text = header + "barrier\tvanguard:sutton\tbarrier:pace\treported\tslow\n"

    assert parse_gold(text, "x.tsv") == (
        Row("barrier", "vanguard:sutton", "barrier:pace", "reported", "slow"),
    )
    with_need = text.replace("quote", "quote\tneed").replace("slow", "slow\toptional")
    assert parse_gold(with_need, "x.tsv")[0].optional


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a,b\n", "missing: relation, subject, object, status"),
        (
            "relation\tsubject\tobject\tstatus\nbarier\tvanguard:x\tbarrier:pace\treported\n",
            "line 2",
        ),
        ("relation\tsubject\tobject\tstatus\nbarrier\tx\tbarrier:pace\treported\n", "not a term"),
        ("relation\tsubject\tobject\tstatus\nbarrier\tvanguard:x\tbarrier:pace\tmaybe\n", "maybe"),
    ],
)
def test_a_broken_gold_file_says_where(text, message):
    """A missing column or an unknown word is named with its line."""
    with pytest.raises(InputError, match=message):
        parse_gold(text, "x.tsv")


def test_normalised_follows_the_guide():
    """Accents, ampersands, titles and punctuation fold as the guide says."""
    assert normalised("Dr Zoë O'Neil & Sons, NHS Foundation Trust") == "zoe o neil and sons"
