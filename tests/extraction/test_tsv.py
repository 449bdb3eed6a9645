"""Claims as text, and back."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.extraction.tsv import COLUMNS, from_json, row, to_json, write_tsv
from kg.model import Amount, Claim, Direction, Entity, Evidence, Outcome, Relation, Status

CLAIM = Claim(
    Relation.ROLE,
    Entity("person", "jane-smith@wear-ccg", ("Jane Smith",)),
    Entity("org", "wear-ccg", ("Wear CCG", "CCG")),
    Status.REPORTED,
    (Evidence("doc", 3, 16, "Jane \t Smith,"), Evidence("doc", 20, 24, "head")),
    "roles",
    0.875,
    (("role", "head"),),
)


def test_a_row_has_every_column_with_white_space_folded():
    """The quote's tabs and newlines become single spaces."""
    assert write_tsv([CLAIM]) == (
        "\t".join(COLUMNS)
        + "\nrole\tperson:Jane Smith\torg:Wear CCG|CCG\treported\tJane Smith,\t3\t16\troles\t0.88"
        "\tdoc\n"
    )


def test_no_claims_leave_the_header():
    """An empty table still says what its columns are."""
    assert write_tsv([]) == "\t".join(COLUMNS) + "\n"


@pytest.mark.parametrize(
    "term",
    [
        Entity("vanguard", "sunderland"),
        Outcome("emergency-admissions", Direction.DECREASE, Decimal("2.90"), "percent"),
        Amount(Decimal("2.2E+9")),
    ],
)
def test_json_reads_back(term):
    """A claim is the same after a way through JSON, every quote and qualifier with it."""
    from dataclasses import replace

    claim = replace(CLAIM, object=term)

    assert from_json(json.loads(json.dumps(to_json(claim)))) == claim


@pytest.mark.parametrize(
    "broken",
    [
        {},
        {"relation": "role"},
        {**to_json(CLAIM), "relation": "likes"},
        {**to_json(CLAIM), "subject": 3},
    ],
)
def test_broken_json_is_named(broken):
    """What is no claim is refused as an input error."""
    with pytest.raises(InputError):
        from_json(broken)


@given(st.text(min_size=1), st.text(min_size=1))
def test_a_row_stays_one_line(name, quote):
    """No name or quote can break a row."""
    from dataclasses import replace

    claim = replace(
        CLAIM,
        object=Entity("org", "x", (name,)),
        evidence=(Evidence("doc", 0, len(quote), quote),),
    )

    assert len(row(claim)) == len(COLUMNS)
    assert not any(set(value) & set("\t\n\r") for value in row(claim))
