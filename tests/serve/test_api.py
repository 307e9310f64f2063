"""Stored queries for programs: forms, pages of rows, lists of values, errors, OpenAPI, values to choose from."""

import csv
import importlib.util
import io
import json
import re
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.serve.serving import client
from tests.unit.query.graphs import fixture_store

from sovgraph.query import catalog, render, run
from sovgraph.serve.openapi import openapi
from sovgraph.serve.stored import RESERVED

PUBLIC = catalog().queries


def link(headers: Any, rel: str) -> str | None:
    found = re.search(rf'<([^>]*)>; rel="{rel}"', headers["link"])
    return found[1] if found else None


@pytest.mark.parametrize("suffix", ["csv", "tsv", "md"])
def test_forms_are_those_of_the_command_line(suffix: str) -> None:
    expected = render(run(fixture_store(), "papers"), suffix)
    answer = client().get(f"/api/queries/papers.{suffix}")
    assert answer.content.decode() == expected
    media = {"csv": "text/csv", "tsv": "text/tab-separated-values", "md": "text/markdown"}[suffix]
    assert answer.headers["content-type"] == f"{media}; charset=utf-8"
    asked = client().get("/api/queries/papers", headers={"Accept": media})
    assert asked.content == answer.content
    assert asked.headers["content-location"] == f"/api/queries/papers.{suffix}"
    assert asked.headers["vary"] == "Accept"


def test_sparql_results_json_is_that_of_the_standard() -> None:
    answer = client().get("/api/queries/papers", headers={"Accept": "application/sparql-results+json"})
    assert answer.json() == json.loads(render(run(fixture_store(), "papers"), "json"))


def test_json_has_plain_values() -> None:
    (row, *_) = client().get("/api/queries/mention-counts").json()["rows"]
    assert int in {type(value) for value in row.values()}


def test_pages_of_rows_are_the_whole_in_order() -> None:
    whole = client().get("/api/queries/papers").json()
    assert whole["total"] == len(whole["rows"]) >= 3
    assert whole["next"] is None
    found, here, turns = [], "/api/queries/papers?limit=1", 0
    while here:
        answer = client().get(here)
        assert answer.headers["x-total-count"] == str(whole["total"])
        assert answer.json()["next"] == link(answer.headers, "next")
        found += answer.json()["rows"]
        here = link(answer.headers, "next") or ""
        turns += 1
    assert (found, turns) == (whole["rows"], whole["total"])
    assert link(answer.headers, "last") == f"/api/queries/papers?limit=1&offset={whole['total'] - 1}"
    previous = client().get(link(answer.headers, "prev") or "")
    assert previous.json()["rows"] == whole["rows"][-2:-1]


def test_page_is_another_way_to_say_offset() -> None:
    one, other = (client().get(f"/api/queries/papers?limit=2&{w}").json() for w in ("page=2", "offset=2"))
    assert one["rows"] == other["rows"]
    assert client().get("/api/queries/papers?limit=2&page=99").json()["rows"] == []


def test_a_repeated_parameter_means_any_of_these() -> None:
    def rows(question: str) -> list[Any]:
        found: list[Any] = client().get(f"/api/queries/papers?{question}").json()["rows"]
        return found

    dossiers = ["32317", "00000"]
    assert rows(urlencode({"dossier": dossiers}, doseq=True)) == rows("dossier=32317")
    assert rows("dossier=") == rows("")
    assert len(rows("dossier=32317")) < len(rows(""))


