"""Results as text: a table for people, the W3C forms for programs."""

import csv
import io
import json
import re
from collections.abc import Callable
from typing import Any

from sovgraph import vocab as v
from sovgraph.query.model import Result
from sovgraph.query.sentences import SENTENCES, code_words, in_language
from sovgraph.registry import Registry
from sovgraph.store.terms import NATIVE, Cell, Row, Solutions, cut_text

Renderer = Callable[[Result, str], str]
RENDERERS: Registry[Renderer] = Registry("result format")

MAX_WIDTH = 60
"""A cell of a table is cut here, at the end of a word; json, csv and tsv always have the whole text."""

QUOTE_WIDTH = 160
"""The same for the words of a paper, which must still show what they are quoted for."""

CODED = frozenset(
    "change event relation part how kind role status resolution severity form genre strength body basis reason".split()
)
"""Columns of short codes; tables and Markdown show them as words of the reader's language."""

_OWN = re.compile(r"https?://[^/]+/(?:[^#?]*/)?id/(.+)")
_AUTHORITY = re.compile(r"https?://publications\.europa\.eu/resource/authority/(.+)")
_HOST = re.compile(r"https?://(?:www\.)?")


def render(result: Result | Solutions | bool, form: str, lang: str = "nl") -> str:
    """The result in one of the RENDERERS' formats; `lang` is for those that people read.

    A yes or no (ASK) is "true" or "false", or W3C JSON.
    """
    if isinstance(result, bool):
        if form == "json":
            return json.dumps({"head": {}, "boolean": result}) + "\n"
        return f"{str(result).lower()}\n"
    return RENDERERS.get(form)(Result(result.columns, result.rows), lang)


@RENDERERS.add("json")
def render_json(result: Result, lang: str = "nl") -> str:
    """SPARQL 1.1 Query Results JSON."""
    bindings = [
        {c: _json(cell) for c, cell in zip(result.columns, row, strict=True) if cell is not None} for row in result.rows
    ]
    document = {"head": {"vars": list(result.columns)}, "results": {"bindings": bindings}}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _json(cell: Cell) -> dict[str, Any]:
    term = {"type": "uri" if cell.kind == "iri" else cell.kind, "value": cell.value}
    if cell.lang:
        term["xml:lang"] = cell.lang
    if cell.datatype:
        term["datatype"] = cell.datatype
    return term


@RENDERERS.add("csv")
def render_csv(result: Result, lang: str = "nl") -> str:
    """SPARQL 1.1 Query Results CSV: values without type."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(result.columns)
    writer.writerows(["" if cell is None else _csv(cell) for cell in row] for row in result.rows)
    return out.getvalue()


def _csv(cell: Cell) -> str:
    return f"_:{cell.value}" if cell.kind == "bnode" else cell.value


@RENDERERS.add("tsv")
def render_tsv(result: Result, lang: str = "nl") -> str:
    """SPARQL 1.1 Query Results TSV: terms as Turtle writes them, so that types are kept."""
    lines = ["\t".join(f"?{c}" for c in result.columns)]
    lines += ["\t".join("" if cell is None else _tsv(cell) for cell in row) for row in result.rows]
    return "\n".join(lines) + "\n"


def _tsv(cell: Cell) -> str:
    return cell.value if cell.datatype in NATIVE else cell.ntriples


@RENDERERS.add("table")
def render_table(result: Result, lang: str = "nl") -> str:
    """Aligned columns. A thing with a name shows its name, one without its shortened IRI."""
    columns, rows = _for_people(result, lang)
    widths = [max([len(c), *(len(row[i]) for row in rows)]) for i, c in enumerate(columns)]
    right = [_is_number(result, c) for c in columns]

    def line(cells: list[str]) -> str:
        return "  ".join(t.rjust(w) if r else t.ljust(w) for t, w, r in zip(cells, widths, right, strict=True)).rstrip()

    return "\n".join([line(columns), line(["-" * w for w in widths]), *(line(row) for row in rows)]) + "\n"


@RENDERERS.add("md")
def render_md(result: Result, lang: str = "nl") -> str:
    """A Markdown table with whole texts."""
    columns, rows = _for_people(result, lang, width=None)
    lines = ["| " + " | ".join(columns) + " |"]
    lines.append("|" + "|".join(" ---: " if _is_number(result, c) else " --- " for c in columns) + "|")
    lines += ["| " + " | ".join(_md(text) for text in row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def _md(text: str) -> str:
    return re.sub(r"([\\|*_`<>\[\]])", r"\\\1", text)


def _is_number(result: Result, column: str) -> bool:
    cells = [cell for cell in result.column(column) if cell is not None]
    return bool(cells) and all(cell.datatype == v.XSD_integer for cell in cells)


def _for_people(result: Result, lang: str, width: int | None = MAX_WIDTH) -> tuple[list[str], list[list[str]]]:
    """Columns without the label columns, whose text stands in the place of the IRI."""
    places = {c: i for i, c in enumerate(result.columns)}
    named = {c: places[f"{c}Label"] for c in result.columns if f"{c}Label" in places}
    hidden = {f"{c}Label" for c in named}
    columns = [c for c in result.columns if c not in hidden]
    words = code_words(lang)

    def shown(row: Row, column: str) -> str:
        limit = QUOTE_WIDTH if width and column == "quote" else width
        if column in SENTENCES and (cell := row[places[column]]) is not None and cell.lang is None:
            said = in_language(cell.value, lang)
            return " ".join(said.split()) if limit is None else cut_text(said, limit)
        text = _shown(row, places[column], named.get(column), limit)
        return words.get(text, text) if column in CODED else text

    return columns, [[shown(row, c) for c in columns] for row in result.rows]


def _shown(row: Row, place: int, label: int | None, width: int | None) -> str:
    cell = row[place]
    named = row[label] if label is not None else None
    if cell is None and named is None:
        return ""
    text = named.value if named else short_iri(cell.value) if cell and cell.kind == "iri" else str(cell)
    return " ".join(text.split()) if width is None else cut_text(text, width)


def short_iri(iri: str) -> str:
    """A readable form of an IRI: ours without base, known vocabularies with their prefix."""
    for prefix, namespace in v.NAMESPACES:
        if iri.startswith(namespace) and len(iri) > len(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    own = _OWN.fullmatch(iri) or _AUTHORITY.fullmatch(iri)
    return own[1] if own else _HOST.sub("", iri)
