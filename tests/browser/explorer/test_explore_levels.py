"""A graph too large to be seen at once: communities, opened on demand."""

import re

import pytest

from kg.model import Entity

ALPHA, BARRIERS = "~model:alpha", "~kind:barrier"
NORTH = f"{ALPHA}/~vanguard:north"


@pytest.fixture(scope="module")
def many(claim):
    """Two care models of 15 vanguards with 55 partners each, five barriers that all speak of."""
    told = []
    for i in range(30):
        site = Entity("vanguard", "north" if i == 0 else f"v{i:02}")
        told.append(claim("care_model", site, Entity("model", "beta" if i % 2 else "alpha")))
        told.append(claim("barrier", site, Entity("barrier", f"b{i % 5}"), quote=f"Bad {i}"))
        for j in range(55):
            partner = Entity("org", f"o{i:02}-{j:02}", (f"Org {i:02} {j:02}",))
            told.append(claim("partner", site, partner, quote=f"Words of {i} and {j}"))
    return told


def shown(page):
    """Return what the summary says after the number of all things."""
    return page.inner_text("#summary").partition("shown as ")[2]


def chips(page):
    """Return the communities that the page says are open."""
    return [text.rstrip("×").strip() for text in page.locator("#ways button").all_inner_texts()]


def tables(page):
    """Return the caption of each table and its rows."""
    return {
        table.locator("caption").inner_text(): [
            re.sub(r"\s+", " ", row).strip() for row in table.locator("tbody tr").all_inner_texts()
        ]
        for table in page.locator("#rows table").all()
    }


def test_a_large_graph_opens_as_its_communities(opened, many):
    """Every thing is in the picture, but as three circles; the table lists them and their lines."""
    it = opened(many, {})
    page = it.go()
    assert page.inner_text("#summary") == (
        "The whole graph: 1,687 things, shown as 3 closed communities."
    )
    assert page.locator("#all").is_hidden()
    page.click("#table")
    it.settled()
    assert tables(page) == {
        "3 communities on the map": [
            "Alpha 841 closed Open",
            "Beta 841 closed Open",
            "Barriers 5 closed Open",
        ],
        "0 things shown on its own": [],
        "2 bundles of lines to or from closed communities": [
            "Alpha Barriers 15 mostly: was hindered by Read",
            "Beta Barriers 15 mostly: was hindered by Read",
        ],
        "0 claims on single lines of the map": [],
    }


def test_a_community_is_opened_by_a_click_and_closed_again(opened, many):
    """A click opens one, the address says so, back closes it, and so does its card."""
    it = opened(many, {}, viewport={"width": 1400, "height": 900})
    page = it.go()
    box = page.locator("#picture canvas").bounding_box()
    # the smallest circle stands at the left, the two large ones at the right
    for x in range(int(box["width"]) - 60, 60, -40):
        page.mouse.click(box["x"] + x, box["y"] + box["height"] / 2 - 60)
        page.wait_for_timeout(60)
        if chips(page):
            break
    (name,) = chips(page)
    it.settled()
    assert shown(page) == "17 closed communities and 1 thing on its own."
    assert page.inner_text("#details h2") == name
    assert f"open=%7Emodel%3A{name.lower()}" in page.url
    page.go_back()
    it.settled()
    assert shown(page) == "3 closed communities."
    page.go_forward()
    it.settled()
    page.click("#details button:text-is('Close it')")
    it.settled()
    assert (shown(page), chips(page)) == ("3 closed communities.", [])


def test_the_keyboard_alone_opens_and_closes(opened, many):
    """N steps to a community and reads it out, Enter opens it; its button closes it."""
    it = opened(many, {})
    page = it.go()
    page.focus("#picture [role=application]")
    for _ in range(2):
        page.keyboard.press("n")
    assert page.inner_text("#spoken") == (
        "Barriers, community of 5 things, closed, 2 of 3. Enter opens it."
    )
    page.keyboard.press("Enter")
    it.settled()
    assert chips(page) == ["Barriers"]
    assert shown(page) == "2 closed communities and 5 things on their own."
    page.focus("#ways button")
    page.keyboard.press("Enter")
    it.settled()
    assert chips(page) == []


def test_search_opens_the_communities_of_what_it_finds(opened, many):
    """A thing within two closed communities is found; both open, and its card is there."""
    it = opened(many, {})
    page = it.go()
    page.fill("#find", "org 02 07")
    page.press("#find", "Enter")
    it.settled()
    assert page.inner_text("#details h2") == "Org 02 07"
    assert chips(page) == ["Alpha", "V02"]
    assert shown(page) == "16 closed communities and 57 things on their own."
    page.reload()
    it.settled()
    assert chips(page) == ["Alpha", "V02"]
    page.click("#details button:text-is('Show its neighbourhood')")
    it.settled()
    assert page.inner_text("#summary") == "Around Org 02 07: 2 things, 1 line."
    page.click("#details button:text-is('Show on the map')")
    it.settled()
    assert chips(page) == ["Alpha", "V02"]


def test_a_bundle_tells_its_lines_and_their_words(opened, many):
    """Lines between two communities are told by relation and status, then one by one."""
    it = opened(many, {})
    page = it.go(f"#between={ALPHA}&between={BARRIERS}")
    assert page.inner_text("#details h2") == "Between Alpha and Barriers"
    assert "15 lines, 15 claims" in it.details()
    page.click("#details summary >> nth=0")
    assert page.locator("#details .facts > li").count() == 12
    page.click("#details .facts summary >> nth=0")
    assert re.match(r"Bad \d+$", page.inner_text("#details mark >> nth=0"))


def test_filters_paths_and_neighbourhoods_go_on_working(opened, many):
    """What filters leave is rolled up too, and opens by itself where it is little."""
    wanted = {
        "statuses=reported": "The whole graph: 0 things, 0 lines.",
        "text=words+of+3+and": "What the filters let through: 56 things, 55 lines.",
        "relations=partner": "The whole graph: 37 things, shown as 3 closed communities.",
        "focus=vanguard:north": "Around Better North: 58 things, 57 lines.",
        "focus=vanguard:north&to=vanguard:v05": "The way between two things: 3 things, 2 lines.",
        "focus=model:alpha&depth=2": "Around Alpha: 846 things, shown as 16 closed communities and"
        " 1 thing on its own.",
    }
    it = opened(many, {})
    page = it.go()
    said = {}
    for address in wanted:
        it.turn(address)
        said[address] = page.inner_text("#summary")
    assert said == wanted


def test_more_than_can_be_drawn_is_never_opened(opened, claim):
    """What was opened last is shown; the page says what had to stay closed."""
    told = []
    for i in range(6):
        site = Entity("vanguard", f"v{i}")
        told.append(claim("care_model", site, Entity("model", f"m{i}")))
        told += [
            claim("partner", site, Entity("org", f"o{i}-{j}", (f"Org {i} {j}",)))
            for j in range(350)
        ]
    it = opened(told, {})
    page = it.go("#" + "&".join(f"open=~model:m{i}/~vanguard:v{i}" for i in range(6)))
    assert chips(page) == [f"{kind}{i}" for kind in "MV" for i in range(2, 6)]
    assert page.inner_text("#summary").endswith(
        "2 communities stay closed, since not more than 1500 things are drawn at once."
    )


def test_an_address_with_strange_communities_shows_the_whole(opened, many):
    """What an address asks for and is not there is passed over."""
    page = opened(many, {}).go("#open=x&open=%3Cimg%3E&card=y&between=a&between=b&where=map")
    assert page.inner_text("#summary").startswith("The whole graph: 1,687 things")
