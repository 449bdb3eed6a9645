"""Levels of detail: the communities that a graph too large to be read at once is rolled up into.

A tree. Where care models are told, a community is a model with the vanguards of it, and within it
a vanguard with what lies nearest to it; what is told of everywhere (interventions, measures,
barriers ...) is gathered by kind, and so are the organisations that link several models. Elsewhere
communities are found by Louvain's method (Blondel and others, 2008; networkx, on numbers, seed 0),
and again within each that is large. What cannot be told apart so is cut by name. No community has
more than `MOST` parts, so that each can be opened.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.render.layout import louvain, models_told, neighbours
from kg.render.legend import kind_of
from kg.render.safety import one_line, short_label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.query.network import Network

    Way = tuple[str, ...]
    """The communities that a thing lies in, the widest first."""

LARGE = 1500
"""Above so many things a page shows communities first."""
SPLIT = 150
"""Above so many things a community found by Louvain's method is searched for smaller ones."""
MOST = 400
RUN = 100
"""How many things a part holds that is cut out of a community by name."""
FEW = 4
LINKING = 60
SHARED = ("intervention", "measure", "barrier", "enabler", "population")
APART = "~apart"


@dataclass(frozen=True, slots=True)
class Community:
    """A community: `parent` is a number in the list of all or -1, `kind` says how it looks."""

    id: str
    name: str
    kind: str
    parent: int


def levels(graph: Network, *, above: int = LARGE) -> tuple[tuple[Community, ...], dict[str, int]]:
    """Return the communities, wider ones first, and thing -> number of its innermost, or -1.

    Both are empty for a graph of so many things or fewer (`above`). A community has two members at
    least.
    """
    if len(graph) <= above:
        return (), {}
    near = neighbours(graph)
    told = sum(graph.nodes[n]["kind"] == "model" for n in near) > 1
    ways = _by_model(graph, near) if told else _by_louvain(near, list(near), ())
    ways, runs = _cut(graph, _told_apart(ways))
    order = sorted({way[:i] for way in ways.values() for i in range(1, len(way) + 1)})
    order.sort(key=len)
    number = {way: i for i, way in enumerate(order)}
    members: dict[Way, list[str]] = {}
    for node, way in ways.items():
        for i in range(1, len(way) + 1):
            members.setdefault(way[:i], []).append(node)
    found = tuple(
        Community(
            "/".join(way),
            runs.get(way[-1]) or _name(graph, near, way[-1], members[way], hubs=1 if told else 2),
            _kind(graph, way[-1], members[way]),
            number.get(way[:-1], -1),
        )
        for way in order
    )
    return found, {node: number.get(ways.get(node, ()), -1) for node in near}


def _by_model(graph: Network, near: Mapping[str, Sequence[str]]) -> dict[str, Way]:
    """Return the ways of a graph whose vanguards have care models."""
    kind = {n: str(graph.nodes[n]["kind"]) for n in near}
    told = models_told(graph)
    ways: dict[str, Way] = {}
    for node in near:
        if kind[node] == "model":
            ways[node] = (f"~{node}",)
        elif kind[node] == "vanguard":
            ways[node] = (f"~{told.get(node, 'kind:vanguard')}", f"~{node}")
        elif kind[node] in SHARED:
            ways[node] = (f"~kind:{kind[node]}",)
    reach = {n: len({told[t] for t in near[n] if t in told}) for n in near if kind[n] == "org"}
    linking = sorted((n for n in reach if reach[n] > 2), key=lambda n: (-len(near[n]), n))
    ways.update({n: ("~kind:org", f"~{n}") for n in linking[:LINKING]})
    homes = {n: way for n, way in ways.items() if kind[n] in ("vanguard", "org")}
    waiting = [n for n in near if n not in ways and kind[n] != "programme"]
    while waiting:
        wave = {n: way for n in waiting if (way := _nearest(near[n], homes))}
        if not wave:
            break
        homes |= wave
        waiting = [n for n in waiting if n not in wave]
    return ways | homes | dict.fromkeys(waiting, (APART,))


