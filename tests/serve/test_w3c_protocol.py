"""The W3C suites of the SPARQL 1.1 Protocol and the Graph Store Protocol against a running server."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.conftest import SHARED
from tests.serve.process import TOKEN, Server, make_store, serving
from tests.serve.w3c import Case, cases, run

SUITE = SHARED / "standards" / "sparql11"
MANIFESTS = {
    "protocol": ("manifest.ttl",),
    "graph-store-protocol": ("manifest-direct.ttl", "manifest-indirect.ttl"),
}
COUNTS = {"protocol": 34, "graph-store-protocol": 13}

pytestmark = pytest.mark.real


def _all(folder: str) -> list[Case]:
    if not SUITE.is_dir():
        return []
    return [case for name in MANIFESTS[folder] for case in cases(SUITE / folder / name, folder)]


ALL = [case for folder in MANIFESTS for case in _all(folder)]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    if not SUITE.is_dir():
        pytest.skip("no folder with the W3C suites beside the checkout")
    folder: Path = tmp_path_factory.mktemp("w3c")
    (folder / "token").write_text(TOKEN)
    options = ["--token-file", str(folder / "token"), "--no-union", "--client-errors", "0", "--client-seconds", "0"]
    with serving(make_store(folder / "store", b""), *options) as running:
        yield running


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_protocol(case: Case, server: Server) -> None:
    assert run(case, server) == []


@pytest.mark.parametrize("folder", sorted(COUNTS))
def test_all_tests_of_the_suite_are_run(folder: str, server: Server) -> None:
    """A suite that shrinks would go unseen."""
    assert len(_all(folder)) == COUNTS[folder]
