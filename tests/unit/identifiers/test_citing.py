"""Identifiers written as people cite the paper."""

import pytest

from sovgraph.identifiers import cited_as, parse_id


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("kst-39317-PS", "Kamerstukken I, 39 317, PS"),
        ("kst-39704-63", "Kamerstukken II, 39 704, nr. 63"),
        ("kst-39410-XVI-30", "Kamerstukken II, 39 410 XVI, nr. 30"),
        ("kst-39600-XVI-A", "Kamerstukken I, 39 600 XVI, A"),
        ("kst-CXXIV-G", "Kamerstukken I, CXXIV, G"),
        ("kst-20032004-28600-B", "Kamerstukken I 2003-2004, 28 600, B"),
        ("kst-39400-V", "Kamerstukken, 39 400, V"),
        ("kst-39410-A-33", "Kamerstukken, 39 410 A, nr. 33"),
        ("kst-39317-QC-h1", "Kamerstukken I, 39 317, QC (h1)"),
        ("h-tk-20312032-70-4", "Handelingen II 2031-2032, nr. 70, item 4"),
        ("h-tk-20072008-49", "Handelingen II 2007-2008, nr. 49"),
        ("h-ek-20072008-49-3623-3630", "Handelingen I 2007-2008, nr. 49, p. 3623-3630"),
        ("ah-tk-20312032-545", "Aanhangsel Handelingen II 2031-2032, nr. 545"),
        ("kv-tk-2031Z18436", "Kamervragen 2031Z18436"),
        ("blg-1234", ""),
        ("dossier-39317", ""),
    ],
)
def test_cited_as(text: str, words: str) -> None:
    item = parse_id(text)
    assert item is not None
    assert cited_as(item) == words
