"""The communities that a large graph is rolled up into."""

from collections import Counter
from pathlib import Path

from kg.model import Claim, Entity, Evidence, Relation, Status
from kg.query.network import network
from kg.registry import Registry
from kg.render.levels import MOST, RUN, levels
from kg.vocabulary import Vocabulary

EMPTY = Vocabulary([], Registry("", ()))


def claim(relation, subject, target, start=0):
    """Build a claim."""
    words = (Evidence("s", start, start + 1, "w"),)
    return Claim(Relation(relation), subject, target, Status.REPORTED, words, "test", 0.9)


def site(name):
    """Build a vanguard."""
    return Entity("vanguard", name)


def org(name):
    """Build an organisation."""
    return Entity("org", name, (name.title(),))


def by_model():
    """Three models, a vanguard each, their partners, and what all of them speak of."""
    told = []
    for name, model in (("north", "alpha"), ("south", "beta"), ("east", "gamma")):
        told.append(claim("care_model", site(name), Entity("model", model)))
        told.append(claim("partner", site(name), org(f"{name} clinic")))
        told.append(claim("partner", site(name), org("centre")))
        told.append(claim("barrier", site(name), Entity("barrier", "culture")))
    told.append(claim("barrier", site("north"), Entity("barrier", "money")))
    told.append(claim("role", Entity("person", "jo@x", ("Jo",)), org("centre")))
    told.append(claim("role", Entity("person", "al@y", ("Al",)), org("elsewhere")))
    told.append(claim("barrier", Entity("programme", "whole"), Entity("barrier", "money")))
    return network(told, EMPTY, {})


def ways(graph, **options):
    """Return thing -> names of the communities it lies in, the widest first."""
    found, home = levels(graph, **options)

    def up(number):
        return () if number < 0 else (*up(found[number].parent), found[number].name)

    return {node: up(number) for node, number in home.items()}


def test_a_graph_that_can_be_read_at_once_has_no_communities():
    """Nothing is rolled up where there is no need."""
    assert levels(by_model()) == ((), {})


def test_models_hold_vanguards_which_hold_what_lies_nearest_to_them():
    """What is told everywhere is gathered by kind; organisations that link models stand apart."""
    assert ways(by_model(), above=0) == {
        "model:alpha": ("Alpha",),
        "model:beta": ("Beta",),
        "model:gamma": ("Gamma",),
        "vanguard:north": ("Alpha", "North"),
        "vanguard:south": ("Beta", "South"),
        "vanguard:east": ("Gamma", "East"),
        "org:north clinic": ("Alpha", "North"),
        "org:south clinic": ("Beta", "South"),
        "org:east clinic": ("Gamma", "East"),
        "org:centre": ("Organisations of several care models",),
        "person:jo@x": ("Organisations of several care models",),
        "barrier:culture": ("Barriers",),
        "barrier:money": ("Barriers",),
        "org:elsewhere": ("Apart from the rest",),
        "person:al@y": ("Apart from the rest",),
        "programme:whole": (),
    }


def test_without_models_communities_are_found_and_named_by_their_most_connected():
    """Two groups that one line joins are two communities."""
    told = []
    for group in ("ab", "yz"):
        for i in range(4):
            told += [claim("partner", site(f"{group}{i}"), org(f"{group} {j}")) for j in range(3)]
    told.append(claim("partner", site("ab0"), org("yz 0")))
    found = ways(network(told, EMPTY, {}), above=0)

    assert {way: sorted(n for n in found if found[n] == way) for way in found.values()} == {
        ("Ab 0 · Ab 1",): sorted(n for n in found if ":ab" in n),
        ("Yz 0 · Yz 1",): sorted(n for n in found if ":yz" in n),
    }


def test_no_community_has_more_parts_than_can_be_opened():
    """A thousand things of one kind are cut into runs by name, which say from where to where."""
    told = [
        claim("care_model", site(name), Entity("model", model))
        for name, model in (("north", "alpha"), ("south", "beta"))
    ]
    told += [claim("barrier", site("north"), Entity("barrier", f"b{i:04}")) for i in range(1000)]
    graph = network(told, EMPTY, {})
    found, home = levels(graph, above=0)

    runs = [c.name for c in found if c.parent >= 0]
    assert runs[:2] == ["B0000 to B0099", "B0100 to B0199"]
    assert len(runs) == 1000 // RUN
    parts = Counter(home.values()) + Counter(c.parent for c in found)
    assert max(parts.values()) <= MOST
    assert all(c.parent < i for i, c in enumerate(found))


def test_communities_are_the_same_for_any_hash_seed(printed):
    """Two processes with different hash seeds find the same, by model and without."""
    code = f"""
import hashlib, sys
sys.path.insert(0, {str(Path(__file__).parent)!r})
from test_levels import *
told = []
for i in range(40):
    told += [claim("partner", site(f"v{{i}}"), org(f"o {{i % 7}} {{j}}")) for j in range(3)]
print(levels(by_model(), above=0), levels(network(told, EMPTY, {{}}), above=0))
"""
    seen = printed(code)
    assert len(seen) == 1
    assert seen != {""}
