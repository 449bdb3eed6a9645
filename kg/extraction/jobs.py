"""How a job is told: the words between a person and the place of work."""

from __future__ import annotations

import re

TITLE = (
    r"(?:chief|director|chair(?:man|woman|person)?|manager|lead|leader|head|partner|president"
    r"|minister"
    r"|officer"
    r"|nurse|doctor|gp|consultant|professor|secretary|minister|executive|fellow|coordinator"
    r"|co-ordinator|commissioner|clinician|pharmacist|governor|councillor|advis[eo]r|member|founder"
    r"|analyst|worker|matron|paramedic|therapist|researcher|lecturer|trustee|treasurer|spokes\w+"
    r"|co-chair|cfo|ceo|surgeon|physician|sister|navigator|mayor|midwife|carer|champion"
    r"|practitioner"
    r"|engineer|consultant|registrar|dentist|optometrist|chemist|evaluator|economist|specialist"
    r"|tutor"
    r"|professor|dean|chaplain|deputy|aide|assistant|owner|proprietor|volunteer|organiser"
    r"|campaigner"
    r"|prescriber|dieti[ct]ian|nutritionist|trainee|student|receptionist|administrator|technician|counsellor|caseworker"
    r"|apprentice|scientist|accountant|solicitor|clerk|warden|physio|trainer|boss|controller"
    r"|architect|designer|strategist|librarian|mentor|advocate|activist|co-founder|headteacher"
    r"|representative|portfolio holder|porter|housekeeper|sergeant|firefighter|postmaster|vicar"
    r"|delegate|envoy|tsar"
    r"|facilitator|coach|planner|auditor|senior carer|sponsor|head teacher|inspector|superintendent"
    r"|[a-z]{3,}(?:ologist|iatrist|iatrician|trician|therapist|grapher|ietitian))"
)
AFTER = re.compile(
    rf"\s*(?:\([^)]{{0,20}}\)\s*)?[,(–—-]\s*(?P<job>(?:[\w’'&/-]+[ ,]+){{0,12}}?{TITLE}s?\b(?:["
    rf" ,]+[\w’'&/-]+){{0,9}}?)"
    r"\s*,?\s*(?:\b(?:of|at|for|in|with|from|on behalf of|who works in"
    r"|who works for)\b\s*)?(?:the\s+(?:local\s+)?)?",
    re.IGNORECASE,
)
WORKS = re.compile(
    r"[^.;“”\"]{0,90}?\b(?:who )?(?:works?|worked|working|is based)\s+(?:in|for|at|with"
    r"|on)\b[^.;“”\"]{0,40}",
    re.IGNORECASE,
)
FROM = re.compile(
    r"\s*,?\s*(?:from|of|at|for|(?:speaking )?(?:for|on behalf of))\s+(?:the\s+)?"
    r"(?:(?:local )?(?:charity|company|firm|union|federation|campaign|group)\s+)?",
    re.IGNORECASE,
)
IS = re.compile(
    rf"(?:, [^,.;:“”\"\n]{{2,60}},)?\s+(?:and I am|is|was|has been|acts as|serves as|remains"
    rf"|stays on as|works as|took over as|[^.;:“”\"]{{0,60}}\bas|was appointed|has been appointed"
    rf"|became|has become|joined as|becomes)\s+(?:the\s+|an?\s+|its\s+)?"
    rf"(?P<job>(?:[\w’'&/-]+ ){{0,6}}?{TITLE}\b(?: [\w’'&/-]+){{0,5}}?)\s+(?:of|at|for|with"
    rf"|in|to)\s+(?:the\s+)?",
    re.IGNORECASE,
)
TAKES_UP = re.compile(
    rf"\s+(?:will|is to|are to)\s+(?:take up the post of|take over as|be taking over as"
    rf"|start as|become|be|join as)\s+(?:the\s+|an?\s+)?"
    rf"(?P<job>(?:[\w’'&/-]+ ){{0,6}}?{TITLE}\b(?: [\w’'&/-]+){{0,4}}?)\s+(?:of|at|for"
    rf"|with)\s+(?:the\s+)?",
    re.IGNORECASE,
)
ITS_JOB = re.compile(
    rf"\b(?:its|their) (?P<job>(?:[\w-]+ ){{0,4}}?{TITLE}),? (?:dr )?$", re.IGNORECASE
)
ITS_OWN_JOB = re.compile(
    r"\s*,\s*(?:its |the )?(?P<job>(?:programme|project|vanguard|transformation|clinical)"
    r" (?:director|lead|leader|manager))\s*,",
    re.IGNORECASE,
)
LEADS = re.compile(
    r"[^.;“”\"]{0,60}?\s*,?\s*(?:who\s+)?(?:also\s+|now\s+)?(?:has |have |had |is |and I )?"
    r"(?P<job>leads?|heads?|chairs?|runs|manages?|directs?|leading|oversees|led|headed|chaired|ran|run"
    r"|managed|directed|overseen|founded|co-founded|set up|coordinates|co-ordinates|represents"
    r"|represented|advises|speaks for|spoke for)\s+(?:on\s+)?(?:the\s+|its\s+)?"
    r"(?:work of the |work at )?",
    re.IGNORECASE,
)
BEFORE = re.compile(
    rf"(?:['’]s?)?\s+(?P<job>(?:[\w’'&/-]+ ){{0,6}}?{TITLE}s?\b(?: (?:for|of"
    rf"|and) [\w ]{{1,40}}?)?),?\s+(?:dr |professor |prof |sir |dame )?",
    re.IGNORECASE,
)
JOB_OF = re.compile(
    rf"(?P<job>{TITLE}\b(?: [\w&-]+){{0,4}}) (?:of|at|for) (?:the )?$", re.IGNORECASE
)
PAST = re.compile(r"\b(?:former|formerly|ex-|previously|then|late|until recently)\b", re.IGNORECASE)
VERB = re.compile(
    r"\b(?:says?|said|that|points|was|were|told|explains?|adds?|believes?|visit(?:s|ed)|met|meets"
    r"|opened|toured|praise[sd]|thank(?:s|ed)|ask(?:s|ed)|criticise[sd]|warn(?:s|ed)|welcome[sd])\b"
)
MANAGES = re.compile(
    r"\s*,?\s*(?:who\s+)?(?P<job>(?:leads|heads|chairs|runs|manages|directs"
    r"|oversees)\b(?:\s+[\w’'-]+){1,8}?)"
    r"\s+(?:for|of|at|in|across)\s+(?:the\s+)?(?:local\s+)?",
    re.IGNORECASE,
)
HE_IS = re.compile(
    rf"(?:(?:He|She) is|(?P<me>I(?:['’]m| am))) (?:now |currently )?(?:the "
    rf"|an? )?(?P<job>(?:[\w’'&/-]+ ){{0,6}}?{TITLE}\b(?:"
    rf" [\w’'&/-]+){{0,3}}?)"
    r" (?:of|at|for|with) (?:the )?",
    re.IGNORECASE,
)
HIS = re.compile(r"\b(?:his|her|their) (?:vanguard|partnership|site)\b", re.IGNORECASE)
OF_ITS = re.compile(r"(?:['’]s?)?\s*(?:\([A-Z]+\)\s*)?(?:own\s+)?")


