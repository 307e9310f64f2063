"""`sovgraph harvest` as a script meets it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.harvest.kills import harvest
from tests.harvest.server import Fault, Services


def words(*more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "sovgraph", "harvest", *more], capture_output=True, text=True, check=False
    )


def test_json_counts_and_files(services: Services, tmp_path: Path) -> None:
    done = harvest(services, tmp_path / "out")
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert found["counts"] == {"had": 18, "unchanged": 0, "changed": 0, "missing": 0, "failed": 0}
    assert len(found["files"]) == 18


@pytest.mark.parametrize(
    ("lang", "header", "told"),
    [
        ("nl", "wat       gehaald", "mislukt: een HTML-pagina (text/html) in plaats van XML"),
        ("en", "what      had", "failed: an HTML page (text/html) instead of XML"),
    ],
)
def test_the_table_and_the_failures_in_both_languages(
    services: Services, tmp_path: Path, lang: str, header: str, told: str
) -> None:
    page = b"<!DOCTYPE html><html></html>"
    services.lasting["kst-39500-1.xml"] = Fault("body", 200, {"Content-Type": "text/html"}, page)
    done = harvest(services, tmp_path / "out", "--format", "table", "--lang", lang)
    assert done.returncode == 1
    assert done.stdout.startswith(header)
    assert told in done.stderr


def test_wrong_use_is_exit_code_2(tmp_path: Path) -> None:
    done = words("-o", str(tmp_path))
    assert done.returncode == 2
    assert "--dossier" in done.stderr
    assert words("--dossier", "32317").returncode == 2


def test_nothing_had_is_exit_code_3(services: Services, tmp_path: Path) -> None:
    services.lasting["/sru"] = Fault("status", 403)
    assert harvest(services, tmp_path / "out").returncode == 3


def test_a_dry_run_lists_and_writes_nothing(services: Services, tmp_path: Path) -> None:
    done = harvest(services, tmp_path / "out", "--dry-run", "--format", "table", "--lang", "en")
    assert done.returncode == 0
    assert "papers/kst-39500-1/kst-39500-1.xml" in done.stdout
    assert not (tmp_path / "out").exists()


def test_addresses_and_politeness_may_stand_in_the_settings_file(services: Services, tmp_path: Path) -> None:
    config = tmp_path / "sovgraph.toml"
    base = services.base
    config.write_text(f'sru_url = "{base}/sru"\nrepository_url = "{base}/"\nrate = 500\ncontact = "a@example.org"\n')
    done = words("--paper", "kst-39500-1", "-o", str(tmp_path / "out"), "--config", str(config))
    assert done.returncode == 0, done.stderr
    assert any("contact: a@example.org" in agent for agent in services.agents)
