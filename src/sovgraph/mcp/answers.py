"""What the tools answer. Each fact has its words, their place, a link, how sure it is and on what ground.

These classes have no slots: the `mcp` package reads a slot as a default value and then makes no schema.
"""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Thing:
    """`web`: its page on an official site. `held`: whether the corpus has it as a paper, not only its name."""

    iri: str
    label: str
    web: str | None = None
    held: bool = False


@dataclass(frozen=True, kw_only=True)
class Quote:
    """Words of a paper or the field of a register. `start` and `end` count code points in the paper's text."""

    text: str
    paper: Thing
    start: int | None = None
    end: int | None = None
    page: str | None = None
    place: str | None = None
    confidence: int | None = None
    basis: str | None = None
    rule: str | None = None


@dataclass(frozen=True, kw_only=True)
class Holdings:
    """What the corpus holds, in short."""

    papers: int
    chambers: tuple[str, ...]
    first_day: str
    last_day: str
    dossiers: tuple[str, ...]
    dossiers_in_all: int


@dataclass(frozen=True, kw_only=True)
class NotInCorpus:
    """Says plainly that the corpus has no answer. It doesn't mean that there is none elsewhere."""

    nl: str
    en: str
    holds: Holdings


@dataclass(frozen=True, kw_only=True)
class Paging:
    """`next_offset`: where the next page begins; None at the end."""

    total: int
    offset: int
    limit: int
    next_offset: int | None


@dataclass(frozen=True, kw_only=True)
class Reference:
    """A reference as written, what it names and how that was decided; `candidates` when it may be several."""

    text: str
    start: int
    end: int
    kind: str
    status: str
    identifier: str | None
    thing: Thing | None
    confidence: int
    rule: str
    reason: str
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class References:
    references: tuple[Reference, ...]
    not_in_corpus: NotInCorpus | None


@dataclass(frozen=True, kw_only=True)
class Heading:
    title: str
    start: int
    end: int


@dataclass(frozen=True, kw_only=True)
class Paper:
    """`text` runs from `start` to `end`; ask again from `end` for what follows."""

    paper: Thing | None
    title: str = ""
    kind: str = ""
    date: str = ""
    chamber: str = ""
    dossiers: tuple[str, ...] = ()
    text: str = ""
    start: int = 0
    end: int = 0
    length: int = 0
    headings: tuple[Heading, ...] = ()
    cited_by: tuple[Thing, ...] = ()
    not_in_corpus: NotInCorpus | None = None


@dataclass(frozen=True, kw_only=True)
class Exchange:
    """A question and what came of it. `similarity` (of 100): how alike the answer repeats the question."""

    question: Thing
    number: str
    asked_by: str
    joined_by: str
    asked_on: str
    asked: tuple[Quote, ...]
    status: str
    answer: Thing | None
    answered_by: str
    answered_on: str
    answered: tuple[Quote, ...]
    similarity: str
    letter: Thing | None
    due: str
    days_late: str
    paper: Thing


@dataclass(frozen=True, kw_only=True)
class Exchanges:
    exchanges: tuple[Exchange, ...]
    paging: Paging
    not_in_corpus: NotInCorpus | None


@dataclass(frozen=True, kw_only=True)
class Period:
    """A party or body that somebody belonged to; `basis`: which source says so."""

    party: str
    body: str
    since: str
    until: str
    basis: str
    source: str


@dataclass(frozen=True, kw_only=True)
class Somebody:
    """`exact`: the name given is one of its names; else it only resembles it. `periods` are those that hold `on`."""

    thing: Thing
    kind: str
    exact: bool
    other_names: str
    on: str
    periods: tuple[Period, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, kw_only=True)
class Who:
    """`status`: "one", "several" (choose with the user, don't guess) or "none"."""

    status: str
    found: tuple[Somebody, ...]
    not_in_corpus: NotInCorpus | None


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened to a motion on a day, or that somebody claimed on a day (`claimed_on`)."""

    date: str
    claimed_on: str
    event: str
    by: str
    appraisal: str
    other_motion: Thing | None
    quote: Quote


@dataclass(frozen=True, kw_only=True)
class Vote:
    date: str
    outcome: str
    side: str
    voter: str
    seats: str
    source: Thing


@dataclass(frozen=True, kw_only=True)
class MotionHistory:
    """`state`: how it ended by its sources ("" if none tells, several when they differ). Adopted isn't executed, and
    a minister's claim isn't the Chamber's consent: see who says what."""

    motion: Thing | None
    title: str = ""
    state: str = ""
    events: tuple[Event, ...] = ()
    votes: tuple[Vote, ...] = ()
    paging: Paging | None = None
    not_in_corpus: NotInCorpus | None = None


@dataclass(frozen=True, kw_only=True)
class OpenItem:
    """`open_on`: the day for which all papers are there, so that it is known to be open still."""

    thing: Thing
    kind: str
    text: str
    from_whom: str
    to_whom: str
    since: str
    due: str
    state: str
    open_on: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, kw_only=True)
class OpenItems:
    """`undecided`: items of which the corpus can't tell, because papers may be missing. They aren't "open"."""

    items: tuple[OpenItem, ...]
    undecided: int
    explanation: str
    paging: Paging
    not_in_corpus: NotInCorpus | None


@dataclass(frozen=True, kw_only=True)
class Passage:
    """A piece of a paper that holds the words; `title` is that of the paper."""

    title: str
    quote: Quote
    date: str
    dossiers: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Passages:
    passages: tuple[Passage, ...]
    paging: Paging
    nearer_spelling: str
    not_in_corpus: NotInCorpus | None


@dataclass(frozen=True, kw_only=True)
class Count:
    name: str
    count: int


@dataclass(frozen=True, kw_only=True)
class Complete:
    """A dossier of which the corpus is declared to have all papers of a period."""

    dossier: str
    start: str
    end: str
    declared_by: str


@dataclass(frozen=True, kw_only=True)
class Coverage:
    version: str
    holds: Holdings
    kinds: tuple[Count, ...]
    papers_by_year: tuple[Count, ...]
    papers_by_dossier: tuple[Count, ...]
    complete: tuple[Complete, ...]
    limits: str
