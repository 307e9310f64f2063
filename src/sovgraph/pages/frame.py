"""The frame of every page: templates that escape all text, and what each of them may ask."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sovgraph.errors import ResourceError
from sovgraph.pages.contract import Crumb, Links, Page
from sovgraph.pages.words import LANGS, count, day, is_day, word

if TYPE_CHECKING:
    from jinja2 import Environment

_LANGUAGES = {"nl": "Nederlands", "en": "English"}
_MENU = (
    ("list", "menu-lists"),
    ("search", "menu-search"),
    ("queries", "menu-queries"),
    ("workbench", "workbench"),
    ("dataset", "menu-dataset"),
)


@cache
def environment() -> "Environment":
    """Escapes always; an unknown name in a template is an error, never a gap."""
    try:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined
    except ImportError as error:
        raise ResourceError("pages need jinja2; install it with: pip install 'sovgraph[web]'") from error
    folder = Path(__file__).parent / "templates"
    made = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["count"] = count
    made.filters["day"] = day
    made.tests["day"] = is_day
    return made


def make_page(
    template: str,
    path: str,
    lang: str,
    links: Links,
    title: str,
    context: Mapping[str, Any],
    *,
    description: str = "",
    crumbs: tuple[Crumb, ...] = (),
    alternates: tuple[tuple[str, str], ...] = (),
    path_of_other: str | None = None,
) -> Page:
    """`alternates`: type and address of the data of this page. `path_of_other`: where the language switch leads."""

    def words(name: str, /, **holes: object) -> str:
        return word(name, lang, **holes)

    other = path if path_of_other is None else path_of_other
    html = (
        environment()
        .get_template(f"{template}.html")
        .render(
            **context,
            w=words,
            lang=lang,
            links=links,
            title=title,
            description=description,
            home=links.page("", lang),
            search_href=links.page("search", lang),
            menu=[(words(name), links.page(to, lang), path == to or path.startswith(f"{to}/")) for to, name in _MENU],
            crumbs=(Crumb(words("home"), links.page("", lang)), *crumbs) if path else (),
            languages=[(code, _LANGUAGES[code], links.page(other, code)) for code in LANGS],
            alternates=alternates,
        )
    )
    return Page(path, lang, title, html, description)
