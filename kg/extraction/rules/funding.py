"""Funding: money given to, or asked for by, a vanguard, the programme or an organisation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.home_body import home_body
from kg.extraction.orgtypes import OUTSIDE, org_type
from kg.extraction.owners import Owner
from kg.extraction.rule import Rule
from kg.extraction.subjects import PROGRAMME
from kg.extraction.sums import given, told_as
from kg.extraction.telling import clause, sure, told_sentences
from kg.model import Amount, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.reading import Figure
    from kg.extraction.scene import Scene
    from kg.model import Claim, Entity, Sentence

NAME = "funding"


def find(scene: Scene) -> Iterator[Claim]:
    """Yield the sums that the document says were given, or asked for."""
    for sentence in told_sentences(scene):
        for figure in scene.reading.figures_within(sentence.start, sentence.end):
            if figure.unit != "GBP" or figure.value <= 0 or not given(scene, sentence, figure):
                continue
            owner = scene.owner(sentence, figure.start)
            if (
                owner is not None
                and owner.entities[0].kind == "org"
                and _gives(scene, sentence, figure)
            ):
                owner = scene.owners.beyond(sentence, figure.start)
            owner = _to_another(scene, sentence, figure) or _vanguards_own(scene, sentence, owner)
            if owner is None or owner.entities[0].kind == "model":
                continue
            start, end = clause(scene, sentence, figure.start, figure.end)
            status = told_as(scene, sentence, figure)
            for entity in owner.entities:
                yield scene.claim(
                    Relation.FUNDING,
                    entity,
                    Amount(figure.value),
                    status,
                    start,
                    end,
                    rule=NAME,
                    confidence=sure(0.82, owner),
                )


def _vanguards_own(scene: Scene, sentence: Sentence, owner: Owner | None) -> Owner | None:
    """Return who gets a sum: the vanguard spoken of, where an outside body is only carried on.

    "X supplies the software. The vanguard received £4.9m." is no money for X.
    """
    if owner is None or owner.entities[0].kind != "org":
        return owner
    text = scene.reading.text
    about = scene.owners.background(sentence)
    kind = org_type(scene.vocabulary, owner.entities[0])
    carried = owner.reach == "pronoun" and kind in OUTSIDE
    main = scene.owners.main
    if about is None or about.entities[0].kind != "vanguard":
        about = Owner((main,), "document") if main is not None else None
    if about is None or about.entities[0].kind != "vanguard":
        return owner
    return about if carried or _VANGUARD_GOT.search(text, sentence.start, sentence.end) else owner


_VANGUARD_GOT = re.compile(
    r"\b(?:[Tt]he|[Oo]ur|[Tt]his) (?:vanguard|partnership|network|alliance|programme) (?:has "
    r"|have |had |was"
    r" |been )*(?:received|got|given|awarded|granted|won|bid|asked|secured)\b"
)


def _to_another(scene: Scene, sentence: Sentence, figure: Figure) -> Owner | None:
    """Return who gets a sum as the words behind it say: a body named there, or all vanguards."""
    text = scene.reading.text
    if _FOR_ALL.match(text, figure.end, sentence.end) or _ALL_GOT.search(
        text, sentence.start, figure.start
    ):
        return Owner((PROGRAMME,), "sentence")
    home = home_body(scene)
    start, end = clause(scene, sentence, figure.start, figure.end)
    if home is not None and _GAVE_US.search(text, start, end):
        return Owner((home,), "sentence")
    body = _paid_body(scene, sentence, figure)
    if body is not None:
        return Owner((body,), "sentence")
    went = _WENT_TO.match(text, figure.end, sentence.end)
    for org in scene.reading.within(went.end(), sentence.end, "org") if went else ():
        if went and org.start == went.end():
            return Owner((org.entity,), "sentence")
    return None


def _paid_body(scene: Scene, sentence: Sentence, figure: Figure) -> Entity | None:
    """Return the charity or firm that gets a sum by the words: "X was given £…", "£… for X"."""
    text = scene.reading.text
    low, high = max(sentence.start, figure.start - 120), min(sentence.end, figure.end + 120)
    for org in scene.reading.within(low, high, "org"):
        if org_type(scene.vocabulary, org.entity) not in PAID:
            continue
        if org.end <= figure.start:
            got = _GOT_IT.fullmatch(text, org.end, figure.start)
            given_it = _GAVE.search(text, low, org.start) and _SUM.fullmatch(
                text, org.end, figure.start
            )
            if got or given_it:
                return org.entity
        elif _TO_IT.fullmatch(text, figure.end, org.start):
            return org.entity
    return None


PAID = frozenset({"", "voluntary-sector", "private-company", "academic", "care-home-provider"})
"""Types of body whose money is its own, though a vanguard's passage tells of it."""
_GOT_IT = re.compile(
    r"(?: \([^()]{1,30}\))?,?(?: which)?(?: has| have| had| was| were| been| is| also)*"
    r" (?:received|given|paid|awarded|granted|got|won|handed|promised|getting)"
    r"(?: (?:a|an|about|some|over|just|grant|grants|of|another|further)){0,4} "
)
_GAVE = re.compile(
    r"\b(?:gave|gives|given|paid|pays|awarded|granted|handed|lent) (?:the )?(?:charity )?$"
)
_SUM = re.compile(r"(?: (?:a|an|about|some|over|grant|of|another|further)){0,4} ")
_TO_IT = re.compile(r"(?: (?:a year|grant|award))? (?:to|for) (?:the )?(?:charity )?")
_FOR_ALL = re.compile(
    r"(?: a year)? (?:national |new |special |central )?(?:transformation|vanguard|national"
    r"|central)"
    r" (?:fund|pot|pool)\b(?! of| for the)"
    r"|[^.;,]{0,60}?\b(?:in|for|to|across|among|between) (?:all (?:of )?)?(?:the )?(?:50 )?"
    r"vanguards\b"
)
_ALL_GOT = re.compile(
    r"\b(?:[Tt]he (?:50 |fifty |chosen )?|[Aa]ll (?:the |50 )*)(?:vanguards|vanguard sites|sites)"
    r" (?:have |had |has |between them |together |were |been )*(?:shared|got|received|given"
    r"|awarded)"
    r"(?: \w+){0,3} $"
)
_GAVE_US = re.compile(
    r"\b[Tt]he (?:vanguard|network|partnership|programme|alliance) (?:has |have |had )?(?:gave"
    r"|given"
    r"|awarded|paid|pays|granted|funds|funded|gives) us\b"
    r"|\b[Oo]ur (?:own )?(?:grant|funding|money|award) from the (?:vanguard|network|partnership"
    r"|programme|alliance)\b"
)
_WENT_TO = re.compile(r",? (?:of it |has )?(?:came|went|goes|is going|gone) to (?:the )?")


