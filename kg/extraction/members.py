"""Organisations that only their company shows: "the charity Red Kite", "nurses from Red Kite".

A run of capitalised words is an organisation where a word for a kind of body stands before it or
behind it in apposition, where someone's employer stands ("nurses from …", "Dr Ann Lee (…)"), or
where it is an item of a list of members.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.capitals import ENDERS, LEADERS, MONTHS_AND_DAYS, words_of
from kg.extraction.in_it import in_it
from kg.extraction.jobs import TITLE
from kg.extraction.reading import Mention
from kg.extraction.shapes import entity_of
from kg.extraction.signs import signed
from kg.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.extraction.spans import Spans
    from kg.model import Block, Document

_CAP = r"(?:[A-Z][\w’'-]*[\w]|[A-Z]{2,})"
_RUN = rf"{_CAP}(?:[ ](?:(?:and|&|of|for|in)[ ](?:the[ ])?)?{_CAP}){{0,5}}"
_KIND = (
    r"(?:charit(?:y|ies)|management[ ]consultants"
    r"|social[ ]enterprise|community[ ]interest[ ]company|GP[ ]federation"
    r"|federation(?:[ ]of[ ](?:GP[ ])?(?:practices|surgeries))?|think[ -]tank|consultanc(?:y|ies)"
    r"|(?:software|technology|housing|management|data|IT)[ ](?:company|companies|firm|supplier)"
    r"|company|firm|housing[ ]association|trade[ ]union|union|care[ ]provider"
    r"|out-of-hours[ ](?:provider|service|doctors)|drug[ ]company"
    r"|co-?operative|mutual|GP[ ]group|hospice|voluntary[ ](?:group|organisation)|super-practice"
    r"|regulator)"
)
_WORKER = (
    r"(?:(?:link|support|social|care|outreach|youth)[ ]workers?|(?:care[ ])?navigators|advisers"
    r"|advocates|consultants|analysts|researchers|academics|volunteers|evaluators|specialists"
    r"|facilitators|coaches|counsellors)"
)
_BEFORE = signed(
    rf"\b(?i:{_KIND})(?:,|[ ](?:called|named))?[ ](?:the[ ])?(?P<kind>{_RUN})"
    rf"|\b(?i:{_WORKER})[ ](?:from|at|of|employed[ ]by)[ ](?:the[ ])?(?P<worker>{_RUN})"
    rf"|\b(?:supplied|built|developed|evaluated|hosted|staffed|commissioned)[ ](?:by|from)[ ]"
    rf"(?:the[ ])?(?P<maker>{_CAP}[ ]{_RUN})"
    rf"|\b(?:our|its|their|delivery|lead|founding)[ ](?:\w+[ ])?partners?,?[ ]"
    rf"(?:the[ ])?(?P<partner>{_CAP}[ ]{_RUN})"
)
_NEXT = re.compile(
    rf"(?:,|,?[ ]and)[ ](?:the[ ])?(?P<name>{_CAP}(?:[ ](?:(?:&|of|for)[ ])?{_CAP}){{1,5}})"
    r"(?=[,.;)]|[ ]and[ ]|$)"
)
"""One more name in a list of bodies."""
_BEHIND = signed(
    r"(?:,|[ ]\()[ ]?(?:which[ ]is[ ])?(?:an?|the|its|our|their)[ ](?:[\w’'-]+[ ]){0,3}?"
    rf"(?i:{_KIND})\b"
)
_LAST_RUN = re.compile(rf"(?<![\w’'-]){_RUN}$")
_AND_NEXT = re.compile(r",?[ ]and[ ](?:the[ ])?")
_LOOK_BACK = 60
_HOME = re.compile(rf"[ ]\((?P<name>{_RUN}(?:[ ](?:GP[ ])?federation)?)\)")
_POST_AT = re.compile(
    rf"(?:,[ ]\d\d)?(?:,|[ ]\(|[ ][–-])[ ](?:[\w’'&/-]+[ ]){{0,5}}?{TITLE}(?:[ ][a-z]+){{0,3}}?"
    rf"(?:[ ](?:of|at|for|with)[ ](?:the[ ])?(?P<at>(?-i:{_RUN}))"
    rf"|,[ ](?:the[ ])?(?P<next>(?-i:{_CAP}[ ]{_RUN}))(?=[.;)\n]|$))",
    re.IGNORECASE,
)
"""Where someone's employer stands behind a post: "Ann Lee, manager of Roker Lodge"."""
_HOUSE_OF = re.compile(
    rf"(?<![\w’'-])(?P<house>(?:{_CAP}[ ]){{1,3}}(?:Court|House|Lodge|Centre|Forum|Group|Club"
    rf"|Hospice"
    r"|Surgery|Care|Homes?|Union|Mind|Action|Practice|Hall|Grange|Manor|Villa))(?:['’]s)?[ ]"
    rf"(?:[a-z-]+[ ]){{0,3}}?(?i:{TITLE}),?[ ](?:(?:Dr|Mrs?|Ms)\.?[ ])?$"
)
"""Where someone's employer stands before a post: "Roker Lodge manager Ann Lee"."""
_RUNS = (
    r"(?:runs?|ran|chairs?|chaired|leads?|led|heads?|headed|manages?|managed|owns?|founded|set[ ]up"
    r"|directs?|represents?|(?:works?|worked|volunteers?)[ ](?:for|at|with))"
)
_DOES_AT = re.compile(
    rf",?[ ]who[ ](?:also[ ]|now[ ]|has[ ])?{_RUNS}[ ](?:the[ ])?(?P<does>{_RUN})(?=[,.;\s])"
)
"""Where someone's employer stands behind a verb: "Ann Lee, who runs Ryhope Club"."""
_I_RUN = signed(
    rf"\bI(?:[ ](?:now|also|have))?[ ]{_RUNS}[ ](?:the[ ])?(?P<mine>{_CAP}[ ]{_RUN})(?=[,.;\s])"
)
_HOME_KIND = (
    r"(?:(?:care|nursing|residential|rest)[ ]home|hospice|day[ ]centre|community[ ]centre|surgery"
    r"|health[ ]centre|medical[ ]centre|pharmacy|practice|hospital|sheltered[ ]housing)"
)
_OF_HOME = re.compile(
    rf",?[ ](?:of|at|from)[ ](?:the[ ])?(?P<home>{_CAP}(?:[ ]{_CAP}){{0,3}})(?=[ ]{_HOME_KIND}\b)"
)
"""Where someone's employer stands before a word for a house: "Ann Lee of Roker nursing home"."""
_FIELD = (
    r"(?:Health|Care|Social|Primary|Secondary|Urgent|Emergency|Community|Integrated|Better|Mental"
    r"|Public|Extensive|Enhanced|Intermediate|Continuing|Palliative|Home|Nursing|Residential|Adult"
    r"|Self|Planned|Personal|New|Total|Digital|Virtual|Good|Local|National|Joint|Children|Women"
    r"|Tertiary|Acute|Medical|Family|Day|Child|Oral|Sexual|Eye|Happy|Healthy|Together|Vanguard|NHS"
    r"|Department|Minister|Secretary|State|World|Our|Your|Living|Long|Term|Future|Connecting"
    r"|Managed|Transforming|Improving|Delivering|Shared|Safe|High|Quality|End|Life|Principles)"
)
"""Words of a field or a scheme, in front of "Care" or "Health", that make no body's name."""
_SUFFIX = signed(
    r"\b(?:Health(?:[ ]Services|[ ]United|care[ ]Services)?|Care(?:[ ]and[ ]Support|[ ]Services)?"
    r"|Medical[ ]Services)(?=[ ]*(?:[,;:).\n]|$|(?:and|which|who|is|are|has|have|runs?|provides?"
    r"|will|with|to|in|for|joined|employs|or)\b))"
)
_GP_GROUP = signed(
    r"(?:\b[Tt]he|['’]s)[ ](?P<gp>GP[ ](?:Care[ ]Group|Federation|Alliance|Network|Consortium))\b"
)
_HEAD = re.compile(
    rf"(?<![\w’'-])(?!{_FIELD}\b){_CAP}(?:[ ](?!{_FIELD}\b){_CAP}){{0,2}}[ ]"
    r"(?:(?:Primary|Community|Urgent|Home|Social)[ ])?$"
)
"""A name that ends as those of many providers do: "Salix Health", "Wear Care and Support"."""
_PART_OF = re.compile(
    r"[ ](?:team|area|region|ward|vanguard|district|patch|hub|locality|neighbourhood|site|pilot"
    r"|scheme|programme|project|network|branch)s?\b"
)
"""What makes a name that of a place whose team or the like is meant."""
_ONE_OF = re.compile(
    rf",[ ](?:of|from)[ ](?:the[ ])?(?P<of>{_CAP}(?:[ ]{_CAP}){{1,4}}(?:[ ]campaign)?)"
    rf"|[ ](?:of|from|at)[ ](?:the[ ])?(?P<at>(?:{_CAP}[’']?[ ]){{1,4}}"
    r"(?:Forum|Centre|Club|Group|School|House|Lodge|Network|Campaign|Society|Court|Trust|Alliance))\b"
)
_FUNCTION = re.compile(
    r"(?:The |Joint )?(?:Nurs|Medic|Financ|Qualit|Strateg|Operation|Adult|Social|Public|Primary"
    r"|Health|Care"
    r"|Commission|Transform|Integrat|Partnership|People|Urgent|Emergency|Communit|Delivery|Clinical"
    r"|Mental"
    r"|Children|Digital|Inform|Performance|Planning|Human|Workforce|Communicat|Corporate|Estate"
    r"|Pharmac"
    r"|Service|System|Older|Improvement|Innovation|Research|New Care|Patient|Acute|GP|State)\w*"
)
"""Fields of work: "director of Nursing" names no employer."""
_MEMBERS = re.compile(
    r"\b(?:members?|partners?|partnership|who runs|run by|made up|consists?|organisations|brings?"
    r"|belong|present|involved|signed|taking part)\b",
    re.IGNORECASE,
)
_ITEM = re.compile(
    rf"[\s*•·–-]*(?:[Tt]he[ ])?(?P<name>{_RUN})[ ]*(?:\([^()\n]{{1,60}}\))?[.,;]?\s*"
)
_NO_BODY = (
    (LEADERS - {"Together", "Local", "Medical", "Clinical"})
    | MONTHS_AND_DAYS
    | words_of(
        """
    NHS GP GPs A&E MCP PACS UK England IT I VAT CCG CCGs Vanguard Vanguards UEC MDT Figure Table
    """
    )
)
"""Words that alone, or first, name no body."""


