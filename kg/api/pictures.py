"""What a graph shows of itself: the explorer in a cell or a file, and the portrait of a thing."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.query.network import SourceInfo
    from kg.query.profile import Fact, Profile


@dataclass(frozen=True, slots=True)
class View:
    """A page to look at: shown within a notebook's cell, or saved as one file.

    `page` is the whole HTML, `things` and `claims` say how many it shows, `height` is that of the
    cell in pixels.
    """

    page: str = field(repr=False)
    title: str
    things: int
    claims: int
    height: int = 640

    def save(self, path: str | Path) -> Path:
        """Write the page to a file, which opens in a browser without a network; return its path.

        Raises InputError when it cannot be written.
        """
        from kg.render.page import write_page

        write_page(Path(path), self.page)
        return Path(path)

    def _repr_html_(self) -> str:
        from kg.render.fragments import frame

        return frame(self.page, self.height)


@dataclass(frozen=True, slots=True)
class Portrait:
    """What the graph knows of one thing, by relation, each fact with its words."""

    profile: Profile
    sources: Mapping[str, SourceInfo] = field(default_factory=dict, compare=False, repr=False)

    @property
    def name(self) -> str:
        """The name of the thing."""
        return self.profile.thing.name

    @property
    def iri(self) -> str:
        """The IRI of the thing."""
        return self.profile.thing.iri

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts: heading, other end, status, claims."""
        return self.profile.facts

    @property
    def _subtitle(self) -> str:
        thing = self.profile.thing
        also = "; ".join(name for name in thing.names[1:])
        kind = thing.kind.replace("-", " ")
        return f"{kind} · {thing.identifier}" + (f" · also: {also}" if also else "")

    def __repr__(self) -> str:
        from kg.render.tables import visible

        lines = [self.name, f"  {self._subtitle}"]
        lines += [f"  {f.heading}: {f.other} [{f.status}]" for f in self.facts]
        return visible("\n".join(lines))

    def _repr_html_(self) -> str:
        from kg.render.fragments import groups

        facts = [(f.heading, f.other, str(f.status), f.claims) for f in self.facts]
        return groups(self.name, self._subtitle, facts, self.sources)
