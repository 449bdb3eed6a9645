"""The evidence map as CSV, as a figure and as a page: what each file holds and lets through."""

import csv
import io
import json
import re
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from kg.errors import InputError
from kg.model import Claim, Direction, Entity, Evidence, Outcome, Relation, Status
from kg.query.evidence_map import evidence_map, used_only
from kg.query.meetings import Way
from kg.query.network import SourceInfo, network
from kg.registry import Registry
from kg.render.map_csv import map_csv
from kg.render.map_looks import STATUSES, TONES, WAYS, symbol_id, symbols
from kg.render.map_page import map_page
from kg.render.map_svg import map_svg
from kg.vocabulary import Concept, Label, Vocabulary

SVG = "{http://www.w3.org/2000/svg}"
FRAMEWORK = Vocabulary(
    [
        Concept("intervention", "hub", "https://x/h", (Label("pref", "=Hub"),)),
        Concept("intervention", "falls", "https://x/f", (Label("pref", "Falls service"),)),
        Concept(
            "measure",
            "beds",
            "https://x/b",
            (Label("pref", "Bed days"),),
            "",
            (("betterDirection", "decrease"),),
        ),
    ],
    Registry("", ()),
)
FALLS, NORTH = Entity("intervention", "falls"), Entity("vanguard", "north")
FEWER = Outcome("beds", Direction.DECREASE, Decimal(5), "percent")


def claim(relation, subject, target, *, status="reported", source="s1", quote="words"):
    """Build a claim."""
    words = (Evidence(source, 0, len(quote), quote),)
    return Claim(Relation(relation), subject, target, Status(status), words, "test", 0.9)


CLAIMS = [
    claim("outcome", FALLS, FEWER),
    claim("outcome", FALLS, FEWER, source="s2"),
    claim("outcome", FALLS, FEWER, status="negated", source="s3"),
    claim("outcome", NORTH, FEWER),
    claim("implements", NORTH, Entity("intervention", "hub")),
]


def grid_of(claims=CLAIMS, rows="interventions", columns="measures", **options):
    """Return the map of claims."""
    graph = network(claims, FRAMEWORK, {})
    return evidence_map(graph, rows, columns, vocabulary=FRAMEWORK, **options)


def page_of(claims, title="T", sources=None, **options):
    """Return the page of claims."""
    graph = network(claims, FRAMEWORK, sources or {})
    options = {"vocabulary": FRAMEWORK, **options}
    return map_page(graph, "interventions", "measures", title, **options)


def data_of(page):
    """Return the values that a page holds."""
    return json.loads(page.split('id="data">')[1].split("</script>")[0])


def test_csv_has_a_row_a_bubble_and_a_row_a_gap():
    """Counts stand by way, direction and status; gaps are there; formulas are text."""
    assert map_csv(grid_of()) == (
        "row,column,way,direction,status,claims,sources,vanguards_between,source_ids\n"
        "'=Hub,Bed days,,,,0,0,0,\n"
        "Falls service,Bed days,tied,better,reported,2,2,0,s1; s2\n"
        "Falls service,Bed days,tied,better,negated,1,1,0,s3\n"
    )


def test_csv_counts_the_vanguards_between():
    """What is together in a vanguard says in how many."""
    rows = list(csv.DictReader(io.StringIO(map_csv(grid_of(ways=[Way.TOGETHER])))))
    assert (rows[0]["way"], rows[0]["vanguards_between"], rows[0]["claims"]) == (
        "together",
        "1",
        "2",
    )


def test_the_figure_is_whole_and_its_text_is_text():
    """The SVG parses, names things as text, and draws one bubble a mark and one dot a gap."""
    root = ET.fromstring(map_svg(grid_of(), "A title", note="So far."))
    said = ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]
    assert said == [
        "A title",
        "So far. 3 claims of 3 sources in 1 cell; 1 gap.",
        "Interventions by outcome measures",
        "Bed days",
        "claims / sources",
        "=Hub",
        "0 / 0",
        "Falls service",
        "3 / 3",
        "Area: number of claims (two rings: of vanguards), to 6. Small dot: a gap.",
        "Reported, better",
        "Negated, better",
    ]
    used = [use.get("href") for use in root.iter(f"{SVG}use")]
    assert used == ["#m-tied-better-reported", "#m-tied-better-negated"] * 2
    assert len(list(root.iter(f"{SVG}circle"))) == 1
    assert [t.text for t in root.iter(f"{SVG}title")] == [
        "Falls service / Bed days: reported, better: 2; negated, better: 1"
    ]


def test_the_figure_asks_for_nothing_from_elsewhere():
    """No link, script, style sheet or picture: only its own symbols are referred to."""
    figure = map_svg(grid_of(), "T")
    assert re.findall(r'(?:href|src)="(?!#m-)', figure) == []
    assert not re.search(r"<(script|style|image|foreignObject|a)\b|url\(", figure)


def test_a_map_without_anything_is_still_a_figure_a_table_and_a_page():
    """No claim and no framework: nothing fails."""
    empty = used_only(grid_of([]))
    assert ET.fromstring(map_svg(empty, "T")).tag == f"{SVG}svg"
    assert map_csv(empty).count("\n") == 1
    assert data_of(page_of([], vocabulary=None))["claims"] == []


def test_every_bubble_has_a_symbol_of_its_own():
    """No two symbols look alike, and every way, direction and status that can be has one."""
    root = ET.fromstring(f"<defs>{symbols()}</defs>")
    found = {s.get("id"): b"".join(map(ET.tostring, s)) for s in root}
    wanted = {
        symbol_id(way.id, tone.id, status.id)
        for way in WAYS
        for tone in TONES
        for status in STATUSES
        if way.id != "together" or (tone.id, status.id != "negated") == ("told", True)
    }
    assert set(found) == wanted
    assert len(set(found.values())) == len(found) == 51
    assert {look.id for look in TONES} >= {"better", "worse", "same", "level", "told"}


