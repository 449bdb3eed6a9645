"""The pages of a site as text, one function a kind of page; templates are in ``templates/site``.

Every page forbids all that it does not need: no script, no remote origin, one style sheet beside
it. Links are relative; text is never markup, since every template escapes what it is given.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from kg.model import Relation, Status
from kg.query.meetings import AXES, axis
from kg.render.legend import STATUSES, kind_of
from kg.render.safety import short_label
from kg.render.site_content import NAME_LENGTH
from kg.render.site_facts import LABELS, groups, lines_at
from kg.render.site_lists import (
    SOURCE_COLUMNS,
    columns_of,
    models_with_vanguards,
    names_by_letter,
    source_rows,
    thing_rows,
)
from kg.render.site_paths import folder_of
from kg.render.site_templates import site_environment
from kg.render.words import counted, sentence_case

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import jinja2

    from kg.render.ontology_docs import Docs
    from kg.render.site_content import Content, Line, Source, Thing
    from kg.render.site_picture import Picture
    from kg.render.site_questions import Asked

POLICY = (
    "default-src 'none'; style-src 'self' file:; img-src 'self' file: data:; "
    "base-uri 'none'; form-action 'none'"
)
"""``file:`` is for pages opened from disk, where browsers differ on what 'self' means."""

BESIDE = ("measure", "vanguard", "intervention", "model")
"""Kinds that the evidence map sets a thing against, the first that it is told with."""

MOST_TEXT = 200
"""How many letters the map looks for at the most."""

MAPS = (
    ("interventions", "measures"),
    ("vanguards", "measures"),
    ("barriers", "care-models"),
    ("enablers", "care-models"),
    ("interventions", "populations"),
)
"""Maps that the front page names: rows and columns."""

MENU_KINDS = ("vanguard", "org", "intervention")


@dataclass(frozen=True, slots=True)
class Item:
    """A link of the menu or of the front page."""

    path: str
    label: str
    says: str = ""


@dataclass(frozen=True)
class Pages:
    """Writes the pages of one site."""

    content: Content
    docs: Docs

    @cached_property
    def _environment(self) -> jinja2.Environment:
        return site_environment()

    @cached_property
    def lines(self) -> Mapping[str, tuple[Line, ...]]:
        """IRI of a thing -> its lines."""
        return lines_at(self.content.lines)

    @cached_property
    def kinds(self) -> Mapping[str, tuple[Thing, ...]]:
        """Kind -> its things, in order of name."""
        found = groupby(self.content.things, key=lambda thing: thing.ref.kind)
        return {kind: tuple(things) for kind, things in found}

    @cached_property
    def _site(self) -> dict[str, Any]:
        menu = [
            Item("index.html", "Front page"),
            Item("explore.html", "Explorer"),
            Item("map.html", "Evidence map"),
        ]
        menu += [_list_item(kind) for kind in MENU_KINDS if kind in self.kinds]
        menu += [
            Item("source/index.html", "Sources"),
            Item("questions.html", "Questions"),
            Item("ontology.html", "Ontology"),
            Item("download.html", "Downloads"),
        ]
        return {
            "title": self.content.title,
            "menu": menu,
            "sources": len(self.content.sources),
            "claims": len(self.content.lines),
        }

    def _page(self, path: str, template: str, heading: str, **values: Any) -> tuple[str, bytes]:
        text = self._environment.get_template(f"site/{template}").render(
            site=self._site,
            path=path,
            root="../" * path.count("/"),
            policy=POLICY,
            heading=heading,
            **{"file": "", **values},
        )
        return path, text.encode("utf-8")

    def front(self, picture: Picture) -> Iterator[tuple[str, bytes]]:
        """Yield the front page and its picture as a file."""
        count = Counter((line.relation, line.status) for line in self.content.lines)
        relations = [r for r in Relation if any(count[r, s] for s in Status)]
        yield self._page(
            "index.html",
            "index.html",
            self.content.title,
            things=len(self.content.things),
            kinds=[
                *(
                    {
                        "path": _list_item(kind).path,
                        "label": kind_of(kind).label if len(told) == 1 else kind_of(kind).plural,
                        "number": len(told),
                    }
                    for kind, told in self.kinds.items()
                ),
                {"path": "source/index.html", "label": "Sources", "number": self._site["sources"]},
            ],
            doors=self._doors(),
            maps=_maps(),
            picture=picture,
            models=models_with_vanguards(self.content, self.lines),
            statuses=STATUSES,
            told=[(sentence_case(LABELS[r][0]), [count[r, s] for s in Status]) for r in relations],
            alone=False,
        )
        yield self._page("picture.svg", "picture.svg", "", picture=picture, alone=True)

    def _doors(self) -> Iterator[Item]:
        yield Item("explore.html", "Explorer", "Look around, filter, follow lines, find paths")
        yield Item("map.html", "Evidence map", "What is told of what, and where the gaps are")
        yield Item("questions.html", "Questions", "What people ask of the graph, answered")
        yield Item("names.html", "Everything by name", "All things with their other names")
        yield Item("ontology.html", "Ontology", "What the words mean: classes and concepts")
        yield Item("download.html", "Downloads", "RDF, CSV and GraphML")

    def thing(self, thing: Thing) -> tuple[str, bytes]:
        """Return the page of a thing."""
        lines = self.lines.get(thing.iri, ())
        sources = {line.source for line in lines}
        return self._page(
            f"{thing.ref.stem}.html",
            "thing.html",
            thing.ref.name,
            thing=thing,
            file=thing.ref.stem.rpartition("/")[2],
            kind=kind_of(thing.ref.kind).label,
            plural=kind_of(thing.ref.kind).plural,
            groups=groups(thing.iri, lines),
            claims=counted(len(lines), "claim"),
            sources=counted(len(sources), "source"),
            focus=urlencode({"focus": thing.key}),
            mapped=_mapped(thing, lines),
            concept=self.docs.anchors.get(thing.iri, ""),
        )

    def source(self, source: Source, lines: Sequence[Line]) -> tuple[str, bytes]:
        """Return the page of a source; `lines` are its claims in order of place."""
        told = (source.info.kind, source.info.publisher, source.info.date)
        return self._page(
            f"{source.ref.stem}.html",
            "source.html",
            source.ref.name,
            source=source,
            file=source.ref.stem.rpartition("/")[2],
            told=[short_label(part, NAME_LENGTH) for part in told if part],
            groups=[
                (sentence_case(LABELS[relation][0]), found)
                for relation in Relation
                if (found := [line for line in lines if line.relation is relation])
            ],
            claims=counted(len(lines), "claim"),
        )

    def lists(self) -> Iterator[tuple[str, bytes]]:
        """Yield a list a kind of thing, that of the sources, and that of all names."""
        for kind, things in self.kinds.items():
            item, rows = _list_item(kind), thing_rows(things, self.lines)
            columns = columns_of(kind)
            yield self._page(item.path, "list.html", item.label, columns=columns, rows=rows)
        rows, columns = source_rows(self.content), SOURCE_COLUMNS
        yield self._page("source/index.html", "list.html", "Sources", columns=columns, rows=rows)
        letters = names_by_letter(self.content)
        total = sum(len(names) for _, names in letters)
        heading = "Everything by name"
        yield self._page("names.html", "names.html", heading, total=total, letters=letters)

    def questions(self, asked: Sequence[Asked]) -> Iterator[tuple[str, bytes]]:
        """Yield the list of questions and a page a question."""
        by_group = [(group, list(qs)) for group, qs in groupby(asked, key=lambda q: q.group)]
        total = len(asked)
        yield self._page(
            "questions.html", "questions.html", "Questions", groups=by_group, total=total
        )
        for q in asked:
            yield self._page(f"{q.stem}.html", "question.html", q.asks, q=q)

    def ontology(self) -> tuple[str, bytes]:
        """Return the documentation of the ontology."""
        heading = self.docs.title
        pages = self.content.refs
        return self._page("ontology.html", "ontology.html", heading, docs=self.docs, pages=pages)

    def downloads(self, rows: Sequence[Mapping[str, str]]) -> tuple[str, bytes]:
        """Return the page of what can be taken home."""
        return self._page(
            "download.html", "download.html", "Downloads", rows=rows, statuses=STATUSES
        )


def _maps() -> Iterator[Item]:
    """Yield the ways to the evidence map, turned to one pair of axes after the other."""
    for rows, columns in MAPS:
        sides = (kind_of(axis(rows).kind).plural, kind_of(axis(columns).kind).plural)
        address = urlencode({"rows": rows, "columns": columns})
        yield Item(f"map.html#{address}", f"{sides[0]} by {sides[1].lower()}")


def _mapped(thing: Thing, lines: Sequence[Line]) -> str:
    """Return the address at which the evidence map shows a thing; none where it cannot."""
    kinds = {line.object.kind for line in lines} | {line.subject.kind for line in lines}
    axes = {axis.kind: axis.name for axis in AXES}
    beside = next((k for k in BESIDE if k in kinds and k != thing.ref.kind), "")
    if thing.ref.kind not in axes or not beside:
        return ""
    sides = {"rows": axes[thing.ref.kind], "columns": axes[beside]}
    return urlencode({**sides, "text": thing.ref.name[:MOST_TEXT]})


def _list_item(kind: str) -> Item:
    return Item(f"{folder_of(kind)}/index.html", kind_of(kind).plural)
