"""The dataset's description: valid by the official shapes, true about the data, the same each time."""

from dataclasses import replace
from pathlib import Path

import pytest
from rdflib import Graph, URIRef
from tests.example_store import shared_store
from tests.release.conftest import PUBLICATION
from tests.release.official import DCAT_AP_NL, NDE, findings

from sovgraph.describe.dataset import (
    Download,
    Edition,
    Extent,
    dataset_description,
    dataset_iri,
    extent_of,
)
from sovgraph.describe.publication import NOT_SET, Publication, load_publication, places_of
from sovgraph.errors import ConfigError
from sovgraph.settings import DEFAULT_BASE, load_settings

EXTENT = Extent("0123456789abcdef", 3, 2, "2025-11-03", "2026-05-06")
FILE = Download("a.nq.gz", "Alles", "All", "application/n-quads", "RDF_N_QUADS", 12, "ab" * 32, "", True)
DCT = "http://purl.org/dc/terms/"


def described(publication: Publication = PUBLICATION, endpoint: str = "", edition: Edition | None = None) -> bytes:
    places = replace(places_of(publication, DEFAULT_BASE), endpoint=endpoint)
    return dataset_description(EXTENT, publication, places, downloads=(FILE,), edition=edition)


@pytest.mark.real
@pytest.mark.parametrize("publication", [PUBLICATION, Publication()], ids=["filled", "defaults"])
@pytest.mark.parametrize("endpoint", ["", "https://example.org/sparql"])
def test_dcat_ap_nl_has_no_violations(shared: Path, publication: Publication, endpoint: str) -> None:
    """The one thing that is recommended and may lack: a service, where there is no endpoint."""
    found = findings(shared, DCAT_AP_NL, described(publication, endpoint))
    assert found["Violation"] == []
    assert [f for f in found["Warning"] if endpoint or not f.endswith("#accessService")] == []


@pytest.mark.real
@pytest.mark.parametrize("endpoint", ["", "https://example.org/sparql"])
def test_nde_has_nothing_to_remark(shared: Path, endpoint: str) -> None:
    assert findings(shared, NDE, described(endpoint=endpoint)) == {"Violation": [], "Warning": [], "Info": []}


@pytest.mark.real
def test_the_shapes_notice_what_lacks(shared: Path) -> None:
    """Without its licences the description is refused by both: the shapes are really run."""
    lines = b"".join(line + b"\n" for line in described().splitlines() if b"license" not in line)
    assert findings(shared, DCAT_AP_NL, lines)["Violation"]
    assert findings(shared, NDE, lines)["Violation"]


def test_numbers_are_those_of_the_store() -> None:
    found = extent_of(shared_store())
    assert found.papers >= 60
    assert found.dossiers >= 10
    assert "2019-01-01" < found.first < found.last < "2030-01-01"
    assert (
        f"{found.papers} stukken"
        in dataset_description(found, PUBLICATION, places_of(PUBLICATION, DEFAULT_BASE)).decode()
    )


def test_the_newest_paper_gives_the_day_and_the_publisher_another() -> None:
    me = URIRef(dataset_iri(DEFAULT_BASE))
    for edition, day in ((None, "2026-05-06"), (Edition(day="2026-06-01"), "2026-06-01")):
        graph = Graph().parse(data=described(edition=edition), format="nt")
        assert str(graph.value(me, URIRef(f"{DCT}issued"))) == day


def test_what_nobody_filled_in_is_told() -> None:
    assert Publication().missing == ("publisher", "contact", "email")
    assert PUBLICATION.missing == ()
    assert NOT_SET in described(Publication()).decode()
    assert NOT_SET not in described().decode()


def test_the_same_data_give_the_same_bytes() -> None:
    assert described() == described()
    assert described().splitlines() == sorted(described().splitlines())


def test_settings_of_a_publication(tmp_path: Path) -> None:
    (tmp_path / "private.txt").write_text("# wie weg wil\nA. Verzonnen\n", encoding="utf-8")
    file = tmp_path / "sovgraph.toml"
    file.write_text(
        'lang = "en"\n[release]\npublisher = "Griffie"\nwithhold = ["B. Verzonnen"]\nwithhold_file = "private.txt"\n',
        encoding="utf-8",
    )
    found = load_publication(file)
    assert (found.publisher, found.withhold) == ("Griffie", ("B. Verzonnen", "A. Verzonnen"))
    assert load_settings(file, {}).lang == "en"


@pytest.mark.parametrize(
    "line",
    [
        'publihser = "x"',
        "publisher = 3",
        'withhold = "A. Verzonnen"',
        'email = "nobody"',
        'site = "https://example.org"',
        'license = "CC0"',
        'withhold_file = "absent.txt"',
    ],
)
def test_settings_that_cannot_be_used(tmp_path: Path, line: str) -> None:
    file = tmp_path / "sovgraph.toml"
    file.write_text(f"[release]\n{line}\n", encoding="utf-8")
    with pytest.raises(ConfigError):
        load_publication(file)
