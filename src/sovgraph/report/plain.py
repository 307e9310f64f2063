"""A report as aligned text, CSV or JSON."""

import csv
import io
import json
import textwrap
from collections.abc import Iterator

from sovgraph.query.spreadsheet import harmless
from sovgraph.report.model import Report, Row, Section, Source, Values
from sovgraph.store.terms import cut_text

WIDTH = 44
"""A cell of the table is cut here; the other forms have the whole text."""
LINE = 110


def render_table(report: Report) -> str:
    """Headings, aligned columns, and below each row its sentence with the paper."""
    lines = [report.title, "=" * len(report.title), ""]
    for text in (*report.intro, *report.notes):
        lines += [*textwrap.wrap(text, LINE), ""]
    for section in report.sections:
        title = f"{section.title} ({section.count})"
        lines += [title, "-" * len(title)]
        lines += textwrap.wrap(section.text, LINE)
        if not section.groups:
            lines.append(section.empty)
        for group in section.groups:
            lines += ["", *([f"# {group.heading}"] if group.heading else []), *_aligned(section, group.rows)]
        lines.append("")
    return "\n".join(lines)


def _aligned(section: Section, rows: tuple[Row, ...]) -> Iterator[str]:
    cells = [[cut_text(told(cell), WIDTH) for cell in row.cells] for row in rows]
    heads = [head.text for head in section.heads]
    widths = [max([len(head), *(len(row[i]) for row in cells)]) for i, head in enumerate(heads)]

    def line(values: list[str]) -> str:
        pairs = zip(values, widths, section.heads, strict=True)
        return "  ".join(t.rjust(w) if h.is_number else t.ljust(w) for t, w, h in pairs).rstrip()

    yield line(heads)
    yield line(["-" * width for width in widths])
    for row, values in zip(rows, cells, strict=True):
        yield line(values)
        for source in row.sources:
            text = f"«{source.sentence}» {source.label}, {source.place}"
            yield from textwrap.wrap(text, LINE, initial_indent="    ", subsequent_indent="    ")


def told(values: Values) -> str:
    """A cell in words; several values in a row."""
    return "; ".join(dict.fromkeys(value.text for value in values))


def render_csv(report: Report, *, spreadsheet: bool = False) -> str:
    """One table of all sections, its columns named as in the report's file.

    `spreadsheet`: headings in words, a mark that the text is UTF-8, and no cell that a spreadsheet would run as a
    formula. Without it the values stand as they are (RFC 4180).
    """
    heads = {head.name: head.text for section in report.sections for head in section.heads}
    last = ("paper", "place", "quote", "address")
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["section", "group", *(heads.values() if spreadsheet else heads), *last])
    for section in report.sections:
        for group in section.groups:
            for row in group.rows:
                cells = {h.name: told(c) for h, c in zip(section.heads, row.cells, strict=True)}
                source = row.sources[0] if row.sources else Source("", "", "", "", 0, 0, "")
                line = [section.title if spreadsheet else section.name, group.heading]
                line += [cells.get(name, "") for name in heads]
                line += [source.label, source.place, source.sentence, source.address]
                writer.writerow([harmless(cell) for cell in line] if spreadsheet else line)
    return ("\ufeff" if spreadsheet else "") + out.getvalue()


def render_json(report: Report) -> str:
    """Everything, with IRIs and codes beside the words."""
    document = {
        "report": report.name,
        "title": report.title,
        "on": report.on,
        "lang": report.lang,
        "intro": list(report.intro),
        "notes": list(report.notes),
        "sections": [_section(section) for section in report.sections],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _section(section: Section) -> dict[str, object]:
    return {
        "name": section.name,
        "title": section.title,
        "text": section.text,
        "columns": [{"name": head.name, "title": head.text} for head in section.heads],
        "groups": [
            {"title": group.heading, "rows": [_row(section, row) for row in group.rows]} for group in section.groups
        ],
    }


def _row(section: Section, row: Row) -> dict[str, object]:
    cells = {
        head.name: [
            int(v.raw) if v.is_number else v.raw if v.raw == v.text else {"value": v.raw, "text": v.text}
            for v in values
        ]
        for head, values in zip(section.heads, row.cells, strict=True)
    }
    sources = [
        {"paper": s.paper, "title": s.label, "address": s.address, "place": s.place, "sentence": s.sentence,
         "words": [s.start, s.end]}
        for s in row.sources
    ]  # fmt: skip
    return {"thing": row.thing, "cells": cells, "sources": sources}
