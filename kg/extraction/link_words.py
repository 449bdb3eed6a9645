"""Words that tie a change to an intervention of its sentence, for the rule of such links."""

from __future__ import annotations

import re

_OF_WHOM = (
    r"(?:in|among|for|at|from|of) (?:[\w’'-]+ ){0,3}?(?:homes|practices|surgeries|people|patients"
    r"|residents|those|areas|wards|places|women|children|families|callers)"
    r" (?:with|using|on|under|(?:that|which|who) (?:use[ds]?|have|had|took up|joined|see|saw|get"
    r"|got"
    r"|received|attended|were given|went to|completed|took part in|have (?:had|used|joined)))"
)
"""Words for those who have a thing, by which a change is told of it: "in homes with"."""
MEANS = re.compile(
    r"\b(?:by|through|via|thanks (?:in part )?to|as a (?:direct )?result of|because of|owing to"
    r"|due to|using|with the (?:help|use|support|introduction) of|following the"
    r"|after (?:introducing|opening|setting up|launching)|attributed to"
    r"|attributed by (?:\w+\s+){1,3}to|put down to|put (?:it|this|that) down to|credited with"
    r"|since the (?:launch|start|opening|arrival|introduction) of|on the back of|driven by"
    r"|courtesy of|enabled by|credited to|down to|with the (?:arrival|coming|launch|opening) of"
    r"|(?:ascrib|attribut|credit)(?:e|es|ed|s|ing)? (?:it |this |that |them )?to)\s",
    re.IGNORECASE,
)
OPENING_MEANS = re.compile(
    r"\W*(?:by|through|via|thanks to|as a (?:direct )?result of|because of|owing to|due to|using"
    rf"|with|following the|after|since|under the|when|where|once|{_OF_WHOM})\b",
    re.IGNORECASE,
)
_LINK_WORDS = (
    r"that|which|who|to|in order to|has|have|had|is|are|was|were|will|would|could|should|may|might"
    r"|can|also|already|now|then|soon|designed|aimed|aims|aiming|intended|meant|expected|helped"
    r"|help|helps|helping|leads|led|leading|resulted|resulting|results|in|at|enables|enabling"
    r"|enabled|allowing|allowed|allows|thereby|thus|so as|been|seen|sees|saw|delivered|delivers"
    r"|delivering|achieved|achieving|achieves|shown|shows|showed|produced|produces|producing"
    r"|brought|brings|bringing|contributed|contributing|made|makes|making|a|an|the|us|them|finds"
    r"|found|all|staff|people|patients|residents|more|than|over|about|nearly|almost|up|fall"
    r"|reduction"
    r"|drop|followed by|it|of|great|significantly|substantially|greatly|directly|successfully"
    r"|significant|with (?:the|an?) (?:aim|hope|goal|intention|view) (?:of|to|that)"
    r"|in the hope (?:of|that)|so that|no|any|discernible|measurable|detectable|noticeable"
    r"|effect|change|on|further|there"
    r"|their|\d+(?:\.\d+)?%?|per cent|percent|work|together|across|not|never|hasn['’]t|didn['’]t"
    r"|haven['’]t|hadn['’]t|yet|failed|fails|took|takes|taken|kept|keeps|keep|keeping|alone|both"
    r"|each|gives?|gave|giving|lets?|offers?|credited with|the reason (?:for|why)|why|behind"
    r"|responsible for|the cause of|do|does"
    r"|did"
    r"|so far|to date|still|seems?|appears?|managed|it|less|likely|that|little|real|clear|any"
    r"|as yet"
    r"|(?:in|over|within|during) (?:its|the|their) first (?:[\w-]+ )?(?:years?|months?|weeks?)"
)
SUBJECT = re.compile(
    rf"(?P<head>(?:\s+(?!(?:and|or|we|they|it|who|he|she|i)\b)[\w’'-]+){{0,2}}?"
    rf"(?:\s+(?:of|at|in|by|run by|set up by|across|for)\b(?:\s+[\w’'&-]+){{1,8}}?)?)"
    rf"(?P<close>[’'\"”)]*)(?:,\s+(?!(?:and|but|or|we|they|it)\b)[^,.;:]{{1,80}},)?"
    rf",?\s*(?:(?:{_LINK_WORDS})\b[\s,]*)+",
    re.IGNORECASE,
)
OWN_NOUN = re.compile(r"(?:\s+(?:of|at|in|by|run by|for)(?:\s+[\w’'&-]+){1,6})?\s+", re.IGNORECASE)
VERB = re.compile(
    r"(?:has|have|had|is|are|was|were|will|would|could|should|may|might|can|cut|saves?|saved"
    r"|avoids?|avoided|spare[sd]?|reduce[sd]|brought|brings|led|lowered|raised|improve[sd]|freed"
    r"|frees)\b",
    re.IGNORECASE,
)
RELATIVE = re.compile(
    r"\s*(?:services?|teams?|schemes?)?,?\s*(?:that|which)\s+(?:\w+\s+){0,4}?(?:enabl|help|allow"
    r"|mean|led"
    r"|lead|make|made|result|reduc|improv|cut|sav|bring|brought|deliver|support)\w*\b[^.;:,]{0,80}"
    r"|[^.;:]{0,60},\s*(?:with|by|through|in|from) which\b[^.;:,]{0,60}",
    re.IGNORECASE,
)
VERBAL = re.compile(
    r"\b(?:has|have|had|is|are|was|were|will|would|could|should|may|might|can|that|which|helped|led"
    r"|enabled|allowed|means|meant)\b",
    re.IGNORECASE,
)
BARE = re.compile(r"[’'\"”)]*(?:\s+(?:teams?|services?|schemes?|programmes?|projects?))?\s+")
PARTICIPLE = re.compile(r"[’'\"”)]*[^.;:]{0,60},\s+(?:thereby |thus |so )?$")
APART = re.compile(
    r"[.;:?!]|,\s*(?:and\s+)?(?:we|they|it|he|she|I|there)\b|\b(?:but|although|while|whereas"
    r"|however"
    r"|unlike|except)\b",
    re.IGNORECASE,
)
JOINED = re.compile(
    r"\s*(?:,|,?\s*and)\s+(?:(?:has|have|also|had|an?|the|to|of|in|fewer|more)\s+)*", re.IGNORECASE
)
HEADED = re.compile(r"[’'\"”)]*:\s+")
"""What parts a heading of a line from what is told under it: "Homes with the bag: fewer …"."""
WHERE = re.compile(
    r"(?:,?\s+(?:where|when|wherever|whenever|once|since|after)|\s+(?:with|under|among users of)"
    rf"|\s+{_OF_WHOM})\s+(?:(?:an?|the|their|its|our|this)\s+)?",
    re.IGNORECASE,
)
HAVING = re.compile(
    rf"(?:\bby|{_OF_WHOM})\s+(?:(?:an?|the|their|its|our|this)\s+)?$", re.IGNORECASE
)
"""What stands before a thing inside the words of a change, "calls from homes that use" it."""
ALONGSIDE = re.compile(
    r"\s*(?:,|,?\s*(?:and|&|plus)|as well as|together with)\s+(?:both\s+)?"
    r"(?:(?:an?|the|its|their|our|new|of|by)\s+)*",
    re.IGNORECASE,
)
"""What joins two things of which the same is told."""
WITH_RESULT = re.compile(r"[^.;:?!,]{0,50},\s+with\s+(?:(?:an?|the|its|their)\s+)?", re.IGNORECASE)
"""What joins a thing to what came of it: "there is a hub, with fewer visits to A&E"."""
DONE_AND = re.compile(
    r"[^.;:?!]{0,90}(?:,\s+and\s+(?:[\w’'%.,£-]+\s+){0,3}|\s+and\s+)$", re.IGNORECASE
)
"""What joins a thing done to what came of it: "staff meet patients early, and delays fell"."""
AND_VERB = re.compile(
    r"[^.;:?!,]{0,60}\s+and\s+(?:(?:has|have|had)\s+(?:also\s+)?(?:seen|found|already)?\s*)?",
    re.IGNORECASE,
)
"""What joins a thing done to its own next verb: "one team buys for all and saved £4m"."""
AND_HOPE = re.compile(
    r"[^.;:?!,]{0,60}\s+and\s+(?:now\s+)?(?:counts? on|hopes? (?:to|for)|expects?(?: to)?|aims? to"
    r"|reckons? (?:to|on)|means? to)\s+",
    re.IGNORECASE,
)
"""What joins a thing done to what its doer hopes of it: "order jointly and count on saving"."""
AND_THE = re.compile(
    r"[^.;:?!]{0,60},\s+and\s+(?:the|their|its|an?)\s+(?:[\w’'%.,£-]+\s+){0,2}"
    r"|[^.;:?!,]{0,60}\s+and\s+(?:has|have|had)\s+(?:seen|found|already)\s+(?:[\w-]+\s+){0,2}"
    r"|[^.;:?!]{0,80},\s+and\s+(?:(?:about|some|over|nearly"
    r"|almost)\s+)?[\d,.£]+\s+(?:[\w-]+\s+){0,5}",
    re.IGNORECASE,
)
"""What joins a thing done to the measure it moved: "…, and the average wait has fallen"."""
SO_THAT = re.compile(
    r"(?!.*\b(?:but|although|while)\b)[^.;:?!]{0,120},?\s+so (?:that|as to)\s+(?:[\w’'-]+\s+){0,6}",
    re.IGNORECASE,
)
WHERE_DONE = re.compile(
    r"\b(?:where|once|since|wherever)\s+(?:[\w’'-]+\s+){0,5}?[^,.;:]{0,90},\s+(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
"""A clause that says where a thing is done, ahead of what came of it there."""
AGENT = re.compile(
    r",?\s+and\s+(?:we|they|it|he|she|i|there|the|a|an|its|our|their)\b", re.IGNORECASE
)
MEANS_REACH = 170
SUBJECT_REACH = 120
HEAD = 60
CUE_REACH = 32
LONGEST = 300
