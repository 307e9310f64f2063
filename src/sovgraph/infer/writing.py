"""Conclusions as quads of the graph of inferences, and those that the graph holds."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sovgraph import vocab as v
from sovgraph.graph.writer import term
from sovgraph.ids import Ids, short_hash
from sovgraph.infer.asking import asked, batches
from sovgraph.infer.base import Fact, Quad, Rule, Term
from sovgraph.infer.evidence import Proof, proofs_of
from sovgraph.model import Literal
from sovgraph.store import QuadStore

_PARTS = (f"<{v.RDF_subject}>", f"<{v.RDF_predicate}>", f"<{v.RDF_object}>")

Told = dict[Term, frozenset[Quad]]
"""By assertion: the fact, and all that is said about the assertion."""


def tell(store: QuadStore, rule: Rule, facts: list[Fact], ids: Ids) -> Told:
    """The quads of each fact. Where no assertion is about any premise the graphs stand for them; a register always."""
    proofs = proofs_of(store, facts)
    graph = f"<{ids.graph('inferred')}>"
    return dict(_told(rule, fact, proofs, graph, ids) for fact in facts)


def _told(
    rule: Rule, fact: Fact, proofs: dict[Quad, list[Proof]], graph: Term, ids: Ids
) -> tuple[Term, frozenset[Quad]]:
    subject, predicate, value = fact.triple
    key = short_hash("\n".join((rule.name, fact.focus, *fact.triple)), 16)
    assertion = f"<{ids.base}id/afleiding/{key}>"
    known = [proof for quad in fact.premises for proof in proofs.get(quad, ())]
    bare = {quad[3] for quad in fact.premises if quad not in proofs}
    sources = bare if not known else {name for name in bare if name.startswith(f"<{ids.graph('register/')}")}
    sure = min([rule.confidence, *(proof.confidence for proof in known)])
    pairs = [
        (f"<{v.RDF_type}>", f"<{v.Assertion}>"),
        *zip(_PARTS, fact.triple, strict=True),
        (f"<{v.basis}>", f"<{v.BasisInferred}>"),
        (f"<{v.rule}>", f"<{ids.rule(rule.name)}>"),
        (f"<{v.confidence}>", f'"{sure}"^^<{v.XSD_integer}>'),
        (f"<{v.focus}>", fact.focus),
        *((f"<{v.premise}>", proof.assertion) for proof in known),
        *((f"<{v.PROV_wasDerivedFrom}>", quote) for proof in known for quote in proof.quotes),
        *((f"<{v.PROV_wasDerivedFrom}>", name) for name in sources),
    ]
    return assertion, frozenset([(subject, predicate, value, graph), *((assertion, p, o, graph) for p, o in pairs)])


def rule_quads(rules: Iterable[Rule], ids: Ids) -> list[Quad]:
    """What the graph says of the rules themselves."""
    graph = f"<{ids.graph('inferred')}>"
    found = []
    for rule in rules:
        iri, (name, _, version) = f"<{ids.rule(rule.name)}>", rule.name.partition("/")
        found.append((iri, f"<{v.RDF_type}>", f"<{v.Rule}>", graph))
        found.append((iri, f"<{v.RDFS_label}>", f'"{name}"', graph))
        found.append((iri, f"<{v.version}>", f'"{version}"', graph))
        for title, lang in ((rule.title_nl, "nl"), (rule.title_en, "en")):
            found.append((iri, f"<{v.RDFS_comment}>", term(Literal(title, lang=lang)), graph))
    return found


def held(store: QuadStore, rule: Rule, ids: Ids, foci: Iterable[Term] | None) -> Told:
    """What the graph holds of a rule about `foci` (None: about anything)."""
    graph = f"<{ids.graph('inferred')}>"
    by_assertion: dict[Term, dict[Term, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for assertion, prop, value in _rows(store, ids.rule(rule.name), foci):
        by_assertion[assertion][prop].append(value)
    found: Told = {}
    for assertion, said in by_assertion.items():
        subject, predicate, value = (said[part][0] for part in _PARTS)
        quads = [(assertion, p, o, graph) for p, values in said.items() for o in values]
        found[assertion] = frozenset([(subject, predicate, value, graph), *quads])
    return found


def _rows(store: QuadStore, rule: str, foci: Iterable[Term] | None) -> Iterator[tuple[Term, ...]]:
    if foci is None:
        yield from asked(store, "infer-held", rule=[f"<{rule}>"])
        return
    for things in batches(foci):
        yield from asked(store, "infer-held-about", rule=[f"<{rule}>"], focus=things)


def still_told(store: QuadStore, facts: Iterable[Quad], without: set[Term]) -> set[Quad]:
    """Those of the facts that another assertion than `without` states too, so that they must stay."""
    wanted = set(facts)
    found: set[Quad] = set()
    for things in batches({quad[0] for quad in wanted}):
        for assertion, subject, predicate, value, graph in asked(store, "infer-others", subject=things):
            if assertion not in without:
                found.add((subject, predicate, value, graph))
    return found & wanted
