"""Places: the areas that the registry names, and capitalised names behind "in" or "across"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extraction.capitals import LEADERS, MONTHS_AND_DAYS, words_of
from kg.extraction.reading import Mention
from kg.model import Entity
from kg.names import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.extraction.spans import Spans
    from kg.registry import Registry

_CAP = r"[A-Z][a-z]+(?:[-’'][A-Za-z]+)*(?![A-Za-z])"
_NAME = rf"{_CAP}(?:[ ]{_CAP}|[ -](?:of|upon|on|le)[ -]{_CAP}){{0,3}}"
_MORE = (
    rf"(?:,[ \n](?:the[ ])?{_NAME}){{0,8}}"
    rf"(?:,?[ \n](?:and|or|as well as)[ \n](?:(?:in|at|(?:large )?parts? of|around)[ \n])?"
    rf"(?:the[ ])?{_NAME})?"
)
_SHAPE = re.compile(
    r"\b(?:(?:(?:[Ii]n|[Aa]cross|[Aa]round|[Tt]hroughout|[Nn]ear|[Cc]over(?:s|ed|ing)?"
    r"|[Ss]erv(?:e|es|ed|ing)|[Ee]xtend(?:s|ed|ing)? to|[Ss]pread(?:s|ing)? to"
    r"|(?:vanguard|partnership|programme|network|alliance|collaboration|project|scheme|towns?|cit(?:y|ies)"
    r"|boroughs?|districts?|count(?:y|ies)|villages?|suburbs|parish(?:es)?|localit(?:y|ies)"
    r"|communit(?:y|ies)|neighbourhoods?|people|residents|population|patients|famil(?:y|ies))[ \n]"
    r"(?:of|for|from|around|like|such as)"
    r"|(?:straddl|spann?|embrac|encompass|link|tak)(?:e|es|ed|ing|s)?(?:[ ]in)?"
    r"|(?:stretch|reach|extend|runn?)(?:es|s|ed|ing)?[ \n]from"
    r"|(?i:practices|surgeries|homes|people|patients|everyone|places|towns|villages|communities"
    r"|way)[ ]from|(?:concentrat|focus)\w*[ ]on|look(?:s|ing)?[ ]after)[ \n]"
    r"(?:and around[ ]|the (?:city|towns?|county|boroughs?|districts?|whole|rest|people) of[ ])?"
    r"(?:(?:both|parts? of)[ ])?(?:the )?(?:(?:south|north|east|west|centre) of[ ])?"
    rf"(?P<name>{_NAME})(?P<more>{_MORE}))"
    r"|(?P<part>(?:[Ss]outhern|[Nn]orthern|[Ee]astern|[Ww]estern|mid|central|inner|outer|south"
    r"|north|east|west)[ -]"
    rf"(?:(?:east|west)[ -])?{_CAP}(?:shire|folk|sex|land|rey|set|von|ham|ent|ria|side|don)?\b))"
)
_SUBJECTS = re.compile(
    rf"(?P<name>{_NAME})(?P<more>(?:,[ \n]{_NAME}){{0,8}},?[ \n]and[ \n]{_NAME})[ \n]"
    r"(?=(?:(?:are|were|all|both|each|make|form|lie|come|fall|belong|have|join(?:ed)?)\b)"
    r"[^.;\n]{0,60}?\b(?:localit|boroughs?\b|districts?\b|towns?\b|villages?\b|cit(?:y|ies)\b"
    r"|areas?\b|neighbourhoods?\b|patch\b|counties\b|covered\b|served\b|within\b))"
)
"""Names that their verb makes places: "A, B and C are its three localities"."""
_FAR_END = re.compile(rf"(?:[ ]in the \w+)?[ ]to[ ](?:the )?(?P<name>{_NAME})")
_ONE = re.compile(_NAME)
_GOES_ON = re.compile(rf"(?P<more>{_MORE})")
_PAIR = re.compile(rf"[ \n]and[ \n]{_NAME}(?=[.,;)]|$)")
"""The second half of a district of two names: "Ashfield, and Newark and Sherwood"."""
LEAST_LISTED = 2
"""Places of a list behind which a second "and" joins a name of two halves."""
_NO_PLACE = (
    LEADERS
    | MONTHS_AND_DAYS
    | words_of(
        """
    NHS Care Health Parliament Government Title Practice General Primary Community Hospital
    New Emergency Vanguard Vanguards Common Touch Progress Partnership Figure Table Annex
    Appendix Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays
    """
    )
)


def place_of(name: str) -> Entity:
    """Return the place of a name.

    >>> place_of("Isle of Wight").id
    'isle-of-wight'
    """
    name = " ".join(name.split())
    return Entity("place", slug(name), (name,))


_COMPASS = frozenset({"North", "South", "East", "West", "Mid", "Central", "Greater", "Southern"})


@lru_cache(maxsize=8)
def area_names(registry: Registry) -> tuple[str, ...]:
    """Return the areas of the registry and their parts, the longest first."""
    names: set[str] = set()
    for row in registry.rows:
        names.add(row.area)
        names.update(parts_of(row.area))
        names.update(wider_of(row.area))
    return tuple(sorted((n for n in names if n), key=lambda n: (-len(n), n)))


def parts_of(area: str) -> tuple[str, ...]:
    """Return the places that an area lists.

    >>> parts_of("Airedale, Wharfedale and Craven")
    ('Airedale', 'Wharfedale', 'Craven')
    """
    parts = re.split(r",\s+|\s+and\s+", area)
    return tuple(part for part in parts if part and part not in _COMPASS)


_COMMON = frozenset({"bay", "city", "coast", "county", "district", "valley"})
"""Words of a name that many write small."""
_SMALL = frozenset({"north", "south", "east", "west", "mid", "southern", "northern"})
"""Compass points, that many write small even where they begin a name."""
_POINTS = ("North", "South", "East", "West", "Mid", "Southern", "Northern")
_REGIONS = frozenset({"England", "Midlands", "Yorkshire"})
"""What is left of a region's name without its compass point, and names no county or city."""


