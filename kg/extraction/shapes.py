"""Organisations by the shape of their names: "… NHS Foundation Trust", "University of …"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.capitals import ENDERS, LEADERS, name_start
from kg.extraction.reading import Mention
from kg.model import Entity
from kg.names import slug

if TYPE_CHECKING:
    from collections.abc import Iterator


def _spaced(text: str) -> str:
    """Return a pattern in which a space stands for any white space within a line or two."""
    return text.replace(" ", r"[ \t\u00a0]{1,4}\n?[ \t\u00a0]{0,4}")


_TRUST = (
    r"(?:(?:University|Teaching|General|Community|Partnership|Hospitals?|Healthcare|Health Care"
    r"|Mental Health|Care|Ambulance Service|Acute|Group|Integrated Care|Social Care)"
    r"(?: and (?:Social Care|Care|Hospitals?|Community|Mental Health|Teaching))? ){0,3}"
    r"(?:NHS Foundation Trust|NHS Trust|Foundation Trust|Foundation NHS Trust|NHS FT"
    r"|Hospitals? Trust|Primary Care Trust|Care Trust|Health Trust|Ambulance Trust"
    r"|Community Trust)"
)
_SUFFIX = re.compile(
    _spaced(
        rf"\b(?=[A-Zc])(?:(?P<trust>{_TRUST})"
        r"|(?P<ccg>(?i:clinical commissioning group)|CCG)"
        r"|(?P<council>(?:(?:City|County|Borough|Metropolitan|District|Town|Parish|Unitary) ){0,2}"
        r"Council(?! (?:of|for) (?:the )?Voluntary))"
        r"|(?P<plain>Academic Health Science Network|AHSN|Academic Health Science Centre"
        r"|(?i:commissioning support unit)|CSU"
        r"|Local Medical Committee|LMC|Local Pharmaceutical Committee|Health and Wellbeing Board"
        r"|Health & Wellbeing Board|System Resilience Group|Integrated Care Board|Health Authority"
        r"|Fire and Rescue Service|Fire & Rescue Service|Fire Service|Ambulance Service"
        r"|Community Healthcare|Community Health(?= CIC| [a-z])|Community Services(?= CIC| Ltd)"
        r"|Medical Practice|Family Practice|Group Practice|Medical Centre|Medical Group"
        r"|Health Centre|Medical Partnership|GP Practice|Surgery|Surgeries|(?:Park|House) Practice"
        r"|Residential Care|(?:City)?Care Partnership|Health Network|Analytics Unit|Doctors"
        r"|GP [Ff]ederation|GP Care Group|GP Alliance|GP Network|GP Consortium|Care Group"
        r"|Federation|Alliance"
        r"|Business School|University Hospitals?|University|Universities"
        r"|Police|Constabulary|Healthcare(?: Solutions)?|Hospices?|Hospitals?|Infirmary"
        r"|Housing Association|Housing Group|Housing Trust|Housing|Homes(?= Ltd| Limited)"
        r"|Voluntary Action|Council (?:for|of) (?:the )?Voluntary (?:Services?|Sector"
        r"|Organisations|Action)|Citizens Advice(?: Bureau)?|CVS"
        r"|Foundation|Society|Association|Institute|Charity|Confederation|Federation|Trust|Group"
        r"|Consulting|Consultants|Associates|Analytics|Research(?! [A-Z])|Health Partners"
        r"|Capital Partners|Carers['’]? Centre|Patients['’]? Forum|Parish Council"
        r"|Ltd|Limited|plc|PLC|LLP|CIC))"
        r"(?P<firm> (?:Ltd|Limited|plc|PLC|LLP|CIC|Community Interest Company)\b\.?)?"
        r"(?![\w]|-\w|[’']?(?:s) (?:Trust|Council))"
    )
)
_FIRM = re.compile(_spaced(r"(?:^| )(?:Ltd|Limited|plc|PLC|LLP|CIC|Community Interest Company)\b"))
_CAP = r"[A-Z][\w’'&-]*"
_PREFIX = re.compile(
    _spaced(
        rf"\b(?:(?:University|Institute|College) of (?:the )?{_CAP}"
        rf"(?: (?!University|Hospital){_CAP})?"
        rf"|Royal College of {_CAP}(?: {_CAP})?(?:, {_CAP})?(?: and {_CAP}(?: {_CAP})?)?"
        rf"|(?:London|Royal|Metropolitan) Borough of {_CAP}(?: (?:and|upon) {_CAP}| {_CAP})?"
        rf"|Age (?:UK|Concern) {_CAP}(?: of {_CAP}|(?: {_CAP}){{0,2}})(?: and {_CAP}shire)?"
        r"|(?:Royal |National )?(?:Institute|Society|League|Friends|College|Association)"
        rf"(?: of Friends)? (?:of|for) (?:the )?(?!Friends\b){_CAP}(?: {_CAP}){{0,2}}"
        rf"(?: of (?:the )?{_CAP}| and {_CAP})?"
        r"|(?:Healthwatch|Citizens Advice|Voluntary Action|Crossroads Care|Carers Trust"
        rf"|Public Health|Health Education) {_CAP}(?: (?!NHS){_CAP}){{0,2}}"
        rf"|(?:Mind|Relate) in {_CAP}(?: {_CAP})?"
        r"|(?:Institute|Centre|Office|Department|Campaign|Alliance) for (?:the )?"
        rf"{_CAP}(?: (?:and )?{_CAP}){{0,4}}"
        rf"|Association of {_CAP}(?: {_CAP}){{0,5}})"
    )
)
_GENERIC = re.compile(
    r"(?:(?:NHS|Foundation|Trust|Clinical|Commissioning|Group|CCG|Council|University|Hospitals?|The"
    r"|Local|Health|Care|Community|Mental|Acute|District|City|County|Borough|General|Teaching"
    r"|Ambulance|Service|Medical|Practice|GP|Healthcare|Primary|Social|Housing|Police|Public"
    r"|Voluntary|National|Royal|Vanguard|Partnership|Association|Charity|Foundation|Society"
    r"|Integrated|Project|Steering|Working|Reference|Programme|Federation|Alliance|and|&|our)\s*)+",
    re.IGNORECASE,
)
_OF_PLACE = re.compile(r"(?:Island|County|City|Borough|District|Town)['’]s")
"""What stands before "CCG" and the like without naming one."""
LETTERHEAD = 2
"""Words from which on a name in capitals is a letterhead's, not a short form."""
_LETTERS = frozenset({"NHS", "CCG", "UK", "LLP", "CIC", "GP", "CVS", "AHSN", "CSU", "LMC", "YMCA"})
_SMALL = frozenset({"AND", "OF", "FOR", "THE", "IN", "ON", "UPON"})
_WEAK = frozenset({"Trust", "Group", "Foundation", "Alliance", "Society", "Institute", "Charity"})


