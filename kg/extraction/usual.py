"""What vanguards of each kind commonly do, so that a vague word for it will do.

"Pharmacists" of a care homes vanguard go through medicines; those of a radiology network need not.
Which interventions are usual is data: `ncm:typicalIntervention` of `care-models.ttl`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.model import Entity
    from kg.vocabulary import Vocabulary


def is_usual(vocabulary: Vocabulary, owners: Iterable[Entity], intervention: Entity) -> bool:
    """Whether vanguards of the owners' kind commonly do this."""
    usual = _usual(vocabulary)
    return any(intervention.id in usual.get(str(owner), ()) for owner in owners)


@cache
def _usual(vocabulary: Vocabulary) -> dict[str, frozenset[str]]:
    """Return, of each care model and each vanguard of the registry, what is usual."""
    by_model = {
        concept.entity.id: frozenset(v for k, v in concept.properties if k == "typicalIntervention")
        for concept in vocabulary.of("model")
    }
    found = {f"model:{model}": usual for model, usual in by_model.items()}
    for row in vocabulary.registry.rows:
        found[f"vanguard:{row.id}"] = by_model.get(row.care_model, frozenset())
    return found
