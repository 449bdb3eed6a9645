"""A graph to ask, to walk and to look at."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from kg.api.answer import Answer
from kg.api.sentences import meant
from kg.errors import InputError, UnknownNameError
from kg.model import SHOWN_KINDS, Relation, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import pyoxigraph
    import rdflib

    from kg.api.explanation import Explanation
    from kg.api.pictures import Portrait, View
    from kg.model import Claim
    from kg.query.network import Network, SourceInfo
    from kg.query.spotting import Spotter
    from kg.vocabulary import Vocabulary

ANY = "any"
REGISTRY = "registry"
MOST_DEPTH = 3


@dataclass(frozen=True, eq=False)
class Graph:
    """A knowledge graph: what documents claim, each claim with its words.

    Made by `kg.build` or `kg.open`. It is never changed: to add a document, build again.
    `place` says where it is kept; `notes` what went wrong when it was built (documents that could
    not be read, claims that were refused), one sentence each. `store` is the engine underneath.
    """

    store: pyoxigraph.Store = field(repr=False)
    vocabulary: Vocabulary = field(repr=False)
    place: str = "in memory"
    notes: tuple[str, ...] = field(default=(), repr=False)

    def ask(
        self,
        question: str,
        /,
        *,
        status: str | None = None,
        limit: int | None = None,
        **parameters: object,
    ) -> Answer:
        """Return the answer to a question: by name with its parameters, or a sentence in English.

        `kg.questions()` lists the names. Parameters are names, other names or identifiers; `status`
        is ``reported``, ``planned``, ``expected``, ``negated`` or ``any`` (each question has its
        own); `limit` keeps the first rows. The title of the answer says which question a sentence
        was understood as, its notes what it may have meant instead.

        Raises UnknownNameError for a name that nothing has (with near ones), InputError for
        parameters that do not fit, QueryError for a sentence that is in doubt: nothing is guessed.
        """
        from kg.query.ask import ask
        from kg.query.question import find_question

        notes: tuple[str, ...] = ()
        try:
            asked = find_question(question)
        except UnknownNameError:
            if parameters or " " not in question.strip():
                raise
            reading, notes = meant(question, self._spotter)
            asked, parameters = reading.question, dict(reading.parameters)
            status = status or reading.status or None
        answer = ask(self.store, asked, status=status, limit=limit, **parameters)
        notes += answer.notes
        return Answer(answer.names, answer.rows, answer.heading, notes, answer, self.sources)

    def sparql(self, query: str) -> Answer | rdflib.Graph | bool:
        """Return what a SPARQL 1.1 query gives: a table, an rdflib graph, or a truth.

        SELECT gives an `Answer` whose IRIs are text and whose numbers are numbers, CONSTRUCT and
        DESCRIBE a graph, ASK a bool. The prefixes of the ontology are known; the default graph
        holds what is reported, each source has a named graph with its claims of every status.

        Raises QueryError for a query that is wrong, changes the graph or calls another machine.
        """
        from kg.api.sparql import answered

        return answered(self.store, query)

    def network(
        self,
        *,
        kinds: str | Iterable[str] | None = None,
        status: str | Iterable[str] = "reported",
        relations: str | Iterable[str] | None = None,
    ) -> Network:
        """Return the claims as a networkx MultiDiGraph: things are nodes, claims are edges.

        A node has `label`, `kind`, `aliases` and `iri`; an edge has `claim` and `says`, and the key
        (relation, source, status, object), so that parallel claims stay apart. An outcome ends at
        its measure. `kinds` and `relations` keep what they name (all when None), `status` likewise
        (``any`` for all).

        Raises InputError for a kind, status or relation that does not exist.
        """
        from kg.query.whole import whole_network

        return whole_network(
            self.store,
            kinds=_kinds(kinds),
            statuses=_statuses(status),
            relations=_relations(relations),
        )

    def explain(
        self, one: str, other: str, /, *, limit: int = 3, status: str = "reported"
    ) -> Explanation:
        """Return the shortest paths between two things, told as sentences with their words.

        `limit` is how many paths are told at most. Raises UnknownNameError for a name that nothing
        has, InputError for a limit or status that cannot be used.
        """
        from kg.api.explanation import explanation
        from kg.query.lookup import find_thing

        # As in `show`, a bare "Sunderland" is the vanguard and not the town.
        start, end = (find_thing(self.store, name).iri for name in (one, other))
        asked = self.ask("paths", one=start, other=end, at_most=limit, status=status)
        return explanation(asked)

    def claims(
        self,
        *,
        subject: str | None = None,
        relation: str | None = None,
        status: str | None = None,
        source: str | None = None,
    ) -> Iterator[Claim]:
        """Yield the claims that fit, in order of source and place; all when nothing is given.

        `subject` is a name, another name or an identifier, `source` the identifier of a document
        or ``registry``; `status` None or ``any`` means all of them.

        Raises UnknownNameError for a subject that nothing is called, InputError for a relation,
        status or source that does not exist.
        """
        from kg.graph.claims import read_claims
        from kg.query.lookup import find_thing

        statuses, relations = _statuses(status or ANY), _relations(relation)
        if source is not None and source not in {REGISTRY, *self.sources}:
            raise InputError(f"no source is called {source!r}; Graph.ask('sources') lists them")
        return read_claims(
            self.store,
            subject=find_thing(self.store, subject).iri if subject else None,
            relation=next(iter(relations or ()), None),
            status=next(iter(statuses or ()), None),
            source=source,
        )

    def explore(
        self,
        focus: str | None = None,
        *,
        depth: int = 1,
        kinds: str | Iterable[str] | None = None,
        status: str | Iterable[str] = ANY,
        relations: str | Iterable[str] | None = None,
        title: str = "What documents claim",
        height: int = 640,
    ) -> View:
        """Return an interactive view: a cell of a notebook shows it, `View.save` writes a page.

        `focus` names the thing it opens at, with all that is within `depth` lines of it (1 to 3);
        the other parameters are those of `network`. `height` is in pixels.

        Raises UnknownNameError for a focus that nothing is called, InputError for the rest.
        """
        from urllib.parse import urlencode

        from kg.api.pictures import View
        from kg.query.lookup import find_thing
        from kg.query.whole import key_in
        from kg.render.explore import explore_page

        graph = self.network(kinds=kinds, status=status, relations=relations)
        start = ""
        if focus is not None:
            if not 1 <= depth <= MOST_DEPTH:
                raise InputError(f"depth is {depth}; expected a whole number from 1 to 3")
            thing = find_thing(self.store, focus)
            key = key_in(graph, thing.iri)
            if key is None:
                raise InputError(f"no claim that is shown here touches {thing.name!r}")
            start = "#" + urlencode({"focus": key, "depth": depth})
        page = explore_page(graph, title, start=start)
        return View(page, title, len(graph), graph.number_of_edges(), height)

    def show(self, name: str, /) -> Portrait:
        """Return what the graph knows of one thing, fact by fact, with the words behind each.

        Raises UnknownNameError with the near names when nothing is called so.
        """
        from kg.api.pictures import Portrait
        from kg.query.profile import read_profile

        return Portrait(read_profile(self.store, name), self.sources)

    def stats(self) -> Answer:
        """Return how many things, claims (by relation and status) and triples there are."""
        from kg.query.stats import COLUMNS, stats

        return Answer(COLUMNS, tuple(stats(self.store)), "What the graph holds")

    @cached_property
    def sources(self) -> Mapping[str, SourceInfo]:
        """The documents by identifier, with title, publisher, date, address and kind."""
        from kg.query.sources import read_sources

        return read_sources(self.store)

    @cached_property
    def _spotter(self) -> Spotter:
        from kg.query.spotting import Spotter

        return Spotter(self.store, self.vocabulary)

    def __repr__(self) -> str:
        return f"<kg.Graph {self.place}: {self._held}>"

    def _repr_html_(self) -> str:
        from kg.render.fragments import table

        tries = ("ask(question)", "show(name)", "explain(one, other)", "explore()", "network()")
        return table(
            ("Try", ""),
            [(f".{call}", _first_line(getattr(self, call.partition("(")[0]))) for call in tries],
            title=f"Knowledge graph {self.place}: {self._held}",
            notes=self.notes,
        )

    @cached_property
    def _held(self) -> str:
        documents = sum(1 for source in self.sources if source != REGISTRY)
        return f"{documents} document{'' if documents == 1 else 's'}, {len(self.store):,} triples"


def _first_line(method: object) -> str:
    return (method.__doc__ or "").partition("\n")[0]


def _many(given: str | Iterable[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


def _statuses(given: str | Iterable[str]) -> tuple[Status, ...] | None:
    """Return the statuses that are meant; None for all."""
    wanted = _many(given)
    if ANY in wanted:
        return None
    _refuse_unknown("status", wanted, (*Status, ANY))
    return tuple(Status(name) for name in wanted)


def _relations(given: str | Iterable[str] | None) -> tuple[Relation, ...] | None:
    if given is None:
        return None
    _refuse_unknown("relation", _many(given), tuple(Relation))
    return tuple(Relation(name) for name in _many(given))


def _kinds(given: str | Iterable[str] | None) -> tuple[str, ...] | None:
    if given is None:
        return None
    _refuse_unknown("kind", _many(given), SHOWN_KINDS)
    return _many(given)


def _refuse_unknown(what: str, given: Iterable[str], known: tuple[str, ...]) -> None:
    for name in given:
        if name not in known:
            raise InputError(f"no {what} is called {name!r}; there are {', '.join(known)}")
