"""The titles of written questions: "Vragen van de leden A en B (beiden X) aan de Minister van Y over Z"."""

import re
from dataclasses import dataclass

from sovgraph.model import Asker, Span
from sovgraph.structure.layout import Layout
from sovgraph.structure.signers import is_name

HEAD = 8_000
_MEMBERS = (
    r"(?:(?:het|de)\s+)?(?:(?:Eerste|Tweede)\s+Kamer-?)?(?:[Kk]amer)?(?:[Ll]id|[Ll]eden|[Hh]eer|[Hh]eren|[Mm]evrouw"
    r"|[Ss]enator(?:en)?)"
)
TITLE = re.compile(
    rf"(?<!\w)(?:(?:[Ss]chriftelijke\s+|[Nn]adere\s+|[Aa]anvullende\s+|[Mm]ondelinge\s+)?(?:[Kk]amer|[Vv]ervolg)?[Vv]ra(?:ag|gen))\s+(?:(?:gesteld\s+)?(?:van|door)\s+)?{_MEMBERS}\s+(?=\S)"
    r"|\bVRA(?:AG|GEN)\s+VAN\s+(?:HET\s+LID|DE\s+LEDEN)\s+(?=\S)"
)
_END = re.compile(
    r"\s+(?P<to>aan\s+(?:de|het)\b)"
    r"|\s*,?\s+(?:van\s+de\s+Eerste\s+Kamer|over|inzake|betreffende|omtrent|aangaande|met\s+betrekking|naar\s+aanleiding|die)\b"
    r"|(?<![.\s]\w)[.?!:;]\s|\n\s*\n|\n\s*[Vv]ragen\s+van\b|\s\((?:[Ii]ngezonden|[Oo]ntvangen|20\d\d[ZD])|\Z"
)
_LONGEST = 600
_BRACKET = re.compile(
    r"[(\[]\s*(?P<all>beiden|beide|allen|alle(?:n|\s+drie)?)?\s*,?\s*(?P<party>[^()\[\]]{1,60}?)\s*[)\]]"
)
_BETWEEN = re.compile(r"\s*(?:,\s*(?:en\s+)?|\ben\b|&|;)\s*")
_OF = re.compile(
    r"(?:van|door|(?:het|de)\s+(?:[Kk]amer)?(?:lid|leden|heer|heren)|lid|leden|mevrouw)\s+(?=\S)", re.IGNORECASE
)
_OTHERS = re.compile(r"\s+(?:c\.\s?s\.?|e\.\s?a\.)\s*\Z")


@dataclass(frozen=True, slots=True)
class AskingTitle:
    """A title with the members it names; `end` is where their names end, `to` whether an addressee follows."""

    start: int
    end: int
    askers: tuple[Asker, ...]
    to: bool

    @property
    def with_party(self) -> bool:
        return any(asker.party is not None for asker in self.askers)


def asking_titles(layout: Layout, end: int = HEAD) -> list[AskingTitle]:
    """All such titles of the head in which every name is one."""
    found = (_title(layout, match) for match in TITLE.finditer(layout.view, 0, end))
    return [title for title in found if title is not None]


def own_title(layout: Layout) -> AskingTitle | None:
    """The paper's own: sites and offices put a shorter one above it, so the first that gives a party counts."""
    titles = asking_titles(layout)
    return next((t for t in titles if t.with_party), titles[0] if titles else None)


def _title(layout: Layout, match: re.Match[str]) -> AskingTitle | None:
    """None when any of what stands for a name is none, or when nothing says that it is a title."""
    start, limit = match.end(), min(match.end() + _LONGEST, len(layout.view))
    title_end = _END.search(layout.view, start, limit)
    if title_end is None:
        return None
    askers = _askers(layout, start, title_end.start())
    if not askers or not all(_is_member(a.name.of(layout.view)) for a in askers):
        return None
    title = AskingTitle(match.start(), title_end.start(), askers, title_end["to"] is not None)
    return title if title.with_party or title.to else None


def _askers(layout: Layout, start: int, end: int) -> tuple[Asker, ...]:
    found: list[Asker] = []
    position = start
    for bracket in (*_BRACKET.finditer(layout.view, start, end), None):
        names = _names(layout, position, bracket.start() if bracket else end)
        party = Span(*bracket.span("party")) if bracket else None
        found += [Asker(name, party) for name in names]
        position = bracket.end() if bracket else end
    return tuple(found)


def _is_member(words: str) -> bool:
    """A surname, here and there with a first name: "Inge van Dijk"; text from PDF breaks one at its hyphen."""
    return len(words) < 50 and is_name(re.sub(r"-\s+", "-", " ".join(words.split())))


def _names(layout: Layout, start: int, end: int) -> list[Span]:
    names = []
    position = start
    for joint in (*_BETWEEN.finditer(layout.view, start, end), None):
        stop = joint.start() if joint else end
        of = _OF.match(layout.view, position, stop)
        # a name may begin with "Van", printed so; the small word leads to one
        begin = of.end() if of and layout.view[position].islower() else position
        others = _OTHERS.search(layout.view, begin, stop)
        span = layout.strip(begin, others.start() if others else stop)
        if span is not None and span.end - span.start > 1:
            names.append(span)
        position = joint.end() if joint else end
    return names
