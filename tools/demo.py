"""The demonstration: builds and validates the example dossier, asks the twelve questions, explains a fact, draws it,
and runs the site: until Ctrl-C on a terminal, else only to see that it answers."""

import argparse
import re
import shlex
import shutil
import subprocess
import sys
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

QUESTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("How long did the minister take?", ("days-to-answer", "consultations")),
    ("Which other letters were open when the reminder was sent?", ("open-letters", "reminders", "requests")),
    ("Who asked?", ("questions-answers",)),
    ("Who received the letter with questions?", ("question-recipients",)),
    ("Which motions?", ("motions", "motion-execution")),
    ("Which paper holds the sentence that is quoted?", ("quoted-source",)),
    ("What is said about Ethiopia?", ("country-passages --country ETH", "measures", "discrepancies")),
    ("Which countries are named?", ("countries",)),
    ("Which programmes and organisations?", ("programmes", "organisations")),
    ("Did question 5 get an answer of its own?", ("answers-referring", "unresolved-references")),
    ("Which EU acts?", ("eu-acts", "eu-act-relations")),
    ("Who sits on both committees, and who chairs?", ("in-both-committees", "chairs")),
)
"""What people really ask of such a paper, with the stored queries that answer it."""

VIEWS = ("story --dossier 39501", "correspondence")
REPORTS = ("open-letters", "motions-unreported", "commitments-due", "country ETH", "dossier 39501")
COMPLETE = ("39501", "--from", "2026-01-01", "--until", "2026-10-01", "--by", "sovgraph")
"""An invented dossier of which all papers of the period are among the examples."""


def run(command: list[str], shown: str, limit: int = 8) -> int:
    """Runs a command, prints the first lines of what it says, gives its exit code."""
    print(f"\n$ {shown}", flush=True)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = done.stdout.splitlines()
    for line in lines[:limit]:
        print("  " + (line if len(line) <= 150 else line[:149] + "…"))
    if len(lines) > limit:
        print(f"  … {len(lines) - limit} more lines")
    for line in done.stderr.splitlines():
        print("  " + line)
    return done.returncode


PAGES = ("", "doc/kst/32317-QC", "doc/dossier/39501", "en/queries/ledger-letters?dossier=39501", "search?q=rappel")
"""Looked at before the address is given."""


def run_site(sovgraph: str, store: str) -> str:
    """Runs the site; the address, once its pages answer. Empty when one doesn't. Ends with the site stopped."""
    command = [sovgraph, "serve", "--store", store, "--port", "0"]
    print(f"\n$ {shlex.join(['sovgraph', *command[1:]])}", flush=True)
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        said = re.search(r"http://\S+", next((line for line in server.stderr if "http://" in line), ""))
        address = said[0] if said else ""
        for page in PAGES if address else ():
            with urllib.request.urlopen(address + page, timeout=30) as answer:
                print(f"  {answer.status} {address}{page}")
        if address and sys.stdin.isatty() and sys.stdout.isatty():
            print(f"\nThe site runs at {address}  (Ctrl-C stops it)", flush=True)
            try:
                server.wait()
            except KeyboardInterrupt:
                pass
        server.terminate()
        server.stderr.read()
        return address if server.wait(timeout=20) == 0 else ""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", default=str(ROOT / ".venv" / "bin"), help="folder of the sovgraph command")
    parser.add_argument("--folder", default=".demo", help="where the store and the pictures go")
    args = parser.parse_args()
    sovgraph = str(Path(args.bin).absolute() / "sovgraph")
    folder = Path(args.folder)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    store = str(folder / "store")
    here = ROOT / "examples"
    papers = str(here.relative_to(Path.cwd()) if Path.cwd() == ROOT else here)
    bad: list[str] = []

    def step(*words: str, limit: int = 8) -> None:
        if run([sovgraph, *words], shlex.join(["sovgraph", *words]), limit) != 0:
            bad.append(" ".join(words[:2]))

    step("build", papers, "--store", store, limit=40)
    step("complete", *COMPLETE, "--store", store)
    step("validate", "--store", store, limit=20)
    for number, (question, queries) in enumerate(QUESTIONS, start=1):
        print(f"\n── {number}. {question}")
        for query in queries:
            step("query", *query.split(), "--store", store)
    print("\n── Why does the graph say so?")
    step("explain", "Europese Raad", "--store", store, limit=12)
    step("status", "--store", store, limit=30)
    pictures = [folder / f"{view.partition(' ')[0]}.html" for view in VIEWS]
    for view, picture in zip(VIEWS, pictures, strict=True):
        step("export", "graph", "--store", store, "--view", *view.split(), "--format", "html", "-o", str(picture))
    print("\n── What became of it?")
    step("query", "ledger-letters", "--dossier", "39501", "--store", store, limit=20)
    reports = [folder / f"{report.partition(' ')[0]}.html" for report in REPORTS]
    for report, page in zip(REPORTS, reports, strict=True):
        step("report", *report.split(), "--store", store, "--format", "html", "-o", str(page))
    bad += [page.name for page in reports if not page.is_file()]
    bad += [picture.name for picture in pictures if not picture.is_file()]
    if bad:
        print(f"\nNot everything worked: {', '.join(bad)}")
        return 1
    answered = sum(len(queries) for _, queries in QUESTIONS)
    print(f"\nValidated store:  {store}\nAnswered:         {len(QUESTIONS)} questions by {answered} stored queries")
    for picture in pictures:
        print(f"Picture:          {picture.absolute().as_uri()}  (open it in a browser)")
    for page in reports:
        print(f"Report:           {page.absolute().as_uri()}")
    address = run_site(sovgraph, store)
    if not address:
        print("\nThe site did not run well.")
        return 1
    print(f"\nSite:             {address} answered and stopped; again: sovgraph serve --store {store}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
