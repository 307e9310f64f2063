"""Fifty random changes of a store, each compared with the inferences from nothing: `make nightly`."""

from pathlib import Path

import pytest
from tests.examples import EXAMPLES
from tests.infer.changes import INFERRED, changing, from_nothing

STEPS = 10


@pytest.mark.nightly
@pytest.mark.parametrize("seed", range(1, 6))
def test_ten_changes(tmp_path: Path, seed: int) -> None:
    under_change = changing(tmp_path, sorted(EXAMPLES.iterdir()), seed)
    for _ in range(STEPS):
        what = under_change.step()
        assert under_change.store.graph_quads(INFERRED) == from_nothing(under_change.store), what
