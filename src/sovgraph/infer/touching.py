"""Which things a change concerns: from the quads that come or go, along the patterns of a rule, to its focus.

For a solution that appears or disappears, the first of its quads that goes finds it while all others still stand, and
the last one that comes finds it when all others stand already. So every change is looked at twice: before the store
takes it and after.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sovgraph.infer.asking import batches, select
from sovgraph.infer.base import Pattern, Quad, Rule, Term, is_variable
from sovgraph.infer.chains import Chain, chains, companions
from sovgraph.store import QuadStore

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
        for chain in chains(rule.patterns, rule.focus, pattern):
            if chain:
                found.update(_follow(store, rule, chain, rows))
            else:
                found.update(_anchored(store, rule, pattern, {row[rule.focus] for row in rows}))
    return found


def _anchored(store: QuadStore, rule: Rule, pattern: Pattern, foci: set[Term]) -> set[Term]:
    """Those of the foci for which what else must match with the pattern does; a variable in the place of a predicate
    would have every thing of a paper concerned."""
    if not is_variable(pattern.predicate):
        return foci
    others = tuple(p for p in companions(rule.patterns, pattern) if rule.focus in p.variables and p != pattern)
    others = tuple(p for p in others if not is_variable(p.predicate))
    return _follow(store, rule, others, [{rule.focus: focus} for focus in foci]) if others else foci


def _rows(rule: Rule, pattern: Pattern, changed: QuadsByPredicate) -> list[dict[Term, Term]]:
    """What the pattern's variables are in the quads that match it."""
    predicates = rule.predicates(pattern) or tuple(changed)
    places = (pattern.subject, pattern.predicate, pattern.object, pattern.graph)
    fixed = {at: term for at, term in enumerate(places) if not is_variable(term)}
    wanted = list(fixed.values())
    free = {term: at for at, term in enumerate(places) if is_variable(term)}
    found: dict[tuple[Term, ...], None] = {}
    for predicate in predicates:
        for quad in changed.get(predicate, ()):
            if [quad[at] for at in fixed] == wanted:
                found[tuple([quad[at] for at in free.values()])] = None
    return [dict(zip(free, row, strict=True)) for row in found]


def _follow(store: QuadStore, rule: Rule, chain: Chain, rows: list[dict[Term, Term]]) -> set[Term]:
    """The foci at the end of the chain that begins at the quads."""
    ends = tuple(sorted(set(rows[0]) & {name for p in chain for name in p.variables}))
    starts = {f"({' '.join(row[name] for name in ends)})" for row in rows}
    where = " ".join(_matched(rule, p) for p in chain)
    found: set[Term] = set()
    for some in batches(starts):
        text = f"SELECT DISTINCT {rule.focus} WHERE {{ VALUES ({' '.join(ends)}) {{ {' '.join(some)} }} {where} }}"
        found.update(row[0].ntriples for row in select(store, text) if row[0] is not None)
    return found


def _matched(rule: Rule, pattern: Pattern) -> str:
    text = f"GRAPH {pattern.graph} {{ {pattern.subject} {pattern.predicate} {pattern.object} }}"
    listed = rule.predicates(pattern) if is_variable(pattern.predicate) else ()
    return f"{text} FILTER ({pattern.predicate} IN ({', '.join(listed)}))" if listed else text
