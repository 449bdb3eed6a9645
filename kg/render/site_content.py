"""What a site tells, read from a store once: things, sources, and every claim as a line."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.graph import terms as t
from kg.graph.claims import read_statements
from kg.graph.contexts import contexts
from kg.graph.nodes import text_of
from kg.model import Entity, Outcome
from kg.names import Minter
from kg.query.network import SourceInfo, network, says
from kg.query.shown import key_of
from kg.query.sources import read_sources
from kg.query.whole import names_in
from kg.render.legend import KINDS
from kg.render.safety import one_line, safe_link, short_label
from kg.render.site_paths import stems

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    import pyoxigraph

    from kg.graph.claims import Statement
    from kg.graph.contexts import Context, Place
    from kg.model import Claim, Relation, Status
    from kg.query.network import Network

NAME_LENGTH = 120
"""How long a name may be where it is a link; its own page shows the whole."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A thing where it is mentioned: its name, its kind, its page without suffix (or nothing)."""

    name: str
    kind: str
    stem: str = ""
    short: str = field(default="", compare=False)
    """The name at a length that fits a line."""

    def __post_init__(self) -> None:
        """Shorten once what is written many times."""
        object.__setattr__(self, "short", short_label(self.name, NAME_LENGTH))


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing with a page of its own; `key` is that of its node in the network."""

    ref: Ref
    key: str
    iri: str
    aliases: tuple[str, ...] = ()
    definition: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A claim as pages tell it; `words` are (before, quote, after), cleaned for a page."""

    iri: str
    subject: Ref
    object: Ref
    subject_iri: str
    object_iri: str
    relation: Relation
    status: Status
    says: str
    words: tuple[tuple[str, str, str], ...]
    source: Ref
    date: str
    url: str
    confidence: str
    rule: str
    qualifiers: tuple[tuple[str, str], ...]

    @property
    def anchor(self) -> str:
        """Where the claim stands on the page of its source."""
        return f"c-{self.iri.rsplit('/', 1)[-1]}"

    @property
    def registered(self) -> bool:
        """Whether the registry says so, and no document."""
        return self.rule == t.REGISTRY


@dataclass(frozen=True, slots=True)
class Source:
    """A source with a page of its own; `url` only where it is a safe link."""

    ref: Ref
    iri: str
    info: SourceInfo
    url: str


@dataclass(frozen=True, slots=True)
class Content:
    """The whole of a site: things in order of kind and name, sources and lines in order."""

    title: str
    graph: Network
    things: tuple[Thing, ...]
    sources: tuple[Source, ...]
    lines: tuple[Line, ...]
    refs: Mapping[str, Ref]


def read_content(store: pyoxigraph.Store, title: str) -> Content:
    """Return what a site tells of a store; merged things are one, as the view shows them."""
    statements = tuple(read_statements(store))
    infos, around, key = read_sources(store), contexts(store), key_of(statements)
    bases = {s.iri.rpartition("claim/")[0] for s in statements}
    graph = network(
        (s.claim for s in statements),
        names_in(store),
        infos,
        minter=Minter(min(bases)) if bases else None,
        key_of=key,
        around=around,
    )
    source_iris = _source_iris(store)
    nodes = {str(graph.nodes[n]["iri"]): n for n in sorted(graph) if graph.nodes[n]["iri"]}
    paged: list[tuple[str, str]] = [(graph.nodes[n]["kind"], iri) for iri, n in nodes.items()]
    pages = stems([*paged, *(("source", iri) for iri in source_iris.values())])
    things = tuple(_thing(store, graph, node, iri, pages[iri]) for iri, node in nodes.items())
    sources = tuple(
        _source(infos[id_], iri, pages[iri]) for id_, iri in source_iris.items() if id_ in infos
    )
    refs = {thing.iri: thing.ref for thing in things} | {s.iri: s.ref for s in sources}
    lines = _lines(statements, graph, key, refs, {s.info.id: s for s in sources}, around)
    order = {k.id: i for i, k in enumerate(KINDS)}
    return Content(
        title=one_line(title) or "What documents claim",
        graph=graph,
        things=tuple(
            sorted(
                things,
                key=lambda x: (order.get(x.ref.kind, 99), x.ref.kind, *_by_name(x.ref), x.iri),
            )
        ),
        sources=tuple(sorted(sources, key=lambda s: (_by_name(s.ref), s.iri))),
        lines=lines,
        refs=refs,
    )


