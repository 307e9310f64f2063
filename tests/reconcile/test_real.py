"""Real office holders in a damaged Wikidata-shaped graph: a check that no rule was written on."""

from pathlib import Path

import pytest
from tests.reconcile.imitation import WD, wikidata
from tests.reconcile.office_holders import damaged_items, persons_without_numbers
from tests.reconcile.server import oxigraph

from sovgraph.authority import Authority
from sovgraph.reconcile import Endpoint, Verdict, load_target, reconcile
from sovgraph.settings import Settings


@pytest.mark.real
def test_real_office_holders_are_found_under_damage(shared: Path, names: Authority) -> None:
    items = damaged_items(shared / "lists" / "office_holders.tsv")
    ours = persons_without_numbers(names)
    there = {WD + item["item"] for item in items}
    with oxigraph(wikidata(items)) as url:
        endpoint = Endpoint(Settings(sparql_url=url, rate=1000))
        report = reconcile([entity for entity, _ in ours], endpoint, load_target())
    truth = {entity.iri: item for entity, item in ours if item}
    made = {d.entity.iri: d.target for d in report.decisions if d.verdict is Verdict.MATCH and d.entity.iri in truth}
    right = sum(target == truth[iri] for iri, target in made.items())
    assert len(truth) >= 600 and len(there) >= 600
    assert right / len(made) >= 0.995
    assert right / sum(item in there for item in truth.values()) >= 0.9
