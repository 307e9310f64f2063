"""A picture of a graph as a notebook shows it."""

from base64 import b64encode
from html import escape

from sovgraph.export.picture import write_picture
from sovgraph.export.svg import svg
from sovgraph.export.view import GraphView

MOST_STILL = 300
"""Nodes of a still picture; more can only be looked at by zooming, so that they get the page with the graph."""


def view_html(view: GraphView) -> str:
    """An image, which can run nothing; or a frame that may run scripts but has no access to the notebook."""
    about = f"{view.name} {view.about}".strip()
    if len(view.nodes) <= MOST_STILL:
        data = b64encode(svg(view).encode()).decode("ascii")
        text = escape(f"{about}: {len(view.nodes)} nodes, {len(view.edges)} edges")
        return f'<img alt="{text}" style="max-width:100%" src="data:image/svg+xml;base64,{data}">'
    frame = 'sandbox="allow-scripts" style="width:100%;height:640px;border:0"'
    return f'<iframe title="{escape(about)}" {frame} srcdoc="{escape(write_picture(view))}"></iframe>'
