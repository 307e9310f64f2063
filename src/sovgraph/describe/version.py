"""One short name for the state of a store: the same data, the same version."""

import hashlib

from sovgraph.store import QuadStore


def dataset_version(store: QuadStore) -> str:
    """Sixteen hexadecimal digits of what each graph was made from, and how many quads there are in all."""
    rows = [f"{e.graph}\t{e.source}\t{e.sha256}\t{e.version}" for _, e in sorted(store.ledger().items())]
    return hashlib.sha256("\n".join([*rows, str(len(store))]).encode("utf-8", "surrogatepass")).hexdigest()[:16]
