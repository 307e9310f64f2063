"""Head and notes of a paper whose format states them (official XML): read, not guessed."""

from collections.abc import Iterator
from dataclasses import replace

from sovgraph.model import Chamber, Dated, DossierHead, Genre, Meta, Note, Span
from sovgraph.read import Part, Text
from sovgraph.structure.chamber import chamber_of_number
from sovgraph.structure.dates import DATE, iso_date, read_date
from sovgraph.structure.genre import genre_of_kind, genre_of_root, genre_of_title
from sovgraph.structure.identity import chamber_of_id, genre_by_id, id_in_metadata, paper_id, session_of, session_of_id

_DATE_KINDS = ("vastgesteld", "voorgesteld", "ontvangen", "ingezonden")


def stated_head(text: Text) -> Meta:
    """The head of an official paper by its elements; genre and id also by the metadata in the file."""
    one = {part.role: part for part in reversed(text.parts)}
    number = one.get("number")
    title = one.get("title")
    words = text.text[title.span.start : title.span.end] if title else None
    genre = genre_of_title(words) if words else Genre.UNKNOWN
    if genre is Genre.UNKNOWN:
        genre = _questions(one) or genre_of_kind(text.kind, text.fields)
    dossiers = _dossiers(text.parts)
    chamber = _chamber(text) or chamber_of_number(_words(text, number), dossiers)
    year = session_of(_words(text, one.get("session_year")) or dict(text.fields).get("OVERHEIDop.vergaderjaar", ""))
    number_value = _words(text, number)
    reprint = "HERDRUK" in (_words(text, one.get("number_line")) or "")
    official = id_in_metadata(text.fields) or paper_id(genre, chamber, year, dossiers, number_value, reprint)
    chamber = chamber or (chamber_of_id(official) if official else None)
    return Meta(
        paper_id=official,
        chamber=chamber,
        session_year=year,
        dossiers=dossiers,
        number=number_value,
        number_span=number.span if number else None,
        genre=genre_by_id(official, genre),
        genre_span=title.span if title else None,
        title=words,
        title_span=title.span if title else None,
        dates=_dates(text, one),
        reprint=reprint or bool(official and official.rsplit("-", 1)[-1].startswith("h") and official[-1].isdigit()),
        fields=text.fields,
    )


def _questions(one: dict[str, Part]) -> Genre | None:
    """Written questions, by their own elements."""
    if "question" not in one and "question_asker" not in one:
        return None
    return Genre.ANSWERED_QUESTIONS if "answer" in one or "date_received" in one else Genre.WRITTEN_QUESTIONS


def with_fields(meta: Meta, text: Text) -> Meta:
    """The head of other XML: what its words gave, completed by root and metadata."""
    genre = genre_of_root(text.kind) or meta.genre
    genre = genre if genre is not Genre.UNKNOWN else genre_of_kind(text.kind, text.fields)
    official = id_in_metadata(text.fields) or meta.paper_id
    chamber = meta.chamber or (chamber_of_id(official) if official else None) or _chamber(text)
    stated = next((part for part in text.parts if part.role == "session_year"), None)
    year = (
        meta.session_year or (session_of_id(official) if official else None) or session_of(_words(text, stated) or "")
    )
    return replace(
        meta, genre=genre_by_id(official, genre), paper_id=official, chamber=chamber, session_year=year,
        number=None, number_span=None, dossiers=(), fields=text.fields,
    )  # fmt: skip


def completed(meta: Meta, text: Text) -> Meta:
    """The head of a web page: what its words gave, completed by the metadata of the page."""
    fields = dict(text.fields)
    genre = meta.genre if meta.genre is not Genre.UNKNOWN else genre_of_kind(text.kind, text.fields)
    official = id_in_metadata(text.fields) or meta.paper_id
    chamber = meta.chamber or (chamber_of_id(official) if official else None) or _chamber(text)
    named = {name for name in ("Eerste", "Tweede") if f"{name} Kamer der Staten-Generaal" in fields.get("title", "")}
    if chamber is None and len(named) == 1:  # the site's own name
        chamber = Chamber.EK if "Eerste" in named else Chamber.TK
    year = meta.session_year or session_of(fields.get("OVERHEIDop.vergaderjaar", ""))
    year = year or (session_of_id(official) if official else None)
    return replace(
        meta, genre=genre_by_id(official, genre), paper_id=official, chamber=chamber, session_year=year,
        fields=text.fields,
    )  # fmt: skip


def stated_notes(text: Text) -> tuple[list[Note], list[Span]]:
    """Notes with their anchors, and the stretches at the end that hold them."""
    anchors: dict[str, list[Span]] = {}
    for part in text.parts:
        if part.role == "note_anchor":
            anchors.setdefault(part.value, []).append(part.span)
    bodies = [part for part in text.parts if part.role == "note_body"]
    notes = []
    for part in bodies:
        mine = anchors.get(part.value, [])
        # A mark used twice has as many bodies: the first mark belongs to the first body.
        notes.append(Note(part.value, tuple(mine[:1]) if len(mine) > 1 else tuple(mine), part.span))
        anchors[part.value] = mine[1:] if len(mine) > 1 else mine
    zones = [part.span for part in text.parts if part.role == "note"]
    return notes, zones


def _dossiers(parts: tuple[Part, ...]) -> tuple[DossierHead, ...]:
    titles = {part.group: part.span for part in reversed(parts) if part.role == "dossier_title"}
    suffixes = {part.group: part.value for part in parts if part.role == "suffix"}
    return tuple(
        DossierHead(part.value, suffixes.get(part.group), part.span, titles.get(part.group))
        for part in parts
        if part.role == "dossier"
    )


def _chamber(text: Text) -> Chamber | None:
    for part in text.parts:
        if part.role == "chamber":
            words = part.span.of(text.text)
            return Chamber.EK if words.startswith("Eerste") else Chamber.TK if words.startswith("Tweede") else None
    creator = dict(text.fields).get("DC.creator", "")
    return {"Eerste": Chamber.EK, "Tweede": Chamber.TK}.get(creator[:6])


def _dates(text: Text, one: dict[str, Part]) -> tuple[Dated, ...]:
    line = _words(text, one.get("date_line"))
    part = one.get("date")
    if line is None:
        return tuple(_sent_and_received(one))
    kind = next((kind for kind in _DATE_KINDS if line.lower().startswith(kind)), "dagtekening")
    value = (iso_date(part.value) if part else None) or read_date(line)
    span = part.span if part else one["date_line"].span
    printed = DATE.search(line) if part is None else None
    if printed is not None:
        span = Span(span.start + printed.start(), span.start + printed.end())
    return (Dated(kind, value, span),) if value else ()


def _sent_and_received(one: dict[str, Part]) -> Iterator[Dated]:
    for role, kind in (("date_sent", "ingezonden"), ("date_received", "ontvangen")):
        part = one.get(role)
        value = iso_date(part.value) if part else None
        if part is not None and value is not None:
            yield Dated(kind, value, part.span)


def _words(text: Text, part: Part | None) -> str | None:
    return part.span.of(text.text) if part else None
