"""The OpenAPI 3.1 description of what programs can ask: the stored queries, things, the endpoint."""

from typing import Any, Final

from sovgraph.describe.publication import LICENSE
from sovgraph.query import Param, StoredQuery, catalog
from sovgraph.query.binding import MAX_VALUES
from sovgraph.serve.answers import program_version
from sovgraph.serve.negotiation import RDF
from sovgraph.serve.stored import MOST_ROWS, ROWS

_TYPES: Final[dict[str, dict[str, Any]]] = {
    "date": {"type": "string", "format": "date"},
    "integer": {"type": "integer"},
    "iri": {"type": "string"},
    "paper": {"type": "string"},
    "person": {"type": "string"},
    "string": {"type": "string"},
}
_PROBLEM: Final = {"$ref": "#/components/responses/Problem"}
_ERRORS: Final = ("400", "404", "406", "429", "503")
_RDF: Final = tuple(form.media_type for form in RDF)


def openapi(root_path: str, lang: str = "en") -> dict[str, Any]:
    """The document; `root_path` is where the site begins."""
    paths: dict[str, Any] = {}
    schemas: dict[str, Any] = {}
    for query in catalog().queries:
        name = _schema_name(query)
        schemas[name] = _answer_schema(query)
        paths[f"/api/queries/{query.name}"] = {"get": _query(query, name, lang)}
        for param in query.params:
            if param.values_from:
                paths[f"/api/queries/{query.name}/values/{param.name}"] = {"get": _values(query, param)}
    paths |= _others()
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "sovgraph",
            "version": program_version(),
            "summary": "Dutch parliamentary papers as linked data",
            "description": "Stored queries with typed parameters. Every row rests on sentences of papers.",
            "license": {"name": "CC0 1.0 (data)", "url": LICENSE},
        },
        "servers": [{"url": root_path or "/"}],
        "tags": [{"name": tag} for tag in sorted({query.tags[0] for query in catalog().queries if query.tags})],
        "paths": paths,
        "components": {"schemas": {**schemas, **_SCHEMAS}, "responses": _RESPONSES, "parameters": _PARAMETERS},
    }


def _schema_name(query: StoredQuery) -> str:
    return "".join(part.capitalize() for part in query.name.split("-"))


def _query(query: StoredQuery, schema: str, lang: str) -> dict[str, Any]:
    shared = [{"$ref": f"#/components/parameters/{name}"} for name in ("limit", "offset", "page", "lang")]
    texts = ("text/csv", "text/tab-separated-values", "text/markdown")
    content: dict[str, Any] = {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}
    content |= {media: {"schema": {"type": "string"}} for media in texts}
    content["application/sparql-results+json"] = {"schema": {"type": "object"}}
    return {
        "operationId": query.name,
        "summary": query.title(lang),
        "description": query.description(lang),
        "tags": list(query.tags[:1]),
        "parameters": [*(_parameter(p, lang) for p in query.params if p.name != "lang"), *shared],
        "responses": {
            "200": {"description": "The rows.", "headers": _HEADERS, "content": content},
            "304": {"description": "The client has this version."},
            **dict.fromkeys(_ERRORS, _PROBLEM),
        },
    }


def _parameter(param: Param, lang: str) -> dict[str, Any]:
    """A list: the parameter may be repeated, any of its values may hold."""
    example: str | int = int(param.example) if param.type == "integer" else param.example
    return {
        "name": param.name,
        "in": "query",
        "description": param.description(lang),
        "required": param.required,
        "style": "form",
        "explode": True,
        "schema": {
            "type": "array",
            "items": {**_TYPES[param.type], "examples": [example]},
            "minItems": 1,
            "maxItems": MAX_VALUES,
        },
        "example": [example],
    }


def _values(query: StoredQuery, param: Param) -> dict[str, Any]:
    typed = {"name": "q", "in": "query", "description": "Part of a value or name.", "schema": {"type": "string"}}
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Choices"}}}
    return {
        "operationId": f"{query.name}-values-{param.name}",
        "summary": f"Values to choose from for {param.name}",
        "tags": list(query.tags[:1]),
        "parameters": [typed, {"$ref": "#/components/parameters/lang"}],
        "responses": {"200": {"description": "The values.", "content": content}, "404": _PROBLEM},
    }


