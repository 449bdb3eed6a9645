"""Lines of the network as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Relation, Status

if TYPE_CHECKING:
    from kg.query.network import Network

VERBS = {
    Relation.CARE_MODEL: "is a",
    Relation.PARTNER: "has the partner",
    Relation.SUPPORTS: "supports",
    Relation.IMPLEMENTS: "does",
    Relation.OUTCOME: "changed",
    Relation.BARRIER: "meets the barrier",
    Relation.ENABLER: "was helped by",
    Relation.POPULATION: "serves",
    Relation.ROLE: "has a role at",
    Relation.LOCATION: "is in",
    Relation.FUNDING: "received",
}
"""What a line of each relation says between its two ends."""

_MOODS = {
    Status.PLANNED: "as planned: ",
    Status.EXPECTED: "as hoped: ",
    Status.NEGATED: "denied: ",
}


def step_in_words(graph: Network, one: str, other: str) -> str:
    """Say what links two things, each line once, in order of relation."""
    order = list(Relation)
    lines = sorted(
        {
            (order.index(data["relation"]), start, end, data["claim"].status, data["says"])
            for start, end in ((one, other), (other, one))
            for data in (graph.get_edge_data(start, end) or {}).values()
        }
    )
    said = (
        f"{_MOODS.get(status, '')}{graph.nodes[start]['label']} {VERBS[order[relation]]} "
        f"{graph.nodes[end]['label']}" + (f" ({says})" if says else "")
        for relation, start, end, status, says in lines
    )
    return "; ".join(dict.fromkeys(said))
