"""The controlled vocabularies and the registry as plain values.

Parses Turtle and CSV and hands on `Concept`s; nothing above this module reads an ontology file.
Label roles, by the property that gives them:

========  ======================  ==============================================================
role      property                meaning
========  ======================  ==============================================================
pref      ``skos:prefLabel``      the name
alt       ``skos:altLabel``       another name that a person would show
hidden    ``skos:hiddenLabel``    another way of saying it, for finding
pattern   ``ncm:pattern``         ways of saying it that one line stands for (see below)
case      ``ncm:caseLabel``       a name that counts only in these capitals (``MCP``, ``Mind``)
cue       ``ncm:cueLabel``        means the concept only where the context already says so
gain      ``ncm:gainLabel``       says by itself that the measure changed for the better
loss      ``ncm:lossLabel``       says by itself that the measure changed for the worse
========  ======================  ==============================================================

A pattern stands for many labels: "fill|find … posts" means one of the words between bars, and that
some words may come where the dots are (`kg.extraction.gapped`). A cue, gain or loss label may be
one too; the labels of SKOS are plain English. "@clinician" in a pattern stands for all the words of
the class of that name, which a file of word classes lists.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import VocabularyError
from kg.model import Entity
from kg.names import BASE, ONTOLOGY, fold
from kg.registry import Registry, read_registry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

SKOS = "http://www.w3.org/2004/02/skos/core#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
RDFS_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"

KINDS = {
    "Vanguard": "vanguard",
    "CareModel": "model",
    "Programme": "programme",
    "Intervention": "intervention",
    "Barrier": "barrier",
    "Enabler": "enabler",
    "Population": "population",
    "Measure": "measure",
    "Direction": "direction",
    "Status": "status",
    "OrganisationType": "orgtype",
    "Organisation": "org",
    "Person": "person",
    "Place": "place",
    "Cue": "cue",
}
"""Class of the ontology -> kind of concept."""

LABEL_ROLES = {
    f"{SKOS}prefLabel": "pref",
    RDFS_LABEL: "pref",
    f"{SKOS}altLabel": "alt",
    f"{SKOS}hiddenLabel": "hidden",
    f"{ONTOLOGY}pattern": "pattern",
    f"{ONTOLOGY}caseLabel": "case",
    f"{ONTOLOGY}cueLabel": "cue",
    f"{ONTOLOGY}gainLabel": "gain",
    f"{ONTOLOGY}lossLabel": "loss",
}


CLASS = "any-"
"""What the identifier of a class of words begins with."""

_CLASS = re.compile(r"(?<!\w)@([a-z]+)")


@dataclass(frozen=True, slots=True, order=True)
class Label:
    """A way of saying a concept; `role` is one of the table above."""

    role: str
    text: str


@dataclass(frozen=True, slots=True)
class Concept:
    """A thing the vocabularies know: its kind, identifier, IRI, labels and other values.

    `properties` holds (name, value) pairs: the local name of an ``ncm:`` property and its literal,
    or the last segment of the IRI it points at.
    """

    kind: str
    id: str
    iri: str
    labels: tuple[Label, ...]
    definition: str = ""
    properties: tuple[tuple[str, str], ...] = ()

    @property
    def name(self) -> str:
        """The preferred label, else the identifier."""
        return next((label.text for label in self.labels if label.role == "pref"), self.id)

    def get(self, key: str, default: str = "") -> str:
        """Return the first value of property `key`, or `default`."""
        return next((value for name, value in self.properties if name == key), default)

    def texts(self, *roles: str) -> tuple[str, ...]:
        """Return the labels of these roles (all of them when none is given)."""
        return tuple(label.text for label in self.labels if not roles or label.role in roles)

    @property
    def entity(self) -> Entity:
        """The concept as a claim speaks of it."""
        names = self.texts("pref", "alt", "case") if self.kind in {"org", "person", "place"} else ()
        return Entity(self.kind, self.id, names)


class Vocabulary:
    """All concepts, the registry they came with, and which (folded) labels a user added."""

    def __init__(
        self, concepts: Iterable[Concept], registry: Registry, own: Iterable[str] = ()
    ) -> None:
        """Index the concepts; later ones of the same kind and id add to earlier ones."""
        self.own = frozenset(own)
        merged: dict[tuple[str, str], Concept] = {}
        for concept in concepts:
            key = (concept.kind, concept.id)
            merged[key] = _joined(merged[key], concept) if key in merged else concept
        self._concepts = merged
        self.registry = registry

    def __iter__(self) -> Iterator[Concept]:
        return iter(self._concepts.values())

    def __len__(self) -> int:
        return len(self._concepts)

    def find(self, kind: str, identifier: str) -> Concept | None:
        """Return the concept of that kind and identifier, or None."""
        return self._concepts.get((kind, identifier))

    def of(self, kind: str) -> tuple[Concept, ...]:
        """Return the concepts of one kind, in order of identifier."""
        return tuple(sorted((c for c in self if c.kind == kind), key=lambda c: c.id))

    def __reduce__(self) -> tuple[type[Vocabulary], tuple[object, ...]]:
        """Cross a process boundary whole."""
        return Vocabulary, (tuple(self), self.registry, self.own)


def _joined(first: Concept, second: Concept) -> Concept:
    """Return `first` with what `second` adds."""
    has_name = any(label.role == "pref" for label in first.labels)
    added = tuple(
        Label("alt", label.text) if label.role == "pref" and has_name else label
        for label in second.labels
        if label.text not in first.texts(label.role)
        and not (label.role == "pref" and label.text == first.name)
    )
    return Concept(
        first.kind,
        first.id,
        first.iri,
        first.labels + added,
        first.definition or second.definition,
        tuple(dict.fromkeys(first.properties + second.properties)),
    )


def data_folder(name: str) -> Path:
    """Return the folder ``ontology`` or ``seeds``: inside the wheel, else beside the package.

    Raises VocabularyError when neither is there.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "data" / name, package.parent / name):
        if folder.is_dir():
            return folder
    raise VocabularyError(f"the folder {name!r} of the package is missing; install it again")


