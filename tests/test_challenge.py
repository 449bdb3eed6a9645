"""The challenge set: invented passages and the facts a careful reader takes from them.

The format is described in ``tests/challenge/README.md``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from kg.documents.read import read_text
from kg.evaluation.terms import same_term
from kg.extraction.extract import extract
from kg.extraction.matcher import Matcher
from kg.model import NAMED_KINDS, Amount, Outcome, Relation, Status, parse_term
from kg.vocabulary import default_vocabulary

FOLDER = Path(__file__).parent / "challenge"
KNOWN_FAILURES = FOLDER / "xfail.yaml"
KEYS = {"name", "text", "facts", "only", "optional", "figures"}
SUBJECTS = {
    "care_model": {"vanguard"},
    "partner": {"vanguard"},
    "supports": {"org"},
    "implements": {"vanguard", "org", "model", "programme"},
    "outcome": {"vanguard", "org", "model", "programme", "intervention"},
    "barrier": {"vanguard", "org", "model", "programme"},
    "enabler": {"vanguard", "org", "model", "programme"},
    "population": {"vanguard", "model", "intervention"},
    "role": {"person"},
    "location": {"vanguard"},
    "funding": {"vanguard", "programme", "org"},
}
OBJECTS = {
    "care_model": {"model"},
    "partner": {"org"},
    "supports": {"vanguard", "programme"},
    "implements": {"intervention"},
    "outcome": {"outcome"},
    "barrier": {"barrier"},
    "enabler": {"enabler"},
    "population": {"population"},
    "role": {"vanguard", "org", "programme"},
    "location": {"place"},
    "funding": {"amount"},
}


@dataclass(frozen=True)
class Fact:
    """A fact as the guide writes it."""

    relation: str
    subject: str
    object: str
    status: str

    def __str__(self) -> str:
        return f"{self.relation} | {self.subject} | {self.object} | {self.status}"

    @property
    def figure(self) -> str:
        """The figure of an outcome, or nothing."""
        is_outcome = self.object.startswith("outcome:") and self.object.count("/") > 1
        return self.object.split("/", 2)[2] if is_outcome else ""


@dataclass(frozen=True)
class Passage:
    """A passage, what it says, and how strictly it is compared."""

    id: str
    text: str
    facts: tuple[Fact, ...]
    optional: tuple[Fact, ...]
    only: tuple[str, ...]
    exact: bool

    @property
    def is_near_miss(self) -> bool:
        """Whether it says nothing, or something that is not simply so."""
        return not self.facts or any(fact.status != "reported" for fact in self.facts)

    def judged(self, fact: Fact) -> bool:
        """Whether the fact's relation is compared in this passage."""
        return not self.only or fact.relation in self.only

    def same(self, fact: Fact, claim: Fact) -> bool:
        """Whether a claim states a fact; `exact` also refuses a figure the fact has not."""
        return (
            (fact.relation, fact.status) == (claim.relation, claim.status)
            and same_term(fact.subject, claim.subject, figures=True)
            and same_term(fact.object, claim.object, figures=True)
            and not (self.exact and claim.figure and not fact.figure)
        )


def fact(line: str) -> Fact:
    """Read a fact: four terms between bars with a space on either side."""
    return Fact(*(part.strip() for part in line.split(" | ")))


def passages() -> list[Passage]:
    """Read every passage of the folder, in order of file."""
    found = []
    for path in sorted(FOLDER.glob("*.yaml")):
        if path == KNOWN_FAILURES:
            continue
        content = yaml.safe_load(path.read_text("utf-8"))
        assert set(content) == {"phenomenon", "passages"}, path.name
        assert content["phenomenon"] == path.stem
        for row in content["passages"]:
            where = f"{path.stem}/{row.get('name')}"
            assert {"name", "text", "facts"} <= set(row) <= KEYS, where
            assert row.get("figures", "open") in {"open", "exact"}, where
            found.append(
                Passage(
                    where,
                    row["text"],
                    tuple(map(fact, row["facts"])),
                    tuple(map(fact, row.get("optional", ()))),
                    tuple(row.get("only", ())),
                    row.get("figures") == "exact",
                )
            )
    return found


def known_failures() -> dict[str, str]:
    """Read which passages cannot be done yet, and why."""
    return yaml.safe_load(KNOWN_FAILURES.read_text("utf-8")) or {}


PASSAGES = passages()
FAILURES = known_failures()


def case(passage: Passage) -> object:
    """Make the passage a test case, a strict xfail where it is a known failure."""
    if passage.id not in FAILURES:
        return pytest.param(passage, id=passage.id)
    reason = FAILURES[passage.id]
    mark = pytest.mark.xfail(reason=reason, strict=True, raises=AssertionError)
    return pytest.param(passage, id=passage.id, marks=mark)


@pytest.fixture(scope="module")
def vocabulary():
    """The package's own vocabulary."""
    return default_vocabulary()


