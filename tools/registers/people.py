"""Who is who: one record per person from the lists and the curated file, with a stable opaque id."""

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path

from registers.common import CURATED, CURATED_ON, EERSTE_KAMER, POLDER, Row, read_table

INITIALS_FILE = CURATED / "initials.tsv"
_PARTICLES = frozenset("van de den der het ten ter te 't op in el al von la le da du di dos".split())
_TITLES = re.compile(r"^(?:(?:em|prof|dr|drs|mr|ir|ing|bgen|Bgen|Em|Prof|Ir|Drs|Mr|\(b\.d\.\))[.\s]\s*)+")
_POST_NOMINAL = re.compile(r"\s+(?:MA|MSc|LLM|LL\.M\.|MBA|MDR|MMC)$")
_INITIALS = re.compile(r"^(?:[A-ZÀ-Þ][a-z]{0,2}\.)+")


@dataclass
class Person:
    identity: str
    """The source's own identifier, from which our id is made: tk:<guid>, wd:<item> or name:<full name>."""
    full_name: str
    family_name: str = ""
    particle: str = ""
    initials: str = ""
    given: str = ""
    wikidata: str = ""
    tk_person_id: str = ""
    source: str = POLDER[0]
    retrieved: str = POLDER[1]

    @property
    def id(self) -> str:
        return hashlib.sha256(self.identity.encode()).hexdigest()[:8]

    def row(self) -> Row:
        names = ("id", "family_name", "particle", "initials", "given", "full_name")
        more = ("wikidata", "tk_person_id", "source", "retrieved")
        return {name: getattr(self, name) for name in (*names, *more)}


@dataclass
class People:
    """All persons; `named` finds one by a full name under which a list or a curated file knows the person."""

    persons: dict[str, Person] = field(default_factory=dict)
    by_name: dict[str, str] = field(default_factory=dict)
    by_wikidata: dict[str, str] = field(default_factory=dict)

    def add(self, person: Person, *names: str) -> Person:
        kept = self.persons.setdefault(person.identity, person)
        for name in (person.full_name, *names):
            self.by_name.setdefault(name, kept.identity)
        if person.wikidata:
            self.by_wikidata.setdefault(person.wikidata, kept.identity)
        return kept

    def named(self, full_name: str) -> Person:
        """Raises ValueError when nobody is known by that name."""
        if full_name not in self.by_name:
            raise ValueError(f"no person is called '{full_name}'; add a row to curated/persons.tsv")
        return self.persons[self.by_name[full_name]]


def split_surname(listed: str) -> tuple[str, str]:
    """ "van den Brink" -> ("van den", "Brink")."""
    words = listed.split()
    cut = 0
    while cut < len(words) - 1 and words[cut].casefold() in _PARTICLES:
        cut += 1
    return " ".join(words[:cut]).lower(), " ".join(words[cut:])


def split_full_name(full: str) -> tuple[str, str, str]:
    """ "Cees van der Knaap" -> ("Cees", "van der", "Knaap"); the last word where there is no particle."""
    words = full.split()
    at = next((i for i, w in enumerate(words) if i and w.casefold() in _PARTICLES), len(words) - 1)
    particle, family = split_surname(" ".join(words[at:]))
    return " ".join(words[:at]), particle, family


def page_name(printed: str) -> tuple[str, str, str]:
    """ "mr. B.O. Dittrich" on the Eerste Kamer's page -> (initials, particle, family name)."""
    plain = _POST_NOMINAL.sub("", _TITLES.sub("", printed.replace("(b.d.) ", "").replace("Bgen ", "")))
    plain = _TITLES.sub("", plain)
    initials = _INITIALS.match(plain)
    particle, family = split_surname(plain[initials.end() if initials else 0 :].strip())
    return initials[0] if initials else "", particle, family


def collect(lists: Path) -> People:
    """Everybody: members of the Tweede Kamer, office holders, senators, and the curated rows on top."""
    people = People()
    holders = read_table(lists / "office_holders.tsv")
    same = {row["wikidata"]: row["full_name"] for row in read_table(CURATED / "same_person.tsv")}
    for row in holders:
        if row["where"] == "tweede-kamer":
            _add_member(people, row)
    for row in holders:
        if row["where"] == "kabinet" and row["wikidata"] and not row["full_name"].startswith("Q"):
            _add_holder(people, row, same)
    _add_senators(people, lists, holders)
    _apply_curated(people)
    _apply_initials(people)
    return people


def _add_member(people: People, row: Row) -> None:
    particle, family = split_surname(row["name_as_listed"])
    people.add(
        Person(
            identity=f"tk:{row['tk_person_id']}",
            full_name=row["full_name"],
            family_name=family,
            particle=particle,
            given=row["given_or_initials"],
            wikidata=row["wikidata"],
            tk_person_id=row["tk_person_id"],
        )
    )


def _add_holder(people: People, row: Row, same: dict[str, str]) -> None:
    known = people.by_wikidata.get(row["wikidata"]) or people.by_name.get(row["full_name"])
    if row["wikidata"] in same:
        known = people.by_name[same[row["wikidata"]]]
    if known is not None:
        person = people.persons[known]
        person.wikidata = person.wikidata or row["wikidata"]
        people.by_name.setdefault(row["full_name"], known)
        return
    given, particle, family = split_full_name(row["full_name"])
    people.add(
        Person(
            identity=f"wd:{row['wikidata']}",
            full_name=row["full_name"],
            family_name=family,
            particle=particle,
            given=given,
            wikidata=row["wikidata"],
        )
    )


def _add_senators(people: People, lists: Path, holders: list[Row]) -> None:
    by_slug = {row["source"].rsplit("/", 1)[-1]: row for row in holders if row["where"] == "eerste-kamer"}
    for page in read_table(lists / "senators_2026-05.tsv"):
        initials, particle, family = page_name(page["name_on_page"])
        listed = by_slug.get(page["page_slug"], {})
        full = listed.get("full_name") or page["full_name"]
        full = re.sub(r"\s*\([^)]*\)", "", full)
        if full in people.by_name:
            person = people.named(full)
            person.initials = person.initials or initials
            continue
        given = full.removesuffix(f"{particle} {family}".strip()).strip()
        people.add(
            Person(
                identity=f"ek:{initials}{particle}{family}".lower().replace(" ", ""),
                full_name=full,
                family_name=family,
                particle=particle,
                initials=initials,
                given=given,
                source=EERSTE_KAMER[0],
                retrieved=EERSTE_KAMER[1],
            )
        )


def _apply_curated(people: People) -> None:
    for row in read_table(CURATED / "persons.tsv"):
        if row["match"] in people.by_name:
            person = people.named(row["match"])
            for name in ("family_name", "particle", "given", "full_name"):
                setattr(person, name, row[name])
            person.initials = person.initials or row["initials"]
            people.by_name.setdefault(row["full_name"], person.identity)
        elif row["full_name"] not in people.by_name:
            guid = row["tk_person_id"]
            people.add(
                Person(
                    identity=f"tk:{guid}" if guid else f"name:{row['full_name']}",
                    source="curated",
                    retrieved=CURATED_ON,
                    **{k: v for k, v in row.items() if k != "match"},
                )
            )


def _apply_initials(people: People) -> None:
    """Raises ValueError where the file contradicts what another list or curated/persons.tsv gives."""
    for row in read_table(INITIALS_FILE):
        person = people.named(row["full_name"])
        if person.initials and not person.initials.startswith(row["initials"]):
            raise ValueError(f"{INITIALS_FILE}: {row['full_name']} is {person.initials}, not {row['initials']}")
        person.initials = person.initials or row["initials"]
