"""Docs are true: commands in the README run, every code, query, command and term has its place."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^\$ (sovgraph .+)$", README, re.MULTILINE)
CODE = re.compile(r'"((?:ANCHOR|ANSWER|GENRE|LINK|NOTE|PAPER|QUESTION|READ)-[A-Z-]+)"')


def test_every_command_of_the_readme_runs(tmp_path: Path) -> None:
    """In the order of the README, on the example dossier, in a folder of its own."""
    assert len(COMMANDS) >= 7
    (tmp_path / ".demo").mkdir()
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    for command in COMMANDS:
        words = shlex.split(command)[1:]
        done = subprocess.run(
            [sys.executable, "-m", "sovgraph", *words], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{command}: {done.stderr}"
        assert done.stdout or "-o" in words, command
    assert (tmp_path / ".demo" / "picture.html").stat().st_size > 10_000
    snippet = re.search(r"```python\n(.+?)```", README, re.DOTALL)
    assert snippet is not None
    done = subprocess.run([sys.executable, "-c", snippet[1]], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


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
