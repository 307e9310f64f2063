"""Register files of any shape: an error in words or records, never a crash; the same bytes for the same file."""

import json
from functools import cache
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sovgraph.authority import Authority, load_authority
from sovgraph.errors import ReadError
from sovgraph.graph.records import graph_records
from sovgraph.ids import Ids
from sovgraph.read.source import make_source
from sovgraph.record import read_record_file
from sovgraph.record.tables import odata_columns

NAMES = sorted({name for columns in odata_columns().values() for name in columns} | {"Nieuw", "@odata.id"})
GUIDS = st.sampled_from(["73541c7b-42a1-40a8-beae-2f9ac2d73bad", "082d3ded-1a0e-4a73-bf73-cfbd27b243eb"])
FINITE = st.floats(allow_nan=False, allow_infinity=False)
WORDS = st.sampled_from(
    ["2025-06-26T00:00:00+02:00", "9999-99-99", "kst-36704-63", "Eerdmans, B.J.", "242502391", "36704"]
)
LEAVES = st.none() | st.booleans() | st.integers() | FINITE | st.text(max_size=20) | GUIDS | WORDS
ANY = st.recursive(LEAVES, lambda x: st.lists(x, max_size=3) | st.dictionaries(st.sampled_from(NAMES), x, max_size=8))
ENTITIES = st.fixed_dictionaries({"Id": GUIDS}).flatmap(
    lambda start: st.dictionaries(st.sampled_from(NAMES), ANY, max_size=10).map(lambda rest: {**rest, **start})
)
KINDS = st.sampled_from(["Zaak", "Besluit", "Stemming", "Document", "Toezegging", "Activiteit", "Persoon", "Fractie"])


@cache
def registers() -> Authority:
    return load_authority()


def made(data: bytes) -> bytes | None:
    """The graph, or None for a file that is refused in words."""
    source = make_source("x.json", data)
    try:
        file = read_record_file(source)
    except ReadError as error:
        assert str(error)
        return None
    assert file is not None
    return graph_records(file, source, registers(), Ids()).nquads


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(value=ANY)
def test_any_json_is_read_or_refused(value: Any) -> None:
    made(json.dumps(value).encode())


@settings(max_examples=120, suppress_health_check=[HealthCheck.too_slow])
@given(kind=KINDS, entities=st.lists(ENTITIES, min_size=1, max_size=4))
def test_entities_with_any_values_give_a_graph_of_their_own(kind: str, entities: Any) -> None:
    data = json.dumps({"@odata.context": f"$metadata#{kind}", "value": entities}).encode()
    nquads = made(data)
    assert nquads is not None
    assert nquads == made(data)
    graphs = {line.rsplit(b" ", 2)[1] for line in nquads.splitlines()}
    assert len(graphs) == 1
    assert b"_:" not in nquads.replace(b'"', b"\n")


@settings(max_examples=60)
@given(cut=st.integers(min_value=1, max_value=400), junk=st.binary(max_size=6))
def test_cut_and_spoilt_files(cut: int, junk: bytes) -> None:
    whole = json.dumps(
        [{"Id": "73541c7b-42a1-40a8-beae-2f9ac2d73bad", "Nummer": "2025Z1", "Termijn": "x", "Soort": "é"}]
    )
    made(whole.encode()[:cut] + junk + whole.encode()[cut:])
    made(whole.encode()[:cut])
