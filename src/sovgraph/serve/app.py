"""The application: all routes on one state, with what every answer has around it."""

from starlette.applications import Starlette

from sovgraph.serve.options import ServeOptions
from sovgraph.serve.routes import all_routes
from sovgraph.serve.state import Site, open_site


def make_app(options: ServeOptions, site: Site | None = None) -> Starlette:
    """The application for a store on disk, or for a `site` that is open already (tests)."""
    app = Starlette(routes=all_routes())
    app.state.options = options
    app.state.site = site or open_site(options)
    return app
