"""posts.tsv: government posts since 1994 under the names that they had, kept by hand."""

from pathlib import Path

from registers.common import CURATED, CURATED_ON, Row, read_table


def build(lists: Path) -> list[Row]:
    rows = read_table(CURATED / "posts.tsv")
    return [row | {"source": "curated; polder-2026-05", "retrieved": CURATED_ON} for row in rows]
