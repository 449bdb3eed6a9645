"""The pages of a site: which files there are, and what a page says."""

from __future__ import annotations

from kg.model import Document, Entity, Sentence
from kg.query.question import all_questions
from kg.render.site import site_files


def test_the_files_of_a_site_are_named_by_slugs(site):
    """A page, Turtle and JSON-LD a thing and source; lists, questions, data, one style sheet."""
    things = [
        "barrier/rules",
        "care-model/alpha",
        "measure/falls",
        "organisation/city-trust",
        "place/northshire",
        "source/news",
        "source/registry",
        "vanguard/north",
    ]
    kinds = {thing.partition("/")[0] for thing in things}
    expected = {f"{t}.{ending}" for t in things for ending in ("html", "ttl", "jsonld")}
    expected |= {f"{kind}/index.html" for kind in kinds}
    expected |= {f"question/{q.name}.html" for q in all_questions()}
    expected |= {"index.html", "explore.html", "map.html", "names.html", "questions.html"}
    expected |= {"ontology.html", "download.html", "picture.svg", "site.css"}
    expected |= {"data/graph.ttl", "data/graph.trig", "data/graph.nq", "data/claims.csv"}
    expected |= {"data/network.graphml", "data/ontology.ttl", "data/evidence-map.csv"}

    assert set(site) == expected


def test_the_page_of_a_vanguard_says_its_facts_with_their_words(site, read):
    """The whole text of one page: names, facts by relation, status, quotes in their sentences."""
    page = read(site["vanguard/north.html"])

    assert page.text == (
        "Better North · A programme Skip to the content A programme Front page Explorer Evidence "
        "map Vanguards Organisations Sources Questions Ontology Downloads "
        "Vanguards Better North Vanguard · https://w3id.org/ncm/id/vanguard/north "
        "Also called: The North "
        "See it in the explorer On the evidence map Turtle JSON-LD 5 claims of 2 sources. "
        "Has care model 1 Model Alpha Has partner 1 City Trust Has outcome 1 Falls down "
        "Was hindered by 1 Rules negated Is in 1 Northshire "
        "Has care model Model Alpha reported registry The row of the registry "
        "north,Better North,The North,alpha,2015-03-10,Northshire "
        "Registry of the vanguards · confidence 1.00 · rule registry "
        "Has partner City Trust reported Better North works with City Trust . "
        "The news , 2016-05 · original · confidence 0.90 · rule test "
        "Has outcome Falls down reported Falls went down there. "
        "The news , 2016-05 · original · confidence 0.90 · rule test "
        "Was hindered by Rules negated Rules got in the way. "
        "The news , 2016-05 · original · confidence 0.90 · rule test "
        "Is in Northshire reported registry The row of the registry "
        "north,Better North,The North,alpha,2015-03-10,Northshire "
        "Registry of the vanguards · confidence 1.00 · rule registry "
        "Every fact shows the words it rests on; a hope is not a result. Made by kg site from "
        "2 sources and 5 claims."
    )


def test_a_fact_is_told_from_its_other_end_too(site, read):
    """The page of an organisation says whose partner it is, with the same words."""
    page = read(site["organisation/city-trust.html"])

    assert (
        "1 claim of 1 source. Is a partner of Better North reported "
        "Better North works with City Trust . The news , 2016-05"
    ) in page.text


def test_a_fact_of_several_sources_says_so_and_folds_the_rest(store_of, tiny, read):
    """Two claims show their words; the third and the row of the registry are folded."""
    documents, claims = [], []
    for i in range(3):
        text = f"Better North is of Model Alpha, said paper {i}."
        documents.append(Document(f"p{i}", f"Paper {i}", text, (), (Sentence(0, len(text), 0),)))
        target = Entity("model", "alpha")
        quote = {"text": text, "source": f"p{i}"}
        claims.append(tiny.claim("care_model", tiny.vanguard, target, text[:-1], **quote))
    registry = "north,Better North,,alpha,2015-03-10,Northshire\n"
    site = dict(site_files(store_of(documents, claims, tiny.names, registry), "T"))

    page = read(site["vanguard/north.html"])

    assert (
        "Has care model Model Alpha reported 4 claims of 4 sources "
        "Better North is of Model Alpha, said paper 0 . Paper 0 · confidence 0.90 · rule test "
        "Better North is of Model Alpha, said paper 1 . Paper 1 · confidence 0.90 · rule test "
        "2 further claims Better North is of Model Alpha, said paper 2 . Paper 2 "
    ) in page.text
    assert page.tags.count("details") == 2  # and one for the row that tells the place


def test_the_front_page_tells_what_is_in_here(site, read):
    """Numbers of things and claims, doors, maps by their axes, the picture, models, statuses."""
    text = read(site["index.html"]).text

    for told in (
        "What 2 sources claim of 6 things",
        "Each of the 5 claims shows its words.",
        "1 Care model 1 Vanguard 1 Organisation 1 Outcome measure 1 Barrier 1 Place 2 Sources",
        "Evidence maps: Interventions by outcome measures · Vanguards by outcome measures · ",
        "claims that documents make of each Model Alpha Better North 3 How it is told",
        "Has partner 1",
    ):
        assert told in text


def test_a_graph_without_claims_has_a_site(store_of, read, tiny):
    """An empty graph gives pages that say so, and no broken link."""
    site = dict(site_files(store_of([tiny.document], [], tiny.names), "Empty"))

    assert "It was read; no claim was found in it." in read(site["source/news.html"]).text
    assert "there is nothing to draw" in read(site["index.html"]).text.lower()