def members(
    document: Document,
    text: str,
    taken: Spans,
    people: Sequence[Mention],
    bodies: Sequence[Mention] = (),
) -> Iterator[Mention]:
    """Yield organisations shown by their company alone, in order of pattern and place.

    `taken` holds the spans of other names, which nothing yielded overlaps; `people` and `bodies`
    are those seen.
    """
    spans = [m.span(m.lastgroup) for m in _BEFORE.in_lines(text) if m.lastgroup]
    for kind in _BEHIND.in_lines(text):
        name = _LAST_RUN.search(text, max(0, kind.start() - _LOOK_BACK), kind.start())
        if name is not None:
            low = max((b.end for b in bodies if name.start() < b.end < name.end()), default=0)
            after = _AND_NEXT.match(text, low) if low else None
            spans.append((after.end() if after else name.start(), name.end()))
    homes = (_HOME.match(text, person.end) for person in people)
    spans += [home.span("name") for home in homes if home]
    posts = (_POST_AT.match(text, person.end) for person in people)
    spans += [
        post.span(post.lastgroup)
        for post in posts
        if post
        and post.lastgroup
        and not (_FUNCTION.match(post[post.lastgroup]) or post[post.lastgroup] in ENDERS)
        and not (_PART_OF.match(text, post.end()) or " team " in post[0])
    ]
    leads = (_HOUSE_OF.search(text, max(0, p.start - 80), p.start) for p in people)
    spans += [lead.span("house") for lead in leads if lead]
    spans += [
        match.span(match.lastgroup)
        for person in people
        for pattern in (_DOES_AT, _OF_HOME)
        if (match := pattern.match(text, person.end))
        and match.lastgroup
        and not _PART_OF.match(text, match.end())
    ]
    spans += [m.span("mine") for m in _I_RUN.in_lines(text)]
    spans += in_it(text)
    spans += [m.span("gp") for m in _GP_GROUP.in_lines(text)]
    for match in _SUFFIX.in_lines(text):
        head = _HEAD.search(text, max(0, match.start() - _LOOK_BACK), match.start())
        if head is not None:
            spans.append((head.start(), match.end()))
    ones = (_ONE_OF.match(text, person.end) for person in people)
    spans += [one.span(one.lastgroup) for one in ones if one and one.lastgroup]
    spans += [span for block in document.blocks for span in _items(document, block, text)]
    spans += [span for body in bodies for span in _listed(text, body.end)]
    for start, end in spans:
        found = _body(text, start, end)
        if found is not None and not taken.meet(*found):
            yield Mention(*found, entity_of(text[found[0] : found[1]]), "shape")


