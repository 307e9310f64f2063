"""Keeps the graph of inferences in step with the store: wholly, or only about what a change touches."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from sovgraph.ids import Ids
from sovgraph.infer import computed as _computed  # noqa: F401 (registers)
from sovgraph.infer.base import Quad, Rule, Term
from sovgraph.infer.changes import changed_lines, changed_quads
from sovgraph.infer.order import is_recursive, ordered
from sovgraph.infer.reading import rules as shipped_rules
from sovgraph.infer.solving import facts_of
from sovgraph.infer.touching import by_predicate, touched
from sovgraph.infer.writing import Told, held, rule_quads, still_told, tell
from sovgraph.store import QuadStore

MANY = 200
"""Changed graphs above which everything is computed anew: following each change would take longer."""


@cache
def _shipped() -> tuple[Rule, ...]:
    return ordered(shipped_rules())


@dataclass(slots=True)
class Inference:
    """Collects which things changes touch, then computes the rules about these.

    Tell every change with `change` before the store takes it, and call `after` when it has.
    """

    store: QuadStore
    ids: Ids
    rules: tuple[Rule, ...] = field(default_factory=_shipped)
    everything: bool = False
    count: int = 0
    foci: dict[str, set[Term]] = field(default_factory=lambda: defaultdict(set))
    _come: list[Quad] = field(default_factory=list)

    def change(self, graph: str, new: bytes) -> None:
        """A graph is about to be replaced (no bytes: taken out)."""
        self.count += 1
        self.everything = self.everything or self.count > MANY
        if self.everything:
            return
        gone, come = changed_quads(self.store.graph_quads(graph), new)
        self._note(gone)
        self._come += come

    def after(self) -> None:
        """The store has taken the changes that were told."""
        come, self._come = self._come, []
        self._note(come)

    def _note(self, quads: list[Quad]) -> None:
        if self.everything or not quads:
            return
        found = by_predicate(quads)
        for rule in self.rules:
            self.foci[rule.file] |= touched(self.store, rule, found)

    def settle(self) -> None:
        """Computes what is to be computed. Killed half-way it leaves each fact old or new; begin again wholly then."""
        if self.everything:
            self._forget_others()
        for rule in self.rules:
            about = None if self.everything else self.foci[rule.file]
            if about is None or about:
                self._run(rule, about)

    def _run(self, rule: Rule, about: set[Term] | None) -> None:
        if is_recursive(rule):
            self._repeat(rule)
            return
        before = held(self.store, rule, self.ids, about)
        self._apply(before, tell(self.store, rule, facts_of(self.store, rule, self.ids, about), self.ids))

    def _repeat(self, rule: Rule) -> None:
        """A rule that reads its own facts begins from none, until nothing new comes; there are few of its kind."""
        self._apply(held(self.store, rule, self.ids, None), {})
        known: Told = {}
        while True:
            found = tell(self.store, rule, facts_of(self.store, rule, self.ids), self.ids)
            if found == known:
                return
            self._apply(known, found)
            known = found

    def _apply(self, before: Told, now: Told) -> None:
        """Brings the graph from `before` to `now` in one transaction, and notes what that touches."""
        gone = {a: quads for a, quads in before.items() if now.get(a) != quads}
        come = {a: quads for a, quads in now.items() if before.get(a) != quads}
        if not gone and not come:
            return
        removed = {quad for quads in gone.values() for quad in quads}
        added = {quad for quads in come.values() for quad in quads}
        removed, added = removed - added, added - removed
        facts = [_fact(assertion, quads) for assertion, quads in (*gone.items(), *come.items())]
        lost = [quad for quad in facts if quad in removed]
        removed -= still_told(self.store, lost, set(gone))
        self._note(facts)
        self.store.amend_graph(self.ids.graph("inferred"), _lines(removed), _lines(added))
        self._note(facts)

    def _forget_others(self) -> None:
        """Takes out what rules left that aren't any more, or were another version, and tells of those that are."""
        graph = self.ids.graph("inferred")
        kept: set[Quad] = set(rule_quads(self.rules, self.ids))
        for rule in self.rules:
            for quads in held(self.store, rule, self.ids, None).values():
                kept |= quads
        gone, come = changed_lines(self.store.graph_quads(graph), _lines(kept))
        self.store.amend_graph(graph, gone, come)


def _fact(assertion: Term, quads: Iterable[Quad]) -> Quad:
    return next(quad for quad in quads if quad[0] != assertion)


def _lines(quads: Iterable[Quad]) -> bytes:
    return "".join(f"{' '.join(quad)} .\n" for quad in sorted(quads)).encode()
