"""A report as plain values: what every form of it (table, csv, json, Markdown, HTML) is written from."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a cell. `text` is for people, `raw` the value itself (an IRI, a date, a code of a closed list)."""

    text: str
    raw: str
    is_number: bool = False
    is_code: bool = False
    is_iri: bool = False


def number(count: int) -> Value:
    return Value(str(count), str(count), is_number=True)


Values = tuple[Value, ...]
"""A cell: no value, one, or several that belong to one row."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a row can be read: the paper, its page on the official site, and the sentence with the words in it.

    `start` and `end` are the place of the words in `sentence`; `place` says where that is in the paper. `offset` is
    where they begin in its text, None where they are read in another file of it.
    """

    paper: str
    label: str
    address: str
    sentence: str
    start: int
    end: int
    place: str
    offset: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """`thing` is what the row is about, `cells` stand in the order of the section's columns."""

    thing: str
    cells: tuple[Values, ...]
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """A column: its name for programs, its heading for people."""

    name: str
    text: str
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one heading, which is empty where a section isn't grouped."""

    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """`empty` is said in place of the table when there is no row; `sourced`: its rows have a sentence each."""

    name: str
    title: str
    text: str
    empty: str
    heads: tuple[Head, ...]
    groups: tuple[Group, ...]
    sourced: bool = False
    count: int = 0
    """Number of rows; one that stands in several groups counts once."""


@dataclass(frozen=True, slots=True)
class Report:
    """`on` is the day up to which the report looks, `notes` say how to read it."""

    name: str
    title: str
    on: str
    lang: str
    intro: tuple[str, ...]
    notes: tuple[str, ...]
    sections: tuple[Section, ...] = field(default=())
