"""Lists of like values written once by name and then by place, so that a large page stays small."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

WORDS = ("quote", "start", "end", "before", "after")
TABLES = ("things", "lines", "claims")


def packed(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the content of a page with its long lists as tables; the page reads them back.

    >>> packed({"things": [{"key": "a"}, {"key": "b"}], "lines": [], "claims": []})["things"]
    {'keys': ['key'], 'rows': [['a'], ['b']]}
    """
    claims = [claim | {"words": [_words(w) for w in claim["words"]]} for claim in data["claims"]]
    lists = {**data, "claims": claims}
    return {**data, **{name: _table(lists[name]) for name in TABLES}}


def _table(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return rows of the same keys as one list of keys and lists of values."""
    keys = list(rows[0]) if rows else []
    return {"keys": keys, "rows": [[row[key] for key in keys] for row in rows]}


def _words(words: Mapping[str, Any]) -> Iterable[Any]:
    """Return a quote with its place and the words around it, those at the end left out if empty."""
    values = [words.get(key, "") for key in WORDS]
    while values and values[-1] == "":
        values.pop()
    return values
