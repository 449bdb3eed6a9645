"""The templates of a site, with what they call: a mention or a claim is written out once."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from kg.render.legend import kind_of
from kg.render.page import page_file
from kg.render.safety import short_label
from kg.render.site_content import NAME_LENGTH
from kg.render.site_facts import LABELS

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    import jinja2


def site_environment() -> jinja2.Environment:
    """Return the environment of ``templates/site``; its macros stand in all of them as ``m``."""
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(page_file),
        autoescape=True,
        auto_reload=False,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "short": lambda text: short_label(text, NAME_LENGTH),
        "kind": lambda kind: kind_of(kind).label,
        "verb": lambda relation: LABELS[relation][0],
    }
    macros: Any = environment.get_template("site/macros.html").module
    environment.globals["m"] = SimpleNamespace(
        badge=macros.badge,
        words=macros.words,
        details=macros.details,
        mention=_once(macros.mention, lambda ref: ref),
        source=_once(macros.source, lambda line: line.iri),
        told=_once(macros.told, lambda line: line.iri),
    )
    return environment


def _once(
    macro: Callable[[Any, str], str], key: Callable[[Any], Hashable]
) -> Callable[[Any, str], str]:
    """Return a macro of a thing and the way to the site's root that remembers what it wrote."""
    known: dict[tuple[Hashable, str], str] = {}

    def write(thing: Any, root: str) -> str:
        place = (key(thing), root)
        if place not in known:
            known[place] = macro(thing, root)
        return known[place]

    return write
