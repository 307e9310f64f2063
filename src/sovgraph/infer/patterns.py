"""Which triple patterns a rule reads. Rules keep to a small part of SPARQL, so that this is all there is to know.

A full parser would take longer than a small change of the store; a test compares the patterns with those that
rdflib's parser finds.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from sovgraph import vocab as v
from sovgraph.infer.base import Pattern, Term, Triple

_TOKEN = re.compile(
    r"""(?P<comment>\#[^\n]*)
      | (?P<space>\s+)
      | (?P<iri><[^<>"{}|^`\\\s]*>)
      | (?P<text>"(?:[^"\\\n]|\\.)*"(?:@[A-Za-z-]+|\^\^(?:<[^>]*>|[\w-]*:[\w-]+))?)
      | (?P<variable>[?$]\w+)
      | (?P<name>[A-Za-z][\w-]*:[\w.-]*[\w-]|[A-Za-z][\w-]*:)
      | (?P<number>[+-]?\d+(?:\.\d+)?)
      | (?P<word>[A-Za-z_]\w*)
      | (?P<sign>\|\||&&|!=|<=|>=|[{}()\[\];,.=<>!*/+^|-])
    """,
    re.VERBOSE,
)
_AGGREGATES = frozenset(("COUNT", "MIN", "MAX", "SUM", "AVG", "SAMPLE", "GROUP_CONCAT", "GROUP"))
Tokens = list[tuple[str, str]]
Complain = Callable[[str], Exception]


def tokens(text: str, complain: Complain) -> Tokens:
    """(kind, words) of each token, without blanks and comments."""
    found: Tokens = []
    place = 0
    while place < len(text):
        match = _TOKEN.match(text, place)
        if match is None:
            raise complain(f"can't read {text[place : place + 20]!r}")
        kind = match.lastgroup or ""
        if kind not in ("comment", "space"):
            found.append((kind, match[0]))
        place = match.end()
    return found


@dataclass(frozen=True, slots=True)
class _Scope:
    graph: Term = ""
    proves: bool = True
    strict: bool = False
    inside: tuple[int, ...] = ()
    choices: tuple[tuple[int, int], ...] = ()


@dataclass(slots=True)
class Body:
    """Reads a WHERE. `listed` are the terms that VALUES or IN give a variable."""

    tokens: Tokens
    prefixes: Mapping[str, str]
    complain: Complain
    place: int = 0
    patterns: list[Pattern] = field(default_factory=list)
    listed: dict[Term, tuple[Term, ...]] = field(default_factory=dict)
    _groups: int = 0

    def read(self) -> None:
        self._expect("{")
        self._group(_Scope())

    def _peek(self, ahead: int = 0) -> tuple[str, str]:
        place = self.place + ahead
        return self.tokens[place] if place < len(self.tokens) else ("end", "the end")

    def _next(self) -> tuple[str, str]:
        found = self._peek()
        self.place += 1
        return found

    def _expect(self, sign: str) -> None:
        _, words = self._next()
        if words != sign:
            raise self.complain(f"found {words!r}; expected {sign!r}")

    def _group(self, scope: _Scope) -> None:
        """Up to the bracket that closes the group."""
        while True:
            kind, words = self._peek()
            upper = words.upper() if kind == "word" else ""
            if words == "}" and kind == "sign":
                self.place += 1
                return
            if kind == "end":
                raise self.complain("the WHERE isn't closed with '}'")
            if words == "." and kind == "sign":
                self.place += 1
            elif words == "{" and kind == "sign":
                self._alternatives(scope)
            elif upper:
                self._keyword(upper, scope)
            else:
                self._triples(scope)

    def _alternatives(self, scope: _Scope) -> None:
        """Groups with UNION between them; one alone is a UNION of one."""
        union, which = self._number(), 0
        while True:
            self._expect("{")
            self._group(replace(scope, choices=(*scope.choices, (union, which))))
            if self._peek()[1].upper() != "UNION":
                return
            self.place += 1
            which += 1

    def _maybe(self, scope: _Scope, *, proves: bool) -> None:
        """A group that need not match, behind its keyword."""
        self._expect("{")
        inside = (*scope.inside, self._number())
        self._group(replace(scope, proves=proves, strict=True, inside=inside))

    def _number(self) -> int:
        self._groups += 1
        return self._groups

    def _keyword(self, word: str, scope: _Scope) -> None:
        self.place += 1
        if word == "GRAPH":
            graph = self._term()
            self._expect("{")
            self._group(replace(scope, graph=graph))
        elif word == "OPTIONAL":
            self._maybe(scope, proves=scope.proves)
        elif word == "MINUS":
            self._maybe(scope, proves=False)
        elif word in ("FILTER", "BIND", "NOT", "EXISTS"):
            self._condition(scope, word)
        elif word == "VALUES":
            self._values()
        elif word == "SELECT":
            self._sub_select(scope)
        else:
            raise self.complain(
                f"found {word!r}; rules know GRAPH, OPTIONAL, UNION, FILTER, BIND, MINUS, VALUES, SELECT"
            )

    def _condition(self, scope: _Scope, word: str) -> None:
        """FILTER, BIND, with EXISTS groups at any depth inside brackets."""
        depth = 0
        exists = word == "EXISTS"
        while True:
            kind, words = self._peek()
            if exists:
                self._maybe(scope, proves=False)
                exists = False
            elif kind == "word" and words.upper() == "IN" and self._peek(-1)[0] == "variable":
                self._listing()
            else:
                self.place += 1
                depth += {"(": 1, ")": -1}.get(words, 0) if kind == "sign" else 0
                exists = kind == "word" and words.upper() == "EXISTS"
            if kind == "end":
                raise self.complain("a condition isn't closed")
            if depth == 0 and not exists and self.tokens[self.place - 1][1] in (")", "}"):
                return

    def _values(self) -> None:
        kind, words = self._next()
        if kind == "variable":
            self._expect("{")
            found = []
            while self._peek()[1] != "}":
                found.append(self._term())
            self.place += 1
            self.listed["?" + words[1:]] = tuple(found)
            return
        while self._next()[1] != "}":
            if self._peek()[0] == "end":
                raise self.complain("VALUES isn't closed")

    def _listing(self) -> None:
        """`?x IN (a, b)`: the terms that a variable can be."""
        name = "?" + self._peek(-1)[1][1:]
        self.place += 1
        self._expect("(")
        found = [self._term()]
        while self._peek() == ("sign", ","):
            self.place += 1
            found.append(self._term())
        self._expect(")")
        self.listed[name] = tuple(found)

    def _sub_select(self, scope: _Scope) -> None:
        """What a sub-SELECT counts must be complete, as a rule of absence must."""
        strict = scope.strict
        while self._peek()[1] != "{":
            strict = strict or self._next()[1].upper() in _AGGREGATES
            if self._peek()[0] == "end":
                raise self.complain("a SELECT has no group")
        self.place += 1
        self._group(replace(scope, strict=strict))
        while self._peek()[1] != "}":
            self.place += 1  # GROUP BY, HAVING, ORDER BY

    def _triples(self, scope: _Scope) -> None:
        for subject, predicate, value in self._statements():
            if not scope.graph:
                raise self.complain(f"{subject} {predicate} {value} stands outside a GRAPH")
            self.patterns.append(
                Pattern(
                    subject,
                    predicate,
                    value,
                    scope.graph,
                    proves=scope.proves,
                    strict=scope.strict,
                    inside=scope.inside,
                    choices=scope.choices,
                )
            )

    def _statements(self) -> Iterator[Triple]:
        subject = self._term()
        while True:
            predicate = self._term()
            while True:
                yield subject, predicate, self._term()
                if self._peek() != ("sign", ","):
                    break
                self.place += 1
            while self._peek() == ("sign", ";"):
                self.place += 1
            if self.tokens[self.place - 1] != ("sign", ";") or self._peek()[1] in ("}", "."):
                return

    def triples(self) -> tuple[Triple, ...]:
        """A template: triples only, up to the closing bracket."""
        self._expect("{")
        found: list[Triple] = []
        while self._peek()[1] != "}":
            if self._peek()[1] == ".":
                self.place += 1
            else:
                found.extend(self._statements())
        self.place += 1
        return tuple(found)

    def _term(self) -> Term:
        kind, words = self._next()
        if kind == "variable":
            return "?" + words[1:]
        if kind == "iri":
            return words
        if kind == "word" and words == "a":
            return f"<{v.RDF_type}>"
        if kind == "name":
            prefix, _, local = words.partition(":")
            if prefix not in self.prefixes:
                raise self.complain(f"prefix {prefix}: isn't declared")
            return f"<{self.prefixes[prefix]}{local}>"
        if kind == "text":
            return self._typed(words)
        if kind == "number" and words.lstrip("+-").isdigit():
            return f'"{int(words)}"^^<{v.XSD_integer}>'
        if kind == "word" and words in ("true", "false"):
            return f'"{words}"^^<{v.XSD_boolean}>'
        raise self.complain(f"found {words!r}; expected a term (rules have no blank nodes and no property paths)")

    def _typed(self, words: str) -> Term:
        text, caret, kind = words.rpartition("^^")
        if not caret or kind.startswith("<"):
            return words
        prefix, _, local = kind.partition(":")
        return f"{text}^^<{self.prefixes[prefix]}{local}>"
