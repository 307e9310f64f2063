"""A Wikidata-shaped graph made from a table of invented items, and entities of ours from a table of cases."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sovgraph.reconcile import Entity, Kind, Role
from sovgraph.resources import read_tsv
from sovgraph.store.terms import escape

HERE = Path(__file__).resolve().parent
WD = "http://www.wikidata.org/entity/"
POSITIONS = {"tk": "Q18887908", "ek": "Q19305384", "kabinet": "Q900000901", "other": "Q900000902"}
POSITION_NAMES = {
    "tk": "lid van de Tweede Kamer der Staten-Generaal",
    "ek": "lid van de Eerste Kamer der Staten-Generaal",
    "kabinet": "minister van Nederland",
    "other": "doelman",
}
_NS = {
    "wd": WD,
    "p": "http://www.wikidata.org/prop/",
    "ps": "http://www.wikidata.org/prop/statement/",
    "pq": "http://www.wikidata.org/prop/qualifier/",
    "wdt": "http://www.wikidata.org/prop/direct/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}


@dataclass(frozen=True)
class Case:
    entity: Entity
    group: str
    gold: str
    why: str

    @property
    def part(self) -> str:
        """ "written": rules were written on it; "held": the half with an odd SHA-256; "fresh" and "last": made after
        that. The last three were measured before they were looked at."""
        first = self.entity.iri.rpartition("/")[2][0]
        if first in "fl":
            return {"f": "fresh", "l": "last"}[first]
        return "held" if hashlib.sha256(self.entity.iri.encode()).digest()[0] % 2 else "written"


def iri(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"<{_NS[prefix]}{local}>"


def triple(subject: str, predicate: str, value: str) -> str:
    return f"{iri(subject)} {iri(predicate)} {value} .\n"


def literal(text: str, lang: str = "nl") -> str:
    return f'"{escape(text)}"@{lang}'


def moment(day: str) -> str:
    return f'"{day}T00:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime>'


def read_items() -> list[dict[str, str]]:
    return read_tsv(HERE / "items.tsv")


def wikidata(items: Iterable[dict[str, str]]) -> bytes:
    """The graph as N-Triples, in the shape in which Wikidata gives statements, qualifiers and labels."""
    rows = list(items)
    parties = {name: row["item"] for row in rows if row["kind"] == "party" for name in _names(row)}
    lines = [line for row in rows for line in _item(row, parties)]
    for body, position in POSITIONS.items():
        lines.append(triple(f"wd:{position}", "rdfs:label", literal(POSITION_NAMES[body])))
    return "".join(lines).encode()


def _names(row: dict[str, str]) -> list[str]:
    return [row["label"], *(name for name in row["aliases"].split("|") if name)]


def named(name: str) -> str:
    """An item for a thing of which only the name matters (a type, a whole, a party without a row)."""
    return f"wd:Q8{int(hashlib.sha256(name.encode()).hexdigest()[:8], 16):010d}"


def _item(row: dict[str, str], parties: dict[str, str]) -> Iterator[str]:
    it = f"wd:{row['item']}"
    yield triple(it, "rdfs:label", literal(row["label"]))
    yield triple(it, "rdfs:label", literal(row["label"], "en"))
    for alias in row["aliases"].split("|"):
        if alias:
            yield triple(it, "skos:altLabel", literal(alias))
    for prop, key in (("P569", "born"), ("P570", "died")):
        if row[key]:
            yield triple(it, f"wdt:{prop}", moment(f"{row[key]}-05-04"))
    for prop, key in (("P571", "since"), ("P576", "until")):
        if row[key]:
            yield triple(it, f"wdt:{prop}", moment(row[key]))
    if row["register"]:
        yield triple(it, "wdt:P1749", f'"{escape(row["register"])}"')
    if row["country"]:
        yield triple(it, "wdt:P17", iri(f"wd:{row['country']}"))
    for prop, key in (("P31", "types"), ("P361", "part_of")):
        if row[key]:
            yield triple(it, f"wdt:{prop}", iri(named(row[key])))
            yield triple(named(row[key]), "rdfs:label", literal(row[key]))
    yield from _statements(row, it, parties)


def _statements(row: dict[str, str], it: str, parties: dict[str, str]) -> Iterator[str]:
    for number, role in enumerate(filter(None, row["roles"].split(";"))):
        body, party, since, until = role.split("/")
        if body in POSITIONS:
            yield from _statement(it, f"{row['item']}-P39-{number}", "P39", f"wd:{POSITIONS[body]}", since, until)
            if party:
                group, more = _party(party, parties)
                yield from more
                yield triple(f"wd:statement/{row['item']}-P39-{number}", "pq:P4100", iri(group))
            yield triple(f"wd:statement/{row['item']}-P39-{number}", "pq:P768", iri(named("Nederland")))
    for number, membership in enumerate(filter(None, row["parties"].split(";"))):
        party, since, until = membership.split("/")
        group, more = _party(party, parties)
        yield from more
        yield from _statement(it, f"{row['item']}-P102-{number}", "P102", group, since, until)


def _party(name: str, parties: dict[str, str]) -> tuple[str, list[str]]:
    if name in parties:
        return f"wd:{parties[name]}", []
    return named(name), [triple(named(name), "rdfs:label", literal(name))]


def _statement(it: str, key: str, prop: str, value: str, since: str, until: str) -> Iterator[str]:
    node = f"wd:statement/{key}"
    yield triple(it, f"p:{prop}", iri(node))
    yield triple(it, f"wdt:{prop}", iri(value))
    yield triple(node, f"ps:{prop}", iri(value))
    for qualifier, day in (("P580", since), ("P582", until)):
        if day:
            yield triple(node, f"pq:{qualifier}", moment(day))


def read_cases() -> tuple[Case, ...]:
    return tuple(_case(row) for row in read_tsv(HERE / "cases.tsv"))


def _case(row: dict[str, str]) -> Case:
    entity = Entity(
        iri=f"https://example.org/id/{row['kind']}/{row['id']}",
        kind=Kind(row["kind"]),
        names=tuple(row["names"].split("|")),
        surname=row["surname"],
        initials=row["initials"],
        born=int(row["born"]) if row["born"] else None,
        roles=tuple(_role(text) for text in row["roles"].split(";") if text),
        since=_day(row["since"]),
        until=_day(row["until"]),
        part_of=row["part_of"],
    )
    return Case(entity, row["cls"], WD + row["gold"] if row["gold"] else "", row["why"])


def _role(text: str) -> Role:
    body, party, since, until = text.split("/")
    return Role(body, party_names(party), _day(since), _day(until))


def party_names(name: str) -> tuple[str, ...]:
    return (name,) if name else ()


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
