"""Claims to read: a sequence that shows the words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.model import Claim
    from kg.query.network import SourceInfo


@dataclass(frozen=True, slots=True)
class Claims(Sequence["Claim"]):
    """The claims behind a row, in order of source and place."""

    items: tuple[Claim, ...]
    sources: Mapping[str, SourceInfo] = field(default_factory=dict, compare=False, repr=False)

    def __len__(self) -> int:
        return len(self.items)

    @overload
    def __getitem__(self, index: int) -> Claim: ...

    @overload
    def __getitem__(self, index: slice) -> Claims: ...

    def __getitem__(self, index: int | slice) -> Claim | Claims:
        if isinstance(index, slice):
            return Claims(self.items[index], self.sources)
        return self.items[index]

    def __repr__(self) -> str:
        from kg.render.tables import visible

        lines = []
        for claim in self.items:
            known = self.sources.get(claim.source)
            title = known.title if known and known.title else claim.source
            lines += [f"“{' '.join(e.quote.split())}”" for e in claim.evidence]
            told = "; ".join(f"{key}: {value}" for key, value in claim.qualifiers)
            lines.append(f"  {claim.status}" + (f"; {told}" if told else "") + f" — {title}")
        return visible("\n".join(lines)) if lines else "(no claims)"

    def _repr_html_(self) -> str:
        from kg.render.fragments import claims

        return claims(self.items, self.sources)
