"""Time limits that bind."""

from collections.abc import Callable

from sovgraph.model import Mention

Find = Callable[[str, str], list[Mention]]


def test_report(in_report: Callable[[str], list[Mention]]) -> None:
    found = [(m.text, m.part("due")) for m in in_report("deadline")]
    assert found == [
        ("binnen drie weken na dagtekening van deze brief", "2025-09-26"),
        ("uiterlijk 1 november 2025", "2025-11-01"),
        ("uiterlijk 1 maart 2026", "2026-03-01"),
        ("voor het einde van dit jaar", "2026-12-31"),
    ]


def test_a_term_that_binds_nobody_is_no_deadline(find: Find) -> None:
    assert find("deadline", "Kinderen leren het binnen drie maanden. Voor de zomer was het droog.") == []
