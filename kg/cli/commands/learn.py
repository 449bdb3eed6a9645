"""``kg learn``: marked documents to the weights that claims are weighed with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import vocabulary_option

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.learning.learn import MarkedDocument

_FOLDER = click.Path(path_type=Path, exists=True)
_PAIR = (_FOLDER, _FOLDER)
_PAIR_NAMES = "GOLD DOCUMENTS"


@click.command("learn", short_help="Learn weights from marked documents.")
@click.argument("output", type=click.Path(path_type=Path, file_okay=False))
@vocabulary_option
@click.option(
    "--fresh",
    type=_PAIR,
    multiple=True,
    required=True,
    metavar=_PAIR_NAMES,
    help="Marked documents on which no rule or label was written; repeatable, needed once.",
)
@click.option(
    "--marked",
    type=_PAIR,
    multiple=True,
    metavar=_PAIR_NAMES,
    help="Marked documents besides, from which rules or labels may have been written; repeatable.",
)
@click.option(
    "--sentences",
    type=_FOLDER,
    multiple=True,
    metavar="FILE",
    help="Lone sentences: term, status (R, P, E, N; X: none of it) and sentence, tab-separated.",
)
@click.option(
    "--passages",
    type=_FOLDER,
    multiple=True,
    metavar="FILE",
    help="YAML of passages with their facts, as tests/challenge/README.md describes; repeatable.",
)
def COMMAND(
    output: Path,
    vocabulary_files: tuple[Path, ...],
    fresh: tuple[tuple[Path, Path], ...],
    marked: tuple[tuple[Path, Path], ...],
    sentences: tuple[Path, ...],
    passages: tuple[Path, ...],
) -> None:
    """Learn how far words speak for facts, and how sure claims are; write it to the folder OUTPUT.

    Documents are marked as the annotation guide says, one gold file (.tsv) a document. From fresh
    ones extraction learns how far to trust its rules and the words: on documents that rules were
    written from they look better than they are. Use the outcome with --weights.

    Needs scikit-learn: pip install 'vanguard-kg[learn]'. Minutes, not seconds.
    """
    from kg.api.progress import progress
    from kg.extraction.matcher import Matcher
    from kg.extraction.weights import write_weights
    from kg.learning.learn import learn
    from kg.learning.marked import marked_examples, marked_passages
    from kg.vocabulary import load_vocabulary

    vocabulary = load_vocabulary(vocabulary_files)
    matcher = Matcher(vocabulary)
    documents = [
        document
        for pairs, is_fresh in ((fresh, True), (marked, False))
        for gold, folder in pairs
        for document in _documents(gold, folder, fresh=is_fresh)
    ]
    told = [m for path in sentences for m in marked_examples(path, matcher)]
    told += [m for path in passages for m in marked_passages(path, matcher)]
    with progress("Learning", len(documents)) as step:
        weights = learn(documents, told, matcher, vocabulary, step)
    write_weights(weights, output)
    click.echo(
        f"{len(documents)} documents, {len(told)} sentences and passages: weights of "
        f"{len(weights.facts)} facts and {len(weights.traits)} traits in {output}/"
    )


def _documents(gold: Path, folder: Path, *, fresh: bool) -> Iterator[MarkedDocument]:
    """Yield the documents that gold files belong to.

    Raises InputError when there is no gold, or when a file's document was not given.
    """
    from kg.documents.load import load
    from kg.evaluation.gold import read_gold
    from kg.evaluation.judge import documents_of
    from kg.learning.learn import MarkedDocument

    loaded = load([folder])
    for error in loaded.failed:
        raise error
    known = [(d, loaded.stems[d.id]) for d in loaded.documents]
    for file, document in documents_of(gold, known):
        yield MarkedDocument(document, read_gold(file), fresh)
