"""Changes as other authors tell them: as it was, slower, of headings, in answers, of things."""

from __future__ import annotations

import pytest

from kg.documents.read import read_text
from kg.extraction.extract import extract_from
from kg.extraction.matcher import Matcher
from kg.extraction.rule import all_rules
from kg.extraction.see import see
from kg.vocabulary import default_vocabulary

RULES = tuple(rule for rule in all_rules() if rule.name.startswith("outcome"))
FELL = "emergency-admissions/decrease reported"
NOT_FELL = "emergency-admissions/decrease negated"
ROSE = "emergency-admissions/increase reported"
TOLD = {
    # as it was
    "A&E is as busy as ever.": {"ae-attendances/decrease negated"},
    "Waiting times are just as long as they were.": {"waiting-times/decrease negated"},
    "Emergency admissions are still where they were in 2015.": {NOT_FELL},
    "Emergency admissions are much what they were.": {NOT_FELL},
    "There were just as many emergency admissions.": {NOT_FELL},
    "Patient experience is no better than it was.": {"patient-experience/improve negated"},
    "It made little difference to emergency admissions.": {NOT_FELL},
    "It did nothing for emergency admissions.": {NOT_FELL},
    "On emergency admissions there was no difference.": {NOT_FELL},
    "Emergency admissions have yet to fall.": {NOT_FELL},
    "There is no sign of emergency admissions falling.": {NOT_FELL},
    # held, slowed, turned
    "Emergency admissions were flat.": {"emergency-admissions/maintain reported"},
    "It held emergency admissions steady.": {"emergency-admissions/maintain reported"},
    "It has stemmed the rise in emergency admissions.": {FELL},
    "Growth in emergency admissions has slowed.": {FELL},
    "Emergency admissions climbed less steeply than elsewhere.": {FELL},
    "Emergency admissions grew, but at half the pace of the county's.": {FELL},
    "Emergency admissions keep rising.": {ROSE},
    # with a figure beside
    "Emergency admissions: down 38 per cent.": {
        "emergency-admissions/decrease/38 percent reported"
    },
    "Emergency admissions were 2,300 lower than in 2015.": {
        "emergency-admissions/decrease/2300 count reported"
    },
    "It has knocked a fifth off emergency admissions.": {
        "emergency-admissions/decrease/20 percent reported"
    },
    "A fifth of emergency admissions were avoided.": {
        "emergency-admissions/decrease/20 percent reported"
    },
    "Residents were 23% less likely than others to have an emergency admission.": {
        "emergency-admissions/decrease/23 percent reported"
    },
    "The partners are £420,000 better off.": {"cost-savings/increase/420000 GBP reported"},
    "The saving came to £2 million.": {"cost-savings/increase/2000000 GBP reported"},
    "Pharmacists took 1,140 medicines off the charts.": {
        "prescribing/decrease/1140 count reported"
    },
    "A&E saw 9 per cent fewer patients.": {"ae-attendances/decrease/9 percent reported"},
    # two figures
    "Patients wait two weeks where they once waited eight.": {"waiting-times/decrease reported"},
    "Length of stay was 13 days and is now nine.": {"length-of-stay/decrease reported"},
    "In one home 40 falls a month became 12.": {"falls/decrease reported"},
    "Emergency admissions are half what they were.": {FELL},
    # of people
    "Our patients are not ending up in hospital as often as they used to.": {FELL},
    "The queue in the emergency department is getting longer.": {"waiting-times/increase reported"},
    "Nine in ten would recommend it.": {"patient-experience/level/90 percent reported"},
    "Nine in ten patients can see a nurse on the day.": {"access/level/90 percent reported"},
    # hoped for, and what came of it
    "We looked for a fall in emergency admissions and did not find one.": {
        "emergency-admissions/decrease expected",
        NOT_FELL,
    },
    # use
    "Three million people stand to gain.": {"coverage/level/3000000 people reported"},
    "Thirty hospitals have adopted it.": {"coverage/level/30 sites reported"},
    "Some 950 staff have been trained.": {"service-uptake/level/950 people reported"},
}
NOT_TOLD = (
    "Some 950 people attended the launch.",
    "Staff in A&E are as cheerful as ever.",
    "The self-care lead has more to do.",
    "A stay lasts nine days, four fewer than the record.",
    "Whether it saves money is not yet known.",
)
ANSWERS = {
    "Not so far.": NOT_FELL,
    "They did not.": NOT_FELL,
    "There is nothing to show that they did.": NOT_FELL,
    "Only slightly.": FELL,
    "Yes, by a fifth.": "emergency-admissions/decrease/20 percent reported",
}
LINKED = (
    "Emergency admissions have fallen in homes with telehealth.",
    "In homes that use telehealth, emergency admissions have fallen.",
    "Emergency admissions from the homes that use telehealth have fallen.",
    "With telehealth in every home, emergency admissions have fallen.",
    "Telehealth has not cut emergency admissions.",
    "Telehealth is credited with a fall in emergency admissions.",
    "Telehealth, which lets residents see a nurse, has cut emergency admissions.",
    "Telehealth and social prescribing have both cut emergency admissions.",
    "There is telehealth, with emergency admissions down by a fifth.",
    "The partners run telehealth and count on saving £2m.",
)
NOT_LINKED = (
    "Homes have been given telehealth. So far 38 homes have taken part.",
    "Homes have been given telehealth. The council has built a road. Emergency admissions fell.",
    "Emergency admissions fell before telehealth came.",
)


@pytest.fixture(scope="module")
def told():
    """Return the changes that a passage tells of a subject, Stockport Together unless said."""
    vocabulary = default_vocabulary()
    matcher = Matcher(vocabulary)

    def of(passage, subject="vanguard:stockport"):
        text = f"The Stockport Together vanguard told us more.\n\n{passage}"
        claims = extract_from(see(read_text(text, "passage"), matcher), vocabulary, RULES).claims
        return {
            f"{claim.key[2].removeprefix('outcome:')} {claim.status.value}"
            for claim in claims
            if claim.key[1] == subject
        }

    return of


@pytest.mark.parametrize("passage", TOLD)
def test_a_change_is_told_in_other_words(told, passage):
    """A passage tells its changes and no others, however its author puts them."""
    assert told(passage) == TOLD[passage]


@pytest.mark.parametrize("passage", NOT_TOLD)
def test_no_change_is_heard_in_words_like_them(told, passage):
    """A passage that only sounds like a change tells none."""
    assert told(passage) == set()


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_in_the_same_paragraph_tells_what_was_asked(told, answer):
    """A short answer tells the change that the question before it asks about, with its size."""
    assert told(f"Did emergency admissions fall? {answer}") == {ANSWERS[answer]}


@pytest.mark.parametrize("passage", LINKED)
def test_a_change_is_tied_to_the_thing_that_brought_it(told, passage):
    """A change is one of the intervention that its own or the next sentence ties it to."""
    assert told(passage, "intervention:telehealth")


@pytest.mark.parametrize("passage", NOT_LINKED)
def test_a_change_is_not_tied_to_what_merely_stands_near(told, passage):
    """A change is no outcome of an intervention that something else parts from it."""
    assert told(passage, "intervention:telehealth") == set()
