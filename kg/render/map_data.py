"""An evidence map as plain values that JSON can say: what its page needs to draw and tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from kg.query.meetings import Way, lines_of, models_of, ways_between
from kg.render.legend import RELATIONS, kind_of
from kg.render.map_looks import STATUSES, TONES, WAYS
from kg.render.page_data import claim_values, source_values
from kg.render.safety import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.query.evidence_map import EvidenceMap
    from kg.query.meetings import Axis, Line, Meeting
    from kg.query.network import Network, SourceInfo
    from kg.render.map_looks import Look


def map_data(
    graph: Network, whole: EvidenceMap, shown: EvidenceMap, *, title: str, gaps: bool = False
) -> dict[str, Any]:
    """Return the whole content of a map's page; numbers point into the lists.

    `whole` holds all ways of meeting, `shown` those that the page opens with. `gaps` opens it with
    the rows and columns of which nothing is told.
    """
    sources = cast("Mapping[str, SourceInfo]", graph.graph.get("sources", {}))
    around = graph.graph.get("around", {})
    told = sorted(
        {line for c in whole.cells for k in c.marks for m in k.meetings for line in _lines(m)},
        key=lambda line: (line.claim.order, line.subject, line.object),
    )
    used = sorted({line.claim.source for line in told})
    source_number = {key: i for i, key in enumerate(used)}
    claim_number = {line: i for i, line in enumerate(told)}
    items = (*whole.row_items, *whole.column_items)
    models = models_of(lines_of(graph))
    keys = {i.key for i in items} | {k for line in told for k in (line.subject, line.object)}
    keys |= {key for site, of in models.items() for key in (site, *of)}
    things = sorted(keys)
    number = {key: i for i, key in enumerate(things)}
    names = {i.key: i.name for i in items}
    names |= {key: graph.nodes[key]["label"] for key in things if key in graph}
    possible = ways_between(whole.rows, whole.columns)
    groups: dict[tuple[Line, ...], int] = {}

    def group(lines: tuple[Line, ...]) -> int:
        """Return the number of a list of claims; many meetings share one."""
        return groups.setdefault(lines, len(groups))

    said = {
        "title": one_line(title),
        "rows": _side(whole.rows) | {"things": [number[i.key] for i in whole.row_items]},
        "columns": _side(whole.columns) | {"things": [number[i.key] for i in whole.column_items]},
        "things": [
            {
                "key": key,
                "label": one_line(names[key]) or one_line(key),
                "kind": kind_of(key.partition(":")[0]).label,
            }
            for key in things
        ],
        "relations": {r.id: r.label for r in RELATIONS},
        "statuses": [_look(look) for look in STATUSES],
        "tones": [_look(look) for look in TONES if look.id in _tones(whole)],
        "ways": [
            _look(look) | {"shown": look.id in shown.ways} for look in WAYS if look.id in possible
        ],
        "sources": [source_values(sources[key]) for key in used],
        "models": [
            {
                "thing": number[model],
                "sites": sorted(number[s] for s in models if model in models[s]),
            }
            for model in sorted({m for of in models.values() for m in of})
        ],
        "claims": [
            claim_values(line.claim, sources, source_number, line.says, around)
            | {
                "from": number[line.subject],
                "to": number[line.object],
                "relation": str(line.claim.relation),
                "status": str(line.claim.status),
            }
            for line in told
        ],
        "cells": [
            {
                "row": number[cell.row],
                "column": number[cell.column],
                "marks": [
                    {
                        "way": mark.way,
                        "tone": mark.tone,
                        "status": str(mark.status),
                        "meetings": [
                            [group(m.told), group(m.beside), number.get(m.via, -1)]
                            for m in mark.meetings
                        ],
                    }
                    for mark in cell.marks
                ],
            }
            for cell in whole.cells
        ],
        "gaps": gaps,
        "left_out": shown.left_out,
    }
    return said | {"groups": [[claim_number[line] for line in lines] for lines in groups]}


def _lines(meeting: Meeting) -> tuple[Line, ...]:
    return (*meeting.told, *meeting.beside)


def _tones(grid: EvidenceMap) -> set[str]:
    """Return the directions told; what stands together has none."""
    return {m.tone for cell in grid.cells for m in cell.marks if m.way != Way.TOGETHER}


def _look(look: Look) -> dict[str, Any]:
    return {"id": look.id, "label": look.label, "meaning": look.meaning}


def _side(axis: Axis) -> dict[str, Any]:
    """Return what a side is called."""
    kind = kind_of(axis.kind)
    return {"axis": axis.name, "one": kind.label, "many": kind.plural}
