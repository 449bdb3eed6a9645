"""Plain values to Oxigraph's terms, and back: the only place that knows how RDF writes a value.

What RDF cannot carry: a literal is a run of Unicode scalar values, so a lone surrogate (half a
character, from a badly decoded file) becomes U+FFFD, one for one, and offsets stay true. All else,
control characters included, is carried exactly; N-Quads and Turtle escape it.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.errors import InputError
from kg.model import plain_number
from kg.names import PREFIXES

XSD = PREFIXES["xsd"]
_DECIMAL = NamedNode(f"{XSD}decimal")
_INTEGER = NamedNode(f"{XSD}integer")
_DATE = NamedNode(f"{XSD}date")
_MONTH = NamedNode(f"{XSD}gYearMonth")
_YEAR = NamedNode(f"{XSD}gYear")
_DEFAULT = DefaultGraph()

_SURROGATE = re.compile(r"[\ud800-\udfff]")
_WEB = re.compile(r"https?://[A-Za-z0-9.\-]+(:\d{1,5})?([/?#][A-Za-z0-9._~:/?#@!$&'()*+,;=%\-]*)?")


def to_node(iri: str) -> NamedNode:
    """Return the node of an IRI; raise InputError when it is none."""
    try:
        return NamedNode(iri)
    except ValueError as error:
        raise InputError(f"{iri!r} cannot be an IRI ({error}); check the identifier") from error


def to_text(text: str) -> Literal:
    r"""Return a plain literal; lone surrogates become U+FFFD.

    >>> to_text("half a \ud83d face").value
    'half a � face'
    """
    return Literal(_SURROGATE.sub("\ufffd", text))


def to_number(value: Decimal) -> Literal:
    """Return an ``xsd:decimal`` in its shortest form; raise InputError for NaN and infinity.

    >>> to_number(Decimal("1.20E+6")).value
    '1200000'
    """
    if not value.is_finite():
        raise InputError(f"{value} is no number that a graph can hold")
    return Literal(plain_number(value), datatype=_DECIMAL)


def to_confidence(value: float) -> Literal:
    """Return a confidence to six places.

    >>> to_confidence(0.1 + 0.2).value
    '0.3'
    """
    if not 0 <= value <= 1:
        raise InputError(f"a confidence lies in [0, 1]; this is {value}")
    return to_number(Decimal(f"{value:.6f}"))


def to_integer(value: int) -> Literal:
    """Return an ``xsd:integer``."""
    return Literal(str(value), datatype=_INTEGER)


def to_date(text: str) -> Literal:
    """Return a typed date, month or year when `text` is one in ISO form, else a plain literal.

    >>> to_date("2015-03").datatype.value.rsplit("#")[1], to_date("March 2015").datatype.value[-6:]
    ('gYearMonth', 'string')
    """
    padded = {4: "-01-01", 7: "-01", 10: ""}.get(len(text))
    if padded is not None and re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", text):
        try:
            date.fromisoformat(text + padded)
        except ValueError:
            return to_text(text)
        return Literal(text, datatype={4: _YEAR, 7: _MONTH, 10: _DATE}[len(text)])
    return to_text(text)


def to_link(text: str) -> NamedNode | Literal:
    """Return a node for a web address, else a plain literal: text never becomes another IRI.

    >>> to_link("https://example.org/a?b=1"), to_link("javascript:alert(1)").value
    (<NamedNode value=https://example.org/a?b=1>, 'javascript:alert(1)')
    """
    if _WEB.fullmatch(text):
        try:
            return NamedNode(text)
        except ValueError:
            return to_text(text)
    return to_text(text)


def to_quad(
    subject: str, predicate: str, value: str | NamedNode | Literal, graph: str = ""
) -> Quad:
    """Return a quad; a `value` given as ``str`` is an IRI, no `graph` the default graph."""
    return Quad(
        to_node(subject),
        NamedNode(predicate),
        to_node(value) if isinstance(value, str) else value,
        to_node(graph) if graph else _DEFAULT,
    )


def join_names(names: tuple[str, ...]) -> str:
    r"""Write names as one text, ``|`` between them; `split_names` is the inverse.

    >>> join_names(("A|B Care", "AB"))
    'A\\|B Care|AB'
    """
    return "|".join(name.replace("\\", "\\\\").replace("|", "\\|") for name in names)


def split_names(text: str) -> tuple[str, ...]:
    r"""Return the names that `join_names` wrote.

    >>> split_names('A\\|B Care|AB')
    ('A|B Care', 'AB')
    """
    parts: list[list[str]] = [[]]
    escaped = False
    for char in text:
        if escaped or char not in "\\|":
            parts[-1].append(char)
            escaped = False
        elif char == "\\":
            escaped = True
        else:
            parts.append([])
    return tuple("".join(part) for part in parts)


def text_of(term: object) -> str:
    """Return the text of a node (its IRI) or literal; nothing for other terms."""
    return term.value if isinstance(term, NamedNode | Literal) else ""
