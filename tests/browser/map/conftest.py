"""The evidence map of a small programme, opened in a browser."""

from decimal import Decimal
from types import SimpleNamespace

import pytest

from kg.model import Claim, Direction, Entity, Evidence, Outcome, Relation, Status
from kg.query.network import SourceInfo, network
from kg.registry import Registry
from kg.render.map_page import map_page
from kg.render.page import write_page
from kg.vocabulary import Concept, Label, Vocabulary

NORTH, SOUTH = Entity("vanguard", "north"), Entity("vanguard", "south")
FALLS, HUB = Entity("intervention", "falls"), Entity("intervention", "hub")
TEXT = "It began in May. Beds used fell by 5% in a year. More follows."
SOURCES = {
    "s1": SourceInfo(
        "s1", "The news", "Paper", "2016-05", "https://example.org/n", "article", TEXT
    ),
    "s2": SourceInfo("s2", "The blog", url="javascript:alert(1)"),
}


def _concept(kind, identifier, name, **values):
    labels = (Label("pref", name),)
    return Concept(kind, identifier, f"https://x/{identifier}", labels, "", tuple(values.items()))


FRAMEWORK = Vocabulary(
    [
        _concept("intervention", "falls", "Falls service"),
        _concept("intervention", "hub", "Single hub"),
        _concept("intervention", "unused", "Unused thing"),
        _concept("measure", "beds", "Bed days", betterDirection="decrease"),
        _concept("measure", "cost", "Costs", betterDirection="decrease"),
        _concept("measure", "silence", "Silence"),
        _concept("vanguard", "north", "Better North"),
        _concept("vanguard", "south", "Südliche Seite"),
    ],
    Registry("", ()),
)


def _claim(relation, subject, target, *, status="reported", source="s1", quote="words", start=0):
    words = (Evidence(source, start, start + len(quote), quote),)
    return Claim(Relation(relation), subject, target, Status(status), words, "test", 0.9)


def _change(measure, direction="decrease"):
    return Outcome(measure, Direction(direction), Decimal(5), "percent")


CLAIMS = (
    _claim("outcome", FALLS, _change("beds"), quote="Beds used fell by 5%", start=17),
    _claim("outcome", FALLS, _change("beds"), source="s2"),
    _claim("outcome", FALLS, _change("beds", "increase"), status="expected", source="s2"),
    _claim("outcome", HUB, _change("cost"), status="negated", quote="=1+1, they said"),
    _claim("outcome", NORTH, _change("cost"), source="s2", start=30),
    _claim("implements", NORTH, FALLS, start=40),
    _claim("care_model", NORTH, Entity("model", "alpha"), start=50),
    _claim("care_model", SOUTH, Entity("model", "beta"), start=55),
)


@pytest.fixture(scope="session")
def small():
    """Return the little programme: its claims, sources, framework, and how to make more."""
    return SimpleNamespace(
        claims=CLAIMS,
        sources=SOURCES,
        framework=FRAMEWORK,
        graph=network(CLAIMS, FRAMEWORK, SOURCES),
        claim=_claim,
        falls=FALLS,
        concept=_concept,
    )


@pytest.fixture
def opened(watched, tmp_path):
    """Return a function from claims to the map that shows them; see `watched`."""

    def start(
        claims=CLAIMS, sources=SOURCES, title="A map", vocabulary=FRAMEWORK, page=None, **options
    ):
        path = tmp_path / "map.html"
        graph = network(claims, vocabulary, sources)
        axes = ("interventions", "measures")
        made = map_page(graph, *axes, title, vocabulary=vocabulary, **(page or {}))
        write_page(path, made)
        return watched(path, **options)

    return start


@pytest.fixture(scope="session")
def grid():
    """Return a function from an open map to its rows of text: of a cell what is read aloud."""

    def read(page):
        return page.evaluate(
            "() => [...document.querySelectorAll('#grid tr')].map((row) =>"
            " [...row.cells].map((cell) => {"
            " const button = cell.querySelector('button');"
            " return button ? button.getAttribute('aria-label').split(': ').slice(1).join(': ')"
            " : cell.textContent; }))"
        )

    return read


@pytest.fixture
def saved(tmp_path):
    """Return a function from an open map and the name of a button to the file that it saves."""
    from playwright.sync_api import TimeoutError as Unanswered

    def save(page, button):
        try:
            waiting = asked(page, button, 20_000)
        except Unanswered:
            # Of forty downloads in a row, a browser on a busy machine drops one now and then.
            waiting = asked(page, button, 60_000)
        path = tmp_path / waiting.suggested_filename
        waiting.save_as(path)
        return path

    def asked(page, button, patience):
        with page.expect_download(timeout=patience) as waiting:
            page.click(f"#{button}")
        return waiting.value

    return save
