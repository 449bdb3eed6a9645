"""The library of questions as text, Markdown and plain records."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.query.question import Param, Question

_HEAD = """\
# Questions

Every question that `kg ask` answers, by group. This page is written by
`kg ask --format markdown`; a test keeps it up to date.

    kg ask partners-of --vanguard "South Somerset" --evidence
    kg ask "which vanguards cut emergency admissions?"

Things are given by name, another name or identifier. `--status` takes reported, planned, expected,
negated or any; `--limit` the number of rows; `--evidence` shows the words under each row.
"""


def option(param: Param) -> str:
    """Write a parameter as it is typed: ``--at-least N``."""
    value = {"number": "N", "choice": "|".join(param.choices)}.get(param.kind, "NAME")
    return f"--{param.name.replace('_', '-')} {value}"


def questions_text(questions: Iterable[Question]) -> str:
    """Return the questions for reading in a terminal."""
    return "\n".join(_lines(questions)) + "\n"


def _lines(questions: Iterable[Question]) -> Iterator[str]:
    for group, members in groupby(questions, key=lambda q: q.group):
        yield f"{group}"
        for question in members:
            given = " ".join(
                option(p) if p.required else f"[{option(p)}]"
                for p in question.params
                if p.kind != "choice"
            )
            yield f"  {question.name} {given}".rstrip()
            yield f"      {question.asks}"
        yield ""
    yield 'Ask one by name (kg ask NAME --PARAMETER VALUE) or in English (kg ask "…").'


def questions_markdown(questions: Iterable[Question]) -> str:
    """Return the page of questions."""
    parts = [_HEAD]
    for group, members in groupby(questions, key=lambda q: q.group):
        parts.append(f"## {group}\n")
        for question in members:
            parts.append(f"### `{question.name}`\n\n{question.asks}\n")
            rows = [f"| `{option(p)}` | {_told(p)} |" for p in question.params]
            if rows:
                parts.append("\n".join(["| parameter | meaning |", "| --- | --- |", *rows]) + "\n")
            columns = ", ".join(f"`{c.name}`" for c in question.columns)
            status = f" Status: {question.status}." if question.status else ""
            parts.append(f"Columns: {columns}.{status}\n")
    return "\n".join(parts)


def _told(param: Param) -> str:
    """Say what a parameter means, whether it is needed, and what it is when left out."""
    needed = " (required)" if param.required else ""
    default = f" (default {param.default})" if param.default is not None else ""
    return f"{param.help}{needed}{default}".replace("|", "\\|")


def questions_records(questions: Iterable[Question]) -> list[dict[str, object]]:
    """Return the questions as plain records, for JSON."""
    return [
        {
            "name": question.name,
            "group": question.group,
            "asks": question.asks,
            "parameters": [
                {
                    "name": p.name,
                    "kind": p.kind,
                    "help": p.help,
                    "required": p.required,
                    "default": p.default,
                    "choices": list(p.choices),
                }
                for p in question.params
            ],
            "columns": [{"name": c.name, "kind": c.kind} for c in question.columns],
            "status": question.status,
        }
        for question in questions
    ]
