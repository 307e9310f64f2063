"""The boxes of a page: a stored query asked about the thing, shaped as a report's section, with the query behind it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from sovgraph import vocab as v
from sovgraph.pages.casing import as_sentence
from sovgraph.pages.facts import Thing
from sovgraph.pages.kinds import Box, full
from sovgraph.pages.thing_page import QuoteView
from sovgraph.pages.values import Shower, Shown
from sovgraph.pages.words import day, is_day
from sovgraph.query import StoredQuery, catalog
from sovgraph.query.binding import shown_query
from sovgraph.registry import Registry
from sovgraph.report.conditions import Record
from sovgraph.report.definition import Column, SectionFile
from sovgraph.report.model import Source, Value
from sovgraph.report.records import records_of
from sovgraph.report.sources import Sources

MOST_ROWS: Final = 1500
"""More rows of a query aren't read for a box; it then shows no count."""


Columns = tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """What a function of SPECIALS gives: HTML that is safe to put in, and how much is in it."""

    html: str
    count: int | None = None


Special = Callable[[Thing, Shower], Made | None]
SPECIALS: Registry[Special] = Registry("special box")
"""Boxes that are no table, by the name that the files of `kinds/` use; None: nothing to show."""


@dataclass(frozen=True, slots=True)
class HeadView:
    name: str
    text: str
    is_number: bool


@dataclass(frozen=True, slots=True)
class CellView:
    values: tuple[Shown, ...]
    is_number: bool


@dataclass(frozen=True, slots=True)
class RowView:
    cells: tuple[CellView, ...]
    quotes: tuple[QuoteView, ...]
    year: str = ""
    """Of a timeline: stands beside the first row of each year."""
    said_at: tuple[tuple[str, int, str], ...] = ()
    """Paper, place and text of the sentences under it."""

    def repeats(self, other: "RowView") -> bool:
        """A sentence that names a thing twice says no more than once."""
        return bool(self.said_at) and (self.said_at, self.cells) == (other.said_at, other.cells)


@dataclass(frozen=True, slots=True)
class GroupView:
    heading: str
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True)
class BoxView:
    anchor: str
    title: str
    count: int | None
    look: str = "table"
    text: str = ""
    heads: tuple[HeadView, ...] = ()
    groups: tuple[GroupView, ...] = ()
    more: int = 0
    query: str = ""
    query_title: str = ""
    query_href: str = ""
    sparql: str = ""
    html: Any = ""


