"""How bubbles of an evidence map look: form and colour say the direction, the line says the status.

The hues are those of Okabe and Ito (as in `kg.render.legend`), one darkened to stand out on white.
What is told for good or ill has a form of its own, and every status a filling and a stroke of its
own, so that a print in grey says the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from kg.model import Status
from kg.query.meetings import Tone, Way
from kg.render.legend import NEGATED_COLOUR


@dataclass(frozen=True, slots=True)
class Look:
    """What a direction, status or way is called and means; `shape` is an SVG path about 0, 0."""

    id: str
    label: str
    meaning: str
    shape: str = ""
    colour: str = ""


ROUND = "M0-10A10 10 0 0 1 0 10A10 10 0 0 1 0-10Z"

TONES = (
    Look(Tone.BETTER, "Better", "the measure went the way that is good", ROUND, "#009E73"),
    Look(Tone.WORSE, "Worse", "the measure went the way that is bad", "M-11-8H11L0 11Z", "#D55E00"),
    Look(Tone.SAME, "No change", "the measure stayed as it was", "M-9-9H9V9H-9Z", "#7A7A7A"),
    Look(
        Tone.CHANGED,
        "Changed",
        "the measure went up or down, and neither is good by itself",
        "M-5.5-9.5H5.5L11 0 5.5 9.5H-5.5L-11 0Z",
        "#B8578F",
    ),
    Look(
        Tone.LEVEL,
        "A level",
        "a figure at one time, no change told",
        "M0-11.5 11.5 0 0 11.5-11.5 0Z",
        "#2E86BD",
    ),
    Look(Tone.TOLD, "Told", "a link between the two, no direction", ROUND, "#0072B2"),
)

STATUSES = (
    Look(Status.REPORTED, "Reported", "told as done or so: filled"),
    Look(Status.PLANNED, "Planned", "decided, still to come: dashed, filled in the middle"),
    Look(Status.EXPECTED, "Expected", "hoped for or possible: dotted, empty"),
    Look(Status.NEGATED, "Negated", "told as not so: empty, struck through"),
)

WAYS = (
    Look(Way.TIED, "Tied by a claim", "one claim speaks of both"),
    Look(Way.OF_MODEL, "Through its vanguards", "told of a vanguard of the care model"),
    Look(
        Way.TOGETHER,
        "Together in a vanguard",
        "one vanguard has both; no source says that the one has to do with the other",
    ),
)

TOGETHER_COLOUR = "#7A7A7A"


@dataclass(frozen=True, slots=True)
class Figure:
    """Colours and lengths (pixels, letters) of a figure: `map_svg` draws by them, the page too."""

    font: str = "Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif"
    ink: str = "#1d2329"
    soft: str = "#56606a"
    rule: str = "#d9dcdf"
    band: str = "#f6f6f3"
    gap: str = "#b9bec3"
    row: int = 36
    margin: int = 24
    least: int = 48
    """The least and the greatest width of a cell; a crowded map has wider ones."""
    most: int = 96
    names: int = 290
    heads: int = 190
    legend: int = 24
    look: int = 290
    longest_name: int = 42
    longest_head: int = 34


FIGURE = Figure()
BOX = 26
"""The side of the square that a symbol is drawn in; its form reaches 10 to 12 from the middle."""


def symbol_id(way: str, tone: str, status: str) -> str:
    """Return the identifier of a bubble's symbol.

    >>> symbol_id("tied", "better", "reported")
    'm-tied-better-reported'
    """
    return f"m-{way}-{tone}-{status}"


def symbols() -> str:
    """Return SVG symbols for all bubbles there can be, from constants alone."""
    drawn = [
        _symbol(symbol_id(way, tone.id, status.id), _bubble(way, tone, status.id))
        for way in (Way.TIED, Way.OF_MODEL)
        for tone in TONES
        for status in STATUSES
    ]
    rings = [
        _symbol(symbol_id(Way.TOGETHER, Tone.TOLD, status.id), _rings(status.id))
        for status in STATUSES
        if status.id != Status.NEGATED
    ]
    return "".join(drawn + rings)


def _symbol(identifier: str, inner: str) -> str:
    half = BOX // 2
    return f'<symbol id="{identifier}" viewBox="-{half} -{half} {BOX} {BOX}">{inner}</symbol>'


def _bubble(way: str, tone: Look, status: str) -> str:
    """Draw a bubble; one told of a vanguard of the care model stands within a thin ring."""
    if way == Way.OF_MODEL:
        ring = f'<path d="{ROUND}" transform="scale(1.3)" {_stroke("currentColor", 0.9)}/>'
        return f'{ring}<g transform="scale(.8)">{_bubble(Way.TIED, tone, status)}</g>'
    path = f'<path d="{tone.shape}"'
    if status == Status.REPORTED:
        return f'{path} fill="{tone.colour}" {_stroke("currentColor", 0.7, fill=False)}/>'
    if status == Status.PLANNED:
        middle = f'{path} transform="scale(.42)" fill="{tone.colour}"/>'
        return f"{path} {_stroke(tone.colour, 2, dashes='4 2.2')}/>{middle}"
    if status == Status.EXPECTED:
        return f"{path} {_stroke(tone.colour, 2.2, dashes='1.7 1.9')}/>"
    struck = f'<path d="M-12.5 12.5 12.5-12.5" {_stroke(NEGATED_COLOUR, 2.2)}/>'
    return f"{path} {_stroke(tone.colour, 2)}/>{struck}"


def _rings(status: str) -> str:
    """Draw two rings that overlap: both there, nothing said between them."""
    dashes = {Status.PLANNED: "4 2.2", Status.EXPECTED: "1.7 1.9"}.get(Status(status), "")
    stroke = _stroke(TOGETHER_COLOUR, 1.8, dashes=dashes)
    return "".join(
        f'<path d="{ROUND}" transform="translate({x}) scale(.66)" {stroke}/>' for x in (-4.6, 4.6)
    )


def _stroke(colour: str, width: float, *, dashes: str = "", fill: bool = True) -> str:
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    empty = ' fill="none"' if fill else ""
    look = f'stroke="{colour}" stroke-width="{width}"{dashed}{empty}'
    return f'{look} vector-effect="non-scaling-stroke"'


def radius(count: int) -> float:
    """Return the radius of a bubble in pixels: its area grows with the count, to 14 and no more.

    >>> [radius(n) for n in (1, 4, 8, 100)]
    [5.5, 11.0, 14.0, 14.0]
    """
    return round(min(14.0, 5.5 * sqrt(count)), 1)
