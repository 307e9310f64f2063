"""How far the body of a footnote runs."""

import re

from sovgraph.structure.layout import Layout

_LIST_TITLE = re.compile(r"Samenstelling\b[^\n]{0,80}$")

_LABEL = re.compile(
    r"(?:Antwoord(?:en)?|Vraag|Vragen)(?:\s+\d{1,3}(?:\s*(?:,|en|t/m)\s*\d{1,3})*)?\s*[.:]?"
    r"|(?:Antwoord|Mededeling) van (?:de )?(?:[Mm]inister|[Ss]taatssecretaris)\b.*"
)
"""Lines that begin the answers or the next question, right below a note."""


def body_end(layout: Layout, start: int, limit: int) -> int:
    """To a blank line, a page's foot or `limit`; a list of members may have its title on a line apart."""
    end = start
    first = layout.line_index(start)
    for index in range(first, len(layout.lines)):
        line = layout.lines[index]
        if line.start >= limit or (index > first and layout.zone_at(line.start)):
            break
        if index > first and _LABEL.fullmatch(layout.text(line)):
            break
        only_title = _LIST_TITLE.match(layout.view, start, end) is not None
        if line.blank:
            if end == start or not only_title:
                break
            continue
        after_blank = index > first and layout.lines[index - 1].blank
        if after_blank and end > start and "(" not in layout.view[line.start : line.end]:
            break
        end = min(line.end, limit)
        if after_blank:
            break
    return end
