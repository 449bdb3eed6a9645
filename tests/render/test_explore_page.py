"""The explorer page as text: what it holds, what it lets through, how it is written."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Claim, Direction, Entity, Evidence, Outcome, Relation, Status
from kg.query.network import SourceInfo, network
from kg.registry import Registry
from kg.render.explore import explore_page
from kg.render.layout import communities, honeycomb, landmarks, overview, positions
from kg.render.legend import KINDS, RELATIONS, STATUSES
from kg.render.page_data import page_data
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
            "page": "",
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
        name.partition(" ")[2]: (look.get("dashes"), look["arrows"] == "to")
        for name, look in vis_values(data)["lines"].items()
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


def test_the_most_connected_organisations_are_in_the_opening_picture_whatever_else_there_is():
    """Sixty measures that three vanguards share do not crowd out an organisation that two have."""
    sites = [Entity("vanguard", f"site-{i}") for i in range(3)]
    told = [
        claim("outcome", site, Outcome(f"measure-{i}", Direction.IMPROVE))
        for site in sites
        for i in range(60)
    ]
    told += [claim("partner", site, Entity("org", "shared")) for site in sites[:2]]
    first = overview(network(told, Vocabulary([], Registry("", ())), {}))
    assert sum(key.startswith("measure:") for key in first) == 48
    assert "org:shared" in first


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


def test_the_page_is_the_same_for_any_hash_seed(printed):
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
    assert len(printed(code)) == 1


def test_the_page_names_no_remote_origin_and_carries_all_it_needs():
    """No element loads anything, and scripts and style are allowed by hash alone."""
    page = explore_page(programme(), "T")
    outside = re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL)
    assert re.findall(r"(?:src|href)=\"(?!#|data:,)[^\"]*\"", outside) == []
    assert 'http-equiv="Content-Security-Policy" content="default-src \'none\';' in page.replace(
        "&#39;", "'"
    )
    assert "unsafe" not in page.split("<title>")[0]
