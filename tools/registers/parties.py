"""parties.tsv: kept by hand; the source says from where the dates come."""

from pathlib import Path

from registers.common import CURATED, CURATED_ON, Row, read_table


def build(lists: Path) -> list[Row]:
    rows = read_table(CURATED / "parties.tsv")
    keys = {row["key"] for row in rows}
    for row in rows:
        wrong = [k for k in [row["split_from"], *row["alliance_of"].split("|")] if k and k not in keys]
        if wrong:
            raise ValueError(f"parties.tsv: {row['key']} names unknown parties {wrong}")
    return [row | {"source": "curated", "retrieved": CURATED_ON} for row in rows]
