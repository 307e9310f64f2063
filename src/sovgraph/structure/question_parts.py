"""The parts of a question ("a) … b) …", or several question marks), and which of them an answer seems to pass over.

A sign, no verdict: an answer may serve a part in other words than the ones looked for here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sovgraph.model import Span

_LETTERED = re.compile(r"(?:(?<=\s)|(?<=^))\(?(?P<letter>[a-h])[).]\s+(?=\S)", re.MULTILINE)
_ANSWERED = re.compile(
    r"(?:(?<=\s)|(?<=^))(?:\(?(?P<letter>[a-h])[).](?=\s)|(?:onderdeel|deelvraag|vraag\s+\d{1,3})\s?(?P<named>[a-h])\b"
    r"|(?P<from>[a-h])\s+(?P<how>en|t/m|tot en met)\s+(?P<to>[a-h])[).:]?(?=\s))",
    re.MULTILINE | re.IGNORECASE,
)
_MARK = re.compile(r"\?")
_NUMBER_ASKED = re.compile(r"(?i)\b(?:hoeveel|welk\s+(?:percentage|bedrag|aantal))\b")
_NUMBER_GIVEN = re.compile(
    r"(?i)\d|%|\b(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|twintig|honderd\w*|duizend\w*|"
    r"miljoen|miljard|geen|niemand|niets|alle|beide|enkele|meerdere|enige|tientallen|honderden|duizenden|helft|derde|kwart|"
    r"meeste|deel|onbekend|bekend|cijfers|gegevens|aantal(?:len)?|bijgehouden|geregistreerd)\b"
)
_TIME_ASKED = re.compile(r"(?i)\b(?:wanneer|op\s+welke\s+(?:termijn|datum)|hoe\s+lang|hoelang)\b")
_TIME_GIVEN = re.compile(
    r"(?i)\d|\b(?:dag(?:en)?|we(?:e?k|ken)|maand(?:en)?|jaar|jaren|kwartaal|zomer|najaar|voorjaar|winter|herfst|begin|eind|"
    r"medio|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|zodra|termijn|"
    r"spoedig|binnenkort|nadat|daarna|voordat|planning|moment|tijd|reces|nog\s+niet|inmiddels|al|sinds|sindsdien|"
    r"direct|onmiddellijk|meteen|altijd|nooit|nader)\b"
)


@dataclass(frozen=True, slots=True)
class QuestionPart:
    """`label`: the printed letter, else the part's number in order."""

    label: str
    span: Span


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A part of which the answer shows no text of its own. `sign`: letter, number or time."""

    part: QuestionPart
    sign: str


def question_parts(text: str, question: Span) -> tuple[QuestionPart, ...]:
    """The parts in order; none when the question asks one thing."""
    lettered = _lettered(text, question)
    if lettered:
        return lettered
    ends = [match.end() for match in _MARK.finditer(text, question.start, question.end)]
    if len(ends) < 2:
        return ()
    starts = [question.start, *ends[:-1]]
    return tuple(
        QuestionPart(str(number), _trimmed(text, start, end))
        for number, (start, end) in enumerate(zip(starts, ends, strict=True), start=1)
    )


def _lettered(text: str, question: Span) -> tuple[QuestionPart, ...]:
    """ "a) … b) …" in order from a; a letter out of order is no label."""
    found: list[re.Match[str]] = []
    for match in _LETTERED.finditer(text, question.start, question.end):
        if match["letter"] == chr(ord("a") + len(found)):
            found.append(match)
    if len(found) < 2:
        return ()
    ends = [*(match.start() for match in found[1:]), question.end]
    return tuple(
        QuestionPart(match["letter"], _trimmed(text, match.end(), end)) for match, end in zip(found, ends, strict=True)
    )


_EDGE = " \n\t\r¹²³⁴⁵⁶⁷⁸⁹⁰*;,"


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return Span(start, end)


def passed_over(text: str, question: Span, answer: Span) -> Iterator[PassedOver]:
    """Lettered parts whose letter a lettered answer lacks; parts that ask how many or when, and get no such word."""
    parts = question_parts(text, question)
    given = _letters_given(text, answer)
    words = answer.of(text)
    for part in parts:
        asked = part.span.of(text)
        if part.label.isalpha() and len(given) > 1:
            if part.label not in given:
                yield PassedOver(part, "letter")
        elif _NUMBER_ASKED.search(asked) and not _NUMBER_GIVEN.search(words):
            yield PassedOver(part, "number")
        elif _TIME_ASKED.search(asked) and not _TIME_GIVEN.search(words):
            yield PassedOver(part, "time")


def _letters_given(text: str, answer: Span) -> set[str]:
    given: set[str] = set()
    for match in _ANSWERED.finditer(text, answer.start, answer.end):
        single = match["letter"] or match["named"]
        if single:
            given.add(single.lower())
        elif match["how"].lower() == "en":
            given |= {match["from"].lower(), match["to"].lower()}
        else:
            given |= {chr(code) for code in range(ord(match["from"].lower()), ord(match["to"].lower()) + 1)}
    return given
