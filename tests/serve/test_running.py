"""Start, stop, a changed store, a writer beside the server, a proxy before it, and uvicorn instead of granian."""

import json
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from urllib.parse import quote

import pyoxigraph as ox
import pytest
from tests.serve.conftest import small_quads
from tests.serve.process import ROOT, Answer, Server, make_store, serving

GOOD = "SELECT ?n { <http://ex.org/thing/7> <http://ex.org/name> ?n }"
LONG = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d <http://ex.org/name> ?f }"
"""Takes some tenths of a second."""

RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_stop_lets_answers_finish(store: Path, number: int) -> None:
    with serving(store) as server:
        found: list[Answer] = []
        asking = threading.Thread(target=lambda: found.append(server.ask(LONG)))
        asking.start()
        time.sleep(0.15)
        code, seconds = server.stop(number)
        asking.join()
    assert (code, found[0].status) == (0, 200)
    assert seconds < 5
    assert "Traceback" not in server.log.read_text(encoding="utf-8")


def test_a_stop_ends_what_would_not_finish(store: Path) -> None:
    with serving(store, "--seconds", "60") as server:
        found: list[Answer] = []
        asking = threading.Thread(target=lambda: found.append(server.ask(RUNAWAY)))
        asking.start()
        time.sleep(0.3)
        code, seconds = server.stop()
        asking.join()
    assert code == 0
    assert seconds < 5
    assert found[0].status == 503


def test_no_process_and_no_folder_is_left(tmp_path: Path) -> None:
    store = make_store(tmp_path / "store", small_quads())
    with serving(store) as server:
        server.wait_for_memory()
        server.ask(GOOD)
        workers = server.processes()
        assert len(workers) >= 3
        assert server.stop()[0] == 0
    assert [pid for pid in workers if Path(f"/proc/{pid}").exists()] == []
    assert [path.name for path in tmp_path.iterdir() if "serving" in path.name] == []


def test_workers_end_with_a_server_that_is_killed(tmp_path: Path) -> None:
    store = make_store(tmp_path / "store", small_quads())
    with serving(store) as server:
        server.wait_for_memory()
        server.ask(GOOD)
        workers = server.processes()
        server.process.kill()
        server.process.wait()
        end = time.monotonic() + 5
        while any(_runs(pid) for pid in workers) and time.monotonic() < end:
            time.sleep(0.05)
        assert [pid for pid in workers if _runs(pid)] == []
    with serving(store):
        left = [path for path in tmp_path.iterdir() if "serving" in path.name]
        assert len(left) == 1, "the folder of the killed server is removed"


def _runs(pid: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return False


def test_a_changed_store_is_opened_again_while_a_writer_goes_on(tmp_path: Path) -> None:
    """A writer that merges and deletes files beside the server; queries neither fail nor hang."""
    path = make_store(tmp_path / "store", small_quads())
    with serving(path, "--client-errors", "0", "--seconds", "5") as server:
        before = json.loads(server.send("GET", "/health").body)["version"]
        writer = ox.Store(str(path))
        for number in range(40):
            quads = [
                ox.Quad(ox.NamedNode(f"http://ex.org/new/{number}/{n}"), ox.NamedNode("a:p"), ox.Literal("x"))
                for n in range(200)
            ]
            writer.extend(quads)
            writer.flush()
            assert server.ask(f"{GOOD} # {number}").status == 200
        writer.optimize()
        del writer
        end = time.monotonic() + 20
        while time.monotonic() < end:
            if server.ask("ASK { <http://ex.org/new/39/199> ?p ?o }").text.endswith("true}"):
                break
            time.sleep(0.2)
        assert server.ask("ASK { <http://ex.org/new/39/199> ?p ?o }").text.endswith("true}")
        assert json.loads(server.send("GET", "/health").body)["version"] != before


def test_below_a_path_of_a_proxy(store: Path) -> None:
    with serving(store, "--root-path", "/data/") as server:
        for path in ("/data/health", "/health"):
            assert server.send("GET", path).status == 200
        assert server.send("GET", f"/data/sparql?query={quote(GOOD)}").status == 200
        moved = server.send("GET", "/data/sparql", headers={"Accept": "text/html"})
        assert (moved.status, moved.headers["location"]) == (303, "/data/workbench")


def test_uvicorn_serves_too(store: Path) -> None:
    with serving(store, "--seconds", "2", "--max-mb", "2", server="uvicorn") as server:
        assert server.ask(GOOD).status == 200
        assert server.ask("SELECT * { ?a ?b ?c . ?d ?e ?f }").status in (413, 504)
        long = server.ask("SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 4000")
        assert (long.status, long.whole, len(long.body)) == (200, True, int(long.headers["content-length"]))
        assert server.ask(RUNAWAY).status == 504
        assert server.stop()[0] == 0
    assert "Traceback" not in server.log.read_text(encoding="utf-8")


def test_each_request_has_its_line(store: Path) -> None:
    with serving(store) as server:
        server.ask(GOOD)
        server.ask("ASK {", "*/*")
        server.stop()
    lines = [json.loads(line) for line in server.log.read_text(encoding="utf-8").splitlines() if line[0] == "{"]
    good, bad = (line for line in lines if line["path"] == "/sparql")
    assert (good["status"], good["outcome"], good["method"]) == (200, "answered", "GET")
    assert (bad["status"], bad["outcome"]) == (400, "query-syntax")
    assert good["bytes"] > 0
    assert good["client"] == "127.0.0.1"


def _refused(*options: str) -> str:
    command = [sys.executable, "-m", "sovgraph", "serve", "--lang", "en", *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode in (1, 2), done.stderr
    return done.stderr


def test_wrong_use_is_told_in_one_line(store: Path, server: Server, tmp_path: Path) -> None:
    short = tmp_path / "token"
    short.write_text("short", encoding="ascii")
    told = [
        _refused("--store", str(tmp_path / "none")),
        _refused("--store", str(store), "--port", str(server.port)),
        _refused("--store", str(store), "--token-file", str(short)),
        _refused("--store", str(store), "--seconds", "0"),
        _refused("--store", str(store), "--root-path", "data"),
    ]
    assert [text.count("\n") for text in told] == [1] * 5, told
    assert "there is no store here" in told[0]
    assert "give another --port" in told[1]
