"""Names as printed → the person meant on that day; a flat list of cases to which anyone can add one."""

from datetime import date

import pytest

from sovgraph.authority import Authority
from sovgraph.link.person import PersonContext, link_person, read_printed, settle_by_paper, without_party
from sovgraph.model import Candidate, Mention, MentionType, Status

MAY = date(2026, 5, 6)
EK, TK, CABINET = frozenset({"ek"}), frozenset({"tk"}), frozenset({"kabinet"})

CASES = [
    ("Bakker-Klein", PersonContext(MAY, EK, "CDA"), "Janny Bakker-Klein"),
    ("Beukering", PersonContext(MAY, EK, "Fractie-Beukering"), "Toine Beukering"),
    ("Griffioen", PersonContext(MAY, EK, "D66"), "Arie Griffioen"),
    ("Griffioen", PersonContext(date(2024, 5, 6), EK, "BBB"), "Arie Griffioen"),
    ("Van den Oetelaar", PersonContext(MAY, EK, "FVD"), "Joris van den Oetelaar"),
    ("Meijer", PersonContext(MAY, EK, "VVD"), "Henk Jan Meijer"),
    ("Marquart Scholtz", PersonContext(MAY, EK, "BBB"), "Henk Marquart Scholtz"),
    ("Van Toorenborg", PersonContext(MAY, EK, "CDA"), "Madeleine van Toorenburg"),
    ("A.W.J.A. van Hattem", PersonContext(date(2025, 12, 9), EK), "Alexander van Hattem"),
    ("mr. B.O. Dittrich", PersonContext(date(2025, 12, 9), EK), "Boris Dittrich"),
    ("Bart van den Brink", PersonContext(date(2026, 4, 22), CABINET), "Bart van den Brink"),
    ("Eerdmans", PersonContext(date(2025, 12, 9), TK), "Joost Eerdmans"),
    ("Podt", PersonContext(date(2024, 10, 24), TK, "D66"), "Anne-Marijke Podt"),
    ("Faber – van de Klashorst", PersonContext(date(2024, 11, 14), CABINET), "Marjolein Faber"),
    ("DIEDERIK VAN DIJK", PersonContext(date(2025, 2, 12), TK), "Diederik van Dijk"),
    ("VanMeenen", PersonContext(date(2024, 11, 14), EK, "D66"), "Paul van Meenen"),
    ("RAJKOWSKI", PersonContext(date(2024, 10, 9), TK), "Queeny Rajkowski"),
    ("X.Y. van Hattem", PersonContext(MAY, EK), None),
    ("Eerdmans", PersonContext(MAY, EK), None),
    ("Dragstra", PersonContext(MAY), None),
    ("Van Dijk", PersonContext(date(2025, 2, 12), TK), None),
    ("De Boer", PersonContext(date(2014, 5, 6), frozenset(), "GroenLinks"), "Margreet de Boer"),
    ("Schouwenaar", PersonContext(date(2014, 5, 6), frozenset(), "PVV"), None),
    ("prof. dr. R.A. Koole", PersonContext(date(2014, 5, 6)), "Ruud Koole"),
    ("Van Bijsterveld", PersonContext(date(2014, 5, 6), EK, "CDA"), "Sophie van Bijsterveld"),
    ("Klaver", PersonContext(date(2024, 5, 6), TK, "GroenLinks-PvdA"), "Jesse Klaver"),
    ("A.P. Visser", PersonContext(date(2016, 10, 10)), None),
    ("A.G. Koenders", PersonContext(date(2016, 10, 10), CABINET), "Bert Koenders"),
    ("EI Abassi", PersonContext(date(2024, 5, 6), TK), "Ismail el Abassi"),
]


@pytest.mark.parametrize(("printed", "context", "expected"), CASES)
def test_printed_name_means(printed: str, context: PersonContext, expected: str | None, names: Authority) -> None:
    link = link_person(read_printed(printed, names), context, names)
    assert (link.person.full_name if link.person else None) == expected
    assert link.reason


def test_given_name_in_brackets_is_read(names: Authority) -> None:
    name = read_printed("W.J. (Wouter) Bos", names)
    assert (name.initials, name.given, name.surname) == ("W.J.", "Wouter", "Bos")


def _named(start: int, status: Status, iri: str | None, *candidates: str) -> Mention:
    return Mention(
        MentionType.PERSON,
        start,
        start + 6,
        "Jansen",
        iri=iri,
        status=status,
        rule="test/1",
        parts=(("family", "Jansen"),),
        candidates=tuple(Candidate(c, c, "same name") for c in candidates),
    )


def test_a_name_that_fits_two_means_the_one_named_clearly_in_the_paper() -> None:
    clear, vague = _named(0, Status.EXACT, "a"), _named(20, Status.AMBIGUOUS, None, "a", "b")
    settled = settle_by_paper((clear, vague))[1]
    assert (settled.iri, settled.status) == ("a", Status.INFERRED)


def test_two_named_clearly_settle_nothing() -> None:
    clear, other = _named(0, Status.EXACT, "a"), _named(10, Status.EXACT, "b")
    vague = _named(20, Status.AMBIGUOUS, None, "a", "b")
    assert settle_by_paper((clear, other, vague))[2] == vague


def test_two_that_fit_stay_ambiguous(names: Authority) -> None:
    link = link_person(read_printed("Van Dijk", names), PersonContext(date(2025, 2, 12), TK), names)
    assert len(link.candidates) > 1
    assert all(candidate.reason for candidate in link.candidates)


def test_another_spelling_is_said(names: Authority) -> None:
    link = link_person(read_printed("Van Toorenborg", names), PersonContext(MAY, EK, "CDA"), names)
    assert link.spelling == "van Toorenburg"


def test_titles_and_initials_are_no_part_of_the_surname(names: Authority) -> None:
    name = read_printed("prof. dr. mr. B.O. Dittrich", names)
    assert (name.titles, name.initials, name.surname) == ("prof. dr. mr.", "B.O.", "Dittrich")


def test_a_listed_member_of_another_party_is_the_only_bearer_of_the_name(names: Authority) -> None:
    context = PersonContext(date(2025, 12, 9), EK, "VVD")
    found = without_party(read_printed("Dittrich", names), context, names)
    assert found is not None
    link, party = found
    assert (link.person.full_name if link.person else None, party.name) == ("Boris Dittrich", "D66")


def test_nobody_of_that_name_in_that_chamber_is_nobody_at_all(names: Authority) -> None:
    assert without_party(read_printed("Eerdmans", names), PersonContext(MAY, EK, "VVD"), names) is None
