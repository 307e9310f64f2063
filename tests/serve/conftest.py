"""Servers that several tests share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.serve.process import TOKEN, Server, make_store, serving


def small_quads() -> bytes:
    """Things in two graphs, enough for a cross product that never ends."""
    lines = [
        f"<http://ex.org/thing/{number}> <http://ex.org/{name}> {value} <http://ex.org/graph/{number % 2}> ."
        for number in range(1200)
        for name, value in (("name", f'"thing {number}"'), ("next", f"<http://ex.org/thing/{(number + 1) % 1200}>"))
    ]
    return "\n".join(lines).encode()


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_store(tmp_path_factory.mktemp("serve") / "store", small_quads())


@pytest.fixture(scope="session")
def server(store: Path) -> Iterator[Server]:
    """Reads only; without budgets, as many tests ask from one address."""
    with serving(store, "--client-seconds", "0", "--client-errors", "0") as running:
        yield running


@pytest.fixture(scope="module")
def writable(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("writable")
    token = folder / "token"
    token.write_text(TOKEN + "\n", encoding="ascii")
    with serving(make_store(folder / "store", b""), "--token-file", str(token), "--client-errors", "0") as running:
        yield running
