"""How far a thing has got, as the words beside its name say."""

from __future__ import annotations

import pytest

from kg.extraction.stages import stage


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Its [hub], due this winter, will open late.", "planned"),
        ("A [college] in Farnham opens in May.", "planned"),
        ("The [hubs] will go ahead.", "planned"),
        ("The [scheme] is on hold.", "planned"),
        ("The trust drops its [project]", "negated"),
        ("The trust delays its [centre]", "planned"),
        ("Many are exploring new [budgets].", "expected"),
        ("One [rota] now serves all.", "reported"),
        ("Its [hub] opens at eight.", None),
        ("The [hub] is liked.", None),
    ],
)
def test_the_words_beside_a_name_tell_its_stage(marked, expected):
    """Each way of telling a stage is read; a sentence that tells none gives none."""
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")

    told = stage(text, 0, start, end, len(text))

    assert (str(told) if told else None) == expected
