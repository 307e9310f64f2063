"""Every registered finder: its examples and its rejects."""

import pytest

from sovgraph.authority import Authority
from sovgraph.find import FINDERS
from sovgraph.find.base import FindContext, Finder, settle
from sovgraph.find.view import make_view
from sovgraph.model import Document, Mention

EXAMPLES = [(f.name, text, expected) for f in FINDERS.values() for text, expected in f.examples]
REJECTS = [(f.name, text) for f in FINDERS.values() for text in f.rejects]


def document(text: str) -> Document:
    return Document("test", "text/plain", "", text)


def run(finder: Finder, text: str, names: Authority) -> tuple[Mention, ...]:
    """What one finder gives, after the finders of earlier stages."""
    context = FindContext(document(text), make_view(text), names)
    earlier = [m for f in FINDERS.values() if f.stage < finder.stage for m in f.find(context)]
    context = FindContext(context.document, context.view, names, settle(earlier))
    return settle(finder.find(context))


@pytest.mark.parametrize(("name", "text", "expected"), EXAMPLES)
def test_example_is_found(name: str, text: str, expected: object, names: Authority) -> None:
    got = tuple((m.text, m.id) for m in run(FINDERS.get(name), text, names))
    assert got == expected


@pytest.mark.parametrize(("name", "text"), REJECTS)
def test_reject_is_not_found(name: str, text: str, names: Authority) -> None:
    assert [m.text for m in run(FINDERS.get(name), text, names)] == []


def test_enough_cases_are_collected() -> None:
    assert len(FINDERS) >= 20
    assert len(EXAMPLES) >= 60
    assert len(REJECTS) >= 55
