"""persons.tsv, person_names.tsv and mandates.tsv."""

import re
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

from registers.common import CURATED, CURATED_ON, EERSTE_KAMER, POLDER, Row, read_table, slug
from registers.people import People, collect

_PARTY_KEYS = {
    "GL": "groenlinks",
    "Nieuw Sociaal Contract": "nsc",
    "GrBvK": "groep-bontes-van-klaveren",
    "GrKH": "groep-kortenoeven-hernandez",
    "GrKÖ": "groep-kuzu-ozturk",
    "GRSCH": "groep-van-schijndel",
    "BRINK": "lid-brinkman",
    "BONTES": "lid-bontes",
    "vKA": "lid-van-kooten-arissen",
    "Groep Krol/vKA": "groep-krol-van-kooten-arissen",
    "Krol": "lid-krol",
    "Gündoğan": "lid-gundogan",
    "Monasch": "lid-monasch",
    "Van Bemmel": "lid-van-bemmel",
    "Houwers": "lid-houwers",
    "Van Klaveren": "lid-van-klaveren",
    "Klein": "lid-klein",
    "Ephraim": "lid-ephraim",
    "Verdonk": "lid-verdonk",
    "Van Vliet": "lid-van-vliet",
    "Van Haga": "lid-van-haga",
}
"""Names of groups in the list that differ from the names in parties.tsv."""


def party_keys() -> dict[str, str]:
    """Every name of a party, lower case, to its key."""
    keys: dict[str, str] = {}
    for row in read_table(CURATED / "parties.tsv"):
        for name in (row["name"], row["full_name"], *row["variants"].split("|")):
            keys.setdefault(name.lower(), row["key"])
    return keys | {name.lower(): key for name, key in _PARTY_KEYS.items()}


def _before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def _row(person: str, body: str, since: str, until: str, origin: tuple[str, str], **more: str) -> Row:
    return {
        "person": person,
        "body": body,
        "from": since,
        "until": until,
        "source": origin[0],
        "retrieved": origin[1],
        **more,
    }


def _clean_seats(seats: list[Row]) -> list[Row]:
    """Seats that go on in the same party are joined; where two overlap, the earlier ends the day before."""
    kept: list[Row] = []
    for seat in sorted(seats, key=lambda s: (s["from"], s["until"] or "9999")):
        last = kept[-1] if kept else None
        if last is not None and (not last["until"] or last["until"] >= seat["from"]):
            if last["party"] == seat["party"]:
                last["until"] = seat["until"]
                continue
            last["until"] = _before(seat["from"])
        elif last is not None and last["party"] == seat["party"] and _next_day(last["until"]) == seat["from"]:
            last["until"] = seat["until"]
            continue
        kept.append(dict(seat))
    return kept


def _next_day(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _tk(lists: Path, people: People) -> list[Row]:
    keys = party_keys()
    seats: dict[str, list[Row]] = defaultdict(list)
    for row in read_table(lists / "office_holders.tsv"):
        if row["where"] != "tweede-kamer":
            continue
        party = row["role"].removeprefix("Kamerlid voor ")
        person = people.persons[f"tk:{row['tk_person_id']}"]
        if row["until"] and row["until"] < row["from"]:
            continue  # the list gives an end from another seat of the same member
        seats[person.id].append(_row(person.id, "tk", row["from"], row["until"], POLDER, party=keys[party.lower()]))
    for row in read_table(CURATED / "seats.tsv"):
        person = people.named(row["full_name"])
        seats[person.id].append(
            _row(person.id, "tk", row["from"], row["until"], ("curated", CURATED_ON), party=row["party"])
        )
    return [seat for person in sorted(seats) for seat in _clean_seats(seats[person])]


def _ek(lists: Path, people: People) -> list[Row]:
    keys = party_keys()
    rows: list[Row] = []
    curated = read_table(CURATED / "senate.tsv")
    replaced = {people.named(row["full_name"]).id for row in curated}
    seen: set[tuple[str, str]] = set()
    for row in read_table(lists / "office_holders.tsv"):
        if row["where"] != "eerste-kamer":
            continue
        name = re.sub(r"\s*\([^)]*\)", "", row["full_name"])
        if name not in people.by_name:
            continue  # the same senator under a second name
        person = people.named(name)
        if person.id in replaced or (person.id, row["from"]) in seen:
            continue
        seen.add((person.id, row["from"]))
        party = keys[row["role"].removeprefix("Senator voor ").lower()]
        rows.append(_row(person.id, "ek", row["from"], row["until"], EERSTE_KAMER, party=party))
    for row in curated:
        person = people.named(row["full_name"])
        origin = EERSTE_KAMER if row["from"] >= "2023-06-13" else (row["source"] or "curated", CURATED_ON)
        rows.append(_row(person.id, "ek", row["from"], row["until"], origin, party=row["party"]))
    return rows


def _kabinet(people: People) -> list[Row]:
    origin = ("curated; polder-2026-05", CURATED_ON)
    return [
        _row(people.named(row["full_name"]).id, "kabinet", row["from"], row["until"], origin, post=row["post"])
        for row in read_table(CURATED / "cabinet.tsv")
    ]


def _renamed(rows: list[Row]) -> list[Row]:
    """A seat in a party that took another name goes on under that name from that day."""
    changes = reversed(read_table(CURATED / "party_changes.tsv"))  # of two days, that of the first row holds
    renames = {r["original"]: r for r in changes if r["kind"] == "rename"}
    made = []
    for row in rows:
        rename = renames.get(row.get("party", ""))
        if rename is None or row["from"] >= rename["date"] or (row["until"] and row["until"] < rename["date"]):
            made.append(row)
            continue
        new = {"party": rename["resulting"], "from": rename["date"], "source": "curated", "retrieved": CURATED_ON}
        made += [row | {"until": _before(rename["date"])}, row | new]
    return made


def _key(row: Row) -> tuple[str, ...]:
    return tuple(row.get(name, "") for name in ("person", "body", "from", "until", "party", "post"))


def mandates(lists: Path) -> list[Row]:
    people = collect(lists)
    seats = _renamed([*_tk(lists, people), *_ek(lists, people)])
    return sorted((*seats, *_kabinet(people)), key=_key)


def persons(lists: Path) -> list[Row]:
    """Only persons with a mandate: those who held a post before August 1994 and nothing since are left out."""
    people = collect(lists)
    holding = {row["person"] for row in mandates(lists)}
    rows = [person.row() for person in people.persons.values() if person.id in holding]
    ids = [row["id"] for row in rows]
    if len(ids) != len(set(ids)):
        raise ValueError("two persons have one id; lengthen the hash")
    return sorted(rows, key=lambda row: (row["family_name"], row["full_name"], row["id"]))


def person_names(lists: Path) -> list[Row]:
    people = collect(lists)
    rows = []
    for row in read_table(CURATED / "person_names.tsv"):
        person = people.named(row["full_name"])
        if slug(row["variant"]) == slug(f"{person.particle} {person.family_name}"):
            continue  # differs in accents only, which the look-up ignores
        rows.append(row | {"person": person.id, "source": "curated", "retrieved": CURATED_ON})
    return sorted(rows, key=lambda row: (row["person"], row["variant"]))
