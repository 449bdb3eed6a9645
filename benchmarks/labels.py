"""Which labels of the vocabularies are found in one document only, and which in none.

A label that only one document needs may be that document's phrase pasted as a label: look at it.
Prints a table of the words found, with the document, and counts at the end.

    python benchmarks/labels.py [FOLDER …] [--kind intervention …]
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

from kg.documents.load import load
from kg.extraction.matcher import Matcher
from kg.extraction.see import see
from kg.render.tables import as_table
from kg.vocabulary import data_folder, load_vocabulary

KINDS = ("intervention", "measure", "barrier", "enabler", "population")


def main() -> None:
    """Print the words that one document alone has."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--kind", action="append", choices=KINDS)
    arguments = parser.parse_args()
    kinds = tuple(arguments.kind or KINDS)
    matcher = Matcher(load_vocabulary())
    where: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for document in load(arguments.folders or [data_folder("seeds")]).documents:
        for mention in see(document, matcher).mentions:
            if mention.kind in kinds and mention.role != "cue":
                words = " ".join(document.text[mention.start : mention.end].casefold().split())
                where[mention.kind, mention.entity.id, words].add(document.id)
    alone = sorted((*key, *found) for key, found in where.items() if len(found) == 1)
    print(as_table(("kind", "concept", "words", "document"), alone), end="")
    print(f"{len(alone)} of {len(where)} ways of saying a concept stand in one document only")


if __name__ == "__main__":
    main()
