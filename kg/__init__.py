"""Builds a knowledge graph from documents on change in health care."""

from __future__ import annotations

__version__ = "0.1.0"
