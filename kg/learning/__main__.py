"""``python -m kg.learning``: make the weights anew from marked documents and sentences."""

from __future__ import annotations

from pathlib import Path

import click

from kg.errors import KgError
from kg.evaluation.gold import document_of, read_gold
from kg.learning.learn import MarkedDocument, learn
from kg.learning.marked import Marked, marked_examples, marked_passages


@click.command()
@click.argument("out", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--marked",
    "pairs",
    type=(click.Path(path_type=Path, exists=True), click.Path(path_type=Path, exists=True)),
    multiple=True,
    help="A folder of gold and the folder of its documents; repeatable.",
)
@click.option(
    "--fresh",
    "fresh",
    type=(click.Path(path_type=Path, exists=True), click.Path(path_type=Path, exists=True)),
    multiple=True,
    help="The same, of documents on which no rule was written; at least one.",
)
@click.option(
    "--examples",
    type=click.Path(path_type=Path, exists=True),
    multiple=True,
    help="A file of lone sentences: term, status and sentence, with tabs between; repeatable.",
)
@click.option(
    "--passages",
    type=click.Path(path_type=Path, exists=True),
    multiple=True,
    help="A YAML file of passages with their facts; repeatable.",
)
def main(
    out: Path,
    pairs: tuple[tuple[Path, Path], ...],
    fresh: tuple[tuple[Path, Path], ...],
    examples: tuple[Path, ...],
    passages: tuple[Path, ...],
) -> None:
    """Learn the weights that extraction weighs claims with, and write them to the folder OUT."""
    from kg.extraction.matcher import Matcher
    from kg.extraction.weights import write_weights
    from kg.vocabulary import load_vocabulary

    vocabulary = load_vocabulary()
    matcher = Matcher(vocabulary)
    try:
        documents = [d for g, f in pairs for d in _documents(g, f, fresh=False)]
        documents += [d for g, f in fresh for d in _documents(g, f, fresh=True)]
        told: list[Marked] = [m for path in examples for m in marked_examples(path, matcher)]
        told += [m for path in passages for m in marked_passages(path, matcher)]
        weights = learn(documents, told, matcher, vocabulary)
        write_weights(weights, out)
    except KgError as error:
        raise click.ClickException(str(error)) from error
    click.echo(
        f"{out}: {len(weights.facts)} facts, {len(weights.traits)} traits, from "
        f"{len(documents)} documents and {len(told)} sentences"
    )


def _documents(gold: Path, folder: Path, *, fresh: bool) -> list[MarkedDocument]:
    """Return the documents of a folder that have gold."""
    from kg.documents.load import load

    loaded = load([folder])
    known = [(d, loaded.stems[d.id]) for d in loaded.documents]
    found = []
    for file in sorted(gold.glob("*.tsv")):
        document = document_of(file, known)
        if document is not None:
            found.append(MarkedDocument(document, read_gold(file), fresh))
    return found


if __name__ == "__main__":
    main()
