"""Hits as a notebook shows them: links, and the words marked."""

from collections.abc import Sequence
from html import escape

from sovgraph.search.model import Hit, Hits, Range
from sovgraph.store.html import plain_table


def hits_html(hits: Hits) -> str:
    """A table with kind, title and passage; the caption says what was asked and how many there are."""
    rows = [[escape(hit.kind), _title(hit), marked_html(hit.snippet, hit.marks), escape(hit.date)] for hit in hits]
    return plain_table(("kind", "title", "words", "date"), rows, title=hits.query, count=hits.total)


def _title(hit: Hit) -> str:
    label = f"<br>{escape(hit.label)}" if hit.label and hit.label != hit.title else ""
    text = marked_html(hit.title, hit.title_marks)
    if hit.iri.startswith(("http://", "https://")):
        return f'<a href="{escape(hit.iri)}" rel="noopener noreferrer">{text}</a>{label}'
    return text + label


def marked_html(text: str, marks: Sequence[Range]) -> str:
    """The text, escaped, with its ranges in `mark`."""
    parts: list[str] = []
    last = 0
    for start, end in marks:
        parts += (escape(text[last:start]), f"<mark>{escape(text[start:end])}</mark>")
        last = end
    return "".join(parts) + escape(text[last:])
