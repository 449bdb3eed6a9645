"""A network as plain values that JSON can say: what a page needs to draw, find and tell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from kg.render.layout import landmarks, overview, positions
from kg.render.legend import KINDS, RELATIONS, STATUSES, kind_of
from kg.render.levels import levels
from kg.render.safety import one_line, safe_link, short_label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.graph.contexts import Context, Place
    from kg.model import Claim, Evidence
    from kg.query.network import Network, SourceInfo

CONTEXT = 240
"""How many characters of a sentence are shown before and behind a quote at most."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the picture: the claims that say the same of the same two things."""

    start: int
    end: int
    relation: str
    status: str
    says: str
    claims: tuple[int, ...]
    bend: int


def page_data(
    graph: Network, *, title: str, links: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """Return the whole content of an explorer page; numbers point into the lists.

    ``things`` are in order of key, ``claims`` in order of place, ``lines`` join two things and
    list their claims. Names are made one clean line; quotes stay exactly as they are. A graph too
    large to be seen at once has ``communities`` (`kg.render.levels`), and no places: the page
    packs what it shows. `links` leads from the IRI of a thing, or the identifier of a source, to
    the address of a page of its own, relative to this one.
    """
    pages = links or {}
    order = sorted(graph)
    number = {key: i for i, key in enumerate(order)}
    groups, home = levels(graph)
    place = dict.fromkeys(order, (0, 0)) if groups else positions(graph)
    first, named = (frozenset[str](), frozenset[str]()) if groups else _first(graph)
    sources = cast("Mapping[str, SourceInfo]", graph.graph.get("sources", {}))
    source_number = {key: i for i, key in enumerate(sorted(sources))}
    edges = sorted(
        ((a, b, key, data) for a, b, key, data in graph.edges(keys=True, data=True)),
        key=lambda e: (e[3]["claim"].order, e[0], e[1]),
    )
    claims = [
        claim_values(
            data["claim"], sources, source_number, data["says"], graph.graph.get("around", {})
        )
        for _, _, _, data in edges
    ]
    degree = {key: len({*graph.successors(key), *graph.predecessors(key)}) for key in order}
    kinds = {graph.nodes[key]["kind"] for key in order}
    known = [k for k in KINDS if k.id in kinds]
    known += [kind_of(k) for k in sorted(kinds - {k.id for k in KINDS})]
    return {
        "title": one_line(title),
        "kinds": [
            {"id": k.id, "label": k.label, "plural": k.plural, "shape": k.shape, "colour": k.colour}
            for k in known
        ],
        "relations": [
            {"id": r.id, "label": r.label, "inverse": r.inverse, "colour": r.colour}
            for r in RELATIONS
            if any(e[3]["claim"].relation == r.id for e in edges)
        ],
        "statuses": [
            {"id": s.id, "label": s.label, "dashes": list(s.dashes), "meaning": s.meaning}
            for s in STATUSES
        ],
        "sources": [source_values(sources[key]) | _page(pages, key) for key in sorted(sources)],
        "communities": [
            {"id": c.id, "name": c.name, "kind": c.kind, "parent": c.parent} for c in groups
        ],
        "things": [
            _thing(graph, key, place[key], degree[key])
            | {"core": key in first, "landmark": key in named}
            | {"home": home.get(key, -1)}
            | _page(pages, graph.nodes[key]["iri"])
            for key in order
        ],
        "lines": [
            {
                "from": row.start,
                "to": row.end,
                "relation": row.relation,
                "status": row.status,
                "says": row.says,
                "claims": list(row.claims),
                "bend": row.bend,
            }
            for row in _rows(edges, number)
        ],
        "claims": claims,
    }


def _page(pages: Mapping[str, str], name: str) -> dict[str, str]:
    """Return the address of a page of one's own, empty where there is none."""
    return {"page": pages.get(name, "") if name else ""}


def _first(graph: Network) -> tuple[frozenset[str], frozenset[str]]:
    """Return the things of the opening picture, and those named in large letters."""
    return overview(graph), landmarks(graph)


def _rows(
    edges: list[tuple[str, str, Any, dict[str, Any]]], number: Mapping[str, int]
) -> list[Row]:
    """Gather the claims into lines; `bend` numbers the lines between the same two things."""
    groups: dict[tuple[int, int, str, str, str], list[int]] = {}
    for i, (start, end, _, data) in enumerate(edges):
        claim: Claim = data["claim"]
        row = (
            number[start],
            number[end],
            str(claim.relation),
            str(claim.status),
            str(data["says"]),
        )
        groups.setdefault(row, []).append(i)
    between: dict[frozenset[int], int] = {}
    rows = []
    for (a, b, relation, status, said), members in sorted(groups.items()):
        pair = frozenset((a, b))
        bend = between.get(pair, 0)
        between[pair] = bend + 1
        rows.append(Row(a, b, relation, status, said, tuple(members), bend))
    return rows


def _thing(graph: Network, key: str, at: tuple[int, int], degree: int) -> dict[str, Any]:
    """Return a thing as plain values."""
    data = graph.nodes[key]
    name = one_line(data["label"]) or one_line(key)
    return {
        "key": key,
        "label": name,
        "short": short_label(name.partition(" (")[0] or name),
        "kind": data["kind"],
        "aliases": [line for line in map(one_line, data["aliases"]) if line],
        "iri": safe_link(data["iri"]),
        "x": at[0],
        "y": at[1],
        "degree": degree,
    }


def source_values(source: SourceInfo) -> dict[str, str]:
    """Return a source as plain values; its link only where it is a safe one."""
    return {
        "id": source.id,
        "title": one_line(source.title) or one_line(source.id),
        "publisher": one_line(source.publisher),
        "date": one_line(source.date),
        "url": safe_link(source.url),
        "kind": one_line(source.kind),
    }


def claim_values(
    claim: Claim,
    sources: Mapping[str, SourceInfo],
    number: Mapping[str, int],
    said: str,
    around: Mapping[Place, Context],
) -> dict[str, Any]:
    """Return a claim as plain values, each quote with the words around it where they are known."""

    def words(e: Evidence) -> dict[str, str]:
        known = around.get((e.source, e.start, e.end))
        if known is not None:
            return {"before": known.before, "after": known.after}
        return context(sources[claim.source].text, e.start, e.end)

    return {
        "source": number[claim.source],
        "says": said,
        "confidence": round(claim.confidence, 2),
        "rule": claim.rule,
        "words": [
            {"quote": e.quote, "start": e.start, "end": e.end, **words(e)} for e in claim.evidence
        ],
        "qualifiers": [[one_line(k), one_line(v)] for k, v in claim.qualifiers],
    }


def context(text: str, start: int, end: int) -> dict[str, str]:
    """Return the words of the same line before and behind a span, up to the sentence's ends.

    >>> context("It grew. Costs fell by 3 percent in May. Good.", 9, 19)
    {'before': '', 'after': ' by 3 percent in May.'}
    """
    if not text or not 0 <= start < end <= len(text):
        return {}
    before = text[max(0, start - CONTEXT) : start].rpartition("\n")[2]
    after = text[end : end + CONTEXT].partition("\n")[0]
    ends = [m.end() for m in re.finditer(r"[.!?][\"'”’)]?\s", before)]
    stop = None if text[end - 1] in ".!?" else re.search(r"[.!?](?=\s|$)", after)
    inside = "" if text[end - 1] in ".!?" else after
    return {
        "before": before[ends[-1] :] if ends else before,
        "after": inside[: stop.end()] if stop else inside,
    }
