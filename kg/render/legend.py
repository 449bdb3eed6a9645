"""How kinds, relations and statuses look and what they are called in pictures.

Kinds are told apart by shape as well as colour; two kinds of one shape differ strongly in
lightness. The hues are those of Okabe and Ito, "Color Universal Design" (2008), which people with
the common forms of colour blindness tell apart.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """The look of a kind of thing; `shape` is one of vis-network's, `size` its radius."""

    id: str
    label: str
    plural: str
    shape: str
    colour: str
    size: int = 13


@dataclass(frozen=True, slots=True)
class Line:
    """The look of a relation and how it reads from either end."""

    id: str
    label: str
    inverse: str
    colour: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """The look of a status: `dashes` are lengths of stroke and gap, empty for a solid line."""

    id: str
    label: str
    dashes: tuple[int, ...]
    meaning: str


KINDS = (
    Kind("programme", "Programme", "Programmes", "hexagon", "#3B3B3B", 24),
    Kind("model", "Care model", "Care models", "hexagon", "#E69F00", 30),
    Kind("vanguard", "Vanguard", "Vanguards", "dot", "#0072B2", 17),
    Kind("org", "Organisation", "Organisations", "square", "#56B4E9"),
    Kind("intervention", "Intervention", "Interventions", "triangle", "#009E73", 15),
    Kind("measure", "Outcome measure", "Outcome measures", "diamond", "#CC79A7", 15),
    Kind("barrier", "Barrier", "Barriers", "triangleDown", "#D55E00", 14),
    Kind("enabler", "Enabler", "Enablers", "star", "#F0E442", 14),
    Kind("population", "Population", "Populations", "dot", "#BFE6DA"),
    Kind("person", "Person", "People", "star", "#5B3F8C"),
    Kind("place", "Place", "Places", "square", "#5A5A5A", 9),
    Kind("funding", "Funding", "Funding", "diamond", "#6B4E00", 11),
)

RELATIONS = (
    Line("care_model", "has care model", "is the care model of", "#8C8C8C"),
    Line("partner", "has partner", "is a partner of", "#3D8FC4"),
    Line("supports", "supports", "is supported by", "#56B4E9"),
    Line("implements", "implements", "is implemented by", "#009E73"),
    Line("outcome", "has outcome", "is told as an outcome of", "#CC79A7"),
    Line("barrier", "was hindered by", "hindered", "#D55E00"),
    Line("enabler", "was helped by", "helped", "#B5A300"),
    Line("population", "is for", "is served by", "#5FAF9B"),
    Line("role", "has a role at", "has among its people", "#8468B8"),
    Line("location", "is in", "is the place of", "#8C8C8C"),
    Line("funding", "received", "was received by", "#9A7410"),
)

STATUSES = (
    Stroke("reported", "Reported", (), "told as done or so"),
    Stroke("planned", "Planned", (14, 7), "decided, still to come"),
    Stroke("expected", "Expected", (2, 7), "hoped for or possible"),
    Stroke("negated", "Negated", (9, 5, 2, 5), "told as not so"),
)

NEGATED_COLOUR = "#D32F2F"


def kind_of(identifier: str) -> Kind:
    """Return the look of a kind; one that is unknown looks like an organisation in grey.

    >>> kind_of("vanguard").plural
    'Vanguards'
    """
    known = next((k for k in KINDS if k.id == identifier), None)
    name = identifier.capitalize()
    return known or Kind(identifier, name, name, "square", "#AAAAAA")
