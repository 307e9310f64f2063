"""The head of a paper in plain text: session year, Chamber, dossiers, number, title, dates."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sovgraph.model import QUESTIONS, Chamber, Dated, DossierHead, Genre, Meta, Span
from sovgraph.structure.chamber import chamber_of, foot_session
from sovgraph.structure.dates import DATE_TEXT, read_date
from sovgraph.structure.genre import genre_of_title
from sovgraph.structure.genre_words import HEAD, genre_of_words
from sovgraph.structure.identity import CASE_NUMBER, gazette_id, genre_by_id, paper_id, printed_id, session, session_on
from sovgraph.structure.layout import Layout, Line
from sovgraph.structure.site_row import SiteRow, read_site_row

HEAD_LINES = 70
_PLAIN_TITLE = 120
_SESSION = re.compile(r"(?:Vergaderjaar|Parlementair jaar)\s+(\d{4})\s*[-/]\s*(\d{4}|\d\d)(?!\d)")
_SESSION_OF_MEETING = re.compile(
    r"^Verslag van de vergadering van [^\n(]{8,30}\((\d{4})/(\d{4}|\d\d) nr\.", re.MULTILINE
)
_CHAMBER = re.compile(r"(Eerste|Tweede) Kamer der Staten-Generaal\W*[12]?\W*")
_DOSSIER = re.compile(
    r"(?P<number>\d\d[ .]?\d{3})(?P<first>,\s*nr\.?\s*\d{1,3}(?=\s*$))?"
    r"(?:(?:\s*-\s*|\s+)(?P<chapter>[IVXLC]{1,7}[A-E]?|[A-L])(?![\w.])|\s?-\s?(?P<council>\d{2,3})(?!\d))?"
    r"(?P<kingdom>\s*\(\s*R ?\d{3,4}\s*\))?(?:\s+(?P<title>\S.*)|\s*)"
)
_NO_TITLE = re.compile(
    r"(?:[IVXLC]{1,7}[A-E]?|[A-M])?\s*,\s*(?:nrs?|letters?)\b|(?:en|,)\s+\d\d[ .]?\d{3}\s*,\s*nrs?\b|nrs?\.?\s*\d"
)
""" "36 200 XVI, nr. 12 is aangenomen": a reference that begins a text is no head."""
_OWN_DOSSIER = re.compile(r"(?P<number>C[CLXVI]{0,7})(?:\s+(?P<title>[A-Z][a-z].*))?")
_NUMBER_EK = re.compile(r"(?P<number>[A-Z]{1,2})(?P<mark>\d{1,2})?(?P<rest>\s+[A-Z][A-Z].*)?")
_NUMBER_TK = re.compile(
    rf"(?:[Nn][Rr]\.?\s*|(?={CASE_NUMBER.pattern}\s))(?P<number>{CASE_NUMBER.pattern}|\d{{1,5}}[a-z]?)(?P<mark>)(?P<rest>\s+\S.*)?"
)
_REPRINT = re.compile(r"HERDRUK\d{0,2}")
_DATE_LINE = re.compile(
    rf"^[^\w\n]*(?P<kind>vastgesteld|voorgesteld|ontvangen|ingezonden)\b[^.\d()]{{0,60}}?(?P<date>{DATE_TEXT})",
    re.IGNORECASE | re.MULTILINE,
)
_DATE_IN_BRACKETS = re.compile(
    rf"[(\[]\s*(?P<kind>ingezonden|ontvangen)\s*:?\s+(?:op\s+|d\.d\.\s+)?(?P<date>{DATE_TEXT})", re.IGNORECASE
)
_YOUR_LETTER = re.compile(rf"\b[Ii]n\s+antwoord\s+op\s+uw\s+(?:brief|vragen)\s+van\s+(?P<date>{DATE_TEXT})")
"""An answer by letter names the day on which the Chamber sent the questions."""
_FIRST_HEADING = re.compile(
    r"(?:(?:[IA1]\.?\s+)?ALGEMEEN(?: DEEL)?|INHOUDSOPGAVE|INLEIDING|TOELICHTING|ALGEMENE TOELICHTING)\W*\Z"
    r"|(?:[IA1]|§ ?1)[.)]?\s+[A-Z]|(?:ARTIKEL|DEEL|HOOFDSTUK|ONDERDEEL|PARAGRAAF|BIJLAGE)\s+[IA1]\b"
    r"|ARTIKELSGEWIJZE?\b"
)
_KINGDOM = re.compile(r"\(?\s*R ?\d{3,4}\s*\)?")
_CHAPTER = re.compile(r"[IVXLC]{1,7}[A-E]?")
_NUMBERS = re.compile(r"[Nn][Rr][Ss]\.?\s+\d")
_OLD_NUMBER = re.compile(r"[Nn]r\.?\s+\d{1,4}[a-z]?")
_GLUED_MARK = re.compile(r"(?<=[A-Z)])\d{1,2}\Z")
_OWN_LINE_DATE = re.compile(rf"^(?P<date>{DATE_TEXT})[ ]*$", re.MULTILINE)
_PLACE_DATE = re.compile(rf"^['’‘]?[A-Za-z][\w '-]{{2,24}}, (?P<date>{DATE_TEXT})[ ]*$", re.MULTILINE)
_AFTER_NUMBER = re.compile(r"(?:HERDRUK|Aan\b|Vastgesteld\b|Ontvangen\b|Voorgesteld\b|Brief\b|Vergaderjaar\b)")
_STOP = re.compile(r"(?:Aan (?:de|het)|De (?:vaste|algemene|tijdelijke)|Vraag \d|De Kamer,|Voorgesteld|Vastgesteld)\b")
_AH_NUMBER = re.compile(r"\d{1,5}")
_ASKED = re.compile(r"Vra(?:ag|gen) van (?:het lid|de leden)\b.{0,2500}?(?=\s*\(\s*ingezonden\b|\n\s*\n)", re.DOTALL)
_MEETING = re.compile(
    rf"(?<!Zie )(?:vergadering|e-mailprocedure) van \w{{3,6}}dag (?P<a>{DATE_TEXT})"
    rf"|^Verslag van de vergadering van (?P<d>{DATE_TEXT})"
    rf"|^\d{{1,3}}e vergadering,? \w{{3,6}}dag (?P<b>{DATE_TEXT})"
    rf"|^(?:Datum|Vergadering)\s*: *(?:\w{{3,6}}dag )?(?P<c>{DATE_TEXT})",
    re.IGNORECASE | re.MULTILINE,
)
_OF_AN_ACT = re.compile(rf"^(?:Rijkswet|Wet|Besluit) van (?P<date>{DATE_TEXT})", re.MULTILINE)
_MEETINGS = (Genre.PROCEEDINGS, Genre.DECISIONS, Genre.COMMITTEE_DEBATE)


@dataclass(slots=True)
class _Head:
    """What the lines of the head have given so far."""

    dossiers: list[DossierHead] = field(default_factory=list)
    number: Span | None = None
    title: list[Span] = field(default_factory=list)
    chamber: Chamber | None = None
    reprint: bool = False


def read_head(layout: Layout) -> Meta:
    """Reads the head line by line until the title and what follows it."""
    head = _Head()
    if sum(not line.blank for line in layout.lines) < 2:
        return _meta(head, layout)  # a single line is no paper with a head, but words from one
    for line in _first_lines(layout):
        text = layout.text(line)
        if _REPRINT.fullmatch(text):
            head.reprint = True
        elif not _take(head, layout, line, text):
            break
    return _meta(head, layout)


def title_line(layout: Layout, meta: Meta) -> Span | None:
    """The line in capitals that could be the title of a paper with a dossier or session, where none was known."""
    if not meta.dossiers and meta.session_year is None:
        return None
    start = meta.number_span.end if meta.number_span else meta.dossiers[-1].span.end if meta.dossiers else 0
    lines = (line for line in _first_lines(layout) if line.start >= start)
    return next((Span(x.start, x.end) for x in lines if _capitals(layout.text(x))), None)


def _first_lines(layout: Layout) -> Iterator[Line]:
    seen = 0
    for line in layout.lines:
        if not line.blank:
            seen += 1
            yield line
        if seen >= HEAD_LINES:
            return


def _take(head: _Head, layout: Layout, line: Line, text: str) -> bool:
    """Uses one line; False when the head is over."""
    if not text or (_STOP.match(text) and (head.title or head.dossiers)):
        return False
    chamber = _CHAMBER.fullmatch(text)
    if chamber:
        head.chamber = Chamber.EK if chamber.group(1) == "Eerste" else Chamber.TK
        return True
    if head.title:
        return _capitals(text) and _continue_title(head, layout, line, text)
    if _dossier(head, layout, line, text):
        return True
    before = _numbered_title(text) or (head.chamber is Chamber.EK and _OLD_NUMBER.fullmatch(text))
    if (head.dossiers or before) and _number(head, layout, line, text):
        return True
    if genre_of_title(text) is not Genre.UNKNOWN and (_capitals(text) or _plain_title(head, layout, line, text)):
        head.title.append(Span(line.start, line.end))
    elif head.dossiers and not _NUMBERS.match(text) and not _numbered_after(head):
        _continue_dossier(head, layout, line)
    return True


def _numbered_after(head: _Head) -> bool:
    """Whether the paper's number stood behind its dossier, so that what follows is no title of the dossier."""
    return head.number is not None and head.number.start > head.dossiers[-1].span.start