def page_links(content: Content) -> dict[str, str]:
    """Return the IRI of each thing, and the identifier of each source, -> its page."""
    things = {thing.iri: f"{thing.ref.stem}.html" for thing in content.things}
    return things | {s.info.id: f"{s.ref.stem}.html" for s in content.sources}


def legible(text: str) -> str:
    r"""Return text as a page can hold it: characters that HTML cannot carry become U+FFFD.

    >>> legible("a\x00b\nc")
    'a\ufffdb\nc'
    """
    if text.isprintable():
        return text
    return "".join(
        "\ufffd" if c not in "\n\t" and unicodedata.category(c) in {"Cc", "Cs"} else c for c in text
    )


def _by_name(ref: Ref) -> tuple[str, str]:
    return ref.name.casefold(), ref.stem


def _source_iris(store: pyoxigraph.Store) -> dict[str, str]:
    """Return identifier -> IRI of the sources, which name their own graphs."""
    import pyoxigraph

    quads = store.quads_for_pattern(None, pyoxigraph.NamedNode(t.IDENTIFIER), None)
    return dict(
        sorted((text_of(q.object), text_of(q.subject)) for q in quads if q.subject == q.graph_name)
    )


def _thing(store: pyoxigraph.Store, graph: Network, node: str, iri: str, stem: str) -> Thing:
    import pyoxigraph

    data = graph.nodes[node]
    name = one_line(data["label"]) or one_line(node)
    told = store.quads_for_pattern(
        pyoxigraph.NamedNode(iri), pyoxigraph.NamedNode(t.term("skos:definition")), None
    )
    return Thing(
        Ref(name, data["kind"], stem),
        node,
        iri,
        tuple(line for line in map(one_line, data["aliases"]) if line and line != name),
        next(iter(sorted(one_line(text_of(q.object)) for q in told)), ""),
    )


def _source(info: SourceInfo, iri: str, stem: str) -> Source:
    name = one_line(info.title) or one_line(info.id) or stem
    return Source(Ref(name, "source", stem), iri, info, safe_link(info.url))


def _lines(
    statements: Iterable[Statement],
    graph: Network,
    key: Callable[[Entity], str],
    refs: Mapping[str, Ref],
    sources: Mapping[str, Source],
    around: Mapping[Place, Context],
) -> tuple[Line, ...]:
    """Return the claims as lines, in order of source and place."""
    found = []
    for statement in statements:
        claim = statement.claim
        known = sources.get(claim.source)
        start, end = (_end(thing, graph, key, refs) for thing in (claim.subject, claim.object))
        found.append(
            Line(
                iri=statement.iri,
                subject=start[1],
                object=end[1],
                subject_iri=start[0],
                object_iri=end[0],
                relation=claim.relation,
                status=claim.status,
                says=says(claim.object) if isinstance(claim.object, Outcome) else "",
                words=_words(claim, around),
                source=known.ref if known else Ref(one_line(claim.source), "source"),
                date=one_line(known.info.date) if known else "",
                url=known.url if known else "",
                confidence=f"{claim.confidence:.2f}",
                rule=claim.rule,
                qualifiers=tuple((one_line(k), one_line(v)) for k, v in claim.qualifiers),
            )
        )
    return tuple(found)


def _end(
    thing: object, graph: Network, key: Callable[[Entity], str], refs: Mapping[str, Ref]
) -> tuple[str, Ref]:
    """Return IRI and mention of an end of a claim; a sum of money has no page and no IRI."""
    if isinstance(thing, Entity | Outcome):
        node = key(thing) if isinstance(thing, Entity) else f"measure:{thing.measure}"
        iri = str(graph.nodes[node]["iri"])
        return iri, refs.get(iri) or Ref(one_line(node), node.partition(":")[0])
    return "", Ref(says(thing), "funding")  # type: ignore[arg-type]


def _words(claim: Claim, around: Mapping[Place, Context]) -> tuple[tuple[str, str, str], ...]:
    """Return the quotes of a claim, each with the words around it where they are known."""
    words: list[Sequence[str]] = []
    for e in claim.evidence:
        near = around.get((e.source, e.start, e.end))
        words.append((near.before if near else "", e.quote, near.after if near else ""))
    return tuple((legible(a), legible(b), legible(c)) for a, b, c in words)
