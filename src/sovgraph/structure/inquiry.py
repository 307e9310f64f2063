"""Written questions of members: who asks whom about what, who answers, and what a notice of delay says."""

import re
from collections.abc import Iterator
from dataclasses import replace

from sovgraph.model import QUESTIONS, Dated, Exchange, Inquiry, Letter, Meta, Span
from sovgraph.structure.asking_titles import AskingTitle, own_title
from sovgraph.structure.edges import without_marks
from sovgraph.structure.identity import CASE_NUMBER
from sovgraph.structure.kinds import puts_off
from sovgraph.structure.layout import Layout
from sovgraph.structure.responders import Reply, read_reply
from sovgraph.structure.senders import listed

CASE = rf"{CASE_NUMBER.pattern}|2\d{{9}}"
"""The number of questions; until 2009 of ten figures."""
_TO = re.compile(r"\s+aan\s+(?=(?:de|het)\b)")
_ABOUT = re.compile(
    # "Sportover", "overde": text made from PDF loses blanks at line ends
    r"(?:\s*,?\s+|(?<=[a-z]))(?:over(?:\s+|(?=(?:de|het|een|zijn|haar|uw)\s))|(?:inzake|betreffende|omtrent|aangaande)\s+"
    r"|naar\s+aanleiding\s+van\s+|met\s+betrekking\s+tot\s+)"
)
_SENT = re.compile(rf"\s*[(\[]\s*(?:[Ii]ngezonden|[Oo]ntvangen|{CASE_NUMBER.pattern})\b")
_STOP = re.compile(
    r"\n\s*\n|\n\s*(?:Antwoord|Mededeling|Vraag\s+\d|Vragen\s+\d|\d{1,2}\s*\.?\s*\n)"
    r"|\.?\s+(?:Antwoord|Mededeling)\s+van\s|\s*\.\s*(?=\n)"
)
_LONGEST = 2_500
_GOES_ON = re.compile(r"\s*[a-z(\"'&]")
_NOTICE = re.compile(r"Mededeling\s*[:.]?")
_EARLIER = re.compile(
    r"[Zz]ie\s+(?:ook\s+)?(?P<what>(?:het\s+)?Aanhangsel\s[^.;()]{0,90}?nrs?\.?\s*\d{1,4}(?:\s*(?:,|en)\s*(?:nrs?\.?\s*)?\d{1,4}(?!\d))*)"
)
_SUPPLEMENTS = re.compile(
    r"Deze\s+vragen\s+(?:dienen|zijn)\s+(?:ter|als|een)\s+(?:aanvulling|vervolg)\b[^\n]*(?:\n(?!\s*\n)[^\n]*){0,5}"
)
_CASE = re.compile(rf"(?<![\w-])(?:{CASE})(?!\w)")
_CASE_WORDS = re.compile(r"(?:vraagnummers?|kenmerk|nummers?|nr\.?|[(:])\s*:?\s*\Z", re.IGNORECASE)


def read_inquiry(
    layout: Layout, meta: Meta, letters: tuple[Letter, ...], exchanges: tuple[Exchange, ...]
) -> Inquiry | None:
    """The head of written questions; None for other papers, and when it says nothing that can be read."""
    if meta.genre not in QUESTIONS:
        return None
    title = own_title(layout)
    first = min((e.question.start for e in exchanges if e.question), default=len(layout.view))
    reply = read_reply(layout, title.end if title else 0)
    notice = _notice(layout, letters, exchanges, reply)
    if title is None and reply is None and notice is None:
        return None
    delay = puts_off(layout, notice) if notice else None
    to, subject = _after_names(layout, title) if title else ((), None)
    head_end = reply.end if reply else title.end if title else 0
    return Inquiry(
        span=Span(title.start if title else 0, max(head_end, subject.end if subject else 0)),
        askers=title.askers if title else (),
        addressees=to,
        subject=subject,
        cases=_cases(layout, meta, letters, notice, first),
        responders=reply.responders if reply else (),
        also_for=reply.also_for if reply else (),
        notice=notice,
        delay=delay,
        earlier=tuple(
            Span(*m.span("what")) for m in _EARLIER.finditer(layout.view, head_end, min(first, head_end + 400))
        ),
        supplements=_supplements(layout),
    )