def _plain_title(head: _Head, layout: Layout, line: Line, text: str) -> bool:
    """ "Memorie van toelichting" in small letters is a title where the paper's number stands right before it."""
    if not head.dossiers or head.number is None or layout.view[head.number.end : line.start].strip():
        return False
    return len(text) < _PLAIN_TITLE and text[0].isupper() and text[-1] not in ".:;,?"


def _dossier(head: _Head, layout: Layout, line: Line, text: str) -> bool:
    match = _DOSSIER.fullmatch(text)
    own = _OWN_DOSSIER.fullmatch(text) if match is None and not head.dossiers else None
    found = match or own
    if found is None or (own is not None and not _own_dossier(layout, line)):
        return False
    if found["title"] and _NO_TITLE.match(found["title"]):
        return False
    suffix = (match["chapter"] or match["council"]) if match else None
    if match is not None and suffix and suffix.isalpha() and _is_title(found["title"]):
        return _all_on_one_line(head, layout, line, match)
    title = Span(line.start + found.start("title"), line.end) if found["title"] else None
    end = line.start + (found.start("title") if found["title"] else len(text))
    if match is not None and match["first"]:
        end = line.start + match.end("number")  # "26 976, nr. 1": named by its first paper
    span = layout.strip(line.start, end) or Span(line.start, line.end)
    head.dossiers.append(DossierHead(re.sub(r"\W", "", found["number"]), suffix, span, title))
    return True


