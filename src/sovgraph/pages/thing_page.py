"""The page of one thing, as plain values for its template: facts, boxes, statements with proofs, links to it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from sovgraph import vocab as v
from sovgraph.graph.places import pdf_page
from sovgraph.pages.facts import LinksIn, Premise, Proof, Quote, Statement, Thing, key_of
from sovgraph.pages.values import Shower, Shown
from sovgraph.pages.words import inverse_name, term_name, word
from sovgraph.store import paper_of

MOST_VALUES: Final = 40
MOST_QUOTES: Final = 4
MOST_PREMISES: Final = 8
CONTEXT: Final = 130
"""Characters of the paper shown before and behind a quote, less what would be half a word or another paragraph."""

TECHNICAL: Final = frozenset(
    (v.manifestation, v.sourceName, v.byteHash, v.version, v.registerId, v.titleKey, v.DCTERMS_source, v.DCTERMS_date)
)
"""What tells where data come from rather than something of the thing; it stands folded, unless a paper says it."""

_REGISTER_GRAPH = "/graph/register/"


@dataclass(frozen=True, slots=True)
class QuoteView:
    id: str
    before: str
    text: str
    after: str
    paper: Shown
    place: str
    href: str
    citation: str

    @property
    def is_whole(self) -> bool:
        """Marks show where in a sentence the words are; one that is marked whole says nothing more."""
        return len(self.text) > 4 * len(self.before + self.after)


@dataclass(frozen=True, slots=True)
class PremiseView:
    subject: Shown
    property: str
    value: Shown
    href: str


@dataclass(frozen=True, slots=True)
class ProofView:
    id: str
    basis: str
    kind: str
    confidence: int | None
    rule: str
    quotes: tuple[QuoteView, ...]
    more_quotes: int
    premises: tuple[PremiseView, ...]
    more_premises: int


@dataclass(frozen=True, slots=True)
class ValueView:
    id: str
    value: Shown
    permalink: str
    proofs: tuple[ProofView, ...]
    sources: tuple[str, ...]
    """Registers that give the value without a place, by name."""
    more: int = 0
    """Further assertions of it."""


@dataclass(frozen=True, slots=True)
class PropertyView:
    name: str
    href: str
    values: tuple[ValueView, ...]
    more: int
    all_href: str
    is_technical: bool = False


@dataclass(frozen=True, slots=True)
class LinksView:
    name: str
    count: int
    sources: tuple[Shown, ...]
    all_href: str


class ThingViews:
    """Makes the parts of one thing's page."""

    def __init__(self, thing: Thing, shower: Shower) -> None:
        self.thing, self.shower = thing, shower
        self.lang, self.links = shower.lang, shower.links
        self._ids: set[str] = set()
        self._quotes = 0
        shower.prepare(self._named())

    def _named(self) -> Iterator[str]:
        """Everything that the page names."""
        yield self.thing.iri
        for statement in self.thing.statements:
            if statement.value.kind == "iri":
                yield statement.value.value
            for proof in statement.proofs:
                yield proof.rule
                yield from (paper_of(quote.graph) for quote in proof.quotes)
                for premise in proof.premises:
                    yield premise.subject
                    if premise.value.kind == "iri":
                        yield premise.value.value
        for links in self.thing.links_in:
            yield from links.sources

    def properties(self, first: Iterable[str] = ()) -> tuple[PropertyView, ...]:
        """Statements by property: those of `first` in their order, then by name; the class comes last."""
        grouped: dict[str, list[Statement]] = {}
        for statement in self.thing.statements:
            grouped.setdefault(statement.property, []).append(statement)
        order = {prop: place for place, prop in enumerate(first)}
        names = sorted(
            grouped,
            key=lambda p: (p == v.RDF_type, order.get(p, len(order)), term_name(p, self.lang).casefold(), p),
        )
        return tuple(self._property(prop, grouped[prop]) for prop in names)

    def _property(self, prop: str, statements: list[Statement]) -> PropertyView:
        statements = sorted(statements, key=lambda s: not s.proofs)
        shown = tuple(self._value(s) for s in statements[:MOST_VALUES])
        return PropertyView(
            term_name(prop, self.lang),
            self.shower.href(prop),
            shown,
            max(0, len(statements) - MOST_VALUES),
            self.links.query("explain-fact", {"subject": self.thing.iri, "property": prop}, self.lang) or "",
            prop in TECHNICAL and not any(proof.quotes for s in statements for proof in s.proofs),
        )

    def _value(self, statement: Statement) -> ValueView:
        proofs = tuple(self._proof(proof) for proof in statement.proofs)
        first = next((proof.id for proof in proofs if proof.id), "")
        named = (g.split(_REGISTER_GRAPH)[1] for g in statement.graphs if _REGISTER_GRAPH in g)
        return ValueView(
            first,
            self.shower.cell(statement.value),
            f"#{first}" if first else "",
            proofs,
            tuple(sorted(set(named))) if not proofs else (),
            statement.more_proofs,
        )

    def _proof(self, proof: Proof) -> ProofView:
        anchor = f"a-{proof.key}"
        is_new = anchor not in self._ids
        self._ids.add(anchor)
        quotes = proof.quotes[:MOST_QUOTES]
        premises = proof.premises[:MOST_PREMISES]
        return ProofView(
            anchor if is_new else "",
            term_name(proof.basis, self.lang),
            proof.basis.rpartition("#")[2].removeprefix("Basis").lower(),
            proof.confidence,
            self.shower.label(proof.rule),
            tuple(self.quote(quote) for quote in quotes),
            len(proof.quotes) - len(quotes),
            tuple(self._premise(premise) for premise in premises),
            len(proof.premises) - len(premises),
        )

    def quote(self, quote: Quote) -> QuoteView:
        self._quotes += 1
        paper = paper_of(quote.graph)
        before, after = self._around(quote)
        start = quote.start if quote.graph == paper else None
        place = self._place(quote)
        return QuoteView(
            f"cite-{self._quotes}",
            before,
            quote.text,
            after,
            Shown(self.shower.label(paper), self.shower.href(paper)),
            place,
            self.shower.href(paper, f"c{start}" if start is not None else ""),
            self.shower.citation(paper, quote.text, start, place),
        )

    def _around(self, quote: Quote) -> tuple[str, str]:
        """The words before and behind a quote in its text, in the same paragraph."""
        if quote.start is None or quote.end is None:
            return "", ""
        text = self.shower.asker.text(quote.graph)
        if text[quote.start : quote.end] != quote.text:
            return "", ""
        before = text[max(0, quote.start - CONTEXT) : quote.start].rpartition("\n\n")[2]
        after = text[quote.end : quote.end + CONTEXT].partition("\n\n")[0]
        if len(before) == CONTEXT:
            before = "…" + before.partition(" ")[2]
        if len(after) == CONTEXT:
            after = after.rpartition(" ")[0] + "…"
        return before, after

    def _place(self, quote: Quote) -> str:
        pages = [page for where in quote.where if (page := pdf_page(where))]
        if pages:
            return word("page", self.lang, page=pages[0])
        return "" if quote.start is not None or not quote.where else quote.where[0]

    def _premise(self, premise: Premise) -> PremiseView:
        return PremiseView(
            self.shower.thing(premise.subject),
            term_name(premise.property, self.lang),
            self.shower.cell(premise.value),
            self.shower.href(premise.subject, f"a-{key_of(premise.assertion)}"),
        )

    def links_in(self) -> tuple[LinksView, ...]:
        found = [self._links(links) for links in self.thing.links_in]
        return tuple(sorted(found, key=lambda view: (-view.count, view.name)))

    def _links(self, links: LinksIn) -> LinksView:
        sources = sorted((self.shower.thing(iri) for iri in links.sources), key=lambda s: (s.text.casefold(), s.href))
        query = {"thing": self.thing.iri, "property": links.property}
        all_href = self.links.query("links-to", query, self.lang) if links.count > len(sources) else None
        return LinksView(inverse_name(links.property, self.lang), links.count, tuple(sources), all_href or "")
