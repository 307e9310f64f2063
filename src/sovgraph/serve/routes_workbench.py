"""/workbench: SPARQL of one's own with an editor; /workbench.json: what the editor knows of the data."""

import json

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sovgraph.pages.workbench import Engine, workbench_data, workbench_page
from sovgraph.serve.answers import answering, kept_answer
from sovgraph.serve.calls import lang_of
from sovgraph.serve.links import ServerLinks
from sovgraph.serve.negotiation import HTML
from sovgraph.serve.state import site_of


@answering
async def workbench(request: Request) -> Response:
    """The page with the editor."""
    site, lang = site_of(request), lang_of(request.scope)
    engine = Engine(endpoint=f"{site.root_path}/sparql", terms=f"{site.root_path}/workbench.json")

    def make() -> bytes:
        return workbench_page(lang, ServerLinks(site.root_path), site.base, engine).html.encode("utf-8", "replace")

    return await kept_answer(request, ("workbench", lang), HTML.content_type, make, {})


@answering
async def terms(request: Request) -> Response:
    """Classes, properties and the like, for completion."""
    site = site_of(request)

    def make() -> bytes:
        return json.dumps(workbench_data(site.store), ensure_ascii=False, separators=(",", ":")).encode()

    return await kept_answer(request, ("workbench-terms",), "application/json", make, {})


ROUTES = [
    Route("/workbench", workbench),
    Route("/en/workbench", workbench),
    Route("/workbench.json", terms),
]
