"""Registers that are kept wholly by hand: source and date are all that is added."""

from collections.abc import Callable
from pathlib import Path

from registers.common import CURATED, CURATED_ON, Row, read_table


def by_hand(name: str, source: str = "curated") -> Callable[[Path], list[Row]]:
    """A builder of the register `name` from the curated file of the same name, in its order."""

    def build(lists: Path) -> list[Row]:
        return [row | {"source": source, "retrieved": CURATED_ON} for row in read_table(CURATED / f"{name}.tsv")]

    return build
