"""Words that say of what a figure is the level, for `kg.extraction.levels`."""

from __future__ import annotations

import re

from kg.extraction.cues import word_set

SERVED = re.compile(
    r"\b(?:covers?|covered|covering|serv(?:es?|ed|ing)|looks? after|looking after|cares? for"
    r"|caring for|responsible for|populations? of|home to|take in|took in|takes in|taking in"
    r"|reach(?:es|ed)?|live in|living in|registered (?:with|population)|catchment|pilots?"
    r"|rolled out (?:to|in|across)|extended to|spread to|in place (?:in|at|across)"
    r"|works? (?:with|in|across)|working (?:with|in|across)|supports?|supporting"
    r"|operat(?:es?|ing) (?:in|across)|involv(?:es?|ed|ing)|take part|taking part|took part"
    r"|signed up|joined|are part of|were part of|now part of|(?:br[io]\w+|joined|come|came|got"
    r"|get|banded|bringing|working) together|ma[dk]\w+ up|compris\w+|consists? of|spans?|spanning"
    r"|visit(?:s|ed|ing)?|belong to|on board|teamed up|linked up|federated|within (?:its|the) reach"
    r"|went live|gone live|goes live|are live|live (?:in|at)|fitted|installed|equipp\w+|linked)\b",
    re.IGNORECASE,
)
"""Words that tie a number of people or places to what serves them."""
DUTY = re.compile(
    r"\bto (?:look after|serve|cover|care for)\s+(?:[\w’'-]+\s+){0,3}$", re.IGNORECASE
)
HOPING = re.compile(
    r"\b(?:hop\w+|aim\w*|plan\w*|want\w*|intend\w*|will|would|could|should|is|are|due|expect\w*"
    r"|wish\w*|goal|able|might|may|enough)\b[^.;]*$",
    re.IGNORECASE,
)
PLACES = re.compile(
    r"\b(?:care|nursing|residential|supported|extra|living|GP|general|practices?|surger|schools?"
    r"|homes?|pharmac|schemes?|facilit|beds?|neighbourhoods?|localit)",
    re.IGNORECASE,
)
"""Nouns of what a site can cover; not sites and bodies themselves."""
BODIES = re.compile(
    r"\b(?:vanguards?|organisations?|trusts?|sites|hospitals?|ccgs?|councils?"
    r"|partners?|teams?|staff|nurses|gps|doctors|workers|volunteers|pharmacists|paramedics|coaches"
    r"|connectors|navigators|matrons|therapists|consultants)\b",
    re.IGNORECASE,
)
STRONG = re.compile(
    r"\b(?:covers?|covered|covering|serv(?:es?|ed|ing)|populations? of|look(?:s|ed|ing)? after"
    r"|home to|car(?:ed|es|ing) for|liv(?:e|es|ing) (?:in|around|near|within|there)"
    r"|rel(?:y|ies) on|depends? on"
    r"|responsible for|catchment|take in|took in|takes in)\b",
    re.IGNORECASE,
)
USED = re.compile(
    r"\b(?:enrol(?:l?ed|s|ments?)?|sign(?:ed|ing)? up"
    r"|(?:have|has) (?:been|gone|passed|come) through|have used|has used"
    r"|us(?:e|es|ed) (?:the|it|this|its|our|them)"
    r"|using the"
    r"|have been (?:seen|helped|supported|treated|referred|visited|trained|assessed|screened)"
    r"|were (?:seen|helped|supported|treated|referred|visited|trained|assessed|screened)"
    r"|has (?:seen|helped|supported|treated|trained|assessed|screened|reached|received|handled)"
    r"|have (?:seen|helped|supported|treated|trained|attended|benefit(?:ed|ted)|received|joined"
    r"|taken up|had|got|rung|phoned)|rang|phoned|have it\b|has it\b|logs? on|logged on"
    r"|attended(?! (?:the|a|an) (?:meeting|event|launch|workshop|conference|summit|hearing))"
    r"|took up|referred to (?:the|it|this)|benefited|benefitted"
    r"|(?:seen|helped|supported|treated|saw|sees|trained)"
    r" (?:more than|over|about|some|nearly|almost)?"
    r"|(?:help|support|advice|places|treatment|training)\s+(?:[\w-]+\s+){0,4}for\s+(?=0)"
    r"|(?:have|has|had) been (?:introduced to|taken on|put in touch|enrolled|offered|given|reached"
    r"|through|signposted|linked)|(?:were|was) (?:introduced to|taken on|put in touch|enrolled)"
    r"|(?:have|has|had) (?:taken on|dealt with|looked after|advised|enrolled|signed up)"
    r"|(?:taken on|dealt with|dealing with|enrolled|advised|signed up)"
    r"(?: (?:more than|over|about|some|nearly|almost))?\s+(?=0)"
    r"|(?:review|check|assess|screen|coach|visit)(?:ed|s|ing)? (?:the "
    r"|all )?(?:[\w’'-]+ ){0,3}?(?:of|for)"
    r"(?: (?:more than|over|about|some|nearly|almost))?\s+(?=0)"
    r"|work(?:ed|s|ing) with(?: (?:more than|over|about|some|nearly|almost))?\s+(?=0)"
    r"|(?:have|has) had (?:a|an|their) (?:[\w-]+ ){0,2}(?:checked|reviewed|assessed|plan)"
    r"|(?:now )?(?:have|had|has) (?:a|an|their) (?:[\w-]+ )?(?:plan|budget|coach|coordinator"
    r"|navigator|key worker)"
    r"|on (?:its|the|their) (?:caseload|books|list)|caseload of|users"
    r"|are (?:using|enrolled|seen|supported))\b",
    re.IGNORECASE,
)
WENT = re.compile(
    r"^\s*(?:(?:who|of them|in all|in total|altogether|so far|already|a \w+)\s+)?"
    r"(?:(?:have|had|were|are being)\s+)"
    r"(?:(?:now|already|since|so far|also|each|all|been)\s+)*"
    r"(?!(?:more|less|fewer|not|no|never|an?|the|to|in|on|at|likely|able|died?|dead|killed|waiting"
    r"|admitted|readmitted|interviewed|surveyed|asked|consulted|polled|employed|recruited"
    r"|appointed"
    r"|moved|discharged|expected|diagnosed|delayed|living|affected|forced|turned|lost|missed|left"
    r"|packed|said|told|complained|fallen|estimated|conveyed|kept|avoided|spared|prevented|saved"
    r"|satisfied|happy|happier|better|worse|stuck|compared|matched|sent home|over|under|aged)\b)"
    r"(?:\w+(?:ed|en|wn|ne|me)\b|through\b|had\b|got\b|gone\b|met\b|seen\b)",
    re.IGNORECASE,
)
"""What people did, or had done for them, that makes them users."""
NATIONAL = re.compile(
    r"^\s*(?:[\w-]+\s+){0,2}?(?:in|across|around|throughout) (?:england|the uk|britain|the country"
    r"|the nhs|the world)\b|^\s*(?:[\w-]+\s+){1,5}in (?:england|the uk|britain|the country)\b",
    re.IGNORECASE,
)
"""What follows a number of people or places of the whole country."""
TO_LEVEL = re.compile(r"\bto (?:\w+ ){0,3}?\d", re.IGNORECASE)
"""What follows the level from which a change set out."""
LABELLED = re.compile(
    r"\W*(?:people|patients|residents|callers|clients|users|carers|students"
    r"|families)\s+(?:\w+\s+)?"
    r"(?:seen|helped|supported|treated|enrolled|visited|trained|referred|reviewed|reached|assessed"
    r"|using it|on (?:the|its) books)\W*$",
    re.IGNORECASE,
)
"""A label of users ahead of their number: "Patients seen: 2,445"."""
OF_USERS = re.compile(
    r"\b(?:saw|sees?|seen|seeing|help(?:s|ed|ing)?|treat(?:s|ed|ing)?|visit(?:s"
    r"|ed|ing)?|review(?:s|ed|ing)?|enrol(?:s|led|ling)?|assess(?:es|ed|ing)?|taken on|took on"
    r"|gone through|been through|went through|checked|referred|reached|advis(?:es"
    r"|ed)|coach(?:es|ed)|screened|handed out to|given to|sent to|dealt with|put in touch)\s+"
    r"(?:(?:the|their|its|with|out|of|all|medicines?|drugs|tablets|prescriptions|notes|needs|care"
    r"|plans?|lives|about|some|over|more than|nearly|almost|around|up to|another|a further)\s+)*$",
    re.IGNORECASE,
)
"""Verbs whose object is a number of users, with what is done to something of theirs."""
PROVIDED = re.compile(
    r"\b(?:care|services?|support)\s+(?:for|to)\s+(?:(?:about|some|over|more than)\s+)*$",
    re.IGNORECASE,
)
FIRST = re.compile(r"\b(?:the|its|our|their) first\s+$", re.IGNORECASE)
"""Words before a number of people that were the first to use a service."""
HANDLED = re.compile(
    r"\s*(?:[\w-]+\s+){0,2}?(?:were|have been|had been|are|was|has been)\s+(?:taken|answered"
    r"|handled|dealt with|received|carried out|made|held|given|completed|delivered|logged)\b",
    re.IGNORECASE,
)
HANDLING = re.compile(
    r"\b(?:tak(?:es|en|ing)|took|answer(?:ed|s|ing)|handl(?:ed|es|ing)|receiv(?:ed|es|ing)"
    r"|dealt with"
    r"|deals with|dealing with|carried out|given|delivered|logged|seen|fields|fielded|gets?|got"
    r"|looks (?:again )?at|had|has had)\s+(?:(?:about|some|over|more than|nearly|almost|around"
    r"|up to)\s+)*$",
    re.IGNORECASE,
)
CONTACTS = re.compile(
    r"\b(?:calls?|contacts|visits|referrals|consultations|assessments|reviews|sessions|checks"
    r"|appointments|callers)$",
    re.IGNORECASE,
)
"""What is counted when a service is used."""
PERSONS = re.compile(
    r"^(?:people|patients|residents|callers|students|clients|carers|families|children|adults"
    r"|islanders|villagers|pensioners|women|men|members|visitors|learners|babies)\b",
    re.IGNORECASE,
)
TRAINED = re.compile(
    r"^\s*(?:[\w’'-]+\s+){0,3}?(?:ha(?:s|ve|d) been|were|was|are being) (?:trained|taught"
    r"|coached)\b"
    r"|^\s*(?:[\w’'-]+\s+){0,3}?ha(?:s|ve|d) (?:now |already )?(?:had|done|taken|completed"
    r"|finished|been on|been through|gone through|passed) (?:[\w-]+ ){0,4}?(?:training|courses?"
    r"|modules?|sessions?|classes|programme|workshops?)\b"
    r"|^\s*(?:[\w’'-]+\s+){0,3}?(?:ha(?:s|ve|d) (?:now |already )?)?"
    r"(?:taken part|took part|attended|completed|signed up)\b",
    re.IGNORECASE,
)
TRAINING = re.compile(
    r"\b(?:train(?:ed|s|ing)?|taught|coached|training (?:has |have )?(?:reached|for|of"
    r"|given to))\s+"
    r"(?:(?:about|some|over|more than|nearly|almost|around|up to)\s+)*$",
    re.IGNORECASE,
)
"""Words by which staff, who are mostly not served, are those who use a service."""
ADOPTED = re.compile(
    r"^\s*(?:ha(?:s|ve|d)\s+)?(?:now |already |so far |since )*(?:adopted|taken (?:it |them )?up"
    r"|taken part|signed up|(?:offer|run|us)(?:s|e|es|ing|ed)? (?:it|them)\b)",
    re.IGNORECASE,
)
"""What even hospitals and trusts do with a thing that covers them."""
MEMBERS = re.compile(r"(?:member|participating)\s", re.IGNORECASE)
POPULOUS = 20_000
"""People from which a figure is how many an area has."""
MODAL = re.compile(
    r"(?:\s+(?!that\b|who\b|which\b|and\b|but\b)[\w’'-]+){1,6}?\s+(?:(?P<will>will|(?:is|are) to"
    r"|(?:is|are) due to)|should|would|could|might|may)\s+(?:[\w’'-]+\s+)?(?:be|have|join|get"
    r"|use|take)\b"
)
"""What says behind a figure that so many are still to be reached."""
YEARLY = re.compile(r"^\s*(?:an?|each|every|per)\s+(?:year|month|week|day)\b", re.IGNORECASE)
DWELLING = re.compile(
    r"\b(?:for|among|across|to|of|with|by)\s+(?:(?:about|some|over|more than|nearly|almost|around"
    r"|all|the"
    r"|its|our|up to|an estimated)\s+)*$",
    re.IGNORECASE,
)
STANDING = re.compile(
    r"^\s*(?:stand to|live|who live|depend|are covered|in the area)\b", re.IGNORECASE
)
OPENING = re.compile(
    r"^\W*(?:(?:about|some|over|more than|nearly|almost|all|in all|so far|already|now|today|the)"
    r",?\s+)*$",
    re.IGNORECASE,
)
INSIDE = re.compile(
    r"\b(?:in|at|across|for|from|to|of|with|into|around|within|by)\s+(?:(?:all|about|some|over"
    r"|more than|nearly"
    r"|almost|its|the|our|another|around)\s+)*$",
    re.IGNORECASE,
)
"""Words by which something is done in, or with, a number of places."""
PART = re.compile(r";|, and\b|:")
CARE_PLACES = re.compile(
    r"\b(?:care homes?|nursing homes?|residential homes?|homes|practices|surgeries|pharmacies"
    r"|schools|schemes|beds)$",
    re.IGNORECASE,
)
SCHOOLS = re.compile(r"\b(?:schools|nurseries|libraries|day centres)$", re.IGNORECASE)
"""Places that count as sites where a service runs in them."""
APART = word_set("but although while whereas because though unlike")
REACH_WORDS = 9
COVERED_PERCENT = re.compile(
    r"(?:\b(?:of )?(?:the |its |our |their )?(?:local |whole |entire |registered |area's )?"
    r"(?:population|country|people|residents|patients|practices|homes|care homes))",
    re.IGNORECASE,
)


TAKING_PART = re.compile(
    r"\b(?:tak(?:e|es|ing) part|took part|(?:ha(?:s|ve) )?(?:signed up|joined)"
    r"|(?:are|is) (?:now |already )?(?:in|on|using|offering|running|linked|covered|part|live"
    r"|members|signed|connected)|belong|(?:now |already )?(?:use|offer|run|host|employ)"
    r"|have (?:now |already )?(?:a|an|the|it|taken|adopted|got|had|been)"
    r"|will (?:have|use|offer|be))\b",
    re.IGNORECASE,
)
DENIED = re.compile(
    r"\b(?:not|never|clos(?:e|es|ed|ing)|instead of|none|without|lost|refus\w+|declin\w+)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