KINDS = {
    "think-tank": "think-tank",
    "think tank": "think-tank",
    "charity": "voluntary-sector",
    "university": "academic",
    "college": "membership-body",
    "regulator": "national-body",
    "confederation": "membership-body",
    "consultancy": "private-company",
    "company": "private-company",
}

THE = re.compile(
    rf"\bthe (?P<kind>{'|'.join(KINDS)})['’]s (?P<job>(?:[\w-]+ ){{0,4}}?{TITLE}),? (?:dr )?$",
    re.IGNORECASE,
)

AT_THE = re.compile(
    rf",? (?:the )?(?P<job>(?:[\w-]+ ){{0,4}}?{TITLE}(?: [\w-]+){{0,4}}?) (?:at|of"
    rf"|for) the (?P<kind>{'|'.join(KINDS)})\b",
    re.IGNORECASE,
)

LEADS_VANGUARD = re.compile(
    r"\s*,?\s*(?:who\s+)?(?P<job>leads|heads|chairs|runs|manages|directs|is leading"
    r"|led)\s+(?:on\s+)?"
    r"(?:the|our|its|this)\s+(?:local\s+)?vanguard(?: programme| project| work| site"
    r"| partnership| team)?",
    re.IGNORECASE,
)
"""The job in "leads the vanguard (programme)"."""
