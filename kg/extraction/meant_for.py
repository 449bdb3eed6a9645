"""Words by which something is said to be for certain people."""

from __future__ import annotations

import re

DIRECTED = re.compile(
    r"(?:\b(?:for|to|help|helps|helping|serve|serves|serving|offer|offers|reach|target|targets"
    r"|treat"
    r"|support|supports|supporting|caring for|care of|look after|visit|visits|all|most|identify"
    r"|identifying|train|with|among|taken in|take in|take on|takes on|sees?|seen|look(?:s"
    r"|ed)? after|covers?"
    r"|hands?|handed|hand|sends?|sent|refer|refers|referred|teach(?:es)?|taught|meets?|pick(?:s"
    r"|ed) out"
    r"|picking out|find|finds|finding|follow up|welcomes?|admits?|adopt\w*"
    r"|guides?|guided|guiding|puts?|putting|keeps?|kept|keeping|list(?:s|ed) of|rounds of|through"
    r"|talk about|lists?|listed|advises?|looks? out for|checks?(?: on)?|rings?|calls?|comes? to"
    r"|transfer\w*|brings?|moves?|works? with|working with|cares? for|runs? clinics for|followed"
    r"|covered|gives?|gave|given|(?:health|care|medicines|needs|lives|treatment|support) of)\b"
    r"|\baimed at\b)\s+(?:[\w,’'%-]+\s+){0,6}?$",
    re.IGNORECASE,
)
CAN_USE = re.compile(
    r"(?:\s+(?:and their \w+|(?:from|in|across|of|at|with|who) [^.;]{2,60}?))?,?\s+(?:(?:can|may"
    r"|could"
    r"|are able to|were"
    r" able to) (?:now |also |then |still )?(?:ring|call|use|visit|go|get|see|join|come|ask|book"
    r"|phone|drop|knock|speak"
    r"|turn|be seen|stay|attend|refer|choose|have|text|email|walk)"
    r"|(?:who )?(?:(?:are|were|is|was|have been|has been) )?(?:now |also |being )?(?:offered"
    r"|given|visited"
    r"|seen|enrolled|referred|supported|taught|helped|registered|identified|assessed|invited"
    r"|put in touch"
    r"|looked after|cared for|treated|met|kept)\b"
    r"|(?:[\w’-]+ ){0,8}?(?:now |each |all |also )+(?:gets?|have|has|waits?|runs?|see|go)\b"
    r"|(?:[\w’-]+ ){0,8}?(?:gets?|is to have|are to have|will (?:get|have|be given|be offered))\b"
    r"|(?:[\w’-]+ ){0,3}?(?:has|have) (?:an?|their|its) (?:[\w’-]+ ){0,4}?(?:own|gp|nurse|doctor"
    r"|plan|line|team|worker|number|coordinator)\b)",
    re.IGNORECASE,
)
BUDGET = re.compile(
    r"\b(?:budgets?|contracts?|payments?|money|funding|decisions?|rota|figures?|average|right)\b"
    r"[\w ,]{0,30}$",
    re.IGNORECASE,
)
AGED = re.compile(r"(?:-|\s)(?:the age of )?[5-9]\d\b(?!\s*(?:%|per|in all|[a-z]+ments))")
HOMES = re.compile(r"\b(?:care|nursing|residential) homes?\b", re.IGNORECASE)
GIVEN = re.compile(r"\s+(?:an?|the|their own)\s+(?:[\w-]+\s+){0,2}", re.IGNORECASE)
NOT_FOR = re.compile(r"\bnot (?:\w+ ){0,2}for\s+$", re.IGNORECASE)
FOR_WHOM = re.compile(
    r"\b(?:for|who|whom|people|patients|population|group|users?)\b", re.IGNORECASE
)
WISHED = re.compile(
    r"\b(?:hop\w+|intend\w*|aim|aims|aimed to|aiming|want\w*|would|could|propos\w+|expect\w*|might"
    r"|ambition|vision|wish\w*|seek\w*)\b",
    re.IGNORECASE,
)
MEANT = re.compile(r"\b(?:meant to|designed to|to|that|which)\b", re.IGNORECASE)
LINK = re.compile(
    r"[^.;:,]{0,60}?\b(?:for|to|that|which|help|helps|helping|target|targets|targeting|aimed at"
    r"|who|teach\w*"
    r"|support|supports|offered|with|visits?|reach|guides?|keeps?|puts?|looks? after|sees?"
    r"|goes|hands?|treats?|takes?|cares? for|meets?|gives?|rounds of)\b[^.;:,]{0,60}",
    re.IGNORECASE,
)
