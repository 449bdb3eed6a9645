"""Words by which a sentence goes on about a thing done before it, for the rule of topics."""

from __future__ import annotations

import re

STUDY = re.compile(
    r"\b(?:effects?|impact|evaluat\w+|abstract|study|results|findings|analysis|outcomes|trial"
    r"|what (?:it|they|we|an? \w+ analysis) found)\b",
    re.IGNORECASE,
)
"""Words of a title that announce what came of something."""
_THING = (
    r"(?:service|scheme|team|hub|clinic|caf[eé]|project|course|pilot|line|app|tool|system|approach"
    r"|package|initiative|unit|centre|rota|post|role|training|visit|bed|coach|coordinator|navigator"
    r"|pathway)s?"
)
_WHO = (
    r"(?:those|people|patients|residents|students|clients|callers|homes|practices|families|staff"
    r"|users|surgeries|islanders|them)"
)
OPENS = re.compile(
    r"\W*(?:[^,.;:]{0,50},\s+)?"
    r"(?:(?:so far|already|since then|in all|together|now|last year)\s*,?\s+)?"
    r"(?:(?:it|this|these|that|they|both|each)\s+(?:has|have|had|is|are|was|were|should|could"
    r"|would|will|may|might|can|means?|meant|also|now|already|saved?|saves|cut|cuts|led|helps?"
    r"|helped"
    r"|brings?|brought|took|takes|made|makes|reduced?s?|freed|did|does|do|spares?|spared|gives|gave"
    r"|lets|keeps?|kept)\b"
    rf"|(?:the|its|these|this)\s+(?:new\s+)?(?:[\w-]+\s+)?{_THING}\b"
    r"|(?:as a result|thanks to (?:it|this|them)|because of (?:it|this|them)|since then"
    r"|after (?:that|this))\b"
    rf"|(?:in|among|of|for|at|from)\s+(?:the|its|their|those"
    rf"|these)\s+(?:[\w-]+\s+){{0,2}}?(?:first|sample"
    r"|group|homes|patients|people|practices|pilot)\b"
    rf"|(?:in|among|of|for)\s+(?:a|an)\s+(?:small\s+)?(?:sample|group|survey|pilot)\b"
    rf"|(?:in|during|over)\s+(?:its|the|their)\s+(?:first|pilot|trial)\b"
    rf"|(?:among|of|for)?\s*{_WHO}\s+(?:who|that|which|doing|using|having|linked|taking|with)\b"
    r"|(?:most|many|some|all|half) of (?:them|those)\b)",
    re.IGNORECASE,
)
"""How a sentence opens that goes on about what the one before it told of."""
AGAIN = re.compile(
    rf"\W*(?:[^,.;:]{{0,50}},\s+|[^.,;:]{{0,60}}?\b)?(?:the|this|that|its|these"
    rf"|those)\s+(?P<thing>{_THING})\b",
    re.IGNORECASE,
)
"""A thing named again by its noun alone."""
MEANT = re.compile(
    r"\b(?:(?:hope|hopes|expect|expects|think|thinks|believe|believes|reckon|reckons|say|says|said"
    r"|want|wants|calculate[sd]?|estimates?d?)\s+(?:that\s+)?(?:it|this|they|these|the \w+)\b"
    r"|as a result|because of (?:it|this|them)|thanks to (?:it|this|them)"
    r"|(?:on|with|from|by|through) (?:it|them|this)\b|doing so"
    r"|linked first|in that group|those (?:patients|people|homes))",
    re.IGNORECASE,
)
"""Words anywhere in a sentence that point back at what was done."""
