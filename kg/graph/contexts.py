"""The sentence around a quote: written beside it (``oa:prefix``, ``oa:suffix``), and read back.

The words are the document's own, to the bounds of the sentence in which the quote begins and ends
and at most `LONGEST` characters on each side; the store holds no more of a document's text.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from kg.graph import terms as t
from kg.graph.nodes import text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from pyoxigraph import Store

    from kg.model import Document, Evidence, Sentence

LONGEST = 300
"""How many characters (code points) are kept on each side of a quote at most."""

Place = tuple[str, int, int]
"""The source of a quote, and its start and end in the text."""


@dataclass(frozen=True, slots=True, order=True)
class Context:
    """The words right before and right behind a quote, within its sentence; both may be empty."""

    before: str = ""
    after: str = ""


def surroundings(document: Document) -> Callable[[Evidence], Context]:
    """Return a function from a quote of a document to the words around it, within its sentence.

    A quote that stands in no sentence has none around it.
    """
    sentences = sorted(document.sentences)
    starts = [sentence.start for sentence in sentences]

    def at(offset: int) -> Sentence | None:
        found = bisect_right(starts, offset) - 1
        return sentences[found] if found >= 0 and offset < sentences[found].end else None

    def around(evidence: Evidence) -> Context:
        first, last = at(evidence.start), at(evidence.end - 1)
        start = max(first.start, evidence.start - LONGEST) if first else evidence.start
        end = min(last.end, evidence.end + LONGEST) if last else evidence.end
        text = document.text
        return Context(text[start : evidence.start], text[evidence.end : end])

    return around


def contexts(store: Store) -> dict[Place, Context]:
    """Return the words around the quotes of a store, by where the quotes stand.

    Quotes without words around them, and those of a store without any, are left out.
    """
    words: dict[str, list[str]] = {}
    for i, predicate in enumerate((t.PREFIX, t.SUFFIX)):
        for quad in store.quads_for_pattern(None, NamedNode(predicate), None):
            words.setdefault(text_of(quad.subject), ["", ""])[i] = text_of(quad.object)
    found: dict[Place, Context] = {}
    for quad in store.quads_for_pattern(None, NamedNode(t.IDENTIFIER), None):
        node = quad.subject
        if quad.graph_name != node or not isinstance(node, NamedNode):
            continue
        for target in store.quads_for_pattern(None, NamedNode(t.HAS_SOURCE), node, node):
            iri = text_of(target.subject)
            said = words.get(f"{iri}/quote")
            if said:
                start, end = (
                    int(_value(store, f"{iri}/position", name)) for name in (t.START, t.END)
                )
                found[text_of(quad.object), start, end] = Context(*said)
    return dict(sorted(found.items()))


def _value(store: Store, iri: str, predicate: str) -> str:
    quads = store.quads_for_pattern(NamedNode(iri), NamedNode(predicate), None)
    return next((text_of(quad.object) for quad in quads), "0")
