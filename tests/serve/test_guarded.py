"""Stored queries in worker processes: the same rows as in this process, within the limits, and pages don't wait."""

import json
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from starlette.requests import Request
from tests.serve.process import Server, make_store, serving
from tests.serve.serving import client
from tests.unit.query.graphs import fixture_store

from sovgraph.query import catalog
from sovgraph.serve.guarded import guarded

NAMES = ("papers", "questions-answers", "mention-counts", "latency-by-post", "explain", "country-passages", "votes")


@pytest.fixture(scope="module")
def beside(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = make_store(tmp_path_factory.mktemp("guarded") / "store", fixture_store().dump())
    with serving(folder, "--client-seconds", "0", "--client-errors", "0") as running:
        yield running


@pytest.mark.parametrize("name", NAMES)
def test_workers_give_the_same_rows(name: str, beside: Server) -> None:
    path = f"/api/queries/{name}?{urlencode(catalog().get(name).examples)}"
    here, there = client().get(path), beside.send("GET", path)
    assert (here.status_code, there.status) == (200, 200)
    assert json.loads(there.body)["rows"] == here.json()["rows"]


def test_slow_queries_keep_no_page_waiting(beside: Server) -> None:
    texts = urlencode({"text": [f"{n} e" for n in range(200)]}, doseq=True)
    asked = [threading.Thread(target=beside.send, args=("GET", f"/api/queries/explain-text?{texts}")) for _ in range(6)]
    for one in asked:
        one.start()
    page = beside.send("GET", "/doc/kst/32317-QC", headers={"Accept": "text/turtle"})
    for one in asked:
        one.join()
    assert page.status == 200
    assert page.seconds < 5


def test_a_store_in_memory_is_asked_here(tmp_path: Path) -> None:
    app = client().app
    scope = {"type": "http", "app": app, "headers": []}
    store = app.state.site.store  # type: ignore[attr-defined]
    assert guarded(Request(scope), catalog().get("papers")) is store
