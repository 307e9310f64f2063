"""What the data say of one thing, as triples: about the thing, about its evidence, and about the page that says so."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sovgraph import vocab as v
from sovgraph.describe.addresses import page_path
from sovgraph.describe.dataset import dataset_iri
from sovgraph.describe.formats import SUFFIXES, json_ld
from sovgraph.describe.publication import LICENSE
from sovgraph.describe.rdf import DCT, FOAF, VOID, Triple
from sovgraph.query import ask_about, run_internal
from sovgraph.store import Cell, QuadStore

MEDIA_TYPES: Final = dict(
    zip(SUFFIXES, ("text/turtle", "application/ld+json", "application/n-triples", "application/rdf+xml"), strict=True)
)
MOST_LINKS: Final = 500
"""Things that point to the thing by one property; the page says when there are more."""
MOST_FACTS: Final = 1000
LARGE: Final = 20_000
"""Of so many links of one property not even the first are looked up."""
LONG_TEXT: Final = 1000
"""Longer texts stay out of the description inside a page, which shows them itself."""

_NAMES = frozenset((v.SKOS_prefLabel, v.RDFS_label, v.FOAF_name, v.DCTERMS_title))
_NOT_LINKS = frozenset((v.RDF_type, v.RDF_subject, v.RDF_object, v.RDF_predicate, v.OA_hasSource))
"""Properties by which evidence points to what it is about: those facts are described with the thing itself."""


@dataclass(frozen=True, slots=True)
class Description:
    """`own`: the thing's statements; `around`: names of what it points to, links to it, evidence; `page`: about the
    page. `left_out` counts links to the thing by property that are more than a page holds."""

    iri: str
    own: tuple[Triple, ...]
    around: tuple[Triple, ...]
    page: tuple[Triple, ...]
    left_out: tuple[tuple[str, int], ...] = ()

    @property
    def triples(self) -> tuple[Triple, ...]:
        return (*self.own, *self.around, *self.page)


def describe(store: QuadStore, iri: str, base: str, license: str = LICENSE) -> Description | None:
    """Everything about a thing; None when the store has no statement about it or with it as a value."""
    own = _own(store, iri)
    counts = _counts(store, iri)
    if not own and not counts:
        return None
    links, left_out = _links(store, iri, counts)
    values = {value.value for _, _, value in own if value.kind == "iri"}
    around = (*_names(store, values - {iri}), *links, *_evidence(store, iri))
    return Description(iri, own, around, _page(iri, base, license, own, left_out), left_out)


def embedded(store: QuadStore, iri: str, base: str, license: str = LICENSE) -> str:
    """JSON-LD for a page's own script element: the thing with the names of what it points to, without long texts.

    Whoever puts it into HTML must write `<` as `\\u003c`. Empty when the store doesn't know the thing.
    """
    own = _own(store, iri)
    if not own:
        return ""
    kept = tuple(triple for triple in own if len(triple[2].value) <= LONG_TEXT)
    values = {value.value for _, _, value in kept if value.kind == "iri"}
    rows = {*kept, *_names(store, values - {iri}), *_page(iri, base, license, own, ())}
    ordered = sorted(rows, key=lambda t: (t[0] != iri, t[0], t[1] != v.RDF_type, t[1], t[2].ntriples))
    return json_ld(ordered)


def _own(store: QuadStore, iri: str) -> tuple[Triple, ...]:
    rows = ask_about(store, "page-facts", thing=[iri])
    return tuple((iri, prop.value, value) for _, prop, value in map(dict.values, rows) if prop and value)


def _names(store: QuadStore, things: Iterable[str]) -> Iterator[Triple]:
    """What the given things are called, in all languages."""
    for thing, prop, label in map(dict.values, ask_about(store, "labels", thing=things)):
        if thing and prop and label and prop.value in _NAMES:
            yield thing.value, prop.value, label


def _counts(store: QuadStore, iri: str) -> dict[str, int]:
    """How many things point to the thing, by property."""
    rows = run_internal(store, "describe-counts", {"thing": iri}).rows
    return {prop.value: int(n.value) for prop, n in rows if prop is not None and n is not None}


def _links(
    store: QuadStore, iri: str, counts: Mapping[str, int]
) -> tuple[tuple[Triple, ...], tuple[tuple[str, int], ...]]:
    """What points to the thing, at most `MOST_LINKS` by property; and the numbers of those with more."""
    wanted = [prop for prop, n in counts.items() if prop not in _NOT_LINKS and n <= LARGE]
    left_out = tuple((p, n) for p, n in sorted(counts.items()) if n > MOST_LINKS and p not in _NOT_LINKS)
    if not wanted:
        return (), left_out
    told: dict[str, int] = {}
    found: list[Triple] = []
    for prop, source in run_internal(store, "describe-inverse", {"thing": iri, "property": wanted}).rows:
        if prop is None or source is None or source.kind != "iri":
            continue
        told[prop.value] = told.get(prop.value, 0) + 1
        if told[prop.value] <= MOST_LINKS:
            found.append((source.value, prop.value, Cell("iri", iri)))
    return tuple(found), left_out


def _evidence(store: QuadStore, iri: str) -> Iterator[Triple]:
    """The assertions about the thing with rule, confidence, quote and place.

    One step at a time: an engine that joins facts, places and selectors gives the words again for each fact.
    """
    rows = ask_about(store, "describe-evidence", thing=[iri])
    facts = _said(store, [row["fact"].value for row in rows if row["fact"]][:MOST_FACTS])
    places = _said(store, _values(facts, v.PROV_wasDerivedFrom))
    selectors = _said(store, _values(places, v.OA_hasSelector))
    for fact, triples in sorted(facts.items()):
        found = set(triples)
        for place in _values({fact: triples}, v.PROV_wasDerivedFrom):
            found.update(places.get(place, ()))
            for selector in _values({place: places.get(place, ())}, v.OA_hasSelector):
                found.update(selectors.get(selector, ()))
        yield from sorted(found, key=lambda t: (t[0], t[1], t[2].ntriples))


_Said = Mapping[str, Collection[Triple]]


def _said(store: QuadStore, nodes: Iterable[str]) -> dict[str, list[Triple]]:
    """What is said of each of these."""
    found: dict[str, list[Triple]] = {}
    for node, prop, value in map(dict.values, ask_about(store, "page-facts", thing=nodes)):
        if node and prop and value:
            found.setdefault(node.value, []).append((node.value, prop.value, value))
    return found


def _values(said: _Said, prop: str) -> set[str]:
    return {o.value for triples in said.values() for _, p, o in triples if p == prop and o.kind == "iri"}


def _page(
    iri: str, base: str, license: str, own: Iterable[Triple], left_out: Iterable[tuple[str, int]]
) -> tuple[Triple, ...]:
    """About the page: what it is about, its forms, licence and dataset. No day of its own: the data have none."""
    path = page_path(iri, base)
    if path is None:
        return ()
    page, dataset = f"{base}{path}", dataset_iri(base)
    found = [
        (page, v.RDF_type, Cell("iri", f"{FOAF}Document")),
        (page, f"{FOAF}primaryTopic", Cell("iri", iri)),
        (page, v.DCTERMS_license, Cell("iri", license)),
        (page, v.DCTERMS_isPartOf, Cell("iri", dataset)),
        (page, f"{VOID}inDataset", Cell("iri", dataset)),
    ]
    for suffix, media_type in MEDIA_TYPES.items():
        form = f"{page}.{suffix}"
        found.append((page, f"{DCT}hasFormat", Cell("iri", form)))
        found.append((form, f"{DCT}format", Cell("literal", media_type)))
    graphs = sorted({o.value for _, p, o in own if p == v.PROV_wasDerivedFrom and o.kind == "iri"})
    found += [(page, v.DCTERMS_source, Cell("iri", graph)) for graph in graphs]
    for prop, number in left_out:
        nl = f"Niet alle {number} dingen die met <{prop}> hierheen wijzen staan hier; vraag ze aan het SPARQL-endpoint."
        en = f"Not all {number} things that point here by <{prop}> are here; ask the SPARQL endpoint for them."
        found += [(page, v.RDFS_comment, Cell("literal", nl, lang="nl"))]
        found += [(page, v.RDFS_comment, Cell("literal", en, lang="en"))]
    return tuple(found)


def is_known(store: QuadStore, iri: str) -> bool:
    """Whether a statement is about the thing or has it as its value."""
    return bool(_own(store, iri)) or bool(_counts(store, iri))