@dataclass
class BoxMaker:
    """Makes the boxes of one thing. `given` are the values that parameters and conditions name."""

    thing: Thing
    shower: Shower
    given: Mapping[str, str]
    _sources: Sources = field(init=False)
    _quotes: int = 0

    def __post_init__(self) -> None:
        self._sources = Sources(self.shower.asker.store, self.shower.lang, self.shower.asker)

    def make(self, box: Box) -> BoxView | None:
        """None for a box with nothing in it."""
        if box.special:
            return self._special(box)
        return self._table(box, box.section) if box.section else None

    def _special(self, box: Box) -> BoxView | None:
        from markupsafe import Markup

        made = SPECIALS.get(box.special)(self.thing, self.shower)
        title = box.title.of(self.shower.lang) if box.title else box.special
        return BoxView(box.special, title, made.count, "special", html=Markup(made.html)) if made else None

    def _table(self, box: Box, section: SectionFile) -> BoxView | None:
        lang, query = self.shower.lang, catalog().get(section.query)
        params = self._params(section, query)
        if params is None:
            return None
        result = self.shower.asker.run(section.query, params, lang, MOST_ROWS)
        records = records_of(section, result, self.given, lang)
        if not records:
            return None
        shown = records[: box.limit]
        self._sources.prepare(section.evidence, shown)
        columns = _filled(section.columns, shown)
        self.shower.prepare(x.raw for r in shown for c in columns for x in r.get(c.name, ()) if x.is_iri)
        groups = self._groups(box, section, columns, shown)
        repeated = len(shown) - sum(len(group.rows) for group in groups)
        return BoxView(
            section.name,
            section.title.of(lang),
            len(records) - repeated if len(result) < MOST_ROWS else None,
            box.look,
            section.text.of(lang) if section.text else "",
            tuple(HeadView(c.name, c.heading(lang), _is_number(c, shown)) for c in columns),
            groups,
            len(records) - len(shown),
            query.name,
            query.title(lang),
            self.shower.links.query(query.name, params, lang) or "",
            shown_query(query, params, lang),
        )

    def _params(self, section: SectionFile, query: StoredQuery) -> dict[str, str] | None:
        """Values for the query; None where one that it needs isn't known of this thing."""
        given = {name: text.format_map(_Blank(self.given)) for name, text in section.params.items()}
        params = {name: text for name, text in given.items() if text}
        asked = set(given) - set(params)
        return None if asked or any(p.required and p.name not in params for p in query.params) else params

    def _groups(self, box: Box, section: SectionFile, columns: Columns, records: list[Record]) -> tuple[GroupView, ...]:
        found: dict[str, list[RowView]] = {}
        year = ""
        for record in records:
            heading = ", ".join(value.text for value in record.get(section.group, ())) if section.group else ""
            first = record.get(columns[0].name, ())
            its_year = first[0].raw[:4] if box.look == "timeline" and first and is_day(first[0].raw) else ""
            row = self._row(section, columns, record, "" if its_year == year else its_year)
            rows = found.setdefault(heading, [])
            if not (rows and row.repeats(rows[-1])):
                rows.append(row)
            year = its_year or year
        return tuple(GroupView(heading, tuple(rows)) for heading, rows in found.items())

    def _row(self, section: SectionFile, columns: Columns, record: Record, year: str) -> RowView:
        cells = []
        for column in columns:
            values = record.get(column.name, ())
            shown = tuple(dict.fromkeys(self._value(value, column, record) for value in values))
            cells.append(CellView(shown, bool(values) and all(x.is_number for x in values)))
        sources = tuple(self._sources.of(section.evidence, record))
        said_at = tuple((s.paper, (s.offset or 0) - s.start, s.sentence) for s in sources)
        return RowView(tuple(cells), tuple(self._quote(source) for source in sources), year, said_at)

    def _value(self, value: Value, column: Column, record: Record) -> Shown:
        if value.is_iri and value.raw.startswith(v.SOV):
            return Shown(self.shower.label(value.raw), kind="term")
        if value.is_iri:
            return self.shower.thing(value.raw)
        if is_day(value.raw):
            return Shown(day(value.raw, self.shower.lang), iso=value.raw)
        # A title that stands in the place of a thing leads to it.
        things = [x.raw for x in record.get(column.otherwise, ()) if x.is_iri] if column.otherwise else []
        href = self.shower.href(things[0]) if len(things) == 1 else ""
        text = value.text if value.is_code else as_sentence(value.text)
        return Shown(text, href, kind=f"code-{value.raw}" if value.is_code else "")

    def _quote(self, source: Source) -> QuoteView:
        self._quotes += 1
        fragment = f"c{source.offset}" if source.offset is not None else ""
        place = source.place if source.place.startswith(("blz.", "p.")) else ""
        before, after = _unmarked(source.sentence[: source.start], source.sentence[source.end :])
        return QuoteView(
            f"row-{self._quotes}",
            before,
            source.sentence[source.start : source.end],
            after,
            Shown(source.label, self.shower.href(source.paper)),
            place,
            self.shower.href(source.paper, fragment),
            self.shower.citation(source.paper, source.sentence.strip("… "), source.offset, place),
        )


def _unmarked(before: str, after: str) -> tuple[str, str]:
    """Without the signs by which a Markdown file prints the words between them bold."""
    if before.endswith("**") and after.startswith("**"):
        return before.removesuffix("**"), after.removeprefix("**")
    return before, after


class _Blank(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""


def given_of(thing: Thing, names: Mapping[str, str], on: str) -> dict[str, str]:
    """Values for parameters: the thing, the newest day, and what the kind takes from the thing's properties."""
    found = {"thing": thing.iri, "on": on, "since": ""}
    for name, source in names.items():
        values = [thing.iri] if source == "." else sorted(cell.value for cell in thing.values(full(source)))
        found[name] = values[0] if values else ""
    return found


def _filled(columns: Columns, records: list[Record]) -> Columns:
    """The columns that some row fills; the first stays, as rows go by it."""
    return tuple(c for place, c in enumerate(columns) if place == 0 or any(r.get(c.name) for r in records))


def _is_number(column: Column, records: list[Record]) -> bool:
    values = [value for record in records for value in record.get(column.name, ())]
    return bool(values) and all(value.is_number for value in values)
