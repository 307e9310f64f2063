"""Time limits and the last day that they leave."""

from datetime import date

import pytest

from sovgraph.find.dates import IN_WORDS
from sovgraph.find.terms import add_months, limits, nearest

ANCHOR = date(2025, 11, 30)


def found(text: str, anchor: date | None = ANCHOR) -> list[tuple[str, date | None]]:
    dates = {}
    for match in IN_WORDS.finditer(text):
        if match["year"] and match["month"] == "maart":
            dates[match.start()] = (match.end(), f"{match['year']}-03-{int(match['day']):02d}")
    return [(text[x.start : x.end], x.due) for x in limits(text, 0, len(text), dates, anchor)]


@pytest.mark.parametrize(
    ("text", "words", "due"),
    [
        (
            "graag binnen 4 weken na dagtekening van deze brief",
            "binnen 4 weken na dagtekening van deze brief",
            date(2025, 12, 28),
        ),
        ("binnen drie maanden", "binnen drie maanden", date(2026, 2, 28)),
        ("binnen een halfjaar", "binnen een halfjaar", date(2026, 5, 30)),
        ("binnen vijf werkdagen", "binnen vijf werkdagen", None),
        ("uiterlijk 5 maart 2026", "uiterlijk 5 maart 2026", date(2026, 3, 5)),
        ("vóór 1 maart 2026", "vóór 1 maart 2026", date(2026, 2, 28)),
        ("voor de zomer", "voor de zomer", None),
        ("voor het zomerreces van 2026", "voor het zomerreces van 2026", None),
        ("voor het einde van dit jaar", "voor het einde van dit jaar", date(2025, 12, 31)),
        ("eind volgend jaar", "eind volgend jaar", date(2026, 12, 31)),
        ("uiterlijk in het eerste kwartaal van 2026", "uiterlijk in het eerste kwartaal van 2026", date(2026, 3, 31)),
        ("in Q2 2026", "in Q2 2026", date(2026, 6, 30)),
        ("de eerste helft van 2026", "de eerste helft van 2026", date(2026, 6, 30)),
        ("eind januari", "eind januari", date(2026, 1, 31)),
        ("zo spoedig mogelijk", "zo spoedig mogelijk", None),
        ("begin volgend jaar", "begin volgend jaar", None),
    ],
)
def test_limit_and_last_day(text: str, words: str, due: date | None) -> None:
    assert (words, due) in found(text)


@pytest.mark.parametrize("text", ["binnen 15 minuten", "voor de minister", "eind 2019", "in 2026", "op 3 maart 2020"])
def test_no_limit(text: str) -> None:
    assert found(text) == []


def test_without_a_date_to_count_from_there_is_no_last_day() -> None:
    assert found("binnen 4 weken", None) == [("binnen 4 weken", None)]


def test_months_end_where_a_month_is_short() -> None:
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert add_months(date(2025, 12, 31), 2) == date(2026, 2, 28)


def test_the_nearest_limit_is_taken() -> None:
    text = "op korte termijn, en uiterlijk eind 2026 de rest"
    found_limits = list(limits(text, 0, len(text), {}, ANCHOR))
    first = nearest(found_limits, 0)
    assert first is not None
    assert text[first.start : first.end] == "op korte termijn"
    assert nearest([], 0) is None
