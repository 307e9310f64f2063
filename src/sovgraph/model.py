"""The frozen types that travel down the path: bytes → Source → Document → Mention → Statement.

Offsets everywhere are Unicode code points into `Document.text`; `text[start:end]` is the printed form.
This module imports nothing of ours.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from msgspec import Struct


class Chamber(StrEnum):
    """A Chamber as papers cite it."""

    EK = "I"
    TK = "II"


class Genre(StrEnum):
    """What kind of paper it is; the value is the key of its concept in the ontology."""

    CONSULTATION_REPORT = "verslag-schriftelijk-overleg"
    FURTHER_CONSULTATION_REPORT = "verslag-nader-schriftelijk-overleg"
    ORAL_CONSULTATION_REPORT = "verslag-mondeling-overleg"
    COMMITTEE_DEBATE = "verslag-commissiedebat"
    LETTER = "brief"
    MOTION = "motie"
    AMENDMENT = "amendement"
    BILL = "voorstel-van-wet"
    EXPLANATORY_MEMORANDUM = "memorie-van-toelichting"
    NOTE_AFTER_REPORT = "nota-naar-aanleiding-van-het-verslag"
    AMENDING_NOTE = "nota-van-wijziging"
    CORRECTING_NOTE = "nota-van-verbetering"
    ADVICE = "advies-raad-van-state"
    ROYAL_MESSAGE = "koninklijke-boodschap"
    REPORT = "verslag"
    WRITTEN_QUESTIONS = "kamervragen"
    ANSWERED_QUESTIONS = "kamervragen-met-antwoord"
    LIST_OF_QUESTIONS = "lijst-van-vragen-en-antwoorden"
    PROCEEDINGS = "handelingen"
    AGENDA = "geannoteerde-agenda"
    DECISIONS = "besluitenlijst"
    GAZETTE = "staatsblad"
    UNKNOWN = "onbekend"


class MentionType(StrEnum):
    """What a mention names."""

    KAMERSTUK = "kamerstuk"
    DOSSIER = "dossier"
    HANDELINGEN = "handelingen"
    AANHANGSEL = "aanhangsel"
    ZAAK = "zaak"
    KENMERK = "kenmerk"
    MOTION = "motion"
    EU_ACT = "eu_act"
    OJ = "oj"
    COM = "com"
    STB = "stb"
    STCRT = "stcrt"
    TRB = "trb"
    ECLI = "ecli"
    LAW = "law"
    ARTICLE = "article"
    PERSON = "person"
    PARTY = "party"
    COMMITTEE = "committee"
    MINISTER = "minister"
    COUNTRY = "country"
    DATE = "date"
    ORGANISATION = "organisation"
    MEASURE = "measure"
    PROGRAMME = "programme"
    COUNCIL_MEETING = "council_meeting"
    REGION = "region"
    DEADLINE = "deadline"
    REQUEST = "request"
    COMMITMENT = "commitment"
    REFERENCE = "reference"


REFERENCES = frozenset(
    map(MentionType, "kamerstuk dossier handelingen aanhangsel zaak kenmerk motion eu_act oj com stb".split())
) | frozenset(map(MentionType, "stcrt trb ecli law article reference".split()))
"""The types of mentions that point at a paper, a letter, an act or a judgment."""


class Status(StrEnum):
    """How a mention or citation was resolved."""

    EXACT = "exact"
    INFERRED = "inferred"
    AMBIGUOUS = "ambiguous"
    UNRESOLVED = "unresolved"


class Severity(StrEnum):
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Issue:
    """A recorded doubt about a paper. `code` is stable and has an entry in docs/issues.md."""

    code: str
    severity: Severity
    source: str
    message: str
    start: int | None = None
    end: int | None = None
    data: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes as they came. `uri` is the path as given; `sha256` is of `data`."""

    uri: str
    data: bytes
    sha256: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of the paper or of a letter, with the words that give it. `kind`: vastgesteld, voorgesteld,
    ontvangen, ingezonden, dagtekening."""

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
    motion: MotionParts | None = None
    clerk: Signer | None = None
    signers: tuple[Signer, ...] = ()
    """Who signs the paper itself: chair and clerk of a report or a meeting, movers of an amendment, ministers
    under a memorandum. `clerk` is one of them."""
    present: tuple[Span, ...] = ()
    """Members whom the attendance list of a meeting names."""
    issues: tuple[Issue, ...] = ()


class Candidate(Struct, frozen=True, gc=False):
    """Something that a mention may mean: id or name, IRI where there is one, why, how likely (0..1)."""

    id: str
    iri: str | None
    reason: str
    score: float = 0.0


class Mention(Struct, frozen=True, gc=False):
    """A span of the text that names something, and what it was resolved to.

    `id` is the canonical id of docs/annotation.md, or None. `iri` names the thing in the graph (external IRIs
    where an authority gives one). `page` is the first cited page. `rule` is "<name>/<version>". `parts` are
    what the rule read out of the words. `antecedent` is the span that an inferred id was taken from.

    A struct, because one is made in a seventh of a dataclass's time; `msgspec.structs.replace` changes a copy.
    """

    type: MentionType
    start: int
    end: int
    text: str
    id: str | None = None
    iri: str | None = None
    page: int | None = None
    status: Status = Status.EXACT
    rule: str = ""
    confidence: float = 1.0
    parts: tuple[tuple[str, str], ...] = ()
    candidates: tuple[Candidate, ...] = ()
    antecedent: Span | None = None
    reason: str = ""

    def part(self, name: str) -> str | None:
        for key, value in self.parts:
            if key == name:
                return value
        return None


class Basis(StrEnum):
    """Who says so: the paper's words, a register, a computation over other facts, or a person who corrected."""

    ASSERTED = "asserted"
    REGISTER = "register"
    INFERRED = "inferred"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class Iri:
    value: str


@dataclass(frozen=True, slots=True)
class Literal:
    """`datatype` is a full IRI or None for a plain string; `lang` a lower-case tag or None."""

    value: str
    datatype: str | None = None
    lang: str | None = None


Node = Iri | Literal


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a statement comes from: the span of the paper, the rule with its version, how sure, on whose word."""

    span: Span
    rule: str
    confidence: float = 1.0
    basis: Basis = Basis.ASSERTED


@dataclass(frozen=True, slots=True)
class Statement:
    """One fact about `subject` (an IRI), with at least one piece of evidence."""

    subject: str
    predicate: str
    object: Node
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A document with its mentions, statements and issues: all that one paper gives."""

    document: Document
    iri: str
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]
    issues: tuple[Issue, ...]
