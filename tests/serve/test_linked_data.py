"""Things and documents: 303, forms by suffix and by Accept, each readable by two libraries, tags, hostile addresses."""

import json
import re

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib import Graph
from tests.serve.serving import BASE, client
from tests.unit.query.graphs import fixture_store

from sovgraph.describe.counting import count_store, count_triples
from sovgraph.describe.formats import SUFFIXES, write_triples
from sovgraph.describe.publication import Publication
from sovgraph.describe.resource import describe, embedded
from sovgraph.describe.void import void_description
from sovgraph.pages.terms_page import terms
from sovgraph.query.binding import MAX_VALUES
from sovgraph.store import Cell, memory_store

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # raised by rdflib about itself

PAPER = "kst/32317-QC"
PATHS = (f"doc/{PAPER}", "doc/dossier/32317", "def", "void", "queries")
RDFLIB = {"ttl": "turtle", "jsonld": "json-ld", "nt": "nt", "rdf": "xml"}
OXIGRAPH = {
    "ttl": ox.RdfFormat.TURTLE,
    "jsonld": ox.RdfFormat.JSON_LD,
    "nt": ox.RdfFormat.N_TRIPLES,
    "rdf": ox.RdfFormat.RDF_XML,
}
MEDIA = {
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
}


def read_by_rdflib(data: bytes, suffix: str) -> set[object]:
    return set(Graph().parse(data=data, format=RDFLIB[suffix]))


def read_by_oxigraph(data: bytes, suffix: str) -> set[str]:
    return {str(quad.triple) for quad in ox.parse(data, OXIGRAPH[suffix])}


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_each_form_holds_the_same_triples(path: str, suffix: str) -> None:
    """There are no blank nodes, so isomorphic means equal."""
    plain, other = (client().get(f"/{path}.{s}") for s in ("nt", suffix))
    assert other.status_code == 200
    assert other.headers["content-type"].partition(";")[0] == MEDIA[suffix]
    assert read_by_oxigraph(other.content, suffix) == read_by_oxigraph(plain.content, "nt")
    assert len(read_by_oxigraph(plain.content, "nt")) > 10


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_rdflib_reads_the_same(suffix: str) -> None:
    plain, other = (client().get(f"/doc/{PAPER}.{s}").content for s in ("nt", suffix))
    assert read_by_rdflib(other, suffix) == read_by_rdflib(plain, "nt")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_accept_and_suffix_give_the_same_bytes(suffix: str) -> None:
    asked = client().get(f"/doc/{PAPER}", headers={"Accept": MEDIA[suffix]})
    assert asked.content == client().get(f"/doc/{PAPER}.{suffix}").content
    assert asked.headers["vary"] == "Accept"
    assert asked.headers["content-location"] == f"/doc/{PAPER}.{suffix}"
    assert '</doc/kst/32317-QC.html>; rel="alternate"; type="text/html"' in asked.headers["link"]
    assert f'<{BASE}id/{PAPER}>; rel="describes"' in asked.headers["link"]


def test_the_suffix_wins() -> None:
    asked = client().get(f"/doc/{PAPER}.nt", headers={"Accept": "text/html"})
    assert asked.headers["content-type"] == "application/n-triples"
    assert "content-location" not in asked.headers


def test_a_thing_leads_to_its_document() -> None:
    asked = client().get(f"/id/{PAPER}")
    assert (asked.status_code, asked.headers["location"]) == (303, f"/doc/{PAPER}")
    assert asked.headers["link"] == f'</doc/{PAPER}>; rel="describedby"'


def test_the_root_of_the_site_stands_before_all_addresses() -> None:
    asked = client("/x")
    assert asked.get(f"/x/id/{PAPER}").headers["location"] == f"/x/doc/{PAPER}"
    page = asked.get(f"/x/doc/{PAPER}")
    assert not re.findall(r'(?:href|src|action)="/(?!x/)', page.text)
    assert "</x/doc/kst/32317-QC.ttl>" in page.headers["link"]


def test_well_known_void() -> None:
    asked = client().get("/.well-known/void")
    assert (asked.status_code, asked.headers["location"]) == (303, "/void")


def test_a_page_for_people_embeds_its_data() -> None:
    page = client().get(f"/doc/{PAPER}", headers={"Accept": "text/html"})
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.text, re.DOTALL)
    assert any(node["@id"] == f"{BASE}id/{PAPER}" for node in json.loads(block)["@graph"])
    assert read_by_oxigraph(block.encode(), "jsonld") == read_by_oxigraph(
        embedded(fixture_store(), f"{BASE}id/{PAPER}", BASE).encode(), "jsonld"
    )


def test_english_pages_have_their_own_address() -> None:
    page = client().get(f"/en/doc/{PAPER}")
    assert page.status_code == 200
    assert '<html lang="en">' in page.text


@pytest.mark.parametrize("path", [*(p for p in PATHS if p != "queries"), "queries.ttl", "en/def", f"en/doc/{PAPER}"])
def test_a_known_version_is_not_sent_again(path: str) -> None:
    first = client().get(f"/{path}")
    again = client().get(f"/{path}", headers={"If-None-Match": f'"x", W/{first.headers["etag"]}'})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert again.headers.get("vary") == first.headers.get("vary")


