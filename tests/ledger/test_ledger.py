"""The computed ledger of letters and questions is the one that was kept by hand."""

import csv
from pathlib import Path

from sovgraph.query import run
from sovgraph.store import QuadStore

HERE = Path(__file__).resolve().parent
IDS = "https://w3id.org/sovgraph/id/"
Rows = dict[str, dict[str, str]]


def by_hand(name: str, key: str) -> Rows:
    with (HERE / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return {row[key]: row for row in csv.DictReader(file, delimiter="\t")}


def joined(values: set[str | None]) -> str:
    """Last parts of IRIs, or days, as the files write several."""
    return ";".join(sorted((value or "").rpartition("/")[2] for value in values if value))


def test_letters(store: QuadStore) -> None:
    reminded: dict[str, set[str | None]] = {}
    for row in run(store, "reminders").values():
        if row["relation"] == "open":
            reminded.setdefault(row["letter"] or "", set()).add(row["sent"])
    found: Rows = {}
    for row in run(store, "ledger-letters").values():
        letter = row["letter"] or ""
        found[letter.removeprefix(f"{IDS}brief/")] = {
            "sent": row["sent"] or "",
            "due": row["due"] or "",
            "extended": row["extended"] or "",
            "reminded": joined(reminded.get(letter, set())),
            "answered": row["answered"] or "",
            "days_late": row["daysLate"] or "",
            "state": row["status"] or "",
        }
    wanted = {
        letter: {column: row[column] for column in row if column not in ("letter", "reason")}
        for letter, row in by_hand("letters", "letter").items()
    }
    assert found == wanted
    assert {row["state"] for row in found.values()} == {
        *("beantwoord", "deels", "open", "onbekend", "vervangen", "verwezen"),
    }


def test_questions(store: QuadStore) -> None:
    rows: dict[str, list[dict[str, str | None]]] = {}
    for row in run(store, "ledger-questions").values():
        rows.setdefault((row["question"] or "").removeprefix(IDS), []).append(row)
    found = {
        question: {
            "asked_by": joined({row["askedBy"] for row in some}),
            "joined_by": joined({row["joinedBy"] for row in some}),
            "state": ";".join(sorted({row["status"] or "" for row in some})),
            "answer": ";".join(sorted({(row["answer"] or "").removeprefix(IDS) for row in some})),
        }
        for question, some in rows.items()
    }
    wanted = {
        question: {
            **{column: row[column] for column in ("state", "answer")},
            **{column: ";".join(sorted(filter(None, row[column].split(";")))) for column in ("asked_by", "joined_by")},
        }
        for question, row in by_hand("questions", "question").items()
    }
    assert found == wanted
