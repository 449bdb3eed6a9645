"""The explorer page as text: what it holds, what it lets through, how it is written."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import InputError
from kg.model import Claim, Direction, Entity, Evidence, Outcome, Relation, Status
from kg.query.network import SourceInfo, network
from kg.registry import Registry
from kg.render.explore import explore_page, policy, write_page
from kg.render.layout import communities, honeycomb, landmarks, overview, positions
from kg.render.legend import KINDS, RELATIONS, STATUSES
from kg.render.page_data import page_data
from kg.render.safety import one_line, safe_link, script_json, short_label
from kg.render.vis import vis_values
from kg.vocabulary import Vocabulary

EMPTY = Vocabulary([], Registry("", ()))
MODELS = ("alpha", "beta")


def claim(relation, subject, target, *, status="reported", source="s1", start=0, quote="words"):
    """Build a claim."""
    words = (Evidence(source, start, start + len(quote), quote),)
    return Claim(Relation(relation), subject, target, Status(status), words, "test", 0.9)


def programme(sites=6):
    """Build a small programme: two models, their vanguards, one partner that all share."""
    told = []
    for i in range(sites):
        site = Entity("vanguard", f"site-{i}")
        told.append(claim("care_model", site, Entity("model", MODELS[i % 2])))
        told.append(claim("partner", site, Entity("org", "x", ("Shared Trust X",))))
        told.append(claim("location", site, Entity("place", f"town-{i}", (f"Town {i}",))))
    return network(told, EMPTY, {})


def test_page_data_is_the_whole_network_in_plain_values():
    """Things, lines and claims point at each other by number; a quote stands in its sentence."""
    text = "Good news. Beds fell by 5%, it said. More."
    told = claim(
        "outcome",
        Entity("vanguard", "north"),
        Outcome("bed-days", Direction.DECREASE, Decimal(5), "percent"),
        start=11,
        quote="Beds fell by 5%",
    )
    source = SourceInfo("s1", "News", "Paper", "2016-05", "https://example.org/n", "article", text)
    data = page_data(network([told], EMPTY, {"s1": source}), title="T")
    assert data["claims"] == [
        {
            "source": 0,
            "says": "down 5%",
            "confidence": 0.9,
            "rule": "test",
            "words": [
                {
                    "quote": "Beds fell by 5%",
                    "start": 11,
                    "end": 26,
                    "before": "",
                    "after": ", it said.",
                }
            ],
            "qualifiers": [],
        }
    ]
    assert data["lines"] == [
        {
            "from": 1,
            "to": 0,
            "relation": "outcome",
            "status": "reported",
            "says": "down 5%",
            "claims": [0],
            "bend": 0,
        }
    ]
    assert [t["key"] for t in data["things"]] == ["measure:bed-days", "vanguard:north"]
    assert data["sources"] == [
        {
            "id": "s1",
            "title": "News",
            "publisher": "Paper",
            "date": "2016-05",
            "url": "https://example.org/n",
            "kind": "article",
        }
    ]


def test_claims_that_say_the_same_share_a_line_and_others_are_parallel():
    """Two sources for one fact make one line of two claims; another status makes a second line."""
    north, trust = Entity("vanguard", "north"), Entity("org", "t", ("Care",))
    told = [
        claim("partner", north, trust),
        claim("partner", north, trust, source="s2"),
        claim("partner", north, trust, status="planned"),
    ]
    lines = page_data(network(told, EMPTY, {}), title="T")["lines"]
    assert [(row["status"], len(row["claims"]), row["bend"]) for row in lines] == [
        ("planned", 1, 0),
        ("reported", 2, 1),
    ]


def test_statuses_have_strokes_of_their_own_and_a_denial_is_struck_through():
    """Solid, dashed, dotted and struck: no two statuses look alike without colour."""
    north, trust = Entity("vanguard", "north"), Entity("org", "t", ("Care",))
    told = [claim("partner", north, trust, status=s.value, start=i) for i, s in enumerate(Status)]
    data = page_data(network(told, EMPTY, {}), title="T")
    drawn = {
        data["lines"][e["id"]]["status"]: (e.get("dashes"), e["arrows"] == "to")
        for e in vis_values(data)["edges"]
    }
    assert drawn == {
        "reported": (None, True),
        "planned": ([14, 7], True),
        "expected": ([2, 7], True),
        "negated": ([9, 5, 2, 5], False),
    }


def test_every_kind_relation_and_status_has_a_look():
    """The legend covers the model, and no two kinds share both shape and colour."""
    assert {r.id for r in RELATIONS} == {r.value for r in Relation}
    assert {s.id for s in STATUSES} == {s.value for s in Status}
    assert len({(k.shape, k.colour) for k in KINDS}) == len({k.id for k in KINDS}) == 12


def test_the_opening_picture_holds_programme_and_shared_things_not_leaves():
    """Models, vanguards and what two of them share are shown first; a place of one is not."""
    graph = programme()
    wanted = {
        "model:alpha",
        "model:beta",
        "org:shared x",
        *(f"vanguard:site-{i}" for i in range(6)),
    }
    assert overview(graph) == wanted
    assert landmarks(graph) == {"org:shared x"}


def test_a_vanguard_and_what_it_alone_speaks_of_belong_to_its_model():
    """Communities are the care models; what two of them share belongs to none."""
    homes = communities(programme())
    assert homes == {
        "model:alpha": "model:alpha",
        "model:beta": "model:beta",
        **{f"vanguard:site-{i}": f"model:{MODELS[i % 2]}" for i in range(6)},
        **{f"place:town-{i}": f"model:{MODELS[i % 2]}" for i in range(6)},
    }


@settings(deadline=None)
@given(st.integers(0, 60))
def test_no_two_places_of_a_honeycomb_touch(count):
    """Any number of members has places far enough apart for their names, none at the hub."""
    places = [(0.0, 0.0), *honeycomb(count)]
    assert len(places) == count + 1
    for i, a in enumerate(places):
        for b in places[:i]:
            assert abs(a[0] - b[0]) >= 200 or abs(a[1] - b[1]) >= 130


@settings(deadline=None)
@given(
    st.sets(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=60).map(sorted),
    st.booleans(),
)
def test_no_two_things_stand_in_one_place(pairs, sites):
    """Every thing of any graph has a place of its own, in whole numbers."""
    kind = "vanguard" if sites else "intervention"
    told = [
        claim("implements", Entity(kind, f"a-{a}"), Entity("intervention", f"a-{b}"))
        for a, b in pairs
    ]
    graph = network(told, EMPTY, {})
    places = positions(graph)
    assert set(places) == set(graph)
    assert len(set(places.values())) == len(places)
    assert all(isinstance(x, int) and isinstance(y, int) for x, y in places.values())


def test_the_page_is_the_same_for_any_hash_seed():
    """Two processes with different hash seeds write the same bytes, communities found or told."""
    code = f"""
