"""Disagreements as rows for a reader and for a machine."""

from decimal import Decimal

from kg.graph.contexts import Context
from kg.model import Claim, Direction, Entity, Evidence, Outcome, Relation, Status
from kg.query.conflicts import conflicts
from kg.query.network import SourceInfo
from kg.render.disagreement import COLUMNS, HEADINGS, LONGEST, Known, as_rows, as_sides
from kg.render.tables import as_table

NORTH = Entity("vanguard", "north")
JO = Entity("person", "jo-low@city", ("Jo Low",))


def told(thing, source, quote, subject=NORTH, **more):
    relation = Relation.OUTCOME if isinstance(thing, Outcome) else Relation.ROLE
    words = (Evidence(source, 4, 4 + len(quote), quote),)
    return Claim(
        relation, subject, thing, Status.REPORTED, words, "r", 0.9, tuple(sorted(more.items()))
    )


def change(figure):
    return Outcome("falls", Direction.DECREASE, Decimal(figure), "percent")


def known(around=None):
    names = {"x/vanguard/north": "North", "x/measure/falls": "Falls", "x/org/city": "City Trust"}
    sources = {"a": SourceInfo("a", "News", date="2016-05")}
    return Known(names, sources, lambda e: f"x/{e.kind}/{e.id}", around or {})


FALLS = conflicts(
    [
        told(change(9), "a", "fell\n by 9%", period="in 2016", comparator="than before"),
        told(change(14), "b", "cut by 14%", speaker="a nurse"),
    ],
    key_of=known().shown,
)


def test_two_sides_in_lines():
    """Each side says what, in which words, by whom, when; what is not known is said so."""
    assert as_sides(FALLS, known({("a", 4, 15): Context("Falls ", " here.")})) == [
        (
            "North\nFalls\n(another figure)",
            (
                "down 9% [reported]\nFalls “fell by 9%” here.\nNews, 2016-05\n"
                "period: in 2016\ncompared: than before"
            ),
            "down 14% [reported]\n“cut by 14%”\nb, no date\nsays: a nurse",
        )
    ]


def test_every_column_for_a_machine():
    """Quotes stay as they are; offsets are numbers."""
    (row,) = as_rows(FALLS, known())

    values = dict(zip(COLUMNS, row, strict=True))
    assert values == {
        "kind": "figure",
        "subject": "x/vanguard/north",
        "subject_name": "North",
        "relation": "outcome",
        "about": "Falls",
        "within_one_source": False,
        "one_says": "down 9%",
        "one_status": "reported",
        "one_quote": "fell\n by 9%",
        "one_source": "a",
        "one_title": "News",
        "one_date": "2016-05",
        "one_period": "in 2016",
        "one_comparator": "than before",
        "one_speaker": "",
        "one_start": 4,
        "one_end": 15,
        "one_confidence": 0.9,
        "other_says": "down 14%",
        "other_status": "reported",
        "other_quote": "cut by 14%",
        "other_source": "b",
        "other_title": "",
        "other_date": "",
        "other_period": "",
        "other_comparator": "",
        "other_speaker": "a nurse",
        "other_start": 4,
        "other_end": 14,
        "other_confidence": 0.9,
    }


def test_roles_show_their_titles_and_one_document_is_marked():
    """A person's two titles stand beside the organisation's name; a long quote is cut."""
    city = Entity("org", "city", ("City",))
    first = told(city, "a", "x" * 400, JO, role="chair")
    second = Claim(
        Relation.ROLE,
        JO,
        city,
        Status.REPORTED,
        (Evidence("a", 900, 902, "so"),),
        "r",
        1.0,
        (("role", "nurse"),),
    )

    assert as_sides(conflicts([first, second], key_of=known().shown), known()) == [
        (
            "jo-low@city\nrole: City Trust\n(two roles)\n(one document)",
            f"City Trust, chair [reported]\n“{'x' * (LONGEST - 1)}…”\nNews, 2016-05",
            "City Trust, nurse [reported]\n“so”\nNews, 2016-05",
        )
    ]


def test_every_kind_has_a_heading():
    """No kind of disagreement is left without words."""
    assert {kind.value for kind in HEADINGS} == {
        "direction",
        "figure",
        "denied",
        "care-model",
        "role",
    }


def test_a_table_of_cells_of_several_lines_has_room_between_rows():
    """`gap` parts the rows by empty lines; a cell keeps its lines."""
    rows = [("a\nb", "c"), ("d", "e")]

    assert as_table(("x", "y"), rows, width=40, gap=1).splitlines() == [
        "x   y",
        "─────",
        "a   c",
        "b",
        "",
        "d   e",
    ]
