"""The SPARQL endpoint of a running server: protocol, forms of answers, caching, errors, reading graphs."""

import json
from urllib.parse import quote, urlencode

import pyoxigraph as ox
import pytest
from tests.serve.process import JSON, Server

NAMES = "SELECT ?s ?n { ?s <http://ex.org/name> ?n } ORDER BY ?s LIMIT 2"
TRIPLES = "CONSTRUCT WHERE { <http://ex.org/thing/1> ?p ?o }"
FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"


def value(answer: bytes) -> str:
    """The only value of the only row."""
    (row,) = json.loads(answer)["results"]["bindings"]
    (cell,) = row.values()
    return str(cell["value"])


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("application/json", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv"),
        ("text/tab-separated-values", "text/tab-separated-values"),
        ("text/csv;q=0.1, application/sparql-results+xml;q=0.9", "application/sparql-results+xml"),
        ("text/turtle, text/csv;q=0.2", "text/csv"),
    ],
)
def test_rows_come_in_the_form_that_is_asked(server: Server, accept: str, media: str) -> None:
    answer = server.ask(NAMES, accept)
    assert (answer.status, answer.media) == (200, media)
    assert b"thing 1" in answer.body


@pytest.mark.parametrize(
    ("media", "form"),
    [
        ("text/turtle", ox.RdfFormat.TURTLE),
        ("application/n-triples", ox.RdfFormat.N_TRIPLES),
        ("application/rdf+xml", ox.RdfFormat.RDF_XML),
        ("application/ld+json", ox.RdfFormat.JSON_LD),
    ],
)
def test_triples_come_in_the_form_that_is_asked(server: Server, media: str, form: ox.RdfFormat) -> None:
    answer = server.ask(TRIPLES, media)
    assert (answer.status, answer.media) == (200, media)
    assert len(list(ox.parse(answer.body, form))) == 2


def test_the_format_can_stand_in_the_address(server: Server) -> None:
    assert server.ask(NAMES, format="csv").text.startswith("s,n\r\n")


def test_columns_of_a_star_come_as_the_query_has_them(server: Server) -> None:
    answer = server.ask("SELECT * { ?thing <http://ex.org/name> ?name } LIMIT 1", "text/csv")
    assert answer.text.startswith("thing,name\r\n")


def test_the_three_ways_to_send_a_query_give_the_same(server: Server) -> None:
    body = urlencode({"query": NAMES}).encode()
    form = server.send("POST", "/sparql", body, {"Content-Type": FORM})
    direct = server.send("POST", "/sparql", NAMES.encode(), {"Content-Type": f"{QUERY}; charset=utf-8"})
    assert server.ask(NAMES).body == form.body == direct.body


def test_head_gives_the_headers_only(server: Server) -> None:
    answer = server.send("HEAD", f"/sparql?{urlencode({'query': NAMES})}")
    assert (answer.status, answer.body) == (200, b"")
    assert int(answer.headers["content-length"]) > 100


def test_the_data_set_of_the_protocol_wins_from_that_of_the_query(server: Server) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    assert value(server.ask(count).body) > "2400"
    one = {"default-graph-uri": "http://ex.org/graph/1"}
    assert value(server.ask(count, **one).body) == "1200"
    of_query = "SELECT (COUNT(*) AS ?n) FROM <http://ex.org/nothing> { ?s ?p ?o }"
    assert value(server.ask(of_query).body) == "0"
    assert value(server.ask(of_query, **one).body) == "1200"
    named = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    assert value(server.ask(named, **{"named-graph-uri": "http://ex.org/graph/0"}).body) == "1200"


@pytest.mark.parametrize(
    ("method", "path", "body", "media", "status"),
    [
        ("GET", "/sparql?query=ASK%20%7B", None, "", 400),
        ("GET", "/sparql?query=ASK%20%7B%7D&query=ASK%20%7B%7D", None, "", 400),
        ("GET", "/sparql?update=CLEAR%20ALL", None, "", 400),
        ("GET", "/sparql?query=%FF", None, "", 400),
        ("GET", "/sparql?query=ASK%20%7B%7D&default-graph-uri=not%20an%20iri", None, "", 400),
        ("PUT", "/sparql?query=ASK%20%7B%7D", None, "", 405),
        ("POST", "/sparql", b"ASK {}", "text/plain", 415),
        ("POST", "/sparql", "ASK {}".encode("utf-16"), f"{QUERY}; charset=utf-16", 415),
        ("POST", "/sparql", b"ASK { \xff }", QUERY, 400),
        ("POST", "/sparql", b"", FORM, 400),
        ("POST", "/sparql", b"ASK {}" + b" " * 200_000, QUERY, 413),
        ("GET", "/nowhere", None, "", 404),
        ("DELETE", "/health", None, "", 405),
    ],
)
def test_mistakes_of_the_asker_are_told_as_problems(
    server: Server, method: str, path: str, body: bytes | None, media: str, status: int
) -> None:
    answer = server.send(method, path, body, {"Content-Type": media} if media else {})
    assert (answer.status, answer.media) == (status, "application/problem+json")
    told = json.loads(answer.body)
    assert told["status"] == status
    assert told["detail"]


