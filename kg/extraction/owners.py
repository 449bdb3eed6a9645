"""Whose fact is it: the subject to which the words of a document belong."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extraction.columns import in_column
from kg.extraction.main_subject import about_care, main_subject
from kg.extraction.signs import signed
from kg.extraction.standing import (
    bare,
    goes_on,
    governed,
    in_list,
    is_aside,
    is_example,
    opens_block,
    opens_with,
    takes_up,
)
from kg.extraction.subjects import PROGRAMME, Named, subjects
from kg.model import BlockKind

if TYPE_CHECKING:
    from kg.extraction.reading import Reading
    from kg.model import Block, Entity, Sentence
    from kg.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Owner:
    """Subjects of a fact (mostly one vanguard, model, programme or organisation).

    `reach` says how the owner was found: ``sentence`` (named in it), ``pronoun``, ``paragraph``,
    ``section`` or ``document``; the nearer the surer.
    """

    entities: tuple[Entity, ...]
    reach: str


PRONOUN = re.compile(
    r"\b(?:we|our|ours|us|I|my|it|its|they|their|them"
    r"|the (?:local )?(?:partnership|partners|vanguard|site|programme|alliance|project|pilot"
    r"|network|collaboration|consortium|scheme|service|team|trust)"
    r"|(?:his|her|our|this|that|their) (?:vanguard|partnership|site))\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:we|our|ours|us|I|my)\b")
_SAYING = signed(
    r"\s*[,(]?\s*(?:also\s+)?(?:says?|said|reports?|reported|finds?|found|argues?|argued|notes?"
    r"|noted"
    r"|estimates?|concluded|shows?|suggests?|chief|director|chair|partner)\b",
    re.IGNORECASE,
)
_AMONG = re.compile(
    r"\b(?:worked|works|happen\w*|done|learn\w*|seen) (?:in|across)(?: all)?(?: the)?$"
)
EXAMPLES = 3
"""Vanguards named in one breath that are examples, not a topic."""
NEAR = 12
"""Names on either side of a place that are weighed as its owner."""
_PASSED_OVER = frozenset({BlockKind.BOILERPLATE, BlockKind.FRONT_MATTER})


class Owners:
    """The owners of a document's facts."""

    def __init__(self, reading: Reading, vocabulary: Vocabulary) -> None:
        """Work out whom the document, its sections and its paragraphs are about."""
        self._reading = reading
        self.named = subjects(reading, vocabulary) if about_care(reading) else ()
        self._starts = [n.start for n in self.named]
        self.main = main_subject(reading, self.named)
        self._before: dict[int, Owner | None] = {}
        self._walk()

    def of(self, sentence: Sentence, at: int) -> Owner | None:
        """Return the owner of a fact told at offset `at` of a sentence, or None."""
        if not self.named:
            return None
        block = self._reading.document.blocks[sentence.block]
        if block.kind in _PASSED_OVER:
            return None
        if block.kind is BlockKind.COMMENT:
            return self._commented(block, sentence, at)
        here = self._near(sentence, at)
        if not here and block.kind is BlockKind.TABLE_ROW:
            column = self._column(sentence, at)
            if column is not None:
                return column
        chosen = self._chosen(sentence, at, here)
        if chosen is not None:
            return Owner(chosen.entities, "sentence")
        return self._focus(sentence, at)

    def _commented(self, block: Block, sentence: Sentence, at: int) -> Owner:
        """Return whom a reader's comment tells of: a vanguard that it came to, else all of them."""
        meant = [
            n
            for n in self._within(block.start, sentence.end)
            if n.kind in {"vanguard", "model"}
            and (n.start <= at or n.start < sentence.start)
            and not is_aside(self._reading, block, n)
        ]
        return Owner(meant[-1].entities, "paragraph") if meant else Owner((PROGRAMME,), "section")

    def background(self, sentence: Sentence) -> Owner | None:
        """Return whom the text before a sentence, its section or the document speaks of."""
        if not self.named:
            return None
        return self._before.get(sentence.start) or self._document()

    def beyond(self, sentence: Sentence, at: int) -> Owner | None:
        """Return the vanguard, model or programme spoken of around an outside body's doings."""
        own = [n for n in self._near(sentence, at) if n.kind == "vanguard"]
        if own:
            return Owner(own[0].entities, "sentence")
        before = self.background(sentence)
        if before is not None and before.entities[0].kind != "org":
            return before
        return self._document()

    def named_in(self, start: int, end: int) -> tuple[Named, ...]:
        """Return the subjects named inside ``[start, end)``."""
        return tuple(self._within(start, end))

    def _within(self, start: int, end: int) -> list[Named]:
        first = bisect_left(self._starts, start)
        return [n for n in self.named[first : bisect_left(self._starts, end)] if n.end <= end]

    def _near(self, sentence: Sentence, at: int) -> list[Named]:
        """Return the sentence's first names and those around `at`: few, however long it is."""
        first = bisect_left(self._starts, sentence.start)
        last = bisect_left(self._starts, sentence.end)
        place = bisect_left(self._starts, at)
        low = max(first, place - NEAR)
        heads = range(first, min(first + 3, low))
        chosen = (*heads, *range(low, min(last, place + NEAR)))
        return [self.named[i] for i in chosen if self.named[i].end <= sentence.end]

    def _focus(self, sentence: Sentence, at: int) -> Owner | None:
        """Return whom the words before and the document make the subject."""
        before = self._before.get(sentence.start)
        owner = before or self._document()
        if owner is None:
            return None
        if PRONOUN.search(self._reading.text, sentence.start, max(at, sentence.start)):
            return Owner(owner.entities, "pronoun")
        return owner

    def _document(self) -> Owner | None:
        """Return the owner of what nothing nearer owns."""
        return Owner((self.main,), "document") if self.main else None

    def _chosen(self, sentence: Sentence, at: int, here: list[Named]) -> Named | None:
        """Return the subject named in the sentence to which `at` belongs, if there is one."""
        text = self._reading.text
        usable = [n for n in here if not is_aside(self._reading, sentence, n)]
        own = [n for n in usable if n.kind in {"vanguard", "model"}]
        single = self.main is not None and self.main.kind == "vanguard"
        before = [n for n in own if n.start <= at]
        acting = self._acting(sentence, at, here)
        if acting is not None:
            return acting
        first = min((n.start for n in before), default=at)
        everyone = [n for n in usable if n.kind == "programme" and n.start <= at]
        if before:
            subject = [n for n in before if not governed(self._reading.text, n)]
            return (subject or before)[-1]
        if everyone and not (single and self._meant(sentence, everyone[-1])):
            return everyone[-1]
        if _FIRST_PERSON.search(text, sentence.start, first) and single:
            return None
        told = [n for n in own if not is_example(self._reading.text, sentence, n)]
        if told:
            return told[0]
        after = [n for n in usable if n.kind == "programme"]
        return after[0] if after and not single and not self._vanguard_in_focus(sentence) else None

    def _vanguard_in_focus(self, sentence: Sentence) -> bool:
        focus = self._before.get(sentence.start)
        return focus is not None and focus.entities[0].kind == "vanguard"

    def _acting(self, sentence: Sentence, at: int, here: list[Named]) -> Named | None:
        """Return the outside organisation that is the sentence's acting subject, if one is."""
        text = self._reading.text
        for named in here:
            if named.kind != "org" or named.end > at:
                continue
            if not bare(text, sentence, named) or _SAYING.match(text, named.end):
                continue
            between = [n for n in here if n.start >= named.end and n.end <= at and n.kind != "org"]
            if all(governed(self._reading.text, n) for n in between):
                return named
        return None

    def _meant(self, sentence: Sentence, everyone: Named) -> bool:
        """Whether words for all vanguards leave a fact with the document's own vanguard."""
        words = self._reading.text[everyone.start : everyone.end].casefold().removeprefix("the ")
        plural = words.startswith("vanguard") and words.rstrip().endswith(("s", "areas"))
        lead = self._reading.text[sentence.start : everyone.start].strip()
        among = len(everyone.entities) == 1 and _AMONG.search(lead) is not None
        return not (plural and (len(lead.split()) <= 2 or among))

    def _column(self, sentence: Sentence, at: int) -> Owner | None:
        """Return the vanguard that heads the column of a table in which `at` stands."""
        document = self._reading.document
        scope = document.blocks[sentence.block].scope
        if scope is None or document.blocks[scope].kind is not BlockKind.TABLE_ROW:
            return None
        head = document.blocks[scope]
        row = document.blocks[sentence.block]
        text = self._reading.text
        for named in self._within(head.start, head.end):
            if named.kind != "org" and in_column(text, head, named, row, at):
                return Owner(named.entities, "section")
        return None

    def _walk(self) -> None:
        """Note, for each sentence, whom the text before it speaks of."""
        document = self._reading.document
        single = self.main is not None and self.main.kind == "vanguard"
        by_block: dict[int, list[Sentence]] = {}
        for sentence in document.sentences:
            by_block.setdefault(sentence.block, []).append(sentence)
        ends: dict[int, Owner | None] = {}
        section: Owner | None = None
        focus: Owner | None = None
        firm = True
        for i, block in enumerate(document.blocks):
            if block.kind in _PASSED_OVER or block.kind is BlockKind.COMMENT:
                continue
            if block.kind is BlockKind.HEADING:
                section = focus = None
            elif goes_on(document.blocks, i):
                pass
            elif block.scope is not None and block.kind in {
                BlockKind.LIST_ITEM,
                BlockKind.TABLE_ROW,
                BlockKind.ANSWER,
            }:
                focus = ends.get(block.scope, section)
            elif single or not (firm or takes_up(self._reading.text, block)):
                focus = section
            elif (
                block.kind is BlockKind.PARAGRAPH
                and document.blocks[i - 1].kind is BlockKind.LIST_ITEM
            ):
                focus = ends.get(document.blocks[i - 1].scope or -1, section)
            if focus is not None and focus.reach != "section":
                focus = Owner(focus.entities, "paragraph")
            if focus is not None and focus.entities[0].kind == "org":
                focus = section
            told: Owner | None = None
            for sentence in by_block.get(i, ()):
                self._before[sentence.start] = focus
                if block.kind is BlockKind.QUESTION:
                    continue
                topic = self._topic(sentence)
                if topic is not None:
                    changed = told is not None and told.entities != topic[0].entities
                    told, firm = topic[0], topic[1] and not changed
                    focus = told
            if block.kind is BlockKind.HEADING and focus is not None:
                letterhead = single and block.scope is None and focus.entities[0].kind == "org"
                section = focus = None if letterhead else Owner(focus.entities, "section")
            ends[i] = focus

    def _topic(self, sentence: Sentence) -> tuple[Owner, bool] | None:
        """Return whom the next sentence goes on about, and whether further paragraphs do too.

        An example ("… as at X", one of a list) holds for its own paragraph alone.
        """
        text = self._reading.text
        here = self._within(sentence.start, sentence.end)
        acting = self._acting(sentence, sentence.end, here)
        if acting is not None:
            return Owner(acting.entities, "paragraph"), False
        usable = [n for n in here if not is_aside(self._reading, sentence, n) and n.kind != "org"]
        single = self.main is not None and self.main.kind == "vanguard"
        if len({e for n in usable if n.kind == "vanguard" for e in n.entities}) >= EXAMPLES:
            usable = [n for n in usable if len(n.entities) >= EXAMPLES or n.kind != "vanguard"]
        ranked = sorted(
            (n for n in usable if not is_example(text, sentence, n)),
            key=lambda n: (n.kind == "programme", governed(text, n) or in_list(text, n), n.start),
        )
        for named in ranked:
            if named.kind == "programme" and single and self._meant(sentence, named):
                continue
            apart = governed(text, named) or in_list(text, named)
            opens = opens_with(text, sentence, named)
            first = named.kind != "model" or opens_block(self._reading.document, sentence)
            firm = first and len(named.entities) < EXAMPLES and (opens or not apart)
            return Owner(named.entities, "paragraph"), firm
        return None
