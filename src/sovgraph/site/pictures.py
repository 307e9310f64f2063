"""The pictures of a site without a server: the story of each dossier, and the views that need no restriction."""

from dataclasses import dataclass
from html import escape

from sovgraph.describe.addresses import page_path
from sovgraph.export import picture_view
from sovgraph.export.picture import linked_picture
from sovgraph.pages.contract import Links
from sovgraph.pages.picture_links import OF_ALL
from sovgraph.pages.words import word
from sovgraph.query import choices, run_query, view_query
from sovgraph.store import QuadStore

LIMIT = 800


@dataclass(frozen=True, slots=True)
class PicturePage:
    """`path` without language and suffix: `picture/story-32317`."""

    path: str
    lang: str
    html: str


def picture_paths(store: QuadStore) -> tuple[str, ...]:
    """The paths of the pictures of a site: none that is empty or too large."""
    (param,) = view_query("story").params
    stories = (f"picture/story-{choice.value}" for choice in choices(store, param))
    every = (*(f"picture/{name}" for name in OF_ALL), *stories)
    return tuple(path for path in every if _is_shown(store, *_asked(path)))


def _asked(path: str) -> tuple[str, dict[str, str]]:
    """The view of a path, and what it is restricted to."""
    name, _, dossier = path.removeprefix("picture/").partition("-")
    return name, {"dossier": dossier} if dossier else {}


def _is_shown(store: QuadStore, name: str, given: dict[str, str]) -> bool:
    """By the links alone: without names, facts and evidence that is a small part of the work."""
    rows = run_query(store, view_query(name), given, names=lambda things, lang: {}).values()
    linked = [row for row in rows if row["property"] and row["target"]]
    things = {row["source"] for row in rows} | {row["target"] for row in linked}
    return bool(linked) and len(things) <= LIMIT


def picture_page(store: QuadStore, path: str, base: str, lang: str, links: Links) -> PicturePage:
    name, given = _asked(path)
    view = picture_view(store, name, given, lang=lang, limit=LIMIT)

    def page(iri: str) -> str | None:
        found = page_path(iri, base)
        return links.page(found, lang) if found else None

    back = f'<p class="back-home"><a href="{escape(links.page("", lang))}">{escape(word("home", lang))}</a></p>\n'
    return PicturePage(path, lang, linked_picture(view, links.asset, page, back))
