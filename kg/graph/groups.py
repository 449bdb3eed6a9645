"""Things taken for one: groups that grow by links, each link with its reason."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


@dataclass(frozen=True, slots=True, order=True)
class Merge:
    """One thing of the view: `iri` is shown as `into`, for `reason`."""

    iri: str
    into: str
    reason: str


@dataclass(frozen=True, slots=True)
class Bond:
    """Things that a reason may bring together, named by their IRIs.

    `short` says that the reason is a short form, which tells nothing where two full names claim
    it; `sure` that a user named the very things, so that their types do not matter.
    """

    reason: str
    iris: tuple[str, ...]
    short: bool = False
    sure: bool = False


@dataclass(slots=True, eq=False)
class Group:
    """Things taken for one: their types, and which of them the vocabulary knows."""

    members: list[str]
    types: set[str] = field(default_factory=set)
    known: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Groups:
    """Each thing's group, the links made so far, and the pairs that must stay apart."""

    of: dict[str, Group]
    apart: Mapping[str, frozenset[str]]
    links: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    def bind(self, bond: Bond) -> None:
        """Take the things of a bond for one, as far as nothing speaks against it."""
        kept: list[str] = []
        for iri in bond.iris:
            fitting = (o for o in kept if self._same(o, iri) or self._fit(o, iri, bond))
            other = next(fitting, None)
            if other is None:
                kept.append(iri)
            elif not self._same(other, iri):
                self._join(other, iri, bond.reason)

    def _same(self, one: str, other: str) -> bool:
        return self.of[one] is self.of[other]

    def _fit(self, one: str, other: str, bond: Bond) -> bool:
        """Tell whether nothing speaks against taking two groups for one."""
        first, second = self.of[one], self.of[other]
        small, large = sorted((first, second), key=lambda group: len(group.members))
        if any(self.of.get(e) is large for m in small.members for e in self.apart.get(m, ())):
            return False
        one_type = len(first.types | second.types) <= 1
        return bond.sure or (one_type and len(first.known | second.known) <= 1)

    def _join(self, one: str, other: str, reason: str) -> None:
        small, large = sorted((self.of[one], self.of[other]), key=lambda g: len(g.members))
        large.members.extend(small.members)
        large.types |= small.types
        large.known |= small.known
        self.of.update(dict.fromkeys(small.members, large))
        self.links.setdefault(one, []).append((other, reason))
        self.links.setdefault(other, []).append((one, reason))

    def merges(self, into: str) -> Iterator[Merge]:
        """Yield the merges into one thing of a group, each with the reasons on the way to it."""
        why: dict[str, tuple[str, ...]] = {into: ()}
        waiting = [into]
        for here in waiting:
            for other, reason in self.links.get(here, ()):
                if other not in why:
                    why[other] = tuple(dict.fromkeys((reason, *why[here])))
                    waiting.append(other)
                    yield Merge(other, into, "; ".join(why[other]))


def enemies(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """Return thing -> those that it must never be one with."""
    found: dict[str, set[str]] = {}
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {iri: frozenset(others - {iri}) for iri, others in found.items()}