def _answer_schema(query: StoredQuery) -> dict[str, Any]:
    """The JSON answer, with a property for each column."""
    columns = [*query.columns, *(f"{name}Label" for name in query.labels)]
    cells = {column: _cell_schema(column, query) for column in columns}
    row = {"type": "object", "properties": cells, "required": columns, "additionalProperties": False}
    return {
        "type": "object",
        "required": ["query", "total", "offset", "limit", "columns", "rows"],
        "properties": {
            "query": {"const": query.name},
            "title": {"type": "string"},
            "parameters": {"type": "object", "additionalProperties": {"type": "array", "items": {"type": "string"}}},
            "total": {"type": "integer", "minimum": 0, "description": "Rows in all."},
            "offset": {"type": "integer", "minimum": 0},
            "limit": {"type": "integer", "minimum": 1, "maximum": MOST_ROWS},
            "next": {"type": ["string", "null"], "description": "Address of the next rows."},
            "columns": {"const": columns},
            "rows": {"type": "array", "items": row},
        },
    }


def _cell_schema(column: str, query: StoredQuery) -> dict[str, Any]:
    if column in query.labels:
        return {"type": ["string", "null"], "description": "IRI of a thing, or words where there is none."}
    if column.endswith("Label") and column.removesuffix("Label") in query.labels:
        return {"type": ["string", "null"], "description": f"Name of {column.removesuffix('Label')}."}
    return {"type": ["string", "number", "boolean", "null"]}


def _others() -> dict[str, Any]:
    thing = {"name": "path", "in": "path", "required": True, "schema": {"type": "string"}, "example": "kst/32317-QC"}
    forms = {media: {"schema": {"type": "string"}} for media in ("text/html", *_RDF)}
    text = {"name": "query", "in": "query", "required": True, "schema": {"type": "string"}}
    results = {"application/sparql-results+json": {"schema": {"type": "object"}}}
    found = {"200": {"description": "The thing in the form asked for.", "content": forms}}
    seen_at = {"303": {"description": "The document about the thing.", "headers": {"Location": _LOCATION}}}
    return {
        "/doc/{path}": {
            "get": {
                "operationId": "document",
                "summary": "What is known of a thing",
                "parameters": [thing],
                "responses": {**found, "404": _PROBLEM, "406": _PROBLEM},
            }
        },
        "/id/{path}": {
            "get": {
                "operationId": "thing",
                "summary": "Where the document about a thing is",
                "parameters": [thing],
                "responses": {**seen_at, "404": _PROBLEM},
            }
        },
        "/sparql": {
            "get": {
                "operationId": "sparql",
                "summary": "SPARQL 1.1 Protocol: a query of one's own",
                "parameters": [text],
                "responses": {
                    "200": {"description": "The answer.", "content": results},
                    **dict.fromkeys(("400", "413", "429", "503"), _PROBLEM),
                },
            }
        },
    }


_LOCATION: Final = {"schema": {"type": "string"}}
_HEADERS: Final = {
    "ETag": {"schema": {"type": "string"}},
    "Link": {"description": "first, prev, next and last rows (RFC 8288)", "schema": {"type": "string"}},
    "X-Total-Count": {"schema": {"type": "integer"}},
}
_PARAMETERS: Final = {
    "limit": {
        "name": "limit",
        "in": "query",
        "description": "Rows of one answer.",
        "schema": {"type": "integer", "minimum": 1, "maximum": MOST_ROWS, "default": ROWS},
    },
    "offset": {
        "name": "offset",
        "in": "query",
        "description": "Rows to pass over.",
        "schema": {"type": "integer", "minimum": 0, "default": 0},
    },
    "page": {
        "name": "page",
        "in": "query",
        "description": "In place of offset: the page of `limit` rows.",
        "schema": {"type": "integer", "minimum": 1, "default": 1},
    },
    "lang": {
        "name": "lang",
        "in": "query",
        "description": "Language of names and remarks.",
        "schema": {"type": "string", "enum": ["nl", "en"], "default": "nl"},
    },
}
_SCHEMAS: Final = {
    "Choices": {
        "type": "object",
        "required": ["query", "parameter", "total", "values"],
        "properties": {
            "query": {"type": "string"},
            "parameter": {"type": "string"},
            "total": {"type": "integer"},
            "values": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["value", "label"],
                    "properties": {"value": {"type": "string"}, "label": {"type": "string"}},
                },
            },
        },
    },
    "Problem": {
        "type": "object",
        "description": "RFC 9457",
        "required": ["title", "status", "detail"],
        "properties": {
            "type": {"type": "string"},
            "title": {"type": "string"},
            "status": {"type": "integer"},
            "code": {"type": "string"},
            "detail": {"type": "string"},
        },
    },
}
_RESPONSES: Final = {
    "Problem": {
        "description": "What went wrong.",
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
}
