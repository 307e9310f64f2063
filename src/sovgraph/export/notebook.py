"""A picture of a graph as a notebook shows it."""

from base64 import b64encode
from html import escape

from sovgraph.export.graphs import GRAPH_FORMATS
from sovgraph.export.view import GraphView

MOST_STILL = 300
"""Nodes of a still picture; more can only be looked at by zooming, so that they get the page with the graph."""


def view_html(view: GraphView) -> str:
    """An image, which can run nothing; or a frame that may run scripts but has no access to the notebook."""
    about = f"{view.name} {view.about}".strip()
    if len(view.nodes) <= MOST_STILL:
        made = GRAPH_FORMATS.get("svg")(view)
        data = b64encode(made.encode("utf-8") if isinstance(made, str) else made).decode("ascii")
        text = escape(f"{about}: {len(view.nodes)} nodes, {len(view.edges)} edges")
        return f'<img alt="{text}" style="max-width:100%" src="data:image/svg+xml;base64,{data}">'
    page = GRAPH_FORMATS.get("html")(view)
    text = page if isinstance(page, str) else page.decode("utf-8")
    frame = 'sandbox="allow-scripts" style="width:100%;height:640px;border:0"'
    return f'<iframe title="{escape(about)}" {frame} srcdoc="{escape(text)}"></iframe>'
