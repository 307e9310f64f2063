"""The command line as a script meets it: data on stdout, words on stderr, exit codes kept."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.command import sovgraph

PAPERS = Path(__file__).resolve().parents[2] / "papers"
REPORT = str(PAPERS / "kst-39500-B.md")


def in_a_process(*words: str, given: str | None = None) -> subprocess.CompletedProcess[str]:
    """As a person starts it; the other tests run the command in this process."""
    return subprocess.run(
        [sys.executable, "-m", "sovgraph", *words], capture_output=True, text=True, input=given, check=False
    )


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = str(tmp_path_factory.mktemp("cli") / "store")
    done = in_a_process("build", str(PAPERS), "--store", folder)
    assert done.returncode == 0, done.stderr + done.stdout
    return folder


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_extract_prints_one_object_a_mention() -> None:
    done = sovgraph("extract", REPORT, "--format", "jsonl")
    assert done.returncode == 0
    rows = lines(done.stdout)
    text = Path(REPORT).read_text("utf-8")
    assert len(rows) > 40
    for row in rows:
        assert set(row) == set(
            "source type start end text id iri page status rule parts confidence candidates antecedent"
            " reason places".split()
        )
        assert text[row["start"] : row["end"]] == row["text"]
        assert row["source"] == REPORT
    assert {"kst-39500-A", "kst-36704-63"} <= {row["id"] for row in rows}


def test_extract_prints_questions() -> None:
    rows = lines(sovgraph("extract", REPORT, "--what", "questions", "--format", "jsonl").stdout)
    assert [(r["number"], r["asked_by"]) for r in rows] == [(1, ["JA21"]), (2, ["JA21"])]
    assert all(set(r) == {"source", "number", "asked_by", "question", "answer"} for r in rows)
    text = Path(REPORT).read_text("utf-8")
    start, end = rows[0]["answer"]
    assert text[start:end] == "De gevolgen voor Marokko zijn beperkt."


def test_extract_makes_one_page_of_several_papers() -> None:
    html = sovgraph("extract", str(PAPERS), "--format", "html", "--lang", "en").stdout
    assert html.count("<!doctype html>") == html.count("</html>") == 1
    assert html.count('<section id="p') > 1
    assert "All references are resolved." in html


def test_extract_reads_stdin_and_prints_the_text() -> None:
    text = Path(REPORT).read_text("utf-8")
    assert in_a_process("extract", "-", "--text", given=text).stdout == text


@pytest.mark.parametrize("form", ["table", "json", "csv", "tsv", "md"])
def test_query_in_every_format(store: str, form: str) -> None:
    done = sovgraph("query", "questions-answers", "--store", store, "--format", form)
    assert done.returncode == 0, done.stderr
    assert "JA21" in done.stdout
    if form == "json":
        variables = json.loads(done.stdout)["head"]["vars"]
        assert variables[:7] == ["paper", "number", "askedBy", "question", "answer", "asked", "answered"]


def test_query_takes_parameters_both_ways(store: str) -> None:
    first = in_a_process("query", "country-passages", "--store", store, "--country", "MAR")
    second = sovgraph("query", "country-passages", "--store", store, "--param", "country=MAR")
    assert first.returncode == 0, first.stderr
    assert first.stdout == second.stdout
    assert "Marokko" in first.stdout


def test_query_list_and_show() -> None:
    assert "open-letters" in sovgraph("query", "list").stdout
    assert "daysLate" in sovgraph("query", "show", "open-letters").stdout


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["query", "open-leters", "--store", "x"], 2, "open-letters"),
        (["query", "papers", "--store", "no-such-store"], 1, "hier is geen opslag"),
        (["query", "papers"], 2, "--store"),
        (["extract", "no-such-file.md"], 3, "no-such-file.md"),
        (["config", "--base", "nonsense"], 2, "base"),
        (["frobnicate"], 2, "frobnicate"),
        ([], 2, "usage"),
    ],
)
def test_wrong_use_is_said_without_a_trace(words: list[str], code: int, said: str) -> None:
    done = in_a_process(*words)
    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_sparql_reads_only(store: str) -> None:
    ask = sovgraph(
        "sparql", "SELECT (COUNT(DISTINCT ?m) AS ?n) WHERE { ?m a sov:Motion }", "--store", store, "--format", "csv"
    )
    assert ask.stdout.split() == ["n", "1"]
    for text in ("DROP ALL", "SELECT * WHERE { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }"):
        done = sovgraph("sparql", text, "--store", store)
        assert done.returncode == 2
        assert "Traceback" not in done.stderr


def test_explain_tells_how_a_reference_of_a_file_was_read(tmp_path: Path) -> None:
    paper = tmp_path / "brief.md"
    paper.write_text("36 704\n\nTulpen en bollen\n\nNr. 4 BRIEF\n\nZie de motie op stuk nr. 12.\n", encoding="utf-8")
    done = sovgraph("explain", "nr. 12", "--file", str(paper))
    assert done.returncode == 0, done.stderr
    for words in ("kst-36704-12", "afgeleid", "Kamer II", "dossier 36704", "antecedent: «36 704» (tekens 0–6)"):
        assert words in done.stdout
    [row] = json.loads(sovgraph("explain", "@60", "--file", str(paper), "--format", "json").stdout)
    assert (row["id"], row["antecedent"][2]) == ("kst-36704-12", "36 704")
    assert sovgraph("explain", "nr. 13", "--file", str(paper)).returncode == 1
    paper.write_text("Zie Kamerstukken I 2009/10, 30 111, E, p. 3.\n", encoding="utf-8")
    done = sovgraph("explain", "30 111", "--file", str(paper))
    for words in ("kst-20092010-30111-E, blz. 3", "dubbelzinnig", "kandidaat: kst-30111-E"):
        assert words in done.stdout


def test_explain_leads_to_the_words(store: str) -> None:
    done = sovgraph("explain", "180001", "--store", store, "--limit", "50")
    assert done.returncode == 0, done.stderr
    assert "«180001»" in done.stdout
    assert "sov:kenmerk" in done.stdout
    assert sovgraph("explain", "dit staat nergens", "--store", store).returncode == 1


@pytest.mark.parametrize("form", ["nq", "trig", "ttl", "jsonld", "rdfxml"])
def test_export_rdf_reads_back(store: str, form: str, tmp_path: Path) -> None:
    import pyoxigraph as ox

    target = tmp_path / "out"
    done = sovgraph("export", "rdf", "--store", store, "--format", form, "-o", str(target))
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    kinds = {"nq": "nq", "trig": "trig", "ttl": "ttl", "jsonld": "jsonld", "rdfxml": "rdf"}
    quads = list(ox.parse(target.read_bytes(), format=ox.RdfFormat.from_extension(kinds[form])))
    assert len(quads) > 2_000
    again = sovgraph("export", "rdf", "--store", store, "--format", form)
    assert again.stdout.encode() == target.read_bytes()


def test_export_graph_opens_in_networkx(store: str, tmp_path: Path) -> None:
    import networkx as nx

    target = tmp_path / "graph.graphml"
    assert in_a_process("export", "graph", "--store", store, "--format", "graphml", "-o", str(target)).returncode == 0
    graph = nx.read_graphml(target)
    kinds = {data["kind"] for _, data in graph.nodes(data=True)}
    assert {"Question", "Person", "Committee", "Motion"} <= kinds
    assert not kinds & {"Mention", "Quote", "Assertion"}


def test_status_and_remove(store: str, tmp_path: Path) -> None:
    import shutil

    copy = str(tmp_path / "store")
    shutil.copytree(store, copy)
    found = json.loads(sovgraph("status", "--store", copy, "--format", "json").stdout)
    assert found["papers"] == 2
    assert found["period"].startswith("2025-06-26")
    done = sovgraph("remove", "kst-39500-B", "--store", copy)
    assert done.returncode == 0, done.stderr
    assert json.loads(sovgraph("status", "--store", copy, "--format", "json").stdout)["papers"] == 1
    assert sovgraph("remove", "kst-39500-B", "--store", copy).returncode == 2


def test_corrections_are_honoured(tmp_path: Path) -> None:
    text = Path(REPORT).read_text("utf-8")
    start = text.index("Bezaan")
    header = "paper\tstart\tend\ttype\tjudgement\ttarget\twho\tdate\tnote\n"
    row = f"kst-39500-B\t{start}\t{start + 6}\tperson\twrong\t\tAB\t2026-04-01\tproef\n"
    file = tmp_path / "corrections.tsv"
    file.write_text(header + row, encoding="utf-8")
    rows = lines(sovgraph("extract", REPORT, "--corrections", str(file)).stdout)
    corrected = next(r for r in rows if r["start"] == start and r["type"] == "person")
    assert (corrected["iri"], corrected["status"], corrected["rule"]) == (None, "unresolved", "correction.wrong/1")


def test_validate_passes_what_build_made(store: str) -> None:
    done = in_a_process("validate", "--store", store)
    assert done.returncode == 0, done.stdout + done.stderr


def test_languages(store: str) -> None:
    assert "papers" in sovgraph("status", "--store", store, "--lang", "en").stdout
    assert "stukken" in sovgraph("status", "--store", store).stdout


def test_a_report_is_made_and_all_are_listed(store: str, tmp_path: Path) -> None:
    listed = sovgraph("report", "list", "--lang", "en")
    assert "open-letters" in listed.stdout and "country ETH" in listed.stdout
    page = tmp_path / "page.html"
    made = sovgraph("report", "late-answers", "--store", store, "--format", "html", "-o", str(page))
    assert (made.returncode, made.stdout) == (0, "")
    assert page.read_text("utf-8").startswith("<!doctype html>")
    assert sovgraph("report", "late-answer", "--store", store).returncode == 2
    assert sovgraph("report", "late-answers").returncode == 2


def test_what_changed_is_told_and_the_exit_code_only_when_asked(store: str) -> None:
    since = sovgraph("diff", store, "--since", "2020-01-01", "--lang", "en")
    assert since.returncode == 0 and "New papers" in since.stdout
    assert sovgraph("diff", store, "--exit-code").returncode == 1
    assert sovgraph("diff", store, store, "--exit-code", "--format", "patch").returncode == 0
    for wrong in (["--format", "patch"], [store, "--since", "2020-01-01"], ["--since", "then"]):
        assert sovgraph("diff", store, *wrong).returncode == 2
