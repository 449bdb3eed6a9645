"""What a user says of identity, and the file that says it.

The file is a CSV (UTF-8) of three columns, with a header; lines that begin with ``#`` are notes::

    rule,left,right
    alias,Hope Hospital,Salford Royal NHS Foundation Trust
    never-merge,organisation:northshire-care,organisation:northshire-care-trust

``alias`` says that left and right are one, ``never-merge`` that they are two, whatever else is
known. Each side is a name as a document tells it (case and punctuation do not matter), an IRI, or
an identifier with its prefix (``organisation:…``, ``person:…``).
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.graph.naming import is_generic
from kg.names import fold, organisation_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

COLUMNS = ("rule", "left", "right")
ALIAS, NEVER = "alias", "never-merge"
LARGEST = 5_000_000
"""How many bytes a file of rules may have."""


@dataclass(frozen=True, slots=True)
class IdentityRules:
    """What a user says of names: pairs that mean one thing, and pairs that never do."""

    aliases: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All that the pairs name, in order, each once."""
        return tuple(sorted({name for pair in (*self.aliases, *self.apart) for name in pair}))


def load_identity(path: Path) -> IdentityRules:
    """Return the rules of a file.

    Raises InputError when it cannot be read or a line cannot be used; the message names both.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise InputError(f"{path}: too large for a file of rules (over {LARGEST:,} bytes)")
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read as UTF-8 text: {error}") from error
    return read_identity(text, str(path))


def read_identity(text: str, path: str) -> IdentityRules:
    """Return the rules of a text; `path` is for messages. Raises InputError as `load_identity`."""
    said: dict[frozenset[str], tuple[str, int]] = {}
    pairs: dict[str, dict[tuple[str, str], None]] = {ALIAS: {}, NEVER: {}}
    for line, rule, left, right in _rows(text, path):
        key = frozenset((fold(left), fold(right)))
        before = said.setdefault(key, (rule, line))
        if before[0] != rule:
            raise InputError(
                f"{path}: line {line} says {rule} of {left!r} and {right!r}, line {before[1]} "
                f"says {before[0]}; keep one of them"
            )
        pairs[rule][left, right] = None
    return IdentityRules(tuple(pairs[ALIAS]), tuple(pairs[NEVER]))


def _rows(text: str, path: str) -> Iterator[tuple[int, str, str, str]]:
    """Yield line number, rule, left and right of each line that says something."""
    reader = csv.reader(io.StringIO(text, newline=""))
    header = False
    try:
        for values in reader:
            cells = tuple(value.strip() for value in values)
            if not any(cells) or cells[0].startswith("#"):
                continue
            where = f"{path}: line {reader.line_num}"
            if not header:
                if cells != COLUMNS:
                    raise InputError(
                        f"{where}: the first line must be {','.join(COLUMNS)}; it is "
                        f"{','.join(cells)[:80]}"
                    )
                header = True
                continue
            yield (reader.line_num, *_checked(cells, where))
    except csv.Error as error:
        raise InputError(f"{path}: line {reader.line_num}: not CSV: {error}") from error
    if not header:
        raise InputError(f"{path}: it is empty; the first line must be {','.join(COLUMNS)}")


def _checked(cells: tuple[str, ...], where: str) -> tuple[str, str, str]:
    """Return rule, left and right of one line, or raise InputError."""
    if len(cells) != len(COLUMNS):
        raise InputError(
            f"{where}: {len(cells)} values, expected 3 ({', '.join(COLUMNS)}); put a name that "
            "holds a comma in double quotes"
        )
    rule, left, right = cells
    if rule not in {ALIAS, NEVER}:
        raise InputError(f"{where}: unknown rule {rule!r}; the rules are {ALIAS} and {NEVER}")
    for name in (left, right):
        if not fold(name):
            raise InputError(f"{where}: {name!r} is no name; give a name or an IRI on both sides")
        if is_generic(name):
            raise InputError(
                f"{where}: {name!r} names a kind of organisation, not one of them; give its full "
                "name or its IRI"
            )
    if left == right or (fold(left) == fold(right) and ":" not in left + right):
        raise InputError(f"{where}: both sides are {left!r}; a rule is about two names")
    return rule, left, right


def meant(
    name: str, told: Mapping[str, Collection[str]], prefixes: Mapping[str, str]
) -> tuple[str, ...]:
    """Return which of the things told (IRI -> names) a user's `name` means, in order.

    An IRI or prefixed identifier means that one; a name those that are told by it, else those
    that are told by another spelling of it (`kg.names.organisation_key`).
    """
    prefix, _, local = name.partition(":")
    for iri in (name, prefixes.get(prefix, "") + local):
        if iri in told:
            return (iri,)
    for key_of in (fold, organisation_key):
        wanted = key_of(name)
        found = [iri for iri, names in told.items() if wanted in {key_of(n) for n in names}]
        if found:
            return tuple(sorted(found))
    return ()
