"""Which things a change concerns: from the quads that come or go, along the patterns of a rule, to its focus.

For a solution that appears or disappears, the first of its quads that goes finds it while all others still stand, and
the last one that comes finds it when all others stand already. So every change is looked at twice: before the store
takes it and after.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from functools import cache

from sovgraph.infer.base import Pattern, Quad, Rule, Term, is_variable
from sovgraph.store import QuadStore, Solutions

_BATCH = 400
"""Rows of VALUES in one query."""

QuadsByPredicate = Mapping[Term, list[Quad]]


def by_predicate(quads: Iterable[Quad]) -> QuadsByPredicate:
    found: dict[Term, list[Quad]] = defaultdict(list)
    for quad in quads:
        found[quad[1]].append(quad)
    return found


def touched(store: QuadStore, rule: Rule, changed: QuadsByPredicate) -> set[Term]:
    """The things of the rule's focus that quads of `changed` may have to do with, in the store as it is now."""
    found: set[Term] = set()
    for pattern in rule.patterns:
        rows = _rows(rule, pattern, changed)
        if not rows:
            continue
        if rule.focus in pattern.variables:
            found.update(row[rule.focus] for row in rows)
        else:
            found.update(_follow(store, rule, pattern, rows))
    return found


def _rows(rule: Rule, pattern: Pattern, changed: QuadsByPredicate) -> list[dict[Term, Term]]:
    """What the pattern's variables are in the quads that match it."""
    predicates = rule.predicates(pattern) or tuple(changed)
    places = (pattern.subject, pattern.predicate, pattern.object, pattern.graph)
    rows: dict[tuple[tuple[Term, Term], ...], None] = {}
    for predicate in predicates:
        for quad in changed.get(predicate, ()):
            if all(is_variable(want) or want == has for want, has in zip(places, quad, strict=True)):
                row = {want: has for want, has in zip(places, quad, strict=True) if is_variable(want)}
                rows[tuple(sorted(row.items()))] = None
    return [dict(row) for row in rows]


def _follow(store: QuadStore, rule: Rule, pattern: Pattern, rows: list[dict[Term, Term]]) -> set[Term]:
    """The foci at the end of the chain of patterns that begins at the quads."""
    ends, chain = _chain(rule, pattern)
    starts = sorted({tuple(row[name] for name in ends) for row in rows})
    where = " ".join(f"GRAPH {p.graph} {{ {p.subject} {p.predicate} {p.object} }}" for p in chain)
    found: set[Term] = set()
    for start in range(0, len(starts), _BATCH):
        values = " ".join(f"({' '.join(row)})" for row in starts[start : start + _BATCH])
        text = f"SELECT DISTINCT {rule.focus} WHERE {{ VALUES ({' '.join(ends)}) {{ {values} }} {where} }}"
        answer = store.query(text, union=False)
        if isinstance(answer, Solutions):
            found.update(row[0].ntriples for row in answer if row[0] is not None)
    return found


@cache
def _chain(rule: Rule, start: Pattern) -> tuple[tuple[Term, ...], tuple[Pattern, ...]]:
    """The variables of `start` that lead on, and the fewest patterns that join them to the focus."""
    waiting: deque[tuple[Pattern, ...]] = deque([(start,)])
    seen = {start}
    while waiting:
        path = waiting.popleft()
        if rule.focus in path[-1].variables:
            first = path[1]
            return tuple(sorted(set(start.variables) & set(first.variables))), path[1:]
        for other in rule.patterns:
            if other not in seen and set(other.variables) & set(path[-1].variables):
                seen.add(other)
                waiting.append((*path, other))
    raise AssertionError(f"{rule.file}: a pattern without a way to {rule.focus} passed the reader")