@pytest.fixture(scope="module")
def matcher(vocabulary):
    """A matcher over it, built once."""
    return Matcher(vocabulary)


def differences(passage: Passage, claims: list[Fact]) -> tuple[list[str], list[str]]:
    """Return the facts that no claim states and the claims that are no fact, as text."""
    left = [claim for claim in claims if passage.judged(claim)]
    missing = []
    wanted = [fact for fact in passage.facts if passage.judged(fact)]
    for one in sorted(wanted, key=lambda fact: not fact.figure):
        hit = next((claim for claim in left if passage.same(one, claim)), None)
        if hit is None:
            missing.append(str(one))
        else:
            left.remove(hit)
    extra = [c for c in left if not any(passage.same(one, c) for one in passage.optional)]
    return missing, [str(claim) for claim in extra]


def faults(line: Fact) -> list[str]:
    """Return what is wrong with the way a fact is written."""
    if line.relation not in set(Relation) or line.status not in set(Status):
        return [f"no such relation or status: {line}"]
    found = []
    sides = (("subject", line.subject, SUBJECTS), ("object", line.object, OBJECTS))
    for side, text, kinds in sides:
        if text.partition(":")[0] not in kinds[line.relation]:
            found.append(f"{line.relation} has no such {side}: {text}")
        term = parse_term(text)
        if isinstance(term, Amount) or (not isinstance(term, Outcome) and term.kind in NAMED_KINDS):
            continue
        known = ("measure", term.measure) if isinstance(term, Outcome) else (term.kind, term.id)
        if default_vocabulary().find(*known) is None:
            found.append(f"unknown identifier: {text}")
    return found


def test_there_are_passages_enough():
    """No file is lost by accident."""
    assert len(PASSAGES) >= 250
    assert len({p.id.split("/")[0] for p in PASSAGES}) >= 28


def test_names_are_unique_and_plain():
    """A name is kebab-case and stands once in its file."""
    ids = [p.id for p in PASSAGES]

    assert len(ids) == len(set(ids))
    assert [i for i in ids if not re.fullmatch(r"[a-z0-9-]+/[a-z0-9]+(-[a-z0-9]+)*", i)] == []


def test_a_third_are_near_misses():
    """At least one in three says nothing or says it with another status than reported."""
    assert 3 * sum(p.is_near_miss for p in PASSAGES) >= len(PASSAGES)


def test_every_fact_is_written_as_the_guide_has_it():
    """Relations, statuses, kinds, identifiers and figures are all known."""
    wrong = [(p.id, fault) for p in PASSAGES for f in p.facts + p.optional for fault in faults(f)]

    assert wrong == []


def test_no_fact_is_given_twice():
    """A fact stands once in a passage, and is asked for or optional but not both."""
    doubled = [p.id for p in PASSAGES if len(set(p.facts + p.optional)) < len(p.facts + p.optional)]

    assert doubled == []


def test_only_names_relations():
    """`only` holds relations of the guide."""
    assert [p.id for p in PASSAGES if not set(p.only) <= set(Relation)] == []


def test_known_failures_are_passages_and_have_reasons():
    """`xfail.yaml` names passages that are there and says why each fails."""
    assert set(FAILURES) <= {p.id for p in PASSAGES}
    assert all(isinstance(reason, str) and reason.strip() for reason in FAILURES.values())


def test_the_comparison_sees_what_is_missing_and_what_is_extra():
    """Figures count where the fact has one, optional claims are ignored, `only` restricts both."""
    sutton = "outcome | vanguard:sutton | outcome:falls/decrease"
    wanted, open_figure = fact(f"{sutton}/9 percent | reported"), fact(f"{sutton} | reported")
    denied, place = (
        fact(f"{sutton} | negated"),
        fact("location | vanguard:sutton | place:X | reported"),
    )
    one = Passage("x/y", "", (wanted,), (denied,), ("outcome",), exact=False)
    loose = Passage("x/y", "", (open_figure,), (), (), exact=False)
    exact = Passage("x/y", "", (open_figure,), (), (), exact=True)

    assert differences(one, [wanted, denied, place]) == ([], [])
    assert differences(one, [open_figure]) == ([str(wanted)], [str(open_figure)])
    assert differences(one, []) == ([str(wanted)], [])
    assert differences(loose, [wanted]) == ([], [])
    assert differences(loose, [wanted, place]) == ([], [str(place)])
    assert differences(exact, [wanted]) == ([str(open_figure)], [str(wanted)])


@pytest.mark.parametrize("passage", [case(p) for p in PASSAGES])
def test_a_passage_yields_its_facts_and_no_others(passage, matcher, vocabulary):
    """What extraction claims of the passage is what a careful reader takes from it."""
    document = read_text(passage.text, passage.id.replace("/", "-"))
    found = extract(document, matcher, vocabulary).claims
    claims = [Fact(c.relation, str(c.subject), str(c.object), c.status) for c in found]

    missing, extra = differences(passage, claims)

    assert (missing, extra) == ([], []), passage.text
