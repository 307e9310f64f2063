"""Writes a paper as a PDF in the print of the Kamerstukken: a wide left margin, notes below, a foot on every page."""

import io
from html import escape
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, HRFlowable, Paragraph, SimpleDocTemplate
from tests.formats.heading import Head
from tests.formats.paper import Block, Plain

_TEXT = ParagraphStyle("text", fontName="Times-Roman", fontSize=10, leading=12, spaceAfter=8)
_ITEM = ParagraphStyle("item", parent=_TEXT, leftIndent=14, bulletIndent=0)
_NOTE = ParagraphStyle("note", fontName="Times-Roman", fontSize=7.5, leading=9, spaceAfter=2)


def write_pdf(paper: Plain, head: Head | None) -> bytes:
    story: list[Flowable] = []
    marks: list[str] = []
    for block in paper.blocks:
        style = _ITEM if block.mark else _TEXT
        story.append(Paragraph(_runs(block, marks), style, bulletText=block.mark or None))
    if marks:
        story.append(HRFlowable(width="30%", hAlign="LEFT"))
    for mark in marks:
        words = "<br/>".join("".join(escape(r.words) for r in Block(w).runs) for w in paper.notes.get(mark, [""]))
        story.append(Paragraph(f"<super>{mark}</super> {words}", _NOTE))
    target = io.BytesIO()
    made = SimpleDocTemplate(
        target,
        pagesize=A4,
        leftMargin=45 * mm,
        rightMargin=25 * mm,
        topMargin=25 * mm,
        bottomMargin=30 * mm,
        invariant=1,
    )

    def foot(canvas: Any, page: Any) -> None:
        if head is None:
            return
        chamber = (head.chamber or ("Tweede" if head.number.isdigit() else "Eerste")).split()[0]
        number = f"nr. {head.number}" if head.number.isdigit() else head.number
        year = head.session.removeprefix("Vergaderjaar ")
        canvas.setFont("Times-Roman", 7)
        canvas.drawString(45 * mm, 15 * mm, f"{chamber} Kamer, vergaderjaar {year}, {head.dossier}, {number}")
        canvas.drawRightString(185 * mm, 15 * mm, str(page.page))

    made.build(story, onFirstPage=foot, onLaterPages=foot)
    return target.getvalue()


def _runs(block: Block, marks: list[str]) -> str:
    pieces = []
    for run in block.runs:
        words = escape(run.words.replace("\u25a1", "&"))  # the scanner's box for an ampersand, which no print has
        if run.look == "note":
            marks.append(run.words)
            words = f"<super>{words}</super>"
        elif run.look:
            words = f"<{run.look[0]}>{words}</{run.look[0]}>"
        pieces.append(words)
    return "".join(pieces)