import hashlib, sys
sys.path.insert(0, {str(Path(__file__).parent)!r})
from test_explore_page import *
told = [
    claim("partner", Entity("vanguard", f"v{{i}}"), Entity("org", "o", (f"Org {{i % 7}} {{j}}",)))
    for i in range(30) for j in range(3)
]
page = explore_page(programme(), "T") + explore_page(network(told, EMPTY, {{}}), "T")
print(hashlib.sha256(page.encode()).hexdigest())
"""
    seen = set()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        run = subprocess.run(
            [sys.executable, "-c", code],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        seen.add(run.stdout)
    assert len(seen) == 1


def test_the_page_names_no_remote_origin_and_carries_all_it_needs():
    """No element loads anything, and scripts and style are allowed by hash alone."""
    page = explore_page(programme(), "T")
    outside = re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL)
    assert re.findall(r"(?:src|href)=\"(?!#|data:,)[^\"]*\"", outside) == []
    assert 'http-equiv="Content-Security-Policy" content="default-src \'none\';' in page.replace(
        "&#39;", "'"
    )
    assert "unsafe" not in page.split("<title>")[0]


HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(2)</script>",
    "<!--<script>",
    "\"'><svg onload=alert(3)>",
    "{{ 7*7 }}{% raw %}${7*7}",
    "javascript:alert(4)",
    "\u202eevil\u2066\u200b\ufeff",
    "".join(map(chr, range(32))) + "\x7f\x80\x9f\u2028\u2029",
    "\ud800 lone",
    "x" * 10_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_stays_data(text):
    """Whatever a name, title, quote or link holds, the page has the same elements as before."""
    told = claim("partner", Entity("vanguard", "north"), Entity("org", "o", (text,)), quote=text)
    source = SourceInfo("s1", text, text, text, text, text)
    page = explore_page(network([told], EMPTY, {"s1": source}), text, note=text)
    plain = explore_page(network([], EMPTY, {}), "T")
    tags = re.compile(r"<[a-zA-Z/!][^\s>]*")
    assert tags.findall(page) == tags.findall(plain)
    data = json.loads(page.split('id="data">')[1].split("</script>")[0])
    assert data["claims"][0]["words"][0]["quote"] == text
    assert data["sources"][0]["url"] == ""
    assert "{{ 7*7 }}" not in page or text == HOSTILE[4]
    page.encode("utf-8")


@given(st.text())
def test_script_json_cannot_close_its_element_and_reads_back(text):
    """JSON in a page is ASCII, holds no < > &, and says what it was given."""
    said = script_json({"x": text})
    assert said.isascii()
    assert not set("<>&") & set(said)
    assert json.loads(said) == {"x": text}


def test_what_json_cannot_say_is_refused():
    """A value that is not plain raises an error of ours."""
    with pytest.raises(InputError, match="plain values"):
        script_json({"x": float("nan")})


@given(st.text())
def test_labels_are_one_short_clean_line(text):
    """A label has no control or format character, no double space, and is short."""
    line = one_line(text)
    assert line == one_line(line) == " ".join(line.split())
    assert len(short_label(text, 20)) <= 20


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "java\nscript:x",
        "data:text/html,x",
        "file:///x",
        "//host/x",
        "/etc/passwd",
        "http://",
        "https:x",
        "http://[bad",
        " https://x.org",
        "https://x.org/a b",
        "https:\\\\x.org",
        "https://x.org/\u202egpj",
    ],
)
def test_only_plain_http_links_are_links(url):
    """Everything but http and https with a host is no link."""
    assert safe_link(url) == ""


def test_a_script_that_would_end_its_element_is_refused():
    """The policy is not written for a script or style sheet that closes its own element."""
    with pytest.raises(InputError, match="own element"):
        policy(("let a = '</SCRIPT>'",), "")


def test_a_page_is_written_whole_and_as_utf8(tmp_path):
    """The file holds the page in UTF-8, replaces an older one, and leaves nothing beside it."""
    path = tmp_path / "seite.html"
    write_page(path, "old")
    write_page(path, "<p>é — 東京</p>")
    assert path.read_bytes().decode("utf-8") == "<p>é — 東京</p>"
    assert list(tmp_path.iterdir()) == [path]


def test_a_page_that_cannot_be_written_says_so(tmp_path):
    """A folder that is not there is named with the reason."""
    with pytest.raises(InputError, match="cannot be written"):
        write_page(tmp_path / "none" / "x.html", "x")