def read_turtle(text: str, path: str) -> tuple[Concept, ...]:
    """Return the concepts that a Turtle text declares, in order of kind and identifier.

    Raises VocabularyError, naming `path` and the line, when it is not Turtle.
    """
    import pyoxigraph

    described: dict[str, list[tuple[str, str, bool]]] = {}
    try:
        for quad in pyoxigraph.parse(text.encode(), format=pyoxigraph.RdfFormat.TURTLE):
            subject, predicate, value, _ = quad
            literal = isinstance(value, pyoxigraph.Literal)
            # Blank nodes (lists, restrictions) describe no concept.
            if isinstance(subject, pyoxigraph.NamedNode) and (
                literal or isinstance(value, pyoxigraph.NamedNode)
            ):
                row = (predicate.value, value.value, literal)
                described.setdefault(subject.value, []).append(row)
    except SyntaxError as error:
        raise VocabularyError(f"{path}: not Turtle: {error}") from error
    concepts = [c for iri, rows in described.items() for c in _concept(iri, rows)]
    return tuple(sorted(concepts, key=lambda c: (c.kind, c.id)))


def _concept(iri: str, rows: Sequence[tuple[str, str, bool]]) -> Iterator[Concept]:
    """Yield the concept that the rows about one IRI describe, if its class is one of ours."""
    classes = {value.removeprefix(ONTOLOGY) for name, value, _ in rows if name == RDF_TYPE}
    kind = next((KINDS[c] for c in sorted(classes) if c in KINDS), None)
    if kind is None:
        return
    said = {(LABEL_ROLES[name], value) for name, value, _ in rows if name in LABEL_ROLES}
    labels = tuple(Label(role, text) for role, text in sorted(said))
    definition = next((value for name, value, _ in rows if name == f"{SKOS}definition"), "")
    properties = sorted(
        (name.removeprefix(ONTOLOGY), value if literal else _last(value))
        for name, value, literal in rows
        if name.startswith(ONTOLOGY) and name not in LABEL_ROLES
    )
    yield Concept(kind, _last(iri), iri, labels, definition, tuple(properties))


def _last(iri: str) -> str:
    """Return the last segment of an IRI."""
    return iri.rstrip("/#").replace("#", "/").rsplit("/", 1)[-1]


def registry_concepts(registry: Registry, base: str) -> Iterator[Concept]:
    """Yield the vanguards of the registry as concepts."""
    for row in registry.rows:
        labels = (Label("pref", row.name), *(Label("alt", name) for name in row.other_names))
        properties = (
            ("announced", row.announced),
            ("area", row.area),
            ("careModel", row.care_model),
        )
        yield Concept("vanguard", row.id, f"{base}vanguard/{row.id}", labels, "", properties)


def load_vocabulary(extra: Sequence[Path] = (), *, base: str | None = None) -> Vocabulary:
    """Return the vocabulary of the package, with the user's own Turtle added.

    Raises VocabularyError when a file cannot be read or used.
    """
    files = sorted(data_folder("ontology").rglob("*.ttl"))
    registry_path = data_folder("seeds") / "registry.csv"
    registry = read_registry(_text(registry_path), str(registry_path))
    concepts = list(registry_concepts(registry, base or BASE))
    for path in files:
        concepts.extend(read_turtle(_text(path), str(path)))
    added = [concept for path in extra for concept in read_turtle(_text(path), str(path))]
    own = (fold(label.text) for concept in added for label in concept.labels)
    return Vocabulary(_spelled_out([*concepts, *added]), registry, own)


def _spelled_out(concepts: Sequence[Concept]) -> Iterator[Concept]:
    """Yield the concepts, the classes of words in their patterns replaced by the words.

    Raises VocabularyError where a pattern names a class that nothing declares.
    """
    classes = {
        c.id.removeprefix(CLASS): "|".join(v for name, v in c.properties if name == "phrase")
        for c in concepts
        if c.id.startswith(CLASS)
    }

    def words(match: re.Match[str]) -> str:
        if match[1] not in classes:
            raise VocabularyError(f"no class of words is called {match[0]!r}: {sorted(classes)}")
        return classes[match[1]]

    for concept in concepts:
        if any("@" in label.text for label in concept.labels):
            labels = tuple(Label(x.role, _CLASS.sub(words, x.text)) for x in concept.labels)
            yield replace(concept, labels=labels)
        else:
            yield concept


def _text(path: Path) -> str:
    """Read a file of ours or the user's as UTF-8."""
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError) as error:
        raise VocabularyError(f"{path}: cannot be read: {error}") from error


@cache
def default_vocabulary() -> Vocabulary:
    """Return the package's own vocabulary, read once a process."""
    return load_vocabulary()
