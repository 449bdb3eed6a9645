"""The data of a site: beside each page, to take home, and the same for any process."""

from __future__ import annotations

import io

import pyoxigraph


def test_the_data_beside_a_page_is_the_same_thing_in_two_forms(site):
    """Turtle and JSON-LD of a thing hold the same triples: its facts, claims and quotes."""

    def triples(path, form):
        return {q.triple for q in pyoxigraph.parse(site[path], format=form)}

    turtle = triples("vanguard/north.ttl", pyoxigraph.RdfFormat.TURTLE)
    json_ld = triples("vanguard/north.jsonld", pyoxigraph.RdfFormat.JSON_LD)
    told = {(t.predicate.value.rsplit("/", 1)[-1], getattr(t.object, "value", "")) for t in turtle}
    base = "https://w3id.org/ncm/id/"

    assert turtle == json_ld
    assert ("hasPartner", f"{base}organisation/city-trust") in told
    assert ("oa#exact", "Falls went down") in told
    assert ("hasBarrier", "https://w3id.org/ncm/barrier/rules") not in told  # negated
    assert ("status", "https://w3id.org/ncm/status/negated") in told


def test_the_downloads_are_those_of_the_exporters(site, store):
    """What is taken home is what `kg export` writes."""
    from kg.graph.export import export

    for name, path in (("trig", "data/graph.trig"), ("csv", "data/claims.csv")):
        stream = io.BytesIO()
        export(store, name, stream)
        assert site[path] == stream.getvalue()


PROGRAM = """
import hashlib
from kg.graph.store import open_store
from kg.render.site import site_files
made = hashlib.sha256()
for path, content in site_files(open_store({store!r}), "T"):
    made.update(path.encode() + b"\\0" + content + b"\\0")
print(made.hexdigest())
"""


def test_the_same_store_gives_the_same_bytes(store, printed, tmp_path):
    """Neither the hash seed nor the process changes a file."""
    from kg.graph.store import write_store

    write_store(tmp_path / "graph", store)
    assert len(printed(PROGRAM.format(store=str(tmp_path / "graph")))) == 1
