"""Posts at the vanguard that a text is about, told without its name: "Chair: Dr NAME"."""

from __future__ import annotations

import re

from kg.extraction.jobs import TITLE

THING = (
    r"(?:vanguard|scheme|programme|project|partnership|pilot|alliance|network|collaboration|service"
    r"|initiative|federation|group|panel|board|team|consortium|venture|hub)"
)
_OWN_TITLE = (
    r"(?:(?:vanguard|programme|project|transformation|clinical|medical|nursing|managing|executive)"
    r" )*(?:director|manager|lead|leader|chief executive|chief officer|co-chair|chair(?:man"
    r"|woman|person)?|co-?ordinator)"
)
AFTER_POST = re.compile(
    r"\s*,\s*(?:the |our |its )?(?P<job>(?:vanguard|programme|project|transformation)"
    r"(?: [\w-]+){0,2}? (?:director|manager|lead|leader|officer|chair|co-?ordinator))"
    r"(?=\s*(?:[,.;:)\n]|$|(?:at|of|for|in|with|on|who)\b))",
    re.IGNORECASE,
)
AT_ITS = re.compile(
    rf"(?:, [^,.;:“”\"\n]{{2,60}},)?\s*(?:,|is|was|has been)\s*(?:also |once |now )?(?:an?|the"
    rf"|one of (?:the|its|our)|our|its)\s+"
    rf"(?P<job>(?:[\w’'&/-]+ ){{0,4}}?{TITLE})\s+(?:in|on|at|of|with|to|for)\s+(?:one of )?"
    rf"(?:the|its|our|their|this)\s+(?:[\w’'-]+ ){{0,6}}?{THING}s?\b(?!['’])",
    re.IGNORECASE,
)
SPOKE = re.compile(
    r"[^.;“”\"]{0,120}?,? (?:who )?(?:is |was )?(?P<job>spoke|speaks|speaking|spokes\w+) "
    r"(?:on (?:its|their|our) behalf|for (?:them|it|us|all of them|the (?:vanguard|partners"
    r"|partnership|alliance|network|group)))\b",
    re.IGNORECASE,
)
LEAD_FOR = re.compile(
    r"[^.;“”\"]{2,80}?,\s*(?:the |its |our )?(?P<job>(?:clinical|programme|project|vanguard"
    r"|transformation|workstream) (?:lead|director|manager|sponsor))\b"
    r"(?! (?:of|at|for) (?:the )?(?:trust|ccg|council|hospital|university|programme))",
    re.IGNORECASE,
)
LED = re.compile(
    rf"[^.;“”\"]{{0,120}}?,? who (?P<job>led|ran|chaired|managed|leads|runs) [^.;,“”\"]{{2,50}}? "
    rf"(?:for|of|on behalf of) (?:the|our|its|this) (?:\w+ )?{THING}\b(?!['’])",
    re.IGNORECASE,
)
LABEL = re.compile(
    rf"(?:^|[\n•|;.]|[-–—*] )\s*(?:our |the )?(?P<job>{_OWN_TITLE}|contacts?|lead contact"
    r"|for more information contact)\s*:\s*(?:(?:dr|professor|prof|cllr|mr|mrs|ms|sir|dame)\.? )?$",
    re.IGNORECASE,
)
OPENS = re.compile(
    r"\W*(?:and )?(?P<job>(?:lead |senior )(?:nurse|gp|doctor|pharmacist|clinician)|partner"
    r"|gp partner|(?:vanguard|programme|project|transformation) (?:director|manager|lead|leader)"
    r"|clinical (?:lead|director))\s+(?:(?:dr|professor|prof|mr|mrs|ms)\.? )?$",
    re.IGNORECASE,
)
FOR_BODY = re.compile(r"\s+(?:for|at|on behalf of)\s+(?:the\s+)?")
