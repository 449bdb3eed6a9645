"""What a name can tell: whether it can stand alone, is a short form, or only names a kind."""

from __future__ import annotations

import re

from kg.names import organisation_key

_SHORT = re.compile(r"[A-Z0-9][A-Za-z0-9&.\-]{1,9}")
_COMMON = frozenset(
    """acute ahsn alliance ambulance and area authorities authority board boards body borough care
    ccg ccgs centre charities charity cic clinic clinical clinics college commissioner
    commissioners commissioning community company council councils county csu department
    district federation federations for foundation gp gps group groups health healthcare home
    homes hospital hospitals local main mental network networks nhs of organisation
    organisations our partner partners partnership practice practices primary provider providers
    regional service services social surgeries surgery team teams the their this trust trusts
    two university voluntary""".split()  # noqa: SIM905
)
"""Words that name a kind of organisation, never one of them."""
_STYLES = frozenset(
    "cllr councillor dame dr hon lady lord miss mr mrs ms prof professor rev rt sir".split()  # noqa: SIM905
)
"""Words before a person's name that are no part of it."""


def is_generic(name: str) -> bool:
    """Tell whether a name only says what kind of organisation is meant.

    >>> is_generic("the Clinical Commissioning Group"), is_generic("Leeds CCG")
    (True, False)
    """
    return set(organisation_key(name).split()) <= _COMMON


def is_full(name: str) -> bool:
    """Tell a name that can stand alone from an acronym and from words like "the trust".

    >>> is_full("Salford Royal"), is_full("SRFT"), is_full("the council")
    (True, False, False)
    """
    return not _SHORT.fullmatch(name.strip()) and not is_generic(name)


def person_key(identifier: str) -> str:
    """Return what two spellings of a person's name share, from its slug: no title before it.

    >>> person_key("prof-dr-jo-low")
    'jo-low'
    """
    words = identifier.split("-")
    while len(words) > 2 and words[0] in _STYLES:
        words = words[1:]
    return "-".join(words)
