"""What several tests need: the shared documents where they are, and graphs built once."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# No test asserts a time: a busy machine is no failure.
settings.register_profile("kg", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kg")

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def shared():
    """Return the folder of documents and gold beside the project, or skip where it is missing."""
    if not (SHARED / "gold").is_dir():
        pytest.skip("needs the documents and gold of ../shared, which only developers and CI have")
    return SHARED


@pytest.fixture(scope="session")
def vocabulary():
    """Return the package's own vocabulary."""
    from kg.vocabulary import default_vocabulary

    return default_vocabulary()


@pytest.fixture(scope="session")
def matcher(vocabulary):
    """Return the matcher of the package's own vocabulary."""
    from kg.extraction.matcher import Matcher

    return Matcher(vocabulary)


@pytest.fixture(scope="session")
def built(vocabulary, matcher):
    """Return a function from paths to (documents, claims, store in memory)."""
    from kg.documents.load import load
    from kg.extraction.extract import extract
    from kg.graph.build import build_quads
    from kg.graph.store import memory_store

    def build(*paths):
        documents = load(paths).documents
        claims = [c for d in documents for c in extract(d, matcher, vocabulary).claims]
        return documents, claims, memory_store(build_quads(documents, claims, vocabulary))

    return build


@pytest.fixture(scope="session")
def seeds(built):
    """Return (documents, claims, store) of the project's own seeds."""
    return built(ROOT / "seeds")
