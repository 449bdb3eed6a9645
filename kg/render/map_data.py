"""The claims of an evidence map as plain values that JSON can say, each once, for all its axes.

The page sets any two kinds against each other by itself: its ``map/meet.js`` says in its language
what `kg.query.meetings` says here, and a test holds the two to the same grid for every pair.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from itertools import combinations
from typing import TYPE_CHECKING, Any, cast

from kg.query.evidence_map import better_ways, items_of, lines_kept
from kg.query.meetings import AXES, lines_of, models_of, tone_of, usual_ways, ways_between
from kg.render.legend import RELATIONS, kind_of
from kg.render.map_looks import FIGURE, STATUSES, TONES, WAYS
from kg.render.page_data import claim_values, source_values
from kg.render.safety import one_line

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from kg.model import Status
    from kg.query.meetings import Line
    from kg.query.network import Network, SourceInfo
    from kg.render.map_looks import Look
    from kg.vocabulary import Vocabulary

KINDS = frozenset(axis.kind for axis in AXES)


def map_data(
    graph: Network,
    title: str,
    *,
    vocabulary: Vocabulary | None = None,
    statuses: Collection[Status] | None = None,
    sources: Collection[str] | None = None,
    links: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """Return the whole content of a map's page; numbers point into the lists.

    `vocabulary`, `statuses` and `sources` are those of `evidence_map`. `links` leads from the IRI
    of a thing, or the identifier of a source, to the address of a page of its own.
    """
    infos = cast("Mapping[str, SourceInfo]", graph.graph.get("sources", {}))
    around = graph.graph.get("around", {})
    kind = {key: str(data["kind"]) for key, data in graph.nodes(data=True)}
    everything = lines_of(graph)
    kept = lines_kept(everything, statuses, sources)
    told = [x for x in kept if kind[x.subject] in KINDS and kind[x.object] in KINDS]
    used = sorted({line.claim.source for line in told})
    source_number = {key: i for i, key in enumerate(used)}
    sides = {axis.name: tuple(items_of(graph, vocabulary, axis.kind)) for axis in AXES}
    names = {item.key: item.name for items in sides.values() for item in items}
    things = sorted(names)
    number = {key: i for i, key in enumerate(things)}
    models, better = models_of(everything), better_ways(vocabulary)
    iri = {key: str(graph.nodes[key]["iri"]) if key in graph else "" for key in things}
    ways = links or {}
    return {
        "title": one_line(title),
        "axes": [
            {
                "id": axis.name,
                "kind": axis.kind,
                "one": kind_of(axis.kind).label,
                "many": kind_of(axis.kind).plural,
                "things": [number[item.key] for item in sides[axis.name]],
            }
            for axis in AXES
        ],
        "pairs": _pairs(),
        "things": [
            {"key": key, "label": one_line(names[key]) or one_line(key)} | _page(ways, iri[key])
            for key in things
        ],
        "relations": {r.id: r.label for r in RELATIONS},
        "statuses": [_look(look) for look in STATUSES],
        "tones": [_look(look) for look in TONES],
        "ways": [_look(look) for look in WAYS],
        "sources": [source_values(infos[key]) | _page(ways, key) for key in used],
        "models": [
            {
                "thing": number[model],
                "sites": sorted(number[s] for s in models if model in models[s]),
            }
            for model in sorted({m for of in models.values() for m in of})
        ],
        "claims": [
            claim_values(line.claim, infos, source_number, line.says, around)
            | {
                "from": number[line.subject],
                "to": number[line.object],
                "relation": str(line.claim.relation),
                "status": str(line.claim.status),
                "tone": tone_of(line.claim, better),
            }
            for line in told
        ],
        "apart": _apart(kept, kind),
        "figure": asdict(FIGURE),
    }


def _pairs() -> dict[str, dict[str, list[str]]]:
    """Return two axes, their names in order -> the ways in which they can meet, and usually do."""
    return {
        " ".join(sorted((a.name, b.name))): {
            "can": [str(way) for way in ways_between(a, b)],
            "usual": [str(way) for way in usual_ways(a, b)],
        }
        for a, b in combinations(AXES, 2)
    }


def _apart(lines: Iterable[Line], kind: Mapping[str, str]) -> dict[str, int]:
    """Return kind -> how many claims have it at one end, and at the other what no axis has."""
    ends = ({kind[line.subject], kind[line.object]} for line in lines)
    alone = Counter(min(both & KINDS) for both in ends if both & KINDS and not both <= KINDS)
    return dict(sorted(alone.items()))


def _look(look: Look) -> dict[str, Any]:
    return {"id": look.id, "label": look.label, "meaning": look.meaning}


def _page(links: Mapping[str, str], name: str) -> dict[str, str]:
    return {"page": links[name]} if name in links else {}
