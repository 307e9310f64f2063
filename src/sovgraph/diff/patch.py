"""The differences of two stores as RDF Patch: a line "D" for each quad that went, "A" for each that came."""

from collections.abc import Iterable, Iterator

from sovgraph.diff.graphs import GraphChange


def write_patch(changes: Iterable[GraphChange]) -> Iterator[bytes]:
    """Lines to apply in this order, in one transaction; nothing where nothing differs."""
    begun = False
    for change in changes:
        if not begun:
            yield b"TX .\n"
            begun = True
        yield from (b"D %b\n" % line for line in change.removed)
        yield from (b"A %b\n" % line for line in change.added)
    if begun:
        yield b"TC .\n"
