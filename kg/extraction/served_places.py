"""The words before or behind a place that say it is served, or is the address of one site."""

from __future__ import annotations

import re

OPENS = re.compile(r"\W*(?:in|across|throughout) (?:the )?", re.IGNORECASE)
SERVED = re.compile(
    r"(?<!\bby )\b(?:practices|trusts|hospitals|surgeries|councils|boroughs|districts|towns"
    r"|villages"
    r"|neighbourhoods|localities|homes|gps|people|patients|residents|families|partners"
    r"|organisations)(?: (?:working|based|that work))? (?:in|across|throughout|around) (?:the )?$"
    r"|(?:vanguard|vanguard site|partnership|programme|project|alliance|(?:serves|for"
    r"|after) (?:the )?(?:residents"
    r"|people|population|patients)|district|borough|city|county|services)\s+(?:in|across|of|for"
    r"|covering|serving)\s+"
    r"(?:the\s+(?:(?:district|borough|city|county|whole|area|region|people|population) of\s+)?)?$"
    r"|\b(?:across|serves|covers|cover|extend to|extends to|concentrat\w+ on|(?:started|begun|began"
    r"|launched)(?: first)?(?: in \d{4})? in) (?:the\s+)?$"
    r"|\b(?:provider|system|collaboration|network|federation|pilot|scheme|team)s? in (?:the\s+)?$"
    r"|\b(?:live|living|resident|registered|(?:who|that|everyone|everybody|anyone) lives) in"
    r" (?:the\s+)?$"
    r"|\b(?:some|most|many|half|all|both|each|two|three|the rest) (?:of (?:them|these|those|which)"
    r" )?(?:(?:are|is|being) )?in (?:the\s+)?$"
    r"|\bserv(?:es?|ed|ing) (?:[^.;]{3,50}?,? )?in (?:the\s+)?$"
    r"|\b(?:towns?|cit(?:y|ies)|boroughs?|districts?|count(?:y|ies)|villages?|parishes|localities"
    r"|communit(?:y|ies)|neighbourhoods?) (?:of|like|such as) (?:the\s+)?$"
    r"|\b(?:stretch|reach|extend|runn?)(?:es|s|ed|ing)? from (?:the\s+)?$"
    r"|\b(?:practices|surgeries|homes|hospitals|sites|hubs|teams|members|trusts|patients|people)"
    r" (?:are|lie|sit|stand)(?: all| now| based)? (?:in|across|around) (?:the\s+)?$"
    r"|\b(?:practices|surgeries|homes|people|patients|everyone|places|towns|villages|communities"
    r"|way) from (?:the\s+)?$"
    r"|\b(?:deals? with|looks? after|is for|reach(?:es)?|serving|spread (?:to|across|over)"
    r"|roll\w* out (?:to|in|across)|expand\w* (?:to|into|across)"
    r"|first in|now in|everywhere in|anywhere in|all over|right round) (?:the\s+)?$"
    r"|\b(?:people|patients|residents|population|families|households|citizens|whole|rest|all)"
    r" of (?:the\s+)?$|\b(?:lie|lies|sit|sits|running|stretching|area) between (?:the\s+)?$"
    r"|\b(?:straddl|spann?|encompass|embrac|link|tak)(?:e|es|ed|ing|s)? (?:in )?"
    r"(?:(?:all|much|most|large parts?|parts?) of )?(?:the\s+)?$"
    r"|\b(?:every|each|all(?: the)?|most|any|\d+|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|dozens of|hundreds of) (?:\w+ ){0,2}\w+ in (?:the\s+)?$"
    r"|\b(?:commissioners|bosses|leaders|doctors|clinicians|nurses|pharmacists|carers|teams?"
    r"|care homes?) (?:in|across|around) (?:the\s+)?$",
    re.IGNORECASE,
)
WE = re.compile(r",? (?:they|we|our|the (?:team|partnership|vanguard|nurses))\b")
"""What follows a place with which a sentence opens that tells what is done there."""
ONE_IN = re.compile(
    r"\b(?:one|\d+|two|three|four|nine) (?:in|out of) (?:every )?\w+ (?:\w+ ){1,3}"
    r"(?:in|across) $",
    re.IGNORECASE,
)
"""A share of those who live in a place, that is told for comparison: "one in six adults in …"."""
SITE = re.compile(r"\b[Aa]t (?:the )?(?:[A-Z][\w’'-]* ){1,4}in $")
"""Words that make a place the address of one site."""
BEHIND = re.compile(
    r"[^.;]{0,80}?\b(?:localities|boroughs|districts|towns|villages|areas?|neighbourhoods|patch"
    r"|counties|cities|place|town|district|community|neighbourhood)\b"
)
"""What a list of names may be said to be, or to lie in."""
TITLE_OF = re.compile(r"\b(?:Mayor|Bishop|Archbishop|Lord|Earl|Duke|MP|University) (?:of|for) $")
BESIDE = re.compile(
    r"(?: vanguard)?,?(?: (?:vanguard|partnership|programme|site|is|was|works|working|operates|a"
    r"|an|the|one|based"
    r"|pilot|scheme|care|health|network|project|looks|after|people|residents|patients|provider"
    r"|that|which|lies|runs|services|practices)){0,6} (?:in|across|of|throughout|around|between"
    r"|covering|serving|spanning)"
    r" (?:the )?(?:whole of )?(?:(?:city|town|county|borough|district|towns|boroughs) of )?"
)
ADDRESS = re.compile(r",? | \(")
ENDS = re.compile(r"\s*(?:$|[.)\n|;])")
"""What stands around a place that is a name's address: "Larkbank Partnership, Kent"."""
COMPASS = re.compile(r"\b(?:north|south|east|west|central|inner|outer|mid)[ -]$", re.IGNORECASE)
