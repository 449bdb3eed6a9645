"""Shapes of cells, and words of headers, by which a table tells changes."""

from __future__ import annotations

import re

CELL = re.compile(r"[^|\t\n]+")
SPACED = re.compile(r"\S+(?: \S+)*")
NUMBER = re.compile(r"[£]?(\d[\d,]*(?:\.\d+)?)\s*(?:%|per cent|m|k|days?|hours?)?\s*$")
SIGNED = re.compile(
    r"(?:(?P<down>[-−–↓▼])|(?P<up>[+↑▲]))\s?(?P<money>£)?(?P<value>\d[\d,]*(?:\.\d+)?)"
    r"\s?(?P<unit>%|per cent|days?|hours?)?$",
    re.IGNORECASE,
)
CHANGE_COLUMN = re.compile(r"\b(?:change|difference|result|effect|impact|trend)\b", re.IGNORECASE)
OLD = re.compile(r"\b(?:before|baseline|previous|prior|start)\b", re.IGNORECASE)
NEW = re.compile(r"\b(?:after|now|latest|current|follow-up|end|actual|achieved)\b", re.IGNORECASE)
GOAL = re.compile(
    r"\b(?:target|goal|aim|to be reached|plan(?:ned)?|forecast|expected|trajectory)\b",
    re.IGNORECASE,
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
NOTHING = re.compile(
    r"(?:no(?:ne|t)?\s+(?:\w+\s+)?(?:detected|found|seen|observed|difference|change|effect"
    r"|significant\w*)(?:\s+\w+){0,2}|no (?:difference|change|effect)|unchanged|nil|none|ns"
    r"|n\.s\.|not sig(?:nificant|\.)?)\.?",
    re.IGNORECASE,
)
OTHERS = re.compile(
    r"\b(?:other|comparison|control|comparators?|england|elsewhere|national(?:ly)?|rest of|similar"
    r"|matched|regional)\b",
    re.IGNORECASE,
)
"""What heads a column of places that the subject is compared with."""
BESIDE = re.compile(
    r"\b(?:differ\w*|effect|impact|compared|versus|vs|against|relative|gap|less than|from)\b",
    re.IGNORECASE,
)
"""What heads a column of the comparison itself."""
PLACES = re.compile(
    r"\W*(?:number of\s+)?(?:GP\s+|general\s+|care\s+|nursing\s+)?(?:practices|surgeries|homes"
    r"|pharmacies|schools)\b",
    re.IGNORECASE,
)
WHOLE = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
