"""Both engines give the same mentions, and references found alone are those found among all."""

from pathlib import Path

import pytest
from tests.examples import example_papers

from sovgraph.api import find_references
from sovgraph.authority import Authority
from sovgraph.find import REFERENCE_FINDERS, find_all, find_only
from sovgraph.find.scan import engine
from sovgraph.model import REFERENCES, Document
from sovgraph.read import read_path
from sovgraph.structure import structure_document

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
real = pytest.mark.skipif(not CORPUS.exists(), reason="the folder with real papers is not beside the checkout")


def imitations() -> list[Document]:
    files = example_papers()
    return [structure_document(read_path(str(p))) for p in files]


def papers() -> list[Document]:
    """Some of every kind: debates, questions and answers, official papers, one in forty motions."""
    files = [*sorted((CORPUS / "txt").glob("*.txt"))[::2], *sorted((CORPUS / "xml").glob("*.xml"))[:4]]
    files += sorted((CORPUS / "motions").glob("*.xml"))[::40]
    return [structure_document(read_path(str(p))) for p in files]


def check(documents: list[Document], names: Authority) -> None:
    assert documents
    for document in documents:
        found = find_all(document, names)
        with engine("plain"):
            assert find_all(document, names) == found
        alone = find_only(document, names, REFERENCE_FINDERS)
        assert [m for m in alone if m.type in REFERENCES] == [m for m in found if m.type in REFERENCES]


def test_engines_agree_on_the_examples(names: Authority) -> None:
    check(imitations(), names)


@pytest.mark.real
@real
def test_engines_agree_on_real_papers(names: Authority) -> None:
    check(papers(), names)


def test_no_text_has_no_references() -> None:
    assert find_references("") == find_references(" \n", context="36 704") == ()
