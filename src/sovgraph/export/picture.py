"""One HTML page that shows a graph: no server, no network, works from a file. Or the same in parts, for a server."""

import base64
import gzip
import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from sovgraph.assets import asset, in_script
from sovgraph.export.labels import short, shorten
from sovgraph.export.layout import layout
from sovgraph.export.names import attributes, in_order, kind, link_name, view_style, words
from sovgraph.export.timeline import bands, marks
from sovgraph.export.view import GraphView, Value, ViewEdge, ViewNode
from sovgraph.query.sentences import in_language

PLAIN = 60_000
"""Characters of data that stand in the page as they are; more are compressed."""

SCRIPTS = ("graph.min.js", "picture-symbols.js", "picture.js")
STYLES = ("picture.css",)

Page = Callable[[str], str | None]
"""The address of a thing's page; None where it has none."""


@dataclass(frozen=True, slots=True)
class PictureParts:
    """A picture for a page with a strict policy: no code stands in `html`, which fetches `data` from `source`."""

    html: str
    data: bytes
    title: str


def write_picture(view: GraphView) -> str:
    """The page as a string. Places are computed here, so the page is the same every time."""
    text = json.dumps(picture_data(view), ensure_ascii=False, separators=(",", ":"))
    kept = "application/json"
    if len(text) > PLAIN:
        # Level 9 and no clock: the same bytes each time.
        text, kept = base64.b64encode(gzip.compress(text.encode(), 9, mtime=0)).decode(), "application/gzip"
    values = {
        "lang": view.lang,
        "title": escape(title_of(view)),
        "noscript": escape(words(view.lang)["script"]),
        "style": picture_file("picture.css").decode().rstrip("\n"),
        "bundle": _inline(asset("graph.min.js").decode()),
        "symbols": _inline(picture_file("picture-symbols.js").decode()),
        "script": _inline(picture_file("picture.js").decode()),
        "type": kept,
        "data": in_script(text),
    }
    # In one pass: a label that holds "{{data}}" stays a label.
    return re.sub(r"\{\{(\w+)\}\}", lambda match: values[match[1]], picture_file("picture.html").decode())


def linked_picture(view: GraphView, asset_at: Callable[[str], str], page: Page | None = None, lead: str = "") -> str:
    """The page for a folder of pages that share scripts: `asset_at` gives the address of one, `lead` is HTML above."""
    data = json.dumps(picture_data(view, page), ensure_ascii=False, separators=(",", ":"))
    styles = "".join(f'<link rel="stylesheet" href="{escape(asset_at(name))}">\n' for name in STYLES)
    scripts = "".join(f'<script src="{escape(asset_at(name))}" defer></script>\n' for name in SCRIPTS)
    return (
        f'<!doctype html>\n<html lang="{escape(view.lang)}"><head><meta charset="utf-8">'
        f"<title>{escape(title_of(view))}</title>\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="color-scheme" content="light dark">\n{styles}{scripts}</head>\n<body class="whole">\n{lead}'
        f'<main id="picture" class="picture"></main>\n<noscript>{escape(words(view.lang)["script"])}</noscript>\n'
        f'<script type="application/json" id="picture-data">{in_script(data)}</script>\n</body></html>\n'
    )


def picture_parts(view: GraphView, source: str, page: Page | None = None, ego: str = "") -> PictureParts:
    """Html without code and the data that it fetches from `source`; `ego` is the address of the picture around a
    thing, to which its IRI is added."""
    data = picture_data(view, page, ego)
    html = f'<div id="picture" class="picture" data-src="{escape(source)}"></div>'
    return PictureParts(html, json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode(), title_of(view))


def title_of(view: GraphView) -> str:
    """The name of the view and what it is about."""
    return ": ".join(filter(None, (view_style(view.name).title(view.lang), view.about)))


def picture_file(name: str) -> bytes:
    """A script or style of ours that a picture needs."""
    return Path(__file__).with_name(name).read_bytes()


