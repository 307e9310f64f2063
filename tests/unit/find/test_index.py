"""Names in running text: glued, broken, in capitals, with a footnote's figure."""

import time

import pytest

from sovgraph.find.index import NameIndex

NAMES = (
    "Raad voor Wolken",
    "Raad voor Wolken en Mist",
    "Wet BZX",
    "Wet trage zorg",
    "Wet klachten, klokken en zorg",
    "Mistwet 1988",
    "WPQ",
    "Wolkendienst",
    "G20",
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("de Raad voor Wolken adviseert", "Raad voor Wolken"),
        ("de Raad voor\nWolken en Mist2 adviseert", "Raad voor\nWolken en Mist"),
        ("ADVIES RAAD VOOR WOLKEN EN NADER RAPPORT1", "RAAD VOOR WOLKEN"),
        ("de Raad Voor wolken", "Raad Voor wolken"),
        ("in de WPQ1 en", "WPQ"),
        ("in de WPQ123 en", None),
        ("de Mistwet 19881 vervalt", "Mistwet 1988"),
        ("de Mistwet 1988 vervalt", "Mistwet 1988"),
        ("de Mistwet 1988234 vervalt", None),
        ("de wet BZX geldt", "wet BZX"),
        ("de wet trage zorg geldt", None),
        ("de Wet Trage Zorg geldt", "Wet Trage Zorg"),
        ("de Wet klachten,klokken en zorg", "Wet klachten,klokken en zorg"),
        ("de raad voor wolken", None),
        ("Dat is zo. Raad voor wolken en mist is nodig", None),
        ("Dat is zo. Raad voor Wolken adviseert", "Raad voor Wolken"),
        ("WOLKENDIENST", None),
        ("op de G20 van", "G20"),
        ("2024Wolkendienst", "Wolkendienst"),
    ],
)
def test_a_name_is_found_as_it_is_printed(text: str, expected: str | None) -> None:
    index = NameIndex((name, name) for name in NAMES)
    assert [text[start:end] for start, end, _ in index.find(text)] == ([expected] if expected else [])


def test_a_single_word_in_capitals_only_where_that_is_allowed() -> None:
    index = NameIndex((("Wolkendienst", 1), ("Mist", 2)), single_capitals=True)
    assert [payload for _, _, payload in index.find("DE WOLKENDIENST IN DE MIST")] == [1]


def test_many_names_with_one_first_word_stay_fast() -> None:
    index = NameIndex((f"Wet regel {n} van de dag", n) for n in range(3_000))
    began = time.process_time()
    assert sum(1 for _ in index.find("de Wet van de wet " * 10_000 + "Wet regel 17 van de dag")) == 1
    assert time.process_time() - began < 5
