"""A report's file, `queries/reports/<name>.toml`: which stored queries it asks and how its parts read in nl and en."""

import tomllib
from difflib import get_close_matches
from functools import cache
from pathlib import Path

import msgspec

from sovgraph.errors import QueryError, ResourceError
from sovgraph.resources import folder


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text in both languages."""

    nl: str
    en: str

    def of(self, lang: str) -> str:
        return self.en if lang == "en" else self.nl


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A code that a row gets when all conditions of `when` hold; see `conditions`."""

    code: str
    when: tuple[str, ...] = ()


class Column(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A column of the query under its own heading, or one that is worked out.

    `otherwise`: the column that is shown where this one is empty. `when`: it has a value only when these hold.
    `event`: a day after the day of the report isn't shown. `days`: days from the first of two dates to the second,
    with `past` only those above nought. `cases`: the code of the first case that fits.
    `count`, `median`, `max`: only with `by` of the section; `count` is a condition, "*" counts every row.
    `code`: values are codes of `queries/words.tsv`.
    """

    name: str
    nl: str
    en: str
    otherwise: str = ""
    when: tuple[str, ...] = ()
    event: bool = False
    days: tuple[str, str] | None = None
    past: bool = False
    cases: tuple[Case, ...] = ()
    code: bool = False
    count: str = ""
    median: str = ""
    max: str = ""

    def heading(self, lang: str) -> str:
        return self.en if lang == "en" else self.nl

    @property
    def is_worked_out(self) -> bool:
        return bool(self.days or self.cases)

    @property
    def sums_up(self) -> bool:
        return bool(self.count or self.median or self.max)


class SectionFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One table. `key`: rows with the same values there are one row, whose other cells hold all values.

    `rows`: conditions on each row of the query, `keep`: on each row of the table; all of them must hold. `group`: a
    heading for each value of this column. `by`: one row for each combination of these columns, the others sum up.
    `sort`: columns, "-name" backwards. `evidence`: where the sentence of a row comes from, "letter sov:hasDeadline",
    "sov:reminds letter", or "@ paper start" for a query that gives the place itself; see `sources`.

    Of reports of changes: `date` is the day of a change (`the_day_after`: it shows a day later), `entry` tells it,
    `lost` and `lost_entry` tell what an older store has and a newer one hasn't; `lost_keep` names the column of a
    paper that must still be there, else the row went with its paper.
    """

    name: str
    title: Words
    query: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    text: Words | None = None
    empty: Words | None = None
    params: dict[str, str] = {}
    rows: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    group: str = ""
    nobody: Words | None = None
    by: tuple[str, ...] = ()
    sort: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    date: str = ""
    the_day_after: bool = False
    entry: Words | None = None
    lost: Words | None = None
    lost_entry: Words | None = None
    lost_keep: str = ""


class Subject(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a report is asked about, the word behind its name: a dossier, a country, a member.

    `find`: "person" for the name of a person; `query`: a stored query, in which a row with the word in one of the
    columns `names` gives the value of its column `value`; without either the word is the value, less its blanks.
    """

    name: str
    example: str
    description: Words
    find: str = ""
    query: str = ""
    names: tuple[str, ...] = ()
    value: str = ""


class ReportFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file; `{subject}` and `{on}` in its texts are filled in."""

    title: Words
    description: Words
    intro: tuple[Words, ...]
    sections: tuple[SectionFile, ...]
    notes: tuple[Words, ...] = ()
    subject: Subject | None = None
    filters: tuple[Subject, ...] = ()


def load_report(path: Path) -> ReportFile:
    """Raises ResourceError that names the file and what is wrong in it."""
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), ReportFile)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, UnicodeDecodeError) as error:
        raise ResourceError(f"{path}: not a report ({error}); compare with its neighbours") from error


@cache
def report_names() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in (folder("queries") / "reports").glob("*.toml")))


@cache
def report_file(name: str) -> ReportFile:
    """The report of this name. Raises QueryError with the nearest names."""
    if name not in report_names():
        near = get_close_matches(name, report_names(), n=3, cutoff=0.4)
        hint = f"did you mean {', '.join(near)}?" if near else f"known: {', '.join(report_names())}"
        raise QueryError(f"no report '{name}'; {hint}")
    return load_report(folder("queries") / "reports" / f"{name}.toml")
