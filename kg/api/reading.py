"""What lies on the way to a graph: documents, their claims, how right they are, what to ask."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.api.answer import Answer
from kg.api.building import extract_paths
from kg.api.claims import Claims
from kg.api.making import paths_of
from kg.model import LEAST_CONFIDENCE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.model import Document


def read(path: str | Path) -> Document:
    """Return one document as it is read: text, metadata, blocks and sentences.

    Raises ReadError when it cannot be read.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder, "note.txt")
    ...     _ = path.write_text("It began in May. It ended in June.")
    ...     len(read(path).sentences)
    2
    """
    from kg.documents.load import load
    from kg.errors import ReadError

    loaded = load([path])
    for error in loaded.failed:
        raise error
    if len(loaded.documents) != 1:
        raise ReadError(str(path), f"holds {len(loaded.documents)} documents; give one file")
    return loaded.documents[0]


def extract(
    document: str | Path | Document,
    *,
    vocabulary: str | Path | Iterable[str | Path] = (),
    min_confidence: float = LEAST_CONFIDENCE,
    weights: str | Path | None = None,
) -> Claims:
    """Return the claims of one document, in order of place; a path is read first.

    Claims less sure than `min_confidence`, in [0, 1], are left out; `weights` is a folder that
    ``kg learn`` wrote. Raises ReadError for a document that cannot be read, VocabularyError for a
    vocabulary, InputError for weights.
    """
    from kg.extraction.extract import extract as claims_of
    from kg.extraction.matcher import Matcher
    from kg.extraction.weights import read_weights
    from kg.vocabulary import default_vocabulary, load_vocabulary

    learnt = None if weights is None else read_weights(Path(weights))
    extra = paths_of(vocabulary)
    words = load_vocabulary(extra) if extra else default_vocabulary()
    told = read(document) if isinstance(document, str | Path) else document
    found = claims_of(told, Matcher(words), words, least=min_confidence, weights=learnt)
    return Claims(found.claims)


def evaluate(
    gold: str | Path,
    paths: str | Path | Iterable[str | Path] = (),
    *,
    vocabulary: str | Path | Iterable[str | Path] = (),
    by: str | Iterable[str] = (),
    weights: str | Path | None = None,
    progress: bool | None = None,
) -> Answer:
    """Measure extraction from documents (the seeds when none is given) against gold files.

    `gold` is a file or a folder of files in the format of the annotation guide, each named as its
    document is. The rows hold precision, recall and F1, in [0, 1], by two measures: ``core``
    compares relation, subject and object, ``strict`` also status and figure. `by` splits them by
    ``relation``, ``status``, ``document``, ``rule`` or ``confidence``. `weights` is a folder that
    ``kg learn`` wrote.

    Raises InputError for gold that cannot be used or whose document was not given.
    """
    from kg.errors import InputError
    from kg.evaluation.judge import COLUMNS, PARTS, judge, pairs, scores
    from kg.vocabulary import data_folder, load_vocabulary

    parts = (by,) if isinstance(by, str) else tuple(by)
    for part in parts:
        if part not in PARTS:
            raise InputError(f"scores are split by {', '.join(PARTS)}; not by {part!r}")
    given = paths_of(paths) or (data_folder("seeds"),)
    words = load_vocabulary(paths_of(vocabulary))
    learnt = None if weights is None else Path(weights)
    found = extract_paths(given, words, weights=learnt, show=progress)
    for error in found.loaded.failed:
        raise error
    told = [(document, extraction.claims) for document, extraction in found.extractions]
    rows = scores(judge(pairs(Path(gold), told, found.loaded.stems)), parts)
    rounded = [tuple(round(v, 3) if isinstance(v, float) else v for v in row) for row in rows]
    return Answer(COLUMNS, tuple(rounded), "Extraction against gold")


def questions(group: str | None = None) -> Answer:
    """Return the questions that `Graph.ask` answers: group, name, what it asks, parameters.

    `group` keeps those of one group. Raises InputError for a group that does not exist.

    >>> questions("Network").columns
    ('group', 'name', 'asks', 'parameters')
    """
    from kg.errors import InputError
    from kg.query.question import GROUPS, all_questions

    if group is not None and group not in GROUPS:
        raise InputError(f"no group is called {group!r}; there are {'; '.join(GROUPS)}")
    rows = tuple(
        (q.group, q.name, q.asks, ", ".join(param.name for param in q.params))
        for q in all_questions()
        if group in {None, q.group}
    )
    return Answer(("group", "name", "asks", "parameters"), rows, "The questions of the library")
