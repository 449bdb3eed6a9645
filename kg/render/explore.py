"""The explorer: one HTML file that opens from disk, without a network, and shows every quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.render.packed import packed
from kg.render.page import page_html
from kg.render.page_data import page_data
from kg.render.safety import one_line
from kg.render.vis import library, vis_values

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.query.network import Network

SCRIPTS = (
    "explore/state.js",
    "explore/tell.js",
    "explore/communities.js",
    "explore/view.js",
    "explore/pack.js",
    "explore/levels.js",
    "explore/find.js",
    "explore/looks.js",
    "explore/labels.js",
    "explore/chart.js",
    "explore/step.js",
    "explore/picture.js",
    "explore/table.js",
    "explore/svg.js",
    "explore/save.js",
    "explore/main.js",
)
"""The page's own scripts, in the order in which they are joined."""


def explore_page(
    graph: Network,
    title: str,
    *,
    note: str = "",
    start: str = "",
    links: Mapping[str, str] | None = None,
    home: str = "",
) -> str:
    """Return the explorer of a network as one HTML page.

    `note` is a sentence shown under the title: what was built from what, say; `start` is the
    address that the page opens at, as it writes it itself behind the #; `links` is IRI -> address
    of a page of that thing's own, relative to this one, where there are such pages, and `home` the
    address of their front page.
    """
    data = page_data(graph, title=title, links=links)
    return page_html(
        "explore.html",
        libraries=(library(),),
        scripts=SCRIPTS,
        data={"data": packed(data), "drawing": vis_values(data)},
        title=data["title"] or "Explorer",
        note=one_line(note),
        start=start,
        home=home,
        things=len(data["things"]),
        claims=len(data["claims"]),
        sources=len(data["sources"]),
    )
