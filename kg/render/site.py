"""A site: a folder of pages that opens from disk and from any web server, without a script of its
own outside the explorer and the evidence map. The same store gives the same bytes.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.graph.export import all_exporters
from kg.graph.store import memory_store
from kg.query.evidence_map import evidence_map, most_told_first, used_only
from kg.query.mapped import framework
from kg.render.explore import explore_page
from kg.render.folder import check_folder, write_folder
from kg.render.map_csv import map_csv
from kg.render.map_page import map_page
from kg.render.ontology_docs import read_docs
from kg.render.page import page_file
from kg.render.site_content import page_links, read_content
from kg.render.site_pages import Pages
from kg.render.site_picture import picture
from kg.render.site_questions import asked
from kg.render.site_rdf import Describer, beside, turtle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    import pyoxigraph

    from kg.render.site_content import Content

DOWNLOADS = {
    "turtle": ("graph", "Turtle"),
    "trig": ("graph", "TriG"),
    "nquads": ("graph", "N-Quads"),
    "csv": ("claims", "CSV"),
    "graphml": ("network", "GraphML"),
}
"""Format of `kg.graph.export` -> name of the file and of the format."""

STYLES = ("shared/colours.css", "site/site.css")

MAP = ("interventions", "measures")
"""The rows and columns of the evidence map."""


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: files, and their size in bytes."""

    files: int
    size: int


def write_site(
    store: pyoxigraph.Store,
    folder: Path,
    title: str,
    *,
    step: Callable[[str], None] = lambda _: None,
) -> Written:
    """Write the site of a store; the folder is replaced whole, or left as it was.

    `step` is told what is being written. Raises InputError when the folder holds something that
    is no site of ours, or cannot be written.
    """
    check_folder(folder)
    return Written(*write_folder(folder, site_files(store, title, step=step)))


def site_files(
    store: pyoxigraph.Store, title: str, *, step: Callable[[str], None] = lambda _: None
) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a site: path with ``/`` between its parts, and content."""
    step("reading the graph")
    # every page asks for its own part: read from the disk once, the rest is memory
    store = memory_store(store)
    content, docs = read_content(store, title), read_docs(store)
    pages = Pages(content, docs)
    yield "site.css", "".join(map(page_file, STYLES)).encode()
    step("drawing")
    words, links = framework(store), page_links(content)
    yield (
        "explore.html",
        explore_page(content.graph, content.title, links=links, home="index.html").encode(),
    )
    drawn = map_page(
        content.graph,
        *MAP,
        f"{content.title}: evidence map",
        vocabulary=words,
        links=links,
        home="index.html",
    )
    yield "map.html", drawn.encode()
    yield from pages.front(picture(content))
    step(f"writing {len(content.things):,} pages of things")
    yield from _things(store, content, pages)
    yield from pages.lists()
    step("answering the questions")
    by_iri = {line.iri: line for line in content.lines}
    yield from pages.questions(tuple(asked(store, content.refs, by_iri)))
    step("writing the downloads")
    yield pages.ontology()
    grid = evidence_map(content.graph, *MAP, vocabulary=words)
    table = map_csv(most_told_first(used_only(grid))).encode()
    more = (
        ("evidence-map.csv", "CSV", f"{MAP[0]} by {MAP[1]}: who tells what", table),
        ("ontology.ttl", "Turtle", "the ontology and its vocabularies", turtle(list(docs.quads))),
    )
    yield from _downloads(store, more, pages)


def _things(store: pyoxigraph.Store, content: Content, pages: Pages) -> Iterator[tuple[str, bytes]]:
    """Yield the page of each thing and source with the same as data beside it."""
    describer = Describer(store)
    for thing in content.things:
        yield pages.thing(thing)
        told = pages.lines.get(thing.iri, ())
        yield from beside(thing.ref.stem, describer.thing(thing.iri, told))
    for source in content.sources:
        yield pages.source(source, [x for x in content.lines if x.source == source.ref])
        yield from beside(source.ref.stem, describer.source(source.iri))


def _downloads(
    store: pyoxigraph.Store, more: Iterable[tuple[str, str, str, bytes]], pages: Pages
) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the whole graph, those that come with it, and the page that lists them."""
    exporters = {e.name: e for e in all_exporters()}
    files = []
    for name, (stem, format_) in DOWNLOADS.items():
        exporter, stream = exporters[name], io.BytesIO()
        exporter.write(store, stream)
        files.append((f"{stem}{exporter.suffix}", format_, exporter.holds, stream.getvalue()))
    files += more
    yield from ((f"data/{label}", content) for label, _, _, content in files)
    yield pages.downloads([_row(*file) for file in files])


def _row(label: str, format_: str, says: str, content: bytes) -> dict[str, str]:
    size = len(content)
    shown = f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{size / 1e3:.1f} kB"
    return {
        "path": f"data/{label}",
        "label": label,
        "format": format_,
        "says": says,
        "size": shown,
    }
