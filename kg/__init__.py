"""Builds a knowledge graph from documents on change in health care.

>>> import kg
>>> graph = kg.build()                     # from the seeds; or kg.open("graph")
>>> answer = graph.ask("partners-of", vanguard="Erewash")
>>> answer.columns[:2]
('vanguard', 'organisation')

`Graph` says what a graph can do, `questions` what it can be asked. Every error raised on purpose
is a `KgError`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.api.answer import Answer
    from kg.api.graph import Graph
    from kg.api.making import build, open  # noqa: A004 - it is kg.open
    from kg.api.reading import evaluate, extract, questions, read
    from kg.errors import KgError
    from kg.model import Claim, Document

__version__ = "0.1.0"

__all__ = [
    "Answer",
    "Claim",
    "Document",
    "Graph",
    "KgError",
    "build",
    "evaluate",
    "extract",
    "open",
    "questions",
    "read",
]

_HOMES = {
    "Answer": "kg.api.answer",
    "Claim": "kg.model",
    "Document": "kg.model",
    "Graph": "kg.api.graph",
    "KgError": "kg.errors",
    "build": "kg.api.making",
    "evaluate": "kg.api.reading",
    "extract": "kg.api.reading",
    "open": "kg.api.making",
    "questions": "kg.api.reading",
    "read": "kg.api.reading",
}
"""Where each name lives: imported when it is first asked for, so that ``import kg`` is quick."""


def __getattr__(name: str) -> Any:
    """Return a public name from its home."""
    if name not in _HOMES:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """List the public names."""
    return sorted([*__all__, "__version__"])
