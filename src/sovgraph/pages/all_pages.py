"""All pages of a store: of things, home, lists, queries, messages. What a server and a folder of files show."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from sovgraph import vocab as v
from sovgraph.assets import in_script
from sovgraph.describe.addresses import iri_of, page_path
from sovgraph.pages.asking import Asker
from sovgraph.pages.boxes import BoxMaker, BoxView, given_of
from sovgraph.pages.casing import as_sentence
from sovgraph.pages.contract import Crumb, Links, Page
from sovgraph.pages.dataset_page import dataset_page
from sovgraph.pages.facts import Thing, read_thing
from sovgraph.pages.frame import make_page
from sovgraph.pages.home_page import home_page
from sovgraph.pages.kinds import KindFile, full, kind_of, kinds
from sovgraph.pages.list_page import counts_of, list_page, list_path, lists_page
from sovgraph.pages.lists import Lists, pages_in
from sovgraph.pages.picture_links import pictures_of
from sovgraph.pages.query_page import Choices, Rows, queries_page, query_page
from sovgraph.pages.search_page import search_page
from sovgraph.pages.terms_page import terms_page
from sovgraph.pages.thing_page import ThingViews
from sovgraph.pages.values import Shower
from sovgraph.pages.words import term_name, word
from sovgraph.query import StoredQuery
from sovgraph.query.binding import Values
from sovgraph.report.making import newest_day
from sovgraph.report.sources import address_of
from sovgraph.search import Hits
from sovgraph.settings import DEFAULT_BASE
from sovgraph.store import QuadStore

_ANY: Final = "other"
"""The kind of things that have no words of their own; their class names them."""

DATA: Final = (
    (".ttl", "Turtle", "text/turtle"),
    (".jsonld", "JSON-LD", "application/ld+json"),
    (".nt", "N-Triples", "application/n-triples"),
    (".rdf", "RDF/XML", "application/rdf+xml"),
)
"""The forms of a thing's data: suffix, name, media type."""


class Pages:
    """Makes pages from a store that nobody writes to meanwhile. Several threads may use it.

    `only`: the things that lists hold and that `paths` gives; every thing has a page all the same.
    """

    def __init__(self, store: QuadStore, base: str = DEFAULT_BASE, only: frozenset[str] | None = None) -> None:
        self.store, self.base = store, base
        self.asker = Asker(store)
        self.lists = Lists(self.asker, only)
        self._on: str | None = None

    def thing(self, iri: str, lang: str, links: Links, *, json_ld: str = "") -> Page | None:
        """The page of anything that the store knows; None for what it doesn't, and for what has no address."""
        path = page_path(iri, self.base)
        thing = read_thing(self.asker, iri) if path is not None else None
        if path is None or thing is None:
            return None
        name = kind_of(thing.classes)
        kind = kinds().get(name)
        shower = Shower(self.asker, lang, links, self.base)
        views = ThingViews(thing, shower)
        title = shower.label(iri)
        boxes = self._boxes(thing, kind, shower)
        properties = views.properties(full(curie) for curie in (kind.facts if kind else ()))
        links_in = views.links_in()
        context = {
            "iri": iri,
            "kind": name,
            "kind_title": kind.title.of(lang) if kind and name != _ANY else _class_name(thing, lang),
            "subtitle": _subtitle(thing, title),
            "facts": _facts(thing, kind, shower),
            "official": address_of(iri),
            "pictures": pictures_of(thing, kind, {box.anchor for box in boxes}, lang, links),
            "boxes": boxes,
            "properties": properties,
            "links_in": links_in,
            "contents": _contents(boxes, len(thing.statements), sum(group.count for group in links_in), lang),
            "data": [(label, links.data(path, suffix)) for suffix, label, _ in DATA],
            "json_ld": _embedded(json_ld),
        }
        return make_page(
            "thing",
            path,
            lang,
            links,
            title,
            context,
            description=f"{context['kind_title']}: {title}",
            crumbs=_crumbs(kind, name, title, lang, links),
            alternates=tuple((media, links.data(path, suffix)) for suffix, _, media in DATA),
        )

    def _boxes(self, thing: Thing, kind: KindFile | None, shower: Shower) -> tuple[BoxView, ...]:
        if kind is None or not kind.boxes:
            return ()
        maker = BoxMaker(thing, shower, given_of(thing, kind.given, self._newest_day()))
        return tuple(view for box in kind.boxes if (view := maker.make(box)) is not None)

    def _newest_day(self) -> str:
        if self._on is None:
            self._on = newest_day(self.store)
        return self._on

    def home(self, lang: str, links: Links) -> Page:
        return home_page(self.lists, self._shower(lang, links), lang, links)

    def listing(self, kind: str, lang: str, links: Links, page: int = 1) -> Page | None:
        """A page of the list of a kind ("" for the list of lists); None where there is none."""
        if not kind:
            return lists_page(self.lists, lang, links)
        return list_page(self.lists, kind, lang, links, self.base, page)

    def search(
        self,
        q: str,
        hits: Hits | None,
        lang: str,
        links: Links,
        *,
        chosen: Mapping[str, str] | None = None,
        error: str = "",
    ) -> Page:
        """The page with the form alone (no `hits`), or with what was found; `chosen` are the values of facets."""
        return search_page(q, hits, self._shower(lang, links), chosen or {}, error)

    def queries(self, lang: str, links: Links) -> Page:
        return queries_page(lang, links)

    def query(
        self,
        stored: StoredQuery,
        params: Values,
        rows: Rows | None,
        error: str,
        lang: str,
        links: Links,
        *,
        choices: Choices | None = None,
        downloads: Sequence[tuple[str, str]] = (),
    ) -> Page:
        """The page of a stored query: its form with `params` as typed, its rows if asked, what went wrong."""
        shower = self._shower(lang, links)
        return query_page(stored, params, rows, error, shower, choices=choices, downloads=downloads)

    def terms(self, lang: str, links: Links) -> Page:
        """The page of the ontology, with an anchor for each term."""
        return terms_page(lang, links)

    def dataset(
        self, description: bytes, me: str, lang: str, links: Links, downloads: Sequence[tuple[str, str]] = ()
    ) -> Page:
        """The page of the dataset `me`, from its description as N-Triples."""
        return dataset_page(description, me, lang, links, downloads, counts_of(self.lists, lang, links))

    def at(self, path: str, lang: str, links: Links) -> Page | None:
        """The page at a path that needs no question: home, lists, queries, terms, things. None where there is none."""
        if not path:
            return self.home(lang, links)
        if path == "list":
            return self.listing("", lang, links)
        if path == "queries":
            return self.queries(lang, links)
        if path == "def":
            return self.terms(lang, links)
        if path == "search":
            return self.search("", None, lang, links)
        first, _, rest = path.partition("/")
        if first == "list":
            kind, _, number = rest.partition("/")
            page = int(number) if number.isascii() and number.isdigit() else 0 if number else 1
            return self.listing(kind, lang, links, page) if kind else None
        iri = iri_of(path, self.base)
        return self.thing(iri, lang, links) if iri else None

    def _shower(self, lang: str, links: Links) -> Shower:
        return Shower(self.asker, lang, links, self.base)

    def message(self, status: int, title: str, text: str, lang: str, links: Links) -> Page:
        """What went wrong or isn't there, in words for people."""
        context = {"status": status, "text": text}
        return make_page("message", "message", lang, links, title, context, path_of_other="")

    def paths(self) -> Iterator[tuple[str, str]]:
        """Kind and IRI of everything that has a page in a folder of files, in order."""
        yield from self.lists.every_thing()

    def list_paths(self) -> Iterator[str]:
        """The paths of all pages of lists."""
        yield "list"
        for name, kind in kinds().items():
            if kind.listed:
                for number in range(1, pages_in(self.lists.entries(name, "nl")) + 1):
                    yield list_path(name, number)


