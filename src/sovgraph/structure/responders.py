"""Who answers written questions: "Antwoord van Minister A (X), mede namens de Minister van Y (ontvangen ...)"."""

import re
from dataclasses import dataclass

from sovgraph.model import Responder, Span
from sovgraph.structure.layout import Layout
from sovgraph.structure.senders import listed

_REPLY = re.compile(
    r"(?:^[ ]*|(?<=[).]\s))(?:(?:Nader|Gewijzigd|Aanvullend|Herzien|Nieuw|Tweede)e?\s+)?"
    r"(?P<kind>[Aa]ntwoord(?:en)?|ANTWOORD(?:EN)?|[Mm]ededeling|MEDEDELING|[Bb]eantwoording)\s+(?:van|door)\s+"
    r"(?=(?:de\s+|het\s+|mevrouw\s+)?(?:[Mm]inister|[Ss]taatssecretaris|[Mm]ede\s+namens))",
    re.MULTILINE,
)
_END = re.compile(
    r"\s*[(\[]\s*(?:[Oo]ntvangen|[Ii]ngezonden)\b|\n\s*\n|\n\s*(?:Vra(?:ag|gen)\s+\d|\d{1,2}\s*\.?\s*\n)"
    r"|\s+op\s+(?:de\s+|schriftelijke\s+){0,2}(?:[Kk]amer)?vragen\b|\s+over\s|\Z"
)
_LONGEST = 700
_ALSO = re.compile(r"\s*,?\s*(?:en\s+)?[Mm]ede\s+namens\s+")
_TITLE = re.compile(r"(?P<title>[Mm]inisters?(?:-[Pp]resident)?|[Ss]taatssecretaris(?:sen)?)(?!\w)\s*")
_OF = re.compile(r"(?:van|voor)\s+(?=[A-ZÀ-Þ])")
_NAMED = re.compile(
    r"(?P<name>(?:(?:van|de|den|der|ten|ter|'t)\s+){0,3}[A-ZÀ-Þ][^()\n,]{0,60}?(?:\n[^()\n,]{1,30})?)\s*"
    r"\(\s*(?P<post>(?![Oo]ntvangen|[Ii]ngezonden)[^()]{3,140}?)\s*\)"
)
_AND = re.compile(r"\s*(?:,\s*(?:en\s+)?|en\s+)(?:van\s+)?(?:de\s+)?")
_NEXT_POST = re.compile(r"\s*(?:,\s*(?:en\s+)?|\ben\s+)(?:van\s+)?(?:de\s+)?(?=[Mm]inister|[Ss]taatssecretaris)")


@dataclass(frozen=True, slots=True)
class Reply:
    """Who answers, also in whose name; `notice` when the line says "Mededeling"; `end` is behind the last bracket."""

    notice: bool
    start: int
    end: int
    responders: tuple[Responder, ...]
    also_for: tuple[Span, ...]


def read_reply(layout: Layout, start: int) -> Reply | None:
    """The line behind the title, else further on (old papers print it below the questions)."""
    match = _REPLY.search(layout.view, start) or _REPLY.search(layout.view, 0, start)
    if match is None:
        return None
    limit = min(match.end() + _LONGEST, len(layout.view))
    stop = _END.search(layout.view, match.end(), limit)
    end = stop.start() if stop else limit
    also = _ALSO.search(layout.view, match.end(), end)
    also_for = listed(layout, also.end(), end) if also else ()
    responders = _responders(layout, match.end(), also.start() if also else end)
    bracket = layout.view.find(")", end, end + 120)
    return Reply(
        match["kind"][0] in "Mm",
        match.start("kind"),
        bracket + 1 if bracket >= 0 else end,
        responders,
        _clean(layout, also_for),
    )


def _clean(layout: Layout, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Without a comma or stop behind a post."""
    found = []
    for span in spans:
        end = span.end
        while end > span.start and layout.view[end - 1] in ",.; \n":
            end -= 1
        found.append(Span(span.start, end))
    return tuple(found)


def _responders(layout: Layout, start: int, end: int) -> tuple[Responder, ...]:
    found: list[Responder] = []
    position = start
    while (match := _TITLE.search(layout.view, position, end)) is not None:
        title = Span(*match.span("title"))
        if _OF.match(layout.view, match.end(), end) or match.end() >= end:
            after = _NEXT_POST.search(layout.view, match.end(), end)
            position = after.start() if after else end
            post = layout.strip(match.start(), position)
            found.append(Responder(title, None, _clean(layout, (post,))[0] if post else None))
            position = after.end() if after else end
            continue
        position, several = _named(layout, title, match.end(), end)
        found += several
    return tuple(found)


def _named(layout: Layout, title: Span, start: int, end: int) -> tuple[int, list[Responder]]:
    """ "Ministers A (X) en B (Y)": the names up to the first word that is none."""
    found: list[Responder] = []
    position = start
    while (named := _NAMED.match(layout.view, position, end)) is not None:
        name = layout.strip(*named.span("name"))
        found.append(Responder(title, name, Span(*named.span("post"))))
        joint = _AND.match(layout.view, named.end(), end)
        position = named.end()
        if joint is None or _TITLE.match(layout.view, joint.end(), end):
            break
        position = joint.end()
    return position, found
