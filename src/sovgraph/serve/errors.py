"""Answers that say what went wrong: problem+json for programs, a page for people."""

import html
import json
from http import HTTPStatus
from typing import Any

from starlette.responses import Response

from sovgraph.serve.engine import Refused
from sovgraph.serve.formats import prefers_html
from sovgraph.serve.protocol import header

TYPE = "about:blank"


def problem(scope: Any, error: Refused, headers: dict[str, str] | None = None) -> Response:
    """The answer for a request with this error, in the form that the client takes."""
    extra = dict(headers or {})
    wait = getattr(error, "wait", 1 if error.status == HTTPStatus.SERVICE_UNAVAILABLE else None)
    if wait is not None:
        extra["Retry-After"] = str(wait)
    extra.update({"Cache-Control": "no-store", "Vary": "Accept"})
    title = _title(error.status)
    if prefers_html(header(scope, b"accept")):
        text = message_page(scope, error.status, title, error.detail)
        return Response(text, error.status, extra, "text/html; charset=utf-8")
    told = {"type": TYPE, "title": title, "status": error.status, "code": error.code, "detail": error.detail}
    return Response(json.dumps(told, ensure_ascii=False) + "\n", error.status, extra, "application/problem+json")


def _title(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Error"


def message_page(scope: Any, status: int, title: str, text: str) -> str:
    """The page of the site that tells it; a plain one when that can't be made."""
    lang = "en" if scope["path"].startswith((f"{scope.get('root_path', '')}/en/", "/en/")) else "nl"
    site = getattr(scope["app"].state, "site", None) if "app" in scope else None
    make = getattr(site, "message", None)
    if make is not None:
        page: str = make(status, title, text, lang)
        return page
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}"><head><meta charset="utf-8"><title>{status} {html.escape(title)}</title>'
        f"</head><body><main><h1>{status} {html.escape(title)}</h1><p>{html.escape(text)}</p></main></body></html>\n"
    )
