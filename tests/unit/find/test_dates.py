"""Dates are found the same near the months as everywhere in a text."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sovgraph.authority import Authority
from sovgraph.find import FINDERS, FindContext
from sovgraph.find.scan import engine
from sovgraph.find.view import make_view
from sovgraph.model import Mention
from sovgraph.read import make_source
from sovgraph.structure import structure_document

PIECES = st.sampled_from(
    (
        "1|2|13|31|3e|4de |5ste |2023|20231|2024 |januari |november|nov.|nov |Maart |MAART|mei |,|, |-| - |/|.|:|tot |"
        " tot en met |t/m |totenmet|en| en |van |eerste |drieëntwintigste |jl.| jl | a.s.|d.d. |27/11|3-4-2024|"
        "2024-01-02|de |-motie|x|januariaan|0| |\n|\u00a0|("
    ).split("|")
)


PAPER = structure_document(make_source("test.txt", b"Den Haag, 12 januari 2026"))


@pytest.fixture(scope="module")
def dates(names: Authority) -> Callable[[str], list[Mention]]:
    """What the finder of dates gives for a text."""

    def run(text: str) -> list[Mention]:
        document = replace(PAPER, text=text)
        return list(FINDERS.get("date").find(FindContext(document, make_view(text), names)))

    run("")  # what is made at the first text takes its time
    return run


@given(st.lists(PIECES, max_size=16).map("".join))
def test_both_engines_find_the_same_dates(dates: Callable[[str], list[Mention]], text: str) -> None:
    fast = dates(text)
    with engine("plain"):
        assert dates(text) == fast


def test_a_day_that_can_t_be_told_says_why(dates: Callable[[str], list[Mention]]) -> None:
    (found,) = dates("De peren vielen op 31 februari 2024.")
    assert (found.id, found.reason) == (None, "without a year, or no day of the calendar")
