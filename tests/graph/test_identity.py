"""Which organisations and people are taken for one."""

import pytest

from kg.graph.identity import merges, unmatched
from kg.graph.identity_rules import IdentityRules
from kg.graph.terms import Terms
from kg.model import Entity
from kg.names import Minter, slug
from kg.registry import Registry
from kg.vocabulary import Concept, Label, Vocabulary


@pytest.fixture
def merged(make_claim, north, organisation, bare_vocabulary):
    """Return a function from organisations (tuples of names) to (from, into, reason) rows."""

    def rows(*names, rules=None, vocabulary=bare_vocabulary):
        told = [
            make_claim("partner", north, organisation(*n), source=f"s{i}")
            for i, n in enumerate(names)
        ]
        found = merges(told, Terms(Minter(), vocabulary), rules)
        assert found == merges(told[::-1], Terms(Minter(), vocabulary), rules)
        return [(m.iri.rsplit("/")[-1], m.into.rsplit("/")[-1], m.reason) for m in found]

    return rows


def test_spellings_of_one_name_are_one_and_the_fullest_is_shown(merged):
    """NHS, Foundation Trust, case and "and" do not tell organisations apart."""
    assert merged(
        ("Salford Royal",), ("Salford Royal NHS Foundation Trust",), ("SALFORD ROYAL",)
    ) == [
        (
            "salford-royal",
            "salford-royal-nhs-foundation-trust",
            "same name: salford royal",
        )
    ]


def test_a_commissioner_is_one_under_its_long_and_short_form(merged):
    """Clinical Commissioning Group reads CCG, with or without NHS."""
    long = "NHS Salford Clinical Commissioning Group"

    assert merged((long,), ("Salford CCG",)) == [
        ("salford-ccg", slug(long), "same name: salford ccg")
    ]


def test_an_acronym_joins_its_only_holder(merged):
    """A bare acronym is the organisation that has it as a short form."""
    assert merged(("City Teaching Hospitals", "CTH"), ("CTH",)) == [
        ("cth", "city-teaching-hospitals", "same short form: cth")
    ]


def test_an_acronym_of_two_organisations_joins_neither(merged):
    """A short form that two organisations claim tells nothing."""
    assert (
        merged(("Leeds Hospitals Trust", "LHT"), ("Luton Hospitals Trust", "LHT"), ("LHT",)) == []
    )


def test_words_for_a_kind_join_nothing(merged):
    """ "The CCG" and "the trust" are no names."""
    assert merged(("Leeds CCG", "the CCG"), ("Luton CCG", "the CCG"), ("Trust",), ("CCG",)) == []


def test_two_types_of_organisation_stay_two(merged):
    """An alias in common does not make a council a trust."""
    assert (
        merged(
            ("Northshire Council", "Northshire Care"), ("Northshire NHS Trust", "Northshire Care")
        )
        == []
    )


def test_what_stands_between_two_of_a_kind_does_not_part_them(merged):
    """Two trusts of one name are one though a council has the name too."""
    shared = "Northshire Care"

    assert merged(
        ("A Northshire NHS Trust", shared),
        ("B Northshire Council", shared),
        ("C Northshire NHS Trust", shared),
    ) == [("c-northshire-nhs-trust", "a-northshire-nhs-trust", "same name: northshire care")]


def test_a_user_can_keep_apart_and_bring_together(merged):
    """The user's word counts before the rules, and never-merge before aliases."""
    names = (("Salford Royal",), ("Salford Royal NHS Trust",), ("Hope Hospital",))
    apart = (("salford royal", "Salford Royal NHS Trust"),)
    aliases = (("Hope Hospital", "Salford Royal NHS Trust"),)
    alias = f"alias of the user: {' = '.join(aliases[0])}"

    assert merged(*names, rules=IdentityRules(apart=apart)) == []
    assert merged(*names, rules=IdentityRules(aliases=aliases)) == [
        ("hope-hospital", "salford-royal-nhs-trust", alias),
        ("salford-royal", "salford-royal-nhs-trust", "same name: salford royal"),
    ]
    assert merged(*names[1:], rules=IdentityRules(aliases, aliases)) == []


def test_an_identifier_means_one_thing_whatever_its_type(merged):
    """By IRI or prefixed identifier a user may join what two types keep apart."""
    names = (("Northshire Council",), ("Northshire NHS Trust",))
    iri = f"{Minter().base}organisation/northshire-nhs-trust"
    rules = IdentityRules(aliases=(("organisation:northshire-council", iri),))

    assert [row[:2] for row in merged(*names, rules=rules)] == [
        ("northshire-council", "northshire-nhs-trust")
    ]


def test_an_alias_of_a_name_of_two_types_joins_one_type_alone(merged):
    """A name that a council and a trust share does not make them one by way of an alias."""
    shared = "Northshire Care"
    names = (("Northshire Council", shared), ("Northshire NHS Trust", shared), ("Hope NHS Trust",))
    rules = IdentityRules(aliases=((shared, "Hope NHS Trust"),))

    assert [row[:2] for row in merged(*names, rules=rules)] == [
        ("hope-nhs-trust", "northshire-nhs-trust")
    ]


def test_never_merge_holds_by_way_of_a_third_name(merged):
    """A third organisation that is spelled like both sides does not bring them together."""
    names = (
        ("Northshire Care", "Northern Care Group"),
        ("Northshire Care Two", "Northern Care Group"),
        ("Northern Care Group NHS Trust",),
    )
    apart = (("Northshire Care", "Northshire Care Two"),)

    assert len(merged(*names)) == 2
    assert [row[:2] for row in merged(*names, rules=IdentityRules(apart=apart))] == [
        ("northshire-care", "northern-care-group-nhs-trust")
    ]


