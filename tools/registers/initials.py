"""Initials of persons: what other lists print, compared with and added to curated/initials.tsv.

The build reads only the curated file, so the registers are the same with and without those lists.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from registers.common import Row, read_table, slug
from registers.mandates import mandates
from registers.people import INITIALS_FILE, People, Person, collect, page_name

_COLUMNS = ("full_name", "initials", "source", "retrieved")
_WHOLE = re.compile(r"(?:[A-ZÀ-Þ][a-z]{0,2}\.)+")
_CALLED = re.compile(r"\(([^()]+)\)\s*")

Found = tuple[Person, str, str, str]
"""The person, the initials as printed, the source and its day."""


def clean(printed: str) -> str:
    """ "M.G.F " -> "M.G.F."; empty when these are no initials."""
    bare = printed.replace(" ", "")
    whole = bare if bare.endswith(".") or not bare else f"{bare}."
    return whole if _WHOLE.fullmatch(whole) else ""


def agree(one: str, other: str) -> bool:
    """Whether one list of initials begins the other: many sources print the first only."""
    a, b = (re.findall(r"[A-ZÀ-Þ]", text) for text in (one, other))
    shorter = min(len(a), len(b))
    return a[:shorter] == b[:shorter]


def update(lists: Path, corpus: Path) -> list[str]:
    """Adds to curated/initials.tsv what the lists in `corpus` print of persons without initials.

    Returns a line for each person whose initials differ between the sources: those are left out."""
    people = collect(lists)
    printed: dict[str, list[Found]] = defaultdict(list)
    for found in (*_register(corpus, people), *_cabinets(corpus, people, lists), *_movers(corpus, people, lists)):
        printed[found[0].identity].append(found)
    rows, differing = read_table(INITIALS_FILE), []
    for identity in sorted(printed):
        person = people.persons[identity]
        longest = max(printed[identity], key=lambda found: len(found[1]))
        variants = {initials for _, initials, _, _ in printed[identity]} | ({person.initials} - {""})
        if not all(agree(a, b) for a in variants for b in variants):
            differing.append(f"{person.full_name}: {', '.join(sorted(variants))}")
        elif not person.initials:
            rows.append(dict(zip(_COLUMNS, (person.full_name, *longest[1:]), strict=True)))
    _write(rows)
    return differing


def _write(rows: list[Row]) -> None:
    remarks = [line for line in INITIALS_FILE.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    ordered = sorted(rows, key=lambda row: row["full_name"])
    lines = ["\t".join(row[column] for column in _COLUMNS) for row in ordered]
    INITIALS_FILE.write_text("\n".join([*remarks, "\t".join(_COLUMNS), *lines]) + "\n", encoding="utf-8")


def _register(corpus: Path, people: People) -> Iterator[Found]:
    """The Tweede Kamer's own register of persons, by its identifier."""
    for path in sorted((corpus / "odata").glob("*.json")):
        if not path.name.startswith(("persoon_page", "active_members_detailed")):
            continue
        content = json.loads(path.read_text(encoding="utf-8"))
        for listed in content if isinstance(content, list) else content["value"]:
            person, initials = people.persons.get(f"tk:{listed['Id']}"), clean(listed.get("Initialen") or "")
            if person is not None and initials:
                yield person, initials, "tweedekamer.nl-odata", "2025-10-03"


def _cabinets(corpus: Path, people: People, lists: Path) -> Iterator[Found]:
    """Members of the cabinets of the list, by surname among those who hold a post on the first day."""
    path = corpus / "lists" / "wetgevingsmonitor-kabinetten.json"
    sitting = _Sitting(people, lists)
    for cabinet in json.loads(path.read_text(encoding="utf-8")).values() if path.exists() else ():
        for member in cabinet["bewindspersonen"]:
            yield from sitting.found(member["naam"], "kabinet", cabinet["startDatum"], "wetgevingsmonitor")


def _movers(corpus: Path, people: People, lists: Path) -> Iterator[Found]:
    """Movers in the metadata of motions, by surname among the members of the day."""
    path = corpus / "lists" / "motions.tsv"
    sitting = _Sitting(people, lists)
    pairs = {
        (name, row["date"])
        for row in (read_table(path) if path.exists() else ())
        for name in row["indieners_metadata"].split("|")
        if name and row["date"]
    }
    for name, day in sorted(pairs):
        yield from sitting.found(name, "tk", day, "officielebekendmakingen.nl")


class _Sitting:
    """Finds the one person of a surname who sits in a body on a day."""

    def __init__(self, people: People, lists: Path) -> None:
        by_id = {person.id: person for person in people.persons.values()}
        self._seats: dict[tuple[str, str], list[tuple[Row, Person]]] = defaultdict(list)
        for row in mandates(lists):
            person = by_id[row["person"]]
            self._seats[row["body"], slug(f"{person.particle} {person.family_name}")].append((row, person))

    def found(self, printed: str, body: str, day: str, source: str) -> Iterator[Found]:
        called = _CALLED.search(printed)
        initials, particle, family = page_name(_CALLED.sub("", printed))
        holders = {
            person.identity: person
            for row, person in self._seats[body, slug(f"{particle} {family}")]
            if row["from"] <= day <= (row["until"] or "9999")
            and (called is None or slug(called[1]) == slug(person.given))
        }
        if len(holders) == 1 and clean(initials):
            yield next(iter(holders.values())), clean(initials), source, day
