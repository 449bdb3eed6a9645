"""The explorer in a real browser: find, follow, filter, read, go back."""

import re

from kg.model import Entity


def test_opens_with_the_programme_at_a_glance(opened):
    """The page opens without a request, says what it shows, and leaves the place of one out."""
    page = opened().go()
    assert page.inner_text("#summary").startswith("At a glance")
    assert page.inner_text("#summary").endswith("5 things, 4 lines.")
    assert page.locator("#picture canvas").count() == 1


def test_search_finds_by_other_name_and_by_keyboard_alone(opened):
    """Slash, a few letters without accents, Enter: the card of the thing is there."""
    it = opened()
    page = it.go()
    page.keyboard.press("/")
    page.keyboard.type("sudlic")
    assert page.locator("#found [role=option]").all_inner_texts() == ["Südliche Seite\nVanguard"]
    page.keyboard.press("Enter")
    assert page.inner_text("#details h2") == "Südliche Seite"
    page.keyboard.press("/")
    page.keyboard.type("ct")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    assert page.inner_text("#details h2") == "City Trust"
    assert "is a partner of (2)" in it.details()


def test_the_whole_of_another_name_comes_before_less_connected_namesakes(opened, claim):
    """What is called so, if only among other names, comes before the beginning of a name."""
    care, town = Entity("org", "care", ("Care Board", "Leek")), Entity("place", "leek", ("Leek",))
    wood = Entity("place", "wood", ("Leek Wood",))
    north, south = Entity("vanguard", "north"), Entity("vanguard", "south")
    told = [claim("partner", north, care), claim("partner", south, care)]
    told += [claim("location", north, place) for place in (town, wood)]
    page = opened(told, {}).go()
    page.fill("#find", "leek")
    options = page.locator("#found [role=option] span").all_inner_texts()
    assert options == ["Care Board", "Leek", "Leek Wood"]


def test_back_forward_and_a_reloaded_address_show_the_same(opened):
    """The address carries the state: back, forward and reload show what was there."""
    it = opened()
    page = it.go()
    it.go("#focus=vanguard%3Anorth&statuses=planned")
    before = (page.inner_text("#summary"), it.details())
    page.click("#details button.link:has-text('City Trust')")
    assert page.inner_text("#details h2") == "City Trust"
    page.go_back()
    it.settled()
    assert (page.inner_text("#summary"), it.details()) == before
    page.go_forward()
    it.settled()
    assert page.inner_text("#details h2") == "City Trust"
    page.go_back()
    it.settled()
    page.reload()
    it.settled()
    assert (page.inner_text("#summary"), it.details()) == before
    assert not page.is_checked("#statuses input[value=planned]")


def test_an_address_that_makes_no_sense_shows_the_opening_picture(opened):
    """What an address asks for and is not there is passed over."""
    page = opened().go("#focus=%3Cimg%3E&line=x&depth=-7&view=x&source=y&confidence=NaN&kinds=z,,")
    assert page.inner_text("#summary").startswith("At a glance")


def test_a_line_shows_the_words_in_their_sentence_and_their_source(opened):
    """A line picked in the picture tells status, sentence, source, date, link and rule."""
    page = opened(viewport={"width": 1300, "height": 800}).go("#focus=measure%3Abed-days")
    box = page.locator("#picture canvas").bounding_box()
    # two things stand above each other: the line runs through the middle
    middle = box["x"] + box["width"] / 2
    for up in range(60, 320, 20):
        page.mouse.click(middle, box["y"] + box["height"] / 2 - up)
        page.wait_for_timeout(60)
        if page.inner_text("#details h2") == "What this line says":
            break
    told = page.inner_text("#details")
    assert "Better North has outcome Bed days: down 5%" in told
    assert "Beds used fell by 5% in a year." in told
    assert "It began" not in told
    assert "Paper, 2016-05, article" in told
    assert "Confidence 0.9 · rule test · characters 17–37" in told
    assert page.inner_text("#details mark") == "Beds used fell by 5%"
    link = page.locator("#details blockquote ~ p a")
    assert (link.get_attribute("href"), link.get_attribute("rel")) == (
        "https://example.org/n",
        "noopener noreferrer",
    )


