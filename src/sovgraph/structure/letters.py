"""The letters printed in a paper: where each begins, its address, date, body, signatures and kind."""

import re
from collections.abc import Iterator

from sovgraph.model import Dated, Genre, Letter, ListedLetter, Meta, Signer, Span
from sovgraph.structure.dates import DATE_TEXT, read_date
from sovgraph.structure.edges import trimmed
from sovgraph.structure.kinds import kind_by_words, letter_kind
from sovgraph.structure.layout import Layout, Line
from sovgraph.structure.office import read_office_letter
from sovgraph.structure.senders import copies, is_government, listed, senders
from sovgraph.structure.signers import read_signers

_HEADING = re.compile(r"BRIEF\s+(?:VAN|AAN)\b", re.IGNORECASE)
_HEADED_TO = re.compile(r"BRIEF\s+AAN\s+(?=\S)", re.IGNORECASE)
_ADDRESSED_TO = re.compile(r"Aan\s+de\s+(?:[Mm]inisters?|[Ss]taatssecretaris(?:sen)?|[Vv]oorzitter)\b")
_TO_A_CHAMBER = re.compile(r"voorzitter\s+van\s+de\s+(?:eerste|tweede)\s+kamer\b", re.IGNORECASE)
_ADDRESS = re.compile(r"Aan\s+(?=\S)")
_PLACE_DATE = re.compile(
    rf"(?P<place>'?[^\W\d_][^\W\d]*(?:[ '-][^\W\d]+){{0,3}})\s*,\s*(?P<date>{DATE_TEXT})\.?", re.IGNORECASE
)
_DEADLINE = re.compile(
    r"(?:uiterlijk\s+)?binnen\s+(?:een\s+termijn\s+van\s+)?(?:\d{1,2}|een|één|twee|drie|vier|vijf|zes|acht|tien|twaalf)"
    r"\s+(?:weken|week|dagen|maanden|maand)(?:\s+na\s+(?:dagtekening|ontvangst|verzending)(?:\s+van\s+deze\s+brief)?)?"
    rf"|(?:uiterlijk|vóór|voor)\s+(?:op\s+)?{DATE_TEXT}",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"^ *(?:Betreft|Onderwerp)\s*:\s*(?P<subject>\S[^\n]*)", re.MULTILINE)
_KENMERK = re.compile(r"^ *(?:Ons kenmerk|Kenmerk)\s*:?\s+(?P<kenmerk>[A-Z0-9][\w/.-]{3,40})", re.MULTILINE)
_HEAD_LINES = 14
_MORE_THAN_A_SIGNATURE = 200
_FROM_OFFICES = (Genre.ANSWERED_QUESTIONS, Genre.UNKNOWN, Genre.LETTER)
_WITH_LETTERS = (Genre.CONSULTATION_REPORT, Genre.FURTHER_CONSULTATION_REPORT)
_LIST_START = re.compile(r"verslag\s+bestaat\s+uit\s*:", re.IGNORECASE)
_LIST_ITEM = re.compile(
    rf"[-•o*·]?\s*(?:De|Een|Het)\b[^.]{{0,120}}?\b[a-z]*(?:brief|bericht)\w*\b[^.]{{0,80}}?{DATE_TEXT}", re.IGNORECASE
)


def read_letters(layout: Layout, meta: Meta, listed_letters: tuple[ListedLetter, ...]) -> tuple[Letter, ...]:
    """One letter for each heading; a paper that is itself a letter has one."""
    headings = list(_headings(layout, meta))
    if not headings and meta.genre in _FROM_OFFICES:
        office = read_office_letter(layout)
        return (office,) if office else ()
    ends = [*[heading.start for heading in headings[1:]], len(layout.view)]
    return tuple(
        _letter(layout, f"l{number}", heading, end, listed_letters)
        for number, (heading, end) in enumerate(zip(headings, ends, strict=False), start=1)
    )


def read_listed(layout: Layout) -> tuple[ListedLetter, ...]:
    """The list after "Dit verslag bestaat uit:"."""
    begin = _LIST_START.search(layout.view, 0, 12_000)
    if begin is None:
        return ()
    found = []
    for index in range(layout.line_index(begin.end()) + 1, len(layout.lines)):
        line = layout.lines[index]
        if line.blank:
            continue
        match = _LIST_ITEM.match(layout.text(line))
        if match is None:
            break
        text = layout.text(line)
        bullet = len(text) - len(text.lstrip("-•o*· "))
        kind = kind_by_words(match.group())
        found.append(ListedLetter(kind, read_date(match.group()), Span(line.start + bullet, line.end)))
    return tuple(found)


def _headings(layout: Layout, meta: Meta) -> Iterator[Span]:
    """Lines in capitals that begin with "BRIEF VAN", with the lines in capitals after them."""
    index = 0
    own = meta.title_span if meta.genre is Genre.LETTER else None
    while index < len(layout.lines):
        line = layout.lines[index]
        index += 1
        if own is not None and line.start <= own.start < max(line.end, line.start + 1):
            yield own
            index = max(index, layout.line_index(own.end))
            continue
        text = layout.text(line)
        if meta.genre in _WITH_LETTERS and _ADDRESSED_TO.match(text) and _dated(layout, index):
            yield Span(line.start, line.end)
            continue
        if not _HEADING.match(text) or not (_is_capitals(text) or _addressed(layout, index)):
            continue
        end = line.end
        while index < len(layout.lines) and _is_capitals(layout.text(layout.lines[index])):
            end = layout.lines[index].end
            index += 1
        yield Span(line.start, end)
        index = _after_address(layout, index)