def picture_data(view: GraphView, page: Page | None = None, ego: str = "") -> dict[str, Any]:
    """What the page draws and tells, in columns: those compress best."""
    places = layout(view)
    shown = in_order(node.kind for node in view.nodes)
    properties = sorted({edge.kind for edge in view.edges})
    used = sorted({name for node in view.nodes for name, _ in node.attributes}, key=_order)
    papers = sorted({(e.paper, e.paper_label) for edge in view.edges for e in edge.evidence})
    data: dict[str, Any] = {
        "name": view.name,
        "title": [view_style(view.name).nl, view_style(view.name).en],
        "about": view.about,
        "centre": view.centre,
        "lang": view.lang,
        "layout": view_style(view.name).layout,
        "words": {lang: words(lang) for lang in ("nl", "en")},
        "notices": [[in_language(text, "nl"), in_language(text, "en")] for text in view.notices],
        "kinds": [[name, *_look(name)] for name in shown],
        "properties": [[name, link_name(name, "nl"), link_name(name, "en")] for name in properties],
        "attributes": [_named(name) for name in used],
        "papers": [[iri, label, (page(iri) if page else None) or ""] for iri, label in papers],
        "marks": [[mark.x, mark.text] for mark in marks(view, places)],
        "lanes": [[lane.top, lane.bottom, lane.nl, lane.en] for lane in bands(view, places)],
        "nodes": _nodes(view.nodes, places, shown, used),
        "edges": _edges(view, properties, {iri: i for i, (iri, _) in enumerate(papers)}),
    }
    if page is not None:
        data["ego"] = ego
        data["nodes"]["href"] = [page(node.id) or "" for node in view.nodes]
        data["edges"]["subject"] = [page(edge.via or edge.source) or "" for edge in view.edges]
    return data


def _nodes(
    nodes: Iterable[ViewNode], places: dict[str, tuple[float, float]], shown: list[str], used: list[str]
) -> dict[str, list[Any]]:
    number = {name: i for i, name in enumerate(used)}
    columns: dict[str, list[Any]] = {
        name: [] for name in ("id", "label", "short", "kind", "x", "y", "start", "end", "hidden", "facts")
    }
    for node in nodes:
        x, y = places[node.id]
        brief = shorten(short(node.label))
        row = (node.id, node.label, brief if brief != node.label else "", shown.index(node.kind), int(x), int(y))
        facts = [[number[name], _told(value)] for name, value in node.attributes]
        for name, value in zip(columns, (*row, node.start, node.end, node.hidden, facts), strict=True):
            columns[name].append(value)
    return columns


def _edges(view: GraphView, properties: list[str], papers: dict[str, int]) -> dict[str, list[Any]]:
    number = {node.id: i for i, node in enumerate(view.nodes)}
    kinds_of = {name: i for i, name in enumerate(properties)}
    edges: tuple[ViewEdge, ...] = view.edges
    return {
        "s": [number[edge.source] for edge in edges],
        "t": [number[edge.target] for edge in edges],
        "p": [kinds_of[edge.kind] for edge in edges],
        "via": [edge.via_label or edge.via.rpartition("/")[2] for edge in edges],
        "start": [edge.start for edge in edges],
        "end": [edge.end for edge in edges],
        "ev": [
            [[papers[e.paper], e.start, e.quote, e.place, e.rule, e.confidence, e.assertion] for e in edge.evidence]
            or 0
            for edge in edges
        ],
    }


def _order(name: str) -> tuple[int, str]:
    known = list(attributes())
    return (known.index(name) if name in attributes() else len(known), name)


def _look(name: str) -> tuple[str, str, str, str, str]:
    look = kind(name)
    return look.shape, look.light, look.dark, look.nl, look.en


def _named(name: str) -> list[str]:
    known = attributes().get(name)
    return [name, known.title("nl"), known.title("en")] if known else [name, name, name]


def _told(value: Value) -> str | int | float:
    return value if isinstance(value, int | float) and not isinstance(value, bool) else str(value)


def _inline(script: str) -> str:
    """A script that can't end its own element."""
    return script.replace("</script", "<\\/script").replace("<!--", "<\\!--").rstrip("\n")
