"""Runs of capitalised words: where a name begins, and which words begin or join no name."""

from __future__ import annotations

import re


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(text.split())


LEADERS = words_of(
    """
    The A An At With Both Meanwhile In On From For When While As But And By Of Our Their This
    That These Those Since After Before Under However Now Last Next Today Yesterday Later Then
    There Here It He She We You They I My Your His Her Its If So Or To Not No Yes Dr Mr Mrs Ms
    Miss Prof Professor Sir Dame Lord Lady Baroness Councillor Cllr Rev Reverend Also Although
    Because Between Across Around During Within Without Throughout Through Until Where Which
    Who What Why How Along Alongside Among Elsewhere Similarly Finally First Second Third Like
    Unlike Despite Using Over All Each Every Some Many Most Other Another Several Two Three
    Four Five Six Seven Eight Nine Ten Together Working Led Supported Run Chief Executive
    Director Chair Chairman Chairwoman Head Lead Manager Leader President Former Deputy
    Medical Clinical Commissioner Commissioners Partner Partners Leaders Staff Patients
    Residents GPs Local Locally Nearby Neighbouring Says Said Read Contact About Via Per
    Versus Vs Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March
    April May June July August September October November December Already Still Even Only Once
    Just Soon Recently Currently Previously Formerly Instead Moreover Furthermore Overall Initially
    Originally Subsequently Additionally Besides Nevertheless Nonetheless Once Year Present
    Apologies Attendance Customer Client Employer Supplier Host Location Organisation Both
    Either Neither Such Being Having Led
    """
)
"""Words that may stand before a name without being part of it."""

MONTHS_AND_DAYS = words_of(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May
    June July August September October November December Spring Summer Autumn Winter Christmas
    Easter
    """
)

ENDERS = words_of(
    """
    GP GPs Trust Trusts Council Councils CCG CCGs Group Groups University Universities Hospital
    Hospitals Surgery Surgeries Practice Centre Ltd Limited plc PLC LLP CIC Police Hospice
    Federation Alliance Network AHSN CSU Unit Board Committee Service Services Association
    Society Foundation Institute College Healthcare Fund England Partnership Team Programme
    Vanguard vanguard Confederation UK Commission Authority FT CVS LMC MCP PACS
    """
)
"""Words that end the name of an organisation, so that "and" behind them begins another."""

HALVES = words_of("Health Care Housing Homes Royal Children's Children’s Women's Women’s")
"""Words that end many a body's name, and stand within others ("Health and Care Trust")."""
SHARED = words_of(
    """
    Care Social Wellbeing Community Health Housing Support Mental Adult Education Safety Women's
    Women’s Children's Children’s Hospital Hospitals Partnership Services Service Home Homes
    """
)
"""Words that go on the name before "and": "Health and Social Care Trust"."""

OWNERS = words_of(
    "King Queen Guy Women Children People Men Prince Princess Bishop Nurse Veteran Bart"
)
"""Words whose possessive stands inside names: "King's College Hospital"."""

WORD = re.compile(r"[^\W\d_][\w.&]*(?:[-‐‑'’][^\W_][\w]*)*['’]?")
"""A word with its inner hyphens and apostrophes."""

_BEFORE = re.compile(
    r"(?P<word>&|[^\W_][\w&]*(?:[-‐‑'’.][^\W_]\w*){0,4}['’.]?)"
    r"(?P<gap>,?[ \t\u00a0]{0,4}\n?[ \t\u00a0]{0,4})$"
)
_JOINERS = {"and", "&", "of", "upon", "on", "le", "the", "in", "with", "for"}
_OF_HEADS = words_of(
    "Isle University Hospitals Hospital City Borough College Institute Duke Royal Vale Forest Bank"
)
_BLANK = " \t\u00a0\n"


def _last_word(text: str, low: int, end: int) -> int:
    """Return where the last run of letters and marks in ``text[low:end]`` begins."""
    words = text[low:end].rstrip(f"{_BLANK},")
    return low + 1 + max(map(words.rfind, _BLANK))


LOOK_BACK = 160
"""How many characters before its last words a name may begin."""


def name_start(
    text: str, at: int, floor: int = 0, *, commas: bool = False, pairs: bool = True
) -> int:
    """Return where the run of capitalised words that ends before `at` begins (`at` if none).

    Words of `LEADERS` at the head are left out. "and" and "of" are crossed where they join parts
    of one name, the first not without `pairs`; with `commas`, so is the list "A, B and C".

    >>> name_start("At Guy's and St Thomas' NHS Trust", 24)
    3
    >>> name_start("Salford CCG and Salford ", 24)
    16
    """
    start, cursor, joined = at, at, False
    low = max(floor, at - LOOK_BACK)
    while True:
        match = _BEFORE.search(text, _last_word(text, low, cursor), cursor)
        if match is None:
            break
        word, gap = match["word"], match["gap"]
        comma = gap.startswith(",")
        if "\n" in gap and "\n" in text[match.end() :][:1]:
            break
        if word in _JOINERS or word == "&":
            if comma or cursor == at:
                break
            pair = word in {"and", "&"}
            if (pair and (joined or not (pairs or word == "&"))) or not _may_join(
                text, low, match.start(), word
            ):
                break
            if word == "and" and _two(text, low, match.start(), cursor):
                break
            cursor, joined = match.start(), joined or pair
            continue
        if not _capital(word) or (comma and not (commas and joined)):
            break
        bare = re.sub(r"['’]s$", "", word)
        if bare != word and bare not in OWNERS and not _saint(text, low, match.start()):
            break
        if comma and (word in ENDERS or word in HALVES):
            break
        if word.endswith(".") and word != "St.":
            break
        start = cursor = match.start()
    return _without_leaders(text, start, at)


def _may_join(text: str, low: int, at: int, joiner: str) -> bool:
    """Tell whether the word before a joiner lets the name go on."""
    before = _BEFORE.search(text, low, at)
    if before is None or before["gap"].startswith(","):
        return False
    word = before["word"]
    if joiner in {"of", "for", "the", "in", "with"}:
        return word in _OF_HEADS and joiner == "of"
    short = len(word) > len("NHS") and word.isupper()
    return not short and _capital(word) and word not in ENDERS and word not in LEADERS


def _two(text: str, low: int, at: int, end: int) -> bool:
    """Tell whether "and" stands between two names: "Novus Health and Wear Housing"."""
    before = _BEFORE.search(text, low, at)
    after = WORD.match(text, end)
    if before is None or after is None or before["word"] not in HALVES:
        return False
    return after[0] not in SHARED


def _saint(text: str, low: int, at: int) -> bool:
    """Tell whether "St" stands before a place."""
    return bool(re.search(r"\bSt\.?\s$|\bSaint\s$", text[max(low, at - 7) : at]))


def _capital(word: str) -> bool:
    """Tell whether a word is capitalised as in a name."""
    return word[0].isupper()


def _without_leaders(text: str, start: int, at: int) -> int:
    """Move `start` past words that are no part of a name."""
    while start < at:
        match = WORD.match(text, start, at)
        if match is None:
            start += 1
            continue
        word = match[0].rstrip(".")
        small = word[0].islower()
        year = word == "New" and text.startswith("New Year", start)
        if word not in LEADERS and not small and not year:
            return start
        start = match.end()
        while start < at and not (text[start].isalnum()):
            start += 1
    return at
