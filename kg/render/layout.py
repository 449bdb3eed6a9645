"""Where the things of a picture stand: computed once, in advance, the same everywhere.

Communities first: a vanguard belongs to its care model, and a thing that one community alone
speaks of belongs to that community. Each community is a hub with its members in a honeycomb, the
communities stand on two shelves, and what they share stands in the band between. Everything but
hubs and members takes the free cell of a grid that is nearest to the things it is tied to, so
that no two labels lie upon each other. No random numbers and no sines: only sums, products and
square roots, so that the rounded coordinates agree on any machine.
Half a second for 2,000 things, about five for 10,000, most of it to find communities
where no care models are told.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kg.model import Relation, Status
from kg.render.grid import CELL, Grid, Point

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.query.network import Network

SITE = (220, 140)
"""The same for a thing that stands around a hub: its label is larger."""

HUB_NAME = 120
"""The height of a hub's own name below it."""

HUB_SIDE = 56
"""How much further a hub's own row stands off, since its name is wider."""

NAMED = (290, 190)
"""The room that one of the most connected shared things keeps free, its large name included."""

SHELF_GAP = 90
LANDMARKS = 12

TOLD_MODEL = (Relation.CARE_MODEL, Status.REPORTED)
ALWAYS = ("programme", "model", "vanguard")
APART = ("person", "place", "funding")
OVERVIEW_SITES = 160
OVERVIEW_OTHERS = 48
OVERVIEW_ORGS = 12
COMMUNITIES = 12


def neighbours(graph: Network) -> dict[str, tuple[str, ...]]:
    """Return each thing's neighbours in order, lines both ways, without itself."""
    return {
        node: tuple(sorted((set(graph.successors(node)) | set(graph.predecessors(node))) - {node}))
        for node in sorted(graph)
    }


def overview(graph: Network) -> frozenset[str]:
    """Return the things of the opening picture: programme, models, vanguards, what they share.

    Of the rest those with two neighbours or more, the most connected first, `OVERVIEW_OTHERS` at
    most, and the `OVERVIEW_ORGS` most connected organisations whatever else there is. A graph
    without vanguards shows its most connected things.
    """
    near = neighbours(graph)
    kind = graph.nodes(data="kind")
    ranked = sorted(near, key=lambda n: (-len(near[n]), n))
    always = [n for n in ranked if kind[n] in ALWAYS][:OVERVIEW_SITES]
    others = [n for n in ranked if kind[n] not in (*ALWAYS, *APART) and len(near[n]) > 1]
    orgs = [n for n in others if kind[n] == "org"]
    chosen = {*always, *others[:OVERVIEW_OTHERS], *orgs[:OVERVIEW_ORGS]}
    return frozenset(chosen or ranked[:OVERVIEW_SITES])


def landmarks(graph: Network) -> frozenset[str]:
    """Return the most connected of what is shared: named in large letters at first."""
    near, first = neighbours(graph), overview(graph)
    kind = graph.nodes(data="kind")
    shared = sorted((n for n in first if kind[n] not in ALWAYS), key=lambda n: (-len(near[n]), n))
    return frozenset(shared[:LANDMARKS])


def communities(graph: Network) -> dict[str, str]:
    """Return thing -> the hub of its community; things that several communities share have none.

    Hubs are the care models; where fewer than two are told, the most connected thing of each of
    the largest Louvain communities (Blondel and others, 2008; networkx, on numbers, seed 0).
    """
    near = neighbours(graph)
    hubs = [n for n in near if graph.nodes[n]["kind"] == "model"]
    if len(hubs) < 2:
        return _largest(near)
    homes = {hub: hub for hub in hubs} | models_told(graph)
    settled = dict(homes)
    for _ in range(3):  # a partner's person is three steps from the model
        found = {
            node: {settled[n] for n in ties if n in settled}
            for node, ties in near.items()
            if node not in settled
        }
        # what more than one community speaks of is shared, and stays so
        settled.update(
            {n: min(home) if len(home) == 1 else "" for n, home in found.items() if home}
        )
    return {node: home for node, home in settled.items() if home}


def models_told(graph: Network) -> dict[str, str]:
    """Return vanguard -> the care model that is reported of it; the first by key of several."""
    found: dict[str, str] = {}
    for site, model, data in graph.edges(data=True):
        told = (data["claim"].relation, data["claim"].status) == TOLD_MODEL
        if told and graph.nodes[site]["kind"] == "vanguard":
            found[site] = min(found.get(site, model), model)
    return found