def organisations(text: str, start: int = 0, end: int | None = None) -> Iterator[Mention]:
    """Yield organisations by shape in ``text[start:end]``, in order of place, none overlapping."""
    end = len(text) if end is None else end
    prefixed = dict(_by_prefix(text, start, end))
    spans = [*prefixed.items()]
    for first, stop in _by_suffix(text, start, end):
        two = re.compile(r"(?:,| and| &)\s+(?:the )?").match(text, prefixed.get(first, stop), stop)
        spans.append((two.end() if two else first, stop))
    last = start
    for first, stop in sorted(spans, key=lambda s: (s[0], -s[1])):
        if first >= last:
            last = stop
            yield Mention(first, stop, entity_of(text[first:stop]), "shape")


def _by_suffix(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of names known by their last words."""
    floor = start
    for match in _SUFFIX.finditer(text, start, end):
        lists = match.lastgroup in {"ccg", "trust"} or bool(match["ccg"] or match["trust"])
        first = name_start(
            text, match.start(), floor, commas=lists, pairs=not _FIRM.search(match[0])
        )
        first = _last_of_list(text, first, match.start(), match.end())
        if first == match.start() and not _own_head(match[0]):
            continue
        name = text[first : match.end()]
        head = text[first : match.start()].strip()
        if _GENERIC.fullmatch(name) or head in LEADERS or _OF_PLACE.fullmatch(head):
            continue
        if match[0] in _WEAK and re.search(r"\band\b|&", head):
            continue
        floor = match.end()
        yield first, match.end()


_LIST_END = re.compile(r"[\w’')]+,\s(?:the\s)?(?:Local\s)?$")
_GOES_ON = re.compile(r",?\s(?:and|&)\s|,\s(?:the\s)?[A-Z]")
_AND_NAME = re.compile(r"\sand\s(?=[A-Z])")


def _last_of_list(text: str, first: int, at: int, end: int) -> int:
    """Return where the last name of a list begins: "A Trust, B Direct and C Police" ends in "and".

    A list whose last two names would be one has no "and" of its own, and English asks for one.
    """
    before = _LIST_END.search(text, max(0, first - 30), first)
    word = before[0].split(",")[0].rstrip(")") if before else ""
    if word not in ENDERS and not (word.isupper() and len(word) > 1):
        return first
    if _GOES_ON.match(text, end):
        return first
    joined = [m for m in _AND_NAME.finditer(text, first, at) if " " in text[first : m.start()]]
    return joined[-1].end() if joined and " " in text[joined[-1].end() : at].strip() else first


def _own_head(suffix: str) -> bool:
    """Tell whether the words of a shape name a thing alone: "Community Healthcare Ltd" do not."""
    words = suffix.split()
    return len(words) > 2 and not _GENERIC.fullmatch(suffix) and words[0] not in LEADERS


def _by_prefix(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of names known by their first words."""
    for match in _PREFIX.finditer(text, start, end):
        stop = match.end()
        words = match[0]
        while words.endswith(("'s", "’s")) and not words.endswith(("Women’s", "Women's")):
            stop -= 2
            words = words[:-2]
        firm = _FIRM.match(text, stop, end)
        yield match.start(), firm.end() if firm else stop


def _calm(name: str) -> str:
    """Return a name that is all capitals, as in a letterhead, in usual ones.

    >>> _calm("EAST AND WEST WEAR NHS TRUST")
    'East and West Wear NHS Trust'
    """
    if not name.isupper() or len(name.split()) < LETTERHEAD:
        return name
    words = (w if w in _LETTERS else w.lower() if w in _SMALL else w.title() for w in name.split())
    return " ".join(words).replace("'S", "'s").replace("’S", "’s")


def entity_of(printed: str) -> Entity:
    """Return the organisation of a printed name, a CCG under both its forms.

    >>> entity_of("Salford CCG").names
    ('Salford Clinical Commissioning Group', 'Salford CCG')
    """
    name = " ".join(re.sub(r"[*_\u00ad\u200b]", "", printed).split()).strip(" ,.")
    name = _calm(re.sub(r"^[Tt]he\s+", "", name))
    group = re.fullmatch(r"(.+?) (?:clinical commissioning group|CCG)", name, re.IGNORECASE)
    if group is not None:
        full = name if not name.endswith("CCG") else f"{group[1]} Clinical Commissioning Group"
        bare = group[1].removeprefix("NHS ")
        names = dict.fromkeys((full, f"{group[1]} CCG", f"{bare} CCG"))
        return Entity("org", slug(f"{bare} Clinical Commissioning Group"), tuple(names))
    return Entity("org", slug(name), (name,))