def test_people_get_a_page_for_an_error(server: Server) -> None:
    answer = server.send("GET", "/sparql?query=%3Cscript%3E", headers={"Accept": "text/html,*/*;q=0.8"})
    assert (answer.status, answer.media) == (400, "text/html")
    assert b"<script>" not in answer.body


def test_a_form_that_nobody_makes_is_refused(server: Server) -> None:
    assert server.ask(NAMES, "image/png").status == 406
    assert server.ask(TRIPLES, "text/csv").status == 406


def test_an_answer_that_did_not_change_is_not_sent_again(server: Server) -> None:
    first = server.ask(NAMES)
    path = f"/sparql?{urlencode({'query': NAMES})}"
    again = server.send("GET", path, headers={"Accept": JSON, "If-None-Match": first.headers["etag"]})
    assert (again.status, again.body, again.headers["etag"]) == (304, b"", first.headers["etag"])
    assert server.ask(NAMES, "text/csv").headers["etag"] != first.headers["etag"]
    assert first.headers["vary"] == "Accept"


def test_what_differs_each_time_is_not_kept(server: Server) -> None:
    query = "SELECT (STRUUID() AS ?id) {}"
    first, second = server.ask(query), server.ask(query)
    assert first.body != second.body
    assert "etag" not in first.headers


def test_every_answer_has_the_headers_of_safety(server: Server) -> None:
    for path in ("/health", "/nowhere", f"/sparql?{urlencode({'query': NAMES})}"):
        headers = server.send("GET", path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["access-control-allow-origin"] == "*"
        assert "access-control-allow-credentials" not in headers


def test_a_page_elsewhere_may_ask_but_not_write(server: Server) -> None:
    asked = {"Origin": "https://ex.org", "Access-Control-Request-Method": "POST"}
    answer = server.send("OPTIONS", "/sparql", headers=asked)
    assert answer.status == 204
    assert answer.headers["access-control-allow-methods"] == "GET, HEAD, POST"


def _is_type(quad: ox.Quad) -> bool:
    return quad.predicate.value == "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


def test_the_service_describes_itself(server: Server) -> None:
    answer = server.send("GET", "/sparql", headers={"Accept": "text/turtle"})
    assert answer.status == 200
    classes = {quad.object.value for quad in ox.parse(answer.body, ox.RdfFormat.TURTLE) if _is_type(quad)}
    assert "http://www.w3.org/ns/sparql-service-description#Service" in classes


def test_graphs_are_read_by_name(server: Server) -> None:
    name = quote("http://ex.org/graph/1", safe="")
    answer = server.send("GET", f"/graphs?graph={name}", headers={"Accept": "application/n-triples"})
    assert answer.status == 200
    assert len(list(ox.parse(answer.body, ox.RdfFormat.N_TRIPLES))) == 1200
    tag = answer.headers["etag"]
    again = {"Accept": "application/n-triples", "If-None-Match": tag}
    assert server.send("GET", f"/graphs?graph={name}", headers=again).status == 304
    assert server.send("GET", "/graphs?graph=http%3A%2F%2Fex.org%2Fno").status == 404
    assert server.send("GET", "/graphs").status == 400
    assert server.send("GET", "/graphs?graph=http://[").status in (400, 404)
    assert server.send("GET", "/graphs/a%20b/%3Cc%3E").status == 404
    assert server.send("GET", "/graphs/x", headers={"Host": "a b<>"}).status == 400
    assert server.send("HEAD", f"/graphs?graph={name}").status == 200


def test_counts_are_told_for_monitoring(server: Server) -> None:
    server.ask(NAMES)
    text = server.send("GET", "/metrics").text
    assert 'sovgraph_requests_total{part="sparql",status="200"}' in text
    assert 'sovgraph_workers{state="idle"}' in text
    health = json.loads(server.send("GET", "/health").body)
    assert health["status"] == "ok"
    assert len(health["version"]) == 16
