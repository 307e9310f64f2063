"""Several processes write the same site as one."""

from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
from tests.site.folder import Made, files_of, options

from sovgraph.site.making import make_site
from sovgraph.store import QuadStore


def test_same_bytes_with_two_processes(small_site: Made, small_store: QuadStore, tmp_path: Path) -> None:
    store = ox.Store(str(tmp_path / "store"))
    store.bulk_load(small_store.dump(ledger=True), ox.RdfFormat.N_QUADS)
    store.flush()
    del store
    make_site(replace(options(tmp_path / "site"), store=tmp_path / "store", workers=2))
    one, two = files_of(small_site.folder), files_of(tmp_path / "site")
    assert sorted(one) == sorted(two)
    assert [file for file in one if one[file] != two[file]] == []
