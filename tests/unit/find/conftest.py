"""Mentions of a text, found by all finders after reading its structure."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sovgraph.authority import Authority
from sovgraph.find import find_all
from sovgraph.model import Mention
from sovgraph.read import make_source, read_path
from sovgraph.structure import structure_document

REPORT = Path(__file__).parents[1] / "graph" / "papers" / "report.md"
Find = Callable[[str, str], list[Mention]]


@pytest.fixture(scope="session")
def find(names: Authority) -> Find:
    """find(kind, text): the mentions of one kind in a text."""

    def run(kind: str, text: str) -> list[Mention]:
        document = structure_document(make_source("test.txt", text.encode("utf-8")))
        return [m for m in find_all(document, names) if m.type.value == kind]

    return run


@pytest.fixture(scope="session")
def in_report(names: Authority) -> Callable[[str], list[Mention]]:
    """in_report(kind): the mentions of one kind in the imitated report."""
    document = structure_document(read_path(str(REPORT)))
    found = find_all(document, names)
    return lambda kind: [m for m in found if m.type.value == kind]


@pytest.fixture(scope="session")
def answer() -> Callable[[str], str]:
    """The text of a letter of a minister that says what is given, dated 12 January 2026."""
    return lambda words: (
        "BRIEF VAN DE MINISTER VAN FINANCIËN\n\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\n"
        f"Den Haag, 12 januari 2026\n\n{words}\n\nDe Minister van Financiën,\n\nA.B. Boomgaard\n"
    )
