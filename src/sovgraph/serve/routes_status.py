"""/health: whether the server answers and from which state of the data."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sovgraph.serve.state import site_of


async def health(request: Request) -> Response:
    site = site_of(request)
    return JSONResponse({"status": "ok", "version": site.version}, headers={"Cache-Control": "no-store"})


ROUTES = [Route("/health", health)]
