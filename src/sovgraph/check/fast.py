"""Constraints that SHACL can say but that an engine evaluates slowly, as the same rules in plain Python.

The shapes stay in shapes/ as complete SHACL, for any other engine; a test proves that both find the same.
"""

from collections.abc import Callable, Iterable, Iterator

import rdflib

from sovgraph import vocab as v

Broken = tuple[rdflib.term.Node, rdflib.term.Node]
"""The thing that is wrong, and the value that makes it so."""

SHAPES = "https://w3id.org/sovgraph/shapes#"
Rule = Callable[[rdflib.Graph], Iterable[Broken]]

_TEXT, _FILE = rdflib.URIRef(v.text), rdflib.URIRef(v.manifestation)
_SOURCE, _SELECTOR = rdflib.URIRef(v.OA_hasSource), rdflib.URIRef(v.OA_hasSelector)
_START, _END, _EXACT = (rdflib.URIRef(p) for p in (v.OA_start, v.OA_end, v.OA_exact))
_MEMBER, _BODY, _ROLE = (rdflib.URIRef(p) for p in (v.ORG_member, v.ORG_organization, v.ORG_role))
_PARTY, _DAY = rdflib.URIRef(v.OPENGOV_onBehalfOf), rdflib.URIRef(v.observedOn)
_CHAIR = rdflib.URIRef(v.role_voorzitter)


def quotes(data: rdflib.Graph) -> Iterator[Broken]:
    """Evidence whose words don't stand at its place in the text."""
    for file, text in data.subject_objects(_TEXT):
        for source in (file, *data.subjects(_FILE, file)):
            for quote in data.subjects(_SOURCE, source):
                if any(not _stands(data, selector, str(text)) for selector in data.objects(quote, _SELECTOR)):
                    yield file, quote


def _stands(data: rdflib.Graph, selector: rdflib.term.Node, text: str) -> bool:
    start, end, exact = (data.value(selector, p) for p in (_START, _END, _EXACT))
    if start is None or end is None or exact is None or not (str(start).isdigit() and str(end).isdigit()):
        return True  # Other shapes say what is missing.
    return text[int(str(start)) : int(str(end))] == str(exact)


def chairs(data: rdflib.Graph) -> Iterator[Broken]:
    """Committees with two chairs on one day; the value is the second one."""
    rows = []
    for membership in data.subjects(_ROLE, _CHAIR):
        for body in data.objects(membership, _BODY):
            days = list(data.objects(membership, _DAY))
            rows += [(body, day, m) for day in days for m in data.objects(membership, _MEMBER)]
    return second(rows)


def parties(data: rdflib.Graph) -> Iterator[Broken]:
    """Members who sit for two parties on one day; the value is the second one."""
    rows = []
    for membership, party in data.subject_objects(_PARTY):
        for member in data.objects(membership, _MEMBER):
            rows += [(member, day, party) for day in data.objects(membership, _DAY)]
    return second(rows)


def second(rows: Iterable[tuple[rdflib.term.Node, rdflib.term.Node, rdflib.term.Node]]) -> Iterator[Broken]:
    """(thing, day, value) rows → things that have more than one value on a day, with all values but the first."""
    groups: dict[tuple[rdflib.term.Node, rdflib.term.Node], set[rdflib.term.Node]] = {}
    for thing, day, value in rows:
        groups.setdefault((thing, day), set()).add(value)
    found = {(thing, value) for (thing, _), values in groups.items() for value in sorted(values, key=str)[1:]}
    return iter(sorted(found, key=str))


FAST: dict[rdflib.URIRef, Rule] = {
    rdflib.URIRef(f"{SHAPES}manifestation-quotes"): quotes,
    rdflib.URIRef(f"{SHAPES}membership-one-chair"): chairs,
    rdflib.URIRef(f"{SHAPES}membership-one-party"): parties,
}
