"""Heads as papers print them, all nagebootst: Chamber, session, dossiers, number, genre, title and date of each."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sovgraph.model import Document

Read = Callable[[str], Document]

BODY = "\n\nHierbij gaat een nota over appels. Deze gaat over fruit en de teelt daarvan.\n\nEen alinea over peren.\n"
FILE = Path(__file__).parent / "heads.txt"
BLOCKS = [block.partition("\n") for block in FILE.read_text(encoding="utf-8").split("==== ")[1:]]
HEADS = {name: text.rstrip("\n").rpartition("\n---- ")[::2] for name, _, text in BLOCKS}


def test_all_heads_are_read() -> None:
    assert len(HEADS) == len(BLOCKS) >= 35


@pytest.mark.parametrize("name", HEADS)
def test_a_head_as_printed(document: Read, name: str) -> None:
    """Each block ends in: id | Chamber | session | number | genre | title | dossiers | dates."""
    head, expected = HEADS[name]
    meta = document(head + BODY).meta
    dossiers = " + ".join(f"{d.number}-{d.suffix}" if d.suffix else d.number for d in meta.dossiers)
    dates = " ".join(f"{d.kind} {d.value}" for d in meta.dates)
    chamber = meta.chamber.name if meta.chamber else "-"
    found = (meta.paper_id, chamber, meta.session_year, meta.number, meta.genre, meta.title, dossiers, dates)
    assert " | ".join(str(part or "-") for part in found).removesuffix(" | -") == expected