def test_filters_choose_things_and_lines(opened):
    """Every filter narrows the view, and the summary counts what is left."""
    wanted = {
        "": "5 things, 4 lines.",
        "view=all": "9 things, 8 lines.",
        "view=all&kinds=place,org": "7 things, 5 lines.",
        "view=all&statuses=reported": "4 things, 3 lines.",
        "view=all&relations=partner": "8 things, 6 lines.",
        "source=s2": "3 things, 2 lines.",
        "text=beds+USED": "2 things, 1 line.",
        "model=model:beta": "5 things, 4 lines.",
        "confidence=0.95": "0 things, 0 lines.",
        "focus=vanguard:north": "5 things, 4 lines.",
        "focus=vanguard:north&depth=2": "6 things, 5 lines.",
    }
    it = opened()
    page = it.go()
    counts = {}
    for address in wanted:
        it.turn(address)
        counts[address] = page.inner_text("#summary").rpartition(": ")[2]
    assert counts == wanted


def test_the_legend_switches_kinds_off_and_on(opened):
    """A click in the legend takes a kind and its lines away and brings them back."""
    page = opened().go()
    page.uncheck("#kinds input[value=org]")
    assert page.inner_text("#summary").endswith("4 things, 2 lines.")
    assert "kinds=org" in page.url
    page.check("#kinds input[value=org]")
    assert page.inner_text("#summary").endswith("5 things, 4 lines.")


def test_two_clicks_lead_to_one_kind_of_line_alone(opened):
    """A list of the legend is switched off as a whole, one of it on, and then all again."""
    it = opened()
    page = it.go()
    flip = page.locator("#flip-relations")
    assert (flip.inner_text(), flip.get_attribute("aria-label")) == ("none", "Lines: show none")
    flip.click()
    it.settled()
    assert page.locator("#relations input:checked").count() == 0
    page.check("#relations input[value=partner]")
    it.settled()
    assert page.inner_text("#summary").endswith("3 things, 2 lines.")
    assert flip.inner_text() == "all"
    flip.click()
    it.settled()
    assert page.inner_text("#summary").endswith("5 things, 4 lines.")
    assert page.locator("#kinds input:not(:checked)").count() == 0


def test_the_way_between_two_things_is_told_in_words(opened):
    """The shortest path is a list of sentences, read in the direction one walks."""
    it = opened()
    page = it.go("#focus=vanguard:north")
    page.fill("#path", "regul")
    page.press("#path", "Enter")
    steps = [re.sub(r"\s+", " ", t) for t in page.locator("#details .path > li").all_inner_texts()]
    assert [
        s.partition(" reported")[0].partition(" planned")[0].partition(" negated")[0] for s in steps
    ] == [
        "Better North has partner City Trust",
        "City Trust is a partner of Südliche Seite",
        "Südliche Seite was hindered by Regulation",
    ]
    assert "3 steps apart" in it.details()


def test_the_table_holds_the_same_facts(opened, programme):
    """The table lists every claim of the view, with buttons that lead on."""
    page = opened().go("#view=all&show=table")
    assert page.locator("#rows tbody tr").count() == len(programme)
    assert page.locator("#picture").is_hidden()
    page.click("#rows button.link:has-text('City Trust') >> nth=0")
    assert page.locator("#rows tbody tr").count() == 2


def test_a_card_leads_to_the_things_own_page_where_there_is_one(opened):
    """In a site the card links a page; alone, or where the address is no page, there is no link."""
    links = {"https://x/n": "vanguard/north.html", "https://x/s": "javascript:alert(1)"}
    it = opened(links=links)
    page = it.go("#focus=vanguard%3Anorth")
    assert page.get_attribute("#details .page a", "href") == "vanguard/north.html"
    it.turn("#focus=vanguard%3Asouth")
    assert page.locator("#details .page a").count() == 0
    page = opened().go("#focus=vanguard%3Anorth")
    assert page.locator("#details .page a").count() == 0


def test_n_p_and_enter_walk_through_the_picture(opened):
    """The keyboard steps through what is shown, in order of name, and Enter shows its card."""
    it = opened()
    page = it.go()
    page.focus("#picture [role=application]")
    for key in "nnp":
        page.keyboard.press(key)
    assert page.inner_text("#spoken") == "Alpha, Care model, 1 of 5. Enter opens it."
    page.keyboard.press("Enter")
    it.settled()
    assert page.inner_text("#details h2") == "Alpha"
