"""The evidence map as a page: one HTML file that opens from disk, without a network.

It is made as the explorer is (`kg.render.explore`): its files are in ``templates``, its policy lets
through its own script and style alone, and what documents say is data in it and never markup.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.query.evidence_map import evidence_map
from kg.query.meetings import axis, ways_between
from kg.render.explore import page_file, policy
from kg.render.legend import kind_of
from kg.render.map_data import map_data
from kg.render.map_looks import symbols
from kg.render.safety import one_line, script_json

if TYPE_CHECKING:
    from collections.abc import Collection

    from kg.model import Status
    from kg.query.evidence_map import EvidenceMap
    from kg.query.meetings import Way
    from kg.query.network import Network
    from kg.vocabulary import Vocabulary

SCRIPTS = (
    "shared/elements.js",
    "shared/address.js",
    "shared/controls.js",
    "map/state.js",
    "map/view.js",
    "map/grid.js",
    "map/tell.js",
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
) -> str:
    """Return the evidence map of a network as one HTML page.

    `rows`, `columns`, `vocabulary`, `statuses` and `sources` are those of `evidence_map`. The page
    holds every way in which the two can meet and opens with `ways` switched on; `gaps` opens it
    with the rows and columns of which nothing is told. `note` is a sentence shown under the title,
    `start` the address that the page opens at, as it writes it itself behind the #.

    Raises InputError for axes or ways that do not fit one another.
    """
    import jinja2
    from markupsafe import Markup

    def mapped(chosen: Collection[Way] | None) -> EvidenceMap:
        return evidence_map(
            graph,
            rows,
            columns,
            vocabulary=vocabulary,
            ways=chosen,
            statuses=statuses,
            sources=sources,
        )

    shown = mapped(ways)
    data = map_data(
        graph,
        mapped(ways_between(axis(rows), axis(columns))),
        shown,
        title=title,
        gaps=gaps,
    )
    parts = "\n".join(page_file(name) for name in SCRIPTS)
    script = f'(function () {{\n"use strict";\n{parts}\n}})();\n'
    style = page_file("explore.css") + page_file("map.css")
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, keep_trailing_newline=True
    )
    return environment.from_string(page_file("map.html")).render(
        title=data["title"] or "Evidence map",
        note=one_line(note),
        start=start,
        rows=kind_of(shown.rows.kind).plural,
        columns=kind_of(shown.columns.kind).plural.lower(),
        sources=len(shown.sources),
        policy=policy((script,), style),
        style=Markup(style),  # noqa: S704 - our own files
        script=Markup(script),  # noqa: S704 - our own files
        symbols=Markup(symbols()),  # noqa: S704 - made of constants
        data=Markup(script_json(data)),  # noqa: S704 - holds no < > &
    )
