"""A meeting as its report gives it: who speaks, on which item, what is moved, voted on and decided."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sovgraph.model.base import Span


class Capacity(StrEnum):
    """In what capacity someone speaks, by the words before the colon."""

    CHAIR = "chair"
    MEMBER = "member"
    GOVERNMENT = "government"
    OTHER = "other"
    """A guest or an official: neither party nor post is printed."""


class Outcome(StrEnum):
    """What became of a proposal, as stated."""

    ADOPTED = "aangenomen"
    REJECTED = "verworpen"
    HELD = "aangehouden"
    WITHDRAWN = "ingetrokken"
    LAPSED = "vervallen"
    TAKEN_OVER = "overgenomen"
    TIED = "gestaakt"


class Method(StrEnum):
    """How it was voted on."""

    BY_PARTY = "per-fractie"
    UNANIMOUS = "algemene-stemmen"
    BY_NAME = "hoofdelijk"
    NO_VOTE = "zonder-stemming"


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An item of the agenda. `key` is unique in the paper ("a1"); `number` and `title` as printed.

    `subject` is the sentence that says what is dealt with ("Aan de orde is ..."), `cases` are the numbers of papers and
    cases in the item of a list of decisions or an agenda.
    """

    key: str
    span: Span
    number: Span | None = None
    title: Span | None = None
    subject: Span | None = None
    cases: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says until the next one does.

    `speaker` is what is printed before the colon, `words` what is said (None: nothing), `name` the name alone: for the
    chair the one that "Voorzitter: ..." gives, further up. `gender` is "m", "f" or "" by the form of address. `item` is
    the key of an agenda item. `interrupts` is the number of the turn that an interruption breaks into. `source_key` is
    the key by which the source names the person ("").
    """

    number: int
    speaker: Span
    words: Span | None
    capacity: Capacity
    name: Span | None = None
    party: Span | None = None
    post: Span | None = None
    gender: str = ""
    item: str | None = None
    interrupts: int | None = None
    source_key: str = ""


@dataclass(frozen=True, slots=True)
class MotionMoved:
    """A motion that is moved in a meeting: its text in the mover's turn, its number in the words of the chair.

    `turn` is the number of the turn that holds the text. Where the mover reads on behind the chair and no name is
    printed, it is the mover's last turn, and the text is in nobody's `words`. `announced` is what the chair says of it,
    `former` the number that it had before it was changed, `more` whether "c.s." follows the movers. `paper` is its
    official id.
    """

    announced: Span
    movers: tuple[Span, ...]
    text: Span | None = None
    turn: int | None = None
    number: Span | None = None
    dossier: Span | None = None
    paper: str | None = None
    former: str | None = None
    more: bool = False
    supported: Span | None = None


@dataclass(frozen=True, slots=True)
class Vote:
    """What became of one proposal. `subject` names it, `paper` is its official id, `result` the words of the outcome.

    `in_favour` and `against` are parties, or members where votes are by name. `others` is the outcome's side of "de
    leden van de overige fracties": "for", "against" or "". Counts are those that the chair states.
    `day` stands where the words of the outcome give it, outside the report of the meeting.
    """

    span: Span
    subject: Span
    outcome: Outcome
    result: Span
    method: Method | None = None
    paper: str | None = None
    in_favour: tuple[Span, ...] = ()
    against: tuple[Span, ...] = ()
    others: str = ""
    counts: tuple[int, int] | None = None
    item: str | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision of a meeting: its words, the item and the cases (as printed) that it is about."""

    key: str
    text: Span
    item: str | None = None
    cases: tuple[Span, ...] = ()
    subject: Span | None = None
    noted: Span | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """The meeting itself. `chairs` are the names behind "Voorzitter:", in order."""

    number: str | None = None
    number_span: Span | None = None
    day: date | None = None
    day_span: Span | None = None
    opens: Span | None = None
    closes: Span | None = None
    chairs: tuple[Span, ...] = ()
    body: Span | None = None
