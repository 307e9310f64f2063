"""Which things of the other register may be meant: looked up by name, or picked from those who held a seat.

A few questions for many entities: names and items go in batches, holders of seats come once and are compared here,
where a spelling error doesn't hide them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz import process
from rapidfuzz.distance import OSA

from sovgraph.reconcile.endpoint import Endpoint, EndpointError
from sovgraph.reconcile.facts import candidates_of
from sovgraph.reconcile.model import Candidate, Entity, Kind
from sovgraph.reconcile.names import Level, compare_surnames, readings, surname_of
from sovgraph.reconcile.target import Target
from sovgraph.store import Cell

BATCH = 50
"""Names or items in one question: small enough for a public endpoint's time limit."""

PAGES = 100
"""At most so many pages of holders: an endpoint that goes on for ever is left."""

_NAMED = frozenset(("item", "name"))
_BOUND = {"by-name": _NAMED, "holders": _NAMED, "registered": _NAMED, "facts": frozenset(("item", "field"))}
"""What each row of an answer must have; a value that the register calls unknown is a blank node."""

Watched = Callable[[Sequence[list[str]]], Iterable[list[str]]]
"""Passes batches through, and may show how far it is."""

MANY = 25
"""So many candidates are looked at for one entity, the closest names first."""


@dataclass(slots=True)
class Found:
    """`candidates` by entity. `failed` says what the endpoint didn't answer, `unsure` whom that concerns."""

    candidates: dict[str, tuple[Candidate, ...]] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)
    unsure: set[str] = field(default_factory=set)


@dataclass(slots=True)
class _Search:
    endpoint: Endpoint
    target: Target
    found: Found
    items: dict[str, dict[str, None]] = field(default_factory=dict)

    def rows(self, whom: Iterable[str], query: str, **values: list[Cell]) -> tuple[dict[str, str], ...]:
        """Rows as plain text; a failure is noted with the entities that it concerns, and gives none."""
        try:
            rows = self.endpoint.select(self.target.text(query, **values))
            found = tuple({name: cell.value for name, cell in row.items() if cell.kind != "bnode"} for row in rows)
            if any(not _BOUND[query] <= row.keys() for row in found):
                raise EndpointError("the answer lacks columns that were asked for")
        except EndpointError as error:
            self.found.failed.append(f"{query}: {error}")
            self.found.unsure.update(whom)
            return ()
        return found

    def add(self, entity: str, item: str) -> None:
        self.items.setdefault(entity, {})[item] = None


def find_candidates(
    entities: Iterable[Entity],
    endpoint: Endpoint,
    target: Target,
    watched: Watched = iter,
) -> Found:
    """Candidates of each entity with all that is known of them. What the endpoint refuses is noted, not raised."""
    ours = tuple(entities)
    search = _Search(endpoint, target, Found())
    for entity in ours:
        for iri in entity.known:
            search.add(entity.iri, iri)
    _by_name(search, ours)
    _by_seat(search, tuple(e for e in ours if e.kind is Kind.PERSON))
    facts = _facts(search, watched)
    for entity in ours:
        items = search.items.get(entity.iri, {})
        search.found.candidates[entity.iri] = tuple(facts[item] for item in items if item in facts)
    return search.found


def _by_name(search: _Search, entities: tuple[Entity, ...]) -> None:
    """Things that bear exactly one of the names. Who bears which is told by their names afterwards."""
    wanted: dict[str, list[str]] = {}
    for entity in entities:
        for name in _asked(entity, search.target):
            if len(name) > 1 and (entity.kind is not Kind.PERSON or " " in name):
                wanted.setdefault(name, []).append(entity.iri)
    for batch in _batches(sorted(wanted)):
        whom = {iri for name in batch for iri in wanted[name]}
        for row in search.rows(whom, "by-name", name=[Cell("literal", name) for name in batch]):
            for name in batch:
                if row.get("name") == name:
                    for iri in wanted[name]:
                        search.add(iri, row["item"])


def _asked(entity: Entity, target: Target) -> Iterator[str]:
    """Its names, and the forms that other registers give to such names ("vaste commissie voor Defensie")."""
    yield from entity.names
    for form in target.values("name_form", entity.kind.value):
        for name in entity.names:
            yield form.format(name)


def _by_seat(search: _Search, persons: tuple[Entity, ...]) -> None:
    """Holders of the seats whose surname is like that of a person of ours."""
    if not persons:
        return
    whom = [p.iri for p in persons]
    bodies = {role.body for person in persons for role in person.roles if role.body}
    pool: dict[str, set[str]] = {}
    positions = [x for body in sorted(bodies) for x in search.target.values("position", body)]
    if positions:
        _pages(search, pool, whom, "holders", position=[Cell("iri", x) for x in positions])
    for value in search.target.values("register"):
        _pages(search, pool, whom, "registered", property=[Cell("iri", value)])
    blocks = _blocks(pool)
    choices = sorted(blocks)
    for person in persons:
        for item in _like(person, blocks, choices):
            search.add(person.iri, item)


def _pages(search: _Search, pool: dict[str, set[str]], whom: list[str], query: str, **values: list[Cell]) -> None:
    """Page after page, each beginning behind the last address of the one before, until one is empty."""
    after = ""
    for _ in range(PAGES):
        rows = search.rows(whom, query, **values, after=[Cell("literal", after)])
        if not rows:
            return
        for row in rows:
            pool.setdefault(row["item"], set()).add(row["name"])
        last = max(row["item"] for row in rows)
        if last <= after:
            return
        after = last


def _blocks(pool: dict[str, set[str]]) -> dict[str, set[str]]:
    """Items by their surnames without and with particle, and by each half of a double name."""
    blocks: dict[str, set[str]] = {}
    for item in sorted(pool):
        for name in sorted(pool[item]):
            for read in readings(name):
                for key in (read.surname.core, read.surname.whole, *read.surname.parts):
                    blocks.setdefault(key, set()).add(item)
    return blocks


def _like(person: Entity, blocks: dict[str, set[str]], choices: list[str]) -> list[str]:
    """Items in the order of how near their names come; at most MANY."""
    near: dict[str, int] = {}
    for key in dict.fromkeys(_keys(person)):
        for choice, distance, _ in process.extract(key, choices, scorer=OSA.distance, score_cutoff=2, limit=None):
            if distance and compare_surnames(surname_of(key), surname_of(choice)) is Level.OTHER:
                continue
            for item in blocks[choice]:
                near[item] = min(near.get(item, 9), int(distance))
    return sorted(near, key=lambda item: (near[item], item))[:MANY]


def _keys(person: Entity) -> Iterator[str]:
    surnames = [surname_of(person.surname)] if person.surname else []
    surnames += [read.surname for name in person.names for read in readings(name)]
    for surname in surnames:
        yield surname.core
        yield surname.whole  # "ter Poorten", "Terpoorten"
        yield from surname.parts


def _facts(search: _Search, watched: Watched) -> dict[str, Candidate]:
    owners: dict[str, list[str]] = {}
    for entity, items in search.items.items():
        for item in items:
            owners.setdefault(item, []).append(entity)
    facts: dict[str, Candidate] = {}
    for batch in watched(list(_batches(sorted(owners)))):
        whom = {iri for item in batch for iri in owners[item]}
        rows = search.rows(whom, "facts", item=[Cell("iri", item) for item in batch])
        facts.update(candidates_of(rows, search.target))
    return facts


def _batches(items: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(items), BATCH):
        yield items[start : start + BATCH]
