"""Queries are answered from memory where the store is small enough, and from its files otherwise."""

import json
import os
import signal
from pathlib import Path

import pytest
from tests.serve.process import TOKEN, Server, make_store, serving

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
ROWS = "SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s ?p ?o"
MARKED = "ASK { <http://ex.org/new> <http://ex.org/is> 'there' }"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    lines = [f'<http://ex.org/thing/{n}> <http://ex.org/name> "ding {n}"@nl <http://ex.org/g> .' for n in range(200)]
    return make_store(tmp_path / "store", "\n".join(lines).encode())


def holder(server: Server) -> int:
    """The process that workers are copies of: the first that runs its code."""
    return next(pid for pid in server.processes() if b"forkserver" in Path(f"/proc/{pid}/cmdline").read_bytes())


def test_answers_from_memory_are_those_from_the_files(store: Path) -> None:
    with serving(store) as held, serving(store, "--held-quads", "0") as files:
        held.wait_for_memory()
        assert held.ask(ROWS).body == files.ask(ROWS).body
        assert not json.loads(files.send("GET", "/health").body)["in_memory"]


def test_a_store_with_more_than_may_be_held_is_read_from_its_files(store: Path) -> None:
    with serving(store, "--held-quads", "100", "--cache-mb", "0") as server:
        assert {server.ask(COUNT).status for _ in range(20)} == {200}
        assert not json.loads(server.send("GET", "/health").body)["in_memory"]


def test_a_change_is_seen_at_once_and_held_after_a_while(store: Path, tmp_path: Path) -> None:
    token = tmp_path / "token"
    token.write_text(TOKEN)
    with serving(store, "--token-file", str(token)) as server:
        server.wait_for_memory()
        update = MARKED.replace("ASK", "INSERT DATA").encode()
        headers = {"Content-Type": "application/sparql-update", "Authorization": f"Bearer {TOKEN}"}
        assert server.send("POST", "/sparql", update, headers).status == 204
        assert json.loads(server.ask(MARKED).body)["boolean"] is True
        server.wait_for_memory()
        assert json.loads(server.ask(f"{MARKED} # again").body)["boolean"] is True


def test_queries_go_on_when_the_process_with_the_data_is_gone(store: Path) -> None:
    with serving(store, "--cache-mb", "0") as server:
        server.wait_for_memory()
        os.kill(holder(server), signal.SIGKILL)
        statuses = [server.ask(COUNT).status for _ in range(20)]
        assert statuses[-10:] == [200] * 10
        assert not json.loads(server.send("GET", "/health").body)["in_memory"]
