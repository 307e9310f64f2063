"""Every format, read again by a program that isn't ours: nothing lost, valid where there is a schema."""

import csv
import io
import json
import shutil
import subprocess
import zipfile
from html import unescape
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from lxml import etree
from tests.npm import npm_folder
from tests.unit.export import graph_cases

from sovgraph.export import GRAPH_FORMATS, GraphView
from sovgraph.export.graphs import placed
from sovgraph.export.network import to_networkx
from sovgraph.export.table import Table, edge_table
from sovgraph.export.view import make_view

HERE = Path(__file__).resolve().parent
PACKAGES = ("graphology@0.26.0", "graphology-gexf@0.13.2", "graphology-graphml@0.5.2", "dotparser@1.1.1")
SMALL = sorted(graph_cases.SMALL)


def written(view: GraphView, form: str) -> bytes:
    made = GRAPH_FORMATS.get(form)(view)
    return made if isinstance(made, bytes) else made.encode("utf-8")


@pytest.fixture(scope="module")
def schema(shared: Path) -> Any:
    """The official schema of GEXF."""
    file = shared / "standards" / "gexf" / "gexf.rng"
    if not file.is_file():
        pytest.skip("no official schema of GEXF beside the checkout")
    return etree.RelaxNG(etree.parse(str(file)))


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the readers in it."""
    modules = npm_folder(*PACKAGES)
    folder = tmp_path_factory.mktemp("readers")
    (folder / "node_modules").symlink_to(modules)
    shutil.copy(HERE / "read_graphs.js", folder)
    return folder


def read_by_node(folder: Path, view: GraphView, form: str) -> dict[str, Any]:
    path = folder / f"graph.{form}"
    path.write_bytes(written(view, form))
    done = subprocess.run(["node", "read_graphs.js", path.name], cwd=folder, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def same(row: dict[str, Any], read: dict[str, Any], names: set[str]) -> None:
    assert {name: read.get(name) for name in names if name in row} == {name: row[name] for name in names if name in row}


def check_rows(table: Table, read: dict[str, dict[str, Any]], without: set[str]) -> None:
    names = set(table.columns) - without
    assert len(read) == len(table.rows)
    for row in table.rows:
        same(row, read[str(row["id"])], names)


@pytest.mark.parametrize("case", SMALL)
def test_gexf_is_valid_by_the_official_schema(case: str, schema: Any) -> None:
    document = etree.fromstring(written(graph_cases.SMALL[case](), "gexf"))
    assert schema.validate(document), schema.error_log


def test_ten_thousand_things_are_valid_and_kept(node: Path, schema: Any) -> None:
    view = graph_cases.many()
    text = written(view, "gexf")
    document = etree.fromstring(text)
    assert schema.validate(document)
    (node / "many.gexf").write_bytes(text)
    done = subprocess.run(["node", "read_graphs.js", "many.gexf"], cwd=node, capture_output=True, text=True, check=True)
    read = json.loads(done.stdout)
    assert (len(read["nodes"]), len(read["edges"])) == (len(view.nodes), len(view.edges))
    assert len({(values["x"], values["y"]) for _, values in read["nodes"]}) > 9000


@pytest.mark.parametrize("case", SMALL)
@pytest.mark.parametrize("form", ["gexf", "graphml"])
def test_graphology_reads_all_that_was_written(node: Path, case: str, form: str) -> None:
    view = graph_cases.SMALL[case]()
    read = read_by_node(node, view, form)
    # What graphology makes one colour of, and the days that it takes from no GEXF, which stand in columns beside.
    lost = {"id", "r", "g", "b", "color"} | ({"start", "end"} if form == "gexf" else set())
    check_rows(placed(view), dict(read["nodes"]), lost)
    edges = {key: {"source": source, "target": target, **values} for key, source, target, values in read["edges"]}
    check_rows(edge_table(view), edges, lost)
    if form == "gexf":
        days = {iri: (values.get("from", ""), values.get("until", "")) for iri, values in read["nodes"]}
        assert days == {n.id: (n.start, n.end or n.start) for n in view.nodes}


@pytest.mark.parametrize("case", SMALL)
def test_networkx_reads_graphml(case: str) -> None:
    view = graph_cases.SMALL[case]()
    graph = nx.parse_graphml(written(view, "graphml").decode(), force_multigraph=True)
    check_rows(placed(view), dict(graph.nodes(data=True)), {"id", "color"})
    edges = {key: {"source": a, "target": b, **values} for a, b, key, values in graph.edges(keys=True, data=True)}
    check_rows(edge_table(view), edges, {"id"})


@pytest.mark.parametrize("case", SMALL)
def test_igraph_reads_graphml(case: str, tmp_path: Path) -> None:
    """Where it happens to be installed: its licence keeps it out of what we ask for. It mixes up the ids of links."""
    igraph = pytest.importorskip("igraph", reason="igraph is not installed")
    view = graph_cases.SMALL[case]()
    path = tmp_path / "graph.graphml"
    path.write_bytes(written(view, "graphml"))
    graph = igraph.Graph.Read_GraphML(str(path))
    names = [unescape(name) for name in graph.vs["id"]]
    lost = {"id", "color"}
    check_rows(placed(view), dict(zip(names, (node.attributes() for node in graph.vs), strict=True)), lost)
    links = [{**link.attributes(), "source": names[link.source], "target": names[link.target]} for link in graph.es]
    table = edge_table(view)
    check_rows(table, {str(row["id"]): link for row, link in zip(table.rows, links, strict=True)}, lost)


@pytest.mark.parametrize("case", SMALL)
def test_networkx_reads_gexf(case: str, tmp_path: Path) -> None:
    view = graph_cases.SMALL[case]()
    path = tmp_path / "graph.gexf"
    # networkx knows 1.2 only by name; the elements that it reads are the same.
    path.write_bytes(written(view, "gexf"))
    graph = nx.read_gexf(path, version="1.3")
    assert {iri: values["label"] for iri, values in graph.nodes(data=True)} == {
        str(row["id"]): row["label"] for row in placed(view).rows
    }
    assert graph.number_of_edges() == len(view.edges)


@pytest.mark.parametrize("case", SMALL)
def test_networkx_reads_both_forms_of_json(case: str) -> None:
    view = graph_cases.SMALL[case]()
    cytoscape = nx.cytoscape_graph(json.loads(written(view, "cytoscape")))
    check_rows(placed(view), dict(cytoscape.nodes(data=True)), {"id"})
    linked = nx.node_link_graph(json.loads(written(view, "json")), edges="links")
    check_rows(placed(view), dict(linked.nodes(data=True)), {"id"})
    for graph in (cytoscape, linked):
        edges = {data["id"]: {**data, "source": a, "target": b} for a, b, data in graph.edges(data=True)}
        check_rows(edge_table(view), edges, {"id"})


@pytest.mark.parametrize("case", SMALL)
def test_tables_hold_the_same_cells(case: str) -> None:
    view = graph_cases.SMALL[case]()
    with zipfile.ZipFile(io.BytesIO(written(view, "csv"))) as archive:
        texts = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    assert list(texts) == ["nodes.csv", "edges.csv"]
    assert texts["edges.csv"].encode() == written(view, "edges.csv")
    for name, table in (("nodes.csv", placed(view)), ("edges.csv", edge_table(view))):
        rows = list(csv.DictReader(io.StringIO(texts[name], newline="")))
        assert len(rows) == len(table.rows)
        for row, read in zip(table.rows, rows, strict=True):
            cells = {key.lower(): value for key, value in read.items()}
            assert {key.lower(): str(value) for key, value in row.items()}.items() <= cells.items()


@pytest.mark.parametrize("case", SMALL)
def test_a_parser_of_dot_reads_all_nodes_and_edges(node: Path, case: str) -> None:
    view = graph_cases.SMALL[case]()
    read = read_by_node(node, view, "dot")
    assert [values["URL"] for _, values in read["nodes"] if "URL" in values] == [n.id for n in view.nodes]
    assert [values["label"] for _, values in read["edges"]] == [e.kind for e in view.edges]


@pytest.mark.parametrize("form", [f for f in GRAPH_FORMATS.names() if f != "png"])
def test_the_same_view_gives_the_same_bytes(form: str) -> None:
    assert written(graph_cases.odd(), form) == written(graph_cases.odd(), form)


def test_characters_that_xml_cannot_hold_are_left_out_and_told() -> None:
    view = graph_cases.odd()
    assert view.notices == ("1 texts held characters that no XML file can hold; these are left out",)
    assert not any(ord(c) < 32 and c not in "\n\t" for n in view.nodes for c in n.label)


def test_links_of_one_kind_through_other_things_stay_apart() -> None:
    graph = to_networkx(graph_cases.parallel())
    assert graph.number_of_edges() == 6
    assert {data["start"] for *_, data in graph.edges(data=True) if "start" in data} == {
        *("2026-01-01", "2026-01-02", "2026-01-03"),
    }


def test_measures_are_numbers_between_bounds() -> None:
    rows = [(f"x/{i}", f"n{i}", "x#Person", "x#knows", "x/hub", "hub", "x#Person") for i in range(9)]
    found = {row["id"]: row for row in placed(make_view("entities", rows)).rows}
    assert (found["x/hub"]["degree"], found["x/hub"]["betweenness"], found["x/1"]["betweenness"]) == (9, 1.0, 0.0)
    assert {row["community"] for row in found.values()} == {0}
