"""The rules that the package ships: read alike by a full SPARQL parser, named once, with both titles."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pyparsing import ParseResults
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.algebra import translatePath, translatePName, translatePrologue, traverse
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.term import Variable

from sovgraph.infer.base import Rule
from sovgraph.infer.order import ordered
from sovgraph.infer.reading import FOCUS_MARK, rules

FOLDER = Path(__file__).resolve().parents[2] / "queries" / "rules"
Quad = tuple[str, str, str, str]


def _terms(*values: Any) -> Quad:
    s, p, o, g = (f"?{v}" if isinstance(v, Variable) else v.n3() for v in values)
    return s, p, o, g


def _quads(part: Any, graph: Any = None) -> Iterator[Quad]:
    """All triple patterns of a parsed query, with the GRAPH they stand in."""
    if isinstance(part, CompValue):
        if part.name == "TriplesBlock":
            flat = [term for block in part.triples for term in block]
            yield from (_terms(*flat[i : i + 3], graph) for i in range(0, len(flat), 3))
        inside = part.term if part.name == "GraphGraphPattern" else graph
        for key, value in part.items():
            if key not in ("term", "triples"):
                yield from _quads(value, inside)
    elif isinstance(part, list | tuple | ParseResults):
        for each in part:
            yield from _quads(each, graph)


@pytest.mark.parametrize("rule", rules(), ids=lambda r: r.file)
def test_patterns_are_those_that_a_full_parser_finds(rule: Rule) -> None:
    """The parse, not the algebra: that of rdflib loses filters inside EXISTS."""
    prologue, query = parseQuery(rule.select.replace(FOCUS_MARK, ""))
    query = traverse(query, visitPost=partial(translatePName, prologue=translatePrologue(prologue, None)))
    query = traverse(query, visitPost=translatePath)
    mine = {(p.subject, p.predicate, p.object, p.graph) for p in rule.patterns}
    assert mine == set(_quads(query))


@pytest.mark.parametrize("rule", rules(), ids=lambda r: r.file)
def test_the_file_is_valid_sparql_as_it_stands(rule: Rule) -> None:
    prepareQuery((FOLDER / f"{rule.file}.rq").read_text(encoding="utf-8"))


def test_the_rules_have_an_order() -> None:
    assert len(ordered(rules())) == len(list(FOLDER.glob("*.rq"))) > 20
