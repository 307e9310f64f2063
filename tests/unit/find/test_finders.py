"""Every registered finder: its examples, its rejects, and hostile text."""

import time

import pytest

from sovgraph.authority import Authority
from sovgraph.find import FINDERS
from sovgraph.find.base import FindContext, Finder, find_all, settle
from sovgraph.find.view import make_view
from sovgraph.model import Document, Mention

EXAMPLES = [(f.name, text, expected) for f in FINDERS.values() for text, expected in f.examples]
REJECTS = [(f.name, text) for f in FINDERS.values() for text in f.rejects]

HOSTILE = {
    "dossiers": "32 317 " * 15_000,
    "numbers": "nr. " * 25_000,
    "one number": "7" * 100_000,
    "brackets": "(" * 100_000,
    "members": "de leden " * 12_000,
    "capitals": "Van der A" * 11_000,
    "commas": "de leden " + "Aa, " * 25_000,
    "kamerstukken": "Kamerstukken II 2025/26, " * 4_000,
    "articles": "artikel 1, eerste lid, " * 4_500,
    "dates": "13 en " * 16_000,
    "initials": "A.B." * 25_000,
    "committee": "vaste commissie voor " + "Aa & " * 20_000,
    "ministers": "de ministers van " + "Justitie en Veiligheid, " * 4_000,
    "marks": "¹²³*_" * 20_000,
}


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


@pytest.mark.parametrize("hostile", sorted(HOSTILE))
def test_hostile_text_is_read_in_linear_time(hostile: str, names: Authority) -> None:
    """100 kB of anything takes seconds, not minutes: a blow-up would take hours."""
    text = HOSTILE[hostile]
    began = time.process_time()
    mentions = find_all(document(text), names)
    assert time.process_time() - began < 30
    assert all(text[m.start : m.end] == m.text for m in mentions)
