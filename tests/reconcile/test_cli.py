"""The commands as a person uses them: run, review in a spreadsheet, apply, explain; with and without network."""

import csv
import io
import json
from pathlib import Path

import pytest
from tests.command import sovgraph
from tests.reconcile.faulty import Faulty, Reply
from tests.reconcile.imitation import read_items, triple, wikidata
from tests.reconcile.server import oxigraph

from sovgraph.authority import load_authority

PAPERS = Path(__file__).resolve().parents[1] / "papers"
PLAIN = ("--rate", "1000", "--retries", "0", "--quiet")


def party_items() -> list[dict[str, str]]:
    """Parties of our register that no register has a number for, as items."""
    parties = [p for p in load_authority().parties if not p.wikidata and p.full_name and p.full_name != p.name]
    made = []
    for number, party in enumerate(parties[:6]):
        row = {"item": f"Q92000000{number}", "kind": "party", "label": party.full_name, "aliases": party.name}
        made.append(dict.fromkeys(read_items()[0], "") | row | {"types": "politieke partij", "country": "Q55"})
    assert made
    return made


@pytest.fixture(scope="module")
def url() -> object:
    with oxigraph(wikidata(party_items())) as address:
        yield address


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = str(tmp_path_factory.mktemp("reconcile") / "store")
    done = sovgraph("build", str(PAPERS), "--store", folder, "--no-validate")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def ran(url: str, store: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reconcile") / "out"
    done = sovgraph(
        "reconcile", "run", "--store", store, "--all", "--kind", "party", "--sparql-url", url, "-o", str(folder), *PLAIN
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0].split() == ["soort", "gekoppeld", "niet", "gevonden", "onzeker"]
    return folder


def test_registers_can_be_reconciled_without_a_store(url: str, tmp_path: Path) -> None:
    done = sovgraph(
        "reconcile", "run", "--kind", "party", "--sparql-url", url, "-o", str(tmp_path), "--format", "json", *PLAIN
    )
    assert done.returncode == 0, done.stderr
    assert sum(json.loads(done.stdout)["counts"]["party"].values()) > 50


def test_a_snapshot_gives_the_same_bytes_without_network(ran: Path, store: str, tmp_path: Path) -> None:
    done = sovgraph(
        "reconcile", "run", "--store", store, "--all", "--kind", "party", "--snapshot", str(ran / "answers"),
        "--sparql-url", json.loads((ran / "decisions.json").read_text())["endpoint"], "-o", str(tmp_path),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "decisions.json").read_bytes() == (ran / "decisions.json").read_bytes()


def test_the_review_goes_out_and_comes_back(ran: Path, store: str, tmp_path: Path) -> None:
    out = sovgraph("reconcile", "review", str(ran), "--all")
    assert out.returncode == 0, out.stderr
    rows = list(csv.DictReader(io.StringIO(out.stdout)))
    row = next(r for r in rows if r["target"] == "http://www.wikidata.org/entity/Q920000000")
    assert row["verdict"] == "gekoppeld"
    row |= {"decision": "is niet", "by": "A. Griffier", "on": "2026-11-25"}
    filled = tmp_path / "ingevuld.csv"
    with filled.open("w", newline="", encoding="utf-8-sig") as file:
        writer = csv.DictWriter(file, list(row), delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    before = sovgraph("reconcile", "apply", str(ran), "-o", str(tmp_path / "before.nq"))
    after = sovgraph("reconcile", "apply", str(ran), "--decisions", str(filled), "-o", str(tmp_path / "after.nq"))
    assert before.returncode == after.returncode == 0, after.stderr
    assert row["target"] in (tmp_path / "before.nq").read_text()
    assert row["target"] not in (tmp_path / "after.nq").read_text()
    told = sovgraph("reconcile", "explain", str(ran), row["entity"], "--decisions", str(filled))
    assert "besloten door 'A. Griffier' op 2026-11-25: niet" in told.stdout


def test_the_store_answers_who_is_who(ran: Path, store: str) -> None:
    done = sovgraph("reconcile", "apply", str(ran), "--store", store)
    assert done.returncode == 0, done.stderr
    shown = sovgraph("query", "identities", "--store", store, "--format", "json").stdout
    assert {row["basis"]["value"] for row in json.loads(shown)["results"]["bindings"]} >= {"register"}
    words = sovgraph("explain", "http://www.wikidata.org/entity/Q920000000", "--store", store).stdout
    assert "reconcile.score/1" in words and "de naam" in words


@pytest.mark.parametrize(("lang", "word"), [("nl", "punten"), ("en", "points")])
def test_a_decision_is_explained(ran: Path, lang: str, word: str) -> None:
    done = sovgraph("reconcile", "explain", str(ran), "http://www.wikidata.org/entity/Q920000000", "--lang", lang)
    assert done.returncode == 0
    assert word in done.stdout and "+55" in done.stdout
    assert sovgraph("reconcile", "explain", str(ran), "Niemand Nergens").returncode == 1


def test_an_endpoint_that_fails_is_told_and_leaves_things_unsure(faulty: Faulty, tmp_path: Path) -> None:
    faulty.lasting = Reply(b"<html>down</html>", media_type="text/html")
    done = sovgraph("reconcile", "run", "--kind", "ministry", "--sparql-url", faulty.url, "-o", str(tmp_path), *PLAIN)
    assert done.returncode == 3
    assert "in plaats van SPARQL-uitkomsten" in done.stderr and "Traceback" not in done.stderr
    counts = sovgraph("reconcile", "review", str(tmp_path), "--all", "--format", "json")
    assert counts.returncode == 0


def test_a_run_that_failed_halfway_goes_on_from_there(url: str, faulty: Faulty, tmp_path: Path) -> None:
    faulty.replies = [Reply()] * 2
    faulty.lasting = Reply(status=503)
    words = (
        "reconcile",
        "run",
        "--kind",
        "party",
        "--kind",
        "organisation",
        "-o",
        str(tmp_path),
        "--sparql-url",
        faulty.url,
    )
    assert sovgraph(*words, *PLAIN).returncode in (1, 3)
    kept = len(list((tmp_path / "answers").glob("*.json")))
    assert kept == 2
    faulty.lasting = Reply()
    faulty.queries.clear()
    assert sovgraph(*words, *PLAIN).returncode == 0
    assert len(list((tmp_path / "answers").glob("*.json"))) == kept + len(faulty.queries)


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("run", "--kind", "ding", "-o", "x"), 2, "geen soort 'ding'"),
        (("run", "--target", "niets", "-o", "x"), 2, "geen register 'niets'"),
        (("run", "--sparql-url", "file:///etc/passwd", "-o", "x"), 2, "http"),
        (("run", "--snapshot", "nowhere", "-o", "x"), 3, "geen opgenomen antwoorden"),
        (("review", "nowhere"), 3, "reconcile run"),
        (("apply", "nowhere"), 2, "geef óf --store óf -o"),
        (("explain", "nowhere", "x"), 3, "reconcile run"),
    ],
)
def test_wrong_use_is_told(words: tuple[str, ...], code: int, told: str, tmp_path: Path) -> None:
    placed = [str(tmp_path / word) if word in ("x", "nowhere") else word for word in words]
    done = sovgraph("reconcile", *placed)
    assert (done.returncode, "Traceback" in done.stderr) == (code, False)
    assert told in done.stderr


def test_an_endpoint_cannot_put_its_words_into_our_files(tmp_path: Path) -> None:
    """Names from outside stay text: no quads, no formulas."""
    evil = '" . <http://evil> <http://evil> "'
    items = party_items()
    data = wikidata(items) + triple("wd:Q920000000", "skos:altLabel", '"=HYPERLINK(1)"@nl').encode()
    data += triple("wd:Q920000000", "skos:altLabel", f'"{evil.replace(chr(34), chr(92) + chr(34))}"@nl').encode()
    with oxigraph(data) as address:
        done = sovgraph("reconcile", "run", "--kind", "party", "--sparql-url", address, "-o", str(tmp_path), *PLAIN)
    assert done.returncode == 0
    table = sovgraph("reconcile", "review", str(tmp_path), "--all").stdout
    cells = [cell for row in csv.reader(io.StringIO(table)) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]
    sovgraph("reconcile", "apply", str(tmp_path), "-o", str(tmp_path / "graph.nq"))
    assert "<http://evil>" not in (tmp_path / "graph.nq").read_text()
