"""Whether two papers say the same: their statements without what only tells where the words stand."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sovgraph import vocab as v
from sovgraph.model import Iri, Paper

Fact = tuple[str, str, str]

_BY_PLACE = re.compile(
    r"/(?P<kind>appreciatie|citaat|nakoming|standpunt|toezegging|uitspraak|verschil|verzoek)/(?P<start>\d+)"
    r"(?:-(?P<end>\d+)(?![\d-]))?"
)
_LOOKS = re.compile(r"[*⁰¹²³⁴⁵⁶⁷⁸⁹\s\u00ad]+")
_DASHES = re.compile("[\u2010-\u2015]")
_HEAD = 12
_PLACES = (v.textStart, v.textEnd)


def facts_of(paper: Paper) -> set[Fact]:
    """The statements; things named by their offset get the words at that offset instead."""
    text = paper.document.text
    unnamed = paper.document.meta.paper_id is None  # its IRI is made of the file's checksum

    def by_words(match: re.Match[str]) -> str:
        start, end = int(match["start"]), match["end"]
        stop = int(end) if end and int(end) > start and int(end) - start < 200 else start + 2 * _HEAD
        other = f"~{plain(text[int(end) :])[:_HEAD]}" if end and stop != int(end) else ""
        words = plain(text[start:stop]).replace(" ", "")
        return f"/{match['kind']}/{words if stop == int(end or -1) else words[:_HEAD]}{other}"

    def node(value: str) -> str:
        return _BY_PLACE.sub(by_words, value.replace(paper.iri, "PAPER") if unnamed else value)

    return {
        (node(s.subject), s.predicate, node(s.object.value) if isinstance(s.object, Iri) else plain(s.object.value))
        for s in paper.statements
        if s.predicate not in _PLACES
    }


def plain(words: str) -> str:
    """Words without line ends, marks of notes and emphasis."""
    return _LOOKS.sub(" ", _DASHES.sub("-", words)).strip()


@dataclass(frozen=True)
class Agreement:
    """Facts of the original only, of the other only, and of both."""

    lost: frozenset[Fact]
    added: frozenset[Fact]
    both: int

    @property
    def share(self) -> float:
        whole = self.both + len(self.lost) + len(self.added)
        return self.both / whole if whole else 1.0


def agreement(original: Iterable[Fact], other: Iterable[Fact]) -> Agreement:
    a, b = set(original), set(other)
    return Agreement(frozenset(a - b), frozenset(b - a), len(a & b))
