"""Which of the representations on offer a client wants: the Accept field as RFC 9110 (12.5.1) defines it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

MAX_RANGES = 100
"""No client lists more; what comes after is not read."""

_TOKEN = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_QUOTED = r'"(?:[^"\\]|\\.)*"'
_MEMBER = re.compile(rf"(?:[^,\"]|{_QUOTED})+")
_RANGE = re.compile(rf"\s*({_TOKEN})/({_TOKEN})\s*(.*)", re.DOTALL)
_PARAM = re.compile(rf";\s*(?:({_TOKEN})=({_TOKEN}|{_QUOTED}))?\s*")
_WEIGHT = re.compile(r"0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?")
_PREFERENCES = {"application/ld+json": frozenset(("profile",)), "text/csv": frozenset(("header",))}
"""Parameters that ask for a certain form of a media type but don't exclude others."""


@dataclass(frozen=True, slots=True)
class MediaRange:
    """One member of an Accept field. `params` are sorted names with values in small letters."""

    kind: str
    subtype: str
    params: tuple[tuple[str, str], ...]
    weight: float

    @property
    def media_type(self) -> str:
        return f"{self.kind}/{self.subtype}"

    @property
    def rank(self) -> tuple[int, int]:
        """How specific it is: `text/html;level=1` before `text/html` before `text/*` before `*/*`."""
        return (0 if self.kind == "*" else 1 if self.subtype == "*" else 2, len(self.params))


@lru_cache(maxsize=1024)
def parse_accept(field: str) -> tuple[MediaRange, ...]:
    """The media ranges of the field; members that aren't well-formed are left out."""
    members = _MEMBER.findall(field)[:MAX_RANGES]
    return tuple(found for member in members if (found := _media_range(member)) is not None)


def _media_range(text: str) -> MediaRange | None:
    match = _RANGE.fullmatch(text)
    if match is None or (match[1] == "*" and match[2] != "*"):
        return None
    params: list[tuple[str, str]] = []
    weight = 1.0
    for name, value in _parameters(match[3]) or ():
        if name == "q":
            if not _WEIGHT.fullmatch(value):
                return None
            weight = float(value)
            break  # What follows the weight was once an extension of the field, never part of the media type.
        params.append((name, value))
    if _parameters(match[3]) is None:
        return None
    return MediaRange(match[1].lower(), match[2].lower(), tuple(sorted(params)), weight)


def _parameters(text: str) -> list[tuple[str, str]] | None:
    """Names and values in small letters; None when it isn't a list of parameters."""
    found: list[tuple[str, str]] = []
    place = 0
    text = text.rstrip()
    while place < len(text):
        match = _PARAM.match(text, place)
        if match is None:
            return None
        if match[1]:
            value = match[2]
            plain = re.sub(r"\\(.)", r"\1", value[1:-1]) if value.startswith('"') else value
            found.append((match[1].lower(), plain.lower()))
        place = match.end()
    return found


def quality(field: str, media_type: str) -> float:
    """How much the client wants a media type, from 0 (not acceptable) to 1: the most specific range decides."""
    offered = _media_range(media_type)
    assert offered is not None, media_type
    fitting = [r for r in parse_accept(field) if _covers(r, offered)]
    return max(fitting, key=lambda r: (r.rank, r.weight)).weight if fitting else 0.0


def _covers(wanted: MediaRange, offered: MediaRange) -> bool:
    if wanted.kind not in ("*", offered.kind) or wanted.subtype not in ("*", offered.subtype):
        return False
    told = {*offered.params, ("charset", "utf-8")}
    loose = _PREFERENCES.get(wanted.media_type, frozenset())
    return all(pair in told or pair[0] in loose for pair in wanted.params)


def choose(field: str | None, offered: Sequence[str]) -> str | None:
    """The media type to send, of those in the server's order of preference; None when none is acceptable.

    No field, an empty one, or one without a single well-formed member says nothing: the first is sent.
    """
    if field is None or not parse_accept(field):
        return offered[0]
    best = max(offered, key=lambda media_type: quality(field, media_type))
    return best if quality(field, best) > 0 else None


@dataclass(frozen=True, slots=True)
class Form:
    """A form in which a server offers something: the suffix of its address and its media type."""

    suffix: str
    media_type: str

    @property
    def content_type(self) -> str:
        """As the Content-Type field has it: texts say that they are UTF-8."""
        return f"{self.media_type}; charset=utf-8" if self.media_type.startswith("text/") else self.media_type


HTML = Form("html", "text/html")
TURTLE = Form("ttl", "text/turtle")
JSON_LD = Form("jsonld", "application/ld+json")
N_TRIPLES = Form("nt", "application/n-triples")
RDF_XML = Form("rdf", "application/rdf+xml")
RDF = (TURTLE, JSON_LD, N_TRIPLES, RDF_XML)
PAGE_AND_RDF = (HTML, *RDF)


def choose_form(field: str | None, forms: Sequence[Form]) -> Form | None:
    """The form to send, or None: see `choose`."""
    media_type = choose(field, [form.media_type for form in forms])
    return next((form for form in forms if form.media_type == media_type), None)


def split_suffix(path: str, forms: Sequence[Form]) -> tuple[str, Form | None]:
    """`doc/kst/32317-QC.ttl` as its path and the form that its suffix asks for, which beats the Accept field."""
    head, dot, suffix = path.rpartition(".")
    if dot and head and not head.endswith("/"):
        for form in forms:
            if form.suffix == suffix:
                return head, form
    return path, None


def etag_matches(field: str | None, etag: str) -> bool:
    """Whether If-None-Match holds this tag (RFC 9110, 13.1.2: weak comparison) or is `*`."""
    if field is None:
        return False
    return field.strip() == "*" or etag.removeprefix("W/") in {tag.removeprefix("W/") for tag in _tags(field)}


def _tags(field: str) -> Iterator[str]:
    yield from re.findall(r'(?:W/)?"[^"]*"', field)
