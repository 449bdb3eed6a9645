"""Seeing: a document in, what it mentions out."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extraction.acronyms import defined, uses
from kg.extraction.chosen import chosen_places
from kg.extraction.figures import find_figures
from kg.extraction.first_named import first_named
from kg.extraction.first_names import is_surname
from kg.extraction.homonyms import in_sense
from kg.extraction.longest import RIVALS, longest, with_more
from kg.extraction.matcher import NAMES
from kg.extraction.members import members
from kg.extraction.namesakes import told_apart
from kg.extraction.neighbours import of_the_kind_told
from kg.extraction.persons import people
from kg.extraction.places import area_names, area_pattern, places
from kg.extraction.reading import Mention, Reading
from kg.extraction.senses import about_programme, meant, names_kind, vanguard_words
from kg.extraction.shapes import organisations
from kg.extraction.short_names import anaphors, shortened
from kg.extraction.spans import Spans
from kg.extraction.spoken_of import may_be_about
from kg.extraction.unnamed_bodies import unnamed_bodies
from kg.extraction.vanguard_areas import by_area
from kg.extraction.vanguard_of_text import of_text
from kg.extraction.vanguard_topics import as_topics
from kg.extraction.vanguards_of_bodies import listed, of_bodies
from kg.model import BlockKind, Entity
from kg.names import organisation_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kg.extraction.matcher import Matcher
    from kg.model import Document
    from kg.registry import Registry
    from kg.vocabulary import Vocabulary

PASSED_OVER = frozenset({BlockKind.FRONT_MATTER, BlockKind.BOILERPLATE})
"""Blocks that carry no facts."""

_ADDRESSED = ("://", "www.", "@")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<!\S)\S{1,64}@\S+")


def see(document: Document, matcher: Matcher) -> Reading:
    """Return what a document mentions; nothing where it is not about the programme.

    Mentions of one kind do not overlap, nor do those of vanguards, organisations and the
    programme; a place lies inside no other name.
    """
    text = visible(document)
    if not may_be_about(text, matcher.vocabulary):
        return Reading(document, (), ())
    registry = matcher.vocabulary.registry
    heads = [(s.start, s.end) for s in document.sentences]
    heads += [(b.start, b.end) for b in document.blocks if b.kind not in PASSED_OVER]
    hits: list[Mention] = []
    for block in document.blocks:
        if block.kind not in PASSED_OVER:
            hits.extend(in_sense(text, matcher.hits(text, block.start, block.end)))
            hits.extend(organisations(text, block.start, block.end))
    spoken = (*vanguard_words(text), *chosen_places(text, registry))
    hits = [m for m in hits if m.kind != "org" or not is_surname(text, m.start, m.end)]
    hits = known_organisations(hits, matcher.vocabulary)
    named = longest(meant(text, _not_hidden(hits), registry, heads, spoken))
    named = tuple(told_apart(text, named, registry))
    if not (spoken or _names_it(named) or names_kind(named)):
        return Reading(document, (), ())
    named = with_more(*_shorter(text, named, known_names(matcher.vocabulary), area_names(registry)))
    names = [(m.start, m.end) for m in named if m.kind in RIVALS]
    taken = Spans([*names, *_long_areas(text, registry)])
    persons = people(text, taken)
    persons = (*persons, *first_named(text, persons, taken))
    bodies = _bodies(document, text, [*named, *persons], matcher.vocabulary)
    named = with_more(named, bodies)
    taken = Spans((m.start, m.end) for m in (*named, *persons) if m.kind in NAMES)
    spans = sorted({(s.start, s.end) for s in document.sentences})
    areas = list(by_area(text, spans, named, registry, taken, spoken))
    areas += of_bodies(text, spans, [*named, *areas], registry, spoken)
    areas += listed(document, named, registry)
    if spoken or any(m.kind == "programme" and m.role != "cue" for m in named):
        found = Spans((m.start, m.end) for m in areas)
        topics = as_topics(document, text, spans, named, registry, taken)
        areas += [m for m in topics if not found.meet(m.start, m.end)]
    told = [*named, *areas]
    areas += of_text(document.title, text, spans, told, matcher.vocabulary, taken, spoken)
    if not about_programme(text, told if spoken else [*named, *areas], spoken):
        return Reading(document, (), ())
    told = of_the_kind_told(text, [*named, *areas], registry)
    told += [*persons, *places(text, registry, taken)]
    told += list(unnamed_bodies(text, told, registry))
    figures = find_figures(text)
    return Reading(document, with_all_names(text, told), figures)


def _long_areas(text: str, registry: Registry) -> Iterator[tuple[int, int]]:
    """Yield where a text names areas of several words, which are nobody's names."""
    pattern = area_pattern(registry)
    for match in pattern.finditer(text) if pattern else ():
        if " " in match[0]:
            yield match.span()


def _names_it(named: Iterable[Mention]) -> bool:
    """Tell whether a vanguard or the programme is named outright."""
    return any(m.kind in {"vanguard", "programme"} and m.role != "cue" for m in named)


