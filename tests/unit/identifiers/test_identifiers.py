"""Official identifiers: read, printed back, normalised, compared."""

import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sovgraph.identifiers import (
    IdKind,
    celex_of,
    celex_of_eli,
    eli_of,
    kst_id,
    normalise_id,
    parse_id,
    readings,
    same_work,
    settle,
)
from sovgraph.identifiers.papers import pages_of

OFFICIAL = Path(__file__).resolve().parents[4] / "shared" / "corpus" / "lists" / "official-ids.txt.gz"
MISPRINTS = 18  # identifiers in that list with a misprint of the publisher's ("kst-33002--1", "kv-tk-2018Z118752")

CASES = [
    ("kst-36704-63", IdKind.KST, {"dossier": "36704", "number": "63"}),
    ("kst-32317-QC", IdKind.KST, {"dossier": "32317", "number": "QC"}),
    ("kst-36600-XVI-12", IdKind.KST, {"dossier": "36600", "suffix": "XVI", "number": "12"}),
    ("kst-21501-02-2790", IdKind.KST, {"dossier": "21501", "suffix": "02", "number": "2790"}),
    ("kst-36410-A-33", IdKind.KST, {"dossier": "36410", "suffix": "A", "number": "33"}),
    ("kst-CXXIV-E", IdKind.KST, {"dossier": "CXXIV", "number": "E"}),
    ("kst-19961997-24692-228b", IdKind.KST, {"years": "19961997", "dossier": "24692", "number": "228b"}),
    ("kst-33968-R2033-3", IdKind.KST, {"dossier": "33968", "kingdom": "R2033", "number": "3"}),
    ("kst-1259252", IdKind.KST, {"raw": "1259252"}),
    ("dossier-36600-XVI", IdKind.DOSSIER, {"dossier": "36600", "suffix": "XVI"}),
    ("ah-tk-20242025-545", IdKind.AANHANGSEL, {"chamber": "tk", "years": "20242025", "number": "545"}),
    ("h-tk-20172018-70-12", IdKind.HANDELINGEN, {"chamber": "tk", "first": "70", "second": "12"}),
    ("kv-tk-2024Z18775", IdKind.QUESTIONS, {"chamber": "tk", "case": "2024Z18775"}),
    ("blg-1253259", IdKind.ANNEX, {"number": "1253259"}),
    ("ag-ek-1995-02-01", IdKind.AGENDA, {"chamber": "ek", "a": "1995"}),
    ("stb-2024-213", IdKind.STAATSBLAD, {"year": "2024", "number": "213"}),
    ("oj-2021-L-382-1", IdKind.JOURNAL, {"series": "L", "number": "382", "page": "1"}),
    ("oj-2021-L-433I-1", IdKind.JOURNAL, {"number": "433I", "page": "1"}),
    ("2025Z18828", IdKind.CASE, {"year": "2025", "series": "Z", "number": "18828"}),
    ("ECLI:NL:RVS:2024:3958", IdKind.ECLI, {"court": "RVS"}),
    ("32021L1883", IdKind.CELEX, {"sector": "3", "year": "2021", "type": "L", "number": "1883"}),
    ("http://data.europa.eu/eli/dir/2021/1883/oj", IdKind.ELI, {"type": "dir", "year": "2021"}),
    ("COM(2014)210", IdKind.COMMISSION, {"series": "COM"}),
    ("ST-12345-2-2023", IdKind.COUNCIL, {"number": "12345", "revision": "2", "year": "2023"}),
    ("BWBR0011823", IdKind.BWB, {"number": "BWBR0011823"}),
    ("jci1.3:c:BWBR0011823&artikel=15&lid=4", IdKind.JCI, {"bwb": "BWBR0011823", "artikel": "15", "lid": "4"}),
    ("T01234", IdKind.COMMITMENT, {"number": "01234"}),
    ("TZ202503-123", IdKind.COMMITMENT, {"number": "202503-123"}),
    ("178088U", IdKind.KENMERK, {"number": "178088U"}),
]


@pytest.mark.parametrize(("text", "kind", "fields"), CASES, ids=[case[0] for case in CASES])
def test_reads_and_prints(text: str, kind: IdKind, fields: dict[str, str]) -> None:
    found = parse_id(text)
    assert found is not None
    assert found.kind is kind
    assert {name: found.field(name) for name in fields} == fields
    assert str(found) == text


