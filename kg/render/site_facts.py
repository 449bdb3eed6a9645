"""Lines gathered into facts: what one thing is told of, relation by relation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model import Relation, Status
from kg.render.legend import RELATIONS
from kg.render.words import counted, sentence_case

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.render.site_content import Line, Ref

OPEN = 2
"""How many claims of a fact show their words unasked."""

LABELS = {r.id: (r.label, r.inverse) for r in RELATIONS}
_RELATION_ORDER = {relation: i for i, relation in enumerate(Relation)}
_STATUS_ORDER = {status: i for i, status in enumerate(Status)}


@dataclass(frozen=True, slots=True)
class Fact:
    """What lines say alike of one thing: the other end, direction and figure, status."""

    other: Ref
    says: str
    status: Status
    lines: tuple[Line, ...]

    @property
    def registered(self) -> bool:
        """Whether it rests on the registry alone."""
        return all(line.registered for line in self.lines)

    @property
    def shown(self) -> tuple[Line, ...]:
        """The lines whose words stand open: the first ones of documents."""
        return tuple(line for line in self.lines if not line.registered)[:OPEN]

    @property
    def folded(self) -> tuple[Line, ...]:
        """The other lines: further ones of documents, then the rows of the registry."""
        rest = [line for line in self.lines if line not in self.shown]
        return tuple(sorted(rest, key=lambda line: line.registered))

    @property
    def more(self) -> str:
        """What the folded lines are called."""
        if all(line.registered for line in self.folded):
            return "The row of the registry"
        return f"{counted(len(self.folded), 'further claim')}"

    @property
    def told(self) -> str:
        """How many claims of how many sources it rests on, where they are several."""
        sources = {line.source for line in self.lines}
        if len(self.lines) == 1:
            return ""
        return f"{counted(len(self.lines), 'claim')} of {counted(len(sources), 'source')}"


@dataclass(frozen=True, slots=True)
class Group:
    """The facts of one relation in one direction, under its heading."""

    heading: str
    facts: tuple[Fact, ...]


def lines_at(lines: Iterable[Line]) -> Mapping[str, tuple[Line, ...]]:
    """Return IRI -> the lines that begin or end there, in their order."""
    found: dict[str, list[Line]] = {}
    for line in lines:
        for iri in dict.fromkeys((line.subject_iri, line.object_iri)):
            found.setdefault(iri, []).append(line)
    return {iri: tuple(told) for iri, told in found.items() if iri}


def groups(iri: str, lines: Iterable[Line]) -> tuple[Group, ...]:
    """Return the facts of a thing: what it does first, then what others do with it.

    Within a group the facts are in order of status, then of name.
    """
    facts: dict[tuple[bool, Relation], dict[tuple[Ref, str, Status], list[Line]]] = {}
    for line in lines:
        for outgoing in (True, False):
            if iri == (line.subject_iri if outgoing else line.object_iri):
                other = line.object if outgoing else line.subject
                group = facts.setdefault((not outgoing, line.relation), {})
                group.setdefault((other, line.says, line.status), []).append(line)
    return tuple(
        Group(
            sentence_case(LABELS[relation][incoming]),
            tuple(
                Fact(other, said, status, tuple(told))
                for (other, said, status), told in sorted(
                    group.items(),
                    key=lambda f: (
                        _STATUS_ORDER[f[0][2]],
                        f[0][0].name.casefold(),
                        f[0][0].stem,
                        f[0][1],
                    ),
                )
            ),
        )
        for (incoming, relation), group in sorted(
            facts.items(), key=lambda g: (g[0][0], _RELATION_ORDER[g[0][1]])
        )
    )
