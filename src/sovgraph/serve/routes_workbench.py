"""/workbench: SPARQL of one's own with an editor; /workbench.json: what the editor knows of the data."""

import json

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from sovgraph.pages.workbench import Engine, workbench_data, workbench_page
from sovgraph.serve.calls import lang_of
from sovgraph.serve.links import ServerLinks
from sovgraph.serve.negotiation import etag_matches
from sovgraph.serve.service import Service
from sovgraph.serve.state import Site


def workbench(request: Request) -> Response:
    site: Site = request.app.state.site
    lang = lang_of(request.scope)
    links = ServerLinks(site.root_path)
    engine = Engine(endpoint=f"{site.root_path}/sparql", terms=f"{site.root_path}/workbench.json")
    page = workbench_page(lang, links, site.base, engine)
    return HTMLResponse(page.html, headers={"Cache-Control": "no-cache"})


def terms(request: Request) -> Response:
    """Made once for each state of the data."""
    service: Service = request.app.state.service
    site: Site = request.app.state.site
    if service.terms is None or service.terms[0] != site.version:
        made = json.dumps(workbench_data(site.store), ensure_ascii=False, separators=(",", ":"))
        service.terms = (site.version, made.encode("utf-8"))
    etag = f'"{site.version}-terms"'
    headers = {"ETag": etag, "Cache-Control": "no-cache"}
    if etag_matches(request.headers.get("if-none-match"), etag):
        return Response(status_code=304, headers=headers)
    return Response(service.terms[1], headers=headers, media_type="application/json")


ROUTES = [
    Route("/workbench", workbench),
    Route("/en/workbench", workbench),
    Route("/workbench.json", terms),
]
