"""What notebooks show: tables, pictures, DataFrames; and that the page about them runs."""

import base64
import re
import sys
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pyoxigraph as ox
import pytest

import sovgraph
from sovgraph import Graph, SovgraphError
from sovgraph.build import BuildReport, build_store
from sovgraph.export import GraphView
from sovgraph.export.view import ViewEdge, ViewNode
from sovgraph.query import Result
from sovgraph.search import Hit, Hits
from sovgraph.settings import Settings
from sovgraph.store import Cell, Solutions, Triples, memory_store, open_store

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))


from tests.example_store import shared_store  # noqa: E402

XSD = "http://www.w3.org/2001/XMLSchema#"
EVIL = "<script>alert(1)</script>\"'&"


def typed(value: str, kind: str) -> Cell:
    return Cell("literal", value, XSD + kind)


COLUMNS = ("thing", "thingLabel", "day", "count", "is", "mixed")
ROWS = (
    (
        Cell("iri", "https://example.org/a?b=1&c=2"),
        Cell("literal", EVIL),
        typed("2026-05-06", "date"),
        typed("3", "integer"),
        typed("true", "boolean"),
        typed("3", "integer"),
    ),
    (Cell("iri", "urn:x"), None, None, None, None, Cell("literal", "drie")),
)
RESULT = Result(COLUMNS, ROWS)


class Tags(HTMLParser):
    """The elements of a piece of HTML, and the addresses in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.links: list[str | None] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        assert not any(name.startswith("on") for name, _ in attrs)
        self.links += [value for name, value in attrs if name in ("href", "src")]


@pytest.fixture(scope="session")
def store_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("notebook")
    with open_store(folder / "store") as store:
        store.engine.bulk_load(shared_store().dump(ledger=True), ox.RdfFormat.N_QUADS)
    return folder


@pytest.mark.parametrize("answer", [RESULT, Solutions(COLUMNS, ROWS)], ids=["Result", "Solutions"])
def test_a_table_shows_names_as_links_and_runs_nothing(answer: Result | Solutions) -> None:
    html = answer._repr_html_()
    tags = Tags(html)
    assert "script" not in tags.names and "&lt;script&gt;" in html
    assert tags.links == ["https://example.org/a?b=1&c=2"]
    assert "thingLabel" not in html and tags.names.count("th") == 5


def test_a_long_table_is_cut_and_says_so() -> None:
    html = Result(("n",), tuple((typed(str(n), "integer"),) for n in range(500)))._repr_html_()
    assert html.count("<tr>") == 61 and "60 / 500" in html


def test_pandas_keeps_days_and_whole_numbers() -> None:
    pytest.importorskip("pandas")
    frame = RESULT.to_pandas()
    assert list(frame.columns) == list(COLUMNS)
    assert [str(t) for t in frame.dtypes[2:5]] == ["datetime64[s]", "Int64", "boolean"]
    assert frame["day"][0].date() == date(2026, 5, 6) and frame["count"][0] == 3
    assert frame[["day", "count", "is"]].iloc[1].isna().all()
    assert list(frame["mixed"]) == ["3", "drie"]


def test_polars_keeps_days_and_whole_numbers() -> None:
    polars = pytest.importorskip("polars")
    frame = Solutions(COLUMNS, ROWS).to_polars()
    assert frame.dtypes[2:5] == [polars.Date, polars.Int64, polars.Boolean]
    assert frame["day"].to_list() == [date(2026, 5, 6), None] and frame["count"].to_list() == [3, None]


@pytest.mark.parametrize(
    ("value", "kind"), [("2026-02-30", "date"), ("9" * 30, "integer"), ("maybe", "boolean"), ("12:00", "time")]
)
def test_what_is_no_value_of_its_type_stays_text(value: str, kind: str) -> None:
    pytest.importorskip("pandas")
    assert list(Result(("x",), ((typed(value, kind),),)).to_pandas()["x"]) == [value]


def test_an_empty_result_has_its_columns() -> None:
    pytest.importorskip("pandas")
    assert list(Result(("a", "b"), ()).to_pandas().columns) == ["a", "b"]
    assert "0</caption>" in Result(("a",), ())._repr_html_()


def test_a_library_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(SovgraphError, match="pip install polars"):
        RESULT.to_polars()


def test_triples_and_hits_are_escaped() -> None:
    triples = Triples(f'<urn:a> <urn:b> "{"<b>" * 3}" .\n'.encode() * 1)._repr_html_()
    assert "<b>" not in triples and "&lt;b&gt;" in triples
    hit = Hit("person", "javascript:alert(1)", EVIL, "", EVIL + " woord", marks=((len(EVIL) + 1, len(EVIL) + 6),))
    html = Hits(EVIL, 1, (hit,), {}, 20, 0)._repr_html_()
    assert "script" not in Tags(html).names and "<mark>woord</mark>" in html and Tags(html).links == []


def view(nodes: int) -> GraphView:
    made = tuple(ViewNode(f"https://example.org/{n:04}", EVIL, "Person") for n in range(nodes))
    return GraphView("entities", made, tuple(ViewEdge(a.id, b.id, "cites") for a, b in pairwise(made)))


def test_a_small_view_is_an_image() -> None:
    tags = Tags(view(5)._repr_html_())
    assert tags.names == ["img"] and tags.links[0] is not None
    drawn = base64.b64decode(tags.links[0].partition("base64,")[2]).decode()
    assert "<svg" in drawn and "<script>alert" not in drawn


def test_a_large_view_is_a_page_in_a_frame_that_reaches_nothing() -> None:
    html = view(400)._repr_html_()
    assert Tags(html).names == ["iframe"] and 'sandbox="allow-scripts"' in html


def test_a_build_shows_what_was_read_and_refused(tmp_path: Path) -> None:
    (tmp_path / "leeg<b>.pdf").write_bytes(b"%PDF-1.4 kapot")
    (tmp_path / "goed.txt").write_text("Nagebootst stuk.", encoding="utf-8")
    report = build_store(memory_store(), [str(tmp_path)], Settings(validate=False))
    assert isinstance(report, BuildReport)
    html = report._repr_html_()
    assert "refused" in html and "leeg&lt;b&gt;.pdf" in html and "<b>" not in html


def test_search_follows_the_store(store_folder: Path) -> None:
    with Graph(store_folder / "store") as graph:
        assert graph.search("Gambia").hits[0].kind == "country"
        assert graph.search("terugkeer", kind="motion", limit=1).hits[0].kind == "motion"
        assert "Kamerstuk" in graph._repr_html_()


def test_the_name_of_the_package_is_the_graph() -> None:
    assert sovgraph.Sovgraph is Graph


def test_the_page_about_notebooks_runs(store_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for library in ("pandas", "polars"):
        pytest.importorskip(library)
    blocks = re.findall(r"```python\n(.+?)```", (ROOT / "docs" / "notebooks.md").read_text(encoding="utf-8"), re.DOTALL)
    assert len(blocks) >= 9
    monkeypatch.chdir(store_folder)
    names: dict[str, object] = {}
    for block in blocks:
        exec(compile(block, "notebooks.md", "exec"), names)
    assert len(names["late"]) > 0 and names["hits"].total > 0  # type: ignore[arg-type, attr-defined]
