"""A Wikidata-shaped graph of real office holders, damaged on purpose, and our register of persons without its numbers.

A realistic check that no rule was written on: who is who is known by the numbers that are taken away.
"""

import hashlib
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from tests.reconcile.imitation import WD

from sovgraph.authority import Authority
from sovgraph.ids import Ids
from sovgraph.reconcile import Entity, Kind, entities_of_registers
from sovgraph.resources import read_tsv

_BODIES = {"tweede-kamer": "tk", "eerste-kamer": "ek", "kabinet": "kabinet"}
ABSENT = 5
"""One in so many isn't in the graph at all."""


def _dice(key: str, kind: str, sides: int) -> int:
    return int(hashlib.sha256(f"{key} {kind}".encode()).hexdigest()[:8], 16) % sides


def persons_without_numbers(names: Authority) -> tuple[tuple[Entity, str], ...]:
    """Our persons, and the item that each is according to the register."""
    entities = entities_of_registers(names, Ids(), (Kind.PERSON,), WD)
    return tuple((replace(e, known=()), e.known[0] if e.known else "") for e in entities)


def damaged_items(path: Path, throw: int = 0) -> list[dict[str, str]]:
    """Rows like those of items.tsv, each person once, some missing; other damage with each throw of the dice."""
    people: dict[str, list[dict[str, str]]] = {}
    for row in read_tsv(path):
        if row["wikidata"]:
            people.setdefault(row["wikidata"], []).append(row)
    keys = {item: f"{item} {throw}" if throw else item for item in people}
    left = [item for item in sorted(people) if _dice(keys[item], "absent", ABSENT)]
    return [_item(item, keys[item], people[item]) for item in left]


def _item(item: str, key: str, rows: list[dict[str, str]]) -> dict[str, str]:
    name = rows[0]["full_name"]
    label = _damaged(key, name)
    parties = sorted({party for row in rows if (party := row["role"].partition(" voor ")[2])})
    return {
        "item": item,
        "kind": "person",
        "label": label,
        "aliases": name if _dice(key, "alias", 5) == 0 else "",
        "born": "",
        "died": "",
        "roles": ";".join(_roles(key, rows)),
        "parties": ""
        if _dice(key, "party", 4) == 0
        else ";".join(f"{party.replace(chr(47), chr(32))}//" for party in parties),
        "types": "mens",
        "country": "",
        "part_of": "",
        "since": "",
        "until": "",
        "register": f"vg{item.lower()}",
    }


def _damaged(key: str, name: str) -> str:
    """One kind of damage, or none in four of twelve."""
    words, kind = name.split(), _dice(key, "name", 12)
    small = [w for w in words[1:-1] if w.islower()]
    if kind == 0 and small:
        return " ".join(w for w in words if w not in small)
    if kind == 1 and len(words[-1]) > 6:
        place = 2 + _dice(key, "place", len(words[-1]) - 4)
        return " ".join([*words[:-1], words[-1][:place] + words[-1][place + 1 :]])
    if kind == 2:
        return " ".join([f"{words[0][0]}.", *words[1:]])
    if kind == 3:
        return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    if kind == 4 and len(words[0]) > 5:
        return " ".join([words[0][:3] + words[0][4:], *words[1:]])
    if kind == 5 and "-" in words[-1]:
        return " ".join([*words[:-1], words[-1].partition("-")[0]])
    if kind == 6 and small:
        return f"{words[-1]}, {words[0]} {' '.join(small)}"
    if kind == 7:
        return f"{words[0]} {words[0][0]}. {' '.join(words[1:])}"
    return name


def _roles(key: str, rows: list[dict[str, str]]) -> Iterator[str]:
    for number, row in enumerate(rows):
        if number and _dice(key, f"missing {number}", 6) == 0:
            continue
        kind = _dice(key, f"dates {number}", 6)
        since, until = (_day(row[key], kind) for key in ("from", "until"))
        party = "" if _dice(key, f"group {number}", 3) else row["role"].partition(" voor ")[2]
        yield f"{_BODIES[row['where']]}/{party.replace('/', ' ')}/{since}/{until}"


def _day(text: str, kind: int) -> str:
    if not text or kind > 2:
        return text
    if kind == 0:
        return f"{text[:4]}-01-01"
    return (date.fromisoformat(text) + timedelta(days=(17, -24)[kind - 1])).isoformat()
