"""The ways from a pattern of a rule to its focus: patterns that share variables, one after another.

Where alternatives (UNION) lie on the way there is a way for each choice among them. A way never leads through a group
that need not match, unless it begins in there: the thing at its end may be concerned without that group.
"""

from collections import deque
from collections.abc import Iterator
from functools import cache
from itertools import product

from sovgraph.infer.base import Pattern, Term

Chain = tuple[Pattern, ...]
"""The patterns after the one where it begins, the last of which has the focus; none when that one has it itself."""


@cache
def chains(patterns: tuple[Pattern, ...], focus: Term, start: Pattern) -> tuple[Chain, ...]:
    """Every way that a solution may be joined; empty when in some choice of alternatives there is none."""
    found: dict[Chain, None] = {}
    for allowed in _choices(patterns, start):
        chain = _shortest(allowed, focus, start)
        if chain is None:
            return ()
        found[chain] = None
    return tuple(found)


@cache
def companions(patterns: tuple[Pattern, ...], start: Pattern) -> tuple[Pattern, ...]:
    """The patterns that surely match where `start` does."""
    made = set(start.choices)
    return tuple(p for p in patterns if p.inside == start.inside[: len(p.inside)] and made.issuperset(p.choices))


def _choices(patterns: tuple[Pattern, ...], start: Pattern) -> Iterator[list[Pattern]]:
    """The patterns that surely match when `start` does, for each choice of alternatives that it leaves open."""
    around = [p for p in patterns if p.inside == start.inside[: len(p.inside)]]
    made = dict(start.choices)
    options: dict[int, set[int]] = {}
    for pattern in around:
        for union, which in pattern.choices:
            options.setdefault(union, set()).update((made[union],) if union in made else (which,))
    for picked in product(*(sorted(options[union]) for union in sorted(options))):
        choice = dict(zip(sorted(options), picked, strict=True))
        yield [p for p in around if all(choice[union] == which for union, which in p.choices)]


def _shortest(patterns: list[Pattern], focus: Term, start: Pattern) -> Chain | None:
    waiting: deque[Chain] = deque([(start,)])
    seen = {start}
    while waiting:
        path = waiting.popleft()
        if focus in path[-1].variables:
            return path[1:]
        for other in patterns:
            if other not in seen and set(other.variables) & set(path[-1].variables):
                seen.add(other)
                waiting.append((*path, other))
    return None
