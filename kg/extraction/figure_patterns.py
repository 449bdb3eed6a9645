"""The shapes of numbers and of the words around them, for `kg.extraction.figures`."""

from __future__ import annotations

import re

from kg.extraction.numbers import DIGIT_PATTERN, WORD_PATTERN

ANY_CASE = re.IGNORECASE
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
N = r"[-−–]?\d{1,9}(?:[.,]\d{1,9})?\s?%?"
PASSED_OVER = re.compile(
    rf"https?://\S+|www\.\S+|(?<!\S)\S{1, 64}@\S+"
    rf"|\(?\b\d{{2}}(?:\.\d)?\s?(?:%|per cent|percent)\s?(?:CIs?\b|confidence intervals?)"
    rf"(?:\s?[:=,(\[]?\s?(?:of|from|was|is)?\s?{N}\s?(?:to|and|[-–,;])\s?{N})?"
    rf"|\bCIs?\s?[:=]?\s?{N}\s?(?:to|[-–,;])\s?{N}"
    rf"|(?<=[%\w])\s?[(\[]\s?{N}\s?(?:to|[-–,;])\s?{N}\s?[)\]]"
    r"|\bp\s?[=<>≤≥]\s?\d?\.\d+|\bn\s?=\s?[\d,]+"
    r"|\b(?:19|20)\d\d\s?[-–/]\s?(?:(?:19|20)\d\d|\d{1,2})\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?\s+{MONTH}\b(?:\s+(?:19|20)\d\d)?"
    rf"|\b{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?!\s?%|,\d{{3}})|\b{MONTH}\s+(?:19|20)\d\d"
    r"|\b\d{1,2}[./]\d{1,2}[./](?:19|20)?\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b"
    r"|\b\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm|a\.m\.|p\.m\.)(?![a-z])|\b\d{1,2}:\d\d\b|\b24/7\b"
    r"|\b24[\s-]hours?(?:\s+(?:a|per)\s+day)?"
    r"|\b(?:24|48|72)\s+hours\s+a\s+day|\b(?:\w+|\d)\s+days?\s+(?:a|per|each|every)\s+week"
    r"|\b(?:NHS|dial(?:ling|led)?|call(?:ing|ed)?|ring(?:ing)?|option)\s+\d{1,3}\b"
    r"(?!\s?%|,\d|\.\d)"
    r"|(?<![£$€,.])\b(?:111|999)\b(?!\s?%|,\d|\.\d|\s?(?:per|people|patients))"
    r"|\b0\d{2,4}[\s-]?\d{3}[\s-]?\d{3,4}\b"
    r"|\b(?:aged?|ages)\s+(?:over|under|between|from)?\s?\d{1,3}(?:\s?(?:-|–|to|and)\s?\d{1,3})?"
    r"|\b\d{1,3}[\s-]+(?:and|or)[\s-]+(?:over|under|above|older)\b"
    r"|\b\d{1,3}(?:\s?(?:-|–|to|and)\s?\d{1,3})?[\s-]+years?[\s-]+olds?\b"
    r"|\b(?:section|chapter|page|pages|figure|fig\.|table|phase|level|tier|band|step|version|week"
    r"|day|grade|type|appendix|annex|box|note|room|stage|part|number|no\.|ref\.?|volume|vol\."
    r"|issue|item|domain|year|wave|module|standard|paragraph)\s+\d{1,4}(?:\.\d{1,3})*\b(?!\s?%|,\d)"
    r"|^[ \t]*\(?\d{1,3}[.)](?=\s)|\[\d{1,3}(?:[,–-]\s?\d{1,3})*\]",
    ANY_CASE | re.MULTILINE,
)
NUMBER = re.compile(
    rf"(?=[£€$\d]|(?<![^\W_])[zotfsenhmbdagu])(?P<money>[£€$]\s?|\b(?:GBP|EUR|USD)\s?)?"
    rf"(?:(?<![\w.,:/#+])(?<![^\W\d][-–])(?P<digits>{DIGIT_PATTERN})"
    r"(?P<size>\s?-?\s?(?:hundred|thousand|million|billion|trillion)(?:\s+and\s+a\s+half)?\b"
    r"|\s?(?:k|mn|mln|m|bn|tn)(?![\w]))?(?![\w]|[.,:/]\d)"
    rf"|\b(?P<words>{WORD_PATTERN})\b)",
    ANY_CASE,
)
UNIT = re.compile(
    r"\s?(?:(?P<points>(?:percentage|%|per cent|percent)[\s-]+points?\b)"
    r"|(?P<percent>%|per[\s-]?cent\b|pct\b|pc\b)"
    r"|(?P<pounds>(?:pounds?(?:\s+sterling)?|GBP|sterling)\b))",
    ANY_CASE,
)
YEARLY = re.compile(r"\s(?:an?|each|every|per)\s(?:year|month|week|day|night)\b", ANY_CASE)
"""What shows that a number without a noun counts something: "2,000 a year"."""
TIME = re.compile(r"\s(days?|hours?)\b", ANY_CASE)
FRACTION = re.compile(
    r"(?=(?<![^\W_])[aotfnhqse\d])(?<!second )(?<!first )(?<!latter )(?<!other )"
    r"\b(?:(?P<some>a|one|two|three|four|nine)[\s-]+)?"
    r"(?P<part>half|halves|thirds?|quarters?|fifths?|tenths?)\b"
    r"|\b(?P<few>one|two|three|four|five|six|seven|eight|nine|\d{1,2})"
    r"\s+(?:in|out\s+of)\s+(?:every\s+)?"
    r"(?P<all>two|three|four|five|six|seven|eight|nine|ten|twenty|100|\d{1,2})\b(?!\s?%|,\d|\.\d)",
    ANY_CASE,
)
HEDGE = (
    r"(?:(?:about|over|nearly|almost|around|approximately|roughly|some|up\s+to"
    r"|more\s+than|less\s+than|at\s+least|a\s+further|an\s+estimated|an\s+average\s+of"
    r"|as\s+much\s+as|just|just\s+over|only"
    r"|just\s+under|under|between|another|an\s+extra|well\s+over|a|an|c\.|circa|~)\s+){0,3}"
)
CHANGE = (
    r"reductions?|falls?|drops?|decreases?|declines?|cuts?|increases?|rises?|growth|improvements?"
    r"|savings?|gains?|decline|jump|surge|uplift"
)
BY = re.compile(
    rf"(?:\bby|\b(?:{CHANGE})\s+(?:\w+\s+){{0,4}}?of|\b(?:down|up|fell|fallen|falling|rose|risen"
    rf"|rising|rise|climb|climbed|dropped|drop|fall|grew|grow|grown|cut|reduced"
    rf"|increased|decreased|declined))"
    rf"\s+{HEDGE}$",
    ANY_CASE,
)
FROM = re.compile(rf"\bfrom\s+{HEDGE}$", ANY_CASE)
TO = re.compile(rf"(?<!\bup)\sto\s+{HEDGE}$", ANY_CASE)
RATE = re.compile(r"\b(?:per|every|each)\s+$", ANY_CASE)
AFTER = re.compile(
    rf"[\s-]+(?:(?:\w+\s+){{0,2}}?(?:{CHANGE})\b|fewer|less|more|lower|higher|down|up\b|reduced)",
    ANY_CASE,
)
POPULATION = re.compile(
    rf"\b(?P<noun>population|patient\s+list|list|list\s+size|catchment)(?:\s+size)?"
    rf"\s+of\s+{HEDGE}$",
    ANY_CASE,
)
SPEND = re.compile(
    r"\b(?:sav(?:e|ed|es|ing|ings)|costs?|budget|fund\w*|invest\w*|spen[dt]\w*|worth)\b", ANY_CASE
)
LINK = re.compile(r"\s?(?:[-–—]|to|and)\s?[£]?$", ANY_CASE)


BY_SIZE = re.compile(
    r"\b(?:reduc|increas|decreas|drop|improv|expand|boost|lower|rais)\w*\s+(?:\w+\s+){0,4}by\s",
    ANY_CASE,
)
AGENT = re.compile(r"ed\s+by\s+(?:\w+\s+)?$")
DIGITS = re.compile(r"\d[\d.,:/%–-]*")
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<!\S)\S{1,64}@\S+")
PART_OF = re.compile(
    r"\s+(?:of\b|fewer|less|more|lower|the\b|reduction|cut|fall|drop|increase|rise|off\b|higher"
    r"|(?:has|have|had) been (?:taken|cut|knocked|shaved) off)",
    ANY_CASE,
)
BY_PART = re.compile(
    rf"\b(?:by|fell|fallen|dropped|rose|risen|grew|grown|climbed|declined|down|up)\s+{HEDGE}$",
    ANY_CASE,
)
