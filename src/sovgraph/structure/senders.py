"""Who a letter is from and to: the posts and committees named in its heading, after "Aan", and as getting a copy."""

import re

from sovgraph.model import Span
from sovgraph.structure.layout import Layout

_FROM = re.compile(r"BRIEF\s+VAN\s+(?:DE\s+|HET\s+)?", re.IGNORECASE)
_COMMITTEE = re.compile(
    r"(?:(?:VASTE|ALGEMENE|TIJDELIJKE|BIJZONDERE|GEMENGDE|PARLEMENTAIRE)\s+)?(?:KAMER)?COMMISSIES?\s+(?:VOOR|BELAST)\b",
    re.IGNORECASE,
)
_POST = re.compile(r"(?:VICE-?)?(?:MINISTER-PRESIDENT|MINISTERS?|STAATSSECRETARIS(?:SEN)?)\b", re.IGNORECASE)
_JOINT_COMMITTEE = re.compile(r"\s*(?:,|\bEN)\s+(?:VAN\s+)?(?:DE\s+)?VOOR\s+", re.IGNORECASE)
_END = re.compile(r"\s*(?:,|\bEN)\s+(?:VAN\s+)?(?:(?:DE|HET)\s+)?\Z", re.IGNORECASE)
_JOINT_POST = re.compile(r"\s*(?:,|\bEN)\s+(?:VAN|VOOR)\s+", re.IGNORECASE)
_POSTS = re.compile(r"(?:MINISTERS|STAATSSECRETARISSEN)\b", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|\ben)\s+(?:aan\s+)?(?:de|het)\s+", re.IGNORECASE)
_COPY = re.compile(
    r"(?:gelijkluidende|gelijkkluidende|identieke|eensluidende)\s+brie(?:f|ven)\s+(?:is|zijn|wordt|heb ik|gaat|gaan)\s+"
    r"(?:vandaag\s+|heden\s+|ook\s+|tevens\s+)?(?:verzonden|gestuurd|verstuurd|gezonden|gericht)?\s*(?:aan|naar)\s+(?P<who>[^.]{3,300})"
    r"|(?:afschrift|kopie)\s+van\s+deze\s+brief\s+(?:is|wordt|stuur ik)\s+(?:[a-z]+\s+)?aan\s+(?P<other>[^.]{3,300})",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:de|het)\s+", re.IGNORECASE)
_TAIL = re.compile(r"\s*(?:verzonden|gestuurd|gezonden|gericht|verstuurd)\s*\Z", re.IGNORECASE)


def senders(layout: Layout, heading: Span) -> tuple[Span, ...]:
    """The committees, else the posts, else all that stands after "BRIEF VAN"."""
    begin = _FROM.search(layout.view, heading.start, heading.end)
    start = begin.end() if begin else heading.start
    named = _starting_at(layout, _COMMITTEE, start, heading.end)
    if named:
        return tuple(part for span in named for part in _split(layout, span, _JOINT_COMMITTEE))
    posts = _starting_at(layout, _POST, start, heading.end)
    if posts:
        return tuple(part for span in posts for part in _posts(layout, span))
    rest = layout.strip(start, heading.end)
    return (rest,) if rest and begin else ()


def is_government(layout: Layout, spans: tuple[Span, ...]) -> bool:
    return any(_POST.match(layout.view, span.start, span.end) for span in spans)


def listed(layout: Layout, start: int, end: int) -> tuple[Span, ...]:
    """The parties of "de A, de B en de C", without their articles."""
    article = _ARTICLE.match(layout.view, start, end)
    position = article.end() if article else start
    found: list[Span | None] = []
    for joint in _AND.finditer(layout.view, position, end):
        found.append(layout.strip(position, joint.start()))
        position = joint.end()
    found.append(layout.strip(position, end))
    spans = [span for span in found if span is not None]
    return tuple(part for span in spans for part in _posts(layout, span))


def copies(layout: Layout, start: int, end: int) -> tuple[Span, ...]:
    """Those who got the same letter."""
    match = _COPY.search(layout.view, start, end)
    if match is None:
        return ()
    group = "who" if match["who"] else "other"
    tail = _TAIL.search(layout.view, match.start(group), match.end(group))
    return listed(layout, match.start(group), tail.start() if tail else match.end(group))


def _starting_at(layout: Layout, pattern: re.Pattern[str], start: int, end: int) -> list[Span]:
    """Stretches from each match to the next, without the words that join them."""
    starts = [match.start() for match in pattern.finditer(layout.view, start, end)]
    spans = []
    for begin, stop in zip(starts, [*starts[1:], end], strict=False):
        joint = _END.search(layout.view, max(begin, stop - 40), stop)
        span = layout.strip(begin, joint.start() if joint else stop)
        if span is not None:
            spans.append(span)
    return spans


def _posts(layout: Layout, span: Span) -> list[Span]:
    """ "ministers van A en van B" are two; a single post may have "en" in its name."""
    several = _POSTS.match(layout.view, span.start, span.end)
    return _split(layout, span, _JOINT_POST) if several else [span]


def _split(layout: Layout, span: Span, joint: re.Pattern[str]) -> list[Span]:
    position = span.start
    parts: list[Span | None] = []
    for match in joint.finditer(layout.view, span.start, span.end):
        parts.append(layout.strip(position, match.start()))
        position = match.end()
    parts.append(layout.strip(position, span.end))
    return [part for part in parts if part is not None]
