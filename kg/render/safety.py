"""Text from documents made safe for a page: names for drawing, links, JSON in a script element."""

from __future__ import annotations

import json
import unicodedata
from typing import Any
from urllib.parse import urlsplit

from kg.errors import InputError

LABEL_LENGTH = 40
UNSEEN = ("Cc", "Cf", "Cs")
NO_XML = "\ufffe\uffff"
"""Of the characters that are no letters, those that XML cannot say."""


def one_line(text: str) -> str:
    r"""Return the text as one line: no control, format or surrogate character, single spaces.

    Format characters are those that turn the direction of the text round or have no width. What
    XML cannot say is left out too.

    >>> one_line("a\tb \u202ec\u200b\x00d \ufffe\x0be")
    'a b cd e'
    """
    if text.isprintable():  # then none of them is there, and the only white space is the space
        return " ".join(text.split())
    kept = (
        " " if c.isspace() else "" if c in NO_XML or unicodedata.category(c) in UNSEEN else c
        for c in text
    )
    return " ".join("".join(kept).split())


def short_label(text: str, length: int = LABEL_LENGTH) -> str:
    """Return a name that fits a picture, cut at a word where one ends near.

    >>> short_label("All Together Better Sunderland", 20)
    'All Together Better…'
    """
    line = one_line(text)
    if len(line) <= length:
        return line
    head = line[:length]
    cut = head.rfind(" ")
    return f"{head[:cut] if cut > length // 2 else head[:-1]}…"


def safe_link(url: str) -> str:
    """Return the URL if it is a plain http or https one with a host, else nothing.

    >>> safe_link("https://example.org/a?b=1"), safe_link("javascript:alert(1)")
    ('https://example.org/a?b=1', '')
    """
    if url != one_line(url) or " " in url or "\\" in url:
        return ""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return ""
    return url if parts.scheme in {"http", "https"} and host else ""


def script_json(value: Any) -> str:
    r"""Return JSON that cannot close the script element it stands in: ASCII, without < > &.

    Raises InputError for what JSON cannot say.

    >>> script_json("</script>")
    '"\\u003c/script\\u003e"'
    """
    try:
        text = json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    except (TypeError, ValueError) as error:
        raise InputError(f"a page holds plain values only: {error}") from error
    for char in "<>&":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text
