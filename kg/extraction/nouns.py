"""What figures count: nouns of people, of sites, of time, and of things."""

from __future__ import annotations

import re

from kg.extraction.capitals import words_of

PEOPLE = words_of(
    """
    people persons patients residents students staff users carers children callers adults women
    men mothers babies infants families citizens individuals clients volunteers nurses gps
    doctors consultants clinicians pharmacists professionals employees workers participants
    tenants pupils learners inhabitants population populations teenagers adolescents youngsters
    customers pensioners paramedics practitioners coordinators navigators champions therapists
    members lives midwives specialists geriatricians physiotherapists attendees delegates
    trainees apprentices inpatients outpatients islanders villagers parents relatives friends
    schoolchildren fathers couples smokers farmers fishermen neighbours veterans receptionists
    matrons radiographers radiologists surgeons psychiatrists managers leaders speakers visitors
    survivors sufferers newborns boys girls grandparents refugees inmates prisoners
    """
)
SITES = words_of(
    """
    homes practices sites schemes facilities hospitals surgeries localities pharmacies clinics
    vanguards hubs neighbourhoods wards boroughs centres centers villages districts communities
    areas trusts ccgs councils pilots pioneers
    """
)
COUNTS = words_of(
    """
    beds appointments attendances admissions calls visits referrals readmissions conveyances
    consultations contacts discharges falls deaths operations procedures scans tests
    prescriptions medicines items plans reviews assessments ambulances callouts call-outs
    transfers bags posts jobs episodes cases journeys trips bookings incidents injuries
    theatres units teams organisations partners providers services interventions projects
    households places days attenders
    """
)
TIMES = {"day": "days", "days": "days", "hour": "hours", "hours": "hours"}

NOT_COUNTED = words_of(
    """
    years months weeks minutes seconds times pages sections ways things points halves nights
    decades miles hours-a series steps stages phases percent pence quarters thirds pounds types
    kinds others was is has does this its as goals priorities aims objectives questions reasons
    sentences words versions years' whose us ours always perhaps
    """
)
"""Plurals (and words that look it) behind a number that are not amounts of anything measured."""

_STOP = words_of(
    """
    and or but of in on at to for from by with than that which who whom whose was were is are
    be been has have had will would could may might can did do does not as if when while since
    until per a an the this these those it they he she we you i so because before after over
    under across between within without into about compared against during more less fewer
    including through out up down each every all now
    """
)
_WORD = re.compile(
    r"[ \t\u00a0]*\n?[ \t\u00a0]*[*_‘'\"“]{0,3}"
    r"([^\W\d_][\w&+-]*(?:['’]\w+)?)[*_’'\"”]{0,3}"
)


def counted(text: str, at: int, end: int) -> tuple[str, str]:
    """Return the unit and the noun phrase that follows a number ending at `at`.

    Reads at most six words and never past `end`; ("", "") where nothing is counted.

    >>> counted("27 care homes and two", 2, 21), counted("250 care home residents", 3, 23)
    (('sites', 'care homes'), ('people', 'care home residents'))
    >>> counted("12 months", 2, 9)
    ('', '')
    """
    unit, noun, first, skipped = "", "", -1, 0
    for _ in range(6):
        match = _WORD.match(text, at, end)
        if match is None:
            break
        word = match[1].lower().removesuffix("'s").removesuffix("’s")
        if word in _STOP:
            if (
                word not in {"and", "or"}
                or unit
                or not skipped
                or not _joins(text, match.end(), end)
            ):
                break
            at = match.end()
            continue
        first = match.start(1) if first < 0 else first
        kind = _kind(word)
        if word in NOT_COUNTED or (unit and not kind and not _joins(text, match.end(), end)):
            break
        if kind:
            unit, noun = kind, text[first : match.end(1)]
            if kind == "days" and "bed" not in noun.lower() and len(noun) > len("days"):
                unit = "count"
        elif not unit:
            skipped += 1
            if skipped > 3:
                break
            if skipped <= 2 and _plural(word) and not _joins(text, match.end(), end):
                unit, noun = "count", text[first : match.end(1)]
                break
        at = match.end()
    return unit, " ".join(noun.split())


def cell_unit(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what a number that fills a cell of a table counts, by the head of its row.

    >>> row = "| Practices taking part | 17 |"
    >>> cell_unit(row, 26, 28), cell_unit("| Cost | 17 |", 9, 11)
    (('sites', 'practices'), ('', ''))
    """
    line = text.rfind("\n", 0, start) + 1
    head = text[line:start].strip(" *_")
    behind = text[end : end + 4].lstrip(" *_")
    if not head.endswith("|") or not behind.startswith("|"):
        return "", ""
    first = next((cell for cell in head.split("|") if cell.strip()), "")
    told = [match[1].lower() for match in _WORD.finditer(first)]
    noun = next((word for word in told if _kind(word)), "")
    return _kind(noun), noun


def _kind(word: str) -> str:
    """Return the unit that a noun is counted in, or nothing."""
    if word in TIMES and word.endswith("s"):
        return TIMES[word]
    if word in PEOPLE:
        return "people"
    if word in SITES:
        return "sites"
    return "count" if word in COUNTS else ""


def _plural(word: str) -> bool:
    """Tell whether a word looks like a plural noun."""
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ous"))


def _joins(text: str, at: int, end: int) -> bool:
    """Tell whether a counted noun is one of the next two words: "nursing and residential homes"."""
    for _ in range(2):
        match = _WORD.match(text, at, end)
        if match is None or match[1].lower() in _STOP:
            return False
        if _kind(match[1].lower()):
            return True
        at = match.end()
    return False
