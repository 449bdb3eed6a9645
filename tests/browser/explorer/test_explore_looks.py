"""What the explorer's picture looks like: names cover no marks, its shape fits the frame."""

from itertools import pairwise

import pytest

from kg.model import Entity

MODELS = (
    "Multispecialty community provider",
    "Integrated primary and acute care system",
    "Enhanced health in care homes",
    "Acute care collaboration",
    "Urgent and emergency care",
)
MARKS = """
  const marks = [...document.querySelectorAll('#printed g path')]
    .filter((p) => p.querySelector('title')).map((p) => p.getBoundingClientRect());
"""
COVERED = f"""() => {{ {MARKS}
  const over = (a, b) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const names = [...document.querySelectorAll('#printed g text[font-weight="600"]')];
  const covers = (name) => [...name.children].some(
    (row) => marks.some((mark) => over(row.getBoundingClientRect(), mark)));
  return [marks.length, names.length, names.filter(covers).map((n) => n.textContent)];
}}"""
PLACES = (
    f"() => {{ {MARKS} return marks.map((m) => [m.left + m.width / 2, m.top + m.height / 2]); }}"
)


def printed(page):
    """Put the picture on paper, where its names and marks are elements."""
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    return page


def test_no_name_of_a_model_covers_a_mark(opened, claim):
    """Five models with long names, ten vanguards around each: every name has room of its own."""
    models = [Entity("model", f"m{i}", (name,)) for i, name in enumerate(MODELS)]
    told = [
        claim("care_model", Entity("vanguard", f"v{i}-{j}", (f"Site {i} {j}",)), model)
        for i, model in enumerate(models)
        for j in range(10)
    ]
    seen = printed(opened(told, {}, viewport={"width": 1400, "height": 900}).go()).evaluate(COVERED)
    assert seen == [55, 5, []]


@pytest.mark.parametrize(
    ("width", "height", "least", "most"), [(1400, 560, 0.5, 0.8), (390, 844, 1.2, 2)]
)
def test_a_neighbourhood_is_as_tall_or_wide_as_the_frame(opened, claim, width, height, least, most):
    """On a phone the rings stand upright, on a low screen they lie."""
    told = [
        claim("partner", Entity("vanguard", "north"), Entity("org", f"o{i}", (f"Org {i}",)))
        for i in range(24)
    ]
    page = opened(told, {}, viewport={"width": width, "height": height}).go(
        "#focus=vanguard%3Anorth"
    )
    across, down = zip(*printed(page).evaluate(PLACES), strict=True)
    assert least < (max(down) - min(down)) / (max(across) - min(across)) < most


def test_numbers_in_the_legend_are_set_off_by_thousands(opened, claim):
    """Counts are written as elsewhere on the page."""
    told = [
        claim("partner", Entity("vanguard", "north"), Entity("org", f"o{i}", (f"Org {i}",)))
        for i in range(1234)
    ]
    page = opened(told, {}).go()
    assert page.inner_text("#kinds label:has-text('Organisations') b") == "1,234"


def test_a_path_goes_down_a_phone(opened, claim):
    """No two of its things stand at one height."""
    chain = [Entity("org", f"o{i}", (f"Org {i}",)) for i in range(5)]
    told = [claim("partner", a, b) for a, b in pairwise(chain)]
    page = opened(told, {}, viewport={"width": 390, "height": 844}).go(
        "#focus=org%3Aorg+0&to=org%3Aorg+4"
    )
    down = sorted(y for _, y in printed(page).evaluate(PLACES))
    assert len(down) == 5
    assert min(b - a for a, b in pairwise(down)) > 60
