"""An evidence map as an SVG figure for a report: one file, text as text, nothing from elsewhere."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET  # writes only: nothing is parsed but our own symbols

from kg.render.legend import kind_of
from kg.render.map_looks import BOX, FIGURE, STATUSES, TONES, WAYS, radius, symbol_id, symbols
from kg.render.safety import one_line, short_label
from kg.render.words import counted

if TYPE_CHECKING:
    from kg.query.evidence_map import Cell, EvidenceMap, Mark
    from kg.render.map_looks import Look


def map_svg(grid: EvidenceMap, title: str, *, note: str = "") -> str:
    """Return the map as an SVG document; `note` is a line under the title.

    Lengths are in pixels. Names are cut where they do not fit; each cell has a ``title`` with the
    whole of it.
    """
    looks = _looks_used(grid)
    cell_width = _cell_width(grid)
    wide = len(grid.column_items) * cell_width
    width = max(FIGURE.names + wide + 96 + 2 * FIGURE.margin, 900)
    top = 84 + FIGURE.heads
    bottom = top + len(grid.row_items) * FIGURE.row
    per_row = max(1, (width - 2 * FIGURE.margin) // FIGURE.look)
    height = bottom + 60 + FIGURE.legend * (1 + -(-(len(looks) + 1) // per_row))
    root = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "width": str(width),
            "height": str(height),
            "viewBox": f"0 0 {width} {height}",
            "role": "img",
            "aria-label": one_line(title),
            "font-family": FIGURE.font,
            "color": FIGURE.ink,
            "fill": FIGURE.ink,
        },
    )
    root.append(ET.fromstring(f"<defs>{symbols()}</defs>"))  # noqa: S314 - our own constants
    ET.SubElement(root, "rect", {"width": str(width), "height": str(height), "fill": "#ffffff"})
    _text(root, FIGURE.margin, 38, short_label(title, width // 11), size=20, weight="600")
    told = f"{counted(len(grid.claims), 'claim')} of {counted(len(grid.sources), 'source')}"
    said = f"{told} in {counted(len(grid.cells), 'cell')}; {counted(grid.gaps, 'gap')}."
    below = short_label(f"{note} {said}", width // 7)
    _text(root, FIGURE.margin, 60, below, colour=FIGURE.soft)
    _heads(root, grid, top, cell_width)
    _rows(root, grid, top, cell_width)
    _legend(root, looks, (bottom + 52, per_row))
    ET.indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, "unicode") + "\n"


def _heads(root: ET.Element, grid: EvidenceMap, top: int, cell_width: int) -> None:
    """Write the names of the columns, slanting, and what stands along the sides."""
    sides = f"{kind_of(grid.rows.kind).plural} by {kind_of(grid.columns.kind).plural.lower()}"
    _text(root, FIGURE.margin, top - 10, sides, colour=FIGURE.soft, weight="600")
    for i, item in enumerate(grid.column_items):
        x, y = FIGURE.margin + FIGURE.names + i * cell_width + cell_width // 2, top - 10
        name = _text(root, x, y, short_label(item.name, FIGURE.longest_head))
        name.set("transform", f"rotate(-52 {x} {y})")
    x = FIGURE.margin + FIGURE.names + len(grid.column_items) * cell_width + 14
    _text(root, x, top - 10, "claims / sources", colour=FIGURE.soft, size=11)


def _rows(root: ET.Element, grid: EvidenceMap, top: int, cell_width: int) -> None:
    """Draw the rows: name, cells, number of claims and of sources."""
    cells = {(cell.row, cell.column): cell for cell in grid.cells}
    wide = FIGURE.names + len(grid.column_items) * cell_width
    for i, row in enumerate(grid.row_items):
        y = top + i * FIGURE.row
        if i % 2 == 0:
            _box(root, FIGURE.margin, y, wide, FIGURE.band)
        name = short_label(row.name, FIGURE.longest_name)
        _text(root, FIGURE.margin + 6, y + 22, name)
        told: list[Cell] = []
        for j, column in enumerate(grid.column_items):
            x = FIGURE.margin + FIGURE.names + j * cell_width
            cell = cells.get((row.key, column.key))
            if cell is None:
                middle = {"cx": str(x + cell_width // 2), "cy": str(y + FIGURE.row // 2)}
                ET.SubElement(root, "circle", {**middle, "r": "1.2", "fill": FIGURE.gap})
                continue
            told.append(cell)
            _cell(root, cell, (x, y, cell_width), f"{one_line(row.name)} / {one_line(column.name)}")
        claims = {claim for cell in told for claim in cell.claims}
        sources = {claim.source for claim in claims}
        total = f"{len(claims)} / {len(sources)}"
        _text(root, FIGURE.margin + wide + 14, y + 22, total, colour=FIGURE.soft)
    for j in range(len(grid.column_items) + 1):
        x = FIGURE.margin + FIGURE.names + j * cell_width
        down = f"M{x} {top}V{top + len(grid.row_items) * FIGURE.row}"
        ET.SubElement(root, "path", {"d": down, "stroke": FIGURE.rule, "stroke-width": "1"})


def _cell(root: ET.Element, cell: Cell, place: tuple[int, int, int], names: str) -> None:
    """Draw the bubbles of a cell side by side, made smaller where they do not fit."""
    group = ET.SubElement(root, "g")
    said = "; ".join(_said(mark) for mark in cell.marks)
    ET.SubElement(group, "title").text = f"{names}: {said}"
    left, top, width = place
    room = min(1.0, (width - 4) / _needed(cell))
    x = left + (width - room * _needed(cell)) / 2
    for mark in cell.marks:
        reach = room * (_reach(mark) + 1)
        middle = (x + reach, top + FIGURE.row / 2)
        _use(group, mark_symbol(mark), middle, radius(weight(mark)) * room)
        x += 2 * reach


def _reach(mark: Mark) -> float:
    """Return how far a bubble reaches from its middle, with its ring or the line through it."""
    wide = mark.way == "of-model" or str(mark.status) == "negated"
    return radius(weight(mark)) * (1.3 if wide else 1.1)


def _needed(cell: Cell) -> float:
    """Return the width that the bubbles of a cell take at full size."""
    return sum(2 * _reach(mark) + 2 for mark in cell.marks)


def _cell_width(grid: EvidenceMap) -> int:
    """Return the width of all cells: what the fullest needs, between bounds."""
    least, most = FIGURE.least, FIGURE.most
    return ceil(min(most, max([least, *(_needed(cell) + 6 for cell in grid.cells)])))


def weight(mark: Mark) -> int:
    """Return what the area of a bubble stands for: claims, or vanguards where they stand between.

    Only what is together in a vanguard counts vanguards.
    """
    return len(mark.via) if mark.way == "together" else len(mark.claims)


def mark_symbol(mark: Mark) -> str:
    """Return the identifier of a mark's symbol."""
    return symbol_id(mark.way, mark.tone, str(mark.status))


