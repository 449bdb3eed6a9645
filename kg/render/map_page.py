"""The evidence map as a page: one HTML file that opens from disk, without a network.

It opens at the two axes it is asked for and can be turned to any other two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.query.evidence_map import evidence_map
from kg.query.meetings import AXES, axis
from kg.render.legend import kind_of
from kg.render.map_data import map_data
from kg.render.map_looks import symbols
from kg.render.page import page_html
from kg.render.safety import one_line
from kg.render.words import counted

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from kg.model import Status
    from kg.query.meetings import Way
    from kg.query.network import Network
    from kg.vocabulary import Vocabulary

SCRIPTS = (
    "map/meet.js",
    "map/state.js",
    "map/view.js",
    "map/grid.js",
    "map/tell.js",
    "map/figure.js",
    "map/save.js",
    "map/main.js",
)
"""The page's own scripts, in the order in which they are joined."""


def map_page(
    graph: Network,
    rows: str,
    columns: str,
    title: str,
    *,
    vocabulary: Vocabulary | None = None,
    ways: Collection[Way] | None = None,
    statuses: Collection[Status] | None = None,
    sources: Collection[str] | None = None,
    gaps: bool = False,
    note: str = "",
    start: str = "",
    links: Mapping[str, str] | None = None,
    home: str = "",
) -> str:
    """Return the evidence map of a network as one HTML page.

    `rows`, `columns`, `vocabulary`, `statuses` and `sources` are those of `evidence_map`. The page
    holds what any two axes need, and every way in which they can meet; it opens at `rows` and
    `columns` with `ways` switched on, `gaps` also with the rows and columns of which nothing is
    told. `note` is a sentence shown under the title, `start` the address that the page opens at,
    as it writes it itself behind the #. Where the page is part of a site, `links` are those of
    `map_data` and `home` is the way to the front page.

    Raises InputError for axes or ways that do not fit one another.
    """
    from markupsafe import Markup

    down, across = axis(rows), axis(columns)
    shown = evidence_map(
        graph,
        rows,
        columns,
        vocabulary=vocabulary,
        ways=ways,
        statuses=statuses,
        sources=sources,
    )
    data = map_data(
        graph, title, vocabulary=vocabulary, statuses=statuses, sources=sources, links=links
    )
    opens = {"rows": rows, "columns": columns, "ways": list(map(str, shown.ways)), "gaps": gaps}
    return page_html(
        "map.html",
        styles=("map.css",),
        scripts=SCRIPTS,
        data={"data": data | {"opens": opens}},
        title=data["title"] or "Evidence map",
        note=one_line(note),
        start=start,
        home=home,
        sides=f"{kind_of(down.kind).plural} by {kind_of(across.kind).plural.lower()}",
        axes=[(axis.name, kind_of(axis.kind).plural) for axis in AXES],
        sources=counted(len(data["sources"]), "source"),
        symbols=Markup(symbols()),  # noqa: S704 - made of constants
    )
