"""The tools of the MCP server, over a real session: standard input and output of `sovgraph mcp`."""

import asyncio
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from sovgraph.store import open_store

pytest.importorskip("mcp.server.mcpserver", reason="the mcp extra isn't installed")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.example_store import shared_store  # noqa: E402

CALLS: dict[str, tuple[str, dict[str, object]]] = {
    "reference": ("resolve_reference", {"text": "zie Kamerstuk 32 317, QC en Kamerstuk 99 999, nr. 4"}),
    "bare number": ("resolve_reference", {"text": "32317-QC"}),
    "no reference": ("resolve_reference", {"text": "mooi weer vandaag"}),
    "only elsewhere": ("resolve_reference", {"text": "Kamerstuk 99 999, nr. 4", "lang": "en"}),
    "paper": ("get_paper", {"paper": "32 317, QC", "offset": 100, "limit": 300}),
    "no paper": ("get_paper", {"paper": "99999-4"}),
    "cited only": ("get_paper", {"paper": "kst-19637-3292"}),
    "exchange": ("get_exchange", {"paper": "32317-QC", "asked_by": "JA21", "number": "3"}),
    "exchange by words": ("get_exchange", {"words": "landen van herkomst", "dossier": "32317"}),
    "no exchange": ("get_exchange", {"asked_by": "Partij van de Toekomst"}),
    "pages": ("get_exchange", {"dossier": "39501", "limit": 2, "offset": 2}),
    "one person": ("who", {"name": "Thierry Baudet", "on": "2024-01-10"}),
    "several persons": ("who", {"name": "Van den Brink"}),
    "nobody": ("who", {"name": "Xyzzy Qwertyuiop"}),
    "motion": ("motion_history", {"motion": "Kamerstuk 36 704, nr. 63"}),
    "no motion": ("motion_history", {"motion": "99999-9"}),
    "open": ("open_items", {"dossier": "39501"}),
    "open motions": ("open_items", {"kind": "motion", "lang": "en"}),
    "open nowhere": ("open_items", {"dossier": "99999"}),
    "passages": ("passages", {"words": "terugkeer Gambia"}),
    "no passages": ("passages", {"words": "Gmabia kernenergiecentrale"}),
    "coverage": ("coverage", {"lang": "en"}),
    "wrong day": ("who", {"name": "Baudet", "on": "gisteren"}),
    "wrong kind": ("open_items", {"kind": "papers"}),
    "large": ("passages", {"words": "de het een", "limit": 100_000}),
}


@pytest.fixture(scope="session")
def session(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Any], dict[str, Any]]:
    """The tools as the server lists them, and its answer to each call."""
    folder = tmp_path_factory.mktemp("mcp") / "store"
    with open_store(folder) as store:
        store.engine.bulk_load(shared_store().dump(ledger=True), ox.RdfFormat.N_QUADS)
    return asyncio.run(_asked(folder))


async def _asked(folder: Path) -> tuple[list[Any], dict[str, Any]]:
    from mcp.client.stdio import StdioServerParameters, stdio_client

    from mcp import Client

    args = ["-m", "sovgraph", "mcp", "--store", str(folder)]
    given = StdioServerParameters(command=sys.executable, args=args, env={"PYTHONPATH": str(ROOT / "src")})
    async with Client(stdio_client(given)) as client:
        tools = (await client.list_tools()).tools
        return tools, {name: await client.call_tool(tool, asked) for name, (tool, asked) in CALLS.items()}


Told = Callable[[str], dict[str, Any]]


@pytest.fixture
def told(session: tuple[list[Any], dict[str, Any]]) -> Told:
    """The structured answer to a call."""

    def answer(name: str) -> dict[str, Any]:
        result = session[1][name]
        assert not result.is_error, result.content
        found: dict[str, Any] = result.structured_content
        return found

    return answer


def quotes_in(value: object) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        own = [value] if {"text", "paper", "start", "end", "basis"} <= value.keys() else []
        return own + [q for part in value.values() for q in quotes_in(part)]
    return [q for part in value for q in quotes_in(part)] if isinstance(value, list) else []


def test_there_are_eight_tools_with_typed_answers(session: tuple[list[Any], dict[str, Any]]) -> None:
    tools = {tool.name: tool for tool in session[0]}
    names = "resolve_reference get_paper get_exchange who motion_history open_items passages coverage"
    assert set(tools) == set(names.split())
    for tool in tools.values():
        assert tool.output_schema and tool.output_schema["properties"]
        assert 40 < len(tool.description) < 260


