"""Words that say what a count of people, contacts or places counts, for `tallies`."""

from __future__ import annotations

import re

from kg.extraction.numbers import DIGIT_PATTERN, WORD_PATTERN
from kg.extraction.signs import signed

SERVED = re.compile(
    r"^(?:[\w’'-]+\s+){0,3}?(?:people|patients|residents|callers|students|clients|carers|families"
    r"|children|adults|islanders|villagers|pensioners|women|men|mothers|couples|visitors|learners"
    r"|babies|households|veterans|smokers|tenants|service users|users|inpatients|parents"
    r"|participants|attenders|attendees|individuals|subscribers|employees|locals|employers)$",
    re.IGNORECASE,
)
"""Persons who are served, not those who serve."""
CONTACTS = re.compile(
    r"\b(?:calls?|contacts|visits|referrals|consultations|assessments|reviews|sessions|checks"
    r"|callers|plans|health checks|records|messages|questions|downloads|cases|households)$",
    re.IGNORECASE,
)
DEALT_WITH = re.compile(
    r"\b(?:dr[ae]wn? up|wr[io]te|written|ma[dk]e|made|done|d[io]d|carried out|complet\w+|held|taken"
    r"|took|answered|handled|dealt with|received|accepted|seen|sees?|saw|logged|conducted|given"
    r"|delivered|provided|undert\w+|open(?:ed)?|in place|been through|g[oe]ne? through|passed to"
    r"|created|produced|agreed|finished|ran|run|paid|gets?|got|sent|signed|processed|triaged"
    r"|managed|sorted|resolved|settled|looked at|there (?:were|are|have been))\b",
    re.IGNORECASE,
)
"""What is done with contacts, reviews and plans."""
USE = re.compile(
    r"\b(?:s[ae]w|se(?:en|es?|eing)|help\w*|support\w*|treat(?:ed|s|ing)?|visit\w*|r[iau]ng|rings?"
    r"|call(?:ed|s|ing)?|phon\w+|contact\w*|coach\w*|teach\w*|taught|train(?:ed|s|ing)|refer\w*"
    r"|enrol\w*|join\w*|attend\w*|c[ao]mes?|been through|w[eo]nt (?:through|to|on)|go(?:es"
    r"|ing)? (?:through|to)"
    r"|ha(?:s|ve|d) gone (?:through|to)|taken (?:on|up|part)|tak(?:es?|ing) (?:on|up|part)"
    r"|took (?:on|up|part)"
    r"|look(?:ed|s|ing)? after|deal\w* with|dealt|assess\w*"
    r"|review\w*|screen\w*|check\w*|reach\w*|m[ee]t|meets|sign\w* up|us(?:e|ed|es|ing)|benefit\w*"
    r"|complet\w*|finish\w*|introduc\w*|link\w*|match\w*|put in touch|spoke\w*|given|g[ai]ve"
    r"|offer\w*|receiv\w*|had|ha(?:s|ve) (?:a|an|had|their|its)|advis\w*|guid\w*|registered"
    r"|walk\w* (?:in|into|through)|dropp?\w* (?:in|into|by)|ma[dk]\w+ use|t[ao]\w+ advantage"
    r"|turned (?:to|up for)|log\w* (?:on|in)|tak\w+ it up|took it up|found help|us(?:ers|age)"
    r"|passed|discharg\w*|identif\w*|work\w* with|on (?:the|its|their) (?:books|list|caseload)"
    r"|car(?:ed|ing|es) for|invit\w*|monitor\w*|equip\w*|diverted|handled|supplied|wear\w*|worn)\b",
    re.IGNORECASE,
)
"""What is done to people who use a service, or by them."""
RESIDING = re.compile(
    r"\b(?:liv(?:e|es|ing)|home to|population|serv(?:es?|ed|ing)|cover\w*|catchment|registered"
    r"|on (?:its|their|the|our) (?:lists?|books)|comes? under|came under|took in|takes? in"
    r"|responsible|ha(?:s|ve)|with|between (?:them|us)|across|for)\b",
    re.IGNORECASE,
)
"""What ties so many people to the area or the practices that serve them."""
COUNTRYWIDE = re.compile(
    r"\b(?:in|across|throughout|of|for) (?:the )?(?:UK|England|Britain|Scotland|Wales|country|world"
    r"|nation)\b|\bnationa\w+|\bnationwide\b|\belsewhere\b",
    re.IGNORECASE,
)
NOT_USE = re.compile(
    r"\b(?:interview\w*|survey\w*|ask(?:ed|s|ing)?|question\w*|respond\w*|replied"
    r"|answered (?:the|our"
    r"|a)|filled in|controls?|matched|sample|compar\w*|stud(?:y|ied)|followed|employ\w*|recruit\w*"
    r"|hir(?:e|ed|ing)|appoint\w*|staff of|protest\w*|petition|march\w*|packed|meeting|voted"
    r"|turn(?:s|ed)? up at|queu\w*|wait\w*|di(?:e|ed)|deaths?|lost|without|could (?:have|be)|would"
    r"|should|unable|cannot|not|never|none|admitted|stuck|left hospital|leav\w*|need(?:s|ed)?"
    r"|built for|room for|capacity|fewer|avoid\w*|spared?|sav(?:e|ed|es)|prevent\w*|freed?|target"
    r"|estimat\w+|experience|helped (?:to|design)|report(?:s|ed)? that|feel|felt|said|say|says"
    r"|launch|events?|conferences?|workshops?|summit|hearing|chance|risk|diagnosed|suffer\w*"
    r"|n['’]t)\b|n['’]t\b",
    re.IGNORECASE,
)
"""What says that people or contacts are counted for another reason."""
OPINION = re.compile(r"\b(?:say|said|think|believe|feel|felt|die|died)\b", re.IGNORECASE)
UNWILLING = re.compile(
    r"\b(?:refus\w*|ke[ep]+t? (?:us|them|it|the \w+)? ?out|held back|hold(?:ing)? back"
    r"|declin\w*|opt\w* out"
    r"|withdr\w*|dropp\w* out|pull\w* out|left|quit|resist\w*|reluctan\w*|sceptic\w*|oppos\w*"
    r"|thought|not|never|no longer|without|clos(?:e|es|ed|ing)|lost|none|fail\w*|miss(?:ing|ed)"
    r"|usable|data|figures|analys\w*|stud(?:y|ies)|evaluat\w*|returns|questionnaires?"
    r"|other|interview\w*|survey\w*|sample|said no|stay\w* (?:out|away)|yet to|wait\w*)\b|n['’]t\b",
    re.IGNORECASE,
)
"""What says of places that they are not among those served."""
SERVED_NOW = re.compile(
    r"\s*(?:now |already |will (?:now )?(?:be able|have|get|use|join)\b|can (?:now )?\w+"
    r"|ha(?:s|ve) (?:a|an|their|its|been (?:linked|given|equipped|connected)|joined|signed)\b"
    r"|are (?:now |already )?(?:linked|using|in|part|covered|connected|taking|equipped)\b)",
    re.IGNORECASE,
)
"""What such places do or have once they are served."""
IN_PLACES = re.compile(
    r"\b(?:in|at|across|for|from|to|of|with|into|around|between|through|on|inside|by|"
    r"reach\w*|involv\w*|link\w*|cover\w*|serv\w*|join\w*|connect\w*|equip\w*)\s+(?:(?:all|about"
    r"|some|over|more than|nearly|almost|its|the|our|another|around|every one of|each of)\s+)*$",
    re.IGNORECASE,
)
PLACES = re.compile(
    r"\b(?:care homes?|nursing homes?|residential homes?|homes|practices|surgeries|pharmacies"
    r"|schools|neighbourhoods|localities|wards)$",
    re.IGNORECASE,
)
HEDGE = r"(?:(?:about|some|over|more than|nearly|almost|around|only|just|another|roughly|some)\s+)*"
NUMBER = rf"(?P<number>{DIGIT_PATTERN}|{WORD_PATTERN})"
ONE_OF = re.compile(r"(?<!every )(?<!each )\bone of $", re.IGNORECASE)
"""What makes a number that of the whole from which one is told."""
PART_OF = re.compile(
    rf"{NUMBER}\s+(?:of|out of)\s+(?:(?:the|its|our|their|all|these|those|[\w’'-]+['’]s?)\s+)*"
    r"(?:[a-z]+\s+)?$",
    re.IGNORECASE,
)
YEARS = (1900, 2099)
LARGE = 10_000
"""People from which a figure is how many an area or some practices have."""
FEW = 10
"""People below which a number is an example, not a count of use."""
OFTEN = signed(
    rf"\b(?:downloaded|used|opened|viewed|visited|read|rung|called|watched|accessed)\s+"
    rf"{HEDGE}{NUMBER}\s+times\b",
    re.IGNORECASE,
)
THE_ONES = signed(
    rf"(?:^|[,;(:–—-]\s*|\b(?:and|so far|already|now|which|year|month|date)\s+){HEDGE}{NUMBER}\s+"
    r"(?:of (?:them|these|you|us|our \w+)\s+|(?:a|each|every) (?:day|week|month|year)\s+)?"
    r"(?:ha(?:s|ve|d) (?:now |already |since "
    r"|so far )*(?:been (?:through|seen"
    r"|helped|treated|supported|trained|referred|enrolled|visited|given|taken on|signed up)"
    r"|attended"
    r"|joined|taken part|used it|completed|enrolled|signed up|come|gone through|benefited|had (?:it"
    r"|one))|took part|take part|attend(?:ed)?|enrolled|signed up|joined|used it|use it"
    r"|c[ao]me (?:along|every|each)|dropp?(?:ed)? (?:in|into|by)|turn(?:ed)? up|go along"
    r"|(?:were|are) (?:seen|helped|treated|supported|trained|enrolled|referred|using it))\b",
    re.IGNORECASE,
)
THERE_ARE = signed(
    rf"\bthere (?:were|are|have been|had been|are now)\s+{HEDGE}{NUMBER}\s+of (?:these|them)\b",
    re.IGNORECASE,
)
"""Counts of what was named before: "there were 1,240 of these"."""
STANDS_AT = signed(
    r"\b(?:referrals|enrolments?|members(?:hip)?|caseload|users|downloads|registrations|sign-ups"
    r"|take-up|uptake|(?:number|numbers|people|patients) (?:on|in|enrolled|helped|seen|using)\b"
    r"[^.,;:?!\n]{0,30}?|register)\b[^.,;:?!\n]{0,40}?\b(?:st(?:ands?|ood|anding) at|ha(?:s|ve|d)"
    r" (?:now |already |since )?(?:reached|passed|topped|hit|(?:climbed|risen|grown) to)"
    rf"|reached|passed|topped|number(?:s|ed)?|total(?:s|led)?|came to)\s+{HEDGE}{NUMBER}"
    r"(?=\s*[.,;:)]|\s*$|\s+(?:by|in|since|so|a|each|every|at|and|last|this|people|patients)\b)"
    r"(?!,\d)",
    re.IGNORECASE,
)
"""How far the use of a service has come: "referrals stand at 780"."""
STANDING_PERSONS = re.compile(
    r"^(?:members|caseload|users|register|(?:people|patients))", re.IGNORECASE
)
MARK = re.compile(r"[:|\t]|\s[–—-]")
"""What may part a label from its number."""
LABELLED = re.compile(
    r"^\W*(?P<label>[A-Za-z][^:|\t\n.;]{3,60}?)\s*(?:\([^()\n]{2,30}\)\s*)?(?::|\||\t"
    r"|\s[–—-])\s*\|?\s*"
    rf"{HEDGE}{NUMBER}\s*[|.]?\s*$",
    re.IGNORECASE,
)
LABEL_USED = re.compile(
    r"\b(?:seen|helped|supported|treated|referred|referrals|enrolled|enrolments|trained|visited"
    r"|reached|users|signed up|completed|carried out|answered|handled|written|taken|downloads"
    r"|reviews"
    r"|assessments|contacts|plans|checks|using|[a-z]+ed"
    r"|taking part|attend\w*|members"
    r"|registered)\b",
    re.IGNORECASE,
)
LABEL_PERSONS = re.compile(
    r"\b(?:people|patients|residents|carers|clients|families|staff|nurses|users|callers|adults"
    r"|children|members|students)\b",
    re.IGNORECASE,
)
LABEL_LESS = re.compile(
    r"\b(?:avoid\w*|sav\w*|prevent\w*|fewer|less|reduc\w*|freed|spared|released|cost|budget"
    r"|target)\b",
    re.IGNORECASE,
)
LISTED = re.compile(
    r"\b(?:serv(?:es?|ed|ing)|cover(?:s|ed|ing)?"
    r"|(?<!dealt )(?<!deals )(?<!dealing )(?<!work )(?<!worked )with|car(?:es?|ed|ing) for"
    r"|look(?:s|ed"
    r"|ing)? after)\s+"
    rf"{HEDGE}$",
    re.IGNORECASE,
)
LISTED_BEHIND = re.compile(
    r"\s*(?:on (?:its|their|the|our) (?:lists?|books)|registered|liv(?:e|ing)|between (?:them"
    r"|us))\b",
    re.IGNORECASE,
)