def test_forms_have_different_tags() -> None:
    tags = {client().get(f"/doc/{PAPER}.{suffix}").headers["etag"] for suffix in ("html", *SUFFIXES)}
    assert len(tags) == 5


@pytest.mark.parametrize("path", [f"doc/{PAPER}", f"doc/{PAPER}.ttl", "def.rdf"])
def test_head_is_get_without_its_body(path: str) -> None:
    get, head = client().get(f"/{path}"), client().head(f"/{path}")
    assert head.content == b""
    assert {k: v for k, v in head.headers.items() if k != "date"} == {
        k: v for k, v in get.headers.items() if k != "date"
    }


def test_nothing_acceptable_names_what_there_is() -> None:
    asked = client().get(f"/doc/{PAPER}", headers={"Accept": "image/png"})
    assert asked.status_code == 406
    assert "text/turtle" in asked.json()["detail"]
    assert 'type="application/ld+json"' in asked.headers["link"]


@pytest.mark.parametrize(
    "path",
    [
        "doc/kst/none",
        "doc/kst/none.ttl",
        "id/",
        "doc/",
        "doc/../../etc/passwd",
        "doc/%2e%2e/%2e%2e/etc/passwd",
        "doc/kst/32317-QC%00",
        "doc/kst/32317-QC%0d%0aX-Evil:%201",
        "id/kst/32317-QC%0d%0aX-Evil:%201",
        "id/%3Cscript%3E",
        "doc/kst/%22%3E%20.%20%3Fa",
        "doc/kst/a%7Db",
        "doc/iri/ftp/e.org/x",
        "doc/iri/http/",
        "doc/iri/http/e.org",
        "doc/iri/https/e.org/%5C",
        "doc/%EF%BF%BD",
        "def.exe",
        "void.html",
    ],
)
def test_hostile_and_unknown_addresses(path: str) -> None:
    asked = client().get(f"/{path}")
    assert asked.status_code == 404
    assert "x-evil" not in asked.headers
    assert asked.headers["content-type"] == "application/problem+json"


def test_long_and_broken_addresses() -> None:
    assert client().get("/doc/" + "a" * 5_000).status_code == 414
    assert client().get("/doc/%ff%fe").status_code == 404


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_address_gets_an_answer(key: str) -> None:
    from urllib.parse import quote

    for part in ("doc", "id", "en/doc"):
        assert client().get(f"/{part}/{quote(key, safe='')}").status_code in (200, 303, 307, 400, 404)


def test_statements_are_about_the_thing_and_about_the_page() -> None:
    found = describe(fixture_store(), f"{BASE}id/{PAPER}", BASE)
    assert found is not None
    page = f"{BASE}doc/{PAPER}"
    told = {prop.rpartition("/")[2].rpartition("#")[2]: value.value for s, prop, value in found.page if s == page}
    assert told["primaryTopic"] == f"{BASE}id/{PAPER}"
    assert told["license"] == "https://creativecommons.org/publicdomain/zero/1.0/"
    assert told["isPartOf"] == told["inDataset"] == f"{BASE}dataset"
    assert {s for s, _, _ in found.own} == {f"{BASE}id/{PAPER}"}


def test_all_things_that_a_thing_points_to_have_their_names() -> None:
    """More than a reader may ask for at once."""
    graph, many = f"{BASE}graph/g", MAX_VALUES + 50
    lines = [f"<{BASE}id/a> <{BASE}def#p> <{BASE}id/{n}> <{graph}> ." for n in range(many)]
    lines += [f'<{BASE}id/{n}> <http://www.w3.org/2000/01/rdf-schema#label> "{n}" <{graph}> .' for n in range(many)]
    with memory_store() as store:
        store.replace_graph(graph, "\n".join(lines).encode() + b"\n")
        found = describe(store, f"{BASE}id/a", BASE)
    assert found is not None
    assert len(found.around) == many


def test_pages_have_the_licence_of_the_publisher() -> None:
    other = "https://example.org/licence"
    found = describe(fixture_store(), f"{BASE}id/{PAPER}", BASE, other)
    assert found is not None
    assert [o.value for _, p, o in found.page if p.endswith("license")] == [other]


def test_what_points_to_a_thing_is_told_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = describe(fixture_store(), f"{BASE}id/dossier/32317", BASE)
    monkeypatch.setattr("sovgraph.describe.resource.MOST_LINKS", 1)
    cut = describe(fixture_store(), f"{BASE}id/dossier/32317", BASE)
    assert whole is not None
    assert cut is not None
    assert whole.left_out == ()
    assert cut.left_out
    assert len(cut.around) < len(whole.around)
    assert any(prop.endswith("#comment") for _, prop, _ in cut.page)


def test_a_class_of_elsewhere_is_known_by_its_things() -> None:
    answer = client().get("/doc/iri/http/www.w3.org/ns/oa%23TextQuoteSelector.nt")
    assert answer.status_code == 200
    assert b"primaryTopic> <http://www.w3.org/ns/oa#TextQuoteSelector>" in answer.content


