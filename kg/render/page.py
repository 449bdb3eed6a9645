"""A page that is one HTML file: it opens from disk, without a network, and holds all that it needs.

Its files are in ``templates``. Its Content-Security-Policy names its scripts and its style sheet by
hash and allows nothing else: no remote origin, no inline handler, no other script.
"""

from __future__ import annotations

import base64
import hashlib
import os
import secrets
from importlib import resources
from typing import TYPE_CHECKING, Any

from kg.errors import InputError
from kg.render.safety import script_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path


STYLES = ("shared/colours.css", "explore.css")
SCRIPTS = ("shared/elements.js", "shared/address.js", "shared/controls.js", "shared/filters.js")
"""What all pages share."""


def page_html(
    template: str,
    *,
    scripts: Iterable[str],
    data: Mapping[str, Any],
    styles: Iterable[str] = (),
    libraries: Iterable[str] = (),
    **values: Any,
) -> str:
    """Return a page made of one of the files in ``templates`` and `values`, all of them escaped.

    `styles` and `scripts` are names of files in ``templates``, joined in their order after those
    that all pages share; `libraries` are whole scripts that come before. Each entry of `data`
    becomes JSON in an element of that identifier.

    Raises InputError for a script that would end its own element, or data that JSON cannot say.
    """
    import jinja2
    from markupsafe import Markup

    own = "\n".join(page_file(name) for name in (*SCRIPTS, *scripts))
    run = (*libraries, f'(function () {{\n"use strict";\n{own}\n}})();\n')
    style = "".join(page_file(name) for name in (*STYLES, *styles))
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(page_file),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=True,
    )
    return environment.get_template(template).render(
        values
        | {
            "policy": policy(run, style),
            "style": Markup(style),  # noqa: S704 - our own files
            "scripts": [Markup(text) for text in run],  # noqa: S704 - our own files, and pyvis's
            "data": {
                name: Markup(script_json(value))  # noqa: S704 - holds no < > &
                for name, value in data.items()
            },
        }
    )


def policy(scripts: tuple[str, ...], style: str) -> str:
    """Return the Content-Security-Policy that lets these scripts and this style through.

    Raises InputError for a script that would end its own element.

    >>> policy(("1",), "p{}").split(";")[0]
    "default-src 'none'"
    """
    for text in (*scripts, style):
        if "</" in text and any(f"</{n}" in text.lower() for n in ("script", "style")):
            raise InputError("a script or style sheet of the page holds the end of its own element")
    allowed = " ".join(_hash(text) for text in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    """Return a source expression for a script or style element with this very text."""
    sha = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(sha).decode()}'"


def page_file(name: str) -> str:
    """Return the text of one of the files in ``templates``."""
    folder = resources.files("kg.render").joinpath("templates")
    return folder.joinpath(name).read_text(encoding="utf-8").replace("\r\n", "\n")


def write_page(path: Path, html: str) -> None:
    """Write a page as UTF-8; whoever opens the path sees the old page or the new one, whole.

    Raises InputError when it cannot be written.
    """
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        with os.fdopen(os.open(part, flags, 0o666), "wb") as file:
            file.write(html.encode("utf-8"))
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise InputError(f"{path}: the page cannot be written: {error.strerror}") from error
