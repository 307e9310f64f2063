"""The picture: labels whole and apart, one look for each kind, names as in the ontology, nothing from outside."""

import base64
import gzip
import json
import re
import subprocess
from itertools import combinations
from pathlib import Path

import networkx as nx
import pytest
from rdflib import OWL, RDF, RDFS, Graph, URIRef
from tests.chromium import CHROMIUM

from sovgraph import vocab
from sovgraph.export import GRAPH_FORMATS, make_view
from sovgraph.export.graphs import write_cytoscape
from sovgraph.export.labels import LONGEST, box, shorten, wrap
from sovgraph.export.layout import layout, rectangles
from sovgraph.export.names import kinds, link_name, links, views
from sovgraph.export.packing import pack
from sovgraph.export.picture import picture_data, picture_file, picture_parts, write_picture
from sovgraph.export.stress import steps_from
from sovgraph.export.svg import corners
from sovgraph.export.view import GraphView, ViewNode
from sovgraph.query.views import view_names
from sovgraph.resources import folder

Row = tuple[str, str, str, str, str, str, str]


def star(rays: int, name: str = "a") -> list[Row]:
    """A committee with members, of whom every second has a party."""
    hub = f"https://example.org/{name}"
    rows: list[Row] = []
    for i in range(rays):
        member = (f"{hub}/{i}", f"Een lid met een lange naam {i}", vocab.NAMESPACES[0][1] + "Person")
        rows.append((*member, "x#memberOf", hub, "Commissie voor alles en nog wat", "x#Committee"))
        if i % 2:
            rows.append((*member, "x#onBehalfOf", f"{hub}/p{i % 5}", f"Partij {i % 5}", "x#Fractie"))
    return rows


def lone(count: int) -> list[Row]:
    return [(f"https://example.org/lone/{i}", f"alleen {i}", "x#Country", "", "", "", "") for i in range(count)]


VIEW = make_view("entities", [*star(30), *star(4, "b"), *lone(7)])


def test_no_two_labels_overlap() -> None:
    places = layout(VIEW)
    boxes = [box(wrap(node.label)) for node in VIEW.nodes]
    rects = rectangles([places[node.id] for node in VIEW.nodes], boxes)
    for a, b in combinations(rects, 2):
        wide, high = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
        assert wide <= 2 or high <= 2, (a, b)


def test_the_page_has_about_the_shape_of_a_screen() -> None:
    xs, ys = zip(*layout(VIEW).values(), strict=True)
    assert 0.9 < (max(xs) - min(xs)) / (max(ys) - min(ys)) < 2.4


def test_same_graph_same_page() -> None:
    assert write_picture(VIEW) == write_picture(GraphView(VIEW.name, VIEW.nodes, VIEW.edges))


@pytest.mark.parametrize("rows", [[], lone(1), star(1), star(2)], ids=["none", "one", "pair", "three"])
def test_small_graphs_have_a_page(rows: list[Row]) -> None:
    view = make_view("entities", rows)
    assert len(picture_data(view)["nodes"]["id"]) == len(view.nodes)


def test_a_large_part_gets_its_places_quickly() -> None:
    view = make_view("entities", star(1500))
    assert len(set(layout(view).values())) > 1400


def test_labels_are_broken_but_not_cut() -> None:
    label = "Kamerstukken II 2024-2025, 36 704, nr. 63, met een onderverdelingsaanduiding"
    lines = wrap(label)
    assert " ".join(lines).replace("\u00a0", " ") == label
    assert any("36\u00a0704" in line for line in lines)
    assert any("nr.\u00a063" in line for line in lines)
    assert wrap("") == ("",)


def test_a_very_long_label_ends_after_a_word() -> None:
    short = shorten("woord " * 100)
    assert short.endswith("woord …")
    assert len(short) <= LONGEST + 2


def test_parts_are_packed_apart() -> None:
    blocks = [[(0.0, 0.0, 400.0, 300.0)], [(0.0, 0.0, 100.0, 80.0)], [(0.0, 0.0, 90.0, 90.0)]]
    moved = [(a + x, b + y, c + x, d + y) for [(a, b, c, d)], (x, y) in zip(blocks, pack(blocks, 1.4), strict=True)]
    for a, b in combinations(moved, 2):
        assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


def test_steps_count_links() -> None:
    assert steps_from([[1], [0, 2], [1]], 0) == [0, 1, 2]


def test_each_kind_has_its_own_look() -> None:
    for scheme in ("light", "dark"):
        looks = [(kind.shape, getattr(kind, scheme)) for kind in kinds().values()]
        assert len(set(looks)) == len(looks)
    shapes = set(re.findall(r"\b(\w+): \(g, r\)", picture_file("picture-symbols.js").decode()))
    assert {kind.shape for kind in kinds().values()} <= shapes
    assert all(corners(kind.shape) for kind in kinds().values())


