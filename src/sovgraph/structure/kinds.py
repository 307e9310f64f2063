"""What a letter is for: asks, reminds, answers, puts off, or just tells."""

import re

from sovgraph.model import Dated, ListedLetter, Span
from sovgraph.structure.asking import any_asks
from sovgraph.structure.layout import Layout

_BY_WORDS = (
    (re.compile(r"rappel|herinnering", re.IGNORECASE), "reminder"),
    (re.compile(r"uitstel", re.IGNORECASE), "delay"),
    (re.compile(r"antwoord|reactie", re.IGNORECASE), "answer"),
    (re.compile(r"uitgaand|vragen", re.IGNORECASE), "questions"),
)
_REMINDS = re.compile(
    r"nog\s+niet\s+(?:zijn\s+|is\s+)?beantwoord|nog\s+geen\s+(?:antwoord|reactie|beantwoording)|herinner|rappel"
    r"|\bwacht(?:en)?\s+nog\s+(?:altijd\s+|steeds\s+)?op\s+(?:uw\s+|een\s+|het\s+)?(?:antwoord|reactie|beantwoording)\b"
    r"|alsnog\s+(?:zo spoedig mogelijk\s+)?(?:te\s+)?(?:beantwoord|ontvang)|op\s+korte\s+termijn\s+worden\s+beantwoord",
    re.IGNORECASE,
)
_DELAYS = re.compile(
    r"uitstel(?:brief|bericht)|\buitstel\b[^.]{0,80}\b(?:be)?antwoord|\b(?:be)?antwoord[^.]{0,120}\buitstel\b"
    r"|vragen\b[^.]{0,80}\buitstel\b|meer\s+tijd\s+in\s+beslag|niet\s+binnen\s+de\s+(?:gebruikelijke|gestelde|gevraagde|daarvoor)"
    r"|(?:meer|langer(?:e)?)\s+(?:de\s+)?tijd\s+nodig|niet\s+lukken\s+om\s+(?:de|deze|uw)\s+vragen",
    re.IGNORECASE,
)
_PUT_OFF = re.compile(
    r"niet\s+(?:\w+\s+){0,3}binnen\s+(?:de|een)\s+(?:\w+\s+){0,3}termijn|binnen\s+de\s+(?:\w+\s+){0,3}termijn\s+(?:\w+\s+){0,6}niet\b"
    r"|\bniet\s+(?:tijdig|op\s+tijd)\b[^.]{0,60}beantwoord|beantwoord[^.]{0,60}\bniet\s+(?:tijdig|op\s+tijd)\b"
    r"|niet\s+binnen\s+(?:de\s+)?(?:drie|3)\s+weken",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"\b(?:antwoorden|beantwoording)\s+(?:aan\s+)?op\b"
    r"|\breactie\s+(?:aan\s+)?op\s+(?:uw\b|(?:de\s+|het\s+)?(?:[\w-]+\s+){0,3}(?:vragen|verzoek|inbreng)\b)|beantwoord\s+ik|antwoord\s+op\s+(?:de|uw)|"
    r"bied\s+ik\s+u[^.]{0,80}antwoord|\bantwoorden\s+aan\b",
    re.IGNORECASE,
)
_HAS_QUESTIONS = re.compile(
    r"\b(?:enige|enkele|(?:na)?volgende|aantal|nog|leggen|stellen)\s+(?:[\w-]+\s+){0,3}?(?:vervolg)?vragen\b"
    r"|\b(?:vervolg)?vragen\s+(?:voor\s+te\s+leggen|te\s+stellen|voor\s*leggen)\b",
    re.IGNORECASE,
)
_LONG_ANSWER = 3_000


def kind_by_words(text: str) -> str:
    """The kind that the list of letters gives one."""
    return next((kind for pattern, kind in _BY_WORDS if pattern.search(text)), "letter")


def puts_off(layout: Layout, span: Span) -> Span | None:
    """The words by which a notice says that an answer comes later."""
    words = _PUT_OFF.search(layout.view, span.start, span.end) or _DELAYS.search(layout.view, span.start, span.end)
    return Span(*words.span()) if words else None


def letter_kind(
    layout: Layout, government: bool, body: Span, dated: Dated | None, listed: tuple[ListedLetter, ...]
) -> str:
    """By the paper's own list of letters when its date is there, else by who writes and what is said."""
    if dated is not None:
        by_list = {item.kind for item in listed if item.date == dated.value}
        if len(by_list) == 1 and by_list != {"letter"}:
            return by_list.pop()
    words = layout.view[body.start : body.end]
    if government:
        opening = words[:2_000]
        if _DELAYS.search(opening) and len(words) < _LONG_ANSWER:
            return "delay"
        return "answer" if _ANSWERS.search(opening) else "letter"
    if "?" in words:
        return "questions"
    if _REMINDS.search(words):
        return "reminder"
    return "questions" if _HAS_QUESTIONS.search(words) or any_asks(words) else "letter"
