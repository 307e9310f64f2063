"""The shape of the house: import order, size budgets, where SPARQL and IRIs may stand, no printing."""

import ast
import re
from pathlib import Path

import pytest

SRC = Path(__file__).resolve().parents[1] / "src" / "sovgraph"
FILES = sorted(p for p in SRC.rglob("*.py"))
GENERATED = {"vocab.py"}

LAYERS = [
    {"errors", "model", "registry"},
    {"identifiers"},
    {"guard", "resources", "settings", "vocab", "ids"},
    {"authority", "read"},
    {"harvest", "record"},
    {"find", "structure"},
    {"link"},
    {"graph"},
    {"pipeline"},
    {"check", "store"},
    {"query"},
    {"infer"},
    {"assets", "build", "describe", "export", "reconcile"},
    {"report", "search"},
    {"diff"},
    {"api", "pages"},
    {"mcp", "release", "serve", "site"},
    {"cli", "__init__", "__main__"},
]
"""Each package or module may import from its own layer and those above it."""

RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}
NO_RDFLIB = ("find", "structure", "link", "read", "record", "authority", "graph", "model", "pipeline")


def part(path: Path) -> str:
    """The package or module below sovgraph/ that a file belongs to."""
    return path.relative_to(SRC).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    """Modules that a file imports, at any place in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def own_parts(path: Path) -> set[str]:
    return {m.split(".")[1] for m in imports(path) if m.startswith("sovgraph.")} & set(RANK)


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SRC)))
def test_imports_go_one_way(path: Path) -> None:
    mine = part(path)
    assert mine in RANK, f"{mine} has no layer: add it to LAYERS"
    if mine in ("__init__", "__main__"):
        return
    too_late = {other for other in own_parts(path) if RANK[other] > RANK[mine]}
    assert not too_late, f"{path.name} imports {too_late} from a later layer"


@pytest.mark.parametrize("path", [p for p in FILES if part(p) in NO_RDFLIB], ids=lambda p: str(p.relative_to(SRC)))
def test_the_path_is_free_of_rdflib(path: Path) -> None:
    assert not {m for m in imports(path) if m.split(".")[0] in ("rdflib", "pyoxigraph", "pyshacl")}


@pytest.mark.parametrize("path", [p for p in FILES if p.name not in GENERATED], ids=lambda p: str(p.relative_to(SRC)))
def test_files_and_functions_are_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 400
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno + 1 <= 60, f"{node.name} is too long"


def test_files_are_small_on_the_whole() -> None:
    sizes = sorted(len(p.read_text(encoding="utf-8").splitlines()) for p in FILES if p.name not in GENERATED)
    assert sizes[len(sizes) // 2] <= 130


_SPARQL = re.compile(r"\b(SELECT\s+(DISTINCT\s+)?[?(*]|CONSTRUCT\s*\{|WHERE\s*\{|ASK\s*\{|GRAPH\s+[?<])")
_UPDATE_ALLOWED = {"store", "infer"}


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SRC)))
def test_sparql_lives_in_query_files(path: Path) -> None:
    """Only the store writes an update, from serialised terms, and inference joins the patterns of a rule."""
    if part(path) in _UPDATE_ALLOWED:
        return
    assert not _SPARQL.search(path.read_text(encoding="utf-8"))


def test_nothing_prints_or_reads_the_environment() -> None:
    for path in FILES:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"(?<![\w.])print\(", text), path
        assert "os.environ" not in text, path


def test_public_names_are_few() -> None:
    import sovgraph

    assert 0 < len(sovgraph.__all__) <= 15
    assert all(hasattr(sovgraph, name) for name in sovgraph.__all__)
    assert list(sovgraph.__all__) == sorted(sovgraph.__all__)
