"""Sentences in English: what they are understood as, and that doubt is said."""

from pathlib import Path

import pytest
import yaml

from kg.query.question import all_questions
from kg.query.spotting import Spotter
from kg.query.understand import understand

HERE = Path(__file__).parent
SENTENCES = yaml.safe_load((HERE / "english.yaml").read_text("utf-8"))
UNANSWERABLE = yaml.safe_load((HERE / "unanswerable.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def spotter(seeds, vocabulary):
    """Finds the things of the seeds' graph."""
    return Spotter(seeds[2], vocabulary)


def told(reading):
    """Return a reading as it stands in the list of sentences."""
    given = {name: str(value).rsplit("/", 1)[-1] for name, value in reading.parameters}
    return reading.question.name, given, reading.status


def test_forty_sentences_of_analysts_are_understood_or_said_to_be_in_doubt(spotter):
    """Of the 40 sentences 36 at least are right, and none is silently wrong."""
    right, wrong = [], []
    for line in SENTENCES:
        found = understand(line["says"], spotter).reading
        wanted = (line["question"], line.get("with", {}), line.get("status", ""))
        if found is not None:
            (right if told(found) == wanted else wrong).append((line["says"], told(found)))

    assert len(SENTENCES) == 40
    assert wrong == []
    assert len(right) >= 36


@pytest.mark.parametrize("sentence", UNANSWERABLE)
def test_what_the_library_cannot_answer_is_not_understood(spotter, sentence):
    """A sentence that no question answers is not taken for the nearest one."""
    assert understand(sentence, spotter).reading is None


def test_the_sentences_and_what_cannot_be_answered_are_many():
    """The lists are not empty by accident, and name questions that there are."""
    names = {question.name for question in all_questions()}

    assert len(UNANSWERABLE) >= 12
    assert {line["question"] for line in SENTENCES} <= names
