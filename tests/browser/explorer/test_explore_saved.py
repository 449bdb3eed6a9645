"""What the explorer saves and prints: rows and pictures."""

import csv
import io
import xml.etree.ElementTree as ET

from kg.model import Entity

SVG = "{http://www.w3.org/2000/svg}"


def saved(page, button, path):
    """Save a file by a button and return its bytes."""
    with page.expect_download() as waiting:
        page.click(button)
    waiting.value.save_as(path)
    return path.read_bytes()


def texts(root):
    """Return what is written in a picture, rows joined."""
    return [" ".join(t.itertext()) for t in root.iter(f"{SVG}text")]


def circles(root):
    """Return (x, y, radius) of the closed communities of a picture."""
    found = (c for c in root.iter(f"{SVG}circle") if c.find(f"{SVG}title") is not None)
    return [tuple(float(c.get(name)) for name in ("cx", "cy", "r")) for c in found]


def test_rows_and_picture_are_saved(opened, tmp_path):
    """CSV holds the rows, formulas made harmless; the picture is a PNG that is not empty."""
    page = opened().go("#view=all&relations=care_model,outcome,location,barrier,funding")
    text = saved(page, "#csv", tmp_path / "rows.csv").decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows[0][:6] == ["subject", "relation", "object", "figure", "status", "quote"]
    assert sorted(row[:6] for row in rows[1:]) == [
        ["Better North", "has partner", "City Trust", "", "reported", "'=1+1, said the trust"],
        ["Südliche Seite", "has partner", "City Trust", "", "planned", "words"],
    ]
    picture = saved(page, "#png", tmp_path / "picture.png")
    assert picture.startswith(b"\x89PNG")
    assert len(picture) > 3000


def test_a_picture_is_saved_as_vectors_with_its_legend(opened, tmp_path):
    """The SVG is well-formed, names things, figures and what is seen, and refers to nothing."""
    page = opened().go("#focus=vanguard%3Anorth")
    picture = saved(page, "#svg", tmp_path / "picture.svg")
    root = ET.fromstring(picture)
    assert texts(root) == [
        "A programme",
        "Around Better North: 5 things, 4 lines.",
        "Better North",
        "Alpha",
        "City Trust",
        "Bed days",
        "Town",
        "down 5%",
        "Care models",
        "Vanguards",
        "Organisations",
        "Outcome measures",
        "Places",
        "has care model",
        "has partner",
        "has outcome",
        "is in",
        "Reported",
    ]
    assert [name for e in root.iter() for name in e.attrib if "href" in name] == []
    assert root.find(f"{SVG}title").text == "A programme"
    assert [e.tag for e in root.iter() if e.tag.endswith(("script", "image", "style"))] == []


def test_hostile_names_stay_text_in_a_saved_picture(opened, claim, tmp_path):
    """Markup in a name is escaped, and what XML cannot hold is left out."""
    bad = "<script>alert(1)</script> ]]> & \ufffe\uffff\x0bok"
    told = [claim("partner", Entity("vanguard", "north"), Entity("org", "o", (bad,)))]
    page = opened(told, {}, bad).go("#focus=vanguard%3Anorth")
    root = ET.fromstring(saved(page, "#svg", tmp_path / "picture.svg"))
    assert root.find(f"{SVG}title").text == "<script>alert(1)</script> ]]> & ok"
    assert [e for e in root.iter() if e.tag.endswith("script")] == []


def test_a_saved_picture_opens_by_itself(opened, watched, tmp_path):
    """The file shows its names in a browser and asks for nothing."""
    page = opened().go()
    saved(page, "#svg", tmp_path / "picture.svg")
    it = watched(tmp_path / "picture.svg")
    it.page.goto(it.url)
    boxes = it.page.evaluate(
        "[...document.querySelectorAll('text')].map(t => t.getBoundingClientRect().width)"
    )
    assert len(boxes) > 8
    assert min(boxes) > 5


def test_communities_stand_apart_and_in_the_same_places_each_time(opened, claim, tmp_path):
    """No two closed communities overlap, and a second opening draws the same picture."""
    told = []
    for i in range(40):
        site = Entity("vanguard", f"v{i:02}")
        told.append(claim("care_model", site, Entity("model", f"m{i % 3}")))
        told += [
            claim("partner", site, Entity("org", f"o{i}-{j}", (f"Org {i} {j}",)))
            for j in range(10 + i * 2)
        ]
    pictures = []
    for name in ("one.svg", "two.svg"):
        page = opened(told, {}).go("#open=~model:m0&open=~model:m1")
        pictures.append(saved(page, "#svg", tmp_path / name))
    assert pictures[0] == pictures[1]
    found = circles(ET.fromstring(pictures[0]))
    assert len(found) == 1 + 14 + 13
    for i, (x, y, r) in enumerate(found):
        for u, v, s in found[:i]:
            assert (x - u) ** 2 + (y - v) ** 2 >= (r + s) ** 2 * 0.99


def test_a_printed_page_holds_the_whole_picture_and_the_words(opened):
    """For paper the picture becomes vectors and the quotes are unfolded; then all is put back."""
    page = opened(color_scheme="dark").go("#focus=vanguard%3Anorth")
    assert page.locator("#details mark").count() == 0
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("#printed svg").is_visible()
    assert page.locator("#picture").is_hidden()
    assert page.locator("#details mark").count() == 4
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert page.locator("#printed svg").count() == 0
    assert page.locator("#details details[open]").count() == 0
