"""An example paper without its clothes: paragraphs, list items and notes, from which every format is written."""

import re
from dataclasses import dataclass
from pathlib import Path

from sovgraph.read import read_path, read_source

FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_ITEM = re.compile(r"(?P<mark>-|\d{1,2}\.) +(?P<words>\S.*)")
_NOTE = re.compile(rf"(?P<mark>[{_RAISED}]+) (?P<words>.*)", re.DOTALL)
_RUN = re.compile(rf"\*\*(?P<bold>[^*]+)\*\*|\*(?P<italic>[^*]+)\*|(?P<note>[{_RAISED}]+)")
_FULL, _WIDTH = 60, 100
"""How long a full line is in a text with line ends of its own."""
_STOPS = (".", "?", "!", ":", ";", ",")
_GOES_ON = re.compile(r"[a-zà-ÿ(–]")


@dataclass(frozen=True)
class Run:
    """Words in one look; `look` is "", "bold", "italic" or "note" (the words are then the mark of a note)."""

    words: str
    look: str = ""


@dataclass(frozen=True)
class Block:
    """A paragraph, or with a `mark` an item of a list."""

    words: str
    mark: str = ""

    @property
    def runs(self) -> list[Run]:
        return runs_of(self.words)


@dataclass(frozen=True)
class Plain:
    """A paper as blocks, with the bodies of its notes by their marks."""

    name: str
    blocks: tuple[Block, ...]
    notes: dict[str, list[str]]


def runs_of(words: str) -> list[Run]:
    """The words cut where their look changes."""
    found: list[Run] = []
    position = 0
    for match in _RUN.finditer(words):
        if match.start() > position:
            found.append(Run(words[position : match.start()]))
        look = match.lastgroup or ""
        text = match[look]
        found.append(Run(text.translate(FIGURES) if look == "note" else text, look))
        position = match.end()
    if position < len(words):
        found.append(Run(words[position:]))
    return found


def read_plain(path: Path) -> Plain:
    """The blocks of an example; lines that a text breaks inside a sentence are joined."""
    text = read_source(read_path(str(path))).text
    blocks: list[Block] = []
    notes: dict[str, list[str]] = {}
    pending = ""
    for piece in re.split(r"\n\s*\n", text.strip()):
        note = _NOTE.fullmatch(piece.strip())
        if note is not None:
            pending = note["mark"].translate(FIGURES) if note["words"].startswith("Samenstelling") else ""
            notes[note["mark"].translate(FIGURES)] = [note["words"]]
        elif pending:
            notes[pending].append(piece.strip())
            pending = ""
        else:
            blocks += _blocks(piece)
    return Plain(path.stem, tuple(blocks), notes)


def _blocks(piece: str) -> list[Block]:
    found: list[Block] = []
    for line in _unwrapped(piece):
        item = _ITEM.fullmatch(line)
        found.append(Block(item["words"], item["mark"]) if item else Block(line))
    return found


def _unwrapped(piece: str) -> list[str]:
    """Lines that go on with the one before: those that begin small, and those after a full line without a stop."""
    lines: list[str] = []
    before = ""
    for line in (each.strip() for each in piece.split("\n")):
        full = _FULL <= len(before) <= _WIDTH
        small = _GOES_ON.match(line) is not None and (full or not before.endswith(","))
        if lines and not _ITEM.fullmatch(line) and (small or (full and not before.endswith(_STOPS))):
            lines[-1] = f"{lines[-1]} {line}"
        elif line:
            lines.append(line)
        before = line
    return lines