def test_a_known_version_is_not_sent_again() -> None:
    first = client().get("/api/queries/papers?limit=2")
    again = client().get("/api/queries/papers?limit=2", headers={"If-None-Match": first.headers["etag"]})
    other = client().get("/api/queries/papers?limit=3", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, other.status_code) == (304, 200)


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("nope", 404, "no stored query 'nope'"),
        ("citatons", 404, "did you mean citations"),
        ("papers?dosier=1", 400, "did you mean 'dossier'"),
        ("papers?limit=0", 400, "limit is '0'"),
        ("papers?limit=99999", 400, "from 1 to 10000"),
        ("papers?offset=-1", 400, "offset is '-1'"),
        ("papers?page=x", 400, "page is 'x'"),
        ("papers?lang=de", 400, "expected nl or en"),
        ("members-on?date=2026-02-30", 400, "parameter 'date' is '2026-02-30'"),
        ("members-on", 400, "parameter 'date' is missing"),
        ("cited-by?paper=kst-0-0", 400, "no paper with this id"),
        ("papers.xlsx", 404, "no stored query"),
        ("papers?" + "&".join(f"dossier={n}" for n in range(201)), 400, "at most 200"),
        ("papers?dossier=%ff", 400, ""),
    ],
)
def test_errors_say_what_is_wrong(path: str, status: int, told: str) -> None:
    answer = client().get(f"/api/queries/{path}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert told in answer.json()["detail"]


def test_nothing_acceptable() -> None:
    answer = client().get("/api/queries/papers", headers={"Accept": "image/png"})
    assert answer.status_code == 406
    assert "text/csv" in answer.json()["detail"]


HOSTILE = st.text(
    alphabet=st.one_of(st.sampled_from("\\\"'u0022U{}#\n\r <>?$"), st.characters(exclude_categories=["Cs"]))
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(HOSTILE, min_size=1, max_size=4), st.sampled_from(("papers", "questions-by-member", "country-passages"))
)
def test_no_value_becomes_query(values: list[str], name: str) -> None:
    """Whatever is typed is compared with the data, and finds nothing or an error that names the parameter."""
    param = catalog().get(name).params[0].name
    answer = client().get(f"/api/queries/{name}?{urlencode({param: values}, doseq=True)}")
    assert answer.status_code in (200, 400)
    if answer.status_code == 200 and any(values):
        kept = [value for value in dict.fromkeys(values) if value]
        assert answer.json()["parameters"] == {param: kept}
        if name == "papers" and not any("32317" in value for value in kept):
            assert answer.json()["total"] == 0


def test_cells_that_hold_separators_come_back() -> None:
    answer = client().get("/api/queries/questions-answers.csv")
    rows = list(csv.reader(io.StringIO(answer.text, newline="")))
    assert {len(row) for row in rows} == {len(rows[0])}


def test_values_to_choose_from() -> None:
    found = client().get("/api/queries/papers/values/dossier").json()
    assert found["total"] == len(found["values"])
    assert {"value": "32317", "label": "JBZ-Raad"} in found["values"]
    assert client().get("/api/queries/papers/values/dossier?q=jbz").json()["total"] == 1
    assert client().get("/api/queries/papers/values/nope").status_code == 404
    assert client().get("/api/queries/members-on/values/date").status_code == 404


def test_all_queries_are_listed() -> None:
    assert [q["name"] for q in client().get("/api/queries").json()["queries"]] == [q.name for q in PUBLIC]


def test_no_parameter_has_a_word_of_the_address() -> None:
    assert not {p.name for q in PUBLIC for p in q.params} & (set(RESERVED) - {"lang"})


def resolved(document: dict[str, Any], node: Any) -> Any:
    """Every reference leads somewhere; gives what it leads to."""
    while isinstance(node, dict) and "$ref" in node:
        found: Any = document
        for part in node["$ref"].removeprefix("#/").split("/"):
            found = found[part]
        node = found
    return node


def every(node: Any) -> Any:
    yield node
    for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from every(child)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_description_is_whole(lang: str) -> None:
    document = openapi("/x", lang)
    assert document["openapi"] == "3.1.0"
    assert document["servers"] == [{"url": "/x"}]
    for node in every(document):
        resolved(document, node)
    names = [operation["operationId"] for path in document["paths"].values() for operation in path.values()]
    assert len(names) == len(set(names))
    for query in PUBLIC:
        operation = document["paths"][f"/api/queries/{query.name}"]["get"]
        assert operation["summary"] == query.title(lang)
        told = {p["name"]: p for p in operation["parameters"] if "$ref" not in p}
        assert {(p.name, p.required) for p in query.params if p.name != "lang"} == {
            (name, p["required"]) for name, p in told.items()
        }
        assert all(p["schema"]["type"] == "array" and p["explode"] for p in told.values())


@pytest.mark.skipif(importlib.util.find_spec("openapi_spec_validator") is None, reason="no validator of OpenAPI here")
def test_the_description_is_valid() -> None:
    from openapi_spec_validator import validate

    validate(openapi("", "en"))


def fits(value: Any, schema: dict[str, Any]) -> bool:
    """The little of JSON Schema that the answers use."""
    kinds: dict[str, type] = {"string": str, "object": dict, "array": list, "null": type(None), "boolean": bool}
    if "const" in schema:
        return bool(value == schema["const"])
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]

    def one(kind: str) -> bool:
        if kind in ("integer", "number"):
            return isinstance(value, int if kind == "integer" else (int, float)) and not isinstance(value, bool)
        return isinstance(value, kinds[kind])

    if not any(one(kind) for kind in types):
        return False
    if isinstance(value, dict) and "properties" in schema:
        known = schema["properties"]
        closed = schema.get("additionalProperties", True) is not False or set(value) <= set(known)
        required = set(schema.get("required", ())) <= set(value)
        return closed and required and all(fits(v, known[k]) for k, v in value.items() if k in known)
    if isinstance(value, list) and "items" in schema:
        return all(fits(item, schema["items"]) for item in value)
    return True


@pytest.mark.parametrize("query", PUBLIC, ids=lambda q: q.name)
def test_answers_are_as_described(query: Any) -> None:
    document = openapi("", "en")
    operation = document["paths"][f"/api/queries/{query.name}"]["get"]
    media = operation["responses"]["200"]["content"]["application/json"]
    answer = client().get(f"/api/queries/{query.name}?{urlencode(query.examples)}")
    assert answer.status_code == 200
    assert fits(answer.json(), resolved(document, media["schema"]))
