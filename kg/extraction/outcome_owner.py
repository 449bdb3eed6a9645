"""Whose outcome it is: what an outside body finds, counts or brings about is the vanguard's."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.extraction.owners import Owner
    from kg.extraction.scene import Scene
    from kg.model import Sentence


def outcome_owner(scene: Scene, sentence: Sentence, at: int) -> Owner | None:
    """Return whose outcome the words at offset `at` tell; a body's only where nobody else is."""
    owner = scene.owner(sentence, at)
    if owner is None or owner.entities[0].kind != "org":
        return owner
    return scene.owners.beyond(sentence, at) or owner
