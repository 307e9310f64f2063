"""Writes a paper as a web page in the print of the official publications."""

from html import escape

from tests.formats.heading import Head
from tests.formats.paper import Block, Plain

_TAGS = {"bold": "strong", "italic": "em"}


def write_html(paper: Plain, head: Head | None) -> bytes:
    marks: list[str] = []
    blocks = head.rest if head else paper.blocks
    lines = [
        '<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>Stuk | Overheid.nl</title></head><body>',
        '<nav><ul><li><a href="/">Home</a></li></ul></nav>',
        *(_head(head) if head else []),
        '<div id="broodtekst">',
        *(_titles(head) if head else []),
        *_body(blocks, marks),
        "</div>",
        *_notes(paper, marks),
        "</body></html>",
    ]
    return "\n".join(lines).encode()


def _head(head: Head) -> list[str]:
    words = "".join(f"<p>{escape(line)}</p>" for line in (head.chamber, head.session) if line)
    return [f'<div id="kopregel">{words}</div>']


def _titles(head: Head) -> list[str]:
    lead = "Nr. " if head.number.isdigit() else ""
    return [
        f'<h1 class="dossiertitel no-toc"><span class="dossiernummer">{escape(head.dossier)}</span> '
        f"{escape(head.dossier_title)}</h1>",
        f'<h1 class="stuktitel no-toc"><span class="stuknummer">{lead}<span class="ondernummer">{escape(head.number)}'
        f"</span></span> {escape(head.title)}</h1>",
        *([f'<p class="kamerstukdatum">{escape(head.date_line)}</p>'] if head.date_line else []),
    ]


def _body(blocks: tuple[Block, ...], marks: list[str]) -> list[str]:
    found: list[str] = []
    opened = False
    for block in blocks:
        if block.mark and not opened:
            found.append('<ul class="expliciet">')
        if opened and not block.mark:
            found.append("</ul>")
        opened = bool(block.mark)
        words = _runs(block, marks)
        label = f'<span class="ol">{block.mark} </span>' if block.mark else ""
        found.append(f'<li class="li"><p class="labeled">{label}{words}</p></li>' if label else f"<p>{words}</p>")
    return [*found, "</ul>"] if opened else found


def _runs(block: Block, marks: list[str]) -> str:
    pieces = []
    for run in block.runs:
        if run.look == "note":
            marks.append(run.words)
            pieces.append(f'<a class="nootnum supernote-click-n{run.words}" href="#n{run.words}">{run.words}</a>')
        elif run.look:
            pieces.append(f"<{_TAGS[run.look]}>{escape(run.words)}</{_TAGS[run.look]}>")
        else:
            pieces.append(escape(run.words))
    return "".join(pieces)


def _notes(paper: Plain, marks: list[str]) -> list[str]:
    if not marks:
        return []
    found = ['<div id="noten"><hr>']
    for mark in marks:
        body = "".join(
            f"<p>{''.join(escape(run.words) for run in Block(words).runs)}</p>" for words in paper.notes.get(mark, [""])
        )
        found.append(
            f'<div class="voet noot" id="supernote-note-n{mark}"><h5 class="note-close">'
            f'<a class="note-close" href="#c">X</a> Noot</h5><sup><span class="nootnum"><a id="n{mark}"></a>{mark}'
            f"</span></sup>{body}</div>"
        )
    return [*found, "</div>"]
