"""The errors that ``kg`` raises on purpose: one small tree.

::

    KgError
    ├── InputError          something given cannot be used
    │   ├── ReadError       a document that cannot be read
    │   └── VocabularyError a vocabulary or registry file that cannot be used
    ├── StoreError          a store that is missing, foreign or in use
    ├── QueryError          a SPARQL query that is wrong or was stopped
    ├── UnknownNameError    nothing of that name; carries the near ones
    ├── RefusedClaimError   a claim that breaks a promise (quote, term)
    └── MissingExtraError   an optional package is not installed

Messages say what was given, what was expected and what to do. The command line catches the base
once and prints the message.
"""

from __future__ import annotations


class KgError(Exception):
    """The base of all errors raised on purpose."""


class InputError(KgError):
    """Something given cannot be used."""


class ReadError(InputError):
    """A document cannot be read; `path` says which, `reason` says why."""

    def __init__(self, path: str, reason: str) -> None:
        """Keep the parts apart for reports."""
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason

    def __reduce__(self) -> tuple[type[ReadError], tuple[str, str]]:
        """Cross a process boundary whole."""
        return type(self), (self.path, self.reason)


class VocabularyError(InputError):
    """A vocabulary or registry file cannot be used."""


class StoreError(KgError):
    """A store is missing, is not ours, or cannot be opened."""


class QueryError(KgError):
    """A SPARQL query is wrong or was stopped."""


class UnknownNameError(KgError):
    """Nothing has that name; `near` holds the names that come closest."""

    def __init__(self, name: str, near: tuple[str, ...] = (), what: str = "") -> None:
        """Offer the near names in the message; `what` is the kind that was looked for."""
        hint = f" Did you mean: {'; '.join(near)}?" if near else ""
        missing = f"No {what} is called" if what else "Nothing in the graph is called"
        super().__init__(f"{missing} {name!r}.{hint}")
        self.name = name
        self.near = near


class RefusedClaimError(KgError):
    """A claim whose quote is not in the text, or whose terms are not in the ontology."""


class MissingExtraError(KgError):
    """An optional package is not installed."""
