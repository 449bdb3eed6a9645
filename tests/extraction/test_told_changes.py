"""Changes told without a plain measure and verb: by two figures, by people, by a yes."""

from __future__ import annotations

import pytest

from kg.documents.read import read_text
from kg.extraction.before_after import compared_in
from kg.extraction.extract import extract_from
from kg.extraction.matcher import Matcher
from kg.extraction.rule import all_rules
from kg.extraction.see import see
from kg.vocabulary import default_vocabulary

RULES = tuple(rule for rule in all_rules() if rule.name.startswith("outcome"))
TOLD = {
    "The wait for a scan had been six weeks and is now two.": "waiting-times/decrease reported",
    "Length of stay went from 9 days to 7.": "length-of-stay/decrease reported",
    "Bed days a month. Before: 212. After: 168.": "bed-days/decrease reported",
    "Patients get their results in two days instead of ten.": "waiting-times/decrease reported",
    "Fewer residents end up in hospital.": "emergency-admissions/decrease reported",
    "Residents are taken to A&E less often.": "ae-attendances/decrease reported",
    "It should spare many people a night in hospital.": "emergency-admissions/decrease expected",
    "The team has not kept people out of hospital.": "emergency-admissions/decrease negated",
    "Practices have won back 200 appointments a week.": "gp-workload/decrease/200 count reported",
    "Length of stay was no shorter.": "length-of-stay/decrease negated",
    "Admissions to hospital have not yet come down.": "emergency-admissions/decrease negated",
    "A&E attendances were unchanged.": "ae-attendances/decrease negated",
    "Readmissions could drop by 2,000 a year.": "readmissions/decrease/2000 count expected",
    "The team has saved 1,200 bed days.": "bed-days/decrease/1200 days reported",
    "It shaved two days off the average length of stay.": "length-of-stay/decrease/2 days reported",
    "Nine in ten patients said they were happy.": "patient-experience/level/90 percent reported",
    "In five weeks 11,300 calls were taken.": "service-uptake/level/11300 count reported",
    "Seventeen practices have taken it up.": "coverage/level/17 sites reported",
    "GPs say they go home earlier.": "gp-workload/decrease reported",
    "Nine of the 14 practices have joined.": "coverage/level/9 sites reported",
    "People visited so far: 260": "service-uptake/level/260 people reported",
    "Home visits avoided (estimate): 75": "gp-workload/decrease/75 count reported",
    "The leaflet has been downloaded 400 times.": "service-uptake/level/400 count reported",
    "It costs nothing and 85 have taken part.": "service-uptake/level/85 people reported",
    "Ambulance call-outs: no fewer.": "ambulance-use/decrease negated",
    "Average stays went from nine days last year to seven.": "length-of-stay/decrease reported",
    "Morale has lifted.": "staff-experience/improve reported",
    "The drugs bill, though, has not come down.": "prescribing/decrease negated",
    "The rise in admissions has been halted.": "emergency-admissions/decrease reported",
    "Obesity is predicted to rise by 6 per cent.": "health-outcomes/worsen/6 percent expected",
    "It used to take six weeks to see a therapist; it now takes two.": (
        "waiting-times/decrease reported"
    ),
    "There were 670 fewer bed days.": "bed-days/decrease/670 days reported",
    "There were 40 more deaths than forecast.": "mortality/increase/40 count reported",
    "The hub dealt with 870 referrals in May.": "service-uptake/level/870 count reported",
}
NOT_TOLD = (
    "More people use the hospital café.",
    "Our computers still do not talk to each other.",
    "Thirteen practices have not signed.",
    "Two practices are refusing to join.",
    "Across the UK more than 2m older people say they feel lonely.",
    "We interviewed 120 patients for this report.",
    "Across England emergency admissions rose by 3% last year.",
    "Carers are as cheerful as ever.",
    "Falls cost the country £2.3bn a year.",
    "We cannot say that bed days have fallen.",
    "This website uses cookies to improve your experience.",
    "Residents are from 18 to 65 years of age.",
    "Two nursing posts have not been filled.",
    "Forty came to our first workshop.",
    "A&E attendances rose 2.4% across England in that year.",
)


@pytest.fixture(scope="module")
def outcomes():
    """Return the changes that a passage about Stockport Together tells of that vanguard."""
    vocabulary = default_vocabulary()
    matcher = Matcher(vocabulary)

    def of(passage):
        text = f"The Stockport Together vanguard told us more.\n\n{passage}"
        claims = extract_from(see(read_text(text, "passage"), matcher), vocabulary, RULES).claims
        return {
            f"{claim.key[2].removeprefix('outcome:')} {claim.status.value}"
            for claim in claims
            if claim.key[1] == "vanguard:stockport"
        }

    return of


@pytest.mark.parametrize("passage", TOLD)
def test_a_change_is_told(outcomes, passage):
    """A change is found with its direction, figure and status, and nothing besides."""
    assert outcomes(passage) == {TOLD[passage]}


@pytest.mark.parametrize("passage", NOT_TOLD)
def test_no_change_is_told(outcomes, passage):
    """What only looks like a change tells none."""
    assert outcomes(passage) == set()


@pytest.mark.parametrize(("answer", "status"), [("Not so far.", "negated"), ("Yes.", "reported")])
def test_a_yes_or_no_answers_the_question_above(outcomes, answer, status):
    """A question tells nothing; the yes or no beneath it tells what it asks about."""
    passage = f"Q. Have A&E attendances fallen?\nA. {answer}"

    assert outcomes(passage) == {f"ae-attendances/decrease {status}"}


def test_two_figures_of_one_time_are_not_compared():
    """Figures that say no time, or the same one, tell no change."""
    texts = ("There were 12 falls and 9 stays in 2015.", "It had 12 beds and 9 nurses.")

    assert [compared_in(text, 0, len(text)) for text in texts] == [None, None]