def _after_address(layout: Layout, index: int) -> int:
    """Past the line "Aan ..." of a letter that has a heading: it begins no letter of its own."""
    for at, line in enumerate(layout.lines[index : index + 4], start=index):
        if not line.blank:
            return at + 1 if _ADDRESS.match(layout.text(line)) else index
    return index


def _dated(layout: Layout, index: int) -> bool:
    """Whether place and date are the next printed line: so begin letters whose heading a site has dropped."""
    following = next((line for line in layout.lines[index : index + 4] if not line.blank), None)
    return following is not None and _place_date(following, layout.text(following)) is not None


def _addressed(layout: Layout, index: int) -> bool:
    """Whether "Aan ..." is the next printed line: then a heading in small letters is one, too."""
    if layout.lines[index - 1].end - layout.lines[index - 1].start > 200:
        return False
    following = next((line for line in layout.lines[index : index + 4] if not line.blank), None)
    return following is not None and _ADDRESS.match(layout.text(following)) is not None


def _is_capitals(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 3 and sum(c.isupper() for c in letters) >= 0.75 * len(letters)


def _letter(layout: Layout, key: str, heading: Span, end: int, listed_letters: tuple[ListedLetter, ...]) -> Letter:
    span = layout.strip(heading.start, end) or heading
    after, addressees, place, dated = _address(layout, heading.end, span.end)
    to = _HEADED_TO.match(layout.view, heading.start, heading.end) or _ADDRESS.match(layout.view, heading.start)
    addressees = listed(layout, to.end(), heading.end) if to else addressees
    signers, signed_at = read_signers(layout, after, span.end)
    body = _body(layout, after, signers, signed_at, span.end)
    start_words, end_words = body.start, min(signed_at or body.end, span.end)
    sent = () if to else senders(layout, heading)
    government = is_government(layout, sent) or (to is not None and _to_a_chamber(layout, addressees))
    kind = letter_kind(layout, government, body, dated, listed_letters)
    asks = kind in ("questions", "reminder")
    deadline = layout.find(_DEADLINE, body.start, body.end) if asks else None
    subject = layout.find(_SUBJECT, heading.end, min(after + 600, span.end))
    kenmerk = layout.find(_KENMERK, heading.end, min(after + 600, span.end))
    return Letter(
        key=key,
        kind=kind,
        span=span,
        heading=heading,
        body=body,
        senders=sent,
        addressees=addressees,
        place=place,
        date=dated,
        deadline=Span(*deadline.span()) if deadline else None,
        copies=copies(layout, start_words, max(end_words, body.end)),
        signers=signers,
        subject=Span(*subject.span("subject")) if subject else None,
        own_kenmerk=Span(*kenmerk.span("kenmerk")) if kenmerk else None,
    )


def _to_a_chamber(layout: Layout, addressees: tuple[Span, ...]) -> bool:
    return any(_TO_A_CHAMBER.match(layout.view, span.start, span.end) for span in addressees)


def _address(layout: Layout, start: int, end: int) -> tuple[int, tuple[Span, ...], Span | None, Dated | None]:
    """Where the head of a letter ends, those it is sent to, place and date."""
    addressees: list[Span] = []
    seen = 0
    for index in range(layout.line_index(start), len(layout.lines)):
        line = layout.lines[index]
        if line.start < start or line.blank:
            continue
        seen += 1
        if line.start >= end or seen > _HEAD_LINES:
            break
        text = layout.text(line)
        dated = _place_date(line, text)
        if dated is not None:
            return line.end, tuple(addressees), *dated
        to = _ADDRESS.match(text)
        if to and not addressees:
            addressees += listed(layout, line.start + to.end(), line.end)
    after = addressees[-1].end if addressees else start
    return after, tuple(addressees), None, None


def _place_date(line: Line, text: str) -> tuple[Span, Dated] | None:
    match = _PLACE_DATE.fullmatch(text)
    value = read_date(match["date"]) if match else None
    if match is None or value is None:
        return None
    place = Span(line.start, line.start + match.end("place"))
    date_span = Span(line.start + match.start("date"), line.start + match.end("date"))
    return place, Dated("dagtekening", value, date_span)


def _body(layout: Layout, start: int, signers: tuple[Signer, ...], signed_at: int | None, end: int) -> Span:
    """From the head to the signature; to the end when the answers stand after the signature."""
    stop = end
    if signed_at is not None:
        last = max(s.end for signer in signers for s in (signer.name, signer.role) if s is not None)
        rest = trimmed(layout, last, end)
        stop = end if rest is not None and _goes_on(layout, rest) else signed_at
    return trimmed(layout, start, stop) or Span(start, start)


def _goes_on(layout: Layout, rest: Span) -> bool:
    """Whether what stands behind a signature is more of the letter: much text, or a question that is answered."""
    return rest.end - rest.start > _MORE_THAN_A_SIGNATURE or "?" in layout.view[rest.start : rest.end]
