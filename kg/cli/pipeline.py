"""What build, extract and evaluate say of their input on standard error."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg.render.tables import visible

if TYPE_CHECKING:
    from kg.api.building import Extracted
    from kg.documents.load import Loaded


def report_reading(loaded: Loaded, *, verbose: bool = True) -> None:
    """Say on standard error what was skipped and what could not be read."""
    if verbose:
        for path, reason in loaded.skipped:
            click.echo(visible(f"skipped {path}: {reason}"), err=True)
    for error in loaded.failed:
        click.echo(visible(f"could not read {error}"), err=True)


def report_refused(found: Extracted) -> int:
    """Say on standard error which claims were refused and why; return how many."""
    for refusal in found.refused:
        said = " ".join(refusal.claim.key)
        click.echo(visible(f"refused {said}: {refusal.reason}"), err=True)
    return len(found.refused)
