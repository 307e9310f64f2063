"""The forms of answers: which media types are understood, which are sent, and which one a client wants."""

from dataclasses import dataclass
from functools import lru_cache

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
    ranges = parse_accept(accept)
    ranked = []
    for place, form in enumerate(FORMATS):
        if form.kind == kind:
            quality, order = max(_rank(ranges, media) for media in (form.media, *form.also))
            ranked.append((quality, order, -place))
    quality, _, place = max(ranked)
    return -place if quality > 0 else NONE


def _rank(ranges: tuple[tuple[str, float], ...], media: str) -> tuple[float, int]:
    """Quality by the most specific range that holds the type, and where it stood (the earlier, the greater)."""
    best = (-1, 0.0, -len(ranges))
    for order, (name, quality) in enumerate(ranges):
        main = name.partition("/")[0]
        exact = 2 if name == media else 1 if name == f"{media.partition('/')[0]}/*" else 0 if name == "*/*" else -1
        if main and exact > best[0]:
            best = (exact, quality, -order if exact == 2 else -len(ranges))
    return best[1], best[2]


@lru_cache(maxsize=512)
def parse_accept(accept: str) -> tuple[tuple[str, float], ...]:
    """Media ranges with their quality, in order; no header means everything, a broken quality counts as 1."""
    found = []
    for part in accept.split(",")[:64]:
        name, *params = (piece.strip().lower() for piece in part.split(";"))
        quality = 1.0
        for param in params:
            if param.startswith("q="):
                quality = _number(param[2:])
        if "/" in name:
            found.append((name, quality))
    return tuple(found) if accept.strip() else (("*/*", 1.0),)


def _number(text: str) -> float:
    try:
        return min(max(float(text), 0.0), 1.0)
    except ValueError:
        return 1.0


def prefers_html(accept: str) -> bool:
    """A browser: a page is taken, and no form of data is wanted more."""
    ranges = parse_accept(accept)
    page = max((quality for name, quality in ranges if name in ("text/html", "application/xhtml+xml")), default=0.0)
    data = max((quality for name, quality in ranges if any(name == f.media for f in FORMATS)), default=0.0)
    return page > 0 and page >= data
