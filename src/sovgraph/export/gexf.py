"""GEXF 1.3, valid by the official schema: the writer of networkx breaks it."""

from collections.abc import Iterator, Mapping
from math import sqrt
from xml.sax.saxutils import escape

from sovgraph.export.table import Row, Table
from sovgraph.export.view import GraphView

_AGAIN = {"from": "start", "until": "end"}
"""Days stand in columns too: some readers drop those of the format."""
_OWN = {"id", "label", "source", "target", "weight", "start", "end", "x", "y", "r", "g", "b", "color"}
"""Columns that the format has its own place for."""


def gexf(view: GraphView, nodes: Table, edges: Table, title: str) -> str:
    """The whole document. Whatever has a day makes the graph one in time (mode "dynamic")."""
    dated = any("start" in row for row in (*nodes.rows, *edges.rows))
    time = ' mode="dynamic" timeformat="date" timerepresentation="interval"' if dated else ' mode="static"'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
        "  <meta>",
        "    <creator>sovgraph</creator>",
        f"    <description>{escape(' · '.join(filter(None, (title, view.about))))}</description>",
        "  </meta>",
        f'  <graph defaultedgetype="directed" idtype="string"{time}>',
        *_declared("node", nodes),
        *_declared("edge", edges),
        f'    <nodes count="{len(nodes.rows)}">',
        *(line for row in nodes.rows for line in _node(row, nodes.columns)),
        "    </nodes>",
        f'    <edges count="{len(edges.rows)}">',
        *(line for row in edges.rows for line in _edge(row, edges.columns)),
        "    </edges>",
        "  </graph>",
        "</gexf>",
        "",
    ]
    return "\n".join(lines)


def _declared(kind: str, table: Table) -> Iterator[str]:
    names = {name: table.columns[name] for name in table.columns if name not in _OWN}
    names |= {name: "string" for name, own in _AGAIN.items() if own in table.columns}
    if names:
        yield f'    <attributes class="{kind}" mode="static">'
        for name, form in names.items():
            yield f'      <attribute id={_quoted(name)} title={_quoted(name)} type="{form}"/>'
        yield "    </attributes>"


def _node(row: Row, columns: Mapping[str, str]) -> Iterator[str]:
    yield f"      <node id={_quoted(row['id'])} label={_quoted(row['label'])}{_days(row)}>"
    yield from _values(row, columns)
    yield f'        <viz:color r="{row["r"]}" g="{row["g"]}" b="{row["b"]}"/>'
    yield f'        <viz:position x="{row["x"]}" y="{row["y"]}"/>'
    yield f'        <viz:size value="{_size(row)}"/>'
    yield "      </node>"


def _size(row: Row) -> float:
    degree = row.get("degree", 0)
    return round(5.0 + 2.0 * sqrt(degree if isinstance(degree, int) else 0), 2)


def _edge(row: Row, columns: Mapping[str, str]) -> Iterator[str]:
    ends = f"source={_quoted(row['source'])} target={_quoted(row['target'])}"
    # "kind" tells parallel edges apart for programs that join others.
    about = f'kind={_quoted(row["kind"])} label={_quoted(row["label"])} weight="{row["weight"]}"'
    yield f"      <edge id={_quoted(row['id'])} {ends} {about}{_days(row)}>"
    yield from _values(row, columns)
    yield "      </edge>"


def _days(row: Row) -> str:
    if "start" not in row:
        return ""
    return f" start={_quoted(row['start'])} end={_quoted(row.get('end', row['start']))}"


def _values(row: Row, columns: Mapping[str, str]) -> Iterator[str]:
    named = [(name, row[name]) for name in columns if name in row and name not in _OWN]
    named += [(name, row[own]) for name, own in _AGAIN.items() if own in row]
    if named:
        yield "        <attvalues>"
        for name, value in named:
            yield f"          <attvalue for={_quoted(name)} value={_quoted(value)}/>"
        yield "        </attvalues>"


def _quoted(value: object) -> str:
    """An attribute value: newlines and tabs as codes, or a reader makes them spaces."""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    codes = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
    return f'"{escape(text, codes)}"'
