"""The evidence map: tiny claims in, the whole grid out."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import InputError
from kg.model import Claim, Direction, Entity, Evidence, Outcome, Relation, Status
from kg.query.evidence_map import evidence_map, most_told_first, used_only
from kg.query.meetings import AXES, Way, axis, usual_ways, ways_between
from kg.query.network import network
from kg.registry import Registry
from kg.vocabulary import Concept, Label, Vocabulary


def concept(kind, identifier, name, **values):
    """Build a concept."""
    labels = (Label("pref", name),)
    return Concept(kind, identifier, f"https://x/{identifier}", labels, "", tuple(values.items()))


FRAMEWORK = Vocabulary(
    [
        concept("intervention", "falls", "Falls service"),
        concept("intervention", "hub", "Hub"),
        concept("measure", "admissions", "Admissions", betterDirection="decrease"),
        concept("measure", "beds", "Bed days", betterDirection="decrease"),
        concept("barrier", "staff", "Too few staff"),
        concept("model", "alpha", "Alpha model"),
        concept("vanguard", "north", "North"),
        concept("vanguard", "south", "South"),
    ],
    Registry("", ()),
)
NORTH, SOUTH = Entity("vanguard", "north"), Entity("vanguard", "south")
FALLS, HUB = Entity("intervention", "falls"), Entity("intervention", "hub")
STAFF, ALPHA = Entity("barrier", "staff"), Entity("model", "alpha")


def fall(measure="admissions", direction="decrease"):
    """Build an outcome."""
    return Outcome(measure, Direction(direction), Decimal(5), "percent")


def claim(relation, subject, target, *, status="reported", source="s1", start=0):
    """Build a claim."""
    words = (Evidence(source, start, start + 5, "words"),)
    return Claim(Relation(relation), subject, target, Status(status), words, "test", 0.9)


CLAIMS = [
    claim("outcome", FALLS, fall()),
    claim("outcome", FALLS, fall(), source="s2"),
    claim("outcome", FALLS, fall(direction="increase"), status="expected", source="s2"),
    claim("outcome", NORTH, fall("beds"), status="negated"),
    claim("implements", NORTH, HUB, start=10),
    claim("implements", SOUTH, HUB, status="planned", start=20),
    claim("barrier", NORTH, STAFF, start=30),
    claim("barrier", SOUTH, STAFF, start=40),
    claim("care_model", NORTH, ALPHA, start=50),
    claim("care_model", SOUTH, ALPHA, status="negated", start=60),
]


def mapped(rows, columns, claims=CLAIMS, **options):
    """Return the map of claims under the little framework."""
    graph = network(claims, FRAMEWORK, {})
    return evidence_map(graph, rows, columns, vocabulary=FRAMEWORK, **options)


def told(grid):
    """Return the grid as plain values: (row, column) -> marks with numbers and vanguards."""
    return {
        (cell.row, cell.column): [
            (str(m.way), str(m.tone), str(m.status), len(m.claims), len(m.sources), m.via)
            for m in cell.marks
        ]
        for cell in grid.cells
    }


def test_a_claim_ties_a_row_and_a_column_and_the_rest_are_gaps():
    """Claims of both sides stand in their cell by direction and status; all else is a gap."""
    grid = mapped("interventions", "measures")
    assert told(grid) == {
        ("intervention:falls", "measure:admissions"): [
            ("tied", "better", "reported", 2, 2, ()),
            ("tied", "worse", "expected", 1, 1, ()),
        ]
    }
    assert [item.name for item in grid.row_items] == ["Falls service", "Hub"]
    assert [item.name for item in grid.column_items] == ["Admissions", "Bed days"]
    assert (len(grid.claims), grid.sources, grid.gaps) == (3, ("s1", "s2"), 3)
    assert grid.left_out == 3  # the denied bed days and the two hubs


def test_what_stands_together_in_a_vanguard_is_marked_as_such():
    """A vanguard with both brings them together, no more surely than its less sure claim."""
    assert told(mapped("barriers", "interventions")) == {
        ("barrier:staff", "intervention:hub"): [
            ("together", "told", "reported", 2, 1, ("vanguard:north",)),
            ("together", "told", "planned", 2, 1, ("vanguard:south",)),
        ]
    }


def test_what_is_denied_brings_nothing_together():
    """North has no shorter stays, so that the barrier meets no bed days there."""
    assert told(mapped("barriers", "measures")) == {}


def test_together_is_shown_beside_tied_claims_only_when_asked_for():
    """Where claims tie the kinds as a rule, what is only together needs to be asked for."""
    more = [*CLAIMS, claim("outcome", NORTH, fall(), start=70)]
    assert set(told(mapped("interventions", "measures", more))) == {
        ("intervention:falls", "measure:admissions")
    }
    both = mapped("interventions", "measures", more, ways=[Way.TOGETHER])
    assert told(both) == {
        ("intervention:hub", "measure:admissions"): [
            ("together", "told", "reported", 2, 1, ("vanguard:north",))
        ]
    }


def test_a_care_model_meets_what_is_told_of_its_vanguards():
    """Through its vanguards, if a source reports that they are of that model, and by name."""
    more = [*CLAIMS, claim("outcome", ALPHA, fall("beds"), start=70)]
    assert told(mapped("care-models", "barriers")) == {
        ("model:alpha", "barrier:staff"): [
            ("of-model", "told", "reported", 1, 1, ("vanguard:north",))
        ]
    }
    assert told(mapped("measures", "care-models", more)) == {
        ("measure:beds", "model:alpha"): [
            ("tied", "better", "reported", 1, 1, ()),
            ("of-model", "better", "negated", 1, 1, ("vanguard:north",)),
        ]
    }


def test_the_care_model_of_a_vanguard_does_not_hang_on_the_filters():
    """A map of one source or status still knows which vanguards a model has."""
    elsewhere = [claim("care_model", NORTH, ALPHA, source="register"), CLAIMS[5], CLAIMS[6]]
    grid = mapped("care-models", "barriers", elsewhere, sources=["s1"], statuses=[Status.REPORTED])
    assert list(told(grid)) == [("model:alpha", "barrier:staff")]


def test_statuses_and_sources_narrow_the_map():
    """What is not asked for is not counted."""
    expected = mapped("interventions", "measures", statuses=[Status.EXPECTED])
    assert [m[2] for m in told(expected)["intervention:falls", "measure:admissions"]] == [
        "expected"
    ]
    second = mapped("interventions", "measures", sources=["s2"])
    assert (len(second.claims), second.sources) == (2, ("s2",))


@pytest.mark.parametrize(
    ("direction", "tone"),
    [
        ("decrease", "better"),
        ("increase", "worse"),
        ("improve", "better"),
        ("worsen", "worse"),
        ("maintain", "same"),
        ("level", "level"),
    ],
)
def test_a_direction_is_good_or_bad_by_the_measure(direction, tone):
    """Fewer admissions are better; a level and no change are neither."""
    grid = mapped("vanguards", "measures", [claim("outcome", NORTH, fall(direction=direction))])
    assert told(grid)["vanguard:north", "measure:admissions"][0][1] == tone


def test_a_direction_is_neither_where_nobody_says_what_is_good():
    """Without a vocabulary a rise is a change and no more, and things have their own names."""
    graph = network([claim("outcome", NORTH, fall(direction="increase"))], FRAMEWORK, {})
    grid = evidence_map(graph, "vanguards", "measures")
    assert told(grid)["vanguard:north", "measure:admissions"][0][1] == "changed"
    assert [item.name for item in grid.row_items] == ["North"]


def test_empty_rows_and_columns_can_be_left_out_and_the_fullest_put_first():
    """The order is by claims, then by name; what nothing is told of goes when it is not wanted."""
    more = [claim("barrier", NORTH, Entity("barrier", "a")), *CLAIMS]
    grid = mapped("vanguards", "barriers", more)
    assert [i.key for i in grid.column_items] == ["barrier:a", "barrier:staff"]
    assert [i.key for i in most_told_first(grid).column_items] == ["barrier:staff", "barrier:a"]
    small = used_only(mapped("interventions", "measures"))
    assert [i.key for i in (*small.row_items, *small.column_items)] == [
        "intervention:falls",
        "measure:admissions",
    ]
    assert small.gaps == 0


def test_an_axis_that_does_not_exist_is_named_with_those_that_do():
    """The message lists the axes."""
    with pytest.raises(InputError, match="no 'people'; there are interventions, measures"):
        mapped("people", "measures")


def test_two_equal_axes_and_ways_that_do_not_fit_are_refused():
    """A map of a kind against itself, or a way that the two do not have, says what is wrong."""
    with pytest.raises(InputError, match="both 'measures'"):
        mapped("measures", "measures")
    with pytest.raises(InputError, match="cannot meet together; they can be tied"):
        mapped("vanguards", "measures", ways=[Way.TOGETHER])


def test_every_pair_of_axes_has_ways_and_some_of_them_are_usual():
    """All pairs make a map, the same ways round as across."""
    for rows in AXES:
        for columns in AXES:
            if rows != columns:
                assert set(usual_ways(rows, columns)) <= set(ways_between(rows, columns))
                assert usual_ways(rows, columns) == usual_ways(columns, rows)
                assert mapped(rows.name, columns.name).rows == axis(rows.name)


@settings(deadline=None)
@given(
    st.permutations(CLAIMS),
    st.sampled_from([a.name for a in AXES]),
    st.sampled_from([a.name for a in AXES]),
)
def test_the_map_is_the_same_for_any_order_and_turns_over_whole(claims, rows, columns):
    """The order of the claims changes nothing, and columns by rows is rows by columns turned."""
    if rows == columns:
        return
    grid = mapped(rows, columns, claims)
    assert grid == mapped(rows, columns)
    turned = {
        (b, a): [m[:5] for m in marks] for (a, b), marks in told(mapped(columns, rows)).items()
    }
    assert {k: [m[:5] for m in marks] for k, marks in told(grid).items()} == turned
