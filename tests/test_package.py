"""The wheel holds ontology, shapes, queries and examples, and works from there."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_data_is_inside(unpacked: Path) -> None:
    data = unpacked / "sovgraph" / "_data"
    assert (data / "ontology" / "sov.ttl").is_file()
    assert len(list((data / "ontology" / "authority").glob("*.tsv"))) >= 11
    assert len(list((data / "shapes").glob("*.ttl"))) >= 28
    assert len(list((data / "queries").glob("*.rq"))) >= 24
    assert (unpacked / "sovgraph" / "export" / "picture.html").is_file()


def test_it_runs_outside_the_checkout(unpacked: Path, tmp_path: Path) -> None:
    env = {**os.environ, "PYTHONPATH": str(unpacked)}
    paper = str(ROOT / "tests" / "papers" / "kst-36704-63.xml")

    def run(*words: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "sovgraph", *words],
            cwd=tmp_path,
            env=env,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    run("build", paper, "--store", "store")
    assert "36704-63" in run("query", "motions", "--store", "store", "--format", "csv")
