"""The demonstration: builds the example dossier, asks the twelve questions, explains a fact, draws a picture."""

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

QUESTIONS = (
    "open-letters",
    "days-to-answer",
    "questions-answers",
    "question-recipients",
    "motions",
    "quoted-source",
    "measures",
    "countries",
    "programmes",
    "answers-referring",
    "eu-acts",
    "in-both-committees",
    "chairs",
    "discrepancies",
    "unresolved-references",
)
"""The stored queries that answer what people really ask of the dossier."""


def run(command: list[str], shown: str, limit: int = 14) -> int:
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


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", default=str(ROOT / ".venv" / "bin"), help="folder of the sovgraph command")
    parser.add_argument("--folder", default=".demo", help="where the store and the picture go")
    args = parser.parse_args()
    sovgraph = str(Path(args.bin).absolute() / "sovgraph")
    folder = Path(args.folder)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    store, picture = str(folder / "store"), str(folder / "picture.html")
    papers = str(
        (ROOT / "examples" / "dossier-32317").relative_to(Path.cwd()) if Path.cwd() == ROOT else ROOT / "examples"
    )

    def step(*words: str, limit: int = 14) -> int:
        return run([sovgraph, *words], "sovgraph " + " ".join(words), limit)

    failed = step("build", papers, "--store", store, limit=40)
    if failed not in (0, 1):
        return failed
    bad = [name for name in QUESTIONS if step("query", name, "--store", store) != 0]
    bad += ["explain"] * (step("explain", "visummaatregelen", "--store", store, limit=30) != 0)
    bad += ["status"] * (step("status", "--store", store, limit=30) != 0)
    bad += ["picture"] * (
        step("export", "graph", "--store", store, "--view", "correspondence", "--format", "html", "-o", picture) != 0
    )
    if bad or not Path(picture).is_file():
        print(f"\nNot everything worked: {', '.join(bad)}")
        return 1
    print(f"\nStore:   {store}\nPicture: {Path(picture).absolute().as_uri()}  (open it in a browser)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
