"""The application: all routes on one state, with what every answer has around it."""

import contextlib
from collections.abc import AsyncIterator, Callable
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from sovgraph.serve.engine import Refused
from sovgraph.serve.errors import problem
from sovgraph.serve.front import Front
from sovgraph.serve.logs import Line
from sovgraph.serve.options import ServeOptions
from sovgraph.serve.routes import all_routes
from sovgraph.serve.service import Service
from sovgraph.serve.state import Site


def make_app(options: ServeOptions, site: Site | None = None, log: Callable[[Line], None] | None = None) -> Front:
    """The application for a store on disk, or for a `site` that is open already (tests).

    Handlers find `request.app.state.site` and `.service`. Workers start with the first query, or by `service.start()`.
    """
    app = Starlette(routes=all_routes(), lifespan=_lifespan, exception_handlers={HTTPException: _http_error})
    service = Service(options, app, site)
    app.state.options = options
    app.state.service = service
    return Front(service, app, log)


@contextlib.asynccontextmanager
async def _lifespan(app: Starlette) -> AsyncIterator[None]:
    yield
    app.state.service.close()


async def _http_error(request: Request, error: Exception) -> Response:
    """404 and the like of the routes, in the same form as all errors."""
    assert isinstance(error, HTTPException)
    told = {404: "there is nothing at this address", 405: "this address doesn't take that method"}
    detail = told.get(error.status_code, error.detail)
    refused = Refused(error.status_code, "http", detail)
    scope: dict[str, Any] = dict(request.scope)
    return problem(scope, refused, dict(error.headers or {}))
