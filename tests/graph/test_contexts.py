"""The words around quotes: within the sentence, exact, and apart from the claims."""

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from kg.graph import terms as t
from kg.graph.build import build_quads
from kg.graph.check import check
from kg.graph.claims import read_claims
from kg.graph.contexts import LONGEST, Context, contexts, surroundings
from kg.graph.store import memory_store
from kg.model import Block, BlockKind, Document, Entity, Evidence, Sentence

TEXT = "It grew.\nCosts fell\nby 3 percent in May.  Good."
SENTENCES = (Sentence(0, 8, 0), Sentence(9, 40, 0), Sentence(42, 47, 0))
CULTURE = Entity("barrier", "culture")


def document(text=TEXT, sentences=SENTENCES, identifier="a"):
    block = Block(0, len(text), BlockKind.PARAGRAPH)
    return Document(identifier, "A", text, (block,), sentences)


def quote(start, end, text=TEXT):
    return Evidence("a", start, end, text[start:end])


def test_the_words_around_a_quote_end_where_its_sentence_ends():
    """Line ends within the sentence stay; a quote over two sentences has both bounds."""
    around = surroundings(document())

    assert around(quote(9, 19)) == Context("", "\nby 3 percent in May.")
    assert around(quote(23, 32)) == Context("Costs fell\nby ", " in May.")
    assert around(quote(15, 43)) == Context("Costs ", "ood.")
    assert around(quote(40, 42)) == Context()


@given(st.integers(0, 999), st.integers(1, 1000), st.integers(0, 900))
def test_context_and_quote_are_the_text_and_never_long(start, end, bound):
    """Before, quote and after are one run of the text, at most 300 characters on each side."""
    text = "".join(chr(97 + i % 26) for i in range(1000))
    start, end = min(start, end - 1), max(start + 1, end)
    found = surroundings(document(text, (Sentence(bound, 1000, 0),)))(quote(start, end, text))

    begin = start - len(found.before)
    assert text[begin : end + len(found.after)] == found.before + text[start:end] + found.after
    assert max(len(found.before), len(found.after)) <= LONGEST
    assert begin >= min(bound, start)


def test_contexts_are_written_read_back_and_leave_claims_as_they_were(
    make_claim, north, little_vocabulary
):
    """The store holds the words around; claims come back equal; the shapes hold."""
    told = [
        make_claim("barrier", north, CULTURE, quote=TEXT[9:19], start=9),
        make_claim("barrier", north, CULTURE, "negated", quote=TEXT[23:32], start=23),
        make_claim("barrier", north, CULTURE, "planned", quote=TEXT[42:47], start=42),
    ]
    store = memory_store(build_quads([document()], told, little_vocabulary))

    assert contexts(store) == {
        ("a", 9, 19): Context("", "\nby 3 percent in May."),
        ("a", 23, 32): Context("Costs fell\nby ", " in May."),
    }
    assert list(read_claims(store, source="a")) == told
    assert check(store) == ()


def test_a_context_that_is_too_long_breaks_a_shape(make_claim, north, little_vocabulary):
    """`kg check` says so when the store holds more of a document than it should."""
    told = make_claim("barrier", north, CULTURE, quote="fell", start=400)
    long = document("x" * 400 + "fell", (Sentence(0, 404, 0),))
    store = memory_store(build_quads([long], [told], little_vocabulary))
    (held,) = store.quads_for_pattern(None, NamedNode(t.PREFIX), None)
    assert held.object.value == "x" * LONGEST
    store.remove(held)
    store.add(
        type(held)(held.subject, held.predicate, type(held.object)("x" * 301), held.graph_name)
    )

    assert [problem.message for problem in check(store)] == [
        "A quote has at most one run of words before it, of 300 characters at most."
    ]
