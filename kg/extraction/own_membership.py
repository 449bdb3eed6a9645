"""Membership of the body that speaks: "charities such as ours", "the council sits on it"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.home_body import home_body
from kg.extraction.membership import LOCAL
from kg.extraction.orgtypes import org_type
from kg.extraction.telling import told_sentences, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.scene import Scene
    from kg.model import Entity

Membership = tuple["Entity", "Entity", int, int]
"""The vanguard, the member, and the first and last offset of the words that tell it."""

_OURS = re.compile(
    r"\b(?:such as|like) (?:us|ours|this one)\b"
    r"|\b[Ww]e (?:have |had )?(?:\w+ )?(?:joined|are (?:\w+ )?(?:part|partners?|the \w+ partner"
    r"|members?|one of)"
    r"|belong|helped (?:to )?(?:set|found|form|design)|lead|host|sit on|signed|commission|work with"
    r"|run the (?:vanguard|programme|scheme))\b"
    r"|\b(?:[Ii]t|[Tt]his|[Oo]ur [\w -]{2,30}) is (?:a|one of the|one of several) (?:projects?"
    r"|services?"
    r"|schemes?|strands?) of\b"
    r"|\b(?:[Oo]ur part in|(?:work|works|working|partners?|together|along) with us)\b"
    r"|\b(?:[Tt]h(?:is|e) (?:council|trust|CCG|charity|federation|group"
    r"|hospice)) (?:\w+ )?(?:sits|leads|hosts"
    r"|runs|delivers|commissions|belongs|is (?:a |one of the )?(?:part|partners?|member|lead))\b"
)


def own_memberships(scene: Scene) -> Iterator[Membership]:
    """Yield the membership of the body that speaks as "we" in a text on one vanguard."""
    main = scene.owners.main
    if main is None or main.kind != "vanguard":
        return
    home = home_body(scene)
    if home is None or org_type(scene.vocabulary, home) not in LOCAL:
        return
    told = tuple(_told(scene, main, home, _OURS))
    yield from told or _of_its_area(scene, main, home)


def _of_its_area(scene: Scene, main: Entity, home: Entity) -> Iterator[Membership]:
    """Yield the membership of the CCG, council or trust, by its name, of the vanguard's area.

    Its own paper on the vanguard of its place need not say that it is in it.
    """
    row = next((r for r in scene.vocabulary.registry.rows if r.id == main.id), None)
    if row is None or not row.area or org_type(scene.vocabulary, home) not in _PUBLIC:
        return
    if any(name.removeprefix("NHS ").startswith(row.area) for name in home.names):
        for body in scene.reading.of_kinds("org"):
            if body.entity.id == home.id:
                yield main, home, body.start, body.end
                return


_PUBLIC = frozenset({"nhs-trust", "clinical-commissioning-group", "local-authority"})


def _told(scene: Scene, main: Entity, body: Entity, words: re.Pattern[str]) -> Iterator[Membership]:
    """Yield a body's membership at the first sentence of the vanguard that has such words."""
    for sentence in told_sentences(scene):
        match = words.search(scene.reading.text, sentence.start, sentence.end)
        owner = scene.owner(sentence, match.start()) if match else None
        if match and owner is not None and main in owner.entities:
            yield main, body, *whole(sentence, *match.span())
            return
