"""What a web page carries beside its text: navigation, notices, share buttons."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.documents.lines import Unit
    from kg.documents.markup import Labels

SHORT = 160
"""The longest line that can be furniture, in characters."""

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
DAY = (
    rf"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH},?\s+\d{{4}}|{MONTH}\s+\d{{1,2}}(?:st|nd|rd|"
    rf"th)?,?\s+\d{{4}}|"
    r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d\d-\d\d)"
)
TIME = r"(?:[\s,@|–-]{1,3}(?:at\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?:[ap]\.?m\.?)?)?"
STAMP = (
    r"(?:(?:first |last |date )?(?:posted|published|updated|modified|date)?:?\s*(?:on:?\s+)?)"
    rf"{DAY}{TIME}"
)
"""A date, alone on its line; a month without its day may be a heading and is not furniture."""

NOTICES = (
    STAMP,
    (
        r"(?:source|link|website|web|url|visit|watch|video|see|email|e-mail|tel|telephone)?:?\s*"
        r"(?:https?://|www\.)\S+"
    ),
    r"(?:e-?mail:?\s*)?[\w.+-]+@[\w-]+\.[\w.-]+",
    r"!?\[[^\]]{0,120}\]\([^)\s]{0,300}\)",
    r"\[[^\]]{1,80}\]:\s.*",
    (
        r"(?:this (?:site|website|web site|page) (?:is|uses|contains|requires)|we use|our (?:site|"
        r"website) uses)\b.*"
        r"(?:professionals?|cookies?|javascript|only)\b.*"
    ),
    r".*\b(?:cookie (?:policy|notice|settings)|accept (?:all )?cookies|privacy policy)\b.*",
    r"(?:share|tweet|print|email|like|follow|save|pin)(?: (?:this|us|on|via|to|it)\b.{0,60})?",
    (
        r"(?:sign up|subscribe|register|log ?in|sign in|log ?out)(?: (?:to|for|now|here|today|or|"
        r"with)\b.{0,100})?"
    ),
    r"(?:want|get|receive|like) .{0,60}\b(?:inbox|newsletter|e-?mail alerts?)\b.{0,20}",
    (
        r"(?:add|leave|post|write|submit|view|read|see|show)(?: (?:a|an|your|all|new|more|\d+))*"
        r" (?:comments?|repl(?:y|ies)|reviews?).{0,30}"
    ),
    (
        r"(?:please )?(?:log ?in|sign in|register|login) .{0,30}\b(?:comments?|repl(?:y|"
        r"ies))\b.{0,20}"
    ),
    r"(?:you must|you need to) (?:be logged|log|sign) in\b.*",
    r"(?:©|\(c\)|copyright\b)(?=.*(?:\d{4}|©|rights|reserved|crown|limited|ltd|nhs)).*",
    r"all rights reserved.{0,60}",
    (
        r"(?:skip|jump|back|return|go) to (?:the )?(?:main |page )?(?:content|navigation|top|main|"
        r"home|search|list|news|"
        r"previous|results)\b.{0,40}"
    ),
    (
        r"(?:read|find out|show|load|see|view|learn|discover) (?:more|less|all)(?: (?:about|on|"
        r"from|here)\b.{0,60})?[.…»>]*"
    ),
    r"(?:click|tap) here(?: (?:to|for)\b.{0,80})?\.?",
    (
        r"download(?:s| (?:the |this |a )?(?:pdf|acrobat|adobe|as pdf|document|file|"
        r"report)\b.{0,40})?"
    ),
    r"(?:get )?adobe (?:acrobat )?reader.{0,40}",
    (
        r"(?:menu|main menu|home|search|search (?:this )?site|close|open|toggle navigation|"
        r"navigation|next|previous|"
        r"reply|report(?: (?:this|abuse))?|permalink|edit|loading|advertisement|sponsored|back|"
        r"top|sitemap|site map|"
        r"contact us|about us|accessibility|terms (?:and|&) conditions|terms of use|disclaimer|"
        r"print(?: this)? page|bookmark|rss|facebook|twitter|linkedin|instagram|youtube|whatsapp|"
        r"view (?:profile|full site)|« ?(?:previous|back|older).{0,60}|.{0,60}(?:next|newer) ?»|"
        r"‹.{0,60}|.{0,60}›)"
    ),
    r"(?:home|you are here:?)\s*(?:[>»/›|]\s*[^>»/›|]{1,60}){1,6}",
    (
        r"(?:image|photo|picture|photograph)(?: (?:credit|by|source|courtesy of))?:.{0,80}|"
        r"(?:image|photo) credit.{0,80}"
    ),
    r"(?:\d+|no) (?:shares?|likes?|views?|tweets?|repl(?:y|ies)|min(?:ute)?s? read)",
    r"page \d+(?: of \d+)?",
    r"(?:by|author:?|written by|posted by|submitted by)\s+\w[\w.’'-]*(?:\s[\w.’'-]+){0,3}",
)
NOTICE = re.compile("|".join(f"(?:{one})" for one in NOTICES), re.IGNORECASE)

SECTION = re.compile(
    r"(?:related|similar|recommended|recent|latest|popular|most (?:read|popular|viewed|"
    r"commented)|other|more)"
    r"(?: (?:articles?|content|links?|stor(?:y|ies)|news|posts?|pages?|topics?|items?|tweets?|"
    r"blogs?|reading|"
    r"resources|from .{1,40}|like this|in this (?:section|series)|on this (?:topic|story)))+"
    r"|most (?:read|popular|viewed)|related|you (?:may|might) (?:also )?(?:like|"
    r"be interested in).{0,40}|read next"
    r"|(?:categor(?:y|ies)|tags?|tagged|topics?|keywords|filed under|posted in)"
    r"|share(?: this)?(?: (?:page|article|post|story|with|on)\b.{0,20})?|follow us.{0,30}|"
    r"in this section|on this page"
    r"|site navigation|breadcrumbs?|trending(?: now)?|quick links|useful links|"
    r"table of contents|contents|sponsored by",
    re.IGNORECASE,
)
LABELLED = re.compile(
    r"(?:categor(?:y|ies)|tags?|tagged(?: with)?|topics?|keywords|filed under|posted in|"
    r"labels)\s*:\s*.{1,140}",
    re.IGNORECASE,
)
MENU = re.compile(
    r"(?:you are here:?\s*)?[^>»›/.!?|]{1,40}(?:\s[>»›/]\s*[^>»›/.!?|]{1,60}){2,8}"
    r"|[^|.!?]{1,40}(?:\s*\|\s*[^|.!?]{1,40}){3,9}",
    re.IGNORECASE,
)
"""The sections of a site, or the way to a page, in the line over it."""
COMMENTS = re.compile(
    r"(?:\d{1,5}\s+)?(?:(?:reader(?:s[’']?)?|user|your|latest|all|recent|most recent|"
    r"readers’)\s+)?"
    r"(?:comments?|responses?|replies|thoughts|have your say|discussion)"
    r"(?:\s+(?:on|to|so far)\b.{0,100})?(?:\s*\(\d{1,5}\))?(?:\s+\d{1,5})?",
    re.IGNORECASE,
)
COUNTED = re.compile(r"\d|comments?\b|have your say", re.IGNORECASE)
FORMAL = re.compile(
    r"this (?:site|website|page) .*|we use cookies.*|.*\bcookies?\b.*|(?:©|\(c\)|copyright|"
    r"all rights reserved).*|"
    r"(?:please )?(?:log ?in|you must|you need to|click here|read more|find out more).*",
    re.IGNORECASE,
)
"""Notices that may be sentences; the others end without a full stop."""


def is_menu(units: Sequence[Unit], number: int) -> bool:
    """Tell whether a line over a page is a menu; one above another line like it is a table's.

    >>> from kg.documents.lines import Unit
    >>> is_menu([Unit(0, 35, "News | Events | People | Contact us")], 0)
    True
    """
    if not MENU.fullmatch(bare(units[number].text)):
        return False
    return number + 1 == len(units) or "|" not in units[number + 1].text


def label_furniture(units: Sequence[Unit], labels: Mapping[int, BlockKind]) -> Labels:
    """Label navigation, notices, dates, bare addresses and lists of links as boilerplate."""
    found: Labels = {}
    swallowing = False
    for number, unit in enumerate(units):
        if number in labels:
            swallowing = swallowing and labels[number] is BlockKind.BOILERPLATE
            continue
        line = bare(unit.text)
        if len(line) <= SHORT and SECTION.fullmatch(line):
            swallowing = True
        elif len(found) == number and is_menu(units, number):
            pass
        elif not (is_notice(line) or (swallowing and _is_link(units, number))) or says_comments(
            line
        ):
            swallowing = False
            continue
        found[number] = BlockKind.BOILERPLATE
    return found


def says_comments(line: str) -> bool:
    """Tell whether a heading announces comments: "3 comments", "Have your say"."""
    return COMMENTS.fullmatch(line) is not None and COUNTED.search(line) is not None


def bare(text: str) -> str:
    """Return the words of a unit without emphasis and the colon at its end."""
    return text.strip("*_ \t").rstrip(":").strip("*_ ") if len(text) <= 2 * SHORT else text


def is_notice(line: str) -> bool:
    """Tell whether a line is a notice, a button, a date or a bare address."""
    if len(line) > SHORT or (line.endswith(".") and not FORMAL.fullmatch(line)):
        return False
    return NOTICE.fullmatch(line) is not None or LABELLED.fullmatch(line) is not None


def _is_link(units: Sequence[Unit], number: int) -> bool:
    """Tell whether a unit after "Related articles" and the like is one of its links.

    A short line with a paragraph beneath it is a heading instead: the text goes on.
    """
    unit = units[number]
    if unit.listed:
        return len(unit.text) <= SHORT
    if not _is_short(unit.text):
        return False
    following = units[number + 1] if number + 1 < len(units) else None
    return not unit.gap or following is None or _is_short(following.text) or following.listed


def _is_short(text: str) -> bool:
    """Tell whether a text is no sentence: short, and without a full stop."""
    return len(text) <= 100 and not text.rstrip("\"'”’)").endswith((".", ":", ";"))
