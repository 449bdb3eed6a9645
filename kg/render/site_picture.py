"""The programme as one still picture: the explorer's opening view, as SVG without any script."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING

from kg.model import Relation, Status
from kg.render.layout import landmarks, overview, positions
from kg.render.legend import KINDS, RELATIONS, kind_of
from kg.render.safety import short_label

if TYPE_CHECKING:
    from kg.render.site_content import Content, Ref

SIZES = {"model": (40, 310), "programme": (28, 240), "vanguard": (24, 206)}
"""Kind -> size of its letters and width at which they wrap; landmarks and the rest have others."""

LANDMARK, OTHER = (25, 250), (16, 140)
LETTER = 0.55
"""The mean width of a letter, in its size."""
MARGIN = 150
COLOURS = {r.id: r.colour for r in RELATIONS}


@dataclass(frozen=True, slots=True)
class Dot:
    """A thing of the picture: its place, outline, and the lines of its label with their heights."""

    ref: Ref
    x: int
    y: int
    path: str
    colour: str
    size: int
    label: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line of the picture."""

    x1: int
    y1: int
    x2: int
    y2: int
    colour: str
    width: float


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its `box` is left, top, width and height in the picture's own units."""

    box: tuple[int, int, int, int]
    strokes: tuple[Stroke, ...]
    dots: tuple[Dot, ...]

    @property
    def legend(self) -> tuple[tuple[str, str, str], ...]:
        """Outline (around the origin), colour and plural of each kind that is drawn."""
        drawn = {dot.ref.kind for dot in self.dots}
        return tuple(
            (outline(k.shape, 0, 0, 9), k.colour, k.plural) for k in KINDS if k.id in drawn
        )


def picture(content: Content) -> Picture:
    """Return the opening view of a network: care models, vanguards, and what they share.

    Lines are reported claims; those between the same two things and of one relation are one.
    """
    graph = content.graph
    core, named, place = overview(graph), landmarks(graph), positions(graph)
    iris = {node: str(graph.nodes[node]["iri"]) for node in sorted(core)}
    refs = {node: content.refs[iri] for node, iri in iris.items() if iri in content.refs}
    told = Counter(
        (a, b, str(data["claim"].relation))
        for a, b, data in graph.edges(data=True)
        if a in refs and b in refs and data["claim"].status is Status.REPORTED
    )
    strokes = tuple(
        Stroke(
            *place[a],
            *place[b],
            COLOURS[relation],
            1.6 if relation == Relation.CARE_MODEL else min(6.0, 1.8 + 0.6 * count),
        )
        for (a, b, relation), count in sorted(told.items())
    )
    dots = tuple(_dot(ref, *place[node], large=node in named) for node, ref in refs.items())
    return Picture(_box(dots), strokes, dots)


def _dot(ref: Ref, x: int, y: int, *, large: bool) -> Dot:
    look = kind_of(ref.kind)
    letters, width = SIZES.get(ref.kind, LANDMARK if large else OTHER)
    radius = look.size + (5 if large else 0)
    text = short_label(ref.name.partition(" (")[0] or ref.name, 60)
    lines = wrap(text, max(8, round(width / (letters * LETTER))), max_lines=4, placeholder="…")
    step = round(letters * 1.14)
    first = radius + letters
    label = tuple((y + first + i * step, line) for i, line in enumerate(lines))
    return Dot(ref, x, y, outline(look.shape, x, y, radius), look.colour, letters, label)


def _box(dots: tuple[Dot, ...]) -> tuple[int, int, int, int]:
    if not dots:
        return 0, 0, 100, 100
    left, right = min(d.x for d in dots) - MARGIN, max(d.x for d in dots) + MARGIN
    top = min(d.y for d in dots) - 50
    bottom = max((d.label[-1][0] if d.label else d.y) for d in dots) + 30
    return left, top, right - left, bottom - top


def outline(shape: str, x: int, y: int, r: int) -> str:
    """Return the path of one of vis-network's shapes around a point; a circle where unknown.

    >>> outline("diamond", 0, 0, 10)
    'M0 -10L10 0L0 10L-10 0Z'
    """
    corners: dict[str, tuple[tuple[float, float], ...]] = {
        "square": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
        "diamond": ((0, -1), (1, 0), (0, 1), (-1, 0)),
        "triangle": ((0, -1), (1, 0.75), (-1, 0.75)),
        "triangleDown": ((0, 1), (1, -0.75), (-1, -0.75)),
        "hexagon": ((-1, 0), (-0.5, -0.87), (0.5, -0.87), (1, 0), (0.5, 0.87), (-0.5, 0.87)),
        "star": (
            *((0, -1.2), (0.28, -0.38), (1.14, -0.37), (0.46, 0.15), (0.71, 0.97)),
            *((0, 0.48), (-0.71, 0.97), (-0.46, 0.15), (-1.14, -0.37), (-0.28, -0.38)),
        ),
    }
    if shape not in corners:
        return f"M{x - r} {y}a{r} {r} 0 1 0 {2 * r} 0a{r} {r} 0 1 0 {-2 * r} 0Z"
    points = (f"{round(x + dx * r)} {round(y + dy * r)}" for dx, dy in corners[shape])
    return f"M{'L'.join(points)}Z"
