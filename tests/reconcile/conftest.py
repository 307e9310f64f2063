"""One real SPARQL server for all tests of a process, loaded with the imitated register."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.reconcile.faulty import Faulty
from tests.reconcile.imitation import Case, read_cases, read_items, wikidata
from tests.reconcile.server import oxigraph

from sovgraph.reconcile import Answers, Endpoint, Report, load_target, reconcile
from sovgraph.settings import Settings


@pytest.fixture(scope="session")
def sparql_url() -> Iterator[str]:
    with oxigraph(wikidata(read_items())) as url:
        yield url


@pytest.fixture(scope="session")
def cases() -> tuple[Case, ...]:
    return read_cases()


@pytest.fixture(scope="session")
def asked(sparql_url: str, cases: tuple[Case, ...]) -> Report:
    """All cases decided against the server."""
    endpoint = Endpoint(Settings(sparql_url=sparql_url, rate=1000))
    return reconcile([case.entity for case in cases], endpoint, load_target())


@pytest.fixture
def faulty() -> Iterator[Faulty]:
    with Faulty() as server:
        yield server


@pytest.fixture
def answers_of(tmp_path: Path) -> Callable[..., Answers]:
    def made(url: str, *, replay: bool = False) -> Answers:
        return Answers(tmp_path / "answers", url, replay)

    return made