def _is_title(words: str | None) -> bool:
    return bool(words) and _capitals(words or "") and genre_of_title(words or "") is not Genre.UNKNOWN


def _numbered_title(text: str) -> bool:
    """ "Nr. 33 BRIEF VAN DE MINISTER" is a head, too, when a site has dropped the dossier above it."""
    match = _NUMBER_TK.fullmatch(text)
    return match is not None and _is_title((match["rest"] or "").strip())


def _all_on_one_line(head: _Head, layout: Layout, line: Line, match: re.Match[str]) -> bool:
    """ "34902 G BRIEF VAN DE MINISTER": dossier, letter and title; the letter is no chapter of a budget then."""
    span = layout.strip(line.start, line.start + match.end("number")) or Span(line.start, line.end)
    head.dossiers.append(DossierHead(re.sub(r"\W", "", match["number"]), None, span))
    head.number = Span(line.start + match.start("chapter"), line.start + match.end("chapter"))
    head.title.append(Span(line.start + match.start("title"), line.end))
    return True


def _own_dossier(layout: Layout, line: Line) -> bool:
    """A roman number counts after the session year, or where the paper's letter and title follow it."""
    if _SESSION.search(layout.view, 0, line.start) is not None:
        return True
    index = layout.line_index(line.start) + 1
    for following in [x for x in layout.lines[index : index + 12] if not x.blank][:3]:
        number = _NUMBER_EK.fullmatch(layout.text(following))
        if number is not None and number["rest"]:
            return genre_of_title(number["rest"]) is not Genre.UNKNOWN
    return False


