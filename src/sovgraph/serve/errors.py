"""Answers that say what went wrong: problem+json for programs, a page for people."""

import html
import json
from http import HTTPStatus
from typing import Any

from starlette.responses import Response

from sovgraph.serve.calls import lang_of
from sovgraph.serve.engine import Refused
from sovgraph.serve.formats import prefers_html
from sovgraph.serve.links import ServerLinks
from sovgraph.serve.protocol import header

TYPE = "about:blank"


def problem(scope: Any, error: Refused, headers: dict[str, str] | None = None) -> Response:
    """The answer for a request with this error, in the form that the client takes."""
    extra = dict(headers or {})
    wait = getattr(error, "wait", 1 if error.status == HTTPStatus.SERVICE_UNAVAILABLE else None)
    if wait is not None:
        extra["Retry-After"] = str(wait)
    extra.update({"Cache-Control": "no-store", "Vary": "Accept"})
    if prefers_html(header(scope, b"accept")):
        return Response(message_page(scope, error), error.status, extra, "text/html; charset=utf-8")
    told = {"type": TYPE, "title": _title(error.status), "status": error.status, "code": error.code}
    body = json.dumps(told | {"detail": error.detail}, ensure_ascii=False) + "\n"
    return Response(body, error.status, extra, "application/problem+json")


def _title(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Error"


def message_page(scope: Any, error: Refused) -> str:
    """The page that tells it, in the language of the address; a plain one where pages can't be made."""
    from sovgraph.query.sentences import in_language

    lang = lang_of(scope)
    text = in_language(error.detail, lang)
    title = in_language(_title(error.status), lang)
    site = getattr(scope["app"].state, "site", None) if "app" in scope else None
    if site is not None and site.pages is not None:
        page: str = site.pages.message(error.status, title, text, lang, ServerLinks(site.root_path)).html
        return page
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}"><head><meta charset="utf-8"><title>{error.status} {html.escape(title)}'
        f"</title></head><body><main><h1>{html.escape(title)}</h1><p>{html.escape(text)}</p></main></body></html>\n"
    )
