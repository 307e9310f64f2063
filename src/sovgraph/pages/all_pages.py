"""All pages of a store: of things, home, lists, queries, messages. What a server and a folder of files show."""

from collections.abc import Iterator
from typing import Any, Final

from sovgraph.describe.addresses import page_path
from sovgraph.pages.asking import Asker
from sovgraph.pages.contract import Crumb, Links, Page
from sovgraph.pages.facts import Thing, read_thing
from sovgraph.pages.frame import make_page
from sovgraph.pages.kinds import KindFile, full, kind_of, kinds
from sovgraph.pages.thing_page import ThingViews
from sovgraph.pages.values import Shower
from sovgraph.pages.words import term_name, word
from sovgraph.report.sources import address_of
from sovgraph.settings import DEFAULT_BASE
from sovgraph.store import QuadStore

DATA: Final = (
    (".ttl", "Turtle", "text/turtle"),
    (".jsonld", "JSON-LD", "application/ld+json"),
    (".nt", "N-Triples", "application/n-triples"),
    (".rdf", "RDF/XML", "application/rdf+xml"),
)
"""The forms of a thing's data: suffix, name, media type."""


class Pages:
    """Makes pages from a store that nobody writes to meanwhile. Several threads may use it."""

    def __init__(self, store: QuadStore, base: str = DEFAULT_BASE) -> None:
        self.store, self.base = store, base
        self.asker = Asker(store)

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
        context = {
            "iri": iri,
            "kind": name,
            "kind_title": kind.title.of(lang) if kind else _class_name(thing, lang),
            "subtitle": "",
            "facts": _facts(thing, kind, shower),
            "official": address_of(iri),
            "picture": links.picture("ego", {"thing": iri}, lang),
            "boxes": (),
            "properties": views.properties(full(curie) for curie in (kind.facts if kind else ())),
            "links_in": views.links_in(),
            "contents": (),
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

    def home(self, lang: str, links: Links) -> Page:
        return make_page("home", "", lang, links, word("site", lang), {})

    def message(self, status: int, title: str, text: str, lang: str, links: Links) -> Page:
        """What went wrong or isn't there, in words for people."""
        context = {"status": status, "text": text}
        return make_page("message", "message", lang, links, title, context, path_of_other="")

    def paths(self) -> Iterator[tuple[str, str]]:
        """Kind and IRI of everything that has a page in a folder of files, in order."""
        yield from ()


def _facts(thing: Thing, kind: KindFile | None, shower: Shower) -> list[dict[str, Any]]:
    """The properties that a kind puts at the top, with their values."""
    found = []
    for curie in kind.facts if kind else ():
        values = thing.values(full(curie))
        if values:
            shown = sorted({shower.cell(cell) for cell in values}, key=lambda s: s.text)
            found.append({"name": term_name(full(curie), shower.lang), "values": shown})
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

    return Markup(json_ld.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"))
