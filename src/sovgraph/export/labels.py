"""Labels of a picture: broken into lines so that nothing is cut, and the room that they need."""

import re
from dataclasses import dataclass

LINE = 17
"""Characters on a line; a longer word stands on a line of its own."""
LONGEST = 80
"""A longer label ends after a whole word with "…"; the panel of the picture shows all of it."""
CHARACTER, LINE_HEIGHT, SYMBOL = 5.9, 12.5, 20.0
"""Pixels at scale 1: the width of a character and height of a line of 11 pixels, and the height of a symbol."""


_TOGETHER = re.compile(r"(?<=\b\d\d) (?=\d{3}\b)|(?<=\bnr\.) (?=\d)")


_SERIES = re.compile(r"^Kamerstukken I{1,2}(?:,| \d{4}-\d{4},) (?=\d)")


@dataclass(frozen=True, slots=True)
class Box:
    """The room of a node with its label below it: the node's own point lies `above` pixels under the top."""

    width: float
    height: float
    above: float = SYMBOL / 2


def wrap(label: str, width: int = LINE) -> tuple[str, ...]:
    """The lines of a label; an empty label has one empty line."""
    lines = [""]
    # "32 317" and "nr. 63" stay whole: half a number reads as another number.
    for word in _TOGETHER.sub("\u00a0", shorten(label)).split(" "):
        joined = f"{lines[-1]} {word}".strip()
        if len(joined) <= width or not lines[-1]:
            lines[-1] = joined
        else:
            lines.append(word)
    return tuple(lines)


def label_box(label: str) -> Box:
    """The room of a node with this name."""
    return box(wrap(short(label)))


def short(label: str) -> str:
    """The label as a drawing has it: "32 317, nr. 63" is enough to know a Kamerstuk by."""
    return _SERIES.sub("", label)


def shorten(label: str) -> str:
    """The label up to its last whole word before `LONGEST`."""
    text = re.sub(r"\s+", " ", label).strip()
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def box(lines: tuple[str, ...]) -> Box:
    """The room that a symbol with these lines takes, with a margin around it."""
    longest = max(len(line) for line in lines)
    return Box(max(SYMBOL, longest * CHARACTER) + 8, SYMBOL + len(lines) * LINE_HEIGHT + 6)
