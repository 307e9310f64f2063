"""One HTML page that shows a graph: no server, no network, works from a file."""

import json
import re
from html import escape
from pathlib import Path
from typing import Any

from sovgraph.export.labels import wrap
from sovgraph.export.layout import layout
from sovgraph.export.names import kind, kinds, links, view_style
from sovgraph.export.view import GraphView


def write_picture(view: GraphView) -> str:
    """The page as a string. Places are computed here, so the page is the same every time."""
    nl, en = view_style(view.name).nl, view_style(view.name).en
    text = json.dumps(picture_data(view), ensure_ascii=False, separators=(",", ":"))
    values = {
        "title": escape(nl),
        "titleEn": escape(en),
        "style": _file("picture.css"),
        "script": _file("picture.js"),
        "data": text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"),
    }
    # In one pass: a label that holds "{{data}}" stays a label.
    return re.sub(r"\{\{(\w+)\}\}", lambda match: values[match[1]], _file("picture.html"))


def picture_data(view: GraphView) -> dict[str, Any]:
    """What the page draws: nodes, edges (one for all links from one thing to another), kinds and properties."""
    places = layout(view)
    present = {node.kind for node in view.nodes}
    shown = [name for name in kinds() if name in present] + sorted(present - set(kinds()))
    looks = [kind(name) for name in shown]
    properties = sorted({edge.kind for edge in view.edges})
    number = {node.id: i for i, node in enumerate(view.nodes)}
    joined: dict[tuple[int, int], list[int]] = {}
    for edge in view.edges:
        joined.setdefault((number[edge.source], number[edge.target]), []).append(properties.index(edge.kind))
    return {
        "nodes": [[n.id, n.label, shown.index(n.kind), *map(int, places[n.id]), wrap(n.label)] for n in view.nodes],
        "edges": [[source, target, sorted(names)] for (source, target), names in sorted(joined.items())],
        "kinds": [[name, k.shape, k.light, k.dark, k.nl, k.en] for name, k in zip(shown, looks, strict=True)],
        "properties": [[name, *links().get(name, (name, name))] for name in properties],
    }


def _file(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8").rstrip("\n")
