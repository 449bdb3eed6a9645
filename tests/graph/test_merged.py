"""The record of merges, read back from a store."""

from pyoxigraph import NamedNode

from kg.graph import terms as t
from kg.graph.build import build_quads
from kg.graph.check import check
from kg.graph.identity_rules import IdentityRules
from kg.graph.merged import MergeRecord, read_merges
from kg.graph.store import memory_store

BASE = "https://w3id.org/ncm/id/organisation/"


def test_a_merge_tells_names_reason_and_sources(
    make_claim, make_document, north, organisation, little_vocabulary
):
    """What, into what, why, and where it is told; the user's word is a reason too."""
    told = [
        make_claim("partner", north, organisation("Hope Royal"), source="a"),
        make_claim("partner", north, organisation("Hope Royal"), "planned", source="b"),
        make_claim("partner", north, organisation("Hope Royal NHS Trust"), source="b"),
        make_claim("partner", north, organisation("Old Mill"), source="b", start=9),
    ]
    documents = [make_document("a"), make_document("b")]
    rules = IdentityRules((("Old Mill", "Hope Royal NHS Trust"),))
    store = memory_store(build_quads(documents, told, little_vocabulary, identity=rules))

    shown, into = "Hope Royal NHS Trust", f"{BASE}hope-royal-nhs-trust"
    alias = "alias of the user: Old Mill = Hope Royal NHS Trust"
    assert read_merges(store) == (
        MergeRecord(
            shown, "Hope Royal", "same name: hope royal", ("a", "b"), f"{BASE}hope-royal", into
        ),
        MergeRecord(shown, "Old Mill", alias, ("b",), f"{BASE}old-mill", into),
    )
    assert check(store) == ()


def test_a_merge_without_its_reason_breaks_a_shape(
    make_claim, make_document, north, organisation, little_vocabulary
):
    """Every merge is recorded with why."""
    told = [
        make_claim("partner", north, organisation(name))
        for name in ("Hope Mill", "Hope Mill NHS Trust")
    ]
    store = memory_store(build_quads([make_document("a")], told, little_vocabulary))
    (reason,) = store.quads_for_pattern(None, NamedNode(t.MERGE_REASON), None)
    store.remove(reason)

    assert [problem.message for problem in check(store)] == ["A merge has exactly one reason."]
    assert read_merges(store) == ()
