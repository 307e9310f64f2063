"""The pictures of a site without a server: the story of each dossier, and the views that need no restriction."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape

from sovgraph.describe.addresses import page_path
from sovgraph.errors import QueryError
from sovgraph.export import picture_view
from sovgraph.export.names import views
from sovgraph.export.picture import linked_picture
from sovgraph.pages.contract import Links
from sovgraph.pages.words import word
from sovgraph.query import choices, view_query
from sovgraph.store import QuadStore

LIMIT = 800
WHOLE = ("asks", "members", "measures", "motions", "citations", "correspondence")
"""Views that mean something without being restricted."""


@dataclass(frozen=True, slots=True)
class PicturePage:
    """`path` without language and suffix: `picture/story-32317`."""

    path: str
    lang: str
    html: str


def picture_paths(store: QuadStore) -> tuple[str, ...]:
    """The paths of the pictures that a site may have; one that is empty or too large has no page."""
    (param,) = view_query("story").params
    stories = (f"picture/story-{choice.value}" for choice in choices(store, param))
    return (*(f"picture/{name}" for name in WHOLE if name in views()), *stories)


def picture_pages(store: QuadStore, base: str, lang: str, links_of: Callable[[str], Links]) -> Iterator[PicturePage]:
    """The pages in one language; `links_of` gives the links of a path."""
    for path in picture_paths(store):
        name, _, dossier = path.removeprefix("picture/").partition("-")
        try:
            view = picture_view(store, name, {"dossier": dossier} if dossier else {}, lang=lang, limit=LIMIT)
        except QueryError:
            continue
        if not view.edges:
            continue
        links = links_of(path)

        def page(iri: str, links: Links = links) -> str | None:
            found = page_path(iri, base)
            return links.page(found, lang) if found else None

        back = f'<p class="back-home"><a href="{escape(links.page("", lang))}">{escape(word("home", lang))}</a></p>\n'
        yield PicturePage(path, lang, linked_picture(view, links.asset, page, back))