def louvain(near: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """Return the communities of things with these neighbours, the largest first."""
    import networkx as nx

    names = list(near)
    number = {name: i for i, name in enumerate(names)}
    # numbers hash alike in every process; names do not, and Louvain walks through sets
    plain: nx.Graph[int] = nx.Graph()
    plain.add_nodes_from(range(len(names)))
    plain.add_edges_from((number[a], number[b]) for a in names for b in near[a] if a < b)
    found = nx.community.louvain_communities(plain, seed=0)
    largest = sorted((sorted(group) for group in found), key=lambda g: (-len(g), g))
    return [[names[i] for i in group] for group in largest]


def _largest(near: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Return the largest communities of a graph without care models, each by its hub."""
    homes: dict[str, str] = {}
    for members in louvain(near)[:COMMUNITIES]:
        if len(members) > 1:
            hub = min(members, key=lambda n: (-len(near[n]), n))
            homes.update(dict.fromkeys(members, hub))
    return homes


def honeycomb(count: int) -> list[Point]:
    """Return `count` places around a hub at the origin, none upon another or on the hub's name.

    >>> honeycomb(3)
    [(-110.0, -140.0), (110.0, -140.0), (-276.0, 0.0)]
    """
    reach = 2 + math.isqrt(count)
    cells = (
        (
            (c + (r % 2) / 2) * SITE[0] + (0 if r else math.copysign(HUB_SIDE, c)),
            float(r * SITE[1] + (HUB_NAME if r > 0 else 0)),
        )
        for r in range(-reach, reach + 1)
        for c in range(-reach, reach + 1)
    )
    free = (p for p in cells if p[1] or abs(p[0]) > HUB_SIDE)
    return sorted(free, key=lambda p: (p[0] ** 2 + 1.2 * p[1] ** 2, p))[:count]


def positions(graph: Network) -> dict[str, tuple[int, int]]:
    """Return where each thing stands: whole numbers, x to the right and y down."""
    near, core, homes = neighbours(graph), overview(graph), communities(graph)
    kind = graph.nodes(data="kind")
    sites = {"vanguard"} & {kind[n] for n in near}
    ranked = sorted(near, key=lambda n: (n not in core, -len(near[n]), n))
    members: dict[str, list[str]] = {hub: [] for hub in sorted(set(homes.values()))}
    for node in ranked:
        home = homes.get(node)
        if (
            home is not None
            and node in core
            and node != home
            and (not sites or kind[node] in sites)
        ):
            members[home].append(node)
    combs = {hub: honeycomb(len(inside)) for hub, inside in members.items()}
    shared = len(core) - len(combs) - sum(map(len, combs.values()))
    grid = Grid()
    placed: dict[str, Point] = {}
    for hub, (x, y) in _shelves(combs, shared).items():
        placed[hub] = (x, y)
        grid.reserve((x, y), (300, 150))
        # the most connected stand on the inner side: their lines to the middle are short
        places = sorted(((x + dx, y + dy) for dx, dy in combs[hub]), key=lambda p: (abs(p[1]), p))
        for node, place in zip(members[hub], places, strict=True):
            placed[node] = place
            grid.reserve(place, SITE)
    named = landmarks(graph)
    ranked.sort(key=lambda n: n not in named)
    for node in _outwards(ranked, near, placed):
        ties = [placed[n] for n in near[node] if n in placed]
        placed[node] = grid.settle(_wish(ties, inner=node in core or node not in homes))
        if node in named or kind[node] == "programme":
            grid.reserve(placed[node], NAMED)
    return {node: (round(placed[node][0]), round(placed[node][1])) for node in near}


def _shelves(combs: Mapping[str, Sequence[Point]], shared: int) -> dict[str, Point]:
    """Return the hub's place of each community: on a shelf above or below what they share."""
    rows: tuple[list[str], list[str]] = ([], [])
    widths: list[float] = [0.0, 0.0]
    size = {hub: _extent(comb) for hub, comb in combs.items()}
    for hub in sorted(combs, key=lambda h: (-len(combs[h]), h)):
        row = 0 if widths[0] <= widths[1] else 1
        rows[row].append(hub)
        widths[row] += size[hub][2] - size[hub][0] + SHELF_GAP
    across = max(*widths, 1200.0)
    cells = shared * 1.25 + 3.2 * min(shared, LANDMARKS)
    band = max(360.0, math.ceil(cells * CELL[0] / across) * CELL[1] + 150.0)
    found: dict[str, Point] = {}
    for row, sign in ((0, -1), (1, 1)):
        spare = (across - widths[row]) / (len(rows[row]) + 1)
        x = -across / 2 + spare
        for hub in rows[row]:
            left, top, right, bottom = size[hub]
            edge = bottom if sign < 0 else -top
            found[hub] = (x - left, sign * (band / 2 + edge))
            x += right - left + SHELF_GAP + spare
    return found


def _extent(comb: Sequence[Point]) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of a community, the labels included."""
    xs, ys = [0.0, *(x for x, _ in comb)], [0.0, *(y for _, y in comb)]
    wide, high = SITE
    return min(xs) - wide / 2, min(ys) - 40, max(xs) + wide / 2, max(max(ys) + high, HUB_NAME * 2)


def _outwards(
    ranked: Sequence[str], near: Mapping[str, Sequence[str]], placed: Mapping[str, Point]
) -> Iterable[str]:
    """Yield what is not placed: things tied to a placed one first, wave by wave, by rank."""
    seen = set(placed)
    waiting = [n for n in ranked if n not in seen]
    while waiting:
        wave = [n for n in waiting if any(t in seen for t in near[n])] or waiting
        yield from wave
        seen.update(wave)
        waiting = [n for n in waiting if n not in seen]


def _wish(ties: Sequence[Point], *, inner: bool) -> Point:
    """Return where a thing would like to stand: in the middle band, or outside of its friends."""
    if not ties:
        return 0.0, 0.0
    x = sum(p[0] for p in ties) / len(ties)
    y = sum(p[1] for p in ties) / len(ties)
    return (x * 0.8, y * 0.15) if inner else (x * 1.1, y * 1.5)
