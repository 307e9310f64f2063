"""The registers of what changes in time: parties, posts, cabinets, and the days on which sources differ."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from sovgraph.authority import Authority
from sovgraph.check import load_shapes, validate_nquads
from sovgraph.graph import registers_nquads
from sovgraph.ids import Ids

VISSEREN, GASTEREN = "754a6739", "193acb8c"


def party_on(names: Authority, person: str, day: date) -> list[str]:
    return [m.party for m in names.mandates_by_person[person] if m.party and m.covers(day)]


def test_changes_name_known_parties_and_kinds(names: Authority) -> None:
    for change in names.party_changes:
        assert change.kind in ("split", "rename", "merger", "alliance")
        assert set(change.original) | set(change.resulting) <= set(names.party_by_key), change
        assert change.original and change.resulting and not set(change.original) & set(change.resulting)


def test_every_split_of_the_parties_is_a_change(names: Authority) -> None:
    told = {(c.original, c.resulting) for c in names.party_changes if c.kind == "split"}
    assert {((p.split_from,), (p.key,)) for p in names.parties if p.split_from} <= told


def test_a_second_source_keeps_its_day(names: Authority) -> None:
    days = {(c.key, c.day) for c in names.party_changes}
    assert {
        ("split-fractie-visseren-hamakers", date(2025, 11, 10)),
        ("split-fractie-visseren-hamakers", date(2025, 11, 7)),
        ("split-fractie-van-gasteren", date(2026, 3, 31)),
        ("split-fractie-van-gasteren", date(2026, 4, 2)),
    } <= days
    for change in names.party_changes:
        sources = [c.source for c in names.party_changes if c.key == change.key]
        assert len(sources) == len(set(sources)), change.key


@pytest.mark.parametrize(
    ("person", "day", "party"),
    [
        (VISSEREN, date(2025, 11, 9), "pvdd"),
        (VISSEREN, date(2025, 11, 10), "fractie-visseren-hamakers"),
        (GASTEREN, date(2026, 3, 30), "bbb"),
        (GASTEREN, date(2026, 3, 31), "fractie-van-gasteren"),
    ],
)
def test_the_register_follows_its_own_day(names: Authority, person: str, day: date, party: str) -> None:
    assert party_on(names, person, day) == [party]


def test_a_renamed_party_goes_on_under_its_new_name(names: Authority) -> None:
    rename = next(c for c in names.party_changes if c.key == "groenlinks-pvda-pro")
    assert rename.day is not None
    before, after = (
        {m.person for m in names.mandates if m.party == party and m.covers(day)}
        for party, day in (("groenlinks-pvda", rename.day - timedelta(days=1)), ("pro", rename.day))
    )
    assert before == after and len(before) >= 30
    assert not [m for m in names.mandates if m.party == "groenlinks-pvda" and m.covers(rename.day)]


def test_other_dates_belong_to_one_row_and_differ_from_it(names: Authority) -> None:
    for other in names.other_dates:
        assert other.property in ("from", "until") and other.day and other.source
        if other.register == "mandates":
            (seat,) = (m for m in names.mandates_by_person[other.key] if m.party == other.part)
            assert other.day != (seat.since if other.property == "from" else seat.until)
        else:
            assert names.organisation_by_key[other.key].until != other.day


def test_cabinets_follow_each_other_without_a_gap(names: Authority) -> None:
    for one, two in pairwise(names.cabinets):
        assert one.until and two.since and two.since - one.until == timedelta(days=1), (one.key, two.key)
    assert names.cabinets[-1].until is None
    premiers = sorted(m.since for m in names.mandates if m.post == "minister-president" and m.since)
    assert set(premiers) <= {c.since for c in names.cabinets}


def test_every_post_has_a_ministry_and_every_row_exists(names: Authority) -> None:
    assert {p.post for p in names.post_ministries} == {p.key for p in names.posts}
    assert {p.organisation for p in names.post_ministries} <= set(names.organisation_by_key)
    assert not [p for p in names.post_ministries if p.since and p.until and p.until < p.since]


def test_the_post_of_asylum_outlives_its_ministry_in_one_source(names: Authority) -> None:
    rows = {
        (p.organisation, p.since, p.until) for p in names.post_ministries if p.post == "minister-van-asiel-en-migratie"
    }
    assert rows == {
        ("ministerie-van-asiel-en-migratie", date(2024, 7, 2), None),
        ("ministerie-van-asiel-en-migratie", date(2024, 7, 2), date(2026, 2, 23)),
        ("ministerie-van-justitie-en-veiligheid", date(2026, 2, 23), None),
    }


@pytest.mark.parametrize("name", ["party-changes", "post-ministries", "cabinets"])
def test_the_graph_of_the_register_keeps_to_the_shapes(names: Authority, name: str) -> None:
    ids = Ids()
    graph = registers_nquads(names, ids)[ids.graph(f"register/{name}")]
    assert graph and validate_nquads(graph, load_shapes()).findings == ()
