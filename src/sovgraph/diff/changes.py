"""What changed, as people see it: the tables of `queries/reports/changes.toml` since a day, or between two stores."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import get_close_matches

from sovgraph.errors import QueryError
from sovgraph.query import run_internal
from sovgraph.report.conditions import Record
from sovgraph.report.definition import SectionFile, Words, report_file
from sovgraph.report.making import Shown, given_of, section_of, shown_rows, told_day
from sovgraph.report.model import Report, Section
from sovgraph.report.plain import told
from sovgraph.report.records import key_of
from sovgraph.report.sources import Sources
from sovgraph.report.subject import find_subject
from sovgraph.store import QuadStore, paper_entries

NAME = "changes"
_PERIOD = {
    "nl": ("van {since} tot en met {on}", "tot en met {on}", "in de nieuwe opslag ({on}) en niet in de oude ({old})"),
    "en": ("from {since} up to {on}", "up to {on}", "in the new store ({on}) and not in the old one ({old})"),
}
Fits = Callable[[Shown], bool]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that came or went, told in a sentence. `key`: the thing, and what tells its changes apart; `day` is
    "" where the data give none."""

    key: tuple[str, ...]
    section: str
    topic: str
    day: str
    title: str
    shown: Shown
    is_lost: bool = False


@dataclass(frozen=True, slots=True)
class Changes:
    """The report with its tables, and the same row by row; `filters` are the names of what it was narrowed to."""

    report: Report
    entries: tuple[Change, ...]
    filters: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """What someone wants to hear of: since when, up to when, and about what."""

    since: str = ""
    on: str = ""
    dossier: str = ""
    about: tuple[tuple[str, str], ...] = ()
    lang: str = "nl"


def changes_since(store: QuadStore, asked: Asked) -> Changes:
    """What the papers of one store show since a day (without one: all that is dated). Raises QueryError."""
    given = given_of(store, NAME, "", on=asked.on, dossier=asked.dossier, since=asked.since, lang=asked.lang)
    fits, named = _filter(store, asked)
    sources = Sources(store, asked.lang)
    tables: list[Section] = []
    entries: list[Change] = []
    for section in report_file(NAME).sections:
        if section.date:
            rows = [s for s in shown_rows(store, section, given, sources, asked.lang) if fits(s)]
            rows = [s for s in rows if (given["since"] or "0") <= _day(section, s.record) <= given["on"]]
            tables.append(section_of(section, rows, section.title.of(asked.lang), asked.lang))
            entries += _entries(section, rows, asked.lang)
    return _changes(given, tables, entries, named, asked.lang, 0 if given["since"] else 1)


def changes_between(old: QuadStore, new: QuadStore, asked: Asked) -> Changes:
    """Rows that only the new store has, and rows that only the old one has; each store as on its own newest day."""
    given, before = (
        given_of(store, NAME, "", on=asked.on, dossier=asked.dossier, since=asked.since, lang=asked.lang)
        for store in (new, old)
    )
    fits, named = _filter(new, asked, fallback=old)
    held = set(paper_entries(new.ledger()))
    now, then = Sources(new, asked.lang), Sources(old, asked.lang)
    tables: list[Section] = []
    entries: list[Change] = []
    for section in report_file(NAME).sections:
        came = {key_of(section, s.record): s for s in shown_rows(new, section, given, now, asked.lang)}
        went = {key_of(section, s.record): s for s in shown_rows(old, section, before, then, asked.lang)}
        added = [s for key, s in came.items() if key not in went and fits(s)]
        lost = [s for key, s in went.items() if key not in came and fits(s) and _still_there(section, s.record, held)]
        tables.append(section_of(section, added, section.title.of(asked.lang), asked.lang))
        entries += _entries(section, added, asked.lang)
        if lost and section.lost:
            title = section.lost.of(asked.lang)
            tables.append(section_of(section, lost, title, asked.lang, f"{section.name}-lost"))
            entries += _entries(section, lost, asked.lang, is_lost=True)
    return _changes({**given, "old": before["on"]}, tables, entries, named, asked.lang, 2)


def _changes(
    given: Mapping[str, str],
    tables: list[Section],
    entries: list[Change],
    named: tuple[tuple[str, str], ...],
    lang: str,
    period: int,
) -> Changes:
    file = report_file(NAME)
    days = {name: told_day(given.get(name, ""), lang) for name in ("since", "on", "old")}
    text = _PERIOD["en" if lang == "en" else "nl"][period].format(**days)
    intro = [words.of(lang).format(period=text) for words in file.intro]
    if named:
        intro.append(", ".join(name for _, name in named))
    notes = tuple(words.of(lang) for words in file.notes)
    report = Report(NAME, file.title.of(lang), given["on"], lang, tuple(intro), notes, tuple(tables))
    ordered = sorted(entries, key=lambda e: (e.day, e.section, e.title))
    return Changes(report, tuple(ordered), named)


def _day(section: SectionFile, record: Record) -> str:
    """The day of the change, "" when the data give none."""
    first = min((value.raw for value in record.get(section.date, ())), default="")
    if first and section.the_day_after:
        return (date.fromisoformat(first) + timedelta(days=1)).isoformat()
    return first


def _entries(section: SectionFile, rows: list[Shown], lang: str, *, is_lost: bool = False) -> Iterator[Change]:
    topic = (section.lost if is_lost and section.lost else section.title).of(lang)
    for shown in rows:
        day = _day(section, shown.record) if section.date else ""
        words = section.lost_entry if is_lost else section.entry
        title = _filled(words, shown.record, lang) if words else ""
        if is_lost and not title:
            title = f"{topic}: {_filled(section.entry, shown.record, lang) if section.entry else ''}"
        yield Change(key_of(section, shown.record), section.name, topic, day, title, shown, is_lost)


def _filled(words: Words, record: Record, lang: str) -> str:
    text = words.of(lang).format_map({name: told(values) or "?" for name, values in record.items()})
    return " ".join(text.split())


def _still_there(section: SectionFile, record: Record, held: set[str]) -> bool:
    if not section.lost_keep:
        return True
    return any(value.raw in held for value in record.get(section.lost_keep, ()))


def _filter(
    store: QuadStore, asked: Asked, fallback: QuadStore | None = None
) -> tuple[Fits, tuple[tuple[str, str], ...]]:
    """Whether a row is about everything asked: it names the thing, or rests on a paper that does."""
    wanted: list[tuple[str, set[str]]] = []
    named: list[tuple[str, str]] = []
    if asked.dossier:
        named.append(("dossier", f"dossier {asked.dossier}"))
    for name, typed in asked.about:
        thing, label = _thing(store, name, typed, asked.lang)
        papers = {row["paper"] or "" for row in run_internal(store, "papers-naming", {"thing": thing}).values()}
        if fallback is not None:
            papers |= {r["paper"] or "" for r in run_internal(fallback, "papers-naming", {"thing": thing}).values()}
        wanted.append((thing, papers))
        named.append((name, label))

    def fits(shown: Shown) -> bool:
        values = {value.raw for values in shown.record.values() for value in values}
        values |= {source.paper for source in shown.row.sources}
        return all(thing in values or not papers.isdisjoint(values) for thing, papers in wanted)

    return fits, tuple(named)


def _thing(store: QuadStore, name: str, typed: str, lang: str) -> tuple[str, str]:
    known = {subject.name: subject for subject in report_file(NAME).filters}
    if name not in known:
        near = get_close_matches(name, known, n=1)
        raise QueryError(f"changes can't be narrowed by '{name}'; known: {', '.join(near or known)}")
    return find_subject(store, known[name], typed, lang)