def _gives(scene: Scene, sentence: Sentence, figure: Figure) -> bool:
    """Whether the body that acts gives the sum, so that it is another's."""
    lead = scene.reading.text[max(sentence.start, figure.start - 60) : figure.start]
    return bool(_GIVES.search(lead))


_GIVES = re.compile(
    r"\b(?:gave|gives|awarded|awards|granted|grants|paid|pays|provided|provides|put|allocated"
    r"|donated"
    r"|invested|offered|contributed|spent)\b[^.;]{0,40}$",
    re.IGNORECASE,
)


RULE = Rule(
    name=NAME,
    find=find,
    hits={
        "Lark Foundation gave the Sunderland vanguard £40,000.": {
            ("funding", "vanguard:sunderland", "amount:40000 GBP", "reported"),
        },
        "The Sunderland vanguard was awarded £3.5m by NHS England.": {
            ("funding", "vanguard:sunderland", "amount:3500000 GBP", "reported"),
        },
        "Vanguards received £329 million over three years.": {
            ("funding", "programme:new-care-models", "amount:329000000 GBP", "reported"),
        },
        "Stockport Together, a vanguard, had asked for £12m.": {
            ("funding", "vanguard:stockport", "amount:12000000 GBP", "expected"),
        },
        "The government gave £200m to the vanguard programme.": {
            ("funding", "programme:new-care-models", "amount:200000000 GBP", "reported"),
        },
    },
    misses=(
        "The Sunderland vanguard has a pooled budget of £180m.",
        "The Sunderland vanguard saved £2m.",
        "The Stockport Together vanguard faces a deficit of £40m.",
        "Will the Sunderland vanguard receive £3m?",
    ),
)
