"""A changed paper runs only the rules that it touches, and the graph is as if all had run."""

from pathlib import Path

from tests.examples import EXAMPLES
from tests.infer.changes import INFERRED, changing, from_nothing

CHANGES = 5


def test_random_changes_give_the_inferences_of_a_store_built_from_nothing(tmp_path: Path) -> None:
    store = changing(tmp_path, sorted(p for p in EXAMPLES.iterdir() if p.suffix != ".tsv"), seed=7)
    for _ in range(CHANGES):
        what = store.step()
        assert store.store.graph_quads(INFERRED) == from_nothing(store.store), what
    assert store.store.graph_quads(INFERRED).count(b"\n") > 500
