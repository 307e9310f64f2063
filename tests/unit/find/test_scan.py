"""A scan gives what its pattern gives over the whole text, and so does a name list, whichever engine reads."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sovgraph.find.index import NameIndex
from sovgraph.find.literals import NAMES, Passes
from sovgraph.find.scan import Anchors, Scan, engine

PIECES = st.sampled_from(
    ["motie", "Motie ", "MOTIE", " nr. ", "12", "3", "wet", "Tulpenwet ", "de ", "\n", "-", ", ", "İ", "é", "x", " "]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join)
SCANS = {
    "begins with it": Scan(r"(?i:motie)s?(?:\s+nr\.\s*\d+)?", ["motie"]),
    "stands behind": Scan(r"\d{1,2}\s?(?:,\s)?nr\.", ["nr."], back=6),
    "in a word": Scan(r"(?<!\w)[A-Z][a-z]+wet(?!\w)", ["wet"], back=None),
    "may be empty of more": Scan(r"[a-z]?wet", ["wet"], back=1),
}


def spans(matches: object) -> list[tuple[int, int]]:
    return [m.span() for m in matches]  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", SCANS)
@given(TEXTS)
def test_a_scan_is_its_pattern(name: str, text: str) -> None:
    scan = SCANS[name]
    expected = spans(scan.pattern.finditer(text))
    assert spans(scan.finditer(text)) == expected
    with engine("plain"):
        assert spans(scan.finditer(text)) == expected


@pytest.mark.parametrize("name", SCANS)
@given(TEXTS, st.integers(0, 60))
def test_a_scan_from_an_offset_is_its_pattern_from_there(name: str, text: str, start: int) -> None:
    scan = SCANS[name]
    assert spans(scan.finditer(text, start)) == spans(scan.pattern.finditer(text, min(start, len(text))))


@given(TEXTS)
def test_anchors_stand_where_the_text_has_them(text: str) -> None:
    anchors = Anchors(["motie", "wet"])
    lowered = text.replace("\u0130", "I").lower()
    assert anchors.places(text) == [m.start() for m in re.finditer("(?=motie|wet)", lowered)]


def test_anchors_with_a_capital_match_as_printed() -> None:
    assert Anchors(["TB", "tulp"]).places("TB tb TULP Tulp") == [0, 6, 11]


def test_a_glued_run_of_anchors_is_walked_back_once() -> None:
    scan = Scan(r"(?<!\w)[A-Z][a-z]+wet(?!\w)", ["wet"], back=None, words=1)
    assert spans(scan.finditer("wet" * 200_000 + " Tulpenwet")) == [(600_001, 600_010)]


def test_an_anchor_is_not_empty() -> None:
    with pytest.raises(ValueError, match="not nothing"):
        Scan("x?", [""])


def test_only_known_engines() -> None:
    with pytest.raises(ValueError, match="no engine"), engine("hyper"):
        pass


BODIES = "Raad van State|Tulp|TB|Bond voor Tulpen/Bollen|Noord-Holland|bureau TB|De Tulp B.V.|Tulp en Bol".split("|")
NAME_PIECES = st.sampled_from(
    (
        "Raad|raad|RAAD| van|\nVan|State| State|  | |Tulp|tulp|TULP|TB|TB3|Bond voor|Tulpen| / |/|Bollen|Noord|-|- |"
        "Holland|bureau|Bureau |De |B.V.| en |Bol|'s|2024|. |\n\n|a"
    ).split("|")
)


@given(st.lists(NAME_PIECES, max_size=30).map("".join))
@pytest.mark.parametrize("shared", [NAMES, None], ids=["shared", "alone"])
def test_a_name_list_finds_the_same_with_both_engines(shared: Passes | None, text: str) -> None:
    index = NameIndex(((name, name) for name in BODIES), shared=shared, single_capitals=True)
    fast = list(index.find(text))
    with engine("plain"):
        assert fast == list(index.find(text))
