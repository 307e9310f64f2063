"""The types of inference: a rule, what it reads, and the facts that it gives."""

from dataclasses import dataclass

Term = str
"""A term as N-Triples writes it (`<iri>`, `"text"@nl`), or a variable: `?letter`."""


def is_variable(term: Term) -> bool:
    return term.startswith("?")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A triple pattern in a rule's WHERE.

    `proves`: a solution that matched it rests on it, so it is a premise. `strict`: what it reads must be complete
    before the rule runs, because the rule also looks at what is absent (OPTIONAL, NOT EXISTS, MINUS, aggregates).
    `inside`: the groups that need not match (OPTIONAL, EXISTS, MINUS) around it. `choices`: the alternatives of UNIONs
    that it stands in, as (UNION, which).
    """

    subject: Term
    predicate: Term
    object: Term
    graph: Term
    proves: bool = True
    strict: bool = False
    inside: tuple[int, ...] = ()
    choices: tuple[tuple[int, int], ...] = ()

    @property
    def variables(self) -> tuple[Term, ...]:
        return tuple(t for t in (self.subject, self.predicate, self.object, self.graph) if is_variable(t))


Triple = tuple[Term, Term, Term]
Quad = tuple[Term, Term, Term, Term]


@dataclass(frozen=True, slots=True)
class Rule:
    """One file of `queries/rules/`.

    `name` has its version behind a slash. `focus` is the variable whose thing the facts are about. `select` is the
    WHERE as a SELECT of everything it binds, with a mark where a restriction of the focus goes in. `makes` are the
    predicates of its facts, `classes` the classes of the things that it makes. A rule without `template` hands its
    solutions to the function `computed_by`. `listed`: the values that a VALUES line gives a variable.
    """

    file: str
    name: str
    title_nl: str
    title_en: str
    focus: Term
    confidence: int
    select: str
    patterns: tuple[Pattern, ...]
    template: tuple[Triple, ...]
    computed_by: str
    makes: frozenset[Term]
    classes: frozenset[Term]
    listed: tuple[tuple[Term, tuple[Term, ...]], ...] = ()

    def predicates(self, pattern: Pattern) -> tuple[Term, ...]:
        """The predicates that the pattern can match; none known: any."""
        if is_variable(pattern.predicate):
            return dict(self.listed).get(pattern.predicate, ())
        return (pattern.predicate,)


Solution = dict[Term, Term]
"""Variable → term; what a solution leaves unbound isn't in it."""


@dataclass(frozen=True, slots=True)
class Fact:
    """What a rule concluded about `focus`, resting on `premises`: quads of papers, registers or other rules."""

    rule: str
    focus: Term
    triple: Triple
    premises: frozenset[Quad]
