"""Lists: items with a sign, lines under a line that leads in, and terms with explanations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from kg.documents.lines import Unit
    from kg.documents.markup import Labels

ITEM_LENGTH = 120
"""The longest item without a sign, in characters."""

NAME_LENGTH = 80
TERM = re.compile(r"[^\s.?!;:–—]+(?:[ \u00a0][^\s.?!;:–—]+){0,11}?(?:\s[-–—]\s?|\s?[–—]\s)(?=\S)")
NAMED = re.compile(r"[^\s.?!;:]+(?:[ \u00a0][^\s.?!;:]+){0,5}:[*_]{0,2}\s(?=\S)")
TERM_REACH = 120
DASH = re.compile(r"\s[-–—]\s")
ENDS = (".", "?", "!", ";", ",", ".’", ".”", '."')


def label_lists(units: Sequence[Unit], labels: Mapping[int, BlockKind]) -> Labels:
    """Label list items."""
    found: Labels = {}
    number = 0
    while number < len(units):
        if number in labels:
            number += 1
            continue
        unit = units[number]
        taken = 1
        if unit.listed:
            if not _is_numbered_heading(units, number):
                found[number] = BlockKind.LIST_ITEM
        else:
            items = list(_items(units, labels, number))
            found.update(dict.fromkeys(items, BlockKind.LIST_ITEM))
            taken = max(len(items), 1)
        number += taken
    return found


def leads_in(unit: Unit) -> bool:
    """Tell whether a unit announces what comes beneath it."""
    return unit.text.rstrip("*_ ").endswith(":")


def _is_numbered_heading(units: Sequence[Unit], number: int) -> bool:
    """Tell whether a numbered line is a heading: short, alone, a paragraph beneath."""
    unit = units[number]
    if not unit.marker[-2:-1].isdigit() or not unit.gap or not is_name(unit):
        return False
    following = units[number + 1] if number + 1 < len(units) else None
    return following is not None and not following.marker and not is_name(following)


def is_name(unit: Unit) -> bool:
    """Tell whether a unit is short and no sentence."""
    text = unit.text.rstrip("*_ ")
    return len(text) <= NAME_LENGTH and not text.endswith((*ENDS, ":"))


def _items(units: Sequence[Unit], labels: Mapping[int, BlockKind], first: int) -> Iterator[int]:
    """Yield the unsigned items that begin at `first`, if a list begins there."""
    if first == 0:
        return
    lead = units[first - 1]
    led = leads_in(lead) and labels.get(first - 1) in {
        None,
        BlockKind.HEADING,
        BlockKind.QUESTION,
        BlockKind.ANSWER,
        BlockKind.COMMENT,
    }
    opened = led or (labels.get(first - 1) in {None, BlockKind.HEADING} and is_name(lead))
    defined = list(_while(units, labels, first, is_definition)) if opened else []
    if len(defined) >= 2:
        yield from defined
        return
    if not led and not units[first].gap:
        return
    run = _run(units, labels, first)
    if led:
        indented = units[first].indent > lead.indent
        if run and (len(run) >= 2 or indented):
            yield from run
            return
        apart = list(_while(units, labels, first, is_name))
        if len(apart) >= 2:
            yield from _without_heading(units, apart)
    elif len(run) >= 3 and _ends_run(units, run[-1]) and all(is_name(units[n]) for n in run):
        yield from run


def _while(
    units: Sequence[Unit], labels: Mapping[int, BlockKind], first: int, fits: Callable[[Unit], bool]
) -> Iterator[int]:
    """Yield numbers from `first` on while the units are free, unsigned and fit."""
    for number in range(first, len(units)):
        unit = units[number]
        if number in labels or unit.marker or not fits(unit):
            return
        yield number


def _run(units: Sequence[Unit], labels: Mapping[int, BlockKind], first: int) -> list[int]:
    """Return the short lines from `first` to the next blank line."""
    found: list[int] = []
    for number in _while(
        units, labels, first, lambda u: len(u.text) <= ITEM_LENGTH and not leads_in(u)
    ):
        if found and units[number].gap:
            break
        found.append(number)
    return found


def _ends_run(units: Sequence[Unit], number: int) -> bool:
    """Tell whether a blank line, or nothing, stands below."""
    return number + 1 >= len(units) or units[number + 1].gap


def _without_heading(units: Sequence[Unit], items: list[int]) -> list[int]:
    """Drop a last line that is no figure among figures: the heading of what follows."""
    figures = [units[n].text[0].isdigit() or units[n].text[0] in "£€$" for n in items]
    return items[:-1] if all(figures[:-1]) and not figures[-1] else items


def is_definition(unit: Unit) -> bool:
    """Tell whether a unit is a term with its explanation.

    A dash later in the same words makes it a sentence with an aside.
    """
    head = unit.text[:TERM_REACH]
    if not (head[0].isupper() or head[0].isdigit() or head[0] in "*_‘“\"'"):
        return False
    named = NAMED.match(head)
    if named:
        return True
    term = TERM.match(head)
    return term is not None and DASH.search(unit.text[term.end() : term.end() + TERM_REACH]) is None
