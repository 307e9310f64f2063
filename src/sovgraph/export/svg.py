"""A still picture: the places, symbols and names of the page, light and dark, for reports and documentation."""

from collections.abc import Iterator, Mapping
from html import escape
from math import cos, hypot, pi, sin

from sovgraph.export.labels import LINE_HEIGHT, label_box, short, wrap
from sovgraph.export.layout import layout, rectangles
from sovgraph.export.names import in_order, kind, link_name, view_style
from sovgraph.export.packing import Rect
from sovgraph.export.timeline import Mark, marks
from sovgraph.export.view import GraphView, clean

STRETCH = 1.25
"""More room between things than on the page, where one can zoom."""
LEGEND = 22
"""Height of the row with the legend."""

_STYLE = """text{font:11px system-ui,sans-serif;text-anchor:middle;fill:#1c232b}
text{paint-order:stroke;stroke:#fff;stroke-width:3px}.n{font-size:9.5px;fill:#5b6670}.g{text-anchor:start}
.b{fill:#fff}.l{stroke:#a9b0b8;fill:none}.h{fill:#a9b0b8}.t{stroke:#e3e0d8}"""
_DARK = "text{fill:#eceff2;stroke:#15191e}.b{fill:#15191e}.n{fill:#a3adb8}.t{stroke:#2b333c}"

Places = Mapping[str, tuple[float, float]]


def svg(view: GraphView, remark: str = "") -> str:
    """The drawing as a file; `remark` stands in it as a comment."""
    stretch = STRETCH if view_style(view.name).layout == "net" else 1.0
    places = {iri: (x * stretch, y * stretch) for iri, (x, y) in layout(view).items()}
    boxes = {node.id: label_box(node.label) for node in view.nodes}
    ends = [
        (x - boxes[i].width / 2, y - 12, x + boxes[i].width / 2, y + boxes[i].height) for i, (x, y) in places.items()
    ]
    left, top = min((e[0] for e in ends), default=0) - 8, min((e[1] for e in ends), default=0) - 8
    right, bottom = max((e[2] for e in ends), default=200) + 8, max((e[3] for e in ends), default=20)
    days = marks(view, places)
    top -= 20 if days else 0
    legend = list(_legend(view, left + 14, bottom + LEGEND / 2 + 4, right))
    rows = 1 + max((row for row, _ in legend), default=-1)
    high = bottom + rows * LEGEND + 8 - top
    title = escape(clean(" · ".join(filter(None, (view_style(view.name).title(view.lang), view.about)))))
    present = sorted({n.kind for n in view.nodes})
    light = "".join(f".{_class(k)}{{fill:{kind(k).light}}}" for k in present)
    dark = "".join(f".{_class(k)}{{fill:{kind(k).dark}}}" for k in present)
    size = f"{left:.0f} {top:.0f} {right - left:.0f} {high:.0f}"
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{size}" role="img" aria-label="{title}">',
        *([f"<!-- {remark} -->"] if remark else []),
        f"<title>{title}</title>",
        f"<style>{_STYLE}{light}",
        f"@media (prefers-color-scheme:dark){{{_DARK}{dark}}}</style>",
        f'<rect class="b" x="{left:.0f}" y="{top:.0f}" width="{right - left:.0f}" height="{high:.0f}"/>',
    )
    drawn = (*_days(days, top, bottom), *_edges(view, places), *_nodes(view, places), *(line for _, line in legend))
    return "\n".join([*head, *drawn, "</svg>"]) + "\n"


def corners(shape: str) -> list[tuple[float, float]]:
    """The corners of a symbol; those of a circle are many."""
    if shape == "star":
        return [(r * cos(a), r * sin(a)) for i in range(10) for r, a in [((12, 5)[i % 2], pi * (i / 5 - 0.5))]]
    if shape == "plus":
        arm = [(4, 10), (4, 4), (10, 4), (10, -4), (4, -4), (4, -10)]
        return [*arm, *((-x, -y) for x, y in arm)]
    if shape == "bar":
        return [(-11, -5), (11, -5), (11, 5), (-11, 5)]
    sides, turn = {
        "circle": (40, 0.0),
        "square": (4, pi / 4),
        "diamond": (4, 0.0),
        "triangle": (3, -pi / 2),
        "down": (3, pi / 2),
        "hexagon": (6, 0.0),
        "pentagon": (5, -pi / 2),
    }[shape]
    return [(10 * cos(turn + 2 * pi * i / sides), 10 * sin(turn + 2 * pi * i / sides)) for i in range(sides)]


