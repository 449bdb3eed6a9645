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

FIXED = ("model", "programme", "vanguard")
"""Kinds whose marks keep their size; those of the others grow with their neighbours."""


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
    """Return options for vis-network and the looks of things and lines, as pyvis writes them.

    ``things`` maps a kind to the look of its nodes, ``lines`` a relation and status, joined by a
    space, to that of its edges: one look serves thousands.
    """
    from pyvis.edge import Edge
    from pyvis.node import Node

    things = {
        k["id"]: Node(k["id"], k["shape"], "", **_node(k["id"])).options for k in data["kinds"]
    }
    lines = {
        f"{relation} {status}": Edge(0, 0, directed=True, **_edge(relation, status)).options
        for relation, status in sorted({(r["relation"], r["status"]) for r in data["lines"]})
    }
    for look in things.values():
        del look["id"], look["label"]
    for look in lines.values():
        del look["from"], look["to"]
    return {"things": things, "lines": lines, "options": _options(data)}


def _node(kind: str) -> dict[str, Any]:
    """Return the options of a kind's nodes."""
    return {"group": kind, "size": kind_of(kind).size, "grows": kind not in FIXED}


def _edge(relation: str, status: str) -> dict[str, Any]:
    """Return the options of edges: colour by relation, strokes by status."""
    look = next(r for r in RELATIONS if r.id == relation)
    stroke = next(s for s in STATUSES if s.id == status)
    negated = status == "negated"
    options: dict[str, Any] = {
        "color": {"color": NEGATED_COLOUR if negated else look.colour, "inherit": False},
    }
    if stroke.dashes:
        options["dashes"] = list(stroke.dashes)
    if negated:  # struck through
        options["arrows"] = {
            "to": {"enabled": True},
            "middle": {"enabled": True, "type": "bar", "scaleFactor": 1.1},
        }
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
