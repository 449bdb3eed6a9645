"""GraphML: the direct triples as a network, for Gephi, yEd, Cytoscape and networkx."""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING

from kg.graph.claims import read_statements
from kg.graph.export import Exporter
from kg.graph.network import names_and_kinds
from kg.model import Status

if TYPE_CHECKING:
    from pyoxigraph import Store

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot carry, escaped or not."""


def write(store: Store, stream: IO[bytes]) -> None:
    """Write things as nodes (name, kind) and reported claims as edges (relation, source, quote).

    Every source keeps an edge of its own. Characters that XML cannot carry become U+FFFD.
    """
    import networkx as nx

    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    names = names_and_kinds(store)
    for found in read_statements(store, status=Status.REPORTED):
        claim = found.claim
        for iri in (found.subject, found.object):
            name, kind = names.get(iri, (iri, ""))
            network.add_node(_xml(iri), label=_xml(name), kind=kind)
        network.add_edge(
            _xml(found.subject),
            _xml(found.object),
            key=found.iri,
            relation=str(claim.relation),
            source=_xml(claim.source),
            quote=_xml(claim.quote),
            confidence=claim.confidence,
        )
    nx.write_graphml_xml(network, stream, named_key_ids=True)
    stream.write(b"\n")


def _xml(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)


EXPORTER = Exporter("graphml", ".graphml", "reported claims as a network", write)