def test_the_order_of_triples_changes_nothing() -> None:
    found = describe(fixture_store(), f"{BASE}id/{PAPER}", BASE)
    assert found is not None
    for suffix in SUFFIXES:
        assert write_triples(found.triples, suffix) == write_triples(found.triples[::-1], suffix)


@pytest.mark.parametrize(
    "text", ['"', "\\", "a\nb\r\t", "</script>", "]]>", "\x01", "\x0b", "😀", "\ufffe", "&amp;", " "]
)
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_any_text_is_read_back(text: str, suffix: str) -> None:
    triple = ("https://e.org/s", "https://e.org/p", Cell("literal", text, lang="nl"))
    (quad,) = ox.parse(write_triples([triple], suffix), OXIGRAPH[suffix])
    kept = re.sub("[\x01\x0b\ufffe]", "\ufffd", text) if suffix == "rdf" else text
    assert isinstance(quad.object, ox.Literal)
    assert quad.object.value == kept


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_blank_node_stays_one(suffix: str) -> None:
    triple = ("https://e.org/s", "https://e.org/p", Cell("bnode", "b1"))
    (quad,) = ox.parse(write_triples([triple], suffix), OXIGRAPH[suffix])
    assert isinstance(quad.object, ox.BlankNode)


def test_an_iri_that_looks_like_a_prefix_stays_itself() -> None:
    triple = ("sov:x", "https://w3id.org/sovgraph/def#about", Cell("iri", "eli:y"))
    assert read_by_oxigraph(write_triples([triple], "jsonld"), "jsonld") == {
        "<sov:x> <https://w3id.org/sovgraph/def#about> <eli:y>"
    }


def test_void_counts_are_true() -> None:
    store = fixture_store()
    quads = {str(q.triple): q for q in ox.parse(store.dump(), ox.RdfFormat.N_QUADS)}
    graph = Graph().parse(data=client().get("/void.nt").content, format="nt")
    void = "http://rdfs.org/ns/void#"
    told = {str(p): str(o) for s, p, o in graph if str(s) == f"{BASE}dataset"}
    assert int(told[f"{void}triples"]) == len(quads)
    assert int(told[f"{void}distinctSubjects"]) == len({str(q.subject) for q in quads.values()})
    assert int(told[f"{void}distinctObjects"]) == len({str(q.object) for q in quads.values()})
    assert int(told[f"{void}properties"]) == len({str(q.predicate) for q in quads.values()})
    typed = [q for q in quads.values() if q.predicate.value.endswith("#type")]
    assert int(told[f"{void}classes"]) == len({str(q.object) for q in typed})
    assert int(told[f"{void}entities"]) == len({str(q.subject) for q in typed})
    classes = sum(int(str(o)) for s, p, o in graph if str(p) == f"{void}entities" and "#class-" in str(s))
    assert classes == len(typed)


def test_server_and_release_count_and_name_the_same() -> None:
    """The one counts by the engine, the other over a stream; both describe one dataset."""
    store = fixture_store()
    triples = {str(q.triple): q.triple for q in ox.parse(store.dump(), ox.RdfFormat.N_QUADS)}
    by_engine, by_stream = count_store(store), count_triples((triples[line] for line in sorted(triples)), BASE)
    for name in ("triples", "subjects", "entities", "classes", "properties"):
        assert getattr(by_engine, name) == getattr(by_stream, name), name
    described = [set(void_description(c, Publication(), BASE, features=())) for c in (by_engine, by_stream)]
    classes = [
        {t for t in found if "#class-" in t[0] and t[1].endswith(("#class", "#entities"))} for found in described
    ]
    assert classes[0] == classes[1]
    assert len(classes[0]) == 2 * len(by_engine.classes) > 0


def test_every_term_has_its_place_on_the_page() -> None:
    for path in ("/def", "/en/def"):
        page = client().get(path, headers={"Accept": "text/html"}).text
        ids = re.findall(r' id="([^"]+)"', page)
        assert len(ids) == len(set(ids))
        assert {term.name for term in terms()} <= set(ids)


def test_stored_queries_are_described_as_executables() -> None:
    graph = Graph().parse(data=client().get("/queries.ttl").content, format="turtle")
    shacl = "http://www.w3.org/ns/shacl#"
    found = {str(s): str(o) for s, p, o in graph if str(p) == f"{shacl}select"}
    from sovgraph.query import catalog

    assert found == {f"{BASE}queries/{q.name}": q.text for q in catalog().queries}


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_service_describes_itself(suffix: str) -> None:
    answer = client().get("/sparql", headers={"Accept": MEDIA[suffix]})
    told = read_by_oxigraph(answer.content, suffix)
    described = "http://www.w3.org/ns/sparql-service-description#"
    assert f"<{BASE}sparql> <{described}endpoint> <{BASE}sparql>" in told
    assert f"<{BASE}sparql> <{described}feature> <{described}UnionDefaultGraph>" in told
    assert f"<{BASE}sparql> <{described}defaultDataset> <{BASE}dataset>" in told
    assert any(f"<{BASE}queries/papers>" in line for line in told)
