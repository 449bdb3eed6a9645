"""Two invented vanguards, two notes about them, and the graph of both."""

import pytest

import kg

WORDS = """
@prefix ncm: <https://w3id.org/ncm/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix vanguard: <https://w3id.org/ncm/id/vanguard/> .
@prefix intervention: <https://w3id.org/ncm/intervention/> .
vanguard:northmoor a ncm:Vanguard ; skos:prefLabel "Northmoor Together" .
vanguard:southmoor a ncm:Vanguard ; skos:prefLabel "Southmoor Together" .
intervention:lifts a ncm:Intervention , skos:Concept ;
  skos:prefLabel "Lifts to appointments" ; skos:altLabel "rides scheme" .
"""
NORTH = """---
title: News from <b>the moor</b>
---
Northmoor Together has set up a rides scheme.

Northmoor Together cut emergency admissions by 12 per cent.

Northmoor Together hopes that A&E attendances will fall.
"""
SOUTH = "The Southmoor Together vanguard has set up a rides scheme.\n"


@pytest.fixture(scope="session")
def moor(tmp_path_factory):
    """Return a folder with ``words.ttl`` and two notes: ``docs/north.txt``, ``docs/south.txt``."""
    folder = tmp_path_factory.mktemp("moor")
    (folder / "docs").mkdir()
    (folder / "words.ttl").write_text(WORDS, encoding="utf-8")
    (folder / "docs" / "north.txt").write_text(NORTH, encoding="utf-8")
    (folder / "docs" / "south.txt").write_text(SOUTH, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def graph(moor):
    """Return the graph of the two notes, in memory."""
    return kg.build(moor / "docs", vocabulary=moor / "words.ttl")
