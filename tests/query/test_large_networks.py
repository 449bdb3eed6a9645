"""Questions that compare or walk too much to do it whole: a seeded sample answers, and says so."""

import pytest

from kg.query.ask import ask
from kg.query.asked_network import EXACT, SAMPLE
from kg.query.facts import MOST, SEED

HUB = "a | partner | vanguard:hub | org:Trust {0}"
ARM = "a | partner | vanguard:arm-{0} | org:Trust {0}"
DOES = "a | implements | vanguard:v{0} | intervention:i{1}"


@pytest.fixture(scope="module")
def star(graph_of):
    """A vanguard with so many partners, each with a vanguard of its own, that none are counted."""
    number = EXACT // 2
    lines = [line.format(i) for i in range(number) for line in (HUB, ARM)]
    return graph_of("\n".join(lines)), 2 * number + 1


@pytest.fixture(scope="module")
def crowd(graph_of):
    """Two vanguards more than are compared pair by pair; two by two they do the same."""
    return graph_of("\n".join(DOES.format(i, i // 2) for i in range(MOST + 2)))


def test_bridges_of_a_large_network_are_estimated_alike_each_time_and_said_to_be(star):
    """The note says from how many things and with which seed; the second answer is the first."""
    store, things = star

    answer = ask(store, "bridges")

    assert f"estimated from {SAMPLE} of {things} things (seed {SEED})" in answer.notes
    assert answer.rows
    assert all(0 < share <= 1 and links == 2 for _, share, links in answer.rows)
    assert ask(store, "bridges") == answer


def test_bridges_of_a_small_network_are_counted_and_no_note_says_otherwise(graph_of):
    """Up to the limit nothing is estimated."""
    store = graph_of("\n".join(line.format(i) for i in range(3) for line in (HUB, ARM)))

    answer = ask(store, "bridges")

    assert not any("estimated" in note for note in answer.notes)
    assert [row[0] for row in answer.rows] == ["Trust 0", "Trust 1", "Trust 2"]


@pytest.mark.parametrize("name", ["vanguards-alike", "similar-vanguards"])
def test_pairs_among_many_vanguards_are_those_of_a_seeded_sample(crowd, name):
    """Two vanguards are left out, with one pair or two, the same each time; a note says so."""
    answer = ask(crowd, name)

    assert f"a sample of {MOST} of {MOST + 2} things was compared (seed {SEED})" in answer.notes
    assert len(answer) in {MOST // 2, MOST // 2 - 1}
    assert ask(crowd, name) == answer


def test_the_pairs_of_one_vanguard_are_never_sampled(crowd):
    """Asked of one, all others are compared with it."""
    for number in (0, 150, MOST + 1):
        answer = ask(crowd, "vanguards-alike", vanguard=f"vanguard:v{number}")

        assert [row[1] for row in answer.rows] == [f"V{number ^ 1}"]
        assert not any("sample" in note for note in answer.notes)
