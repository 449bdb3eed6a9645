"""Finding a thing by name."""

import pyoxigraph as ox
import pytest

from kg.errors import UnknownNameError
from kg.names import Minter
from kg.query.lookup import find_thing

PREFIXES = "\n".join(f"@prefix {p}: <{i}> ." for p, i in Minter().prefixes.items())
GRAPH = """
vanguard:sunderland a ncm:Vanguard ; rdfs:label "All Together Better Sunderland" ;
  skos:altLabel "Sunderland MCP" ; ncm:area "Sunderland" ; ncm:hasCareModel model:mcp ;
  ncm:locatedIn place:sunderland .
place:sunderland a ncm:Place ; rdfs:label "Sunderland" .
organisation:barts a ncm:Organisation ; rdfs:label "Barts Health NHS Trust" .
enabler:co-location a ncm:Enabler ; rdfs:label "Co-location" .
intervention:co-location a ncm:Intervention ; rdfs:label "Co-location" .
vanguard:sunderland ncm:implements intervention:co-location .
"""


@pytest.fixture(scope="module")
def store():
    """A vanguard, its town, a trust and two concepts of one name."""
    made = ox.Store()
    made.load(f"{PREFIXES}\n{GRAPH}".encode(), format=ox.RdfFormat.TURTLE)
    return made


@pytest.mark.parametrize(
    ("name", "kinds", "iri"),
    [
        ("sunderland mcp", None, "id/vanguard/sunderland"),
        ("Sunderland", None, "id/vanguard/sunderland"),
        ("Sunderland", ["place"], "id/place/sunderland"),
        ("place:sunderland", None, "id/place/sunderland"),
        ("https://w3id.org/ncm/id/place/sunderland", None, "id/place/sunderland"),
        ("The Barts Health", None, "id/organisation/barts"),
        ("co location", None, "intervention/co-location"),
        ("co-location", ["enabler"], "enabler/co-location"),
    ],
)
def test_a_thing_is_found_by_any_of_its_names(store, name, kinds, iri):
    """Identifier, label, alias, area or IRI; of several the one with most facts, or of the kind."""
    assert find_thing(store, name, kinds).iri == f"https://w3id.org/ncm/{iri}"


def test_a_name_that_nothing_has_offers_the_near_ones(store):
    """The error carries near names, the best first, one a thing."""
    with pytest.raises(UnknownNameError) as caught:
        find_thing(store, "Sunderlnd MCP")

    assert caught.value.near[0] == "Sunderland MCP"


@pytest.mark.parametrize("name", ["", "  ", "?!"])
def test_an_empty_name_names_nothing(store, name):
    """Punctuation alone is no name."""
    with pytest.raises(UnknownNameError):
        find_thing(store, name)
