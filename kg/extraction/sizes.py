"""By how much: the figures that belong to a measure's change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.cues import word_set

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.extraction.pairing_default import Link
    from kg.extraction.phrase import Phrase
    from kg.extraction.reading import Figure

BEFORE = 5
AFTER = 5
BY_AFTER = 10
MONEY_AFTER = 8
LEVEL_ROLES = word_set("from to")
MONEYED = word_set("cost-savings prescribing")
TIMED = word_set(
    """
    length-of-stay bed-days waiting-times efficiency delayed-discharges gp-workload
    """
)
PEOPLED = word_set(
    """
    coverage service-uptake emergency-admissions ae-attendances care-home-placements
    workforce-supply mortality delayed-discharges waiting-times readmissions
    """
)
MEASURED_AGAINST = word_set(
    """
    against target cost costs costing budget investment spending fund funding invested
    """
)
"""Words before a figure that is set beside a change, not its size."""
COUNTED = PEOPLED | word_set(
    """
    outpatient-appointments ambulance-use bed-days falls gp-workload prescribing
    """
)
PERSONS = word_set("people patients residents callers children adults women men clients users")
LISTING = word_set("and , or")
OFF = word_set("of per each every")

Sized = tuple[int, int, "Figure"]


def sizes_of(phrase: Phrase, links: Mapping[int, Link]) -> dict[int, tuple[Sized, ...]]:
    """Return the figures of each measure of the phrase that is told to change."""
    told = _respectively(phrase, links)
    if told:
        return told
    claims: list[tuple[int, int, int]] = []
    for i, (first, last, mention) in enumerate(phrase.measures):
        spans = [(first, last)]
        if i in links and not links[i].shared:
            a, b, _ = phrase.directions[links[i].direction]
            spans.append((a, b))
        elif (
            i not in links
            and mention.role not in {"gain", "loss"}
            and mention.entity.id != "cost-savings"
        ):
            continue
        for k, figure in enumerate(phrase.figures):
            held = first <= figure[0] < last - 1 and figure[2].unit != "GBP"
            held = held and not (mention.role == "gain" and _counted_in(phrase, figure))
            if not fits(mention.entity.id, figure[2]) or held:
                continue
            if figure[0] in phrase.asides:
                continue
            gap = _gap(phrase, spans, figure, mention.entity.id)
            if gap is None and _share_spared(phrase, spans, figure):
                gap = 1
            if gap == 0 and (_of_another(phrase, i, figure) or _of_a_group(phrase, figure)):
                continue
            if gap is not None:
                claims.append((gap, i, k))
    found: dict[int, list[Sized]] = {}
    used: set[int] = set()
    for _, i, k in sorted(claims):
        savings = phrase.measures[i][2].entity.id == "cost-savings"
        if k in used or (i in found and not savings and not _range(found[i][-1], phrase, k)):
            continue
        used.add(k)
        found.setdefault(i, []).append(phrase.figures[k])
    _share(phrase, found)
    return {i: tuple(sorted(rows, key=lambda r: r[0])) for i, rows in found.items()}


def fits(measure: str, figure: Figure) -> bool:
    """Return whether a figure of this unit can be the size of a change in the measure."""
    if figure.role in LEVEL_ROLES:
        return False
    if figure.unit == "GBP":
        return measure in MONEYED
    if measure == "cost-savings":
        return figure.unit == "percent"
    if figure.unit in {"days", "hours"}:
        return measure in TIMED or figure.role == "by"
    if figure.unit == "people":
        return measure in PEOPLED
    if figure.unit == "sites":
        return measure == "coverage"
    if figure.unit == "count":
        return measure in COUNTED
    return True


def _gap(phrase: Phrase, spans: list[tuple[int, int]], figure: Sized, measure: str) -> int | None:
    """Return how many words stand between the change and a figure, or None when it is apart."""
    a, b = figure[0], figure[1]
    start, end = min(s for s, _ in spans), max(e for _, e in spans)
    if start <= a and b <= end:
        return 0
    if b <= start:
        gap = phrase.texts(b, start)
        if figure[2].unit == "count" and PERSONS & set(gap[:1]):
            return None  # "in the first 420 patients A&E visits fell"
        reach = BEFORE if len(spans) > 1 else 2
        single = len(spans) == 1 and figure[2].unit != "GBP"
        if gap[:1] == ("of",) and (figure[2].unit == "percent" or single):
            return None
        if len(gap) > reach or phrase.breaks(b, start) or {",", "and", "or"} & set(gap):
            return None
        return len(gap) + (0 if len(gap) < 2 else 1)
    gap = phrase.texts(end, a)
    if gap[-1:] == (":",) and figure[2].unit != "people":
        a -= 1
        gap = gap[:-1]
    money = measure == "cost-savings"
    if phrase.breaks(end, a) or OFF & set(gap[1:2]) or MEASURED_AGAINST & set(gap):
        return None
    if money and figure[2].unit == "GBP":
        clear = len(gap) <= MONEY_AFTER or ("," in gap or "and" in gap)
        return len(gap) if clear and not phrase.has_verb(end + 2, a) else None
    if gap[-2:] in {(",", "down"), (",", "up")} and len(gap) <= AFTER:
        return len(gap)
    if figure[2].role == "by" and gap[-1:] == ("by",):
        alone = not any(end <= x < a for x, _, _ in (*phrase.measures, *phrase.directions))
        listed = not alone or phrase.has_verb(end, a)
        return None if len(gap) > BY_AFTER or (listed and LISTING & set(gap)) else len(gap) + 1
    return None if len(gap) > AFTER or LISTING & set(gap) else len(gap) + 1


def _share_spared(phrase: Phrase, spans: list[tuple[int, int]], figure: Sized) -> bool:
    """Return whether a share of the amount has gone: "a fifth of admissions were avoided"."""
    if len(spans) < 2 or figure[2].unit != "percent" or figure[1] > spans[0][0]:
        return False
    gone = phrase.words[spans[1][1] - 1].text in SPARED and spans[1][0] >= spans[0][1]
    return gone and phrase.texts(figure[1], spans[0][0])[:1] == ("of",)


def _counted_in(phrase: Phrase, figure: Sized) -> bool:
    """Return whether a figure within a wording of gain is its size: "took 140 medicines off"."""
    counts = figure[2].unit in {"count", "people", "percent"}
    behind = phrase.texts(figure[1], figure[1] + 1)
    counts = (
        counts or bool(SOONER & set(behind)) or "back" in phrase.texts(figure[0] - 3, figure[0])
    )
    return counts and not WITHIN & set(phrase.texts(figure[0] - 1, figure[0]))


WITHIN = word_set("within in for of per over after by to from at until under between every")
SOONER = word_set("sooner earlier faster quicker less fewer shorter")
SPARED = word_set("avoided prevented averted saved spared diverted eliminated stopped")
GROUPED = word_set("among of in for with from at")


def _of_a_group(phrase: Phrase, figure: Sized) -> bool:
    """Whether a figure counts those it is told of: "admissions among the first 140 people fell"."""
    if figure[2].unit not in {"people", "sites", "count"} or figure[2].role == "by":
        return False
    return bool(GROUPED & set(phrase.texts(figure[0] - 3, figure[0])))


def _of_another(phrase: Phrase, i: int, figure: Sized) -> bool:
    """Whether a figure follows another measure nearer: "cut A by 30% and B by a quarter"."""
    return any(
        phrase.measures[j][1] <= figure[0] <= phrase.measures[j][1] + 2
        and "by" in phrase.texts(phrase.measures[j][1], figure[0])
        and figure[1] <= phrase.measures[i][0]
        for j in range(i)
    )


def _range(first: Sized, phrase: Phrase, k: int) -> bool:
    """Return whether figure number `k` is the other end of a range that `first` begins."""
    other = phrase.figures[k]
    if other[2].unit != first[2].unit:
        return False
    low, high = sorted((first, other), key=lambda f: f[0])
    gap = phrase.texts(low[1], high[0])
    if (
        gap == ("to",)
        and low[2].unit in {"days", "hours"}
        and phrase.words[low[1] - 1].text.isalpha()
    ):
        return False  # "by 1.5 days to 6.2 days"
    return len(gap) <= 1 and gap in {(), ("to",), ("and",), ("or",), ("–",), ("-",)}


def _share(phrase: Phrase, found: dict[int, list[Sized]]) -> None:
    """Give the other end of a range to what has one end of it."""
    for rows in found.values():
        for k, figure in enumerate(phrase.figures):
            if figure not in rows and any(_range(row, phrase, k) for row in rows):
                if figure[2].role not in LEVEL_ROLES or rows[0][2].role == "by":
                    rows.append(figure)
                break


def _respectively(phrase: Phrase, links: Mapping[int, Link]) -> dict[int, tuple[Sized, ...]]:
    """Return figures dealt out in order: "A and B fell by 6% and 13% respectively"."""
    if not any(w.text == "respectively" for w in phrase.words):
        return {}
    measures = sorted(links)
    figures = [f for f in phrase.figures if f[2].role not in LEVEL_ROLES]
    if len(measures) < 2 or len(measures) != len(figures):
        return {}
    return {i: (figure,) for i, figure in zip(measures, figures, strict=True)}
