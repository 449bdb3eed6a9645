"""The explorer: one HTML file that opens from disk, without a network, and shows every quote.

The page's own files are in ``templates``. Its Content-Security-Policy names its scripts and its
style sheet by hash and allows nothing else: no remote origin, no inline handler, no other script.
"""

from __future__ import annotations

import base64
import hashlib
import os
import secrets
from importlib import resources
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.render.page_data import page_data
from kg.render.safety import one_line, script_json
from kg.render.vis import library, vis_values

if TYPE_CHECKING:
    from pathlib import Path

    from kg.query.network import Network

SCRIPTS = (
    "shared/elements.js",
    "shared/address.js",
    "shared/controls.js",
    "explore/state.js",
    "explore/tell.js",
    "explore/view.js",
    "explore/find.js",
    "explore/picture.js",
    "explore/save.js",
    "explore/main.js",
)
"""The page's own scripts, in the order in which they are joined."""


def explore_page(graph: Network, title: str, *, note: str = "", start: str = "") -> str:
    """Return the explorer of a network as one HTML page.

    `note` is a sentence shown under the title: what was built from what, say; `start` is the
    address that the page opens at, as it writes it itself behind the #.
    """
    import jinja2
    from markupsafe import Markup

    parts = "\n".join(page_file(name) for name in SCRIPTS)
    scripts = (library(), f'(function () {{\n"use strict";\n{parts}\n}})();\n')
    style = page_file("explore.css")
    data = page_data(graph, title=title)
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, keep_trailing_newline=True
    )
    return environment.from_string(page_file("explore.html")).render(
        title=data["title"] or "Explorer",
        note=one_line(note),
        start=start,
        things=len(data["things"]),
        claims=len(data["claims"]),
        sources=len(data["sources"]),
        policy=policy(scripts, style),
        style=Markup(style),  # noqa: S704 - our own file
        scripts=[Markup(text) for text in scripts],  # noqa: S704 - our own and pyvis's files
        data=Markup(script_json(data)),  # noqa: S704 - holds no < > &
        drawing=Markup(script_json(vis_values(data))),  # noqa: S704 - holds no < > &
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
