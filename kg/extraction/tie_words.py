"""Words by which a sentence goes on about a thing told before it, or leaves it behind."""

from __future__ import annotations

import re

from kg.extraction.signs import signed

THING = (
    r"(?:services?|schemes?|teams?|hubs?|clinics?|caf[eé]s?|projects?|courses?|pilots?|apps?"
    r"|tools?|systems?|approach|package|initiatives?|units?|centres?|rotas?|posts?|roles?|training"
    r"|visits?|beds?|coach(?:es)?|coordinators?|co-ordinators?|navigators?|pathways?|college|haven"
    r"|records?|contracts?|bags?|tablets?|kits?|links?|rounds?|nurses?|pharmacists?|paramedics?"
    r"|workers?|connectors?|matrons?|champions?|volunteers?|programme|plans?|reviews?|model|bank"
    r"|group|meetings?|discussions?|house|lounge|van|vehicle|car|number|screens?|technology)"
)
WHOLE = signed(
    r"\b(?:overall|as a whole|altogether|taken together|in total|across (?:all|every)"
    r"|(?:across|throughout) (?:the |our )?(?:whole )?(?:[\w-]+ )?(?:county|district|area|city"
    r"|borough|region|patch|vanguards?|programme|country|system|partnership|sites)"
    r"|nationally|nationwide|elsewhere|in england|across england|the rest of|in general"
    r"|(?:the|all) (?:[\w-]+ )?vanguards|by contrast|(?:unlike|separately|meanwhile)\b)",
    re.IGNORECASE,
)
"""Words that make what is told that of a whole, or of others, not of the one thing before."""
ANOTHER = signed(
    r"\b(?:also|as well|another|a (?:second|third|further) \w+|a similar|other (?:schemes?"
    r"|projects?|changes|work|measures|services))\b",
    re.IGNORECASE,
)
"""Words that go over to something else."""
ITSELF = signed(
    r"\W*(?:[^,.;:]{0,50},\s+)?(?:we|(?:the|our) (?:vanguard|partnership|partners|programme"
    r"|alliance|trusts?|ccgs?|council|group|sites?|federation|practices?|network|consortium"
    r"|collaboration)|partners)\b"
    r"(?=\s+(?:also\s+|now\s+)?(?:ha[sd]|have|cut|reduc\w+|sav\w+|improv\w+|want\w*|aims?|is"
    r"|are|will|plans?|put|met)\b)",
    re.IGNORECASE,
)
"""A vanguard as the doer of a change, by which it is the vanguard's own."""
POINTS = signed(
    r"(?:^|[,;:—–“‘\"'(]\s*|\b(?:that|and|but|so|if|because|hopes?|hoped|expects?|expected"
    r"|believes?"
    r"|thinks?|thought|says?|said|reckons?|estimates?d?|finds?|found|shows?|now|far|already"
    r"|as)\s+)"
    r"(?:it|this|that|these|those|they|both|each|its|their|the (?:[\w-]+ ){0,2}?" + THING + r")\b"
    r"|\b(?:as a (?:direct )?result|in consequence|since then|because of|thanks to|through|by|with"
    r"|from|on|of|under|using|in|for|at|among|after|doing|used|use|had|have|joined|got)"
    r" (?:it|them|this|that|these|those|so|the (?:[\w-]+ ){0,2}?" + THING + r")\b"
    r"|\bas a (?:direct )?result\b(?! of)|\bin consequence\b|\bsince then\b|\bthere\b(?! (?:is|are"
    r"|was|were|has|have|had|will))|\b(?:so far|this way)\b"
    r"|\b(?:people|patients|residents|those|homes|practices|callers|users|families|students"
    r"|surgeries|carers|children|women|men|anyone|staff) (?:who|that|with|using|on|having|taken"
    r"|enrolled|linked|helped|seen|in)\b"
    r"|\b(?:its|their) (?:users|callers|clients|students|visitors|patients|graduates|regulars"
    r"|members)\b|\b(?:most|many|some|all|half|\d+|one in \w+) (?:of (?:them|those|these)\b|"
    r"(?:were|was|said|say|felt|feel|would|could|have|had|thought)\b)"
    r"|\bthe (?:aim|purpose|idea|point|object|intention|hope|result|effect|upshot|consequence)\b"
    r"|\bof (?:the )?(?:[\d,]+|\w+) (?:interviewed|asked|surveyed|who|people|patients|users)\b",
    re.IGNORECASE,
)
"""Words that point back at what was told, as the doer, the place, the people or the cause."""
AGAIN = signed(
    r"\b(?:the|this|that|its|these|those|our)\s+(?:[\w-]+\s+)?(?P<thing>" + THING + r")\b",
    re.IGNORECASE,
)
"""A thing named again by its noun alone: "the hub", "these visits"."""
OTHER_CLAUSE = re.compile(r"[;:]|,\s+(?:and|but|while|so)\b|\bbut\b")
"""What parts a clause from the next."""
