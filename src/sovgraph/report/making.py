"""A report from its file and a store: each section's query asked, its rows shaped, each row with its sentence."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sovgraph.errors import QueryError
from sovgraph.query import catalog, run, run_internal
from sovgraph.read.dates import dutch_date, english_date
from sovgraph.report.conditions import Record
from sovgraph.report.definition import Column, SectionFile, report_file
from sovgraph.report.model import Group, Head, Report, Row, Section, Values
from sovgraph.report.records import records_of
from sovgraph.report.sources import Sources
from sovgraph.report.subject import find_subject
from sovgraph.store import QuadStore

_NOBODY = {"nl": "niet genoemd", "en": "not named"}
_EMPTY = {"nl": "Geen.", "en": "None."}


def make_report(
    store: QuadStore,
    name: str,
    subject: str = "",
    *,
    on: str = "",
    dossier: str = "",
    lang: str = "nl",
) -> Report:
    """The report as it reads on the day `on` (default: the day of the newest paper). Raises QueryError."""
    file = report_file(name)
    if any(section.date for section in file.sections):
        raise QueryError(f"report {name}: tells what changed; ask: sovgraph diff STORE --since DATE")
    given = given_of(store, name, subject, on=on, dossier=dossier, lang=lang)
    shown = {**given, "on": told_day(given["on"], lang)}
    sources = Sources(store, lang)
    return Report(
        name,
        file.title.of(lang).format(**shown),
        given["on"],
        lang,
        tuple(text.of(lang).format(**shown) for text in file.intro),
        tuple(text.of(lang).format(**shown) for text in file.notes),
        tuple(make_section(store, section, given, sources, lang) for section in file.sections),
    )


def given_of(
    store: QuadStore, name: str, subject: str, *, on: str, dossier: str, lang: str, since: str = ""
) -> dict[str, str]:
    """The values that conditions, parameters and texts of the report may name."""
    asked = report_file(name).subject
    if asked is None and subject:
        raise QueryError(f"report {name}: takes no '{subject}'; see: sovgraph report list")
    if asked is not None and not subject:
        raise QueryError(f"report {name}: its subject is missing; for example: sovgraph report {name} {asked.example}")
    given = {"on": day_of("--on", on) if on else newest_day(store), "since": day_of("--since", since) if since else ""}
    if asked is not None:
        given[asked.name], given["subject"] = find_subject(store, asked, subject, lang)
    given.setdefault("dossier", "".join(dossier.split()))
    return given


def newest_day(store: QuadStore) -> str:
    rows = run_internal(store, "newest-day").values()
    return (rows[0]["day"] or "") if rows else ""


def day_of(option: str, text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise QueryError(f"{option} {text}: not a day; write it as 2026-05-06") from error


def told_day(iso: str, lang: str) -> str:
    """ "6 mei 2026", "6 May 2026"."""
    if not iso:
        return "?"
    day = date.fromisoformat(iso)
    return english_date(day) if lang == "en" else dutch_date(day)


@dataclass(frozen=True, slots=True)
class Shown:
    """A row of a table with the record that it shows."""

    record: Record
    row: Row


def make_section(
    store: QuadStore, section: SectionFile, given: Mapping[str, str], sources: Sources, lang: str
) -> Section:
    return section_of(section, shown_rows(store, section, given, sources, lang), section.title.of(lang), lang)


def shown_rows(
    store: QuadStore, section: SectionFile, given: Mapping[str, str], sources: Sources, lang: str
) -> list[Shown]:
    """The rows of a section, each with its sentences."""
    records = section_records(store, section, given, lang)
    sources.prepare(section.evidence, records)
    return [Shown(record, _row(section, record, sources, given["on"])) for record in records]


def section_of(section: SectionFile, rows: list[Shown], title: str, lang: str, name: str = "") -> Section:
    """A table of the given rows."""
    return Section(
        name or section.name,
        title,
        section.text.of(lang) if section.text else "",
        section.empty.of(lang) if section.empty else _EMPTY["en" if lang == "en" else "nl"],
        tuple(Head(c.name, c.heading(lang), _is_number(c, rows)) for c in section.columns),
        _groups(section, rows, lang),
        bool(section.evidence),
        len(rows),
    )


def section_records(store: QuadStore, section: SectionFile, given: Mapping[str, str], lang: str) -> list[Record]:
    """The rows of a section's query as records."""
    query = catalog().get(section.query)
    filled = {name: text.format(**given) for name, text in section.params.items()}
    params = {name: text for name, text in filled.items() if text}
    if given.get("dossier") and any(p.name == "dossier" for p in query.params):
        params.setdefault("dossier", given["dossier"])
    return records_of(section, run(store, section.query, params, lang=lang), given, lang)


def _is_number(column: Column, rows: list[Shown]) -> bool:
    values = [value for shown in rows for value in shown.record.get(column.name, ())]
    return bool(values) and all(value.is_number for value in values)


def _groups(section: SectionFile, rows: list[Shown], lang: str) -> tuple[Group, ...]:
    if not section.group:
        return (Group("", tuple(shown.row for shown in rows)),) if rows else ()
    nobody = section.nobody.of(lang) if section.nobody else _NOBODY["en" if lang == "en" else "nl"]
    found: dict[str, list[Row]] = {}
    for shown in rows:
        for heading in [value.text for value in shown.record.get(section.group, ())] or [nobody]:
            found.setdefault(heading, []).append(shown.row)
    ordered = sorted(found, key=lambda heading: (heading == nobody, heading.casefold()))
    return tuple(Group(heading, tuple(found[heading])) for heading in ordered)


def _row(section: SectionFile, record: Record, sources: Sources, on: str) -> Row:
    first: Values = record.get(section.key[0], ())
    cells = tuple(
        tuple(value for value in record.get(column.name, ()) if not (column.event and value.raw > on))
        for column in section.columns
    )
    return Row(first[0].raw if first else "", cells, sources.of(section.evidence, record))
