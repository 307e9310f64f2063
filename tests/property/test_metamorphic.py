"""What printing and scanning do to a text changes no identifier: other blanks, dashes, line ends, marks."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from sovgraph.authority import Authority
from sovgraph.find import FINDERS, FindContext
from sovgraph.find.base import settle
from sovgraph.find.view import make_view
from sovgraph.model import Document

ROOT = Path(__file__).resolve().parents[2]
REAL = ROOT.parent / "shared"
KINDS = (
    "kamerstuk handelingen aanhangsel zaak kenmerk eu_act com oj gazette ecli article law date country party".split()
)
CHANGES: dict[str, Callable[[str], str]] = {
    "no-break spaces": lambda t: t.replace(" ", "\u00a0"),
    "thin spaces in numbers": lambda t: re.sub(r"(?<=\d) (?=\d)", "\u2009", t),
    "en dashes": lambda t: re.sub(r"(?<=\w)-(?=\w)", "\u2013", t),
    "line breaks before numbers": lambda t: re.sub(r"(?<=[a-z,]) (?=\d)", "\n", t),
    "a box for an ampersand": lambda t: t.replace("&", "\u25a1"),
    "asterisks": lambda t: re.sub(r"(Kamerstuk\w*)", r"*\1*", t),
    "capitals in the first word": lambda t: re.sub(r"Kamerstuk(?:ken)?", lambda m: m[0].upper(), t),
    "note marks behind numbers": lambda t: re.sub(r"(nr\. \d+)(?=[.;)])", "\\1\u00b3", t),
}
TEXTS = sorted(ROOT.glob("examples/*/*.md"))
PAPERS = [REAL / "dossier" / "32317-QC.md", *sorted((REAL / "corpus" / "txt").glob("*.txt"))[:24]]
LENGTH = 20_000


def identifiers(text: str, names: Authority) -> list[tuple[str, str | None]]:
    context = FindContext(Document("t", "text/plain", "", text), make_view(text), names)
    return [(m.type.value, m.id) for m in settle(m for kind in KINDS for m in FINDERS.get(kind).find(context))]


Begun = Callable[[Path], tuple[str, list[tuple[str, str | None]]]]


@pytest.fixture(scope="module")
def begun(names: Authority) -> Begun:
    """The beginning of a file, and its identifiers: found once for all changes."""

    @cache
    def read(path: Path) -> tuple[str, list[tuple[str, str | None]]]:
        text = path.read_text(encoding="utf-8")[:LENGTH]
        return text, identifiers(text, names)

    return read


@pytest.mark.parametrize("change", sorted(CHANGES))
def test_identifiers_of_the_examples_stay(change: str, begun: Begun, names: Authority) -> None:
    found = 0
    for path in TEXTS:
        text, before = begun(path)
        assert identifiers(CHANGES[change](text), names) == before, path.name
        found += len(before)
    assert found > 200


@pytest.mark.real
@pytest.mark.skipif(not REAL.exists(), reason="the folder with real papers is not beside the checkout")
@pytest.mark.parametrize("change", sorted(CHANGES))
def test_identifiers_of_real_papers_stay(change: str, begun: Begun, names: Authority) -> None:
    for path in PAPERS:
        text, before = begun(path)
        assert identifiers(CHANGES[change](text), names) == before, path.name
