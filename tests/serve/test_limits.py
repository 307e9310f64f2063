"""Attacks on a running server: limits hold, nobody gets half an answer as a whole one, others are answered."""

import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from tests.serve.process import Answer, Server, make_store, serving

RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
ENDLESS = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
GOOD = "SELECT ?n { <http://ex.org/thing/7> <http://ex.org/name> ?n }"
SECONDS = 3


@pytest.fixture(scope="module", params=["memory", "files"])
def strict(store: Path, request: pytest.FixtureRequest) -> Iterator[Server]:
    """Queries read from memory, or from the files of the store as those over a large one do."""
    options = ("--seconds", str(SECONDS), "--max-mb", "8", "--client-seconds", "0", "--client-errors", "0")
    held = () if request.param == "memory" else ("--held-quads", "0")
    with serving(store, *options, *held) as running:
        if not held:
            running.wait_for_memory()
        yield running


def alive(server: Server) -> bool:
    return server.process.poll() is None and server.ask(GOOD).status == 200


def later(server: Server, query: str) -> tuple[threading.Thread, list[Answer]]:
    found: list[Answer] = []
    thread = threading.Thread(target=lambda: found.append(server.ask(query)))
    thread.start()
    return thread, found


def test_all_attacks_at_once_leave_others_their_answers(strict: Server) -> None:
    """A runaway, 5,000 brackets, an endless answer and 300 connections that say nothing more."""
    half = [socket.create_connection(("127.0.0.1", strict.port)) for _ in range(300)]
    for connection in half:
        connection.sendall(b"GET /sparql?query=ASK HTTP/1.1\r\nHost: x\r\nAcc")
    brackets = f"SELECT * {{ FILTER {'(' * 5000}1{')' * 5000} }}"
    attacks = [later(strict, query) for query in (RUNAWAY, brackets, ENDLESS)]
    slowest = 0.0
    try:
        end = time.monotonic() + SECONDS
        asked = 0
        while time.monotonic() < end:
            answer = strict.ask(f"{GOOD} # {asked}")
            assert answer.status == 200
            slowest = max(slowest, answer.seconds)
            asked += 1
            time.sleep(0.02)
    finally:
        for thread, _ in attacks:
            thread.join()
        for connection in half:
            connection.close()
    runaway, deep, endless = (found[0] for _, found in attacks)
    assert slowest < 1.0
    assert asked >= 3
    assert runaway.status == 504
    assert runaway.seconds < SECONDS + 2
    assert deep.status == 400
    assert endless.status in (413, 504)
    assert endless.seconds < SECONDS + 2
    assert alive(strict)


@pytest.mark.parametrize(
    "query",
    [
        f"SELECT * {'{' * 3000}{'}' * 3000}",
        f"ASK {{ FILTER({'!' * 20_000}true) }}",
        f"ASK {{ FILTER({'+'.join(['1'] * 8000)} > 0) }}",
        f"ASK {{ ?s {'^' * 8000}<a:a> ?o }}",
    ],
)
def test_what_would_overflow_the_engine_is_refused(strict: Server, query: str) -> None:
    assert strict.send("POST", "/sparql", query.encode(), {"Content-Type": "application/sparql-query"}).status == 400
    assert alive(strict)


@pytest.mark.parametrize("held", [(), ("--held-quads", "0")])
def test_a_query_that_eats_memory_ends_and_not_the_server(store: Path, held: tuple[str, ...]) -> None:
    doubled = " ".join(f"BIND(CONCAT(?v{n}, ?v{n}) AS ?v{n + 1})" for n in range(32))
    with serving(store, "--memory-mb", "600", "--seconds", "8", *held) as server:
        if not held:
            server.wait_for_memory()
        answer = server.ask(f"SELECT (STRLEN(?v32) AS ?n) {{ BIND('0123456789' AS ?v0) {doubled} }}")
        assert answer.status in (500, 504)
        assert alive(server)


def test_too_many_rows_are_an_error(store: Path) -> None:
    with serving(store, "--max-rows", "100") as server:
        assert server.ask("SELECT ?s { ?s <http://ex.org/name> ?n } LIMIT 100").status == 200
        for accept in ("application/sparql-results+json", "application/sparql-results+xml", "text/csv"):
            assert server.ask("SELECT ?s { ?s <http://ex.org/name> ?n } LIMIT 101", accept).status == 413
        assert server.ask("CONSTRUCT WHERE { ?s <http://ex.org/name> ?n }", "text/turtle").status == 413