def _listed(text: str, end: int) -> Iterator[tuple[int, int]]:
    """Yield the names that go on a list of which a body's name ends at `end`."""
    while (match := _NEXT.match(text, end)) is not None:
        yield match.span("name")
        end = match.end()


def _items(document: Document, block: Block, text: str) -> Iterator[tuple[int, int]]:
    """Yield the name that is the whole of an item in a list of members."""
    if block.kind is not BlockKind.LIST_ITEM or block.scope is None:
        return
    head = document.blocks[block.scope]
    match = _ITEM.fullmatch(text, block.start, block.end)
    if match is not None and _MEMBERS.search(text, head.start, head.end) and " " in match["name"]:
        yield match.span("name")


_LOCAL_BRANCH = re.compile(r"(?:Mind|Relate|Mencap|Scope|Shelter|Groundwork) in ")
_OF_GPS = re.compile(r"GP (?:Care Group|Federation|Alliance|Network|Consortium)")


def _body(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return a span without its possessive ending, or None where it names no body."""
    name = text[start:end]
    if name.endswith(("'s", "’s")):
        end -= 2
    cut = text.find(" in ", start, end)
    if cut > 0 and not _LOCAL_BRANCH.match(text, start):
        end = cut
    words = text[start:end].split()
    if (words[0] in _NO_BODY and not _OF_GPS.fullmatch(text, start, end)) or (
        len(words) == 1 and len(words[0]) < 3
    ):
        return None
    return start, end
