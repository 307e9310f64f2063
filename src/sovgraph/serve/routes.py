"""Joins the ROUTES of the modules `routes_<name>`; the order decides where two could answer."""

from importlib import import_module

from starlette.routing import BaseRoute

MODULES = (
    "status",
    "data",
    "api",
    "pages",
    "static",
    "workbench",
    "pictures",
)


def all_routes() -> list[BaseRoute]:
    return [route for name in MODULES for route in import_module(f"sovgraph.serve.routes_{name}").ROUTES]