def test_names_are_those_of_the_ontology() -> None:
    ontology = Graph().parse(folder("ontology") / "sov.ttl")

    def label(name: str, language: str) -> str:
        return next(str(x) for x in ontology.objects(URIRef(vocab.SOV + name), RDFS.label) if x.language == language)  # type: ignore[attr-defined]

    for name, kind in kinds().items():
        if (URIRef(vocab.SOV + name), RDF.type, OWL.Class) in ontology:
            assert (kind.nl, kind.en) == (label(name, "nl"), label(name, "en")), name
    assert (link_name("inReplyTo", "nl"), link_name("inReplyTo", "en")) == (
        label("inReplyTo", "nl"),
        label("inReplyTo", "en"),
    )
    assert {name for name in links() if (URIRef(vocab.SOV + name), None, None) in ontology} == set()


def test_every_view_has_a_title() -> None:
    assert set(views()) == set(view_names())


def test_the_page_asks_nothing_of_the_network() -> None:
    page = write_picture(VIEW)
    assert "default-src 'none'" in page
    assert not re.search(r"""(?:src|href|url)\s*[=(]\s*["']?(?:https?:)?//""", page)


def test_labels_cannot_become_markup() -> None:
    rows: list[Row] = [("https://example.org/x", "</script><b>{{script}}", "x#Country", "", "", "", "")]
    page = write_picture(make_view("entities", rows))
    assert "</script><b>" not in page
    data = re.search(r'id="picture-data">(.*?)</script>', page, re.DOTALL)
    assert data is not None
    assert json.loads(data[1])["nodes"]["label"] == ["</script><b>{{script}}"]


def test_every_format_writes_the_view() -> None:
    for name in GRAPH_FORMATS.names():
        if name != "png" or CHROMIUM is not None:
            assert GRAPH_FORMATS.get(name)(VIEW), name


def test_networkx_reads_the_cytoscape_file_back() -> None:
    view = make_view("entities", [*star(3), *((*row[:3], "x#to", *row[4:]) for row in star(3))])
    graph = nx.cytoscape_graph(json.loads(write_cytoscape(view)))
    assert (graph.graph["name"], graph.is_directed()) == ("entities", True)
    assert dict(graph.nodes(data="name")) == {node.id: node.label for node in view.nodes}
    assert {(a, b, kind) for a, b, kind in graph.edges(keys=True)} == {(e.source, e.target, e.kind) for e in view.edges}


def test_a_large_picture_is_compressed_and_the_same_each_time() -> None:
    view = make_view("entities", star(700))
    page = write_picture(view)
    kept = re.search(r'type="application/gzip" id="picture-data">(.*?)</script>', page, re.DOTALL)
    assert kept is not None
    data = json.loads(gzip.decompress(base64.b64decode(kept[1])))
    assert data["nodes"]["id"] == [node.id for node in view.nodes]
    assert page == write_picture(view)


def test_parts_for_a_strict_policy_hold_no_code() -> None:
    parts = picture_parts(VIEW, "/picture/x.json?a=1&b=2", lambda iri: f"/doc/{len(iri)}", "/picture/ego?thing=")
    assert parts.html == ('<div id="picture" class="picture" data-src="/picture/x.json?a=1&amp;b=2"></div>')
    data = json.loads(parts.data)
    assert data["nodes"]["href"] == [f"/doc/{len(node.id)}" for node in VIEW.nodes]
    assert data["ego"] == "/picture/ego?thing="


def test_along_time_a_later_day_stands_more_to_the_right() -> None:
    days = ("2026-01-05", "2026-01-09", "2026-03-01", "2026-03-01")
    nodes = tuple(ViewNode(f"x/{i}", f"brief {i}", "Letter", day, day) for i, day in enumerate(days))
    places = layout(GraphView("story", nodes, ()))
    xs = [places[node.id][0] for node in nodes]
    assert xs == sorted(xs)
    assert xs[2] == xs[3] and places["x/2"][1] != places["x/3"][1]


def test_who_asks_whom_stands_in_three_columns() -> None:
    rows: list[Row] = [
        ("x/a", "A", "x#Fractie", "asksAbout", "x/l", "L", "x#Country"),
        ("x/b", "B", "x#Fractie", "asksAbout", "x/m", "M", "x#Country"),
        ("x/l", "L", "x#Country", "askedOf", "x/p", "P", "x#Post"),
    ]
    places = layout(make_view("asks", rows))
    columns = [{places[iri][0] for iri in group} for group in (("x/a", "x/b"), ("x/l", "x/m"), ("x/p",))]
    assert [len(column) for column in columns] == [1, 1, 1]
    assert max(columns[0]) < max(columns[1]) < max(columns[2])


def test_five_thousand_things_get_places_that_differ() -> None:
    rows = [
        (f"x/{i:05}", f"n{i}", "x#Person", "x#knows", f"x/{i * 7919 % max(1, i) // 3:05}", "n", "x#Person")
        for i in range(5000)
    ]
    places = layout(make_view("entities", rows))
    assert len(set(places.values())) > 4500


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")
def test_a_browser_draws_it(tmp_path: Path) -> None:
    page = tmp_path / "picture.html"
    page.write_text(write_picture(VIEW), encoding="utf-8")
    command = [str(CHROMIUM), "--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}/profile"]
    done = subprocess.run([*command, "--dump-dom", page.as_uri()], capture_output=True, text=True, check=False)
    assert f'data-ready="{len(VIEW.nodes)}"' in done.stdout
