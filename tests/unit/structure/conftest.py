"""Documents of the imitated papers in papers/ and of texts given in a test."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sovgraph.model import Document, Span
from sovgraph.read import make_source, read_path
from sovgraph.structure import structure_document

PAPERS = Path(__file__).parent / "papers"


@pytest.fixture(scope="session")
def paper() -> Callable[[str], Document]:
    """The document of a paper in papers/."""
    return lambda name: structure_document(read_path(str(PAPERS / name)))


@pytest.fixture(scope="session")
def document() -> Callable[[str], Document]:
    """The document of a text."""
    return lambda text: structure_document(make_source("test.txt", text.encode("utf-8")))


@pytest.fixture(scope="session")
def words() -> Callable[[Document, Span | None], str | None]:
    """What a span holds, with white space made one blank; None of None."""
    return lambda doc, span: None if span is None else " ".join(span.of(doc.text).split())
