"""The ontology files as quads of one graph, without a blank node."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph
from pyoxigraph import BlankNode, NamedNode, Quad

from kg.errors import VocabularyError
from kg.graph.nodes import to_node
from kg.names import digest
from kg.vocabulary import data_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path


def ontology_files(extra: Sequence[Path] = ()) -> tuple[Path, ...]:
    """Return the Turtle files of the package, in order of name, and the user's own."""
    return (*sorted(data_folder("ontology").rglob("*.ttl")), *extra)


def ontology_quads(paths: Iterable[Path], graph: str) -> Iterator[Quad]:
    """Yield the quads of Turtle files, all in one graph.

    Raises VocabularyError, naming the file, when one cannot be read or is not Turtle.
    """
    for path in paths:
        try:
            yield from turtle_quads(path.read_bytes().removeprefix(b"\xef\xbb\xbf"), graph)
        except (OSError, SyntaxError) as error:
            raise VocabularyError(f"{path}: cannot be used as Turtle: {error}") from error


def skolem_base(graph: str) -> str:
    """Return what the IRIs of nodes begin with that were blank in the files."""
    return f"{graph}/node/"


def turtle_quads(turtle: bytes, graph: str) -> Iterator[Quad]:
    """Yield the quads of a Turtle text; blank nodes get IRIs from the text's content.

    Lists and restrictions are blank nodes in Turtle. Canonical labels (RDFC-1.0) make their IRIs
    the same on every run. Raises SyntaxError when it is not Turtle.
    """
    quads = list(pyoxigraph.parse(turtle, format=pyoxigraph.RdfFormat.TURTLE))
    name = to_node(graph)
    if not any(isinstance(n, BlankNode) for q in quads for n in (q.subject, q.object)):
        yield from (Quad(q.subject, q.predicate, q.object, name) for q in quads)
        return
    dataset = pyoxigraph.Dataset(quads)
    dataset.canonicalize(pyoxigraph.CanonicalizationAlgorithm.RDFC_1_0)
    base = f"{skolem_base(graph)}{digest(*sorted(str(quad) for quad in dataset))[:12]}-"
    for quad in sorted(dataset, key=str):
        subject, value = quad.subject, quad.object
        if isinstance(subject, BlankNode):
            subject = NamedNode(base + subject.value)
        if isinstance(value, BlankNode):
            value = NamedNode(base + value.value)
        yield Quad(subject, quad.predicate, value, name)
