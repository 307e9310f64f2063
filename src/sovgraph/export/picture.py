"""One HTML page that shows a graph: no server, no network, works from a file."""

import json
from html import escape
from pathlib import Path

from sovgraph.export.layout import layout
from sovgraph.export.view import GraphView

_COLOURS = {
    "Kamerstuk": "#1b4f8f",
    "Paper": "#1b4f8f",
    "Letter": "#2b7fb8",
    "QuestionLetter": "#2b7fb8",
    "AnswerLetter": "#2f9e8f",
    "Reminder": "#c2571a",
    "DelayLetter": "#c2571a",
    "Question": "#7a3fa0",
    "Answer": "#2f9e8f",
    "Motion": "#b0306a",
    "Person": "#4a4a4a",
    "Fractie": "#8a6d00",
    "Committee": "#5b7a1f",
    "Country": "#a33c2a",
    "EuAct": "#3a3fa0",
    "DutchAct": "#3a3fa0",
    "Measure": "#a3305a",
    "VisaMeasure": "#a3305a",
    "Programme": "#00707a",
    "Organization": "#6b5b4b",
    "Post": "#55606e",
    "Dossier": "#123a63",
}
_OTHER = "#7d8790"


def write_picture(view: GraphView) -> str:
    """The page as a string. Positions are computed here, so the page is the same every time."""
    places = layout(view)
    numbers = {node.id: i for i, node in enumerate(view.nodes)}
    degree = [0] * len(view.nodes)
    for edge in view.edges:
        degree[numbers[edge.source]] += 1
        degree[numbers[edge.target]] += 1
    data = {
        "nodes": [
            [n.id, n.label, n.kind, round(places[n.id][0], 1), round(places[n.id][1], 1), degree[i]]
            for i, n in enumerate(view.nodes)
        ],
        "edges": [[numbers[e.source], numbers[e.target], e.kind] for e in view.edges],
        "colours": {k: _COLOURS.get(k, _OTHER) for k in sorted({n.kind for n in view.nodes})},
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    safe = text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    page = (Path(__file__).with_name("picture.html")).read_text(encoding="utf-8")
    return page.replace("{{title}}", escape(view.name)).replace("{{data}}", safe)
