"""Writing with the token: updates, graphs, and that everyone reads the new state at once."""

import json
from pathlib import Path
from urllib.parse import quote

import pytest
from tests.serve.process import TOKEN, Answer, Server, make_store, serving

AUTH = {"Authorization": f"Bearer {TOKEN}"}
UPDATE = {"Content-Type": "application/sparql-update"}
TURTLE = {"Content-Type": "text/turtle"}
GRAPH = f"/graphs?graph={quote('http://ex.org/g', safe='')}"


def update(server: Server, text: str, path: str = "/sparql") -> Answer:
    return server.send("POST", path, text.encode(), AUTH | UPDATE)


def holds(server: Server, pattern: str) -> bool:
    return bool(json.loads(server.ask(f"ASK {{ {pattern} }}").body)["boolean"])


def test_an_update_needs_the_token(writable: Server) -> None:
    text = b"INSERT DATA { GRAPH <http://ex.org/g> { <a:no> <a:no> <a:no> } }"
    missing = writable.send("POST", "/sparql", text, UPDATE)
    assert (missing.status, missing.headers["www-authenticate"]) == (401, 'Bearer realm="sovgraph"')
    assert writable.send("POST", "/sparql", text, UPDATE | {"Authorization": "Bearer nearly"}).status == 403
    assert writable.send("PUT", GRAPH, b"<a:no> <a:no> 1 .", TURTLE).status == 401
    assert not holds(writable, "<a:no> ?p ?o")


def test_everyone_reads_what_was_written_at_once(writable: Server) -> None:
    for number in range(3):
        query = "SELECT ?o { <http://ex.org/s> <http://ex.org/p> ?o }"
        before = writable.ask(query)
        done = update(
            writable,
            "DELETE WHERE { GRAPH <http://ex.org/g> { <http://ex.org/s> ?p ?o } } ; "
            f"INSERT DATA {{ GRAPH <http://ex.org/g> {{ <http://ex.org/s> <http://ex.org/p> {number} }} }}",
        )
        assert done.status == 204
        after = writable.ask(query)
        assert f'"value":"{number}"' in after.text
        assert after.headers["etag"] != before.headers["etag"]


def test_a_graph_is_put_read_added_to_and_deleted(writable: Server) -> None:
    graph = f"/graphs?graph={quote('http://ex.org/new', safe='')}"
    assert writable.send("PUT", graph, b"<s> <a:p> 1, 2 .", AUTH | TURTLE).status == 201
    assert writable.send("PUT", graph, b"<s> <a:p> 3 .", AUTH | TURTLE).status == 204
    assert writable.send("POST", graph, b"<s> <a:p> 4 .", AUTH | TURTLE).status == 204
    lines = writable.send("GET", graph, headers={"Accept": "application/n-triples"}).text.splitlines()
    assert sorted(line.partition('"')[2][0] for line in lines) == ["3", "4"]
    assert all(line.startswith("<http://ex.org/s>") for line in lines)
    assert writable.send("DELETE", graph, headers=AUTH).status == 204
    assert writable.send("GET", graph).status == 404
    assert writable.send("DELETE", graph, headers=AUTH).status == 404


def test_a_new_graph_gets_an_address_of_its_own(writable: Server) -> None:
    made = writable.send("POST", "/graphs", b"<> <a:p> 1 .", AUTH | TURTLE)
    assert made.status == 201
    address = made.headers["location"]
    assert writable.send("GET", address.partition(str(writable.port))[2]).status == 200


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("LOAD <http://127.0.0.1:1/x>", "/sparql"),
        ("INSERT { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "/sparql"),
        ("INSERT DATA {", "/sparql"),
        ("WITH <a:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", "/sparql?using-graph-uri=a:g"),
        ("INSERT DATA { <a:a> <a:a> <a:a> } ; DROP GRAPH <http://ex.org/not-there>", "/sparql"),
    ],
)
def test_a_refused_update_changes_nothing(writable: Server, text: str, path: str) -> None:
    assert update(writable, text, path).status == 400
    assert not holds(writable, "<a:a> ?p ?o")


def test_hostile_rdf_is_refused(writable: Server) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>'
    assert writable.send("PUT", GRAPH, bomb, AUTH | {"Content-Type": "application/rdf+xml"}).status == 400
    remote = b'{"@context": "http://127.0.0.1:1/c", "@id": "http://ex.org/s"}'
    assert writable.send("PUT", GRAPH, remote, AUTH | {"Content-Type": "application/ld+json"}).status == 400
    assert writable.send("PUT", GRAPH, b"x", AUTH | {"Content-Type": "image/png"}).status == 415
    ledger = f"/graphs?graph={quote('https://w3id.org/sovgraph/graph/ledger', safe='')}"
    assert writable.send("PUT", ledger, b"<a:a> <a:a> 1 .", AUTH | TURTLE).status == 400


def test_the_store_is_whole_after_the_server_was_killed(tmp_path: Path) -> None:
    (tmp_path / "token").write_text(TOKEN, encoding="ascii")
    store = make_store(tmp_path / "store", b"")
    options = ("--token-file", str(tmp_path / "token"))
    with serving(store, *options) as server:
        assert update(server, "INSERT DATA { GRAPH <a:g> { <a:s> <a:p> 1 } }").status == 204
        server.process.kill()
    with serving(store, *options) as server:
        assert holds(server, "<a:s> <a:p> 1")
        assert update(server, "DROP ALL").status == 204
    with serving(store) as server:
        assert not holds(server, "<a:s> ?p ?o")
