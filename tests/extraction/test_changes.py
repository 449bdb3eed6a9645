"""Changes in invented passages, through the whole pipeline: measure, direction, figure, status."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.documents.read import read_text
from kg.extraction.changes import all_changes
from kg.extraction.directions import resolve, senses_of
from kg.extraction.matcher import Matcher
from kg.extraction.reading import Reading
from kg.extraction.see import see
from kg.extraction.status import status_of
from kg.model import Block, BlockKind, Direction, Document, Sentence, Status
from kg.vocabulary import default_vocabulary

WORDS = (
    *"we hope to not reduce admissions and which will have no fell by 9%".split(),  # noqa: SIM905
    *",;:(",
)
LEAD = "The Stockport Together vanguard began in 2015.\n\n"


@pytest.fixture(scope="module")
def told():
    """Return the changes of the last sentence of a passage, written as the guide does."""
    vocabulary = default_vocabulary()
    matcher = Matcher(vocabulary)

    def of(passage):
        reading = see(read_text(LEAD + passage, "passage"), matcher)
        sentence = reading.document.sentences[-1]
        return {
            f"{str(outcome).removeprefix('outcome:')} {change.status}"
            for change in dict(all_changes(reading, vocabulary)).get(sentence, ())
            for outcome in change.outcomes
        }

    return of


@pytest.mark.parametrize(
    ("passage", "changes"),
    [
        # verbs, before and behind
        (
            "It has cut delayed transfers of care by a third.",
            {"delayed-discharges/decrease/33 percent reported"},
        ),
        ("Bed days went up by 2%.", {"bed-days/increase/2 percent reported"}),
        ("Staff morale has improved.", {"staff-experience/improve reported"}),
        ("Waiting times got worse.", {"waiting-times/increase reported"}),
        ("Length of stay remained stable.", {"length-of-stay/maintain reported"}),
        # nouns and passives
        (
            "It saw a 14 per cent drop in emergency bed days.",
            {"bed-days/decrease/14 percent reported"},
        ),
        (
            "A reduction in readmissions of 12% was achieved.",
            {"readmissions/decrease/12 percent reported"},
        ),
        (
            "Some 450 emergency admissions were avoided.",
            {"emergency-admissions/decrease/450 count reported"},
        ),
        (
            "It saw a fall of 6 per cent in A&E visits.",
            {"ae-attendances/decrease/6 percent reported"},
        ),
        # fewer, less, better
        (
            "There is less duplication and better access.",
            {"duplication/decrease reported", "access/improve reported"},
        ),
        ("Complaints fell by 12%.", {"patient-experience/improve/12 percent reported"}),
        (
            "Length of stay for hip fracture patients was cut by three days.",
            {"length-of-stay/decrease/3 days reported"},
        ),
        # money
        (
            "An early analysis points to savings of £600.",
            {"cost-savings/increase/600 GBP reported"},
        ),
        (
            "It saved the local NHS an estimated £1.5m.",
            {"cost-savings/increase/1500000 GBP reported"},
        ),
        (
            "It delivered savings of £10m against a target of £12m.",
            {"cost-savings/increase/10000000 GBP reported"},
        ),
        ("Prescribing costs fell by £120,000.", {"prescribing/decrease/120000 GBP reported"}),
        # coordination
        (
            "A&E attendances and readmissions fell by 6% and 13% respectively.",
            {
                "ae-attendances/decrease/6 percent reported",
                "readmissions/decrease/13 percent reported",
            },
        ),
        (
            "Outpatient appointments rose 5 per cent and readmissions 7 per cent.",
            {
                "outpatient-appointments/increase/5 percent reported",
                "readmissions/increase/7 percent reported",
            },
        ),
        (
            "It has cut A&E attendances but not readmissions.",
            {"ae-attendances/decrease reported", "readmissions/decrease negated"},
        ),
        (
            "It has reduced neither bed days nor readmissions.",
            {"bed-days/decrease negated", "readmissions/decrease negated"},
        ),
        # from, to, by; ranges
        ("Readmissions fell from 38% to 20%.", {"readmissions/decrease reported"}),
        (
            "Readmissions fell from 12% to 10%, down 2 percentage points.",
            {"readmissions/decrease/2 percent reported"},
        ),
        (
            "It aims to reduce falls by 5 to 10 per cent.",
            {"falls/decrease/5 percent expected", "falls/decrease/10 percent expected"},
        ),
        # beside other places
        ("Bed days are growing more slowly than elsewhere.", {"bed-days/decrease reported"}),
        ("Bed days grew by 1%, against 4% across England.", {"bed-days/decrease reported"}),
        (
            "Bed days fell 6% here; in the rest of the county they fell 2%.",
            {"bed-days/decrease/6 percent reported"},
        ),
        # denied
        ("There was no significant reduction in readmissions.", {"readmissions/decrease negated"}),
        ("The evaluation showed no impact on length of stay.", {"length-of-stay/decrease negated"}),
        ("The savings it promised did not materialise.", {"cost-savings/increase negated"}),
        # hoped
        ("Readmissions are expected to fall by 3%.", {"readmissions/decrease/3 percent expected"}),
        ("It will cut readmissions by 3%.", {"readmissions/decrease/3 percent expected"}),
        ("There were 30 more falls than last year.", {"falls/increase/30 count reported"}),
        ("There were 240 fewer falls.", {"falls/decrease/240 count reported"}),
        ("There are more falls on some wards.", set()),
        ("Staff fear that access will worsen.", {"access/worsen expected"}),
        (
            "It was designed to cut bed days by 20 per cent but they went up 3 per cent.",
            {"bed-days/decrease/20 percent expected", "bed-days/increase/3 percent reported"},
        ),
        # set forms
        ("Patients are discharged two days earlier.", {"length-of-stay/decrease/2 days reported"}),
        (
            "They are meant to improve urgent mental health care.",
            {"quality-of-care/improve expected"},
        ),
        # no change told
        ("Does it reduce readmissions?", set()),
        ("It looks at readmissions each week.", set()),
        ("Nobody knows whether readmissions have fallen.", set()),
        ("Without it, readmissions would have risen by 6%.", set()),
        ("About 40% of A&E attendances were avoidable.", set()),
        ("Delayed transfers of care remain a problem.", set()),
        ("Residents made 3,100 trips to A&E.", set()),
        ("In Ohio, unlike here, care is good.", set()),
    ],
)
def test_tells_the_changes_of_a_sentence(told, passage, changes):
    """The whole set of changes that a careful reader takes from the sentence, and no other."""
    assert told(passage) == changes


@pytest.mark.parametrize(
    ("measure", "words", "told_as", "direction"),
    [
        ("emergency-admissions", "admissions", Direction.IMPROVE, Direction.DECREASE),
        ("emergency-admissions", "admissions", Direction.WORSEN, Direction.INCREASE),
        ("patient-experience", "complaints", Direction.DECREASE, Direction.IMPROVE),
        ("patient-experience", "satisfaction", Direction.DECREASE, Direction.WORSEN),
        ("patient-experience", "satisfaction", Direction.INCREASE, Direction.IMPROVE),
        ("inequality", "equity", Direction.INCREASE, Direction.DECREASE),
        ("cost-savings", "costs", Direction.DECREASE, Direction.INCREASE),
        ("cost-savings", "savings", Direction.DECREASE, Direction.DECREASE),
        ("bed-days", "bed days", Direction.MAINTAIN, Direction.MAINTAIN),
    ],
)
def test_a_direction_is_the_measures_own(measure, words, told_as, direction):
    """Amounts rise and fall, qualities improve and worsen; fewer bad things are better."""
    vocabulary = default_vocabulary()
    concept = vocabulary.find("measure", measure)
    assert concept is not None
    assert resolve(concept, words, told_as, senses_of(vocabulary)) is direction


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(WORDS),
        min_size=1,
        max_size=40,
    ),
    st.integers(0, 39),
)
def test_every_span_of_any_words_has_a_status(words, at):
    """Whatever the words, and wherever the span, a status comes of it."""
    text = " ".join(words)
    block = Block(0, len(text), BlockKind.PARAGRAPH)
    document = Document("d", "d", text, (block,), (Sentence(0, len(text), 0),))
    start = len(" ".join(words[: at % len(words)]))
    told_as = status_of(Reading(document, (), ()), document.sentences[0], start, start + 1)
    assert told_as in Status
