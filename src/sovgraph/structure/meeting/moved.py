"""Motions that are moved: their text, who moves them, and the number that the chair gives them."""

import re
from bisect import bisect_right

from sovgraph.model import Meta, MotionMoved, Span, Turn
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
_CLOSING = re.compile(r"gaa[tn]\s+over\s+tot\s+de\s+orde\s+van\s+de\s+dag\s?\.?")
_LONGEST = 12_000
_REACH = 6_000
_UNTIL_NUMBER = 1_200


def find_moved(layout: Layout, meta: Meta, turns: tuple[Turn, ...]) -> tuple[MotionMoved, ...]:
    """The motions in the order in which the chair announces them."""
    begins = [turn.speaker.start for turn in turns]
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
        found.append(_moved(layout, meta, match, number, done, begins))
        done = number.end() if number else match.end()
    return tuple(found)


def _moved(
    layout: Layout, meta: Meta, match: re.Match[str], number: re.Match[str] | None, done: int, begins: list[int]
) -> MotionMoved:
    movers, more = _movers(match)
    end = number.end() if number else match.end()
    text = (
        _text(layout, match.end(), end)
        if match["changed"] or match["lead"]
        else _text(layout, max(done, match.start() - _REACH), match.start())
    )
    supported = _SUPPORTED.search(layout.view, match.start(), end if number else match.end() + 200)
    turn = bisect_right(begins, text.start if text else match.start())
    return MotionMoved(
        announced=Span(match.start(), match.end()),
        movers=split_list(layout, *movers),
        text=text,
        turn=turn or None,
        number=Span(*number.span("number")) if number else None,
        dossier=Span(*number.span("dossier")) if number else None,
        paper=paper_of(number["dossier"], number["number"], meta.chamber, meta.session_year) if number else None,
        former=_former(match, number, meta),
        more=more,
        supported=Span(*supported.span()) if supported else None,
    )


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
