"""A paper with its structure: head, notes, letters, questions, motion."""

from dataclasses import dataclass, field
from datetime import date

from sovgraph.model.base import Chamber, Genre, Issue, Origin, Place, Span
from sovgraph.model.inquiry import Inquiry
from sovgraph.model.meeting import AgendaItem, Decision, Meeting, MotionMoved, Turn, Vote
from sovgraph.model.parts import AmendmentParts, BillParts, Replaced, Section


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of the paper or of a letter, with the words that give it. `kind`: vastgesteld, voorgesteld,
    ontvangen, ingezonden, uitstel (the day of a notice that the answer comes later), dagtekening."""

    kind: str
    value: date
    span: Span


@dataclass(frozen=True, slots=True)
class DossierHead:
    """A dossier in the head of a paper. `number` "36600", `suffix` "XVI" or None, `title` None if absent."""

    number: str
    suffix: str | None
    span: Span
    title: Span | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote. `anchors` are the marks in the running text (none: an issue), `body` excludes the mark."""

    mark: str
    anchors: tuple[Span, ...]
    body: Span


@dataclass(frozen=True, slots=True)
class CompositionRow:
    name: Span
    party: Span | None
    role: Span | None


@dataclass(frozen=True, slots=True)
class Composition:
    """The list of members of one committee, in a footnote. `committee` is the span of the committee's name
    as printed at the note's anchor, None if the anchor is missing."""

    committee: Span | None
    span: Span
    rows: tuple[CompositionRow, ...]


@dataclass(frozen=True, slots=True)
class Signer:
    """A signature: name and, where printed, the post or role it is signed with."""

    name: Span
    role: Span | None


@dataclass(frozen=True, slots=True)
class ListedLetter:
    """A line of the list "Dit verslag bestaat uit". `kind` as in `Letter.kind`."""

    kind: str
    date: date | None
    span: Span


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter printed in the paper (or the paper itself, when it is a letter).

    `key` is unique in the paper ("l1"). `kind`: questions, reminder, answer, delay, letter. `senders` are the
    spans of the posts or committees named in the heading, `addressees` those after "Aan", `copies` those that
    got the same letter. `span` is the whole, `body` without heading, address and signature.
    """

    key: str
    kind: str
    span: Span
    heading: Span
    body: Span
    senders: tuple[Span, ...] = ()
    addressees: tuple[Span, ...] = ()
    place: Span | None = None
    date: Dated | None = None
    deadline: Span | None = None
    copies: tuple[Span, ...] = ()
    signers: tuple[Signer, ...] = ()
    subject: Span | None = None
    own_kenmerk: Span | None = None


@dataclass(frozen=True, slots=True)
class Exchange:
    """A numbered question with its answer.

    `question` is the text as first asked, `restated` as the answer repeats it (None if only printed once),
    `answer` the answer. Spans exclude number and label. `asked_in`/`answered_in` are letter keys or None.
    `shared_with` holds the numbers of other questions that the same answer serves. `asked_by` are spans of
    party names that the text gives as askers, `askers` spans of persons (Kamervragen).
    """

    number: str
    question: Span | None
    restated: Span | None
    answer: Span | None
    asked_in: str | None = None
    answered_in: str | None = None
    shared_with: tuple[str, ...] = ()
    asked_by: tuple[Span, ...] = ()
    askers: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class MotionParts:
    """The parts of a motion's text; `movers` are signatures in order (first is the first mover)."""

    title: Span | None
    movers: tuple[Span, ...]
    considerations: tuple[Span, ...]
    requests: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Meta:
    """What the head of the paper, or metadata inside the file, says of it. `paper_id` is the official id
    ("kst-32317-QC", "ah-tk-20242025-545") or None. `number` is the letter or number in the dossier."""

    paper_id: str | None = None
    chamber: Chamber | None = None
    session_year: str | None = None
    dossiers: tuple[DossierHead, ...] = ()
    number: str | None = None
    number_span: Span | None = None
    genre: Genre = Genre.UNKNOWN
    genre_span: Span | None = None
    title: str | None = None
    title_span: Span | None = None
    dates: tuple[Dated, ...] = ()
    reprint: bool = False
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A paper with its structure. `text` is what `sovgraph extract --text` prints; for a UTF-8 text file it
    is the file. `paragraphs` are spans in order without the blank lines between them."""

    source: str
    media_type: str
    sha256: str
    text: str
    meta: Meta = field(default_factory=Meta)
    paragraphs: tuple[Span, ...] = ()
    notes: tuple[Note, ...] = ()
    compositions: tuple[Composition, ...] = ()
    listed: tuple[ListedLetter, ...] = ()
    letters: tuple[Letter, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    inquiry: Inquiry | None = None
    motion: MotionParts | None = None
    clerk: Signer | None = None
    signers: tuple[Signer, ...] = ()
    """Who signs the paper itself: chair and clerk of a report or a meeting, movers of an amendment, ministers
    under a memorandum. `clerk` is one of them."""
    sections: tuple[Section, ...] = ()
    amendment: AmendmentParts | None = None
    bill: BillParts | None = None
    replaced: tuple[Replaced, ...] = ()
    present: tuple[Span, ...] = ()
    """Members whom the attendance list of a meeting names."""
    meeting: Meeting | None = None
    items: tuple[AgendaItem, ...] = ()
    turns: tuple[Turn, ...] = ()
    moved: tuple[MotionMoved, ...] = ()
    votes: tuple[Vote, ...] = ()
    decisions: tuple[Decision, ...] = ()
    places: tuple[Place, ...] = ()
    """In text order, not overlapping; none for plain text, where the offset is the place."""
    origin: Origin | None = None
    issues: tuple[Issue, ...] = ()
