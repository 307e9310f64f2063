"""A store of which one stored query is asked in a process that can be killed; all else is asked here."""

import asyncio
import io
import json
from typing import Any

from starlette.requests import Request

from sovgraph.query import StoredQuery
from sovgraph.serve.asking import Asking
from sovgraph.serve.engine import Refused
from sovgraph.serve.formats import FORMATS, NONE
from sovgraph.serve.protocol import Left
from sovgraph.serve.service import Service
from sovgraph.serve.state import site_of
from sovgraph.store import Answer, Cell, QuadStore, Solutions
from sovgraph.store.terms import XSD_STRING

_JSON = next(place for place, form in enumerate(FORMATS) if form.suffix == "json")


class GuardedStore:
    """For `run_query`, which asks of a store nothing but `query` and `ledger`. Used in a thread, not in the loop."""

    def __init__(self, store: QuadStore, query: StoredQuery, request: Request) -> None:
        self._store = store
        self._begin = query.text.partition("\n")[0]
        self._request = request
        self._loop = asyncio.get_running_loop()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def query(self, text: str, *, union: bool = True) -> Answer:
        """The stored query itself goes to a worker, within the limits; names and the like are looked up here."""
        if not text.startswith(self._begin):
            return self._store.query(text, union=union)
        asked = asyncio.run_coroutine_threadsafe(_asked(self._request, text), self._loop)
        return _solutions(asked.result())


def guarded(request: Request, query: StoredQuery) -> QuadStore:
    """The store of the site, guarded where there are workers: they need a store on disk."""
    site = site_of(request)
    if not site.stamp:
        return site.store
    made: Any = GuardedStore(site.store, query, request)
    store: QuadStore = made
    return store


async def _asked(request: Request, text: str) -> bytes:
    """The answer of a worker as SPARQL results JSON. Raises Refused."""
    service: Service = request.app.state.service
    call = request.scope.get("sovgraph")
    asking = Asking(service.workers, call.client if call is not None else "local", request.receive)
    wanted = {
        "kind": "query",
        "text": text,
        "default": None,
        "named": None,
        "solutions": _JSON,
        "graph_format": NONE,
        "union": False,
        "base": service.site.base,
    }
    try:
        async with asking:
            found = await asking.ask(wanted)
            if found is not None:
                return found.body
            whole = io.BytesIO()
            await asking.rest(whole)
            return whole.getvalue()
    except Left as error:
        raise Refused(503, "left", "the client is gone") from error
    finally:
        if call is not None:
            call.work += asking.seconds


def _solutions(body: bytes) -> Solutions:
    read = json.loads(body)
    columns = tuple(read["head"]["vars"])
    known: dict[tuple[str, ...], Cell] = {}
    rows = tuple(tuple(_cell(row.get(column), known) for column in columns) for row in read["results"]["bindings"])
    return Solutions(columns, rows)


def _cell(term: dict[str, str] | None, known: dict[tuple[str, ...], Cell]) -> Cell | None:
    if term is None:
        return None
    key = tuple(term.values())
    if key not in known:
        kind = {"uri": "iri", "literal": "literal", "bnode": "bnode"}.get(term["type"], "literal")
        datatype = term.get("datatype")
        plain = datatype == XSD_STRING or "xml:lang" in term
        known[key] = Cell(kind, term["value"], None if plain else datatype, term.get("xml:lang"))
    return known[key]
