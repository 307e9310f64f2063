"""The page about the data: what is in it and how to use it, before what only catalogues want."""

from functools import cache

import pytest
from tests.pages.checking import problems_of
from tests.pages.pages_fixture import LINKS, example_pages

from sovgraph.describe.dataset import dataset_description, dataset_iri, extent_of
from sovgraph.describe.publication import Publication, places_of

BASE = "https://w3id.org/sovgraph/"


@cache
def html(lang: str) -> str:
    publication = Publication()
    described = dataset_description(
        extent_of(example_pages().store), publication, places_of(publication, BASE), base=BASE
    )
    return example_pages().dataset(described, dataset_iri(BASE), lang, LINKS).html


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_it_is_whole(lang: str) -> None:
    assert problems_of(html(lang)) == []


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("nl", ("CC0 1.0", "14 mei 2019 – 2 maart 2027", "Zelf vragen stellen in SPARQL", "/nl/list/dossier")),
        ("en", ("CC0 1.0", "14 May 2019 – 2 March 2027", "Ask questions of your own", "/en/list/dossier")),
    ],
)
def test_it_says_what_people_want_to_know(lang: str, words: tuple[str, ...]) -> None:
    first = html(lang).partition('id="h-details"')[0]
    assert [word for word in words if word not in first] == []


def test_names_of_properties_and_what_nobody_set_stand_folded() -> None:
    first, _, folded = html("nl").partition('<details class="technical">')
    for text in ("dcterms:", "dcat:", "NOT SET", "schema.org/"):
        assert text not in first.partition("</head>")[2]
    assert "dcat:version" in folded
    assert "schema.org/description" not in folded
