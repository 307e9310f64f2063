"""Docs are true: commands in the README run, every code, query, command and term has its place."""

import re
import shlex
import shutil
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^\$ (sovgraph .+)$", README, re.MULTILINE)
CODE = re.compile(r'"((?:ANCHOR|ANSWER|GENRE|LINK|NOTE|PAPER|QUESTION|READ)-[A-Z-]+)"')


def test_the_readme_runs_and_shows_what_its_commands_print(tmp_path: Path) -> None:
    """`build_readme.py --check` runs each command on the example dossier and compares output and picture."""
    assert len(COMMANDS) >= 7
    done = run_python([str(ROOT / "tools" / "build_readme.py"), "--check"], ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def run_python(words: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *words], cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the examples and a store of them at `store` and at `.demo/store`."""
    folder = tmp_path_factory.mktemp("docs")
    (folder / "examples").symlink_to(ROOT / "examples")
    # The README's own build, in the test before, checks shapes.
    done = run_python(["-m", "sovgraph", "build", "examples", "--store", "store", "--no-validate"], folder)
    assert done.returncode == 0, done.stderr
    (folder / ".demo").mkdir()
    (folder / ".demo" / "store").symlink_to(folder / "store")
    return folder


def test_the_python_of_the_readme_runs(example: Path) -> None:
    snippet = re.search(r"```python\n(.+?)```", README, re.DOTALL)
    assert snippet is not None
    done = run_python(["-c", snippet[1]], example)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of one paper, to be copied."""
    folder = tmp_path_factory.mktemp("small")
    (folder / "papers").mkdir()
    shutil.copy(ROOT / "examples" / "dossier-32317" / "kst-36704-63.xml", folder / "papers")
    built = run_python(["-m", "sovgraph", "build", "papers", "--store", "store"], folder)
    assert built.returncode == 0, built.stderr
    return folder / "store"


TABLE = re.findall(r"^\| `(sovgraph .+?)` \|", README, re.MULTILINE)


@pytest.mark.parametrize("command", TABLE, ids=lambda command: command.split()[1])
def test_commands_of_the_readme_that_publish(command: str, small: Path, tmp_path: Path) -> None:
    """On one paper; what serves is asked something and told to stop."""
    shutil.copytree(small, tmp_path / ".demo" / "store")
    words = [sys.executable, "-m", "sovgraph", *shlex.split(command)[1:]]
    if "serve" in words:
        with subprocess.Popen([*words, "--port", "0"], cwd=tmp_path, stderr=subprocess.PIPE, text=True) as server:
            assert server.stderr is not None
            address = re.search(r"http://\S+", next(line for line in server.stderr if "http://" in line))
            assert address is not None
            with urllib.request.urlopen(address[0] + "health", timeout=20) as answer:
                assert answer.status == 200
            server.terminate()
            server.stderr.read()
            assert server.wait(timeout=20) == 0
        return
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, input="", text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_every_command_of_the_tutorial_runs(example: Path) -> None:
    text = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
    table = re.search(r"^    (paper\tstart.+\n    .+)$", text, re.MULTILINE)
    assert table is not None
    (example / "corrections.tsv").write_text(table[1].replace("\n    ", "\n") + "\n", encoding="utf-8")
    commands = re.findall(r"^    (sovgraph .+)$", text, re.MULTILINE)
    assert len(commands) >= 14
    for command in commands:
        done = run_python(["-m", "sovgraph", *shlex.split(command)[1:]], example)
        assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"


def test_the_twelve_questions_name_stored_queries() -> None:
    """The demonstration and the tutorial answer the same questions, by queries that exist."""
    code = (ROOT / "tools" / "demo.py").read_text(encoding="utf-8")
    text = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| \d+\. (.+?) \| (.+) \|$", text, re.MULTILINE)
    assert len(rows) == 12
    for question, cell in rows:
        assert f'"{question}"' in code
        for query in re.findall(r"`([a-z-]+)[^`]*`", cell):
            assert f'"{query}' in code
            assert (ROOT / "queries" / f"{query}.rq").is_file(), query


def test_the_worked_example_of_the_data_model_is_in_the_graph(example: Path) -> None:
    """Each quad of the page, letter for letter."""
    import pyoxigraph as ox

    page = (ROOT / "docs" / "data-model.md").read_text(encoding="utf-8")
    block = re.search(r"```trig\n(.+?)```", page, re.DOTALL)
    assert block is not None
    done = run_python(["-m", "sovgraph", "export", "rdf", "--store", "store", "--format", "nq"], example)
    held = set(done.stdout.splitlines())
    quads = [f"{quad} ." for quad in ox.parse(block[1].encode(), format=ox.RdfFormat.TRIG)]
    assert len(quads) >= 20
    assert [quad for quad in quads if quad not in held] == []


def test_classes_and_properties_of_the_data_model_exist() -> None:
    page = (ROOT / "docs" / "data-model.md").read_text(encoding="utf-8")
    reference = (ROOT / "docs" / "ontology.md").read_text(encoding="utf-8")
    names = set(re.findall(r"(?<![\w:-])sov:([A-Za-z]\w+)", page))
    assert len(names) >= 30
    assert [name for name in sorted(names) if f'<a id="{name}"></a>' not in reference] == []


def test_links_of_the_docs_lead_somewhere() -> None:
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} → {target}"


def test_every_issue_code_is_documented() -> None:
    documented = set(re.findall(r"^\| `([A-Z-]+)`", (ROOT / "docs" / "issues.md").read_text("utf-8"), re.MULTILINE))
    used = {code for path in (ROOT / "src").rglob("*.py") for code in CODE.findall(path.read_text("utf-8"))}
    assert used
    assert used <= documented, used - documented


@pytest.mark.parametrize("tool", ["build_vocab.py", "build_reference.py", "build_query_docs.py", "build_cli_docs.py"])
def test_generated_files_are_current(tool: str) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "tools" / tool), "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_help_loads_nothing_heavy() -> None:
    """Help must come at once, so it may not import the RDF libraries or the readers."""
    code = "import sys; from sovgraph.cli import make_parser; make_parser().format_help(); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"rdflib", "pyoxigraph", "pyshacl", "lxml", "networkx", "numpy", "msgspec", "rapidfuzz"}
    assert not heavy & set(done.stdout.split())
