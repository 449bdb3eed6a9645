"""People, in the shapes that say who they are: a title, a job beside the name, a verb of speech."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.capitals import LEADERS
from kg.extraction.first_names import is_called, is_job
from kg.extraction.jobs import TITLE as POSTS
from kg.extraction.name_words import BODIES, LAST_TOO, NOT_FIRST, NOT_NAMES
from kg.extraction.reading import Mention
from kg.model import Entity
from kg.names import slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.extraction.spans import Spans

_REST = r"(?:['’][A-Z][a-z]+|[^\W\d_]{1,24}(?:-[A-Z][^\W\d_]{1,24})?)"
_PART = rf"[A-Z]{_REST}"
_MORE = (
    rf"(?:[ \u00a0][A-Z]\.?)?(?:[ \u00a0](?:de|van|der|den|von|al|el|bin|Mc|O['’])){{0,2}}"
    rf"[ \u00a0]{_PART}(?:[ \u00a0]{_PART})?"
)
TITLE = (
    r"(?:Drs?|Profs?|Professors?|Sir|Dame|Lord|Lady|Baroness|Mr|Mrs|Ms|Miss|Cllr|Coun|Councillor"
    r"|Sister|Matron"
    r"|Rev|Reverend)\.?"
)
JOB = (
    rf"(?:chief(?:[ -](?:executive|officer|operating|nurse|medical|information|clinical|finance"
    r"|financial|of)){0,4}"
    rf"|vice[ -]chair|social worker|spokes(?:man|woman|person)|editor|SRO|MP|(?!members?\b){POSTS})"
)
_SPEECH = (
    r"(?:sa(?:id|ys)|add(?:s|ed)|explain(?:s|ed)|argu(?:es|ed)|believes?d?|told|tells|thinks"
    r"|thought"
    r"|warn(?:s|ed)|insist(?:s|ed)|admit(?:s|ted)|recall(?:s|ed)|comment(?:s|ed)|conclude[sd]?"
    r"|describe[sd]|claim(?:s|ed)|welcome[sd]|note[sd]|agree[sd]|stresse[sd]|suggest(?:s|ed)"
    r"|regrets|writes|wrote|asks|asked|replie[sd]|puts|shrug(?:s|ged)|laugh(?:s|ed)|fears?|feared)"
)
_WORK = (
    r"(?:leads|led|chairs|chaired|heads|headed|runs|manages|managed|works|worked|joined|directs"
    r"|sits|sat|oversees|represents|volunteers)"
)

_NAME = rf"{_PART}{_MORE}"
_INITIALS = rf"[A-Z]\.?[ ](?:[A-Z]\.?[ ])?{_PART}"
# The first letter comes first, since `re` looks fast for a letter and slowly for what is not.
_NAME_RUN = re.compile(rf"[A-Z](?<![\w’'-][A-Z]){_REST}{_MORE}(?![\w])")
_BEFORE = re.compile(
    rf"(?:\b{TITLE}[ \u00a0]"
    rf"|\b(?i:{JOB})s?(?:,|[ ]?[:–—-])?[ \u00a0\n]"
    rf"|\b{_SPEECH},?[ \n]|\b(?:I['’]m|I am|[Mm]y name is|named|called"
    r"|appointed|hired|chose|picked|recruited|elected"
    r"|(?:[Nn]ame|[Aa]uthor|[Cc]ontact|[Ss]peaker)s?:)[ ]"
    rf"|\b(?i:{JOB})[ \n](?:of|at|for)[ \n][^.\n,;]{{3,80}},[ \n]"
    rf"|^[ \t#*_>-]*(?:[Bb]y|BY)[ ])$",
    re.MULTILINE,
)
_RUN_BY = re.compile(
    r"\bwho (?:also |now |has )?(?:runs?|ran|chairs?|leads?|led|heads|manages?|owns|founded|set up)"
    r" (?:the )?$"
)
"""What stands before a body that someone runs."""
_BODY_CALLED = re.compile(
    r"\b(?:charity|company|firm|consultancy|federation|social enterprise|supplier|hospice|union"
    r"|co-?operative|think[ -]tank|housing association),? (?:called |named )?$"
)
"""What stands before a body's name."""
_HEADS_POST = re.compile(
    rf"[ ](?:(?:care|home|deputy|ward|practice|general|chief)[ ]){{0,2}}(?:{POSTS}|executive)[ ]"
    rf"(?:(?:Dr|Mrs?|Ms)\.?[ ])?{_PART}[ ]{_PART}"
)
"""What stands behind a body whose officer is named next: "Roker Lodge manager Ann Lee"."""
_PARTNER = re.compile(r"\b(?:our|its|their|one) (?:[\w-]+ )?partner,? $")
"""What stands before a body that is a partner."""
_AFTER = re.compile(
    rf"(?:,[ ]\d\d)?(?:,[ \n]|[ ]?[–—-][ ]|[ ]\()"
    rf"(?:[\w’'&/-]+[ \n]){{0,7}}?(?:(?i:{JOB})\b|who[ \n])"
    rf"|(?:,|[ ](?:is|was))[ ]one[ ]of[ ](?:[\w’'-]+[ ]){{1,4}}?(?i:{JOB})s\b"
    rf"|,?[ \n](?:also[ ]|has[ ])?(?:{_SPEECH}|{_WORK})\b"
    rf"|,[ ]of[ ](?:the[ ])?{_PART}[ ]"
    r"|[ \n](?:is|was|has)[ ](?:paid|employed|seconded|worked|volunteered)[ ]"
    r"|[ \n](?:is|was|be(?:came|comes)|remains|has been)[ ]"
    r"(?:(?:also|now|still|the|an?|our|its)[ ]){0,2}"
    rf"(?:[\w’'-]+[ ]){{0,4}}?(?i:{JOB})\b"
    rf"|[ \n](?:will|is[ ]to)[ ](?:[\w’'-]+[ ]){{1,5}}?(?i:{JOB})\b"
    r"|[ ](?:belongs|is|was|has)[ ][^.\n]{0,120}\.[ \n](?:He|She)[ ]"
    rf"|[ \n][^.\n]{{0,160}}\.[ \n](?:He|She)[ ](?:is|was)[ ](?:[\w-]+[ ]){{0,4}}?(?i:{JOB})\b"
    rf"|[*_ \t]*,?\n[ \t*_#]*(?:[\w’'&/-]+[ ]){{0,5}}?(?i:{JOB})\b"
)
_INITIALED = re.compile(_INITIALS)
_TITLED = re.compile(rf"\b{TITLE}[ \u00a0](?P<name>{_NAME}|{_INITIALS}|{_PART})")

