"""Runs a rule: its solutions, its facts, and which quads each fact rests on."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from sovgraph.ids import Ids
from sovgraph.infer.asking import batches, select
from sovgraph.infer.base import Fact, Quad, Rule, Solution, Term, Triple, is_variable
from sovgraph.infer.reading import FOCUS_MARK
from sovgraph.registry import Registry
from sovgraph.store import QuadStore

Conclusion = tuple[Triple, tuple[int, ...]]
"""A triple, and the places of the solutions that it rests on."""

computed: Registry[Callable[[Term, list[Solution], Ids], Iterable[Conclusion]]] = Registry("computed rule")
"""Functions from a focus and all its solutions to conclusions, for what SPARQL can't tell."""


def facts_of(store: QuadStore, rule: Rule, ids: Ids, foci: Iterable[Term] | None = None) -> list[Fact]:
    """All facts that the rule gives about `foci` (None: about anything), sorted, each once with all its premises."""
    by_focus: dict[Term, list[Solution]] = defaultdict(list)
    for solution in _solutions(store, rule, foci):
        by_focus[solution[rule.focus]].append(solution)
    found: dict[tuple[Term, Triple], set[Quad]] = defaultdict(set)
    for focus, solutions in by_focus.items():
        for triple, places in _conclusions(rule, focus, solutions, ids):
            for place in places:
                found[focus, triple].update(_premises(rule, solutions[place]))
    return [Fact(rule.name, focus, triple, frozenset(quads)) for (focus, triple), quads in sorted(found.items())]


def _solutions(store: QuadStore, rule: Rule, foci: Iterable[Term] | None) -> Iterator[Solution]:
    for mark in _marks(rule.focus, foci):
        answer = select(store, rule.select.replace(FOCUS_MARK, mark))
        names = [f"?{name}" for name in answer.columns]
        for row in answer:
            yield {name: cell.ntriples for name, cell in zip(names, row, strict=True) if cell is not None}


def _marks(focus: Term, foci: Iterable[Term] | None) -> Iterator[str]:
    if foci is None:
        yield ""
        return
    for things in batches(foci):
        yield f"VALUES {focus} {{ {' '.join(things)} }}"


def _conclusions(rule: Rule, focus: Term, solutions: list[Solution], ids: Ids) -> Iterator[Conclusion]:
    if rule.computed_by:
        yield from computed.get(rule.computed_by)(focus, solutions, ids)
        return
    for place, solution in enumerate(solutions):
        for triple in rule.template:
            terms = tuple(solution.get(term, "") if is_variable(term) else term for term in triple)
            if all(terms) and terms[0].startswith("<"):
                yield (terms[0], terms[1], terms[2]), (place,)


def _premises(rule: Rule, solution: Solution) -> Iterator[Quad]:
    for pattern in rule.patterns:
        if not pattern.proves:
            continue
        terms = tuple(
            solution.get(term, "") if is_variable(term) else term
            for term in (pattern.subject, pattern.predicate, pattern.object, pattern.graph)
        )
        if all(terms):
            yield terms[0], terms[1], terms[2], terms[3]
