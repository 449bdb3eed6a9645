"""Writing a store in a format of one's choice.

An exporter is one file under ``exporters/`` that declares one constant, ``EXPORTER``. All of them
write the same bytes for the same store: sorted, in UTF-8, without time, path or version.
"""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass
from functools import cache
from typing import IO, TYPE_CHECKING

from pyoxigraph import NamedNode

from kg.errors import InputError
from kg.names import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pyoxigraph import Quad, Store


_INSTANCES = ("claim", "organisation", "person", "place", "programme", "source", "vanguard")
"""Kinds of instances that get a prefix; their base is the user's choice."""


@dataclass(frozen=True, slots=True)
class Exporter:
    """Writes a store as bytes: the name of the format, its suffix, what it holds, and how."""

    name: str
    suffix: str
    holds: str
    write: Callable[[Store, IO[bytes]], None]


@cache
def all_exporters() -> tuple[Exporter, ...]:
    """Return the exporters found under ``kg.graph.exporters``, in order of name."""
    package = importlib.import_module("kg.graph.exporters")
    names = sorted(info.name for info in pkgutil.iter_modules(package.__path__))
    found = (importlib.import_module(f"kg.graph.exporters.{name}").EXPORTER for name in names)
    return tuple(sorted(found, key=lambda exporter: exporter.name))


def export(store: Store, format_: str, stream: IO[bytes]) -> None:
    """Write a store in a format to a binary stream.

    Raises InputError for a format that there is not.
    """
    known = {exporter.name: exporter for exporter in all_exporters()}
    if format_ not in known:
        raise InputError(f"unknown format {format_!r}; the formats are {', '.join(known)}")
    known[format_].write(store, stream)


def in_order(quads: Iterable[Quad]) -> list[Quad]:
    """Return quads sorted by graph (the default graph first), subject, predicate and object."""
    # a quad as text begins with its subject, predicate and object, and no term begins another
    return sorted(quads, key=lambda quad: (str(quad.graph_name), str(quad)))


def used_prefixes(quads: Iterable[Quad]) -> dict[str, str]:
    """Return the known prefixes that the IRIs of the quads need, and those of their instances."""
    # few nodes stand in many quads: each is looked at once
    nodes = {n for q in quads for n in (q.subject, q.predicate, q.object, q.graph_name)}
    heads = {namespace(node.value) for node in nodes if isinstance(node, NamedNode)}
    used = {prefix: iri for prefix, iri in sorted(PREFIXES.items()) if iri in heads}
    for head in sorted(heads):
        prefix = head.rstrip("/#").rsplit("/", 1)[-1]
        if head.endswith("/") and prefix in _INSTANCES and prefix not in used:
            used[prefix] = head
    return used


def namespace(iri: str) -> str:
    """Return an IRI up to its last ``#`` or ``/``.

    >>> namespace("http://www.w3.org/ns/oa#exact")
    'http://www.w3.org/ns/oa#'
    """
    return iri[: max(iri.rfind("#"), iri.rfind("/")) + 1]
