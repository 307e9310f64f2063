"""Sheets: PDFs printed for a test as the Chambers print their papers, with reportlab. All words are imitated."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from sovgraph.read import Text, make_source, read_source

WIDTH, HEIGHT = 595.0, 842.0
SOFT = "\u00ad"


@dataclass
class Sheets:
    """A PDF that grows page by page. Heights count from the top. "raad^1^" prints its figure raised, "H~2~O" lowered;
    a soft hyphen marks where a word may be broken."""

    font: str = "Helvetica"
    buffer: io.BytesIO = field(default_factory=io.BytesIO)

    def __post_init__(self) -> None:
        self.canvas = Canvas(self.buffer, pagesize=(WIDTH, HEIGHT), invariant=True)

    def line(self, x: float, y: float, text: str, size: float = 9, font: str = "") -> float:
        """Prints one line and gives where it ended."""
        for index, part in enumerate(text.replace("~", "^~").split("^")):
            lowered, shown = part.startswith("~"), part.removeprefix("~")
            raised = index % 2 == 1 and not lowered
            small = raised or (lowered and index % 2 == 1)
            points = size * 0.6 if small else size
            shift = 0.35 * size if raised else -0.15 * size if small else 0
            self.canvas.setFont(font or self.font, points)
            self.canvas.drawString(x, HEIGHT - y + shift, shown)
            x += stringWidth(shown, font or self.font, points)
        return x

    def right(self, x: float, y: float, text: str, size: float = 9) -> None:
        self.line(x - stringWidth(text, self.font, size), y, text, size)

    def prose(self, text: str, x: float, y: float, width: float, size: float = 9, leading: float = 11.5) -> float:
        """Sets a paragraph in lines that fill the width, and gives the height of the line after it."""
        for line in broken(text, self.font, size, width):
            self.line(x, y, line, size)
            y += leading
        return y

    def page(self) -> None:
        self.canvas.showPage()

    def done(self) -> bytes:
        self.canvas.save()
        return self.buffer.getvalue()


def broken(text: str, font: str, size: float, width: float) -> list[str]:
    """Lines no wider than `width`; words break at soft hyphens and behind their own hyphens."""

    def fits(line: str) -> bool:
        return bool(stringWidth(line.replace(SOFT, "").replace("^", ""), font, size) <= width)

    lines = [""]
    for word in text.split():
        if fits(f"{lines[-1]} {word}".strip()):
            lines[-1] = f"{lines[-1]} {word}".strip()
            continue
        parts = word.replace("-", f"-{SOFT}").split(SOFT)
        for cut in range(len(parts) - 1, 0, -1):
            head = "".join(parts[:cut])
            hyphen = "" if head.endswith("-") else "-"
            if fits(f"{lines[-1]} {head}{hyphen}"):
                lines[-1] = f"{lines[-1]} {head}{hyphen}".strip()
                lines.append(SOFT.join(parts[cut:]).replace(f"-{SOFT}", "-"))
                break
        else:
            lines.append(word)
    return [line.replace(SOFT, "") for line in lines if line]


def read_bytes(data: bytes) -> Text:
    return read_source(make_source("stuk.pdf", data))


@pytest.fixture
def sheets() -> Callable[[], Sheets]:
    return Sheets


@pytest.fixture
def read() -> Callable[[bytes], Text]:
    return read_bytes


def paragraphs_of(text: Text) -> Sequence[str]:
    return text.text.split("\n\n")