def test_a_query_ends_when_its_client_leaves(strict: Server) -> None:
    with socket.create_connection(("127.0.0.1", strict.port)) as connection:
        connection.sendall(f"GET /sparql?query={quote(RUNAWAY)} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        time.sleep(0.4)
    end = time.monotonic() + SECONDS - 1
    while time.monotonic() < end:
        if 'sovgraph_workers_ended_total{reason="left"} 1' in strict.send("GET", "/metrics").text:
            return
        time.sleep(0.05)
    raise AssertionError(strict.send("GET", "/metrics").text)


def test_a_client_that_reads_slowly_holds_up_nobody(strict: Server) -> None:
    """Nor does its query hold a process: the answer waits in a file, and comes whole in the end."""
    long = "SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 12000"
    with socket.create_connection(("127.0.0.1", strict.port)) as slow:
        slow.sendall(f"GET /sparql?query={quote(long)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        head = slow.recv(300)
        assert strict.ask(GOOD + " # beside a slow one").seconds < 1
        assert 'sovgraph_workers{state="busy"} 0' in strict.send("GET", "/metrics").text
        slow.settimeout(10)
        body = head
        while data := slow.recv(1 << 20):
            body += data
    head, _, rest = body.partition(b"\r\n\r\n")
    size = int(head.lower().partition(b"content-length: ")[2].split(b"\r\n")[0])
    assert len(rest) == size > 3 * 1024 * 1024


def test_a_client_that_leaves_in_the_middle_does_no_harm(strict: Server) -> None:
    long = "SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 12001"
    for _ in range(3):
        with socket.create_connection(("127.0.0.1", strict.port)) as gone:
            gone.sendall(f"GET /sparql?query={quote(long)} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            gone.recv(1000)
    assert alive(strict)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:{port}/> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <http://127.0.0.1:{port}/> { ?s ?p ?o } }",
        "SELECT * { VALUES ?g { <http://127.0.0.1:{port}/> } SERVICE ?g { ?s ?p ?o } }",
        "SELECT * { { SELECT * { sErViCe <http://127.0.0.1:{port}/> { ?s ?p ?o } } } }",
        "SELECT * FROM <http://127.0.0.1:{port}/> { ?s ?p ?o }",
        "SELECT * FROM NAMED <http://127.0.0.1:{port}/> { GRAPH ?g { ?s ?p ?o } }",
        "SELECT * { GRAPH <http://127.0.0.1:{port}/> { ?s ?p ?o } }",
        "DESCRIBE <http://127.0.0.1:{port}/>",
        "LOAD <http://127.0.0.1:{port}/>",
    ],
)
def test_no_query_makes_the_server_ask_elsewhere(strict: Server, query: str) -> None:
    with socket.socket() as trap:
        trap.bind(("127.0.0.1", 0))
        trap.listen()
        trap.settimeout(0.2)
        answer = strict.ask(query.replace("{port}", str(trap.getsockname()[1])), "*/*")
        with pytest.raises(TimeoutError):
            trap.accept()
    if "SERVICE" in query.upper() or "LOAD" in query:
        assert answer.status == 400


UPDATES = [
    "INSERT DATA { <a:a> <a:a> <a:a> }",
    "DELETE WHERE { ?s ?p ?o }",
    "DELETE { ?s ?p ?o } INSERT { ?o ?p ?s } WHERE { ?s ?p ?o }",
    "CLEAR ALL",
    "DROP ALL",
    "CREATE GRAPH <a:a>",
    "COPY <http://ex.org/graph/0> TO <http://ex.org/graph/2>",
    "MOVE <http://ex.org/graph/0> TO <http://ex.org/graph/2>",
    "ADD <http://ex.org/graph/0> TO <http://ex.org/graph/2>",
    "LOAD <http://127.0.0.1:1/>",
]


@pytest.mark.parametrize("update", UPDATES)
def test_nobody_writes_without_a_token(server: Server, update: str) -> None:
    count = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    before = server.ask(count).body
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    ways = [
        server.ask(update),
        server.send("GET", f"/sparql?update={quote(update)}"),
        server.send("POST", "/sparql", f"update={quote(update)}".encode(), form),
        server.send("POST", "/sparql", f"query={quote(update)}".encode(), form),
        server.send("POST", "/sparql", update.encode(), {"Content-Type": "application/sparql-update"}),
        server.send("POST", "/sparql", update.encode(), {"Content-Type": "application/sparql-query"}),
    ]
    assert [answer.status for answer in ways] == [400, 400, 403, 400, 403, 400]
    assert server.ask(count + " # again").body == before


def test_budgets_hold_for_each_address(store: Path) -> None:
    with serving(store, "--client-errors", "5", "--trust-proxy") as server:
        bad = [server.send("GET", "/sparql?query=x", headers={"X-Forwarded-For": "10.0.0.1"}) for _ in range(6)]
        assert [answer.status for answer in bad] == [400] * 5 + [429]
        assert 1 <= int(bad[-1].headers["retry-after"]) <= 60
        good = f"/sparql?query={quote(GOOD)}"
        assert server.send("GET", good, headers={"X-Forwarded-For": "10.0.0.1"}).status == 429
        assert server.send("GET", good, headers={"X-Forwarded-For": "10.0.0.1, 10.0.0.2"}).status == 200


def test_work_is_counted_also_for_queries_that_were_cut(store: Path) -> None:
    with serving(store, "--client-seconds", "1", "--seconds", "1.5") as server:
        assert server.ask(RUNAWAY).status == 504
        answer = server.ask(GOOD)
        assert answer.status == 429
        assert int(answer.headers["retry-after"]) >= 1


def test_an_empty_store_is_served(tmp_path: Path) -> None:
    with serving(make_store(tmp_path / "store", b"")) as server:
        assert server.ask("ASK { <http://ex.org/a> ?p ?o }").text == '{"head":{},"boolean":false}'
