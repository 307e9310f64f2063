"""A view as two tables with typed columns: what every file format writes, so that all hold the same."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sovgraph.export.names import kind, link_name
from sovgraph.export.view import GraphView, Value, ViewEdge, ViewNode, clean

Row = dict[str, Value]

_NODE = ("id", "label", "kind", "class", "start", "end", "hidden")
_EDGE = (
    *("id", "source", "target", "kind", "label", "weight", "start", "end", "via", "viaLabel"),
    *("quote", "paper", "paperLabel", "textStart", "place", "rule", "confidence", "assertion"),
)


@dataclass(frozen=True, slots=True)
class Table:
    """`columns` gives the type of each: "string", "long", "double" or "boolean". A row lacks what is unknown."""

    columns: Mapping[str, str]
    rows: tuple[Row, ...]


def node_table(view: GraphView, measured: Mapping[str, Mapping[str, Value]] | None = None) -> Table:
    """One row a node: id, label, class, days, its properties, and measures where given."""
    return _typed(_NODE, (_node_row(node, view.lang, (measured or {}).get(node.id, {})) for node in view.nodes))


def edge_table(view: GraphView) -> Table:
    """One row an edge, with the first place it rests on; `weight` is how many there are (at least 1)."""
    return _typed(_EDGE, (_edge_row(i, edge, view.lang) for i, edge in enumerate(view.edges)))


def _node_row(node: ViewNode, lang: str, measured: Mapping[str, Value]) -> Row:
    row: Row = {"id": node.id, "label": _flat(node.label), "kind": node.kind}
    row["class"] = kind(node.kind).title(lang)
    row |= {name: text for name, text in (("start", node.start), ("end", node.end)) if text}
    if node.hidden:
        row["hidden"] = node.hidden
    for name, value in node.attributes:
        row[f"property_{name}" if name in _NODE else name] = value
    return row | dict(measured)


def _edge_row(number: int, edge: ViewEdge, lang: str) -> Row:
    row: Row = {"id": f"e{number}", "source": edge.source, "target": edge.target, "kind": edge.kind}
    row["label"] = link_name(edge.kind, lang)
    row["weight"] = max(1, len(edge.evidence))
    texts = {"start": edge.start, "end": edge.end, "via": edge.via, "viaLabel": edge.via_label}
    if edge.evidence:
        first = edge.evidence[0]
        texts |= {"quote": first.quote, "paper": first.paper, "paperLabel": first.paper_label, "place": first.place}
        texts |= {"rule": first.rule, "assertion": first.assertion}
        numbers = {"textStart": first.start, "confidence": first.confidence}
        row |= {key: value for key, value in numbers.items() if value >= 0}
    return row | {key: text for key, text in texts.items() if text}


def _flat(text: str) -> str:
    """A label is one line: an attribute of XML would lose the others."""
    return " ".join(clean(text).split())


def _typed(first: tuple[str, ...], rows: Iterable[Row]) -> Table:
    """The table with one type a column: what mixes types is text."""
    found = [{name: _plain(value) for name, value in row.items()} for row in rows]
    kinds: dict[str, set[str]] = {name: set() for name in first}
    for row in found:
        for name, value in row.items():
            kinds.setdefault(name, set()).add(_type(value))
    columns = {name: _common(types) for name, types in kinds.items() if types}
    texts = {name for name, kind in columns.items() if kind == "string"}
    doubles = {name for name, kind in columns.items() if kind == "double"}
    for row in found:
        for name, value in row.items():
            if name in texts:
                row[name] = _as_text(value)
            elif name in doubles:
                row[name] = float(value)  # type: ignore[arg-type]
    return Table(columns, tuple(found))


def _plain(value: Value) -> Value:
    return clean(value) if isinstance(value, str) else value.isoformat() if isinstance(value, date) else value


def _as_text(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _type(value: Value) -> str:
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "long" if -(2**63) <= value < 2**63 else "string"
    return "double" if isinstance(value, float) and abs(value) != float("inf") and value == value else "string"


def _common(types: set[str]) -> str:
    return next(iter(types)) if len(types) == 1 else "double" if types == {"long", "double"} else "string"