def wider_of(area: str) -> tuple[str, ...]:
    """Return the county or city of which each place of an area is a part by its name.

    >>> wider_of("South Somerset"), wider_of("Sandwell and West Birmingham"), wider_of("Dudley")
    (('Somerset',), ('Birmingham',), ())
    """
    words = (part.split() for part in parts_of(area))
    last = (w[-1] for w in words if len(w) > 1 and _COMPASS.issuperset(w[:-1]))
    return tuple(name for name in last if name not in _REGIONS)


@lru_cache(maxsize=8)
def area_pattern(registry: Registry) -> re.Pattern[str] | None:
    """Return one pattern for all areas and parts of areas, or None where there are none."""
    # The first letter comes first, since `re` looks fast for a letter and slowly for what is not.
    letters: dict[str, list[str]] = {}
    for name in map(_printed, area_names(registry)):
        head = name[: 2 if name[0] == "\\" else 1]
        letters.setdefault(head, []).append(name[len(head) :])
        if name.startswith(_POINTS):
            letters.setdefault(head.lower(), []).append(name[len(head) :])
    joined = "|".join(rf"{x}(?<![\w-]{x})(?:{'|'.join(rest)})" for x, rest in letters.items())
    return re.compile(rf"(?:{joined})(?![\w-])") if joined else None


def area_of(printed: str) -> str:
    r"""Return an area's name as the registry writes it: spaces, and capitals of common nouns.

    >>> area_of("Fylde\ncoast")
    'Fylde Coast'
    """
    words = printed.replace("-", " ").split() if printed[:1].islower() else printed.split()
    known = _COMMON if words and words[0][:1].isupper() else _COMMON | _SMALL
    return " ".join(
        w.capitalize() if w in known and (i or w in _SMALL) else w for i, w in enumerate(words)
    )


def _printed(area: str) -> str:
    """Return a pattern for an area: common nouns behind its first word may be small."""
    first, *more = (re.escape(word) for word in area.split(" "))
    small = _COMMON | _SMALL if area.startswith(_POINTS) else _COMMON
    lax = (f"(?:{w}|{w.lower()})" if w.lower() in small else w for w in more)
    gap = r"[\s-]{1,4}" if area.startswith(_POINTS) else r"\s{1,4}"
    return gap.join((first, *lax))


@lru_cache(maxsize=64)
def place_pattern(area: str) -> re.Pattern[str]:
    """Return the pattern of one area as a whole name."""
    printed = _printed(area)
    head = f"[{printed[0]}{printed[0].lower()}]" if area.startswith(_POINTS) else printed[0]
    return re.compile(rf"(?<![\w-]){head}{printed[1:]}(?![\w-])")


def places(text: str, registry: Registry, taken: Spans) -> tuple[Mention, ...]:
    """Return the places of a text that lie in no other name (`taken`), sorted by place."""
    found = [*_areas(text, registry, taken), *_shapes(text, taken)]
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end, m.role)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)


def _areas(text: str, registry: Registry, taken: Spans) -> Iterator[Mention]:
    """Yield areas of the registry."""
    pattern = area_pattern(registry)
    for match in pattern.finditer(text) if pattern else ():
        if not taken.meet(*match.span()):
            # A list of three places or more is no place of its own.
            parts = parts_of(match[0]) if "," in match[0] else (match[0],)
            at = match.start()
            for part in parts:
                at = text.index(part, at)
                yield Mention(at, at + len(part), place_of(area_of(part)), "pref")
                at += len(part)


def _shapes(text: str, taken: Spans) -> Iterator[Mention]:
    """Yield capitalised names behind words that ask for a place, or made places by their verb."""
    for match in _SHAPE.finditer(text):
        spans = [match.span("part")] if match["part"] else [match.span("name")]
        rest = match if match["more"] else _GOES_ON.match(text, match.end())
        if rest and rest["more"]:
            spans += [m.span() for m in _ONE.finditer(text, *rest.span("more"))]
            pair = _PAIR.match(text, spans[-1][1])
            if pair and len(spans) > LEAST_LISTED:
                spans[-1] = spans[-1][0], pair.end()
        far = _FAR_END.match(text, match.end())
        if far and " from" in match[0]:
            spans.append(far.span("name"))
        yield from _named(text, spans, taken)
    for match in _SUBJECTS.finditer(text):
        more = [m.span() for m in _ONE.finditer(text, *match.span("more"))]
        yield from _named(text, [match.span("name"), *more], taken)


def _named(text: str, spans: Iterable[tuple[int, int]], taken: Spans) -> Iterator[Mention]:
    """Yield the places of a list up to the first name that is none."""
    for start, end in spans:
        name = text[start:end]
        if set(name.split()) & _NO_PLACE or taken.meet(start, end):
            return
        stop = end - 2 if name.endswith(("'s", "’s")) else end
        yield Mention(start, stop, place_of(text[start:stop]), "shape")
