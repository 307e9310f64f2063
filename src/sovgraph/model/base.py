"""What all later types are made of: places in the text, sources, doubts, and the closed lists of genres."""

from dataclasses import dataclass
from enum import StrEnum


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
    CONTRIBUTION = "inbreng-schriftelijk-overleg"
    INITIATIVE_NOTE = "initiatiefnota"
    NOTE = "nota"
    REPLY_MEMORANDUM = "memorie-van-antwoord"
    EXPLANATORY_NOTE = "toelichtende-nota"
    GUIDANCE = "voorlichting-raad-van-state"
    FINAL_TEXT = "eindtekst"
    UPDATED_TEXT = "bijgewerkte-tekst"
    DRAFT_DECREE = "ontwerpbesluit"
    ANNUAL_REPORT = "jaarverslag"
    STUDY = "rapport"
    VISIT_REPORT = "verslag-werkbezoek"
    POSITION_PAPER = "position-paper"
    EU_FICHE = "bnc-fiche"
    ANNEX = "bijlage"
    MEETING_AGENDA = "agenda"
    CONVOCATION = "convocatie"
    SPEAKERS_LIST = "sprekerslijst"
    VOTES = "stemmingsoverzicht"
    INCOMING = "lijst-van-ingekomen-stukken"
    COMMITMENTS_LIST = "overzicht-van-toezeggingen"
    TREATY_SERIES = "tractatenblad"
    GOVERNMENT_GAZETTE = "staatscourant"
    UNKNOWN = "onbekend"


QUESTIONS = (Genre.WRITTEN_QUESTIONS, Genre.ANSWERED_QUESTIONS)
"""Written questions of members, with their answers or without."""

SPOKEN = (Genre.PROCEEDINGS, Genre.COMMITTEE_DEBATE, Genre.ORAL_CONSULTATION_REPORT)
"""Reports of meetings that give the words of speakers."""


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
class Place:
    """Where a stretch of the text stands in the original: a page with a box, or the path of an element.

    `span` is a word in a PDF (words of one line are joined when a quote is placed), a block in XML, HTML, DOCX, ODT.
    `page` counts from 1; `box` is left, top, width, height in points (1/72 inch) from the page's top left corner.
    `path` is an XPath 1.0 expression without namespace prefixes ("/officiele-publicatie/kamerstuk/stuk/al[3]").
    """

    span: Span
    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    path: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a file was had from, and when (ISO 8601 with zone), as a harvest's manifest says."""

    url: str
    retrieved: str


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes as they came. `uri` is the path as given ("dir/papers.zip!/kst-1.xml" inside an archive); `sha256` is of
    `data`. `origin` is known for harvested files."""

    uri: str
    data: bytes
    sha256: str
    media_type: str
    origin: Origin | None = None