def visible(document: Document) -> str:
    r"""Return the text with web addresses and blocks without facts blanked out; offsets stay.

    >>> from kg.model import Block, BlockKind, Document
    >>> visible(Document("d", "", "Menu\nBody", (Block(0, 4, BlockKind.BOILERPLATE),), ()))
    '    \nBody'
    """
    text = document.text
    spans = [(b.start, b.end) for b in document.blocks if b.kind in PASSED_OVER]
    if any(mark in text for mark in _ADDRESSED):
        spans += [match.span() for match in _ADDRESS.finditer(text)]
    parts: list[str] = []
    at = 0
    for start, end in sorted(spans):
        start = max(start, at)  # noqa: PLW2901
        if end > start:
            parts += (text[at:start], " " * (end - start))
            at = end
    return "".join((*parts, text[at:]))


@lru_cache(maxsize=4)
def known_names(vocabulary: Vocabulary) -> frozenset[str]:
    """Return every name of a vanguard or organisation that the vocabulary knows."""
    known = (c for c in vocabulary if c.kind in {"vanguard", "org"})
    return frozenset(text for concept in known for text in concept.texts())


@lru_cache(maxsize=4)
def known_keys(vocabulary: Vocabulary) -> dict[str, Entity]:
    """Return organisation key -> organisation of the vocabulary."""
    known: dict[str, Entity] = {}
    for concept in vocabulary.of("org"):
        for name in concept.texts("pref", "alt"):
            known.setdefault(organisation_key(name), concept.entity)
    return known


def _not_hidden(hits: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the hits without vanguards inside a longer organisation's name."""
    hits = _without_swallowers(hits)
    orgs = [m for m in hits if m.kind == "org"]
    wide = Spans((m.start, m.end) for m in orgs)
    exact = {(m.start, m.end) for m in orgs}
    return tuple(
        m
        for m in hits
        if m.kind not in {"vanguard", "model"}
        or (m.start, m.end) in exact
        or not wide.hold(m.start, m.end)
    )


def _without_swallowers(hits: Sequence[Mention]) -> list[Mention]:
    """Return the hits without shapes that a known vanguard ends: "Already Lakeside Healthcare"."""
    ends = {m.end: m.start for m in hits if m.kind == "vanguard"}
    return [m for m in hits if m.role != "shape" or ends.get(m.end, m.start) <= m.start]


def known_organisations(hits: Iterable[Mention], vocabulary: Vocabulary) -> list[Mention]:
    """Return the hits, an organisation found by shape as the vocabulary's where it knows it."""
    known = known_keys(vocabulary)
    return [m._replace(entity=_known(m.entity, known)) if m.role == "shape" else m for m in hits]


def _known(entity: Entity, known: Mapping[str, Entity]) -> Entity:
    """Return the organisation that the vocabulary knows by one of an organisation's names."""
    keys = map(organisation_key, entity.names)
    return next((known[key] for key in keys if key in known), entity)


def _bodies(
    document: Document, text: str, named: Sequence[Mention], vocabulary: Vocabulary
) -> list[Mention]:
    """Return the organisations that their company shows, apart from what is named already.

    One that ends as a known organisation does is the longer name: "the charity Andover Mind".
    """
    taken = Spans((m.start, m.end) for m in named if m.kind in NAMES and m.kind != "org")
    bodies = [m for m in named if m.kind == "org"]
    people = [m for m in named if m.kind == "person"]
    orgs = Spans((m.start, m.end) for m in bodies)
    ends = {m.end: m.start for m in named if m.kind == "org" and m.role != "shape"}
    found = [
        m
        for m in members(document, text, taken, people, bodies)
        if not orgs.meet(m.start, m.end)
        or (m.start < ends.get(m.end, 0) and " and " not in text[m.start : m.end])
    ]
    return known_organisations(found, vocabulary)


def _shorter(
    text: str, named: Sequence[Mention], names: frozenset[str], areas: Sequence[str]
) -> tuple[list[Mention], list[Mention]]:
    """Return the mentions that stand, and later, shorter ones: acronyms, short names, anaphors.

    "Mind" after "Mind in Cambridgeshire" is that one, not the national charity.
    """
    found = [*uses(text, defined(text, named)), *shortened(text, named, set(areas), names)]
    shorts = {(m.start, m.end) for m in found if m.role == "short" or m.kind not in RIVALS}
    kept = [m for m in named if m.kind != "org" or (m.start, m.end) not in shorts]
    taken = Spans((m.start, m.end) for m in kept if m.kind in RIVALS)
    more = [m for m in found if m.kind not in RIVALS or not taken.meet(m.start, m.end)]
    taken = Spans((m.start, m.end) for m in (*kept, *more) if m.kind in RIVALS)
    more += [m for m in anaphors(text, (*kept, *more)) if not taken.meet(m.start, m.end)]
    return kept, more


def with_all_names(text: str, mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return the mentions sorted, each organisation with all names that the text gives it."""
    told = sorted(mentions, key=lambda m: (m.start, m.end, m.kind, m.entity.id, m.role))
    names: dict[tuple[str, str], dict[str, None]] = {}
    for mention in told:
        if mention.kind == "org":
            key = (mention.kind, mention.entity.id)
            names.setdefault(key, {}).update(dict.fromkeys(mention.entity.names))
            if mention.role in {"acronym", "short"}:
                printed = " ".join(text[mention.start : mention.end].split())
                names[key].setdefault(printed)
    full = {key: tuple(sorted(found, key=lambda n: -len(n))) for key, found in names.items()}
    return tuple(
        m._replace(entity=Entity(m.kind, m.entity.id, full[m.kind, m.entity.id]))
        if m.kind == "org"
        else m
        for m in told
    )
