"""/picture/…: a view as a page, its data for the drawing, and the same as a file by suffix."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from sovgraph.describe.addresses import page_path
from sovgraph.export import GRAPH_FORMATS
from sovgraph.export.names import views, words
from sovgraph.export.picture import SCRIPTS, STYLES, picture_parts
from sovgraph.pages.contract import Crumb
from sovgraph.pages.frame import make_page
from sovgraph.query import choices, view_query
from sovgraph.serve.answers import PICTURES, answering, in_thread, program_version
from sovgraph.serve.cache import etag
from sovgraph.serve.calls import lang_of
from sovgraph.serve.engine import Refused
from sovgraph.serve.links import ServerLinks
from sovgraph.serve.negotiation import etag_matches
from sovgraph.serve.pictures import Asked, Pictures, asked_of, missing
from sovgraph.serve.state import Site

TYPES = {
    "graphml": "application/graphml+xml",
    "gexf": "application/gexf+xml",
    "cytoscape": "application/json",
    "json": "application/json",
    "dot": "text/vnd.graphviz",
    "csv": "application/zip",
    "nodes.csv": "text/csv; charset=utf-8",
    "edges.csv": "text/csv; charset=utf-8",
    "svg": "image/svg+xml",
    "html": "text/html; charset=utf-8",
}
"""Formats by suffix. No png: that would start a browser on the server."""
CHOICES = 500
DATA = "data.json"
"""What the drawing of the page fetches."""
_FILES = {"csv": "zip", "cytoscape": "cyjs"}


@answering
async def picture(request: Request) -> Response:
    """The page, or the file that the suffix asks for."""
    return await in_thread(request, lambda: _answer(request), PICTURES)


def _answer(request: Request) -> Response:
    site: Site = request.app.state.site
    lang = lang_of(request.scope)
    name, _, form = request.path_params["name"].partition(".")
    if form and form != DATA and form not in TYPES:
        raise Refused(404, "no-format", f"no format '{form[:40]}'; there are: {', '.join(TYPES)}")
    asked = asked_of(name, lang, request.query_params)
    links = ServerLinks(site.root_path)
    tag = etag(site.version, program_version(), site.root_path, form, asked).decode()
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if etag_matches(request.headers.get("if-none-match"), tag):
        return Response(status_code=304, headers=headers)
    if not form:
        return HTMLResponse(_page(request, site, asked, links), headers=headers)
    lacking = missing(asked)
    if lacking:
        raise Refused(400, "bad-picture", f"the picture '{name}' needs: {', '.join(lacking)}")
    view = _pictures(request).get(site, asked)
    if form == DATA:
        ego = f"{links.page('picture/ego', lang)}?thing="

        def page(iri: str) -> str | None:
            path = page_path(iri, site.base)
            return links.page(path, lang) if path else None

        return Response(picture_parts(view, "", page, ego).data, headers=headers, media_type="application/json")
    made = GRAPH_FORMATS.get(form)(view)
    headers["Content-Disposition"] = f'{_placed(form)}; filename="{name}.{_FILES.get(form, form)}"'
    return Response(made, headers=headers, media_type=TYPES[form])


def _placed(form: str) -> str:
    return "inline" if form == "svg" else "attachment"


def _pictures(request: Request) -> Pictures:
    kept: Pictures = request.app.state._state.setdefault("pictures", Pictures())
    return kept


def _page(request: Request, site: Site, asked: Asked, links: ServerLinks) -> str:
    """The page with a form; with a drawing when all that the view needs is given."""
    shown = views()[asked.view]
    lacking = missing(asked)
    view = None if lacking else _pictures(request).get(site, asked)
    query = _query(asked)
    about = view.about if view is not None else ""
    title = ": ".join(filter(None, (shown.title(asked.lang), about)))
    context = {
        "t": words(asked.lang),
        "shown": view is not None and bool(view.nodes),
        "empty": view is not None and not view.nodes,
        "source": f"{links.page(f'picture/{asked.view}.{DATA}', asked.lang)}{query}",
        "scripts": [links.asset(name) for name in SCRIPTS],
        "styles": [links.asset(name) for name in STYLES],
        "fields": _fields(site, asked),
        "action": links.page(f"picture/{asked.view}", asked.lang),
        "formats": [] if view is None else _formats(links, asked, query),
        "others": [
            (style.title(asked.lang), links.page(f"picture/{name}", asked.lang)) for name, style in views().items()
        ],
        "ego": asked.view == "ego",
        "hops": asked.hops,
    }
    crumbs = (Crumb(title),)
    path = f"picture/{asked.view}{query}"
    return make_page("picture", path, asked.lang, links, title, context, crumbs=crumbs).html


def _query(asked: Asked) -> str:
    given: dict[str, str] = dict(asked.params)
    if asked.hops > 1:
        given["hops"] = str(asked.hops)
    return f"?{urlencode(given)}" if given else ""


def _fields(site: Site, asked: Asked) -> list[Mapping[str, Any]]:
    """The values of the form, with what the store has to choose from."""
    given = dict(asked.params)
    params = [param for param in view_query(asked.view).params if param.name != "lang"]
    return [
        {
            "name": param.name,
            "label": param.description(asked.lang),
            "value": given.get(param.name, ""),
            "example": param.example,
            "choices": choices(site.store, param, lang=asked.lang)[:CHOICES],
        }
        for param in params
    ]


def _formats(links: ServerLinks, asked: Asked, query: str) -> list[tuple[str, str]]:
    return [(form, f"{links.page(f'picture/{asked.view}.{form}', asked.lang)}{query}") for form in TYPES]


def first(request: Request) -> Response:
    """Without a name: the view of all letters."""
    site: Site = request.app.state.site
    lang = lang_of(request.scope)
    return RedirectResponse(ServerLinks(site.root_path).page("picture/story", lang), 303)


ROUTES = [
    Route("/picture", first),
    Route("/en/picture", first),
    Route("/picture/{name}", picture),
    Route("/en/picture/{name}", picture),
]
