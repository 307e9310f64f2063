"""What changes in a graph, as the quads that rules look at."""

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from sovgraph import vocab as v
from sovgraph.infer.base import Quad

_WHERE_IT_STANDS = (f" <{v.PROV_wasDerivedFrom}> ".encode(), f" <{v.confidence}> ".encode())
_PARTS = (f" <{v.RDF_subject}> ".encode(), f" <{v.RDF_predicate}> ".encode(), f" <{v.RDF_object}> ".encode())


def changed_quads(old: bytes, new: bytes) -> tuple[list[Quad], list[Quad]]:
    """(gone, come) between two states of a graph, as N-Quads.

    A fact that stays but stands on other words or is less sure is in both: what rests on it must be told anew.
    """
    before, after = set(old.splitlines()), set(new.splitlines())
    gone, come = before - after, after - before
    moved = {_subject(line) for line in (*gone, *come) if any(name in line for name in _WHERE_IT_STANDS)}
    return [*_quads(gone), *_facts(before, moved)], [*_quads(come), *_facts(after, moved)]


def _subject(line: bytes) -> bytes:
    return line[: line.index(b"> ") + 1]


def _quads(lines: Iterable[bytes]) -> Iterator[Quad]:
    for quad in ox.parse(b"\n".join(sorted(lines)), ox.RdfFormat.N_QUADS):
        yield str(quad.subject), str(quad.predicate), str(quad.object), str(quad.graph_name)


def _facts(lines: set[bytes], assertions: set[bytes]) -> Iterator[Quad]:
    """The facts that these assertions are about."""
    parts: dict[str, dict[str, str]] = {}
    graphs: dict[str, str] = {}
    wanted = [line for line in lines if any(part in line for part in _PARTS) and _subject(line) in assertions]
    for subject, predicate, value, graph in _quads(wanted):
        parts.setdefault(subject, {})[predicate] = value
        graphs[subject] = graph
    for assertion, found in parts.items():
        if len(found) == len(_PARTS):
            names = (f"<{v.RDF_subject}>", f"<{v.RDF_predicate}>", f"<{v.RDF_object}>")
            subject, predicate, value = (found[name] for name in names)
            yield subject, predicate, value, graphs[assertion]


def changed_lines(old: bytes, new: bytes) -> tuple[bytes, bytes]:
    """(gone, come) as N-Quads, however either spells its terms."""
    before, after = (set(ox.parse(data, ox.RdfFormat.N_QUADS)) for data in (old, new))
    return _written(before - after), _written(after - before)


def _written(quads: Iterable[ox.Quad]) -> bytes:
    return "".join(sorted(f"{q.subject} {q.predicate} {q.object} {q.graph_name} .\n" for q in quads)).encode()
