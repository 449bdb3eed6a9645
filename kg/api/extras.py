"""Optional packages: imported when they are wanted, missed with the line that installs them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from kg.errors import MissingExtraError

if TYPE_CHECKING:
    from types import ModuleType


def extra(module: str, what_for: str) -> ModuleType:
    """Return an optional package.

    Raises MissingExtraError, saying what to install, when it is not there.

    >>> extra("no_such_package", "a test")
    Traceback (most recent call last):
    kg.errors.MissingExtraError: a test needs no_such_package: pip install 'vanguard-kg[notebook]'
    """
    try:
        return import_module(module)
    except ImportError as error:
        name = error.name or module
        raise MissingExtraError(
            f"{what_for} needs {name}: pip install 'vanguard-kg[notebook]'"
        ) from error