def _continue_dossier(head: _Head, layout: Layout, line: Line) -> None:
    """A further line of the title of the last dossier; a blank line ends it."""
    last = head.dossiers[-1]
    if last.title is None and _KINGDOM.fullmatch(layout.text(line)):
        return
    if last.title is None and last.suffix is None and _CHAPTER.fullmatch(layout.text(line)):
        head.dossiers[-1] = DossierHead(last.number, layout.text(line), Span(last.span.start, line.end))
        return
    begin = last.title or Span(line.start, line.start)
    between = layout.raw[begin.end : line.start]
    if last.title is not None and (between.count("\n") > 1 or len(between) > 4):
        return
    title = Span(begin.start, line.end)
    head.dossiers[-1] = DossierHead(last.number, last.suffix, last.span, title)


def _number(head: _Head, layout: Layout, line: Line, text: str) -> bool:
    match = _NUMBER_TK.fullmatch(text) or _NUMBER_EK.fullmatch(text)
    if match is None or head.number is not None:
        return False
    rest = (match["rest"] or "").strip()
    if not rest and match["number"].isalpha() and not _may_be_letter(head, layout, line):
        return False
    if rest and not _may_be_title(match["number"], rest):
        return False
    head.number = Span(line.start + match.start("number"), line.start + match.end("number"))
    reprint = _REPRINT.match(rest)
    if reprint:
        head.reprint = True
        rest = rest[reprint.end() :].strip()
    if rest:
        head.title.append(Span(line.end - len(rest), line.end))
    return True


def _may_be_letter(head: _Head, layout: Layout, line: Line) -> bool:
    """A letter on a line of its own is a paper's when its title or address follows.

    "EU" under the dossier's number is its short title, "A" under "NOTA VAN WIJZIGING" the first part of the change.
    """
    index = layout.line_index(line.start) + 1
    after = next((layout.text(x) for x in layout.lines[index : index + 8] if not x.blank), "")
    follows = _capitals(after) or _AFTER_NUMBER.match(after) or genre_of_title(after) is not Genre.UNKNOWN
    return head.dossiers[-1].title is not None and bool(follows)


def _may_be_title(number: str, rest: str) -> bool:
    """After "Nr. 24" any words in capitals are a title, of a kind that has no genre here too."""
    known = bool(_REPRINT.match(rest)) or genre_of_title(rest) is not Genre.UNKNOWN
    return known or (number[0].isdigit() and _capitals(rest))


def _continue_title(head: _Head, layout: Layout, line: Line, text: str) -> bool:
    """Whether a line in capitals goes on with the title; the first heading of the paper itself doesn't."""
    if _FIRST_HEADING.match(text) or layout.blank_between(head.title[-1].end, line.start):
        return False
    head.title.append(Span(line.start, line.end))
    return True


def _capitals(text: str) -> bool:
    """Printed in capitals, as titles are; the conversion may have damaged some ("VOorzITTERS")."""
    letters = sum(map(str.isalpha, text))
    return letters >= 5 and sum(map(str.isupper, text)) >= 0.75 * letters


def _meta(head: _Head, layout: Layout) -> Meta:
    view = layout.view
    genre = genre_of_title(view[head.title[0].start : head.title[-1].end]) if head.title else Genre.UNKNOWN
    title = _title(head, view)
    if genre in (Genre.UNKNOWN, Genre.LETTER):
        by_words, found = genre_of_words(view)
        if genre is Genre.UNKNOWN or by_words is Genre.ANSWERED_QUESTIONS:
            genre = by_words
            title = title or (_line_of(layout, found.start(found.lastgroup or 0)) if found else None)
    printed = printed_id(layout)
    genre = genre_by_id(printed, genre)
    row = read_site_row(view) if not head.dossiers else None
    year = session(_SESSION.search(view, 0, 6_000)) or foot_session(layout) or (row.session if row else None)
    year = year or session(_SESSION_OF_MEETING.search(view, 0, 3_000))
    _from_row(head, row, genre)
    number, number_span = _own_number(head, layout, genre)
    chamber = head.chamber or chamber_of(layout, genre, tuple(head.dossiers), number, printed)
    title = _asked(view, genre) or title
    dates = dates_of(view, genre, title)
    day = next((d.value for d in dates if d.kind != "dagtekening"), None)
    dossiers = tuple(head.dossiers)
    official = printed or paper_id(genre, chamber, year or session_on(day), dossiers, number, head.reprint)
    official = official or (gazette_id(view) if genre is Genre.GAZETTE else None)
    words = " ".join(view[title.start : title.end].split()) if title else None
    return Meta(
        official, chamber, year, dossiers, number, number_span, genre, title, words, title, dates, head.reprint,
    )  # fmt: skip


