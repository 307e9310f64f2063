"""Writes the expected text of every report anew: run it after a change of rules or reports, read the diff.

    .venv/bin/python tests/reports/update.py

The reports are made of a few papers of the example dossier, so that a new example changes none of them.
"""

import os
import sys
from pathlib import Path

from sovgraph.build import build_store
from sovgraph.diff import Asked, changes_since
from sovgraph.report import make_report, render_report, report_file, report_names
from sovgraph.resources import folder
from sovgraph.settings import Settings
from sovgraph.store import QuadStore, memory_store

HERE = Path(__file__).resolve().parent
PAPERS = (
    "kst-32317-QC.md", "kst-32317-PX.md", "kst-33328-AI.md", "kst-39500-5.md", "kst-36704-63.xml", "kst-36704-64.xml",
    "zaken-36704.json", "ah-tk-20242025-582.txt", "h-tk-20252026-999.txt",
)  # fmt: skip
LANGS = ("nl", "en")


def report_store() -> QuadStore:
    """The papers, read without checks."""
    store = memory_store()
    examples = folder("examples") / "dossier-32317"
    build_store(store, [str(examples / name) for name in PAPERS], Settings(validate=False))
    return store


def text_of(store: QuadStore, name: str, lang: str, form: str = "md") -> str:
    subject = report_file(name).subject
    if name == "changes":
        report = changes_since(store, Asked(since="2025-12-01", lang=lang)).report
    else:
        report = make_report(store, name, subject.example if subject else "", lang=lang)
    return render_report(report, form)


def main() -> int:
    if os.environ.get("CI"):
        sys.stderr.write("expected texts are read by a person, never written by CI\n")
        return 2
    store = report_store()
    for name in report_names():
        for lang in LANGS:
            path = HERE / "golden" / f"{name}.{lang}.md"
            path.write_text(text_of(store, name, lang), encoding="utf-8", newline="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
