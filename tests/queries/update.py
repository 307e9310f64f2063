"""Writes the expected rows of every stored query anew: run it after a change of rules or examples, read the diff.

    .venv/bin/python tests/queries/update.py

It asks the store of examples/, writes tests/queries/NAME.csv and the number of rows in the query's header.
"""

import os
import re
import sys
from pathlib import Path

from sovgraph.query import StoredQuery, catalog, render, run_query
from sovgraph.resources import folder
from sovgraph.store import QuadStore

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from tests.example_store import example_store  # noqa: E402


def given(query: StoredQuery) -> dict[str, str]:
    """The parameters that must be given; the others are left open."""
    return {p.name: p.example for p in query.params if p.required}


def rows_as_csv(store: QuadStore, query: StoredQuery) -> str:
    """All rows with their names, lines ending as git keeps them."""
    return render(run_query(store, query, given(query)), "csv").replace("\r\n", "\n")


def main() -> int:
    if os.environ.get("CI"):
        sys.stderr.write("expected rows are written by a person, never by CI\n")
        return 2
    store = example_store()
    for query in (*catalog().queries, *catalog().internal):
        count = len(run_query(store, query, given(query)))
        path = folder("queries") / ("internal" if query.internal else "") / f"{query.name}.rq"
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"(?m)^#\+ expected_rows: \d+$", f"#+ expected_rows: {count}", text), encoding="utf-8")
        if not query.internal:
            (HERE / f"{query.name}.csv").write_text(rows_as_csv(store, query), encoding="utf-8", newline="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
