"""What lies around one thing, one or two steps far; what has very many links is shown but not followed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from sovgraph.export.facts import Facts, facts_of, shown_kind
from sovgraph.export.view import GraphView, make_view, tail
from sovgraph.query import ask_about, labels_of, view_rows
from sovgraph.store import QuadStore

AROUND = 80
"""Neighbours shown of the thing itself; of each kind of link the same share."""
FOLLOWED = 25
"""A neighbour with more links than this is over-connected: it is shown, but its own links are not."""
MOST = 400
"""Things in the whole picture."""

Link = tuple[str, str, str]
"""Source, property, target."""


@dataclass
class _Ego:
    store: QuadStore
    centre: str
    lang: str
    links: set[Link] = field(default_factory=set)
    things: set[str] = field(default_factory=set)
    hidden: dict[str, int] = field(default_factory=dict)
    facts: dict[str, Facts] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)

    def shown(self, links: Iterable[Link]) -> list[Link]:
        """The links whose ends are things that a picture shows; no thing to itself."""
        found = sorted({link for link in links if link[0] != link[2]})
        unknown = {end for link in found for end in (link[0], link[2])} - set(self.kinds)
        known = facts_of(self.store, unknown, self.lang)
        self.kinds |= {iri: shown_kind(known.get(iri, ())) for iri in unknown}
        # The centre is always shown, whatever it is.
        self.kinds[self.centre] = self.kinds.get(self.centre) or "Thing"
        return [link for link in found if self.kinds[link[0]] and self.kinds[link[2]]]


def ego_view(store: QuadStore, thing: str, *, hops: int = 1, lang: str = "nl") -> GraphView:
    """The view around a thing, given by its IRI. Raises QueryError for what is none."""
    ego = _Ego(store, thing, lang)
    rows = view_rows(store, "ego", {"thing": thing}, lang=lang)
    links = ego.shown((row.source, row.property, row.target) for row in rows)
    kept = list(_fair(links, thing))
    ego.links |= set(kept)
    ego.things |= {thing} | {end for link in kept for end in (link[0], link[2])}
    if len(kept) < len(links):
        ego.hidden[thing] = len(links) - len(kept)
    if hops > 1:
        _second(ego)
    return _made(ego)


def _fair(links: list[Link], centre: str) -> Iterator[Link]:
    """The first links of each property and direction in turn, until there are enough neighbours."""
    groups: dict[tuple[str, bool], list[Link]] = {}
    for link in links:
        groups.setdefault((link[1], link[0] == centre), []).append(link)
    queues = [groups[key] for key in sorted(groups)]
    seen: set[str] = set()
    for rank in range(max(map(len, queues), default=0)):
        for queue in queues:
            if rank < len(queue):
                other = queue[rank][2] if queue[rank][0] == centre else queue[rank][0]
                if other in seen or len(seen) < AROUND:
                    seen.add(other)
                    yield queue[rank]


def _second(ego: _Ego) -> None:
    for neighbour in sorted(ego.things - {ego.centre}):
        rows = (row.values() for row in ask_about(ego.store, "view-ego", thing=[neighbour]))
        links = ego.shown((s.value, p.value, t.value) for s, p, t in rows if s and p and t)
        new = {end for link in links for end in (link[0], link[2])} - ego.things
        inside = [link for link in links if link[0] in ego.things and link[2] in ego.things]
        if len(links) > FOLLOWED or len(ego.things) + len(new) > MOST:
            ego.links |= set(inside)
            if len(links) > len(inside):
                ego.hidden[neighbour] = len(links) - len(inside)
        else:
            ego.links |= set(links)
            ego.things |= new


def _made(ego: _Ego) -> GraphView:
    names = labels_of(ego.store, ego.things, ego.lang)
    rows = [(s, names.get(s, ""), ego.kinds[s], p, t, names.get(t, ""), ego.kinds[t]) for s, p, t in sorted(ego.links)]
    if not rows:
        rows = [(ego.centre, names.get(ego.centre, ""), ego.kinds.get(ego.centre, ""), "", "", "", "")]
    label = names.get(ego.centre, tail(ego.centre))
    view = make_view("ego", rows, lang=ego.lang, about=label)
    nodes = tuple(replace(node, hidden=ego.hidden.get(node.id, 0)) for node in view.nodes)
    cut = sorted(((count, names.get(iri, tail(iri))) for iri, count in ego.hidden.items()), key=lambda c: (-c[0], c[1]))
    notices = [f"'{name}' has {count} more links, which are not shown" for count, name in cut[:8]]
    if len(cut) > 8:
        notices.append(f"{len(cut) - 8} more things have links that are not shown")
    return replace(view, nodes=nodes, centre=ego.centre, notices=(*view.notices, *notices))