def _facts(thing: Thing, kind: KindFile | None, shower: Shower) -> list[dict[str, Any]]:
    """The properties that a kind puts at the top, with their values."""
    found = []
    for curie in kind.facts if kind else ():
        values = thing.values(full(curie))
        if values:
            shown = sorted({shower.cell(cell) for cell in values}, key=lambda s: s.text)
            found.append({"name": term_name(full(curie), shower.lang), "values": shown})
    return found


def _subtitle(thing: Thing, title: str) -> str:
    """What a thing that goes by a number is called: by itself or a register rather than by others, the longest."""
    found: dict[str, tuple[bool, bool, int, str]] = {}
    for statement in thing.statements:
        if statement.property in (v.DCTERMS_title, v.aboutText, v.questionText):
            text = " ".join(statement.value.value.split())
            own = any(g == thing.iri or g.endswith("/metadata") or "/register/" in g for g in statement.graphs)
            if text not in title:
                found[text] = (own, not text.isupper(), len(text), text)
    return as_sentence(max(found, key=found.__getitem__, default=""))


def _contents(boxes: tuple[BoxView, ...], statements: int, links: int, lang: str) -> list[dict[str, Any]]:
    """The parts of the page with how much is in each."""
    found: list[dict[str, Any]] = [{"anchor": b.anchor, "title": b.title, "count": b.count} for b in boxes]
    if statements:
        found.append({"anchor": "statements", "title": word("statements", lang), "count": statements})
    if links:
        found.append({"anchor": "links", "title": word("links-in", lang), "count": links})
    return found


def _class_name(thing: Thing, lang: str) -> str:
    return term_name(thing.classes[-1], lang) if thing.classes else word("thing", lang)


def _crumbs(kind: KindFile | None, name: str, title: str, lang: str, links: Links) -> tuple[Crumb, ...]:
    listed = (Crumb(kind.plural.of(lang), links.page(f"list/{name}", lang)),) if kind and kind.listed else ()
    return (*listed, Crumb(title))


def _embedded(json_ld: str) -> Any:
    """JSON for a script element: no text of it can end that element."""
    if not json_ld:
        return ""
    from markupsafe import Markup

    return Markup(in_script(json_ld))
