"""Words that are no part of a person's name, or that stand at one end of it only."""

from __future__ import annotations

from kg.extraction.capitals import ENDERS, LEADERS, MONTHS_AND_DAYS, words_of

NOT_NAMES = (
    LEADERS
    | ENDERS
    | MONTHS_AND_DAYS
    | words_of(
        """
    NHS Health Care New Models Model Social Community Primary Acute Mental Public National Royal
    General Practice Practices England Britain London Vanguards Site Sites Integrated Better
    Happy Healthy Living Emergency Urgent Services System Systems Five Year Forward View Plan
    Report Review Homes Central Great Greater Upper Lower Isle City County Borough District Town
    St Nursing Nurse Doctor Officer Minister Secretary State Department Government Parliament
    Union European United Kingdom Innovation Improvement Strategy Strategic Transformation
    Sustainability Operations Finance Quality Safety Women Children Older People Adult Adults
    Information Technology Digital Data Study Question Answer Working Prime Professor Executive
    Accountable Governing Body Gazette Times Journal Magazine Pulse Guardian Telegraph
    Independent Today Commissioning Specialist Practitioner Consultant Physician Surgeon Interim
    Joint Senior Assistant Associate Vice Area Regional Business Human Resources Nutrition
    Project Operating Delivery Development Engagement Communications Pharmacy Pharmacist
    Lecturer Research Fellow Adviser Advisor Analyst Editor Policy External Affairs Managing
    Ward Academy Learning School College Room Wing Suite View Park Street
    Bureau Volunteer Volunteers Club Forum Friends Campaign Charity Company Consortium Enterprise
    Meet Interview Profile Spotlight Sister Matron Coun Non-Executive Corporate Deputy Clinical
    GP CCG MCP PACS CEO
    """
    )
)
"""Words that make a run of capitals something other than a person."""

BODIES = words_of("Health Healthcare Care Housing Homes Services Systems Survey Review Partnership")
"""Last words that make the whole a body's or a thing's name: "Future Proof Health"."""

LAST_TOO = words_of("May June April August Major Post Best")
"""Surnames among `NOT_NAMES`."""

NOT_FIRST = words_of("Young North South East West Home House Street Road Bay Case Saint Older")
"""Words that may end a person's name but never begin it."""
