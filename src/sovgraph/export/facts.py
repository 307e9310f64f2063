"""What a view shows of its nodes and edges: class, days and values of things, and the words behind each link."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

from sovgraph import vocab as v
from sovgraph.export.names import Attribute, attributes, kinds
from sovgraph.export.view import Evidence, GraphView, Value, ViewEdge, ViewNode, clean, local, specific
from sovgraph.query import ask_about, labels_of
from sovgraph.query.running import vocabulary_names
from sovgraph.store import QuadStore

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_GLOSS = 48
"""Characters of a question's text beside its number."""

Facts = Mapping[str, tuple[tuple[str, str], ...]]
"""For each thing the local names of its properties with their values; "type" is its class."""


def facts_of(store: QuadStore, things: Iterable[str], lang: str = "nl") -> Facts:
    """Classes and values of things; a text in another language than asked gives way to one that is in it."""
    found: dict[str, dict[tuple[str, str], bool]] = {}
    for row in ask_about(store, "picture-facts", thing=things):
        thing, prop, value = row["thing"], row["property"], row["value"]
        if thing is None or prop is None or value is None:
            continue
        text = value.value
        if value.kind == "iri" and prop.value != v.RDF_type:
            text = vocabulary_names(lang).get(text, local(text))
        elif prop.value == v.RDF_type:
            text = local(text)
        known = found.setdefault(thing.value, {})
        known[local(prop.value), text] = value.lang in (None, lang) or known.get((local(prop.value), text), False)
    return {thing: _in_language(values) for thing, values in found.items()}


def _in_language(values: Mapping[tuple[str, str], bool]) -> tuple[tuple[str, str], ...]:
    fitting = {prop for (prop, _), fits in values.items() if fits}
    return tuple(sorted(key for key, fits in values.items() if fits or key[0] not in fitting))


def with_facts(store: QuadStore, view: GraphView) -> GraphView:
    """The view with classes, days and attributes on its nodes."""
    facts = facts_of(store, (node.id for node in view.nodes), view.lang)
    nodes = tuple(_node(node, facts.get(node.id, ())) for node in view.nodes)
    return replace(view, nodes=nodes)


def shown_kind(facts: tuple[tuple[str, str], ...]) -> str:
    """The class that a picture knows; "" for plumbing (mentions, quotes, memberships …)."""
    return specific(name for prop, name in facts if prop == "type" and name in kinds()).replace("Thing", "")


def _node(node: ViewNode, facts: tuple[tuple[str, str], ...]) -> ViewNode:
    values: dict[str, list[str]] = {}
    for prop, text in facts:
        values.setdefault(prop, []).append(clean(text))
    kind = shown_kind(facts) or node.kind
    found: list[tuple[str, Value]] = []
    start, end, label = "", "", node.label
    for attribute in attributes().values():
        texts = values.get(attribute.name)
        if not texts:
            continue
        value = _value(attribute, texts)
        found.append((attribute.name, value))
        if attribute.role == "start":
            start = start or str(value)
        elif attribute.role == "end":
            end = end or str(value)
        elif attribute.role == "label":
            label = str(value)
        elif attribute.role == "gloss":
            label = _glossed(node.label, str(value))
    start, end = (text if _DAY.fullmatch(text) else "" for text in (start, end))
    return replace(
        node, label=label, kind=kind, start=start, end=max(end, start) if end else start, attributes=tuple(found)
    )


def _glossed(label: str, text: str) -> str:
    flat = " ".join(text.split())
    short = flat if len(flat) <= _GLOSS else flat[:_GLOSS].rsplit(" ", 1)[0] + " …"
    return f"{label}: {short}"


def _value(attribute: Attribute, texts: list[str]) -> Value:
    """One value of the column's own type, or else the text as it is; several texts stand behind each other."""
    if attribute.type == "date":
        try:
            return date.fromisoformat(min(texts)[:10])
        except ValueError:
            return min(texts)
    if attribute.type == "integer" and all(re.fullmatch(r"-?\d{1,18}", text) for text in texts):
        return min(int(text) for text in texts)
    return " | ".join(sorted(set(texts)))


def with_evidence(store: QuadStore, view: GraphView) -> GraphView:
    """The view with, on each edge, the words that it rests on.

    An edge made through a thing (`via`) rests on what is said of that thing and either end.
    """
    subjects = {edge.via or edge.source for edge in view.edges}
    found: dict[str, dict[tuple[str, str], set[Evidence]]] = {}
    spans: dict[Evidence, str] = {}
    papers: set[str] = set()
    for row in ask_about(store, "picture-evidence", thing=subjects):
        thing, prop, value, assertion, span, quote, paper, start, rule, confidence = row.values()
        if thing is None or prop is None or value is None or span is None or quote is None or paper is None:
            continue
        papers.add(paper.value)
        evidence = Evidence(
            paper.value,
            int(start.value) if start else -1,
            clean(quote.value),
            "",
            rule.value if rule else "",
            int(confidence.value) if confidence else -1,
            assertion.value if assertion else "",
        )
        spans.setdefault(evidence, span.value)
        found.setdefault(thing.value, {}).setdefault((local(prop.value), value.value), set()).add(evidence)
    labels = labels_of(store, papers, view.lang)
    edges = tuple(replace(edge, evidence=_of(edge, found, lambda iri: labels.get(iri, iri))) for edge in view.edges)
    return replace(view, edges=_placed(store, edges, spans))


def _placed(store: QuadStore, edges: Iterable[ViewEdge], spans: Mapping[Evidence, str]) -> tuple[ViewEdge, ...]:
    """With the place in the original: a question of its own, as the engine joins it badly to the others."""
    made = tuple(edges)
    of = {e: spans[replace(e, paper_label="")] for edge in made for e in edge.evidence}
    places: dict[str, str] = {}
    for row in ask_about(store, "page-quotes", place=of.values()):
        if row["place"] is not None and row["where"] is not None:
            places.setdefault(row["place"].value, clean(row["where"].value))
    return tuple(
        replace(edge, evidence=tuple(replace(e, place=places.get(of[e], "")) for e in edge.evidence)) for edge in made
    )


def _of(
    edge: ViewEdge, found: Mapping[str, Mapping[tuple[str, str], set[Evidence]]], label: Callable[[str], str]
) -> tuple[Evidence, ...]:
    own = found.get(edge.via or edge.source, {})
    if edge.via:
        wanted = [places for (_, value), places in own.items() if value in (edge.source, edge.target)]
        wanted = wanted or [places for (prop, _), places in own.items() if prop == "type"]
    else:
        wanted = [own.get((edge.kind, edge.target), set())]
    places = {e for group in wanted for e in group}
    return tuple(replace(e, paper_label=label(e.paper)) for e in sorted(_one_place_each(places)))


def _one_place_each(places: Iterable[Evidence]) -> list[Evidence]:
    """One file of a paper is enough: of the same words in the same place of the text, the first."""
    best: dict[tuple[str, int, str, str], Evidence] = {}
    for one in sorted(places):
        best.setdefault((one.paper, one.start, one.quote, one.assertion), one)
    return list(best.values())


def with_all(store: QuadStore, view: GraphView) -> GraphView:
    """Facts and evidence."""
    return with_evidence(store, with_facts(store, view))
