"""A sentence in English to a question of the library, or a refusal that offers the nearest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import QueryError

if TYPE_CHECKING:
    from kg.query.spotting import Spotter
    from kg.query.understand import Reading


def meant(sentence: str, spotter: Spotter) -> tuple[Reading, tuple[str, ...]]:
    """Return what a sentence asks, and a note that says so and offers the next best.

    Raises QueryError, with the nearest questions, for a sentence that is in doubt.
    """
    from kg.query.understand import understand
    from kg.render.tables import visible

    found = understand(sentence, spotter)
    near = tuple(reading.in_words for reading in found.near)
    if found.reading is None:
        offer = f"Did you mean: {'; '.join(near)}?" if near else "kg.questions() lists them all."
        raise QueryError(visible(f"I am not sure what {sentence!r} asks. {offer}"))
    notes = (f"understood as {found.reading.in_words}",)
    return found.reading, notes + ((f"else perhaps: {'; '.join(near)}",) if near else ())
