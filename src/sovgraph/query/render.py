"""Results as text: a table for people, the W3C forms for programs."""

import csv
import io
import json
import re
from collections.abc import Callable
from typing import Any

from sovgraph import vocab as v
from sovgraph.query.model import Result
from sovgraph.registry import Registry
from sovgraph.store.terms import NATIVE, Cell, Row, Solutions

Renderer = Callable[[Result], str]
RENDERERS: Registry[Renderer] = Registry("result format")

MAX_WIDTH = 60
"""A cell of a table is cut here; json, csv and tsv always have the whole text."""

_OWN = re.compile(r"https?://[^/]+/(?:[^#?]*/)?id/(.+)")
_AUTHORITY = re.compile(r"https?://publications\.europa\.eu/resource/authority/(.+)")
_HOST = re.compile(r"https?://(?:www\.)?")


def render(result: Result | Solutions | bool, form: str) -> str:
    """The result in one of the RENDERERS' formats. A yes or no (ASK) is "true" or "false", or W3C JSON."""
    if isinstance(result, bool):
        if form == "json":
            return json.dumps({"head": {}, "boolean": result}) + "\n"
        return f"{str(result).lower()}\n"
    return RENDERERS.get(form)(Result(result.columns, result.rows))


@RENDERERS.add("json")
def render_json(result: Result) -> str:
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
def render_csv(result: Result) -> str:
    """SPARQL 1.1 Query Results CSV: values without type."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(result.columns)
    writer.writerows(["" if cell is None else _csv(cell) for cell in row] for row in result.rows)
    return out.getvalue()


def _csv(cell: Cell) -> str:
    return f"_:{cell.value}" if cell.kind == "bnode" else cell.value


@RENDERERS.add("tsv")
def render_tsv(result: Result) -> str:
    """SPARQL 1.1 Query Results TSV: terms as Turtle writes them, so that types are kept."""
    lines = ["\t".join(f"?{c}" for c in result.columns)]
    lines += ["\t".join("" if cell is None else _tsv(cell) for cell in row) for row in result.rows]
    return "\n".join(lines) + "\n"


def _tsv(cell: Cell) -> str:
    return cell.value if cell.datatype in NATIVE else cell.ntriples


@RENDERERS.add("table")
def render_table(result: Result) -> str:
    """Aligned columns. A thing with a name shows its name, one without its shortened IRI."""
    columns, rows = _for_people(result)
    widths = [max([len(c), *(len(row[i]) for row in rows)]) for i, c in enumerate(columns)]
    right = [_is_number(result, c) for c in columns]

    def line(cells: list[str]) -> str:
        return "  ".join(t.rjust(w) if r else t.ljust(w) for t, w, r in zip(cells, widths, right, strict=True)).rstrip()

    return "\n".join([line(columns), line(["-" * w for w in widths]), *(line(row) for row in rows)]) + "\n"


@RENDERERS.add("md")
def render_md(result: Result) -> str:
    """A Markdown table with whole texts."""
    columns, rows = _for_people(result, width=None)
    lines = ["| " + " | ".join(columns) + " |"]
    lines.append("|" + "|".join(" ---: " if _is_number(result, c) else " --- " for c in columns) + "|")
    lines += ["| " + " | ".join(_md(text) for text in row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def _md(text: str) -> str:
    return re.sub(r"([\\|*_`<>\[\]])", r"\\\1", text)


def _is_number(result: Result, column: str) -> bool:
    cells = [cell for cell in result.column(column) if cell is not None]
    return bool(cells) and all(cell.datatype == v.XSD_integer for cell in cells)


def _for_people(result: Result, width: int | None = MAX_WIDTH) -> tuple[list[str], list[list[str]]]:
    """Columns without the label columns, whose text stands in the place of the IRI."""
    places = {c: i for i, c in enumerate(result.columns)}
    named = {c: places[f"{c}Label"] for c in result.columns if f"{c}Label" in places}
    hidden = {f"{c}Label" for c in named}
    columns = [c for c in result.columns if c not in hidden]
    return columns, [[_shown(row, places[c], named.get(c), width) for c in columns] for row in result.rows]


def _shown(row: Row, place: int, label: int | None, width: int | None) -> str:
    cell = row[place]
    named = row[label] if label is not None else None
    if cell is None and named is None:
        return ""
    text = named.value if named else short_iri(cell.value) if cell and cell.kind == "iri" else str(cell)
    flat = " ".join(text.split())
    return flat if width is None or len(flat) <= width else flat[: width - 1] + "…"


def short_iri(iri: str) -> str:
    """A readable form of an IRI: ours without base, known vocabularies with their prefix."""
    for prefix, namespace in v.NAMESPACES:
        if iri.startswith(namespace) and len(iri) > len(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    own = _OWN.fullmatch(iri) or _AUTHORITY.fullmatch(iri)
    return own[1] if own else _HOST.sub("", iri)
