"""What a request to the SPARQL endpoint asks, by the SPARQL 1.1 Protocol."""

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, unquote_plus

from sovgraph.serve.engine import Refused
from sovgraph.store.terms import is_iri

_FIELDS = 1_000
FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"

Fields = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Operation:
    """`kind`: query, update, or about (nothing asked: the description of the service). The graphs are those of the
    protocol, None where it names none; `suffix` is a format by its short name."""

    kind: str
    text: str = ""
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None
    suffix: str = ""


def header(scope: Any, name: bytes) -> str:
    """The value of a request header; several are joined."""
    found = [value for key, value in scope["headers"] if key == name]
    return ", ".join(value.decode("latin-1") for value in found)


def read_get(scope: Any) -> Operation:
    """A query in the address. Raises Refused."""
    fields = fields_of(scope["query_string"])
    if any(name == "update" for name, _ in fields):
        raise Refused(400, "update-by-get", "an update must be sent with POST")
    return _query(fields, None)


def read_post(scope: Any, body: bytes) -> Operation:
    """A query or an update in a form, or as the body itself. Raises Refused."""
    media, _, params = header(scope, b"content-type").partition(";")
    media = media.strip().lower()
    if media not in (FORM, QUERY, UPDATE):
        raise Refused(415, "media-type", f"send {FORM}, {QUERY} or {UPDATE}; this is {media or 'without Content-Type'}")
    charset = re.search(r"charset\s*=\s*\"?([^\s;\"]+)", params, re.IGNORECASE)
    if charset and charset[1].lower() not in ("utf-8", "utf8"):
        raise Refused(415, "charset", f"send UTF-8; this says {charset[1]}")
    fields = fields_of(scope["query_string"])
    if media == FORM:
        fields += fields_of(body)
        if any(name == "update" for name, _ in fields):
            if any(name == "query" for name, _ in fields):
                raise Refused(400, "two-operations", "send a query or an update, not both")
            return _update(fields, None)
        return _query(fields, None)
    text = _decoded(body)
    return _query(fields, text) if media == QUERY else _update(fields, text)


def _query(fields: Fields, text: str | None) -> Operation:
    texts = [value for name, value in fields if name == "query"] + ([] if text is None else [text])
    if not texts:
        return Operation("about", suffix=_suffix(fields))
    if len(texts) > 1:
        raise Refused(400, "two-queries", "send one query at a time")
    default, named = _graphs(fields, "default-graph-uri"), _graphs(fields, "named-graph-uri")
    return Operation("query", texts[0], default, named, _suffix(fields))


def _update(fields: Fields, text: str | None) -> Operation:
    texts = [value for name, value in fields if name == "update"] + ([] if text is None else [text])
    if len(texts) != 1:
        raise Refused(400, "two-updates", "send one update at a time; operations are joined with a semicolon")
    default, named = _graphs(fields, "using-graph-uri"), _graphs(fields, "using-named-graph-uri")
    return Operation("update", texts[0], default, named)


def _graphs(fields: Fields, name: str) -> tuple[str, ...] | None:
    found = tuple(value for key, value in fields if key == name)
    for iri in found:
        if not is_iri(iri):
            raise Refused(400, "bad-iri", f"{name}: '{iri[:200]}' is not an absolute IRI")
    return found or None


def _suffix(fields: Fields) -> str:
    return next((value for name, value in fields if name == "format"), "")


def fields_of(raw: bytes) -> Fields:
    if not raw:
        return []
    try:
        text = raw.decode("ascii")
        if "&" not in text:
            name, _, value = text.partition("=")
            return [(unquote_plus(name, errors="strict"), unquote_plus(value, errors="strict"))]
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_FIELDS)
    except UnicodeDecodeError as error:
        raise Refused(400, "encoding", "the form must be percent-encoded UTF-8") from error
    except ValueError as error:
        raise Refused(400, "too-many-fields", f"at most {_FIELDS} fields") from error


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused(400, "encoding", "the body must be UTF-8") from error


async def read_body(receive: Any, most: int) -> bytes:
    """The whole body. Raises Refused when it is longer than `most`, Left when the client is gone."""
    parts: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Left
        part = message.get("body", b"")
        size += len(part)
        if size > most:
            raise Refused(413, "body-too-long", f"the body is longer than {most} bytes")
        parts.append(part)
        if not message.get("more_body", False):
            return b"".join(parts)


class Left(Exception):
    """The client closed the connection; there is nobody to answer."""


class Cut(Exception):
    """An answer that was begun can't be completed: the connection is broken off, so that it shows."""