def with_inquiry(layout: Layout, meta: Meta, inquiry: Inquiry | None) -> Meta:
    """Who asks whom about what is the title; the day on which a notice of delay was received is not of an answer."""
    if inquiry is None:
        return meta
    span, own = inquiry.span, meta.title_span
    if inquiry.subject is not None and (own is None or own.end <= span.start or own.start >= span.end):
        title = Span(span.start, inquiry.subject.end)
        meta = replace(meta, title=" ".join(title.of(layout.view).split()), title_span=title)
    if inquiry.delay is None:
        return meta
    dates = tuple(Dated("uitstel", d.value, d.span) if d.kind == "ontvangen" else d for d in meta.dates)
    return replace(meta, dates=dates)


def asked_by_head(exchanges: tuple[Exchange, ...], inquiry: Inquiry | None) -> tuple[Exchange, ...]:
    """The members and parties of the head ask every question of the paper."""
    if inquiry is None or not inquiry.askers:
        return exchanges
    members = tuple(a.name for a in inquiry.askers)
    parties = tuple(dict.fromkeys(a.party for a in inquiry.askers if a.party is not None))
    return tuple(replace(e, asked_by=e.asked_by or parties, askers=members) for e in exchanges)


def _after_names(layout: Layout, title: AskingTitle) -> tuple[tuple[Span, ...], Span | None]:
    """Addressees and subject: what stands behind "aan" and behind "over"."""
    view = layout.view
    limit = min(title.end + _LONGEST, len(view))
    sent = _SENT.search(view, title.end, limit)
    stop = _STOP.search(view, title.end, sent.start() if sent else limit)
    end = min(x.start() for x in (sent, stop) if x) if sent or stop else limit
    to = _TO.match(view, title.end, end) or _TO.search(view, title.end, min(title.end + 40, end))
    about = _ABOUT.search(view, to.end() if to else title.end, end)
    posts = listed(layout, to.end(), about.start() if about else end) if to else ()
    if about is None:
        return posts, None
    if sent is None or end < sent.start():
        end = _line_end(layout, about.end(), end)
    while end > about.end() and layout.view[end - 1] in ". \n":
        end -= 1
    return posts, without_marks(layout, about.end(), end)


def _line_end(layout: Layout, start: int, limit: int) -> int:
    """Without "(ingezonden …)" the subject ends with its line; a line that begins small goes on with it."""
    index = layout.line_index(start)
    end = layout.lines[index].end
    for line in layout.lines[index + 1 :]:
        if (
            line.start >= limit
            or line.blank
            or not (_GOES_ON.match(layout.view, line.start) or layout.view[end - 1] == "-")
        ):
            break
        end = line.end
    return max(min(end, limit), start)


def _notice(
    layout: Layout, letters: tuple[Letter, ...], exchanges: tuple[Exchange, ...], reply: Reply | None
) -> Span | None:
    """What a minister says instead of answers: behind a line "Mededeling", or a letter that puts off."""
    for line in layout.lines:
        if not line.blank and layout.view[line.start] == "M" and _NOTICE.fullmatch(layout.text(line)):
            begin = reply.end if reply and reply.notice and reply.start > line.start else line.end
            return without_marks(layout, begin, len(layout.view))
    letter = next((x for x in letters if x.kind == "delay"), None)
    if letter is not None and not any(e.answer for e in exchanges):
        return letter.body
    if reply is not None and reply.notice and not any(e.answer for e in exchanges):
        last = max((e.question.end for e in exchanges if e.question), default=0)
        return without_marks(layout, reply.end, len(layout.view)) if reply.end >= last else None
    return None


def _cases(
    layout: Layout, meta: Meta, letters: tuple[Letter, ...], notice: Span | None, first: int
) -> tuple[Span, ...]:
    """The paper's own number when it is a case, else the one number that notice or opening give the questions."""
    if meta.number_span is not None and _CASE.fullmatch(meta.number or ""):
        return (meta.number_span,)
    places = [notice] if notice else []
    places += [
        Span(x.body.start, min(first, x.body.end, x.body.start + 1_500)) for x in letters[:1] if x.body.start < first
    ]
    found = {m.group(): Span(*m.span()) for place in places for m in _numbers(layout, place)}
    return tuple(found.values()) if len(found) == 1 else ()


def _numbers(layout: Layout, place: Span) -> Iterator[re.Match[str]]:
    for match in _CASE.finditer(layout.view, place.start, place.end):
        if _CASE_WORDS.search(layout.view, max(place.start, match.start() - 20), match.start()):
            yield match


def _supplements(layout: Layout) -> tuple[Span, ...]:
    found = (without_marks(layout, *m.span()) for m in _SUPPLEMENTS.finditer(layout.view))
    return tuple(span for span in found if span is not None)
