"""In which order rules run: each after the rules whose facts it reads."""

from collections.abc import Iterable, Iterator
from graphlib import CycleError, TopologicalSorter

from sovgraph import vocab as v
from sovgraph.errors import ResourceError
from sovgraph.infer.base import Pattern, Rule, is_variable

_TYPE = f"<{v.RDF_type}>"


def ordered(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Raises ResourceError for rules that wait for each other, or for the absence of their own facts."""
    by_file = {rule.file: rule for rule in rules}
    graph = {name: sorted(_before(rule, by_file.values())) for name, rule in sorted(by_file.items())}
    for name, rule in by_file.items():
        if any(pattern.strict for pattern in _own(rule)):
            raise ResourceError(f"rule {name}: looks for what is absent among its own facts; split it in two")
        graph[name] = [other for other in graph[name] if other != name]
    try:
        return tuple(by_file[name] for name in TopologicalSorter(graph).static_order())
    except CycleError as error:
        raise ResourceError(
            f"rules {', '.join(error.args[1])}: wait for each other's facts; make them one rule"
        ) from error


def is_recursive(rule: Rule) -> bool:
    """Whether the rule reads its own facts, so that it runs until nothing new comes."""
    return any(True for _ in _own(rule))


def _own(rule: Rule) -> Iterator[Pattern]:
    return (pattern for pattern in rule.patterns if _feeds(rule, rule, pattern))


def _before(rule: Rule, others: Iterable[Rule]) -> Iterator[str]:
    return (other.file for other in others if any(_feeds(other, rule, pattern) for pattern in rule.patterns))


def _feeds(maker: Rule, reader: Rule, pattern: Pattern) -> bool:
    """Whether a fact of `maker` can match the pattern: `?x a sov:Letter` doesn't wait for `?x a sov:Discrepancy`."""
    predicates = reader.predicates(pattern)
    if predicates and not maker.makes.intersection(predicates):
        return False
    if is_variable(pattern.object):
        return bool(maker.makes)
    if predicates == (_TYPE,):
        return pattern.object in maker.classes
    values = [o for _, p, o in maker.template if not predicates or p in predicates]
    return not maker.template or any(o == pattern.object or is_variable(o) for o in values)