@pytest.mark.parametrize("text", ["", "kst-", "kst-33002--1", "kst-IIX-A", "Kamerstuk 36 704", "h-tk-2017-1", "x y"])
def test_refuses(text: str) -> None:
    assert parse_id(text) is None


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("kst-cxxiv-g", "kst-CXXIV-G"),
        ("KST-32317-qc", "kst-32317-QC"),
        ("kst-36704-63-H1", "kst-36704-63-h1"),
        (" kst-19961997-24692-228b ", "kst-19961997-24692-228b"),
        ("AH-TK-20242025-545", "ah-tk-20242025-545"),
        ("geen nummer", None),
    ],
)
def test_normalises(text: str, normal: str | None) -> None:
    assert normalise_id(text) == normal


def test_a_reprint_is_the_same_work_and_an_annex_is_not() -> None:
    assert same_work("kst-36704-63-h1", "kst-36704-63")
    assert not same_work("kst-36704-63-b1", "kst-36704-63")
    assert not same_work("kst-36704-63", "kst-36704-64")


@pytest.mark.parametrize(
    ("text", "chamber", "kinds"),
    [
        ("kst-36410-A-33", None, ["fund", "letter"]),
        ("kst-36410-A-33", "II", ["fund"]),
        ("kst-33400-V", None, ["letter", "chapter"]),
        ("kst-33400-V", "I", ["letter"]),
        ("kst-33400-V", "II", ["chapter"]),
        ("kst-36600-C-7", "II", ["fund"]),
        ("kst-32317-QC", None, ["letter"]),
        ("kst-21501-02-2790", "II", ["council"]),
    ],
)
def test_readings_are_carried_until_the_chamber_settles_them(text: str, chamber: str | None, kinds: list[str]) -> None:
    found = parse_id(text)
    assert found is not None
    assert [kind for kind, _ in settle(found, chamber=chamber)] == kinds
    assert set(settle(found, chamber=chamber)) <= set(readings(found))


def test_pages_of_proceedings() -> None:
    by_page, by_item, both = (
        parse_id(text) for text in ("h-tk-19961997-711-715", "h-tk-20172018-70-12", "h-tk-19941995-100-6089-6103")
    )
    assert by_page is not None and by_item is not None and both is not None
    assert pages_of(by_page) == (711, 715)
    assert pages_of(by_item) is None
    assert pages_of(both) == (6089, 6103)


_SUFFIX = st.sampled_from([None, "XVI", "IXB", "A", "02"])
_NUMBER = st.one_of(st.integers(1, 9999).map(str), st.sampled_from(["A", "QC", "ZZ", "250a", "42e"]))


@given(
    dossier=st.integers(10000, 39999).map(str),
    suffix=_SUFFIX,
    number=_NUMBER,
    mark=st.sampled_from(["", "-h1", "-b12"]),
)
def test_every_made_paper_id_round_trips(dossier: str, suffix: str | None, number: str, mark: str) -> None:
    text = kst_id(dossier, suffix, number, chamber=None, year=None) + mark
    found = parse_id(text)
    assert found is not None and str(found) == text
    assert found.field("dossier") == dossier
    assert found.field("number") == number


@given(st.text(max_size=60))
def test_any_text_is_refused_or_round_trips(text: str) -> None:
    found = parse_id(text)
    assert found is None or str(found) == text or found.kind is IdKind.JCI


@given(
    word=st.sampled_from(["richtlijn", "besluit", "uitvoeringsbesluit", "kaderbesluit"]),
    year=st.integers(1952, 2030),
    number=st.integers(1, 9999),
)
def test_celex_and_eli_stand_for_each_other(word: str, year: int, number: int) -> None:
    celex = celex_of(word, str(year), str(number), None, False)
    assert celex is not None
    assert celex_of_eli(eli_of(word, celex)) == celex


@pytest.mark.real
@pytest.mark.skipif(not OFFICIAL.exists(), reason="the folder with real papers is not beside the checkout")
def test_all_official_identifiers_but_misprints_round_trip() -> None:
    texts = gzip.decompress(OFFICIAL.read_bytes()).decode().split()
    failed = [t for t in texts if (found := parse_id(t)) is None or str(found) != t or found.kind is IdKind.KENMERK]
    assert len(texts) > 300_000
    assert len(failed) <= MISPRINTS
