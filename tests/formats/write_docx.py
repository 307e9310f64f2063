"""Writes a paper as a Word document: automatic numbers, true footnotes, the looks as runs."""

import io
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement
from lxml import etree
from tests.formats.paper import Block, Plain

_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


_HEAD, _SHORT = 8, 60


def write_docx(paper: Plain) -> bytes:
    made = docx.Document()
    lists = _Lists(made)
    order: list[str] = []
    for block in paper.blocks:
        paragraph = made.add_paragraph()
        if block.mark:
            lists.number(paragraph, block)
        _runs(paragraph, block, order)
    return _saved(made, paper, order)


def write_docx_by_hand(paper: Plain) -> bytes:
    """As people type: the head in a table, numbers with a tab behind them, short lines broken by hand."""
    made = docx.Document()
    order: list[str] = []
    table = made.add_table(0, 1)
    for block in paper.blocks[:_HEAD]:
        _typed(table.add_row().cells[0].paragraphs[0], block, order)
    last, paragraph = "", None
    for block in paper.blocks[_HEAD:]:
        short = not block.mark and len(block.words) < _SHORT
        if paragraph is not None and short and last and len(last) < _SHORT:
            paragraph.add_run().add_break()
        else:
            paragraph = made.add_paragraph()
        _typed(paragraph, block, order)
        last = "" if block.mark else block.words
    return _saved(made, paper, order)


def _typed(paragraph: Any, block: Block, order: list[str]) -> None:
    if block.mark:
        paragraph.add_run(f"{block.mark}\t")
    _runs(paragraph, block, order)


def _saved(made: Any, paper: Plain, order: list[str]) -> bytes:
    if order:
        _footnotes(made, paper, order)
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def _runs(paragraph: Any, block: Block, order: list[str]) -> None:
    for run in block.runs:
        if run.look == "note":
            order.append(run.words)
            reference = OxmlElement("w:footnoteReference")
            reference.set(qn("w:id"), str(len(order)))
            paragraph.add_run()._r.append(reference)
        else:
            added = paragraph.add_run(run.words)
            added.bold, added.italic = run.look == "bold" or None, run.look == "italic" or None


class _Lists:
    """Numbers that go on where the paper's go on, and begin anew where they do."""

    def __init__(self, made: Any) -> None:
        self.root = made.part.numbering_part.element
        self.last, self.number_id = 0, 0
        abstracts = (
            ('<w:abstractNum {} w:abstractNumId="90"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
             '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'),
            ('<w:abstractNum {} w:abstractNumId="91"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
             '<w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl></w:abstractNum>'),
        )  # fmt: skip
        for index, abstract in enumerate(abstracts):
            self.root.insert(index, parse_xml(abstract.format(nsdecls("w"))))
        self.bullets = self.root.add_num(91).numId

    def number(self, paragraph: Any, block: Block) -> None:
        if block.mark == "-":
            number_id = self.bullets
        else:
            value = int(block.mark.rstrip("."))
            if value != self.last + 1 or not self.number_id:
                num = self.root.add_num(90)
                num.add_lvlOverride(0).add_startOverride(value)
                self.number_id = num.numId
            self.last, number_id = value, self.number_id
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = number_id


def _footnotes(made: Any, paper: Plain, order: list[str]) -> None:
    root = parse_xml(f"<w:footnotes {nsdecls('w')}/>")
    for index, mark in enumerate(order, 1):
        note = OxmlElement("w:footnote")
        note.set(qn("w:id"), str(index))
        for words in paper.notes.get(mark, [""]):
            paragraph = OxmlElement("w:p")
            for run in Block(words).runs:
                element, text = OxmlElement("w:r"), OxmlElement("w:t")
                text.text = run.words
                text.set(qn("xml:space"), "preserve")
                element.append(text)
                paragraph.append(element)
            note.append(paragraph)
        root.append(note)
    part = Part(PackURI("/word/footnotes.xml"), _FOOTNOTES, etree.tostring(root), made.part.package)
    made.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
