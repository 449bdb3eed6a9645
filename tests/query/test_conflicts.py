"""Where claims disagree, and where they only seem to."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Amount, Claim, Direction, Entity, Evidence, Outcome, Relation, Status
from kg.query.conflicts import Conflict, Kind, conflicts, speaks_of

NORTH = Entity("vanguard", "north")
JO = Entity("person", "jo-low@city", ("Jo Low",))
CITY = Entity("org", "city", ("City Trust",))
MCP, PACS = Entity("model", "mcp"), Entity("model", "pacs")
TELE = Entity("intervention", "telehealth")


def change(direction, figure="", measure="falls"):
    value, _, unit = figure.partition(" ")
    return Outcome(measure, Direction(direction), Decimal(value) if value else None, unit)


def claim(thing, *, subject=NORTH, status="reported", source="a", at=0, quote="words", **more):
    relation = {Outcome: "outcome", Amount: "funding"}.get(type(thing))
    relation = relation or {"model": "care_model", "org": "role", "person": "role"}.get(
        thing.kind, "implements"
    )
    words = (Evidence(source, at, at + len(quote), quote),)
    told = tuple(sorted(more.items()))
    return Claim(Relation(relation), subject, thing, Status(status), words, "test", 0.9, told)


def kinds(*claims, **options):
    """Return (kind, within one source) of each disagreement, the same for any order."""
    found = conflicts(claims, **options)
    assert conflicts(claims[::-1], **options) == found
    return [(str(c.kind), c.within_one_source) for c in found]


def test_a_disagreement_holds_both_claims_in_order_of_source():
    """Nine percent against fourteen: both claims, whole, and the subject."""
    nine = claim(change("decrease", "9 percent"), source="b", period="in 2016")
    fourteen = claim(change("decrease", "14 percent"), source="a", period="since 2015")

    assert conflicts([nine, fourteen]) == (Conflict(Kind.FIGURE, "vanguard:north", fourteen, nine),)


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (change("decrease"), change("increase"), "direction"),
        (change("decrease", "9 percent"), change("increase", "43 count"), "direction"),
        (change("improve"), change("worsen"), "direction"),
        (change("maintain"), change("decrease"), "direction"),
        (change("increase", "30 percent"), change("increase", "34 percent"), "figure"),
        (change("increase", "1000000 GBP"), change("increase", "900000 GBP"), "figure"),
        (MCP, PACS, "care-model"),
    ],
)
@pytest.mark.parametrize("source", ["a", "b"])
def test_what_disagrees(one, other, kind, source):
    """Between two sources, and within one, which is marked."""
    assert kinds(claim(one), claim(other, source=source, at=50)) == [(kind, source == "a")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (change("decrease", "9 percent"), change("decrease", "9 percent")),
        (change("decrease", "9 percent"), change("decrease")),
        (change("decrease", "9 percent"), change("decrease", "9 days")),
        (change("decrease", "9 percent"), change("decrease", "9.3 percent")),
        (change("decrease", "0.5 percent"), change("decrease", "0.52 percent")),
        (change("increase", "107000000 GBP"), change("increase", "110000000 GBP")),
        (change("decrease", "9 percent"), change("level", "40 percent")),
        (change("decrease", "9 percent"), change("decrease", "14 percent", "bed-days")),
        (change("increase"), change("improve")),
        (Amount(Decimal(5)), Amount(Decimal(6))),
        (MCP, MCP),
    ],
)
def test_what_does_not_disagree(one, other):
    """The same, a rounding, another unit or measure, a level beside a change, two sums."""
    assert kinds(claim(one), claim(other, source="b")) == []


def test_figures_beyond_any_machine_word_are_compared():
    """Vast and tiny figures do no harm."""
    vast = [change("increase", f"{n} count") for n in ("1E+999999", "7", "9" * 60, "0." + "1" * 60)]

    assert len(kinds(*(claim(c, source=str(i)) for i, c in enumerate(vast)))) == 6


def test_what_one_sentence_tells_together_does_not_disagree():
    """A range's two ends and the items of a list, by the quotes or by the sentence around them."""
    two = claim(change("decrease", "9 percent")), claim(change("decrease", "14 percent"), at=40)

    assert kinds(two[0], claim(change("decrease", "14 percent"), at=3)) == []
    assert kinds(*two) == [("figure", True)]
    assert kinds(*two, sentence_of=lambda e: (0, 100)) == []
    assert kinds(claim(MCP), claim(PACS)) == [("care-model", True)]


@pytest.mark.parametrize(
    ("one", "other", "sources", "found"),
    [
        ("reported", "expected", "ab", []),
        ("planned", "planned", "ab", []),
        ("expected", "expected", "ab", [("figure", False)]),
        ("expected", "expected", "aa", []),
    ],
)
def test_a_hope_is_compared_with_other_sources_hopes_alone(one, other, sources, found):
    """Expected beside reported is no disagreement; two forecasts of two sources are."""
    nine, more = change("decrease", "9 percent"), change("decrease", "14 percent")

    assert (
        kinds(
            claim(nine, status=one, source=sources[0]),
            claim(more, status=other, source=sources[1], at=50),
        )
        == found
    )


