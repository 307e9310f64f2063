"""Motions that are moved: their text, who moves them, and the number that the chair gives them."""

import re
from bisect import bisect_right

from sovgraph.model import Capacity, Meta, MotionMoved, Span, Turn
from sovgraph.structure.layout import Layout
from sovgraph.structure.meeting.lists import split_list
from sovgraph.structure.meeting.papers import DOSSIER, NUMBERED, paper_of

_MOVERS = (
    r"(?:het\s+lid|de\s+leden|de\s+heer|de\s+heren|mevrouw)\s+(?P<movers>[^.:;()]{2,400}?)(?P<more>\s*,?\s+c\.s\.?)?"
)
_ANNOUNCED = re.compile(
    rf"(?<![\w-])(?:Dez?e\s+(?:(?:nader\s+)?gewijzigde\s+)?motie\s+is\s+voorgesteld\s+door\s+"
    rf"{_MOVERS}(?:\.|(?=\s+(?:Naar\s+mij|Zij\s+krijgt)))"
    r"|Door\s+(?P<lead>de\s+leden|het\s+lid)\s+(?P<movers2>[^.:;()]{2,300}?)(?P<more2>\s+c\.s\.)?"
    r"\s+wordt\s+(?:de\s+volgende|een)\s+motie\s+voorgesteld"
    r"|(?P<changed>De\s+(?:(?:nader\s+)?gewijzigde\s+)?motie\s?-\s?(?P<movers3>[^().:;]{2,120}?)"
    r"(?P<more3>\s+c\.s\.)?\s*\((?P<old>[^()]{3,60})\)"
    r"\s+is\s+in\s+die\s+zin\s+(?:nader\s+)?gewijzigd[^.:]{0,200}?\s+(?:dat|en)\b[^:]{0,300}?(?:luidt|luiden)))"
)
_SUPPORTED = re.compile(
    r"(?:de\s+indiening\s+ervan|(?:deze\s+motie|zij)\s+genoegzaam|zij)\s+(?:wordt\s+)?(?:voldoende|genoegzaam)?\s*"
    r"(?:wordt\s+)?(?:voldoende\s+)?ondersteund"
)
_NUMBERED = re.compile(
    rf"(?:Zij|Deze\s+motie)\s+(?:krijgt|heeft)\s+(?:het\s+)?(?:nr\.?|nummer|letter|stuknummer)\s*"
    rf"(?P<number>\d{{1,5}}[a-z]?|[A-Z]{{1,2}})"
    rf"(?:\s*,\s*was\s+(?:nr\.?|letter)\s*(?P<former>\d{{1,5}}[a-z]?|[A-Z]{{1,2}}))?\s*\(\s*{DOSSIER}\s*\)"
)
_OPENING = re.compile(
    r"De\s+(?:Eerste\s+|Tweede\s+)?Kamer\s*,\s*(?=\w+\s+(?:de|het|hebbende)\b|gehoord|overwegende|constaterende)"
)
_HEADING = re.compile(r"(?:Motie|(?:Nader\s+g|G)ewijzigde\s+motie)\s+")
_CLOSING = re.compile(r"gaa[tn]\s+over\s+tot\s+de\s+orde\s+van\s+de\s+dag\s?\.?")
_LONGEST = 12_000
_REACH = 6_000
_UNTIL_NUMBER = 1_200
_UNTIL_NEXT = 1_000


def find_read_on(layout: Layout) -> list[int]:
    """Where another motion follows the number that the chair gave the last one: its mover reads on, and nobody is
    printed before it."""
    found: list[int] = []
    for match in _NUMBERED.finditer(layout.view):
        limit = min(match.end() + _UNTIL_NEXT, len(layout.view))
        rest = layout.strip(match.end() + layout.view.startswith(".", match.end()), limit)
        while rest is not None and (zone := layout.zone_at(rest.start)) is not None:
            rest = layout.strip(zone.end, limit)
        if rest is None:
            continue
        heading = _HEADING.match(layout.view, rest.start)
        if _OPENING.match(layout.view, heading.end() if heading else rest.start):
            found.append(rest.start)
    return found


