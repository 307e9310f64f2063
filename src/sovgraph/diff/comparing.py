"""Two stores compared: what people see, which papers and graphs differ, and how many facts of each thing."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from sovgraph.diff.changes import Asked, Changes, changes_between
from sovgraph.diff.graphs import Fact, GraphChange, changed_graphs, facts_of
from sovgraph.query import labels_of, short_iri
from sovgraph.query.sentences import code_words
from sovgraph.report.model import Group, Head, Row, Section, Value, Values, number
from sovgraph.store import QuadStore, is_copy_graph, paper_entries

_WORDS = {
    "nl": {
        "papers": "Stukken die verschillen", "graphs": "Andere grafen die verschillen", "things": "Feiten per ding",
        "facts": "Feiten", "paper": "stuk", "graph": "graaf", "what": "wat", "came": "feiten erbij",
        "went": "feiten eraf", "thing": "ding", "property": "eigenschap", "value": "waarde", "none": "Geen.",
    },
    "en": {
        "papers": "Papers that differ", "graphs": "Other graphs that differ", "things": "Facts by thing",
        "facts": "Facts", "paper": "paper", "graph": "graph", "what": "what", "came": "facts added",
        "went": "facts removed", "thing": "thing", "property": "property", "value": "value", "none": "None.",
    },
}  # fmt: skip


@dataclass
class _Counted:
    """The changed graphs without their lines, and the facts that came and went over all of them."""

    graphs: list[tuple[str, str, int, int]] = field(default_factory=list)
    came: set[Fact] = field(default_factory=set)
    went: set[Fact] = field(default_factory=set)

    def take(self, changes: Iterable[GraphChange]) -> None:
        for change in changes:
            came, went = facts_of(change.added), facts_of(change.removed)
            self.graphs.append((change.graph, change.kind, len(came - went), len(went - came)))
            self.came |= came
            self.went |= went
        # A fact that one graph lost and another gained is still stated.
        self.came, self.went = self.came - self.went, self.went - self.came


def compare_stores(old: QuadStore, new: QuadStore, asked: Asked, *, facts: bool = False) -> Changes:
    """The changes for people with the tables of graphs and facts behind them; `facts`: each fact as a row."""
    found = changes_between(old, new, asked)
    counted = _Counted()
    counted.take(changed_graphs(old, new))
    papers = set(paper_entries(old.ledger())) | set(paper_entries(new.ledger()))
    tables = [
        _graphs_table(old, new, "papers", [g for g in counted.graphs if g[0] in papers], asked.lang),
        _graphs_table(old, new, "graphs", [g for g in counted.graphs if g[0] not in papers], asked.lang),
        _facts_table(old, new, counted, asked.lang) if facts else _things_table(old, new, counted, asked.lang),
    ]
    tables[0] = replace(tables[0], name="papers-changed")
    return replace(found, report=replace(found.report, sections=(*found.report.sections, *tables)))


def has_differences(changes: Changes) -> bool:
    return any(section.count for section in changes.report.sections)


def _labels(old: QuadStore, new: QuadStore, things: set[str], lang: str) -> dict[str, str]:
    return {**labels_of(old, things, lang), **labels_of(new, things, lang)}


def _graphs_table(
    old: QuadStore, new: QuadStore, name: str, found: list[tuple[str, str, int, int]], lang: str
) -> Section:
    words, codes = _words(lang), code_words(lang)
    labels = _labels(old, new, {graph for graph, *_ in found}, lang)
    rows = [
        Row(graph, (_named(graph, labels), (Value(codes.get(kind, kind), kind),), (number(came),), (number(went),)))
        for graph, kind, came, went in found
    ]
    heads = (Head(name.removesuffix("s"), words[name.removesuffix("s")]), Head("what", words["what"]), *_sums(words))
    return _section(name, words, heads, rows)


def _things_table(old: QuadStore, new: QuadStore, counted: _Counted, lang: str) -> Section:
    words = _words(lang)
    things = {subject for subject, _, _ in counted.came | counted.went}
    labels = _labels(old, new, things, lang)
    sums = {thing: [0, 0] for thing in things}
    for place, facts in enumerate((counted.came, counted.went)):
        for subject, _, _ in facts:
            sums[subject][place] += 1
    rows = [
        Row(thing, (_named(thing, labels), *((number(count),) for count in sums[thing])))
        for thing in sorted(things, key=lambda thing: _order(thing, labels))
    ]
    return _section("things", words, (Head("thing", words["thing"]), *_sums(words)), rows)


def _facts_table(old: QuadStore, new: QuadStore, counted: _Counted, lang: str) -> Section:
    words, codes = _words(lang), code_words(lang)
    facts = [(f, "added") for f in counted.came] + [(f, "removed") for f in counted.went]
    things = {term for fact, _ in facts for term in fact if "://" in term}
    labels = _labels(old, new, things, lang)
    rows = [
        Row(fact[0], (*(_named(term, labels) for term in fact), (Value(codes.get(kind, kind), kind),)))
        for fact, kind in sorted(facts, key=lambda f: (*_order(f[0][0], labels), f))
    ]
    heads = tuple(Head(name, words[name]) for name in ("thing", "property", "value", "what"))
    return _section("facts", words, heads, rows)


def _section(name: str, words: dict[str, str], heads: tuple[Head, ...], rows: list[Row]) -> Section:
    groups = (Group("", tuple(rows)),) if rows else ()
    return Section(name, words[name], "", words["none"], heads, groups, False, len(rows))


def _sums(words: dict[str, str]) -> tuple[Head, Head]:
    return Head("came", words["came"], True), Head("went", words["went"], True)


def _words(lang: str) -> dict[str, str]:
    return _WORDS["en" if lang == "en" else "nl"]


def _named(term: str, labels: dict[str, str]) -> Values:
    text = labels.get(term) or (short_iri(term) if "://" in term and not is_copy_graph(term) else term)
    return (Value(" ".join(text.split()), term),)


def _order(thing: str, labels: dict[str, str]) -> tuple[str, str]:
    return labels.get(thing, thing).casefold(), thing
