"""What papers and records touch, apart from what only the registers know."""

from sovgraph.pages.kinds import full, kinds
from sovgraph.query import ask_about
from sovgraph.store import QuadStore


def touched_things(store: QuadStore) -> frozenset[str]:
    """Things with a kind that occur outside the registers (of most members, acts, countries … no paper speaks)."""
    classes = {full(curie) for kind in kinds().values() for curie in kind.classes}
    rows = ask_about(store, "page-things", **{"class": classes})
    things = {row["thing"].value for row in rows if row["thing"]}
    return frozenset(row["thing"].value for row in ask_about(store, "page-touched", thing=things) if row["thing"])
