"""Claims and documents to RDF: one named graph a source, named by the source's IRI.

A source's graph holds its metadata, its claims of every status with their evidence, the outcomes
and funding they speak of, and the types and told names of the things they are about. All nodes
are named by content; there is no blank node.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.graph import terms as t
from kg.graph.changes import change_key, change_owners
from kg.graph.contexts import Context, surroundings
from kg.graph.nodes import (
    join_names,
    to_confidence,
    to_date,
    to_integer,
    to_link,
    to_node,
    to_number,
    to_quad,
    to_text,
)
from kg.model import Amount, Entity, Outcome, plain_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pyoxigraph import Literal, NamedNode, Quad

    from kg.graph.changes import ChangeKey
    from kg.graph.terms import Terms
    from kg.model import Claim, Document, Evidence

_SOURCE_CLASSES = (t.SOURCE, t.term("prov:Entity"), t.term("schema:CreativeWork"))
_CLAIM_CLASSES = (t.CLAIM, t.term("rdf:Statement"), t.term("prov:Entity"))
_LONGEST = 30
_METADATA = {
    "author": t.term("dcterms:creator"),
    "creator": t.term("dcterms:creator"),
    "kind": t.term("dcterms:type"),
    "note": t.term("dcterms:description"),
    "publisher": t.term("dcterms:publisher"),
}


def source_quads(document: Document, terms: Terms) -> Iterator[Quad]:
    """Yield what is known of a source itself."""
    source = terms.source(document.id)
    for cls in _SOURCE_CLASSES:
        yield to_quad(source, t.TYPE, cls, source)
    yield to_quad(source, t.IDENTIFIER, to_text(document.id), source)
    yield to_quad(source, t.TITLE, to_text(document.title or document.id), source)
    if document.digest:
        yield to_quad(source, t.term("schema:sha256"), to_text(document.digest), source)
    for key, value in document.metadata:
        if key in _METADATA and value:
            yield to_quad(source, _METADATA[key], to_text(value), source)
        elif key == "date" and value:
            yield to_quad(source, t.term("dcterms:date"), to_date(value), source)
        elif key == "url" and value:
            yield to_quad(source, t.term("schema:url"), to_link(value), source)


def claims_to_quads(
    claims: Iterable[Claim], terms: Terms, documents: Iterable[Document] = ()
) -> Iterator[Quad]:
    """Yield the quads of claims, each in the graph of its source.

    Of the `documents` that are at hand, the words around each quote are written too.

    Raises InputError for a claim without evidence, with an unknown qualifier, or with a term that
    gives no IRI.
    """
    claims, around = tuple(claims), {d.id: surroundings(d) for d in documents}
    owners = change_owners(claims)
    things: dict[tuple[str, str], list[Entity]] = {}
    for claim in claims:
        yield from _claim_quads(claim, terms, owners)
        for evidence in dict.fromkeys(claim.evidence):
            if evidence.source in around:
                context = around[evidence.source](evidence)
                yield from _context_quads(evidence, context, terms)
        for thing in (claim.subject, claim.object):
            if isinstance(thing, Entity):
                key = (terms.source(claim.source), terms.entity(thing))
                things.setdefault(key, []).append(thing)
    for (source, iri), told in things.items():
        yield to_quad(iri, t.TYPE, t.CLASSES[told[0].kind], source)
        names = names_told(told)
        for i, name in enumerate(names):
            yield to_quad(iri, t.ALT_LABEL if i else t.LABEL, to_text(name), source)


def names_told(told: Iterable[Entity]) -> tuple[str, ...]:
    """Return the names of one thing as told several times: the fullest first, then in order.

    >>> names_told([Entity("org", "x", ("Trust",)), Entity("org", "x", ("X Trust", "XT"))])
    ('X Trust', 'Trust', 'XT')
    """
    names = {name for entity in told for name in entity.names}
    first = {entity.names[0] for entity in told if entity.names}
    if not first:
        return ()
    fullest = min(first, key=lambda name: (-len(name), name))
    return (fullest, *sorted(names - {fullest}))


def _claim_quads(claim: Claim, terms: Terms, owners: Mapping[ChangeKey, Entity]) -> Iterator[Quad]:
    """Yield the quads of one claim and its evidence."""
    if not claim.evidence:
        raise InputError(f"a claim rests on words; this one has none: {claim.key}")
    source, iri = terms.source(claim.source), terms.minter.claim(claim)

    def say(predicate: str, value: str | NamedNode | Literal) -> Quad:
        return to_quad(iri, predicate, value, source)

    for cls in _CLAIM_CLASSES:
        yield say(t.TYPE, cls)
    yield say(t.SUBJECT, terms.entity(claim.subject))
    yield say(t.PREDICATE, t.PROPERTIES[claim.relation])
    yield say(t.OBJECT, object_iri(claim, terms, owners))
    yield say(t.STATUS, terms.status(claim.status))
    yield say(t.CONFIDENCE, to_confidence(claim.confidence))
    yield say(t.RULE, to_text(claim.rule))
    yield say(t.DERIVED_FROM, source)
    if claim.subject.names:
        yield say(t.SUBJECT_AS, to_text(join_names(claim.subject.names)))
    if isinstance(claim.object, Entity) and claim.object.names:
        yield say(t.OBJECT_AS, to_text(join_names(claim.object.names)))
    for key, value in claim.qualifiers:
        if key not in t.QUALIFIERS:
            known = ", ".join(t.QUALIFIERS)
            raise InputError(f"unknown qualifier {key!r} of a claim; the qualifiers are {known}")
        yield say(t.QUALIFIERS[key], to_text(value))
    yield say(t.MAIN_TARGET, terms.minter.evidence(claim.evidence[0]))
    for evidence in dict.fromkeys(claim.evidence):
        yield say(t.HAS_TARGET, terms.minter.evidence(evidence))
        yield from _evidence_quads(evidence, terms, source)
    yield from change_quads(claim, terms, owners, source)


def _evidence_quads(evidence: Evidence, terms: Terms, graph: str) -> Iterator[Quad]:
    """Yield a target with its two selectors: the words, and where they stand."""
    iri = terms.minter.evidence(evidence)
    quote, position = f"{iri}/quote", f"{iri}/position"
    yield to_quad(iri, t.TYPE, t.term("oa:SpecificResource"), graph)
    yield to_quad(iri, t.HAS_SOURCE, terms.source(evidence.source), graph)
    yield to_quad(iri, t.HAS_SELECTOR, quote, graph)
    yield to_quad(iri, t.HAS_SELECTOR, position, graph)
    yield to_quad(quote, t.TYPE, t.term("oa:TextQuoteSelector"), graph)
    yield to_quad(quote, t.EXACT, to_text(evidence.quote), graph)
    yield to_quad(position, t.TYPE, t.term("oa:TextPositionSelector"), graph)
    yield to_quad(position, t.START, to_integer(evidence.start), graph)
    yield to_quad(position, t.END, to_integer(evidence.end), graph)


def _context_quads(evidence: Evidence, context: Context, terms: Terms) -> Iterator[Quad]:
    """Yield the words before and behind a quote, where there are any."""
    quote, graph = f"{terms.minter.evidence(evidence)}/quote", terms.source(evidence.source)
    for predicate, words in ((t.PREFIX, context.before), (t.SUFFIX, context.after)):
        if words:
            yield to_quad(quote, predicate, to_text(words), graph)


def object_iri(claim: Claim, terms: Terms, owners: Mapping[ChangeKey, Entity]) -> str:
    """Return the IRI of what a claim says of its subject.

    A change is one node a source and subject; an intervention meets its vanguard in it (`owners`,
    of `kg.graph.changes`). Money is one node a source and receiver: two sums alike are two sums.
    """
    if isinstance(claim.object, Outcome | Amount):
        kind = "outcome" if isinstance(claim.object, Outcome) else "funding"
        whose = terms.entity(owners.get(change_key(claim), claim.subject))
        return terms.minter.change(kind, claim.source, f"{whose} {claim.object}")
    return terms.entity(claim.object)


def change_quads(
    claim: Claim, terms: Terms, owners: Mapping[ChangeKey, Entity], graph: str = ""
) -> Iterator[Quad]:
    """Yield the Outcome or Funding node of a claim, if it speaks of one."""
    value, iri = claim.object, object_iri(claim, terms, owners)
    if isinstance(value, Outcome):
        yield to_quad(iri, t.TYPE, t.OUTCOME, graph)
        yield to_quad(iri, t.LABEL, to_text(_outcome_label(value, terms)), graph)
        yield to_quad(iri, t.MEASURE, to_node(terms.concept("measure", value.measure)), graph)
        yield to_quad(iri, t.DIRECTION, terms.direction(value.direction), graph)
        if value.value is not None:
            yield to_quad(iri, t.VALUE, to_number(value.value), graph)
            yield to_quad(iri, t.UNIT, to_text(value.unit), graph)
    elif isinstance(value, Amount):
        label = f"{figure(plain_number(value.value))} {value.currency}"
        yield to_quad(iri, t.TYPE, t.FUNDING, graph)
        yield to_quad(iri, t.LABEL, to_text(label), graph)
        yield to_quad(iri, t.AMOUNT, to_number(value.value), graph)
        yield to_quad(iri, t.CURRENCY, to_text(value.currency), graph)


def figure(number: str) -> str:
    """Write a plain number with commas for a reader.

    >>> figure("1200000"), figure("2.95")
    ('1,200,000', '2.95')
    """
    whole, point, part = number.partition(".")
    if not whole.isdecimal() or len(whole) > _LONGEST:
        return number
    return f"{int(whole):,}{point}{part}"


def _outcome_label(outcome: Outcome, terms: Terms) -> str:
    """Return an outcome in words: "Emergency hospital admissions: decrease, 30 percent"."""
    measure = terms.vocabulary.find("measure", outcome.measure)
    text = f"{measure.name if measure else outcome.measure}: {outcome.direction}"
    if outcome.value is None:
        return text
    return f"{text}, {figure(plain_number(outcome.value))} {outcome.unit}"
