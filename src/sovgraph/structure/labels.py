"""The labels "Vraag 1", "Antwoord op vragen 2, 3 en 4" and the lines that end a series of questions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sovgraph.structure.layout import Layout, Line

NUMBERS = r"\d{1,3}[a-z]?(?:\s*(?:,|en|&|t/m|tot\s+en\s+met|-)\s*(?:(?:de\s+)?vra(?:ag|gen)\s+)?\d{1,3}[a-z]?){0,40}"
_QUESTION = re.compile(
    rf"(?:Vraag|Vragen|VRAAG|VRAGEN)\s*(?P<numbers>{NUMBERS})(?P<stop>\s*[:.)])?(?:\s+(?P<rest>\S.*)|\s*)", re.DOTALL
)
_ASKED_BY = re.compile(
    r"(?P<numbers>\d{1,3})[.)]\s+(?:Vraag|Vragen)\s+van\s+(?:de\s+(?:leden|fractie)|het\s+lid)\b[^:?\n]{3,80}:\s+(?P<rest>\S.*)",
    re.DOTALL,
)
_ANSWER = re.compile(
    r"(?:Antwoord|Antwoorden|ANTWOORD|ANTWOORDEN|Beantwoording)(?:\s+(?:op|bij))?(?:\s+(?:de\s+)?(?:deel)?(?:vraag|vragen|VRAAG|VRAGEN))?"
    rf"(?:\s*(?P<numbers>{NUMBERS}))?(?P<stop>\s*[:.)])?(?:\s+(?P<rest>\S.*)|\s*)",
    re.DOTALL,
)
_DAMAGED = re.compile(
    r"(?:(?P<question>[VvYU]r[\w@]{2}[gq9](?:en)?)|(?P<answer>[Aa][nm]t[\w@]{4,5}))\s*(?P<odd>[\w|!?]{0,3})\s*[:.)]?"
)
READ_AS = str.maketrans("lI|i!sSBoOzZGgq", "111115580022699")
"""Letters that OCR puts for figures."""
_END = re.compile(r"(?:Mededeling|Toelichting|Bijlage|Bijlagen)\s*:?|Deze vragen dienen ter aanvulling\b.*", re.DOTALL)
_OPENING = re.compile(r"[^\W\d_a-z]|[\"'(\d]")
_NUMBER = re.compile(r"(\d{1,3})([a-z]?)")
_RANGE = re.compile(r"(\d{1,3})\s*(?:t/m|tot\s+en\s+met|-)\s*(?:\D{0,12}?)(\d{1,3})")
_LONGEST_RANGE = 60
_LONGEST_DAMAGED = 20


class What(StrEnum):
    QUESTION = "question"
    ANSWER = "answer"
    END = "end"


@dataclass(frozen=True, slots=True)
class Label:
    """A label from `start` on; the text that it labels begins at `text`. An answer without numbers serves those
    questions that have none yet."""

    what: What
    start: int
    text: int
    numbers: tuple[str, ...] = ()
    damaged: bool = False
    """Whether its number or word is misread; the numbers are then a guess, or missing."""


def find_labels(layout: Layout) -> list[Label]:
    """All labels in the order of the text; none when the text has no labelled question."""
    found = list(_labels(layout))
    return found if any(label.what is What.QUESTION and not label.damaged for label in found) else []


def answer_label(text: str) -> tuple[int, tuple[str, ...]]:
    """Where the words begin after a label "Antwoord", and its numbers; 0 and none when there is no such label."""
    match = _ANSWER.match(text[:200].split("\n")[0])
    if match is None or not _may_follow(match) or (match["rest"] and not match["stop"] and not match["numbers"]):
        return 0, ()
    return match.start("rest") if match["rest"] else match.end(), expand(match["numbers"] or "")


def bare_answer(text: str) -> int | None:
    """Where the words begin after a label "Antwoord" without a number; None when there is no such label."""
    match = _ANSWER.match(text[:200].split("\n")[0])
    if match is None or match["numbers"] or (match["rest"] and not match["stop"]):
        return None
    return match.start("rest") if match["rest"] else match.end()


def _labels(layout: Layout) -> Iterator[Label]:
    for line in layout.lines:
        if line.blank or layout.view[line.start] not in "VABMTDvabYU0123456789":
            continue
        text = layout.text(line)
        label = _question(line, text) or _answer(line, text) or _misread(line, text)
        if label is not None:
            yield label
        elif _END.fullmatch(text):
            yield Label(What.END, line.start, line.end)


def _question(line: Line, text: str) -> Label | None:
    asked = _ASKED_BY.fullmatch(text)
    if asked is not None:
        return Label(What.QUESTION, line.start, _text_start(line, asked), expand(asked["numbers"]))
    match = _QUESTION.fullmatch(text)
    if match is None or not _may_follow(match):
        return None
    return Label(What.QUESTION, line.start, _text_start(line, match), expand(match["numbers"]))


def _answer(line: Line, text: str) -> Label | None:
    match = _ANSWER.fullmatch(text)
    if match is None or not _may_follow(match):
        return None
    if match["numbers"] is None and match["rest"] and not match["stop"]:
        return None
    return Label(What.ANSWER, line.start, _text_start(line, match), expand(match["numbers"] or ""))


def _misread(line: Line, text: str) -> Label | None:
    """A line that is a label but for a letter or figure: "Vraag S", "Antw00rd 3", "Vraag" alone."""
    match = _DAMAGED.fullmatch(text) if len(text) <= _LONGEST_DAMAGED else None
    if match is None:
        return None
    read = match["odd"].translate(READ_AS)
    numbers = (str(int(read)),) if read.isdecimal() and int(read) else ()
    return Label(What.QUESTION if match["question"] else What.ANSWER, line.start, line.end, numbers, damaged=True)


def _may_follow(match: re.Match[str]) -> bool:
    """Words on the label's own line begin a sentence; "Vraag 2 is al beantwoord" is no label."""
    return match["rest"] is None or match["stop"] is not None or _OPENING.match(match["rest"]) is not None


def _text_start(line: Line, match: re.Match[str]) -> int:
    return line.start + (match.start("rest") if match["rest"] else match.end())


def expand(numbers: str) -> tuple[str, ...]:
    """ "2, 3 en 4" → 2, 3, 4; "1 t/m 3" → 1, 2, 3."""

    def fill(match: re.Match[str]) -> str:
        first, last = int(match.group(1)), int(match.group(2))
        if first < last <= first + _LONGEST_RANGE:
            return " ".join(str(n) for n in range(first, last + 1))
        return f"{first} {last}"

    found = [f"{int(n)}{letter}" for n, letter in _NUMBER.findall(_RANGE.sub(fill, numbers))]
    return tuple(dict.fromkeys(found))
