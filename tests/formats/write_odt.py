"""Writes a paper as an OpenDocument text: lists with numbers, true footnotes, the looks as spans."""

import io
from typing import Any

from odf import text
from odf.opendocument import OpenDocumentText
from tests.formats.paper import Block, Plain


def write_odt(paper: Plain) -> bytes:
    made = OpenDocumentText()
    styles = _styles(made)
    last: tuple[str, int] = ("", 0)
    holder: Any = None
    for block in paper.blocks:
        paragraph = text.P()
        _runs(paragraph, block, paper)
        if not block.mark:
            holder = None
            made.text.addElement(paragraph)
            continue
        kind = "-" if block.mark == "-" else "1"
        value = int(block.mark.rstrip(".")) if kind == "1" else 0
        goes_on = kind == "-" or value == last[1] + 1
        if holder is None or last[0] != kind or not goes_on:
            holder = text.List(stylename=styles[kind], **({"continuenumbering": "true"} if goes_on else {}))
            made.text.addElement(holder)
        item = text.ListItem(**({} if goes_on else {"startvalue": str(value)}))
        item.addElement(paragraph)
        holder.addElement(item)
        last = (kind, value if kind == "1" else last[1])
    target = io.BytesIO()
    made.write(target)
    return target.getvalue()


def _styles(made: Any) -> dict[str, Any]:
    numbers, bullets = text.ListStyle(name="Nummers"), text.ListStyle(name="Streepjes")
    numbers.addElement(text.ListLevelStyleNumber(level="1", numformat="1", numsuffix="."))
    bullets.addElement(text.ListLevelStyleBullet(level="1", bulletchar="-"))
    for style in (numbers, bullets):
        made.automaticstyles.addElement(style)
    return {"1": numbers, "-": bullets}


def _runs(paragraph: Any, block: Block, paper: Plain) -> None:
    for run in block.runs:
        if run.look == "note":
            paragraph.addElement(_note(run.words, paper))
        elif run.look:
            paragraph.addElement(text.Span(text=run.words))
        else:
            paragraph.addText(run.words)


def _note(mark: str, paper: Plain) -> Any:
    note = text.Note(id=f"n{mark}", noteclass="footnote")
    note.addElement(text.NoteCitation(text=mark))
    body = text.NoteBody()
    for words in paper.notes.get(mark, [""]):
        paragraph = text.P()
        for run in Block(words).runs:
            paragraph.addText(run.words)
        body.addElement(paragraph)
    note.addElement(body)
    return note
