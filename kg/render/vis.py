"""pyvis and the vis-network that it carries, behind one module.

pyvis writes the nodes, edges and options; its template is not used: it links remote style sheets,
and puts headings and options into the page as they are. vis-network comes from pyvis's own files,
so that the page needs no network. Nodes and edges are pyvis's values made directly, since
`Network.add_edge` looks every end up in a list.
"""

from __future__ import annotations

from importlib import resources
from typing import Any

from kg.errors import InputError
from kg.render.legend import NEGATED_COLOUR, RELATIONS, STATUSES, kind_of

LIBRARY = "lib/vis-9.1.2/vis-network.min.js"

LABELS = {"model": (38, 310), "programme": (28, 220), "vanguard": (27, 228)}
"""Kind -> size of its label and width at which it wraps; other kinds have the smaller `LABEL`."""

LABEL, LANDMARK = (15, 146), (27, 232)


def library() -> str:
    """Return the JavaScript of vis-network, as it goes into a script element.

    Raises InputError when the installed pyvis does not carry the version this page was made for.
    """
    try:
        text = resources.files("pyvis").joinpath(LIBRARY).read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(
            f"the installed pyvis has no {LIBRARY}; install pyvis 0.3.2 again"
        ) from error
    # a page's newlines are read as \n, and the hash of the script is taken over what is read
    return text.replace("\r\n", "\n").replace("\r", "\n")


def vis_values(data: dict[str, Any]) -> dict[str, Any]:
    """Return nodes, edges and options for vis-network from the content of a page."""
    from pyvis.edge import Edge
    from pyvis.node import Node

    nodes = [
        Node(i, kind_of(thing["kind"]).shape, thing["short"], **_node(thing))
        for i, thing in enumerate(data["things"])
    ]
    edges = [
        Edge(line["from"], line["to"], directed=True, id=i, **_edge(line))
        for i, line in enumerate(data["lines"])
    ]
    return {
        "nodes": [n.options for n in nodes],
        "edges": [e.options for e in edges],
        "options": _options(data),
    }


def _node(thing: dict[str, Any]) -> dict[str, Any]:
    """Return the options of a node: bigger with more neighbours, in steps."""
    grown = min(12, 2 * (thing["degree"].bit_length() - 1)) if thing["degree"] else 0
    size = kind_of(thing["kind"]).size + (grown if thing["kind"] not in LABELS else 0)
    font, width = LABELS.get(thing["kind"], LANDMARK if thing["landmark"] else LABEL)
    return {
        "group": thing["kind"],
        "x": thing["x"],
        "y": thing["y"],
        "size": size,
        "font": {"size": font},
        "widthConstraint": {"maximum": width},
    }


def _edge(line: dict[str, Any]) -> dict[str, Any]:
    """Return the options of an edge: colour by relation, strokes by status."""
    look = next(r for r in RELATIONS if r.id == line["relation"])
    stroke = next(s for s in STATUSES if s.id == line["status"])
    negated = line["status"] == "negated"
    options: dict[str, Any] = {
        "color": {"color": NEGATED_COLOUR if negated else look.colour, "inherit": False},
        "width": min(6, 1.4 + 0.6 * len(line["claims"])),
    }
    if stroke.dashes:
        options["dashes"] = list(stroke.dashes)
    if negated:  # struck through
        options["arrows"] = {
            "to": {"enabled": True},
            "middle": {"enabled": True, "type": "bar", "scaleFactor": 1.1},
        }
    if line["bend"]:
        side = "curvedCW" if line["bend"] % 2 else "curvedCCW"
        roundness = round(min(0.6, 0.14 * ((line["bend"] + 1) // 2)), 2)
        options["smooth"] = {"enabled": True, "type": side, "roundness": roundness}
    return options


def _options(data: dict[str, Any]) -> dict[str, Any]:
    """Return the options of the whole drawing."""
    return {
        "autoResize": True,
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "interaction": {
            "hover": True,
            "hideEdgesOnDrag": len(data["lines"]) > 3000,
            "hideEdgesOnZoom": len(data["lines"]) > 3000,
            "keyboard": {"enabled": True, "bindToWindow": False},
            "multiselect": False,
            "tooltipDelay": 150,
            "selectConnectedEdges": True,
        },
        "nodes": {
            "borderWidth": 1.5,
            "borderWidthSelected": 4,
            "font": {"face": "system-ui, sans-serif", "strokeWidth": 4, "multi": False},
            "scaling": {"label": {"enabled": False, "drawThreshold": 7, "maxVisible": 20}},
        },
        "edges": {
            "smooth": False,
            "arrows": {"to": {"enabled": True, "scaleFactor": 0.55}},
            "hoverWidth": 1.5,
            "selectionWidth": 2.5,
        },
        "groups": {
            k["id"]: {
                "shape": k["shape"],
                "color": {"background": k["colour"], "border": "#33383d"},
            }
            for k in data["kinds"]
        },
    }
