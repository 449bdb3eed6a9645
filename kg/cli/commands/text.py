"""``kg text``: a document as read."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import format_option, write_out


@click.command("text", short_help="Show a document as read: its blocks and sentences.")
@click.argument("file", type=click.Path(path_type=Path))
@format_option("table", "csv", "tsv", "json", "jsonl")
def COMMAND(file: Path, format_: str) -> None:
    """Show FILE as read: every block and sentence with its offsets into the text.

    Offsets count code points of the decoded text. A scope is the number of the block that
    introduces a block: its heading, the line that leads into a list, the question it answers.
    """
    from kg.documents.read import read_file
    from kg.render.tables import render_rows

    document = read_file(file)
    columns = ("block", "part", "level", "scope", "start", "end", "text")
    rows: list[tuple[str | int | None, ...]] = []
    for number, block in enumerate(document.blocks):
        words = document.text[block.start : block.end]
        rows.append(
            (number, str(block.kind), block.level, block.scope, block.start, block.end, words)
        )
        for sentence in document.sentences_of(number):
            words = document.text[sentence.start : sentence.end]
            rows.append((number, "sentence", None, None, sentence.start, sentence.end, words))
    write_out(render_rows(columns, rows, format_), None)
