"""``kg map``: an evidence map, as a page, a table or a figure."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import statuses_option, store_option, write_out
from kg.model import Status
from kg.query.meetings import AXES, Way

if TYPE_CHECKING:
    from kg.query.evidence_map import EvidenceMap

AXIS_NAMES = tuple(axis.name for axis in AXES)


@click.command("map", short_help="Write an evidence map: what is claimed where, and the gaps.")
@store_option
@click.option("--rows", type=click.Choice(AXIS_NAMES), default="interventions", show_default=True)
@click.option("--columns", type=click.Choice(AXIS_NAMES), default="measures", show_default=True)
@click.option(
    "--way",
    "ways",
    type=click.Choice([str(way) for way in Way]),
    multiple=True,
    help="How row and column may meet; repeatable.  [default: what claims of the two kinds allow]",
)
@statuses_option
@click.option(
    "--source", "sources", metavar="ID", multiple=True, help="Only this source; repeatable."
)
@click.option("--all", "gaps", is_flag=True, help="Also rows and columns that nothing is told of.")
@click.option("--title", help="The title of the page or figure.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["html", "csv", "svg"]),
    help="What to write.  [default: by the ending of the file, else html]",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file; map.html for a page, standard output for csv and svg when it is left out.",
)
def COMMAND(
    store: Path,
    rows: str,
    columns: str,
    ways: tuple[str, ...],
    statuses: tuple[str, ...],
    sources: tuple[str, ...],
    gaps: bool,
    title: str | None,
    format_: str | None,
    output: Path | None,
) -> None:
    """Set one kind of thing against another and show what is claimed where they meet.

    Cells hold bubbles, sized by the number of claims, coloured and shaped by direction and status;
    empty cells are gaps. A page opens without a network, shows the words behind every bubble, and
    can be turned to any other two kinds of thing.

    \b
    How a row and a column meet:
      tied      one claim speaks of both
      of-model  told of a vanguard of the care model
      together  one vanguard has both; no source says that the one has to do with the other
    """
    from kg.graph.store import open_store
    from kg.query.evidence_map import evidence_map, most_told_first, used_only
    from kg.query.mapped import checked_sources, framework
    from kg.query.whole import whole_network
    from kg.render.map_csv import map_csv
    from kg.render.map_page import map_page
    from kg.render.map_svg import map_svg
    from kg.render.page import write_page

    opened = open_store(store)
    graph, vocabulary = whole_network(opened), framework(opened)
    chosen = [Way(way) for way in ways] or None
    told = [Status(status) for status in statuses] or None
    from_ = checked_sources(opened, sources) or None
    grid = evidence_map(
        graph,
        rows,
        columns,
        vocabulary=vocabulary,
        ways=chosen,
        statuses=told,
        sources=from_,
    )
    shown = most_told_first(grid if gaps else used_only(grid))
    heading = title or "Evidence map"
    kind = format_ or _kind(output)
    if kind == "csv":
        write_out(map_csv(shown), output)
    elif kind == "svg":
        write_out(map_svg(shown, heading), output)
    else:
        output = output or Path("map.html")
        output.parent.mkdir(parents=True, exist_ok=True)
        page = map_page(
            graph,
            rows,
            columns,
            heading,
            vocabulary=vocabulary,
            ways=chosen,
            statuses=told,
            sources=from_,
            gaps=gaps,
        )
        write_page(output, page)
    if output is not None:
        click.echo(f"{output}: {_summary(shown)}")


def _kind(output: Path | None) -> str:
    """Return the format that a file's ending asks for."""
    ending = output.suffix.lower().lstrip(".") if output else ""
    return ending if ending in {"csv", "svg"} else "html"


def _summary(grid: EvidenceMap) -> str:
    """Say in a line what the map holds."""
    from kg.render.words import counted

    told = f"{counted(len(grid.claims), 'claim')} of {counted(len(grid.sources), 'source')}"
    sides = (counted(len(grid.row_items), "row"), counted(len(grid.column_items), "column"))
    return (
        f"{', '.join(sides)}, {told} in {counted(len(grid.cells), 'cell')}, "
        f"{counted(grid.gaps, 'gap')}"
    )