def _said(mark: Mark) -> str:
    if mark.way == "together":
        return f"{mark.status}, together in vanguards: {len(mark.via)}"
    return f"{mark.status}, {mark.tone}: {len(mark.claims)}"


def _looks_used(grid: EvidenceMap) -> list[tuple[str, str]]:
    """Return symbol and words of each look that the map holds, in the order of the legend."""
    used = {(mark.way, mark.tone, mark.status) for cell in grid.cells for mark in cell.marks}
    return [
        (symbol_id(way.id, tone.id, status.id), _words(way, tone, status))
        for way in WAYS
        for tone in TONES
        for status in STATUSES
        if (way.id, tone.id, status.id) in used
    ]


def _words(way: Look, tone: Look, status: Look) -> str:
    tone_word = "" if tone.id == "told" else f", {tone.label.lower()}"
    way_word = "" if way.id == "tied" else f" ({way.label.lower()})"
    return f"{status.label}{tone_word}{way_word}"


def _legend(root: ET.Element, looks: list[tuple[str, str]], at: tuple[int, int]) -> None:
    """Draw the looks in use with their words, and what size and dot mean."""
    y, per_row = at
    sizes = "Area: number of claims (two rings: of vanguards), to 6. Small dot: a gap."
    _text(root, FIGURE.margin, y - 18, sizes, colour=FIGURE.soft)
    for i, (symbol, words) in enumerate(looks):
        x, below = FIGURE.margin + (i % per_row) * FIGURE.look, y + (i // per_row) * FIGURE.legend
        _use(root, symbol, (x + 10, below), 7)
        _text(root, x + 28, below + 4, words)


def _use(parent: ET.Element, symbol: str, middle: tuple[float, float], r: float) -> None:
    """Place a symbol whose form has the radius `r`."""
    side = r * BOX / 10
    place = {"x": middle[0] - side / 2, "y": middle[1] - side / 2, "width": side, "height": side}
    values = {key: f"{value:.1f}" for key, value in place.items()}
    ET.SubElement(parent, "use", {"href": f"#{symbol}", **values})


def _box(root: ET.Element, x: int, y: int, width: int, colour: str) -> None:
    place = {"x": x, "y": y, "width": width, "height": FIGURE.row}
    ET.SubElement(root, "rect", {**{k: str(v) for k, v in place.items()}, "fill": colour})


def _text(
    parent: ET.Element,
    x: int,
    y: int,
    words: str,
    *,
    colour: str = FIGURE.ink,
    size: int = 13,
    weight: str = "400",
) -> ET.Element:
    look = {"fill": colour, "font-size": str(size), "font-weight": weight}
    element = ET.SubElement(parent, "text", {"x": str(x), "y": str(y), **look})
    element.text = words
    return element