def _class(name: str) -> str:
    return name if name.isalnum() and name.isascii() else "Thing"


def _symbol(name: str, x: float, y: float, title: str) -> str:
    points = " ".join(f"{x + u:.1f},{y + v:.1f}" for u, v in corners(kind(name).shape))
    return f'<polygon class="{_class(name)}" points="{points}"><title>{escape(title)}</title></polygon>'


def meets(a: Rect, b: Rect) -> bool:
    """Whether two rectangles overlap."""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _edges(view: GraphView, places: Places) -> Iterator[str]:
    boxes = [label_box(node.label) for node in view.nodes]
    taken = rectangles([places[node.id] for node in view.nodes], boxes)
    joined: dict[tuple[str, str], list[str]] = {}
    for edge in view.edges:
        name = link_name(edge.kind, view.lang)
        names = joined.setdefault((edge.source, edge.target), [])
        if name not in names:
            names.append(name)
    for (source, target), names in joined.items():
        (a, b), (u, v) = places[source], places[target]
        far = hypot(u - a, v - b) or 1.0
        # A little bent, so that what lies on one line doesn't hide what is between.
        bend = min(26.0, far * 0.07)
        mx, my = (a + u) / 2 - (v - b) / far * bend, (b + v) / 2 + (u - a) / far * bend
        run = hypot(u - mx, v - my) or 1.0
        cx, cy = (u - mx) / run, (v - my) / run
        u, v = u - cx * 14, v - cy * 14
        head = " ".join(f"{u - 7 * cx + s * cy:.0f},{v - 7 * cy - s * cx:.0f}" for s in (3, -3))
        yield f'<path class="l" d="M{a:.0f} {b:.0f}Q{mx:.0f} {my:.0f} {u:.0f} {v:.0f}"/>'
        yield f'<path class="h" d="M{u:.0f},{v:.0f} {head}z"/>'
        text = ", ".join(names)
        x, y = (a + u + 2 * mx) / 4, (b + v + 2 * my) / 4
        half = len(text) * 2.7
        room = (x - half, y - 10, x + half, y + 3)
        # A name that would lie on another is left out: the page tells it.
        if not any(meets(room, other) for other in taken):
            taken.append(room)
            yield f'<text class="n" x="{x:.0f}" y="{y:.0f}">{escape(text)}</text>'


def _nodes(view: GraphView, places: Places) -> Iterator[str]:
    for node in view.nodes:
        x, y = places[node.id]
        yield _symbol(node.kind, x, y, kind(node.kind).title(view.lang))
        for number, line in enumerate(wrap(short(node.label))):
            yield f'<text x="{x:.0f}" y="{y + 22 + number * LINE_HEIGHT:.0f}">{escape(line)}</text>'


def _days(days: list[Mark], top: float, bottom: float) -> Iterator[str]:
    for mark in days:
        yield f'<path class="t" d="M{mark.x:.0f} {top + 20:.0f}V{bottom:.0f}"/>'
        yield f'<text class="n" x="{mark.x:.0f}" y="{top + 14:.0f}">{escape(mark.text)}</text>'


def _legend(view: GraphView, left: float, y: float, right: float) -> Iterator[tuple[int, str]]:
    """Row and drawing of each class that is there, in the order of the table of classes."""
    row, x = 0, left
    for name in in_order(node.kind for node in view.nodes):
        text = kind(name).title(view.lang)
        wide = 34 + len(text) * 6.6
        if x > left and x + wide > right:
            row, x = row + 1, left
        yield row, _symbol(name, x, y + row * LEGEND, text)
        yield row, f'<text class="g" x="{x + 16:.0f}" y="{y + row * LEGEND + 4:.0f}">{escape(text)}</text>'
        x += wide