def find_moved(layout: Layout, meta: Meta, turns: tuple[Turn, ...]) -> tuple[MotionMoved, ...]:
    """The motions in the order in which the chair announces them."""
    announced = list(_ANNOUNCED.finditer(layout.view))
    numbers = list(_NUMBERED.finditer(layout.view))
    starts = [m.start() for m in numbers]
    found: list[MotionMoved] = []
    done = 0
    for place, match in enumerate(announced):
        limit = announced[place + 1].start() if place + 1 < len(announced) else len(layout.view)
        reach = match.end() + (_LONGEST if match["changed"] else _UNTIL_NUMBER)
        index = bisect_right(starts, match.end() - 1)
        number = numbers[index] if index < len(numbers) and starts[index] < min(limit, reach) else None
        found.append(_moved(layout, meta, match, number, done, turns))
        done = number.end() if number else match.end()
    return tuple(found)


def _moved(
    layout: Layout, meta: Meta, match: re.Match[str], number: re.Match[str] | None, done: int, turns: tuple[Turn, ...]
) -> MotionMoved:
    where, more = _movers(match)
    movers = split_list(layout, *where)
    end = number.end() if number else match.end()
    text = (
        _text(layout, match.end(), end)
        if match["changed"] or match["lead"]
        else _text(layout, max(done, match.start() - _REACH), match.start())
    )
    supported = _SUPPORTED.search(layout.view, match.start(), end if number else match.end() + 200)
    said = _turn(turns, text.start if text else match.start())
    if said and said.words and text and said.words.end <= text.start:
        said = _mover(layout, movers, turns[: said.number])
    return MotionMoved(
        announced=Span(match.start(), match.end()),
        movers=movers,
        text=text,
        turn=said.number if said else None,
        number=Span(*number.span("number")) if number else None,
        dossier=Span(*number.span("dossier")) if number else None,
        paper=paper_of(number["dossier"], number["number"], meta.chamber, meta.session_year) if number else None,
        former=_former(match, number, meta),
        more=more,
        supported=Span(*supported.span()) if supported else None,
    )


def _turn(turns: tuple[Turn, ...], at: int) -> Turn | None:
    """The last turn that begins before a place."""
    index = bisect_right(turns, at, key=lambda turn: turn.speaker.start)
    return turns[index - 1] if index else None


def _mover(layout: Layout, movers: tuple[Span, ...], turns: tuple[Turn, ...]) -> Turn | None:
    """Whose turn a motion is read in that stands behind the words of the chair: the last one's before, if it is one of
    the movers."""
    last = next((turn for turn in reversed(turns) if turn.capacity is not Capacity.CHAIR), None)
    if last is None or last.name is None or last.item != turns[-1].item:
        return None
    name = last.name.of(layout.view).split()
    return last if any(mover.of(layout.view).split()[-1] in name for mover in movers) else None


def _movers(match: re.Match[str]) -> tuple[tuple[int, int], bool]:
    for movers, more in (("movers", "more"), ("movers2", "more2"), ("movers3", "more3")):
        if match[movers]:
            return match.span(movers), match[more] is not None
    return (0, 0), False


def _former(match: re.Match[str], number: re.Match[str] | None, meta: Meta) -> str | None:
    """The paper that the motion was before it was changed."""
    if match["old"]:
        old = NUMBERED.match(f"({match['old']})")
        if old is not None:
            return paper_of(old["dossier"], old["number"], meta.chamber, meta.session_year)
    if number is not None and number["former"]:
        return paper_of(number["dossier"], number["former"], meta.chamber, meta.session_year)
    return None


def _text(layout: Layout, start: int, end: int) -> Span | None:
    """The last motion between two offsets, from "De Kamer," to the order of the day."""
    closings = list(_CLOSING.finditer(layout.view, start, end))
    if not closings:
        return None
    before = closings[-2].end() if len(closings) > 1 else start
    openings = list(_OPENING.finditer(layout.view, before, closings[-1].start()))
    return Span(openings[0].start(), closings[-1].end()) if openings else None
