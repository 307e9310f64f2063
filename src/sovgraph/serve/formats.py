"""The forms of answers: which media types are understood, which are sent, and which one a client wants."""

from dataclasses import dataclass
from functools import lru_cache

from sovgraph.serve.negotiation import parse_accept, quality

SOLUTIONS, GRAPH = "solutions", "graph"


@dataclass(frozen=True, slots=True)
class Format:
    """`suffix` is its short name in `?format=`; `also`: other types by which clients ask for it."""

    kind: str
    suffix: str
    media: str
    also: tuple[str, ...] = ()

    @property
    def content_type(self) -> str:
        return self.media if self.media.endswith(("json", "xml")) else f"{self.media}; charset=utf-8"


FORMATS = (
    Format(SOLUTIONS, "json", "application/sparql-results+json", ("application/json",)),
    Format(SOLUTIONS, "xml", "application/sparql-results+xml", ("application/xml", "text/xml")),
    Format(SOLUTIONS, "csv", "text/csv"),
    Format(SOLUTIONS, "tsv", "text/tab-separated-values"),
    Format(GRAPH, "ttl", "text/turtle", ("application/x-turtle",)),
    Format(GRAPH, "nt", "application/n-triples", ("text/plain",)),
    Format(GRAPH, "rdf", "application/rdf+xml", ("application/xml", "text/xml")),
    Format(GRAPH, "jsonld", "application/ld+json", ("application/json",)),
    Format(GRAPH, "nq", "application/n-quads"),
    Format(GRAPH, "trig", "application/trig"),
    Format(GRAPH, "n3", "text/n3"),
)
"""The first of a kind is what a client without a wish gets. Workers and server name a format by its place here."""

NONE = -1
"""The client takes no format of this kind."""


@lru_cache(maxsize=512)
def wanted(accept: str, suffix: str = "") -> tuple[int, int]:
    """Places of the formats for solutions and for a graph; a suffix, where given, decides for its own kind."""
    by_suffix = {form.suffix: place for place, form in enumerate(FORMATS)}
    found = []
    for kind in (SOLUTIONS, GRAPH):
        place = by_suffix.get(suffix, NONE)
        found.append(place if place >= 0 and FORMATS[place].kind == kind else _best(accept, kind))
    return found[0], found[1]


def _best(accept: str, kind: str) -> int:
    """The format with the highest quality; among equals the one asked for first, then the first of ours."""
    ranked = [(*_wish(accept, form), -place) for place, form in enumerate(FORMATS) if form.kind == kind]
    weight, _, place = max(ranked)
    return -place if weight > 0 else NONE


def _wish(accept: str, form: Format) -> tuple[float, int]:
    """Quality by the best of its types, and where that stands (the earlier, the greater)."""
    named = [found.media_type for found in parse_accept(accept)]
    if not named:
        return 1.0, 0
    places = {media: -named.index(media) if media in named else -len(named) for media in (form.media, *form.also)}
    return max((quality(accept, media), place) for media, place in places.items())


def prefers_html(accept: str) -> bool:
    """A browser: a page is taken, and no form of data is wanted more."""
    wishes = [(found.media_type, found.weight) for found in parse_accept(accept)]
    page = max((weight for media, weight in wishes if media in ("text/html", "application/xhtml+xml")), default=0.0)
    data = max((weight for media, weight in wishes if any(media == form.media for form in FORMATS)), default=0.0)
    return page > 0 and page >= data