def test_a_reference_is_resolved_and_linked(told: Told) -> None:
    first, second = told("reference")["references"]
    assert first["identifier"] == "kst-32317-QC" and first["thing"]["held"]
    assert first["thing"]["web"].endswith("/kst-32317-QC.html")
    assert second["identifier"] == "kst-99999-4" and not second["thing"]["held"]
    assert told("reference")["not_in_corpus"] is None
    assert told("bare number")["references"][0]["thing"]["held"]


@pytest.mark.parametrize(
    "name",
    [
        "no reference",
        "only elsewhere",
        "no paper",
        "cited only",
        "no exchange",
        "nobody",
        "no motion",
        "open nowhere",
        "no passages",
    ],
)
def test_what_is_not_there_is_said(told: Told, name: str) -> None:
    missing = told(name)["not_in_corpus"]
    assert missing["nl"].startswith("Niet in dit corpus") and missing["en"].startswith("Not in this corpus")
    assert missing["holds"]["papers"] > 60 and "32317" in missing["holds"]["dossiers"]


def test_a_cited_paper_names_who_cites_it(told: Told) -> None:
    answer = told("cited only")
    assert answer["text"] == "" and answer["paper"]["held"] is False
    assert answer["cited_by"]


def test_a_paper_comes_in_pieces(told: Told) -> None:
    answer = told("paper")
    assert (answer["start"], answer["end"], len(answer["text"])) == (100, 400, 300)
    assert answer["length"] > 1000 and answer["dossiers"] == ["32317"]


def test_a_question_comes_with_its_answer(told: Told) -> None:
    (exchange,) = told("exchange")["exchanges"]
    assert exchange["asked_by"] == "JA21" and exchange["answered_by"].startswith("Bart van den Brink")
    assert exchange["asked"][0]["text"].endswith("?") and exchange["answered"][0]["text"]
    assert exchange["letter"]["label"] and exchange["days_late"] == "106"


def test_words_narrow_to_exchanges_that_have_them(told: Told) -> None:
    exchanges = told("exchange by words")["exchanges"]
    assert exchanges
    for one in exchanges:
        words = " ".join(quote["text"] for quote in (*one["asked"], *one["answered"]))
        assert "herkomst" in words


def test_pages_say_where_the_next_begins(told: Told) -> None:
    paging = told("pages")["paging"]
    assert (paging["offset"], paging["limit"], paging["next_offset"]) == (2, 2, 4)
    assert told("large")["paging"]["limit"] == 50


def test_a_name_of_several_is_left_open(told: Told) -> None:
    one, several = told("one person"), told("several persons")
    assert one["status"] == "one" and one["found"][0]["periods"][0]["party"] == "FVD"
    assert several["status"] == "several" and len(several["found"]) > 1
    assert told("nobody")["status"] == "none"


def test_a_motion_has_its_events_and_votes(told: Told) -> None:
    answer = told("motion")
    assert answer["state"] == "aangenomen" and answer["votes"]
    assert {"ingediend", "geapprecieerd"} <= {event["event"] for event in answer["events"]}


def test_only_what_is_surely_open_is_given_as_open(told: Told) -> None:
    answer = told("open")
    assert answer["items"] and told("open motions")["undecided"] > 0
    assert all(item["state"] not in ("beantwoord", "onbekend") for item in answer["items"])
    assert {item["kind"] for item in told("open motions")["items"]} == {"motion"}


def test_every_quote_stands_where_it_says(told: Told) -> None:
    from sovgraph.query import run_internal

    store, texts = shared_store(), dict[str, str]()
    seen = 0
    for name in ("exchange", "exchange by words", "pages", "motion", "open", "passages", "one person"):
        for quote in quotes_in(told(name)):
            iri = quote["paper"]["iri"]
            assert quote["basis"]
            if quote["start"] is None:
                continue
            if iri not in texts:
                texts[iri] = run_internal(store, "paper-text", {"paper": iri}).values()[0]["text"] or ""
            assert texts[iri][quote["start"] : quote["end"]] == quote["text"]
            seen += 1
    assert seen > 15


def test_coverage_tells_what_is_complete(told: Told) -> None:
    answer = told("coverage")
    assert {one["dossier"].replace(" ", "")[-5:] for one in answer["complete"]} == {"39501", "39502"}
    assert sum(one["count"] for one in answer["papers_by_year"]) <= answer["holds"]["papers"]
    assert "Only what stands" in answer["limits"]


@pytest.mark.parametrize("name", ["wrong day", "wrong kind"])
def test_a_wrong_question_is_an_error_with_words(session: tuple[list[Any], dict[str, Any]], name: str) -> None:
    result = session[1][name]
    assert result.is_error and "Traceback" not in json.dumps([c.text for c in result.content])
