"""The explorer's page of a small programme, opened in a browser."""

from decimal import Decimal

import pytest

from kg.model import Amount, Claim, Direction, Entity, Evidence, Outcome, Relation, Status
from kg.query.network import SourceInfo, network
from kg.registry import Registry
from kg.render.explore import explore_page
from kg.render.page import write_page
from kg.vocabulary import Concept, Label, Vocabulary

NORTH, SOUTH = Entity("vanguard", "north"), Entity("vanguard", "south")
TRUST = Entity("org", "trust", ("City Trust", "CT"))
VOCABULARY = Vocabulary(
    [
        Concept("vanguard", "north", "https://x/n", (Label("pref", "Better North"),)),
        Concept("vanguard", "south", "https://x/s", (Label("pref", "Südliche Seite"),)),
    ],
    Registry("", ()),
)
TEXT = "It began in May. Beds used fell by 5% in a year. More follows."
SOURCES = {
    "s1": SourceInfo(
        "s1", "The news", "Paper", "2016-05", "https://example.org/n", "article", TEXT
    ),
    "s2": SourceInfo("s2", "The blog", url="javascript:alert(1)"),
}


def _claim(relation, subject, target, *, status="reported", source="s1", quote="words", start=0):
    words = (Evidence(source, start, start + len(quote), quote),)
    return Claim(Relation(relation), subject, target, Status(status), words, "test", 0.9)


CLAIMS = (
    _claim("care_model", NORTH, Entity("model", "alpha")),
    _claim("care_model", SOUTH, Entity("model", "beta")),
    _claim("partner", NORTH, TRUST, quote="=1+1, said the trust"),
    _claim("partner", SOUTH, TRUST, status="planned", source="s2"),
    _claim("location", NORTH, Entity("place", "town", ("Town",))),
    _claim(
        "outcome",
        NORTH,
        Outcome("bed-days", Direction.DECREASE, Decimal(5), "percent"),
        quote="Beds used fell by 5%",
        start=17,
    ),
    _claim("barrier", SOUTH, Entity("barrier", "regulation"), status="negated", source="s2"),
    _claim("funding", SOUTH, Amount(Decimal(10**6)), status="expected"),
)


@pytest.fixture(scope="session")
def claim():
    """Return a function that builds a claim."""
    return _claim


@pytest.fixture(scope="session")
def programme():
    """Return the eight claims that a page shows unless it is given others."""
    return CLAIMS


@pytest.fixture
def opened(watched, tmp_path):
    """Return a function from claims to the page that shows them; see `watched`."""

    def start(claims=CLAIMS, sources=SOURCES, title="A programme", links=None, **options):
        path = tmp_path / "graph.html"
        write_page(path, explore_page(network(claims, VOCABULARY, sources), title, links=links))
        return watched(path, **options)

    return start