def test_no_two_bubbles_differ_by_colour_alone():
    """With all colours taken away better and worse, reported and expected still differ."""
    grey = re.sub(r"#[0-9A-Fa-f]{6}", "#888888", symbols())
    drawn = dict(re.findall(r'<symbol id="m-tied-([^"]+)"[^>]*>(.*?)</symbol>', grey))
    alike = {a: [b for b in drawn if b != a and drawn[a] == drawn[b]] for a in drawn}
    # "told" speaks of no measure, so it never stands on one map with "better"
    assert {a for a, others in alike.items() if others} == {
        f"{tone}-{status.id}" for tone in ("better", "told") for status in STATUSES
    }


def test_the_page_holds_each_claim_once_and_what_any_two_axes_need():
    """Things by axis, claims with ends, status and direction, ways of any two, the opening."""
    trust = claim("partner", NORTH, Entity("org", "trust", ("Trust",)))
    data = data_of(page_of([*CLAIMS, trust]))
    names = [thing["label"] for thing in data["things"]]
    assert {a["id"]: [names[i] for i in a["things"]] for a in data["axes"]} == {
        "interventions": ["=Hub", "Falls service"],
        "measures": ["Bed days"],
        "barriers": [],
        "enablers": [],
        "populations": [],
        "vanguards": ["North"],
        "care-models": [],
    }
    assert [(names[c["from"]], names[c["to"]], c["status"], c["tone"]) for c in data["claims"]] == [
        ("North", "=Hub", "reported", "told"),
        ("Falls service", "Bed days", "reported", "better"),
        ("North", "Bed days", "reported", "better"),
        ("Falls service", "Bed days", "reported", "better"),
        ("Falls service", "Bed days", "negated", "better"),
    ]
    assert data["pairs"]["barriers interventions"] == {
        "can": ["tied", "together"],
        "usual": ["tied", "together"],
    }
    assert data["pairs"]["measures vanguards"] == {"can": ["tied"], "usual": ["tied"]}
    assert len(data["pairs"]) == 21
    assert data["apart"] == {"vanguard": 1}
    assert data["opens"] == {
        "rows": "interventions",
        "columns": "measures",
        "ways": ["tied"],
        "gaps": False,
    }


def test_the_page_names_no_remote_origin_and_carries_all_it_needs():
    """No element loads anything, and script and style are allowed by hash alone."""
    page = page_of(CLAIMS)
    outside = re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL)
    assert re.findall(r"(?:src|href)=\"(?!#|data:,)[^\"]*\"", outside) == []
    head = page.split("<title>")[0].replace("&#39;", "'")
    assert "content=\"default-src 'none'; script-src 'sha256-" in head
    assert "unsafe" not in head


HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(2)</script>",
    "<!--<script>",
    "\"'><svg onload=alert(3)>",
    "{{ 7*7 }}{% raw %}${7*7}",
    "javascript:alert(4)",
    "\u202eevil\u2066\u200b\ufeff",
    "".join(map(chr, range(32))) + "\x7f\x80\x9f\u2028\u2029\ufffe\uffff",
    "\ud800 lone",
    "x" * 10_000,
    "=1+1",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_stays_data(text):
    """Whatever a name, title, quote or link holds, page, figure and table keep their form."""
    words = Vocabulary(
        [
            Concept("intervention", "falls", "https://x/f", (Label("pref", text),)),
            Concept("measure", "beds", "https://x/b", (Label("pref", text),)),
        ],
        Registry("", ()),
    )
    told = [claim("outcome", FALLS, FEWER, quote=text)]
    source = SourceInfo("s1", text, text, text, text, text)
    graph = network(told, words, {"s1": source})
    page = map_page(graph, "interventions", "measures", text, vocabulary=words, note=text)
    tags = re.compile(r"<[a-zA-Z/!][^\s>]*")
    assert tags.findall(page) == tags.findall(page_of([]))
    data = data_of(page)
    assert data["claims"][0]["words"][0]["quote"] == text
    assert data["sources"][0]["url"] == ""
    page.encode("utf-8")
    grid = evidence_map(graph, "interventions", "measures", vocabulary=words)
    figure = map_svg(grid, text, note=text)
    plain = map_svg(
        evidence_map(network([CLAIMS[0]], FRAMEWORK, {}), "interventions", "measures"), "T"
    )
    assert [e.tag for e in ET.fromstring(figure.encode()).iter()] == [
        e.tag for e in ET.fromstring(plain).iter()
    ]
    header, row = csv.reader(io.StringIO(map_csv(grid), newline=""))
    assert len(header) == len(row) == 9
    assert not row[0].startswith("=")


def test_axes_that_do_not_fit_are_refused_before_anything_is_written():
    """The page says what is wrong as the map does."""
    with pytest.raises(InputError, match="both 'measures'"):
        map_page(network([], FRAMEWORK, {}), "measures", "measures", "T")


def test_the_files_are_the_same_for_any_hash_seed(printed):
    """Two processes with different hash seeds write the same bytes."""
    code = f"""
import hashlib, sys
sys.path.insert(0, {str(Path(__file__).parent)!r})
from test_map_files import *
all_ = page_of(CLAIMS) + map_svg(grid_of(), "T") + map_csv(grid_of(ways=list(Way)[::2]))
print(hashlib.sha256(all_.encode()).hexdigest())
"""
    assert len(printed(code)) == 1
