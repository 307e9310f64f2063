"""The head of an example paper, for formats that state it in elements of its own."""

import re
from dataclasses import dataclass
from pathlib import Path

from tests.formats.paper import Block, Plain

from sovgraph.model import Document
from sovgraph.read import read_path
from sovgraph.structure import structure_document

_DATED = re.compile(r"(?:Vastgesteld|Voorgesteld|Ontvangen|Ingezonden) .*\d{4}")
_CHAMBER = re.compile(r"(?:Eerste|Tweede) Kamer der Staten-Generaal(?: [12])?")
_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
_FIRST = 12


@dataclass(frozen=True)
class Head:
    """What the head says. `rest` are the blocks that are no part of it."""

    session: str
    chamber: str
    dossier: str
    dossier_title: str
    number: str
    title: str
    date_line: str
    date: str
    rest: tuple[Block, ...]


def read_head(path: Path, paper: Plain) -> Head | None:
    """The head of a Kamerstuk; None for a paper of another series, or one without a title."""
    document = structure_document(read_path(str(path)))
    meta = document.meta
    if not meta.dossiers or meta.number is None or meta.title_span is None:
        return None
    dossier = meta.dossiers[0]
    said = {
        "dossier": dossier.span.of(document.text),
        "dossier_title": dossier.title.of(document.text) if dossier.title else "",
        "title": " ".join(meta.title_span.of(document.text).split()),
    }
    words = [block.words for block in paper.blocks[:_FIRST]]
    session = next((w for w in words if re.fullmatch(r"Vergaderjaar \d{4}-\d{4}", w)), "")
    chamber = next((w for w in words if _CHAMBER.fullmatch(w)), "")
    date_line = next((w for w in words if _DATED.fullmatch(w)), "")
    of_head = {session, chamber, date_line, *_printed(said, meta.number, document)}
    rest = tuple(b for i, b in enumerate(paper.blocks) if i >= _FIRST or b.mark or b.words not in of_head)
    return Head(
        session, chamber, said["dossier"], said["dossier_title"], meta.number, said["title"], date_line,
        iso_date(date_line), rest,
    )  # fmt: skip


def _printed(said: dict[str, str], number: str, document: Document) -> set[str]:
    """The lines that a text may print for dossier, number and title, apart or together."""
    numbers = {number, f"Nr. {number}"}
    together = {f"{n} {said['title']}" for n in numbers}
    dossiers = {said["dossier"], said["dossier_title"], f"{said['dossier']} {said['dossier_title']}".strip()}
    return {*numbers, *together, *dossiers, said["title"]}


def iso_date(words: str) -> str:
    found = re.search(r"(\d{1,2}) ([a-z]+) (\d{4})", words)
    if found is None or found[2] not in _MONTHS:
        return ""
    return f"{found[3]}-{_MONTHS.index(found[2]) + 1:02}-{int(found[1]):02}"