def _nearest(ties: Sequence[str], homes: Mapping[str, Way]) -> Way:
    """Return the way that most of the things that one is tied to have."""
    counts = Counter(homes[t] for t in ties if t in homes)
    return min(counts, key=lambda way: (-counts[way], way)) if counts else ()


def _by_louvain(near: Mapping[str, Sequence[str]], nodes: list[str], above: Way) -> dict[str, Way]:
    """Return the ways of things by Louvain's method, again within what is large."""
    inside = set(nodes)
    ties = {n: tuple(t for t in near[n] if t in inside) for n in nodes}
    groups = louvain(ties)
    if len(groups) < 2:
        return dict.fromkeys(nodes, above)
    ways: dict[str, Way] = {}
    for group in groups:
        hub = min(group, key=lambda n: (-len(ties[n]), n))
        way = (*above, f"~{hub}" if len(group) >= FEW else APART)
        if len(group) > SPLIT and len(way) < 4:
            ways |= _by_louvain(near, group, way)
        else:
            ways |= dict.fromkeys(group, way)
    return ways


def _told_apart(ways: Mapping[str, Way]) -> dict[str, Way]:
    """Return the ways without communities of one, or of all that the next wider one holds."""
    size = Counter(way[:i] for way in ways.values() for i in range(len(way) + 1))
    return {
        node: tuple(
            part
            for i, part in enumerate(way)
            if size[way[: i + 1]] > 1 and not (i and size[way[: i + 1]] == size[way[:i]])
        )
        for node, way in ways.items()
    }


def _cut(graph: Network, ways: Mapping[str, Way]) -> tuple[dict[str, Way], dict[str, str]]:
    """Cut into runs by name what one community has too much of; return also the names of runs."""
    found, names, depth = dict(ways), dict[str, str](), 0

    def name(part: str) -> str:
        key = part.removeprefix("~")
        return one_line(graph.nodes[key]["label"]) if key in graph else key

    while any(len(way) >= depth for way in found.values()):
        parts: dict[Way, dict[str, list[str]]] = {}
        for node, way in found.items():
            if len(way) >= depth:
                part = way[depth] if len(way) > depth else node
                parts.setdefault(way[:depth], {}).setdefault(part, []).append(node)
        for above, inside in parts.items():
            order = sorted(inside, key=lambda part: (name(part).casefold(), part))
            for start in range(0, len(order) if len(order) > MOST else 0, RUN):
                run = order[start : start + RUN]
                key = f"~from:{run[0]}"
                names[key] = f"{short_label(name(run[0]), 24)} to {short_label(name(run[-1]), 24)}"
                for node in (n for part in run for n in inside[part]):
                    found[node] = (*above, key, *found[node][depth:])
        depth += 1
    return found, names


def _name(
    graph: Network,
    near: Mapping[str, Sequence[str]],
    last: str,
    members: Sequence[str],
    *,
    hubs: int,
) -> str:
    """Return what a community is called: its kind, its hub, or so many of its most connected."""
    if last.startswith("~kind:"):
        plural = kind_of(last.removeprefix("~kind:")).plural
        more = {"org": " of several care models", "vanguard": " without a care model told"}
        return plural + more.get(last.removeprefix("~kind:"), "")
    if last == APART:
        return "Apart from the rest"
    ranked = sorted(members, key=lambda n: (-len(near[n]), n))
    named = [last.removeprefix("~")] if hubs == 1 else ranked[:hubs]
    labels = ((one_line(graph.nodes[n]["label"]) or one_line(n)).partition(" (")[0] for n in named)
    return " · ".join(short_label(label) for label in labels)


def _kind(graph: Network, last: str, members: Sequence[str]) -> str:
    """Return the kind whose colour a community has: that of its hub, or of most members."""
    if last.startswith("~kind:"):
        return last.removeprefix("~kind:")
    if last.removeprefix("~") in graph:
        return str(graph.nodes[last.removeprefix("~")]["kind"])
    counts = Counter(str(graph.nodes[n]["kind"]) for n in members)
    return min(counts, key=lambda k: (-counts[k], k))
