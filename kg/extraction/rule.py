"""The contract of a rule: one file under ``rules/`` that declares one constant, ``RULE``."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from kg.extraction.scene import Scene
    from kg.model import Claim

Key = tuple[str, str, str, str]
"""Relation, subject, object and status, written as in the annotation guide."""


@dataclass(frozen=True, slots=True)
class Rule:
    """States claims of one kind.

    `find` yields claims from a scene (a document with its mentions, figures and owners). `hits`
    maps a passage to the whole set of claims this rule must state on it; on each of `misses` it
    must state none.
    """

    name: str
    find: Callable[[Scene], Iterable[Claim]]
    hits: Mapping[str, set[Key]]
    misses: tuple[str, ...]


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return the rules found under ``kg.extraction.rules``, in order of name."""
    package = importlib.import_module("kg.extraction.rules")
    modules = sorted(info.name for info in pkgutil.iter_modules(package.__path__))
    found = (importlib.import_module(f"kg.extraction.rules.{name}") for name in modules)
    return tuple(sorted((module.RULE for module in found), key=lambda rule: rule.name))
