"""Puts the parts of a document together; each is read by a module of its own."""

from dataclasses import replace
from textwrap import shorten

from sovgraph.model import SPOKEN, Dated, Document, Genre, Issue, Letter, Meta, Severity, Source
from sovgraph.read import Text
from sovgraph.structure.amendment import read_amendment
from sovgraph.structure.bill import read_bill
from sovgraph.structure.composition import read_compositions
from sovgraph.structure.head import dates_of, read_head, title_line
from sovgraph.structure.inquiry import asked_by_head, read_inquiry, with_inquiry
from sovgraph.structure.layout import Layout, make_layout, paragraphs
from sovgraph.structure.letters import read_letters, read_listed
from sovgraph.structure.meeting import read_meeting, read_pages, read_present, with_pages
from sovgraph.structure.meeting.pages import Pages
from sovgraph.structure.motion import read_motion
from sovgraph.structure.notes import FoundNotes, note_issues, read_notes, typed_notes
from sovgraph.structure.questions import read_exchanges
from sovgraph.structure.remap import remap
from sovgraph.structure.replaced import read_replaced
from sovgraph.structure.sections import read_sections
from sovgraph.structure.signed import signers_of
from sovgraph.structure.signers import clerk_of
from sovgraph.structure.stated import completed, stated_head, stated_notes, with_fields

_FLOWING = ("text", "html")
"""Kinds whose notes may be typed as text."""

_LONGEST_TITLE = 120


def assemble(source: Source, text: Text) -> Document:
    """The document of a text that a reader gave."""
    layout = make_layout(text.text)
    notes = _notes(layout, text, source.uri)
    feet = [part.span for part in text.parts if part.role == "page_foot"]
    layout.set_zones([*layout.zones, *feet, *notes.zones], [a for note in notes.notes for a in note.anchors])
    meta = _meta(layout, text)
    pages = read_pages(layout) if meta.genre in SPOKEN else Pages()
    meta = with_pages(layout, meta, pages)
    layout.set_zones([*layout.zones, *pages.zones], list(layout.marks))
    meeting = read_meeting(layout, meta, text.parts, pages)
    listed = read_listed(layout)
    letters = read_letters(layout, meta, listed)
    meta = replace(meta, dates=(*meta.dates, *_letter_date(meta, letters)))
    found = read_exchanges(layout, meta, letters, source.uri, text.parts)
    inquiry = read_inquiry(layout, meta, letters, found.exchanges)
    signers = signers_of(layout, meta, letters)
    sections = read_sections(layout, meta, text)
    document = Document(
        source=source.uri,
        media_type=text.media_type,
        sha256=source.sha256,
        origin=source.origin,
        text=text.text,
        meta=with_inquiry(layout, meta, inquiry),
        paragraphs=paragraphs(layout, set(found.labels)),
        notes=notes.notes,
        compositions=read_compositions(layout, notes.notes),
        listed=listed,
        letters=letters,
        exchanges=asked_by_head(found.exchanges, inquiry),
        inquiry=inquiry,
        motion=read_motion(layout, meta) if meta.genre is Genre.MOTION else None,
        clerk=clerk_of(layout, signers),
        signers=signers,
        sections=sections,
        amendment=read_amendment(layout, meta, sections) if meta.genre is Genre.AMENDMENT else None,
        bill=read_bill(layout, sections) if meta.genre is Genre.BILL else None,
        replaced=read_replaced(layout, meta),
        present=read_present(layout, meta),
        meeting=meeting.meeting,
        items=meeting.items,
        turns=meeting.turns,
        moved=meeting.moved,
        votes=meeting.votes,
        decisions=meeting.decisions,
        issues=(
            *notes.issues,
            *found.issues,
            *_head_issues(meta, source.uri),
            *_genre_issues(layout, meta, source.uri),
        ),
    )
    moved = remap(document, layout.starts)
    # the reader's issues and places already count in the document's own text
    return replace(moved, text=text.text, places=text.places, issues=(*text.issues, *moved.issues))


def _notes(layout: Layout, text: Text, source: str) -> FoundNotes:
    stated = any(part.role == "note_body" for part in text.parts)
    if text.kind in _FLOWING and not stated:
        return read_notes(layout, source)
    notes, zones = stated_notes(text)
    issues = tuple(note_issues(notes, source))
    if text.kind in _FLOWING:
        typed = typed_notes(layout, zones, source)
        notes, zones = sorted([*notes, *typed.notes], key=lambda n: n.body.start), [*zones, *typed.zones]
        issues = (*issues, *typed.issues)
    return FoundNotes(tuple(notes), tuple(zones), issues)


def _meta(layout: Layout, text: Text) -> Meta:
    if text.kind in ("kamerstuk", "kamervragen"):
        meta = stated_head(text)
        return (
            meta
            if meta.dates or text.kind == "kamerstuk"
            else replace(meta, dates=dates_of(layout.view, meta.genre, meta.title_span))
        )
    meta = read_head(layout)
    if text.kind == "html":
        return completed(meta, text)
    return meta if text.kind == "text" else with_fields(meta, text)


def _letter_date(meta: Meta, letters: tuple[Letter, ...]) -> tuple[Dated, ...]:
    """The date of a paper that is a letter, or that answers questions by letter, is that of the letter."""
    by_letter = meta.genre is Genre.LETTER or (
        meta.genre is Genre.ANSWERED_QUESTIONS and all(d.kind not in ("ontvangen", "uitstel") for d in meta.dates)
    )
    own = letters[0].date if by_letter and letters else None
    return (own,) if own is not None else ()


def _head_issues(meta: Meta, source: str) -> tuple[Issue, ...]:
    """A paper without an official id is named by its bytes: its links from other papers will be missing."""
    if meta.paper_id is not None:
        return ()
    message = "no official identifier found in the paper; it is named by the checksum of its bytes"
    return (Issue("PAPER-WITHOUT-ID", Severity.INFO, source, message),)


def _genre_issues(layout: Layout, meta: Meta, source: str) -> tuple[Issue, ...]:
    """A paper that no rule could place: its title line is named, so that a form that is missing can be told."""
    if meta.genre is not Genre.UNKNOWN:
        return ()
    line = meta.title_span or title_line(layout, meta)
    if line is None:
        message = "no line says what kind of paper this is"
        return (Issue("GENRE-UNKNOWN", Severity.INFO, source, message),)
    words = shorten(" ".join(line.of(layout.view).split()), _LONGEST_TITLE, placeholder=" …")
    message = f"no kind of paper is known for '{words}'"
    return (Issue("GENRE-UNKNOWN", Severity.WARNING, source, message, line.start, line.end),)
