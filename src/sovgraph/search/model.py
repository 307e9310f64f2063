"""What search gives back."""

from collections.abc import Iterator
from dataclasses import dataclass

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found, with its best passage.

    `marks` are ranges in `snippet`, `title_marks` in `title`. `start` and `end` are the passage in the text of
    `paper`, `first` the first word found there, `shown` where the snippet begins; all in code points, None where the
    thing stands in no text (a person, a country). `more` counts further passages of the same thing. `label` is how
    papers cite the thing.
    """

    kind: str
    iri: str
    title: str
    label: str
    snippet: str
    marks: tuple[Range, ...] = ()
    title_marks: tuple[Range, ...] = ()
    paper: str | None = None
    start: int | None = None
    end: int | None = None
    first: int | None = None
    shown: int | None = None
    date: str = ""
    chamber: str = ""
    dossiers: tuple[str, ...] = ()
    score: float = 0.0
    more: int = 0


@dataclass(frozen=True, slots=True)
class Facet:
    """How many hits have a value: of kind, year, chamber ("EK", "TK") or dossier."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Hits:
    """A page of hits. `total` counts all; `facets` are for the question without that facet's own choice.

    `match` says how the words were taken: "all" in one passage, "thing" when they stand in passages of one thing,
    "any" when only some of them do, "none". `variant` is the question with nearer spellings, where a word is unknown.
    """

    query: str
    total: int
    hits: tuple[Hit, ...]
    facets: dict[str, tuple[Facet, ...]]
    limit: int
    offset: int
    match: str = "all"
    variant: str = ""

    def __len__(self) -> int:
        return len(self.hits)

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.hits)

    def _repr_html_(self) -> str:
        """How a notebook shows it."""
        from sovgraph.search.notebook import hits_html

        return hits_html(self)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A thing whose name begins like what was typed; `matched` is the spelling that fitted. A "word" has no IRI.

    `label` is how papers cite the thing, where that isn't its name.
    """

    text: str
    label: str
    kind: str
    iri: str
    matched: str
