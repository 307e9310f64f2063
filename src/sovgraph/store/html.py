"""Rows as an HTML table for notebooks: everything escaped, things as links under their names."""

from collections.abc import Iterable, Sequence
from html import escape

from sovgraph.store.terms import Cell, Row, cut_text

MOST_ROWS = 60
MOST_LETTERS = 400


def table_html(columns: Sequence[str], rows: Sequence[Row], *, title: str = "") -> str:
    """The first rows. A column `xLabel` isn't shown itself: it names the things of column `x`."""
    places = {column: place for place, column in enumerate(columns)}
    names = {column: places[f"{column}Label"] for column in columns if f"{column}Label" in places}
    shown = [column for column in columns if column not in {f"{name}Label" for name in names}]
    body = [
        [_cell(row[places[column]], row[names[column]] if column in names else None) for column in shown]
        for row in rows[:MOST_ROWS]
    ]
    return plain_table(shown, body, title=title, count=len(rows))


def plain_table(columns: Iterable[str], body: Sequence[Sequence[str]], *, title: str = "", count: int = 0) -> str:
    """A table of cells that are HTML already; the caption says how many rows there are in all."""
    head = "".join(f'<th scope="col" style="text-align:left">{escape(column)}</th>' for column in columns)
    lines = "".join(
        "<tr>" + "".join(f'<td style="text-align:left">{cell}</td>' for cell in row) + "</tr>" for row in body
    )
    number = f"{len(body)} / {count}" if count > len(body) else str(len(body))
    caption = escape(f"{title} ({number})" if title else number)
    return f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>"


def _cell(cell: Cell | None, name: Cell | None) -> str:
    if cell is None:
        return escape(cut_text(name.value, MOST_LETTERS)) if name else ""
    text = escape(cut_text(name.value if name else cell.value, MOST_LETTERS))
    if cell.kind == "iri" and cell.value.startswith(("http://", "https://")):
        return f'<a href="{escape(cell.value)}" rel="noopener noreferrer">{text}</a>'
    return text
