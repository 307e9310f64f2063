"""What papers and records touch, apart from what only the registers know."""

import re

from sovgraph.store import REGISTER, QuadStore

_IRI = re.compile(rb"<([^<>\s]+)>")


def touched_things(store: QuadStore) -> frozenset[str]:
    """IRIs that occur outside the registers (members, acts, countries … of which no paper need speak)."""
    registers = {graph for graph, entry in store.ledger().items() if entry.source == REGISTER}
    found: set[bytes] = set()
    for graph in store.graphs():
        if graph not in registers:
            found.update(_IRI.findall(store.graph_quads(graph)))
    return frozenset(iri.decode("utf-8") for iri in found)