_SURNAME = re.compile(
    rf"\b(?:Mrs?|Ms|Miss|Drs?|Professor|Cllr)\.?[ \u00a0](?P<name>{_PART})(?![\w-]|[ ][A-Z])"
)
"""Someone whom the words give a title and no first name."""
_DOES = (
    rf"(?:{_SPEECH}|{_WORK}|belongs|is|was|has|had|qualified|studied"
    r"|trained|knows|wants|hopes|spends)"
)
_DOER = re.compile(rf"(?P<name>[A-Z](?<![\w’'-][A-Z])(?<![A-Za-z][ ][A-Z]){_REST})[ ]{_DOES}\b")

LEAST_FULL = 2
"""Words of a first name and a surname."""


def people(text: str, taken: Spans) -> tuple[Mention, ...]:
    """Return the people of a text, sorted by place; later bare surnames are ``short`` mentions.

    `taken` holds the sorted spans of other names, inside which nobody is looked for. A title is
    no part of a name; one name is one person within a document.
    """
    found: dict[int, tuple[int, str]] = {}
    doing = _doers(text)
    for start, end in _candidates(text):
        span = _trimmed(text, start, end)
        if (
            span is not None
            and not taken.meet(*span)
            and (
                _called(text, *span)
                or _cued(text, *span)
                or _of_body(text, *span, taken)
                or _taken_up(text, *span, doing)
            )
        ):
            found.setdefault(span[0], (span[1], text[span[0] : span[1]]))
    for match in _TITLED.finditer(text):
        initials = _INITIALED.fullmatch(match["name"])
        span = match.span("name") if initials else _trimmed(text, *match.span("name"))
        longer = span is not None and span[1] > found.get(span[0], (0, ""))[0]
        if span is not None and longer and not taken.meet(*span):
            found[span[0]] = (span[1], text[span[0] : span[1]])
    full = {start: (end, _clean(name)) for start, (end, name) in found.items() if _full(name)}
    known: dict[str, Entity] = {}
    for _, (_, name) in sorted(full.items()):
        surname = name.rsplit(" ", 1)[-1]
        if surname not in NOT_NAMES:
            known.setdefault(surname, Entity("person", slug(name), (name,)))
    mentions = [
        Mention(start, end, Entity("person", slug(name), (name,)), "shape")
        for start, (end, name) in full.items()
    ]
    mentions += [
        Mention(*m.span("name"), Entity("person", slug(m["name"]), (m["name"],)), "short")
        for m in _SURNAME.finditer(text)
        if not (m["name"] in known or m["name"] in NOT_NAMES or taken.meet(*m.span("name")))
    ]
    return _apart([*mentions, *_again(text, known, mentions, taken)])