@pytest.mark.parametrize(
    ("told", "denied", "found"),
    [
        (change("decrease", "9 percent"), change("decrease"), True),
        (change("decrease"), change("decrease"), True),
        (change("decrease", "9 percent"), change("decrease", "9 percent"), True),
        (change("decrease"), change("decrease", "9 percent"), False),
        (change("decrease", "8 percent"), change("decrease", "9 percent"), False),
        (change("increase"), change("decrease"), False),
        (TELE, TELE, True),
        (TELE, Entity("intervention", "hubs"), False),
        (MCP, MCP, True),
        (MCP, PACS, False),
    ],
)
def test_told_by_one_and_denied_by_another(told, denied, found):
    """A denial without a figure denies every figure of that change."""
    other = claim(denied, status="negated", source="b")

    assert kinds(claim(told), other) == [("denied", False)] * found
    assert kinds(claim(told, status="planned"), other) == []


def test_levels_disagree_only_where_their_words_count_the_same():
    """Homes and beds are two things; a document's list of levels is no quarrel."""
    homes = claim(change("level", "15 sites"), quote="15 care homes")
    more = claim(change("level", "27 sites"), quote="all 27 care homes", source="b")
    beds = claim(change("level", "40 sites"), quote="40 wards with beds", source="c")
    same = claim(change("level", "16 sites"), quote="16 care homes", at=90)

    assert kinds(homes, more, beds) == [("figure", False)]
    assert kinds(homes, same) == []


def test_an_intervention_of_many_places_has_many_figures():
    """Figures of a kind of intervention stand; that it helps and harms is a disagreement."""
    nine, more = change("decrease", "9 percent"), change("decrease", "14 percent")

    assert kinds(claim(nine, subject=TELE), claim(more, subject=TELE, source="b")) == []
    assert kinds(
        claim(nine, subject=TELE), claim(change("increase"), subject=TELE, source="b")
    ) == [("direction", False)]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("chief executive", "chair", True),
        ("medical director", "director of finance", True),
        ("CEO", "chief executive officer", False),
        ("chairman", "Chair of the board", False),
        ("vice-chair", "deputy chair", False),
        ("former chair", "chief executive", False),
        ("leads the vanguard", "programme director", False),
    ],
)
def test_two_titles_of_a_person_at_one_organisation(one, other, found):
    """Two jobs are two roles; another way to write one, or a former one, is not."""
    told = [
        claim(CITY, subject=JO, source=source, role=role)
        for source, role in (("a", one), ("b", other))
    ]

    assert kinds(*told) == [("role", False)] * found
    assert kinds(told[0], claim(CITY, subject=JO, source="b")) == []


def test_merged_things_disagree_and_those_between_sources_come_first():
    """Things that `key_of` takes for one are one subject."""
    other = Entity("vanguard", "northern")
    told = [
        claim(change("decrease")),
        claim(change("increase"), at=50),
        claim(PACS),
        claim(MCP, subject=other, source="b"),
    ]

    assert kinds(*told) == [("direction", True)]
    assert kinds(*told, key_of=lambda e: e.id[:5]) == [("care-model", False), ("direction", True)]


def test_a_disagreement_speaks_of_its_subject_measure_and_object():
    """What can be asked for by name."""
    (falls,) = conflicts([claim(change("decrease")), claim(change("increase"), source="b")])
    (models,) = conflicts([claim(MCP), claim(PACS, source="b")])

    def key(entity):
        return f"x:{entity.id}"

    assert speaks_of(falls, "vanguard:north", key)
    assert speaks_of(falls, "https://w3id.org/ncm/measure/falls", key)
    assert not speaks_of(falls, "https://w3id.org/ncm/measure/bed-days", key)
    assert speaks_of(models, "x:pacs", key)
    assert not speaks_of(models, "x:acc", key)


outcomes = st.builds(
    change,
    st.sampled_from(sorted(Direction)),
    st.sampled_from(["", "9 percent", "14 percent", "9 days"]),
)


@given(
    st.lists(
        st.builds(
            claim,
            outcomes,
            status=st.sampled_from(sorted(Status)),
            source=st.sampled_from("abc"),
            at=st.integers(0, 30),
        ),
        max_size=8,
    ),
    st.randoms(),
)
def test_the_order_of_claims_does_not_matter_and_no_pair_stands_twice(told, random):
    """Any order gives the same disagreements, each between two different claims."""
    unique = list({(c.source, c.key): c for c in told}.values())
    found = conflicts(unique)
    random.shuffle(unique)

    assert conflicts(unique) == found
    assert all(c.one.order < c.other.order for c in found)
    assert len({(c.one.order, c.other.order) for c in found}) == len(found)


def test_the_earlier_source_stands_first_whatever_is_said_there():
    """Of each pair the claim that comes first in order of source is `one`."""
    nine, more = change("decrease", "9 percent"), change("decrease", "14 percent")
    told = [claim(nine, source="a"), claim(more, source="b"), claim(nine, source="c")]

    assert [(c.one.source, c.other.source) for c in conflicts(told)] == [("a", "b"), ("b", "c")]
