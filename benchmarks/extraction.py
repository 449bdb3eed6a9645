"""How fast extraction is, as a ratio to spaCy on the same text in the same run.

Both read the same documents over and over, with nothing kept between repeats: `kg` from text to
claims; spaCy's blank English pipeline with a PhraseMatcher (lower case) of the same labels, which
finds mentions and no more.

    pip install spacy
    python benchmarks/extraction.py [FOLDER …] [--repeats 100]
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from kg.documents.load import load
from kg.documents.read import read_text
from kg.extraction.extract import extract
from kg.extraction.matcher import Matcher
from kg.vocabulary import data_folder, load_vocabulary


def ours(texts: list[str], repeats: int) -> tuple[float, int]:
    """Return seconds, and claims of one pass, of reading and extracting all texts."""
    vocabulary = load_vocabulary()
    matcher = Matcher(vocabulary)
    start = time.perf_counter()
    for _ in range(repeats):
        found = [extract(read_text(text, "x"), matcher, vocabulary) for text in texts]
    return time.perf_counter() - start, sum(len(e.claims) for e in found)


def spacys(texts: list[str], repeats: int) -> tuple[float, int]:
    """Return seconds, and matches of one pass, of spaCy's tokeniser and PhraseMatcher."""
    import spacy
    from spacy.matcher import PhraseMatcher

    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    labels = {label.text for concept in load_vocabulary() for label in concept.labels}
    matcher.add("LABEL", list(nlp.pipe(sorted(labels))))
    start = time.perf_counter()
    for _ in range(repeats):
        found = [matcher(nlp(text)) for text in texts]
    return time.perf_counter() - start, sum(map(len, found))


def main() -> None:
    """Print megabytes a second of both, and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--repeats", type=int, default=100)
    arguments = parser.parse_args()
    folders = arguments.folders or [data_folder("seeds")]
    texts = [document.text for document in load(folders).documents]
    size = sum(len(text.encode()) for text in texts) * arguments.repeats / 1e6
    seconds, claims = ours(texts, arguments.repeats)
    print(f"kg:    {size / seconds:6.3f} MB/s ({len(texts)} documents, {claims} claims)")
    peer, matches = spacys(texts, arguments.repeats)
    print(f"spaCy: {size / peer:6.3f} MB/s ({matches} matches)")
    print(f"ratio kg / spaCy: {peer / seconds:.2f}")


if __name__ == "__main__":
    main()
