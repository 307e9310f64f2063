"""Stored queries for programs: rows as JSON, CSV, TSV and Markdown with pages, values to choose from, OpenAPI."""

import json
from typing import Any, Final
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sovgraph import vocab as v
from sovgraph.query import RENDERERS, Result, StoredQuery, catalog
from sovgraph.serve.answers import answering, kept_answer, link_header, missing, wanted_form, whole_or_head
from sovgraph.serve.cache import etag
from sovgraph.serve.links import ServerLinks
from sovgraph.serve.negotiation import Form, etag_matches, split_suffix
from sovgraph.serve.openapi import openapi
from sovgraph.serve.state import site_of
from sovgraph.serve.stored import (
    Asked,
    as_json,
    choices_of,
    fitting,
    part_of,
    query_of,
    read_asked,
    result_of,
)
from sovgraph.store.terms import Cell

FORMS: Final = (
    Form("json", "application/json"),
    Form("csv", "text/csv"),
    Form("tsv", "text/tab-separated-values"),
    Form("md", "text/markdown"),
    Form("srj", "application/sparql-results+json"),
)
_WRITERS: Final = {"csv": "csv", "tsv": "tsv", "md": "md", "srj": "json"}
_DECIMAL: Final = v.XSD_integer.replace("integer", "decimal")
_JSON: Final = "application/json"


@answering
async def rows(request: Request) -> Response:
    """The rows of a stored query; `Link` leads to the next and the previous ones."""
    name, form = split_suffix(request.path_params["name"], FORMS)
    query = query_of(name)
    asked = read_asked(query, request, "nl")
    links = ServerLinks(site_of(request).root_path)
    path = f"api/queries/{query.name}"
    question = request.url.query
    addresses = {f.media_type: links.data(path, f".{f.suffix}") + (f"?{question}" if question else "") for f in FORMS}
    chosen = form or wanted_form(request, FORMS, addresses)
    here = links.data(path, f".{form.suffix}" if form else "")
    tag = etag(site_of(request).version, asked.key, asked.limit, asked.offset, chosen.suffix, here).decode()
    headers = {"ETag": tag, "Cache-Control": "no-cache", "Vary": "Accept"}
    if etag_matches(request.headers.get("if-none-match"), tag):
        return Response(status_code=304, headers=headers)
    result = await result_of(request, asked)
    turns = _turns(asked, len(result), here)
    about = [(links.query(query.name, {}, "nl") or "", "describedby", "text/html")]
    about.append((links.data("api/openapi.json", ""), "service-desc", _JSON))
    headers["Link"] = link_header([*((href, rel, "") for rel, href in turns.items()), *about])
    headers["X-Total-Count"] = str(len(result))
    if form is None:
        headers["Content-Location"] = addresses[chosen.media_type]
    part = part_of(result, asked)
    if chosen.suffix == "json":
        body = _document(asked, part, len(result), turns)
    else:
        body = RENDERERS.get(_WRITERS[chosen.suffix])(part, asked.lang)
    return whole_or_head(request, body.encode("utf-8", "replace"), chosen.content_type, headers)


def _turns(asked: Asked, total: int, here: str) -> dict[str, str]:
    """Addresses of the first, previous, next and last rows, as far as there are."""

    def at(offset: int) -> str:
        return f"{here}?{urlencode([*asked.fields(offset), *([('lang', 'en')] if asked.lang == 'en' else [])])}"

    last = max(0, (total - 1) // asked.limit * asked.limit)
    found = {"first": at(0)}
    if asked.offset > 0:
        found["prev"] = at(max(0, min(asked.offset - asked.limit, last)))
    if asked.offset + asked.limit < total:
        found["next"] = at(asked.offset + asked.limit)
    return {**found, "last": at(last)}


def _document(asked: Asked, part: Result, total: int, turns: dict[str, str]) -> str:
    found: dict[str, Any] = {
        "query": asked.query.name,
        "title": asked.query.title(asked.lang),
        "parameters": {name: list(values) for name, values in asked.params},
        "total": total,
        "offset": asked.offset,
        "limit": asked.limit,
        "next": turns.get("next"),
        "columns": list(part.columns),
        "rows": [dict(zip(part.columns, map(_plain, row), strict=True)) for row in part.rows],
    }
    return json.dumps(found, ensure_ascii=False) + "\n"


def _plain(cell: Cell | None) -> str | int | float | bool | None:
    """A number or truth value as such, everything else as text."""
    if cell is None:
        return None
    if cell.datatype == v.XSD_integer:
        return int(cell.value)
    if cell.datatype == _DECIMAL:
        return float(cell.value)
    return cell.value == "true" if cell.datatype == v.XSD_boolean else cell.value


@answering
async def values(request: Request) -> Response:
    """What can be chosen for a parameter; `q` narrows it."""
    query = query_of(request.path_params["name"])
    param = next((p for p in query.params if p.name == request.path_params["param"]), None)
    if param is None or not param.values_from:
        listed = ", ".join(p.name for p in query.params if p.values_from) or "none"
        raise missing(f"{query.name}: no values to choose from for that parameter; there are for: {listed}")
    lang = "en" if request.query_params.get("lang") == "en" else "nl"
    found = fitting(await choices_of(request, param, lang), request.query_params.get("q", ""))
    told = {"query": query.name, "parameter": param.name, "total": len(found), "values": as_json(found[:1_000])}
    key = ("values", query.name, param.name, lang, request.query_params.get("q", ""))
    return await kept_answer(request, key, _JSON, lambda: json.dumps(told, ensure_ascii=False).encode() + b"\n", {})


@answering
async def listing(request: Request) -> Response:
    """All stored queries with their addresses."""
    links = ServerLinks(site_of(request).root_path)
    told = {"queries": [_listed(query, links) for query in catalog().queries]}
    key = ("api-queries",)
    return await kept_answer(request, key, _JSON, lambda: json.dumps(told, ensure_ascii=False).encode() + b"\n", {})


def _listed(query: StoredQuery, links: ServerLinks) -> dict[str, Any]:
    return {
        "name": query.name,
        "title": {lang: query.title(lang) for lang in ("nl", "en")},
        "description": {lang: query.description(lang) for lang in ("nl", "en")},
        "tags": list(query.tags),
        "columns": [*query.columns, *(f"{label}Label" for label in query.labels)],
        "parameters": [
            {"name": p.name, "type": p.type, "required": p.required, "example": p.example} for p in query.params
        ],
        "href": links.data(f"api/queries/{query.name}", ""),
        "page": links.page(f"queries/{query.name}", "nl"),
    }


@answering
async def description(request: Request) -> Response:
    """OpenAPI 3.1."""
    lang = "en" if request.query_params.get("lang", "en") == "en" else "nl"
    root = site_of(request).root_path

    def make() -> bytes:
        return json.dumps(openapi(root, lang), ensure_ascii=False, separators=(",", ":")).encode() + b"\n"

    return await kept_answer(request, ("openapi", lang), "application/json", make, {})


@answering
async def start(request: Request) -> Response:
    return RedirectResponse(ServerLinks(site_of(request).root_path).data("api/openapi.json", ""), 303)


ROUTES = [
    Route("/api", start),
    Route("/api/openapi.json", description),
    Route("/api/queries", listing),
    Route("/api/queries/{name}", rows),
    Route("/api/queries/{name}/values/{param}", values),
]
