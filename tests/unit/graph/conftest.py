"""Statements of imitated papers, as triples that a test can read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sovgraph.model import Iri, Literal, Paper, Statement
from sovgraph.pipeline import load_environment, read_paper
from sovgraph.read import make_source, read_path
from sovgraph.settings import DEFAULT_BASE, Settings

PAPERS = Path(__file__).parent / "papers"
Facts = dict[tuple[str, str], set[str]]


def facts_of(paper: Paper) -> Facts:
    """(subject, local name of the property) → values; instance IRIs without their base."""
    found: Facts = {}
    for statement in paper.statements:
        name = statement.predicate.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
        found.setdefault((short(statement.subject), name), set()).add(value_of(statement))
    return found


def short(iri: str) -> str:
    return iri.removeprefix(f"{DEFAULT_BASE}id/")


def value_of(statement: Statement) -> str:
    node = statement.object
    if isinstance(node, Iri):
        return short(node.value).rsplit("#", 1)[-1].removeprefix("http://publications.europa.eu/resource/authority/")
    assert isinstance(node, Literal)
    return f"{node.value}@{node.lang}" if node.lang and node.lang != "nl" else node.value


@pytest.fixture(scope="session")
def read() -> Callable[[str], Paper]:
    """The paper of a text."""
    environment = load_environment(Settings())
    return lambda text: read_paper(make_source("test.txt", text.encode("utf-8")), environment)[0]


@pytest.fixture(scope="session")
def report() -> Paper:
    """The imitated report of a written consultation."""
    return read_paper(read_path(str(PAPERS / "report.md")), load_environment(Settings()))[0]


@pytest.fixture(scope="session")
def facts(report: Paper) -> Facts:
    return facts_of(report)


@pytest.fixture(scope="session")
def facts_in(read: Callable[[str], Paper]) -> Callable[[str], Facts]:
    """The facts of a text."""
    return lambda text: facts_of(read(text))
