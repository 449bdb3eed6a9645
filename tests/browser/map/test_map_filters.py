"""The evidence map narrowed down: status, direction, way, source, model, words, confidence."""

import re


def test_filters_narrow_what_is_counted(opened):
    """Status, direction, source, care model, words and confidence leave what fits them."""
    wanted = {
        "": "4 claims, 2 sources in 2 of 4 cells",
        "statuses=negated,expected": "2 claims, 2 sources in 1 of 1 cell",
        "tones=better": "1 claim, 1 source in 1 of 1 cell",
        "source=s2": "2 claims, 1 source in 1 of 1 cell",
        "text=beds+USED": "1 claim, 1 source in 1 of 1 cell",
        "text=single": "1 claim, 1 source in 1 of 1 cell",
        "model=model:alpha": "0 claims, 0 sources in 0 of 0 cells",
        "model=model:alpha&ways=none": "2 claims, 2 sources in 1 of 1 cell",
        "model=model:beta&ways=none": "0 claims, 0 sources in 0 of 0 cells",
        "confidence=0.95": "0 claims, 0 sources in 0 of 0 cells",
        "gaps=true": "4 claims, 2 sources in 2 of 9 cells",
        "ways=tied": "2 claims, 2 sources in 1 of 1 cell",
    }
    it = opened()
    page = it.go()
    counts = {}
    for address in wanted:
        it.turn(address)
        counts[address] = page.inner_text("#summary").partition(";")[0]
    assert counts == wanted


def test_what_is_only_together_is_switched_on_and_marked(opened, grid):
    """Two rings, a sentence that no source ties the two, and the vanguard that has both."""
    it = opened()
    page = it.go()
    page.check("#ways input[value=together]")
    assert "ways=none" in page.url
    assert (
        grid(it.page)[1][2] == "2 claims, 2 sources. Reported, together in a vanguard: 1 vanguard"
    )
    # three claims tie the service to bed days, one vanguard has it and tells of costs
    assert page.locator("#grid .count").all_inner_texts() == ["3", "1", "1"]
    page.click("button.cell[data-cell='intervention:falls|measure:cost']")
    told = re.sub(r"\s+", " ", page.inner_text("#details"))
    assert "no source says that the one has to do with the other" in told
    assert "Better North (2 claims)" in told
    assert "Better North implements Falls service" in told
    assert "Better North has outcome Costs: down 5%" in told
    page.uncheck("#ways input[value=together]")
    assert grid(it.page)[1][2] == "gap"
    assert "Nothing is told here under these filters" in page.inner_text("#details")


def test_words_are_looked_for_as_one_types(opened, grid):
    """Slash leads to the field; what is typed narrows the map, and the address says so."""
    it = opened()
    page = it.go()
    page.keyboard.press("/")
    page.keyboard.type("single")
    it.until("location.hash === '#text=single'")
    assert [row[0] for row in grid(it.page)] == [
        "Intervention / outcome measure",
        "Single hub",
        "Claims / sources",
    ]
    page.click("#reset")
    assert page.input_value("#text") == ""
    assert len(grid(it.page)) == 4