def test_a_merge_over_two_steps_gives_both_reasons(merged):
    """What is shown as a thing that it shares no name with says how it came there."""
    assert merged(("Alpha Care Group", "ACG Homes"), ("ACG Homes", "AH1"), ("AH1",)) == [
        ("acg-homes", "alpha-care-group", "same name: acg homes"),
        ("ah1", "alpha-care-group", "same short form: ah1; same name: acg homes"),
    ]


@pytest.mark.parametrize(
    "name",
    [
        "the CCG",
        "Clinical Commissioning Group",
        "The Community Trust",
        "county council",
        "Health & Care Board",
    ],
)
def test_a_generic_name_told_of_two_merges_neither(merged, name):
    """Names that only say a kind of organisation bring nothing together."""
    assert merged(("Leeds Alpha", name), ("Luton Beta", name)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Smith & Jones NHS Care", "SMITH AND JONES CARE"),
        ("NHS Luton CCG", "Luton Clinical Commissioning Group"),
        ("Luton Hospital NHS Foundation Trust", "LUTON HOSPITAL"),
    ],
)
def test_spellings_that_mean_one(merged, one, other):
    """Case, "&", NHS, Foundation Trust and CCG do not matter."""
    assert [row[2].partition(":")[0] for row in merged((one,), (other,))] == ["same name"]


def test_the_vocabulary_s_own_is_shown_and_two_of_its_entries_stay_two(merged):
    """A known organisation wins over a longer name, and known ones are never merged."""
    known = Vocabulary(
        (
            Concept("org", i, f"https://w3id.org/ncm/id/organisation/{i}", (Label("pref", n),))
            for i, n in (("acme", "Acme Care"), ("acme-nhs", "Acme Care NHS"))
        ),
        Registry("", ()),
    )

    assert merged(("Acme", "Acme Care"), ("The Acme Care Trust Trust",), vocabulary=known) == [
        ("the-acme-care-trust-trust", "acme", "same name: acme care")
    ]
    assert merged(("Acme",), ("Acme NHS",), vocabulary=known) == []


def test_people_of_one_name_are_one_only_where_their_organisations_are(
    make_claim, organisation, bare_vocabulary
):
    """Two people of one name at different organisations stay two."""
    short, long = organisation("Salford Royal"), organisation("Salford Royal NHS Foundation Trust")
    other = organisation("Leeds City Council")
    told = [
        make_claim("role", Entity("person", f"jo-low@{at.id}", ("Jo Low",)), at)
        for at in (short, long, other)
    ]

    found = merges(told, Terms(Minter(), bare_vocabulary))

    assert [m.iri.rsplit("/")[-1] for m in found] == ["salford-royal", "jo-low@salford-royal"]
    assert found[1].into.endswith("/jo-low@salford-royal-nhs-foundation-trust")


def person(name, at):
    return Entity("person", f"{slug(name)}@{at.id}", (name,))


@pytest.fixture
def people(make_claim, bare_vocabulary):
    """Return a function from (name, organisation) pairs to (from, into, reason) rows of people."""

    def rows(*told, rules=None):
        claims = [make_claim("role", person(name, at), at) for name, at in told]
        found = merges(claims, Terms(Minter(), bare_vocabulary), rules)
        names = [(m.iri.rsplit("/")[-1], m.into.rsplit("/")[-1], m.reason) for m in found]
        return [row for row in names if "@" in row[0]]

    return rows


def test_a_person_s_style_is_no_part_of_the_name(people, organisation):
    """Dr Jo Low and Jo Low of one organisation are one; of two they stay two."""
    here, there = organisation("Leeds City Council"), organisation("Luton Council")

    assert people(("Dr Jo Low", here), ("Jo Low", here), ("Prof Jo Low", there)) == [
        (
            "jo-low@leeds-city-council",
            "dr-jo-low@leeds-city-council",
            "same name at one organisation: leeds-city-council",
        )
    ]


def test_an_alias_by_name_joins_people_of_one_organisation_and_by_identifier_any(
    people, organisation
):
    """A name may be several people's: only an identifier reaches over organisations."""
    here, there = organisation("Leeds City Council"), organisation("Luton Council")
    told = (("Jo Low", here), ("Joan Low", here), ("Joan Low", there))
    by_name = IdentityRules(aliases=(("Jo Low", "Joan Low"),))
    joan = ("person:joan-low@leeds-city-council", "person:joan-low@luton-council")

    assert people(*told) == []
    assert people(*told, rules=by_name) == [
        (
            "joan-low@leeds-city-council",
            "jo-low@leeds-city-council",
            "alias of the user: Jo Low = Joan Low",
        )
    ]
    assert people(*told, rules=IdentityRules(aliases=(joan,))) == [
        (
            "joan-low@luton-council",
            "joan-low@leeds-city-council",
            f"alias of the user: {' = '.join(joan)}",
        )
    ]


def test_people_can_be_kept_apart(people, organisation):
    """Never-merge holds for people as well."""
    here = organisation("Leeds City Council")
    apart = (("person:dr-jo-low@leeds-city-council", "person:jo-low@leeds-city-council"),)

    told = (("Dr Jo Low", here), ("Jo Low", here))
    assert people(*told, rules=IdentityRules(apart=apart)) == []


def test_names_that_nothing_is_called_are_told(make_claim, north, organisation, bare_vocabulary):
    """What the rules name in vain is listed; another spelling of a name is not in vain."""
    told = [make_claim("partner", north, organisation("Salford Royal NHS Foundation Trust"))]
    rules = IdentityRules((("Salford Royal", "Hope Hospital"),), (("organisation:x", "Hope"),))

    assert unmatched(told, Terms(Minter(), bare_vocabulary), rules) == (
        "Hope",
        "Hope Hospital",
        "organisation:x",
    )