def _title(head: _Head, view: str) -> Span | None:
    """All lines of the title, without the mark of a note that stands against its last word."""
    if not head.title:
        return None
    start, end = head.title[0].start, head.title[-1].end
    mark = _GLUED_MARK.search(view, start, end)
    return Span(start, mark.start() if mark else end)


def _from_row(head: _Head, row: SiteRow | None, genre: Genre) -> None:
    """Completes a head without a dossier from the row of the publisher's site."""
    if row is None or not (row.dossier or genre is Genre.ANSWERED_QUESTIONS):
        return
    head.chamber = head.chamber or row.chamber
    head.number = row.number
    if row.dossier is not None:
        head.dossiers.append(row.dossier)


def _line_of(layout: Layout, offset: int) -> Span:
    line = layout.lines[layout.line_index(offset)]  # from the words that say so: a field name may stand before
    return Span(offset, line.end)


def _asked(view: str, genre: Genre) -> Span | None:
    """Of questions the sentence that says who asks whom about what is the title."""
    if genre not in QUESTIONS:
        return None
    found = _ASKED.search(view, 0, 8_000)
    return Span(*found.span()) if found else None


def _own_number(head: _Head, layout: Layout, genre: Genre) -> tuple[str | None, Span | None]:
    if head.number is not None:
        return layout.view[head.number.start : head.number.end], head.number
    if genre in QUESTIONS and not head.dossiers:
        appendix = "Aanhangsel van de Handelingen" in layout.view[:600]
        for line in layout.lines[:14]:
            text = layout.text(line)
            if CASE_NUMBER.fullmatch(text) or (appendix and _AH_NUMBER.fullmatch(text)):
                return text, Span(line.start, line.end)
            if text.startswith("Vragen van"):
                break
    return None, None


def dates_of(view: str, genre: Genre, title: Span | None) -> tuple[Dated, ...]:
    found: list[Dated] = []
    # "(ingezonden 5 mei, kenmerk ...)" in a letter is the date of the questions that it speaks of.
    in_brackets = _DATE_IN_BRACKETS.finditer(view, 0, 8_000) if genre in QUESTIONS else ()
    for match in (*in_brackets, *_DATE_LINE.finditer(view, 0, 6_000)):
        _add_date(found, match["kind"].lower(), match, "date")
    if genre is Genre.ANSWERED_QUESTIONS:
        _add_date(found, "ingezonden", _YOUR_LETTER.search(view, 0, 8_000), "date")
    if genre is Genre.GAZETTE:
        _add_date(found, "dagtekening", _OF_AN_ACT.search(view, 0, 6_000), "date")
    if genre is Genre.BILL and title is not None:
        _add_date(found, "dagtekening", _OWN_LINE_DATE.search(view, title.end, title.end + 200), "date")
    if genre is Genre.ROYAL_MESSAGE:
        _add_date(found, "dagtekening", _PLACE_DATE.search(view, 0, HEAD), "date")
    meeting = _MEETING.search(view, 0, 2_000) if genre in _MEETINGS else None
    _add_date(found, "vergadering", meeting, (meeting and meeting.lastgroup) or "a")
    return tuple(sorted(found, key=lambda d: d.span.start))


def _add_date(found: list[Dated], kind: str, match: re.Match[str] | None, group: str) -> None:
    """The first date of each kind counts."""
    value = read_date(match[group]) if match else None
    if match is not None and value is not None and all(d.kind != kind for d in found):
        found.append(Dated(kind, value, Span(*match.span(group))))
