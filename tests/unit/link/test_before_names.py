"""What leads to a name: a post, a senator, a member or a list of them."""

import time

import pytest

from sovgraph.link.context import _behind_member, _behind_post, _behind_senator


@pytest.mark.parametrize(
    "before",
    [
        "het lid ",
        "de leden Peer, ",
        "de leden Peer, Appel en ",
        "DE HEER ",
        "moties -",
        "motie Peer/",
        "leden\n" + "a" * 80 + ", ",
    ],
)
def test_a_member_is_led(before: str) -> None:
    assert _behind_member(before)


@pytest.mark.parametrize(
    "before", ["de stad ", "het lid.\nOok ", "de leden (PVV), ", "leden " + "a" * 81 + ", ", "het lid een ", ""]
)
def test_others_are_not(before: str) -> None:
    assert not _behind_member(before)


def test_a_post_leads_to_a_name() -> None:
    assert _behind_post("de Minister ", "Peer")
    assert _behind_post("De minister van Financiën,\n\n", "Peer")
    assert _behind_post("de minister van Financiën, ", "A.B. Peer")
    assert not _behind_post("de minister van Financiën, ", "Peer")
    assert not _behind_post("de minister", "Peer")
    assert not _behind_post("De minister kwam. De heer\n", "Peer")
    assert _behind_senator("de senatoren Peer en ")


def test_many_empty_lines_behind_a_post_take_no_time() -> None:
    begun = time.process_time()
    assert not _behind_post("minister" + "\n" * 140 + "x ", "Peer")
    assert time.process_time() - begun < 1
