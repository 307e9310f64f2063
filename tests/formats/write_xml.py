"""Writes a paper as official XML (the elements of op-xsd, without metadata)."""

from xml.sax.saxutils import escape

from tests.formats.heading import Head
from tests.formats.paper import Block, Plain

_TAGS = {"bold": "vet", "italic": "cur"}


def write_xml(paper: Plain, head: Head) -> bytes:
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        "<officiele-publicatie><kamerstuk>",
        f"<kamerstukkop>{_line('vergaderjaar', head.session)}{_line('kameraanduiding', head.chamber)}</kamerstukkop>",
        f"<dossier><dossiernummer><dossiernr>{escape(head.dossier)}</dossiernr></dossiernummer>"
        f"<titel>{escape(head.dossier_title)}</titel></dossier>",
        f"<stuk>{_number(head)}<titel>{escape(head.title)}</titel>{_date(head)}",
        '<algemeen><vrije-tekst><tekst status="goed">',
        *_body(paper, head),
        "</tekst></vrije-tekst></algemeen></stuk></kamerstuk></officiele-publicatie>",
    ]
    return "\n".join(lines).encode()


def _line(kind: str, words: str) -> str:
    return f'<tekstregel inhoud="{kind}">{escape(words)}</tekstregel>' if words else ""


def _number(head: Head) -> str:
    lead = "Nr. " if head.number.isdigit() else ""
    return f"<stuknr>{lead}<ondernummer>{escape(head.number)}</ondernummer></stuknr>"


def _date(head: Head) -> str:
    kind, _, day = head.date_line.partition(" ")
    return f'<datumtekst>{kind} <datum isodatum="{head.date}">{day}</datum></datumtekst>' if head.date else ""


def _body(paper: Plain, head: Head) -> list[str]:
    found: list[str] = []
    opened = False
    for block in head.rest:
        if block.mark and not opened:
            found.append('<lijst type="expliciet">')
        if opened and not block.mark:
            found.append("</lijst>")
        opened = bool(block.mark)
        words = f"<al>{_runs(block, paper)}</al>"
        found.append(f"<li><li.nr>{block.mark}</li.nr>{words}</li>" if block.mark else words)
    return [*found, "</lijst>"] if opened else found


def _runs(block: Block, paper: Plain) -> str:
    pieces = []
    for run in block.runs:
        if run.look == "note":
            bodies = "".join(
                f"<noot.al>{''.join(escape(r.words) for r in Block(words).runs)}</noot.al>"
                for words in paper.notes.get(run.words, [""])
            )
            pieces.append(f'<noot id="n{run.words}" type="voet"><noot.nr>{run.words}</noot.nr>{bodies}</noot>')
        elif run.look:
            pieces.append(f'<nadruk type="{_TAGS[run.look]}">{escape(run.words)}</nadruk>')
        else:
            pieces.append(escape(run.words))
    return "".join(pieces)