def _candidates(text: str) -> Iterator[tuple[int, int]]:
    """Yield runs of two to three capitalised words."""
    at = 0
    while (match := _NAME_RUN.search(text, at)) is not None:
        yield match.span()
        words = match[0].split()
        first = words[0].rstrip(".")
        at = match.end() if first not in NOT_NAMES else match.start() + len(words[0])


def _cued(text: str, start: int, end: int) -> bool:
    """Tell whether the words around a name say that it is a person's."""
    low = max(0, start - 120)
    if _RUN_BY.search(text, low, start) or _BODY_CALLED.search(text, max(0, start - 40), start):
        return False
    if _HEADS_POST.match(text, end, end + 80):
        return False
    if _AFTER.match(text, end, end + 220):
        return True
    before = _BEFORE.search(text[low:start])
    return before is not None and _PARTNER.search(text, low, start) is None


def _called(text: str, start: int, end: int) -> bool:
    """Tell whether a name has a common first name, and a surname."""
    words = text[start:end].split()
    return len(words) >= LEAST_FULL and is_called(words)


def _taken_up(text: str, start: int, end: int, doing: dict[str, int]) -> bool:
    """Tell whether the surname alone does something later on: "Lee says" after "Ann Lee"."""
    words = text[start:end].split()
    told = len(words) == LEAST_FULL and words[-1] not in NOT_NAMES
    return told and doing.get(words[-1], -1) > end


def _doers(text: str) -> dict[str, int]:
    """Return single capitalised words that do something, each with where it last does."""
    return {m["name"]: m.start() for m in _DOER.finditer(text)}


def _of_body(text: str, start: int, end: int, taken: Spans) -> bool:
    """Tell whether a body stands beside a name: "the trust's Ann Lee", "Ann Lee (Salford CCG)"."""
    owner = re.search(r"(?:['’]s|s['’])[ \n]$", text[max(0, start - 4) : start])
    if owner is not None and taken.meet(start - 5, start - 2):
        return True
    opens = re.search(r"(?:^|\n)[ \t•*–-]*$", text[max(0, start - 6) : start]) is not None
    beside = r"|,[ ]" if opens else ""
    home = re.match(
        rf"(?:[ \n](?:\(|(?:of|from|at)[ \n]){beside})(?:the[ \n])?", text[end : end + 12]
    )
    return home is not None and taken.meet(end + home.end(), end + home.end() + 1)


def _again(
    text: str,
    known: dict[str, Entity],
    mentions: Sequence[Mention],
    taken: Spans,
) -> Iterator[Mention]:
    """Yield later mentions of known people, by full name or surname alone."""
    if not known:
        return
    whole = {mention.entity.names[0]: mention.entity for mention in mentions}
    names = {**known, **whole}
    words = "|".join(re.escape(n) for n in sorted(names, key=lambda n: (-len(n), n)))
    first: dict[Entity, int] = {}
    for mention in sorted(mentions, key=lambda m: m.start):
        first.setdefault(mention.entity, mention.start)
    for match in re.finditer(rf"(?<![\w-])(?:{words})(?![\w-])(?! [A-Z])", text):
        entity = names[match[0]]
        later = match.start() > first.get(entity, -1)
        if (match[0] in whole or (later and not _capital_before(text, match.start()))) and not (
            taken.meet(*match.span())
        ):
            role = "shape" if match[0] in whole else "short"
            yield Mention(*match.span(), entity, role)


def _capital_before(text: str, at: int) -> bool:
    """Tell whether a capitalised word that is no title stands right before `at`."""
    match = re.search(r"([A-Z][\w’'-]*)\.?[ \u00a0]$", text[max(0, at - 30) : at])
    return match is not None and not re.fullmatch(TITLE, match[1]) and match[1] not in LEADERS


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the span without words that are no name at its ends, or None if none is left."""
    while True:
        words = text[start:end].split()
        if not words:
            return None
        if (
            words[0].rstrip(".") in NOT_NAMES
            or words[0] in NOT_FIRST
            or words[0].isupper()
            or is_job(words[0])
        ):
            start += len(words[0])
            start += len(text[start:end]) - len(text[start:end].lstrip())
        elif words[-1] in BODIES:
            return None
        elif words[-1] in NOT_NAMES and words[-1] not in LAST_TOO:
            end = start + len(text[start:end].rstrip()) - len(words[-1])
            end = start + len(text[start:end].rstrip())
        else:
            bad = any(w in NOT_NAMES or (w.isupper() and len(w) > 1) for w in words[:-1])
            bad = bad or (words[-1].isupper() and len(words[-1]) > 1)
            return None if bad else (start, end)


def _full(name: str) -> bool:
    """Tell whether a name has a first name and a surname."""
    return len(name.split()) >= 2


def _clean(name: str) -> str:
    """Return a name as one line."""
    return " ".join(name.split())


def _apart(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the mentions sorted by place, the longest where they meet."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end, m.role)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)
