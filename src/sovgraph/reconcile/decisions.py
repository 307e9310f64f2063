"""Decisions of a person, which always win: read from the reviewed table or from a file kept by hand."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sovgraph.errors import ConfigError
from sovgraph.query.spreadsheet import as_meant
from sovgraph.store.terms import is_iri

IS = frozenset(("is", "ja", "yes", "j", "y", "x", "1"))
IS_NOT = frozenset(("is not", "is niet", "isnot", "nee", "no", "n", "0"))
NEEDED = ("entity", "target", "decision", "by", "on")


@dataclass(frozen=True, slots=True)
class Ruling:
    """A person's word that `entity` is, or is not, `target`."""

    entity: str
    target: str
    same: bool
    by: str
    on: str
    note: str = ""


def read_rulings(paths: Iterable[str | Path]) -> tuple[Ruling, ...]:
    """Rows with a decision, of CSV or TSV files with these columns and any others; a row without one is undecided.

    Raises ConfigError: unreadable, columns missing, a word that isn't known, no name or day, or two that contradict.
    """
    found: dict[tuple[str, str], Ruling] = {}
    for path in paths:
        for place, ruling in _rulings(Path(path)):
            old = found.setdefault((ruling.entity, ruling.target), ruling)
            if old.same != ruling.same:
                raise ConfigError(
                    f"{place}: says the opposite of an earlier row on {ruling.entity}; keep one of the two"
                )
    return tuple(found[key] for key in sorted(found))


def _rulings(path: Path) -> Iterator[tuple[str, Ruling]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ConfigError(f"{path}: can't be read ({error.strerror}); give another --decisions") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: not UTF-8 text; save it as CSV UTF-8") from error
    lines = [line for line in text.splitlines(keepends=True) if not line.startswith("#")]
    head = lines[0] if lines else ""
    delimiter = max("\t;,", key=head.count)
    reader = csv.DictReader(io.StringIO("".join(lines)), delimiter=delimiter)
    missing = [name for name in NEEDED if name not in (reader.fieldnames or ())]
    if missing:
        raise ConfigError(f"{path}: no column {', '.join(missing)}; expected {', '.join(NEEDED)}")
    try:
        for row in reader:
            place = f"{path}:{reader.line_num}"
            ruling = _ruling(
                place, {name: as_meant((row[name] or "").strip()) for name in (*NEEDED, "note") if name in row}
            )
            if ruling is not None:
                yield place, ruling
    except csv.Error as error:
        raise ConfigError(f"{path}: not a table ({error})") from error


def _ruling(place: str, row: dict[str, str]) -> Ruling | None:
    word = row["decision"].casefold()
    if not word:
        return None
    if word not in IS | IS_NOT:
        raise ConfigError(f"{place}: decision '{row['decision']}'; expected is, is not, or nothing")
    for name in ("entity", "target"):
        if "://" not in row[name] or not is_iri(row[name]):
            raise ConfigError(f"{place}: {name} '{row[name]}' isn't an address (IRI)")
    for name in ("by", "on"):
        if not row[name]:
            raise ConfigError(f"{place}: a decision without '{name}'; say who decided and when")
    return Ruling(row["entity"], row["target"], word in IS, row["by"], row["on"], row.get("note", ""))
