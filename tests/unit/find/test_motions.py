"""Motions are found by the word "motie", with the words before it that say what became of them."""

from collections.abc import Callable

import pytest

from sovgraph.authority import Authority
from sovgraph.find.motion import named_motions
from sovgraph.find.scan import engine
from sovgraph.model import Mention

Find = Callable[[str, str], list[Mention]]


@pytest.mark.parametrize(
    "before",
    [
        "gewijzigde ",
        "nader\ngewijzigde ",
        "aangenomen en  gewijzigde ",
        "aangehouden opnieuw gewijzigde ",
        "gewijzigde aangehouden ",
        "",
    ],
)
@pytest.mark.parametrize("named", ["motie-Peer", "motie van het lid Peer", "motie van Peer (12 345, nr. 6)"])
def test_the_words_before_a_motion_belong_to_it(find: Find, before: str, named: str) -> None:
    mention = find("motion", f"De {before}{named} is nieuw.")[0]
    assert (mention.start, mention.text.startswith(f"{before}motie")) == (3, True)


@pytest.mark.parametrize("before", ["ongewijzigde", "en", "nader", "aangenomen", "niet-aangehouden", "gewijzigde, "])
def test_other_words_do_not(find: Find, before: str) -> None:
    text = f"De {before} motie van het lid Peer is nieuw."
    assert find("motion", text)[0].start == text.index("motie")


def test_a_list_of_movers_has_an_end(names: Authority) -> None:
    text = "Motie-Peer, Appel en " * 200
    assert max(len(m.movers) for m in named_motions(text, names)) < 40


def test_both_engines_find_the_same_motions(names: Authority) -> None:
    text = "De nader gewijzigde motie van de leden Peer en Appel c.s., de motie-Peer en moties Peer/Appel (12 345)."
    fast = named_motions(text, names)
    with engine("plain"):
        assert named_motions(text, names) == fast
    assert len(fast) == 3
