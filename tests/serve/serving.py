"""The application over the hand-made graph of the query tests, asked in this process."""

from functools import cache
from pathlib import Path

from starlette.testclient import TestClient
from tests.unit.query.graphs import fixture_store

from sovgraph.serve.app import make_app
from sovgraph.serve.options import Limits, ServeOptions
from sovgraph.serve.state import site_from

BASE = "https://w3id.org/sovgraph/"


@cache
def client(root_path: str = "") -> TestClient:
    """No store on disk: what isn't SPARQL is answered from memory."""
    limits = Limits(client_seconds=0, client_errors=0)
    options = ServeOptions(store=Path("nowhere"), root_path=root_path, limits=limits, log_requests=False)
    app = make_app(options, site_from(fixture_store(), options))
    return TestClient(app, follow_redirects=False, raise_server_exceptions=True)
