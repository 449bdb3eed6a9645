"""Changes in the use of services, told of people: "fewer residents end up in hospital".

No noun names the measure. A place of care (hospital, A&E, the doctor) says which measure it is,
and one of a few forms says which way it goes: fewer or more people who go there, people kept out
of it or spared it, people who go less often or need not go.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extraction.signs import signed
from kg.model import Direction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.reading import Figure, Reading
    from kg.model import Sentence

PLACES = {
    "ae": "ae-attendances",
    "gp": "gp-workload",
    "ambulance": "ambulance-use",
    "home": "care-home-placements",
    "clinic": "outpatient-appointments",
    "hospital": "emergency-admissions",
}
"""The measure of how much a place of care is used."""

_THE = r"(?:(?:the|a|an|their|his|her|its|our|your|any|local|own)\s+){0,2}"
_PLACE = (
    r"(?:(?P<ae>A\s?&\s?E|accident and emergency|casualty|emergency (?:departments?|rooms?)|EDs?)"
    r"|(?P<clinic>outpatients|(?:hospital|outpatient) (?:clinics?|appointments?|outpatients?))"
    r"|(?P<home>(?:care|nursing|residential) homes?|residential care|long-term care)"
    r"|(?P<ambulance>ambulances?|999|paramedics?)"
    r"|(?P<gp>GPs?|doctors?|family doctors?|general practices?|surgery|surgeries|practices?"
    r"|home visits?)"
    r"|(?P<hospital>(?:(?:an?|acute|hospital)\s+)?(?:hospitals?|wards?))"
    r")\b(?=\s*(?:[.,;:!?)’'”\"]|$)|\s+(?:by|in|for|as|at|than|who|when|and|or|since|because|a|each"
    r"|on|if|after|with|again|often|less|more|half|rather|unnecessarily|this|last|from|that|to|over"
    r"|during|every|altogether|so|but|unless|which|while|where|unless|without|far|much)\b)"
)
_PEOPLE = (
    r"(?:people|patients|residents|callers|children|adults|women|clients|users|pensioners"
    r"|families|visitors|parents|babies|cases|of (?:them|us|those))"
)
_SOME = r"(?:[\w’'&-]+\s+)"
_GO = (
    r"(?:go|goes|going|gone|went|end(?:s|ed|ing)? up|turn(?:s|ed|ing)? up|arriv(?:e|es|ed|ing)"
    r"|(?:being |be |been |are |were |get |getting )?(?:taken|sent|admitted|rushed|brought"
    r"|referred|conveyed|transferred|readmitted)|attend(?:s|ed|ing)?|visit(?:s|ed|ing)?"
    r"|call(?:s|ed|ing)?|ring(?:s|ing)?|see(?:s|ing)?|us(?:e|es|ed|ing)|need(?:s|ed|ing)?"
    r"|mov(?:e|es|ed|ing)|com(?:e|es|ing)|came|enter(?:s|ed|ing)?|land(?:s|ed|ing)?"
    r"|stay(?:s|ed|ing)?)"
)
_TO = r"(?:(?:in|to|into|at|on|for|by|from|upon|back|out)\s+){0,2}"
_LESS = r"(?:fewer|less|not so many|half as many|far fewer)"
_AT = rf"{_TO}{_THE}{_PLACE}"
_GO_THERE = rf"{_GO}\s+{_AT}"
_COUNT = (
    r"(?:nights?|stays?|trips?|journeys?|visits?|days?|admissions?|spells?|calls?|requests?"
    r"|demands?"
    r"|pressure|reliance|referrals?)"
)
_FEWER_GO = (
    rf"\b(?:{_LESS}|(?P<more>more))\s+(?:than\s+)?(?:[\w-]+\s+){{0,2}}?{_PEOPLE}\s+"
    rf"{_SOME}{{0,4}}?{_GO_THERE}"
)
_FEWER_CALLS = rf"\b(?:fewer|less)\s+{_COUNT}\s+(?:on|to|for|from|upon)\s+{_THE}{_PLACE}"
_KEPT_OUT = (
    rf"\b(?:keep|keeps|kept|keeping)\s+{_SOME}{{0,5}}?(?:out of|away from|from)\s+{_THE}{_PLACE}"
)
_STOPPED = (
    r"\b(?:stop|stops|stopped|stopping|prevent|prevents|prevented|preventing)\s+"
    rf"{_SOME}{{0,5}}?{_GO_THERE}"
)
_SPARED = (
    rf"\b(?:spar(?:e|es|ed|ing)|sav(?:e|es|ed|ing))\s+{_SOME}{{0,4}}?{_PEOPLE}\s+(?:from\s+)?"
    rf"(?:an?|the|another|many|some)\s+(?:\w+\s+)?{_COUNT}\s+{_AT}"
)
_LESS_OFTEN = (
    rf"\b{_GO_THERE}\s+(?:[\w.%]+\s+){{0,4}}?(?:(?:less|half as) (?:often|frequently)|more rarely"
    r"|(?:less|half as much)(?=\s*[.,;:]|\s+(?:than|now|since)\b)"
    r"|(?P<often>more (?:often|frequently)))\b"
)
_NEED_NOT = (
    rf"\b{_PEOPLE}\s+(?:need not|needn['’]t|no longer (?:need|have) to"
    rf"|(?:do not|don['’]t|won['’]t) (?:need|have) to)\s+(?:\w+\s+)?{_GO_THERE}"
)
_TAKE_FEWER = (
    r"\b(?:tak(?:e|es|ing)|took|send(?:s|ing)?|sent|admit(?:s|ted|ting)?|convey\w*|bring(?:s|ing)?"
    rf"|brought)\s+(?:[\w.%-]+\s+){{0,3}}?(?:fewer|(?P<more>more))\s+{_PEOPLE}\s+{_AT}"
)
_NO_LONGER = (
    r"\b(?:not|no longer|never|(?:do|did|does|are|were|is)n['’]t)\s+(?:being\s+)?"
    rf"{_GO_THERE}[^.;:?!,]{{0,40}}?\b(?:as (?:often|much|frequently|many times)|so (?:often"
    rf"|much))\b"
)
_SAW_FEWER = (
    r"\b(?P<ae>A\s?&\s?E|accident and emergency|casualty|emergency (?:department|room)s?|EDs?)\b"
    r"[^.;:?!,]{0,30}?\b(?:s[ae]ws?|seen|seeing|sees|see|ha[sd]|had|receiv\w+|treat\w*|dealt with"
    r"|dealing with|handl\w+)\s+(?:[\w.%-]+\s+){0,4}?(?:fewer|(?P<more>more))\s+(?:\w+\s+){0,2}?"
    rf"(?:{_PEOPLE}|walk-ins|attenders|arrivals|attendances|visits)\b"
)
_FEWER_SIGNS = ("fewer", "less", "not so many", "half as many", "more")
_TOLD = tuple(
    signed(form, re.IGNORECASE, signs)
    for form, signs in (
        (_FEWER_GO, _FEWER_SIGNS),
        (_FEWER_CALLS, _FEWER_SIGNS),
        (_KEPT_OUT, ("keep", "kept")),
        (_STOPPED, ("stop", "prevent")),
        (_SPARED, ("spar", "sav")),
        (_LESS_OFTEN, ("often", "frequently", "rarely", "less", "half as")),
        (_NEED_NOT, ("need", "longer", "not have", "t have")),
        (_TAKE_FEWER, ("fewer", "more")),
        (_NO_LONGER, ("as often", "as much", "as frequently", "as many", "so often", "so much")),
        (_SAW_FEWER, ("fewer", "more")),
    )
)
"""The forms, each with words of which it holds one that are rarer than those about people."""
_WAY = (
    r"(?:journeys?|trips?|travel\w*|drives?|roads?|(?:train|bus|boat) (?:rides?|journeys?)|miles)"
)
SPARED = signed(
    rf"\b(?:spar(?:e|es|ed|ing)|sav(?:e|es|ed|ing))\s+{_SOME}{{0,4}}?{_PEOPLE}\s+(?:from\s+)?"
    rf"(?:a|the|long|that|some)\s+(?:\w+\s+)?{_WAY}\b"
    rf"|\b{_PEOPLE}\s+(?:\w+\s+){{1,4}}(?:spared|saved)\s+(?:a|the|long|that|some)\s+(?:\w+\s+)?"
    rf"{_WAY}\b"
    rf"|\b{_PEOPLE}\s+(?:need not|needn['’]t|no longer (?:need|have) to|(?:do|will|did) not (?:need"
    rf"|have) to|(?:don|won|didn)['’]t (?:need|have) to)\s+(?:travel|make the {_WAY})\b",
    re.IGNORECASE,
    ("spar", "sav", "travel", "make the"),
)
"""People saved the journey: services are nearer."""
_CALLING = re.compile(r"\b(?:visit|see|call|ring|attend|us(?:e|es|ed|ing)\b)", re.IGNORECASE)
_OFTEN = re.compile(r"\b(?:less|more) (?:often|frequently)$", re.IGNORECASE)
RETURNED = re.compile(
    r"\b(?:(?:w[oi]n|won|g[eo]t|got|claw(?:ed)?|g[ai]ve|given|ha(?:s|ve|d)) back"
    r"|fre(?:e|ed|es|eing)(?: up)?|releas(?:e|ed|es|ing)|t(?:ake|akes|ook|aken|aking)"
    r"|sav(?:e|ed|es|ing))\s+"
    r"(?:(?:about|some|over|nearly|almost|around|more than|up to|at least)\s+)*$",
    re.IGNORECASE,
)
APPOINTMENTS = re.compile(
    r"\s+(?:GP\s+|routine\s+|practice\s+)?(?:appointments|consultations|slots|surgeries)\b"
    r"(?!\s+(?:at|in) (?:the )?(?:hospital|outpatient))",
    re.IGNORECASE,
)


WAIT_LESS = signed(
    r"\b(?:no(?:body| one|ne)?|no (?:patient|resident|caller|child|adult|woman|man|person)s?)\b"
    r"[^.;:?!,]{0,50}?\bwait(?:s|ed|ing)?\s+(?:for\s+)?(?:more|longer|over)\b[^.;:?!,]{0,20}"
    r"|\b(?:more|most|nine in ten)\s+(?:of\s+(?:them|those)\s+)?(?:[\w-]+\s+){0,2}?"
    rf"{_PEOPLE}?\s*(?:[\w’'-]+\s+){{0,4}}?(?:seen|treated|dealt with|reached|answered|assessed"
    r"|admitted|discharged|tested|visited)\s+(?:with)?in\s+(?:the\s+)?[\w-]+\s+"
    r"(?:minutes?|hours?|days?|weeks?|months?)\b",
    re.IGNORECASE,
    ("wait", "within", " in "),
)
"""Nobody waits longer than so, or more people are seen within so long."""
CHEAPER = signed(
    r"\b(?:at|for)\s+(?:a\s+)?(?:much\s+)?(?:lower|less|reduced|smaller)\s+(?:overall\s+)?(?:cost"
    r"|price|money)\b"
    r"|\bmore cheaply\b",
    re.IGNORECASE,
    ("cost", "price", "money", "cheaply"),
)
"""The same or better for less money."""
ARE_FREED = re.compile(
    r"(?:\s+[\w’'-]+){0,4}?\s+"
    r"(?:(?:have|has|had) (?:already |now |so far )?been|were|was|are(?: being)?"
    r"|(?:could|can|will|would|should|may|might) be)\s+(?:\w+ly\s+)?(?:freed|saved|released|spared"
    r"|won back|given back|handed back|recovered|avoided)\b",
    re.IGNORECASE,
)
"""What is said behind appointments that somebody has back."""


_BESIDE = (
    (SPARED, "access", Direction.IMPROVE),
    (CHEAPER, "cost-savings", Direction.INCREASE),
    (WAIT_LESS, "waiting-times", Direction.DECREASE),
)


@dataclass(frozen=True, slots=True)
class Use:
    """A change in use: of which measure, which way, by what figure, over which words."""

    measure: str
    direction: Direction
    figures: tuple[Figure, ...]
    start: int
    end: int


def uses_in(reading: Reading, sentence: Sentence) -> Iterator[Use]:
    """Yield the changes in the use of services that a sentence tells of people."""
    text = reading.text
    said = text[sentence.start : sentence.end].lower()
    for form in _TOLD:
        if not form.may_stand(reading, sentence.start, sentence.end):
            continue
        for match in form.finditer(text, sentence.start, sentence.end):
            groups = match.groupdict()
            place = next(name for name in PLACES if groups.get(name))
            if place == "home" and _CALLING.search(match[0]):
                continue  # doctors who visit homes less often
            more = groups.get("more") or groups.get("often")
            told = Direction.INCREASE if more else Direction.DECREASE
            sizes = reading.figures_within(match.start(), match.end())
            often = _OFTEN.search(match[0])
            by = tuple(
                f
                for f in sizes
                if (f.role == "by" and f.unit in {"percent", "people"})
                or (often and f.unit == "percent" and not f.role)
            )
            yield Use(PLACES[place], told, by[:1], match.start(), match.end())
    for form, measure, way in _BESIDE:
        if form.may_stand(reading, sentence.start, sentence.end):
            for match in form.finditer(text, sentence.start, sentence.end):
                yield Use(measure, way, (), match.start(), match.end())
    if "appointment" in said or "consultation" in said or "slots" in said or "surger" in said:
        yield from _freed(reading, sentence)


def _freed(reading: Reading, sentence: Sentence) -> Iterator[Use]:
    """Yield the appointments that somebody has back: "1,300 appointments have been freed"."""
    text = reading.text
    for figure in reading.figures_within(sentence.start, sentence.end):
        lead = RETURNED.search(text, max(sentence.start, figure.start - 60), figure.start)
        counted = APPOINTMENTS.match(text, figure.end)
        if figure.unit != "count" or counted is None:
            continue
        freed = ARE_FREED.match(text, counted.end(), sentence.end)
        if lead:
            end = counted.end()
            yield Use("gp-workload", Direction.DECREASE, (figure,), lead.start(), end)
        elif freed:
            yield Use("gp-workload", Direction.DECREASE, (figure,), figure.start, freed.end())
