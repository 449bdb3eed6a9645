"""The command line: ``kg``. One file under ``commands/`` a command, each with one ``COMMAND``."""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
from typing import Any

import click

from kg import __version__
from kg.errors import KgError

_ORDER = ("build", "check", "stats", "show", "claims", "sparql", "explore", "map", "export")
"""The commands that a newcomer needs first; the others follow by name."""


class _Commands(click.Group):
    """The commands found in ``kg.cli.commands``; errors of ours become one line and exit code 1."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        package = importlib.import_module("kg.cli.commands")
        names = {info.name for info in pkgutil.iter_modules(package.__path__)}
        first = [name for name in _ORDER if name in names]
        return first + sorted(names - set(first))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        command = importlib.import_module(f"kg.cli.commands.{cmd_name}").COMMAND
        if not isinstance(command, click.Command):
            raise TypeError(f"kg.cli.commands.{cmd_name}.COMMAND is no command")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from rapidfuzz import process

            near = process.extractOne(args[0], self.list_commands(ctx), score_cutoff=60)
            hint = f" Did you mean {near[0]!r}?" if near else ""
            raise click.UsageError(f"{error.message}{hint}", ctx) from None

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KgError as error:
            raise click.ClickException(str(error)) from error
        except BrokenPipeError:
            # The reader (head, less) has gone: nothing is wrong, and nothing more can be said.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)


@click.command(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="kg")
def main() -> None:
    """Build a knowledge graph from documents on change in health care, and ask it.

    \b
    kg build              build a graph from the seeds (or: kg build PATH…)
    kg show Symphony      what it knows of one thing, with the words behind each fact
    kg explore            a page to look at, in one file

    Every fact shows the words it rests on; a hope is never a result.
    """
