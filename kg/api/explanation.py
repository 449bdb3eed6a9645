"""How two things are connected, told step by step, with the words behind each step."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.api.answer import Answer
    from kg.api.claims import Claims
    from kg.query.network import SourceInfo


@dataclass(frozen=True, slots=True)
class Step:
    """A sentence, and the claims that it rests on."""

    says: str
    claims: Claims


@dataclass(frozen=True, slots=True)
class Explanation:
    """The shortest paths between two things, each a tuple of steps; none when nothing links them.

    `title` says what was asked, `notes` what a reader must know.
    """

    paths: tuple[tuple[Step, ...], ...]
    title: str = ""
    notes: tuple[str, ...] = ()
    sources: Mapping[str, SourceInfo] = field(default_factory=dict, compare=False, repr=False)

    def __len__(self) -> int:
        return len(self.paths)

    @property
    def sentences(self) -> tuple[tuple[str, ...], ...]:
        """The sentences of each path."""
        return tuple(tuple(step.says for step in path) for path in self.paths)

    def __repr__(self) -> str:
        from kg.render.tables import visible

        lines = [self.title]
        for path in self.paths:
            lines.append("")
            for number, step in enumerate(path, 1):
                lines.append(f"{number}. {step.says}")
                if step.claims:
                    words, source, *_ = repr(step.claims[:1]).split("\n", 1)
                    lines += [f"   {words}", f"   {source}"]
        return visible("\n".join([*lines, *self.notes]))

    def _repr_html_(self) -> str:
        from kg.render.fragments import steps

        told = [[(step.says, step.claims) for step in path] for path in self.paths]
        return steps(told, self.sources, title=self.title, notes=self.notes)


def explanation(answer: Answer) -> Explanation:
    """Return the answer to the question ``paths`` as an explanation."""
    rows = zip(
        answer.column("path"),
        answer.column("says"),
        (answer.evidence(i) for i in range(len(answer))),
        strict=True,
    )
    paths = tuple(
        tuple(Step(says, claims) for _, says, claims in group)
        for _, group in groupby(rows, key=lambda row: row[0])
    )
    return Explanation(paths, answer.title, answer.notes, answer.sources)
