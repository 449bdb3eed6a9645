"""Which organisations and people are taken for one."""

import pytest

from kg.graph.identity import merges
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

    assert merged(*names, rules=IdentityRules(apart=apart)) == []
    assert merged(*names, rules=IdentityRules(aliases=aliases)) == [
        ("hope-hospital", "salford-royal-nhs-trust", f"aliases: {' = '.join(aliases[0])}"),
        ("salford-royal", "salford-royal-nhs-trust", f"aliases: {' = '.join(aliases[0])}"),
    ]
    assert merged(*names[1:], rules=IdentityRules(aliases, aliases)) == []


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
