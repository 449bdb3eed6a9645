"""Answers kept on a reading."""

from __future__ import annotations

from kg.extraction.kept import kept
from kg.extraction.reading import Reading
from kg.model import Document


def test_an_answer_is_worked_out_once_for_each_reading_and_question() -> None:
    """A question is worked out once for each reading; another reading of the text asks anew."""
    asked: list[tuple[Reading, int]] = []

    @kept
    def longer_than(reading: Reading, length: int) -> bool:
        asked.append((reading, length))
        return len(reading.text) > length

    first, second = (Reading(Document("d", "", "abc", (), ()), (), ()) for _ in range(2))
    answers = [longer_than(first, 2), longer_than(first, 2), longer_than(first, 3)]
    answers.append(longer_than(second, 2))
    assert answers == [True, True, False, True]
    assert asked == [(first, 2), (first, 3), (second, 2)]
