"""Dutch names taken apart and compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sovgraph.reconcile.names import GivenLevel, Level, compare_names, compare_surnames, readings, surname_of


@pytest.mark.parametrize(
    ("printed", "surname", "given_names", "initials"),
    [
        ("Alexander van Hattem", "vanhattem", ["alexander"], ""),
        ("Hattem, A.W.J.A. van", "vanhattem", [], "awja"),
        ("Oever van den, F.", "vandenoever", [], "f"),
        ("dr. mr. J. Bakker-Klein", "bakkerklein", [], "j"),
        ("R. van Aelst-den Uijl MA", "vanaelstdenuyl", [], "r"),
        ("Hidde Kalsbeek MSc", "kalsbeek", ["hidde"], ""),
        ("M.H.M. Faber - van de Klashorst", "fabervandeklashorst", [], "mhm"),
        ("Berend Jan Udink", "udink", ["berend", "jan"], ""),
        ("Th.C. de Graaf", "degraaf", [], "tc"),
        ("L.J. (Lodewijk) Asscher", "asscher", ["lodewyk"], "lj"),
        ("Van der Berg", "vanderberg", [], ""),
        ("Zohair El Yassini", "elyassini", ["zohair"], ""),
        ("Johan 't Hart", "thart", ["johan"], ""),
        ("Selçuk Öztürk", "ozturk", ["selcuk"], ""),
        ("Jan Smit (politicus)", "smit", ["jan"], ""),
    ],
)
def test_names_are_taken_apart(printed: str, surname: str, given_names: list[str], initials: str) -> None:
    first = readings(printed)[0]
    assert (first.surname.whole, list(first.given), "".join(first.initials)) == (surname, given_names, initials)


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("van Hattem", "Van Hattem", Level.SAME),
        ("de Vries-Bakker", "Bakker-de Vries", Level.VARIANT),
        ("van Agt", "Agt", Level.VARIANT),
        ("v.d. Kolk", "van der Kolk", Level.VARIANT),
        ("Hazelhoff Roelofs", "Hazelhoff-Roelofs", Level.SAME),
        ("Uijl", "Uyl", Level.SAME),
        ("Bakker", "Bakker-Klein", Level.PART),
        ("Toorenborg", "Toorenburg", Level.NEAR),
        ("van den Berg", "van der Berg", Level.NEAR),
        ("Bos", "Vos", Level.OTHER),
        ("de Bruijn", "Bruijns", Level.OTHER),
        ("Jansen", "Pietersen", Level.OTHER),
    ],
)
def test_surnames_are_compared(one: str, other: str, level: Level) -> None:
    assert compare_surnames(surname_of(one), surname_of(other)) is level
    assert compare_surnames(surname_of(other), surname_of(one)) is level


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("Jan de Wit", "Jan de Wit", GivenLevel.SAME),
        ("Jan de Wit", "Jan Peter de Wit", GivenLevel.PARTLY),
        ("Jan Kees de Wit", "Jan Willem de Wit", GivenLevel.CONFLICT),
        ("Josephine de Wit", "Josefien de Wit", GivenLevel.NEAR),
        ("Alexander de Wit", "Alex de Wit", GivenLevel.LETTER),
        ("A.B. de Wit", "A.B. de Wit", GivenLevel.INITIALS),
        ("A. de Wit", "Anna de Wit", GivenLevel.LETTER),
        ("J.K. de Wit", "Jan Willem de Wit", GivenLevel.UNLIKE),
        ("A.M. de Wit", "Truus de Wit", GivenLevel.UNLIKE),
        ("A. de Wit", "B. de Wit", GivenLevel.CONFLICT),
        ("De Wit", "Jan de Wit", GivenLevel.UNKNOWN),
    ],
)
def test_given_names_are_compared(one: str, other: str, level: GivenLevel) -> None:
    left, right = readings(one)[0], readings(other)[0]
    assert compare_names(left, right) == (Level.SAME, level)
    assert compare_names(right, left) == (Level.SAME, level)


def test_a_guessed_half_of_a_surname_is_no_half() -> None:
    """ "Kees" is a given name here, though it could be half of a double surname."""
    for one in readings("Jan Kees Rotmans"):
        for other in readings("Jan Willem Rotmans"):
            level, given_level = compare_names(one, other)
            assert level is Level.OTHER or given_level is GivenLevel.CONFLICT


@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    for name in readings(text):
        assert name.surname.parts
        assert compare_names(name, name)[0] is Level.SAME
