"""A report on a day says what stood fast on that day: after the last day of a declaration all is unknown again."""

from datetime import date

import pytest

from sovgraph.build import build_store, declare_complete
from sovgraph.pipeline import load_environment
from sovgraph.report import make_report
from sovgraph.resources import folder
from sovgraph.settings import Settings
from sovgraph.store import QuadStore, memory_store

SETTINGS = Settings(validate=False)


def states(store: QuadStore, name: str, section: str, column: str, on: str, subject: str = "") -> dict[str, str]:
    """The last part of the IRI of each thing of a section → its code in a column."""
    (found,) = (s for s in make_report(store, name, subject, on=on).sections if s.name == section)
    place = [head.name for head in found.heads].index(column)
    rows = (row for group in found.groups for row in group.rows)
    return {row.thing.rpartition("/")[2]: row.cells[place][0].raw for row in rows}


@pytest.mark.parametrize(
    ("on", "moved", "held", "adopted"),
    [
        ("2026-06-03", None, "ingediend", "ingediend"),
        ("2026-06-08", "ingediend", "ingediend", "ingediend"),
        ("2026-06-09", "ingediend", "aangehouden", "aangenomen"),
        ("2027-07-01", "ingediend", "aangehouden", "aangenomen"),
        ("2027-07-02", "onbekend", "onbekend", "aangenomen"),
    ],
)
def test_the_state_of_a_motion_on_a_day(on: str, moved: str | None, held: str, adopted: str, store: QuadStore) -> None:
    """Dossier 39502 is declared complete from 1 June 2026 to 1 July 2027."""
    found = states(store, "dossier", "motions", "state", on, "39502")
    assert (found.get("39502-13"), found["39502-5"], found["39502-3"]) == (moved, held, adopted)


@pytest.mark.parametrize(("on", "report"), [("2027-07-01", "unreported"), ("2027-07-02", "onbekend")])
def test_a_motion_is_unreported_up_to_the_last_day(on: str, report: str, store: QuadStore) -> None:
    assert states(store, "motions-unreported", "unreported", "report", on)["39502-10"] == report


@pytest.fixture(scope="module")
def promises() -> QuadStore:
    """The papers of dossier 39503, declared complete over 2026."""
    store = memory_store()
    build_store(store, [str(p) for p in sorted(folder("examples").glob("*/kst-39503-*.md"))], SETTINGS)
    declare_complete(store, load_environment(SETTINGS), "39503", (date(2026, 1, 1), date(2026, 12, 31)))
    return store


@pytest.mark.parametrize(("on", "is_known"), [("2026-12-31", True), ("2027-01-01", False)])
@pytest.mark.parametrize(("name", "section"), [("commitments-due", "past"), ("dossier", "commitments")])
def test_a_commitment_is_outstanding_up_to_the_last_day(
    name: str, section: str, on: str, is_known: bool, promises: QuadStore
) -> None:
    found = states(promises, name, section, "now", on, "39503" if name == "dossier" else "")
    assert "onbekend" in found.values()
    assert ("openstaand" in found.values()) is is_known


def test_days_late_are_not_told_before_the_answer(store: QuadStore) -> None:
    """The letter of 9 December 2025 was answered on 22 April 2026."""
    late = {}
    for on in ("2026-03-01", "2026-05-01"):
        (letters,) = (s for s in make_report(store, "dossier", "32317", on=on).sections if s.name == "letters")
        place = [head.name for head in letters.heads].index("daysLate")
        (row,) = (r for group in letters.groups for r in group.rows if r.thing.endswith("/ek-179131"))
        late[on] = [value.raw for value in row.cells[place]]
    assert late == {"2026-03-01": [], "2026-05-01": ["106"]}
