"""The register files as shipped: whole, consistent, and right for the QC paper."""

import re
from collections import Counter, defaultdict
from datetime import date
from itertools import pairwise
from typing import cast

import pytest

from sovgraph.authority import FILES, Authority, load_authority
from sovgraph.authority.names import fold
from sovgraph.authority.rows import Mandate, Person
from sovgraph.resources import folder, read_tsv

COLUMNS = {
    "persons": "id family_name particle initials given full_name wikidata tk_person_id source retrieved",
    "person_names": "person variant kind note source retrieved",
    "mandates": "person body party post from until source retrieved",
    "parties": "key name full_name variants from until split_from alliance_of wikidata source retrieved",
    "posts": "key label variants organisation from until source retrieved",
    "organisations": "key name abbreviation variants kind iri wikidata from until source retrieved",
    "committees": "key chamber name variants from until source retrieved",
    "countries": "alpha3 alpha2 name english variants adjectives inhabitants guarded iri wikidata source retrieved",
    "post_ministries": "post organisation from until source retrieved",
    "party_changes": "key kind original resulting date source retrieved",
    "other_dates": "register key part property date source retrieved",
    "cabinets": "key name from until source retrieved",
    "regions": "key m49 name variants source retrieved",
    "acts": "bwb name abbreviations variants from source retrieved",
    "eu_acts": "celex eli kind label variants repeals decided_by decided_on target_country legal_basis articles"
    " source retrieved",
}
LEAST = {"organisations": 350, "acts": 600, "eu_acts": 120, "countries": 250, "persons": 800, "committees": 60}
QC_DAY = date(2026, 5, 6)
QC_MEMBERS = """Bakker-Klein:CDA Beukering:Fractie-Beukering Van_Bijsterveld:JA21 Dittrich:D66
Van_Gasteren:Fractie-Van_Gasteren Van_der_Goot:OPNL Griffioen:D66 Van_Hattem:PVV Huizinga-Heringa:ChristenUnie
Janssen:SP Kaljouw:VVD Karimi:GroenLinks-PvdA Koffeman:PvdD Lievense:BBB Marquart_Scholtz:BBB Meijer:VVD
Van_den_Oetelaar:FVD Perin-Gopie:Volt Ramsodit:GroenLinks-PvdA Recourt:GroenLinks-PvdA Van_Rooijen:50PLUS
Van_de_Sanden:Fractie-Van_de_Sanden Schalk:SGP Thijssen:GroenLinks-PvdA Van_Toorenborg:CDA Veldhoen:GroenLinks-PvdA
Visseren-Hamakers:Fractie-Visseren-Hamakers Walenkamp:Fractie-Walenkamp Bezaan:PVV Croll:D66 Doornhof:CDA Hartog:Volt
Kluit:GroenLinks-PvdA Van_der_Linden:VVD Martens:GroenLinks-PvdA Nicolai:PvdD Talsma:ChristenUnie Vogels:VVD"""


@pytest.fixture(scope="module")
def names() -> Authority:
    return load_authority()


def rows(name: str) -> list[dict[str, str]]:
    return read_tsv(folder("ontology") / "authority" / f"{name}.tsv")


def holders(names: Authority, surname: str, body: str, day: date) -> list[tuple[Person, Mandate]]:
    """Who of that surname sits in that body on that day."""
    found: dict[str, tuple[Person, Mandate]] = {}
    for person, _ in names.persons_by_surname.get(fold(surname), ()):
        for mandate in names.mandates_by_person[person.id]:
            if mandate.body == body and mandate.covers(day):
                found[person.id] = (person, mandate)
    return list(found.values())


@pytest.mark.parametrize("name", sorted(FILES))
def test_columns_and_sources(name: str) -> None:
    content = rows(name)
    assert content and list(content[0]) == COLUMNS[name].split()
    assert len(content) >= LEAST.get(name, 1)
    for row in content:
        assert row["source"], row
        assert date.fromisoformat(row["retrieved"])
        assert all(cell == cell.strip() and "\xa0" not in cell for cell in row.values()), row


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("persons", "id"),
        ("parties", "key"),
        ("posts", "key"),
        ("organisations", "key"),
        ("committees", "key"),
        ("countries", "alpha3"),
        ("regions", "key"),
        ("acts", "bwb"),
        ("eu_acts", "celex"),
    ],
)
def test_keys_are_unique(name: str, key: str) -> None:
    counted = Counter(row[key] for row in rows(name) if row[key])
    assert [k for k, n in counted.items() if n > 1] == []


def test_no_name_is_empty_and_no_variant_repeats_it() -> None:
    for name, column in (("parties", "name"), ("organisations", "name"), ("acts", "name"), ("posts", "label")):
        for row in rows(name):
            assert row[column], row
            assert row[column] not in row["variants"].split("|"), row


def test_references_resolve(names: Authority) -> None:
    parties, posts = names.party_by_key, names.post_by_key
    for mandate in names.mandates:
        assert mandate.person in names.person_by_id
        assert mandate.body in ("ek", "tk", "kabinet")
        assert mandate.party in ("", *parties) and mandate.post in ("", *posts)
        assert bool(mandate.post) == (mandate.body == "kabinet")
    assert all(other.person in names.person_by_id for other in names.person_names)
    assert all(p.split_from in ("", *parties) and set(p.alliance_of) <= set(parties) for p in names.parties)
    assert {post.organisation for post in names.posts} <= set(names.organisation_by_key)
    for act in names.eu_acts:
        assert set(act.repeals) <= set(names.eu_act_by_celex)
        assert act.target_country in ("", *names.country_by_alpha3)


def test_periods_are_ordered(names: Authority) -> None:
    tables = (names.mandates, names.parties, names.posts, names.organisations, names.committees)
    periods = [(row.since, row.until, row) for table in tables for row in cast("tuple[Mandate, ...]", table)]
    assert [row for since, until, row in periods if since and until and until < since] == []
    for person, mandates in names.mandates_by_person.items():
        for body in ("ek", "tk"):
            seats = sorted((m.since or date.min, m.until or date.max) for m in mandates if m.body == body)
            assert all(a[1] < b[0] for a, b in pairwise(seats)), (person, seats)


def test_identifiers_have_their_form(names: Authority) -> None:
    tooi = r"https://identifier\.overheid\.nl/tooi/id/[a-z]+/[a-z0-9_]+"
    corporate = r"http://publications\.europa\.eu/resource/authority/corporate-body/[A-Z]+"
    assert all(re.fullmatch(rf"(?:{tooi}|{corporate})?", o.iri) for o in names.organisations)
    country = r"http://publications\.europa\.eu/resource/authority/country/[A-Z0-9]{3}"
    former = {"ANT", "CSK", "SCG", "SUN", "YUG"}
    assert all(re.fullmatch(country, c.iri) for c in names.countries if c.alpha3 not in former)
    assert all(re.fullmatch(r"(?:BWB[RVC]\d{7})?", act.bwb) for act in names.acts)
    for name in ("persons", "parties", "organisations", "countries"):
        assert all(re.fullmatch(r"(?:Q\d+)?", row["wikidata"]) for row in rows(name))
    for eu_act in names.eu_acts:
        if eu_act.celex:
            assert re.fullmatch(r"3\d{4}[LRDF]\d{4}", eu_act.celex)
            year, number = eu_act.celex[1:5], int(eu_act.celex[6:])
            assert eu_act.eli == f"http://data.europa.eu/eli/{eu_act.kind}/{year}/{number}/oj"


def test_organisations_share_no_identifier_and_no_name(names: Authority) -> None:
    iris = Counter(o.iri for o in names.organisations if o.iri)
    assert [iri for iri, n in iris.items() if n > 1] == []
    owner: dict[str, str] = {}
    for body in names.organisations:
        for name in (body.name, body.abbreviation, *body.variants):
            assert not name or owner.setdefault(name, body.key) == body.key, name


def test_no_form_belongs_to_two_countries(names: Authority) -> None:
    owner: dict[str, set[str]] = defaultdict(set)
    for country in names.countries:
        for form in (country.name, *country.variants, *country.adjectives, *country.inhabitants):
            owner[form].add(country.alpha3)
            assert form[0].isupper() and form not in country.guarded
    assert {form for form, codes in owner.items() if len(codes) > 1} == set()
    assert not {"Neen", "Man", "Chad", "Jordaan", "Turk", "Let", "Frans", "Noor", "Pool"} & set(owner)
    assert owner["Ethiopische"] == {"ETH"} and owner["Nederlandse"] == {"NLD"} and owner["Indiase"] == {"IND"}


def test_parties_share_no_name(names: Authority) -> None:
    owner: dict[str, str] = {}
    for party in names.parties:
        for name in (party.name, party.full_name, *party.variants):
            assert not name or owner.setdefault(fold(name), party.key) == party.key, name


def test_both_chambers_are_complete(names: Authority) -> None:
    for body, seats in (("ek", 74), ("tk", 150)):
        sitting = {m.person for m in names.mandates if m.body == body and m.covers(QC_DAY)}
        assert len(sitting) == seats


@pytest.mark.parametrize("member", QC_MEMBERS.split())
def test_every_member_of_the_qc_committees_is_known(names: Authority, member: str) -> None:
    surname, party = member.replace("_", " ").split(":")
    found = holders(names, surname, "ek", QC_DAY)
    assert [names.party_by_key[mandate.party].name for _, mandate in found] == [party]


def test_no_recorded_spelling_equals_the_name_itself(names: Authority) -> None:
    for other in names.person_names:
        assert fold(other.variant) != fold(names.person_by_id[other.person].surname), other


def test_misprinted_and_moved_members(names: Authority) -> None:
    assert [(p.surname, h) for p, h in names.persons_by_surname["vantoorenborg"]] == [("van Toorenburg", True)]
    before = holders(names, "Visseren-Hamakers", "ek", date(2025, 10, 1))
    assert [mandate.party for _, mandate in before] == ["pvdd"]
    eerdmans = holders(names, "Eerdmans", "tk", date(2025, 10, 1))
    assert [(p.tk_person_id, m.party) for p, m in eerdmans] == [("c6e26bd3-724f-45d3-93af-ef431e6fcd42", "ja21")]


@pytest.mark.parametrize(
    ("printed", "day", "holder"),
    [
        ("minister van Asiel en Migratie", date(2026, 4, 22), "Bart van den Brink"),
        ("Minister-President", date(2026, 4, 22), "Rob Jetten"),
        ("minister van Justitie", date(2000, 1, 1), "Benk Korthals"),
        ("minister van Veiligheid en Justitie", date(2012, 1, 1), "Ivo Opstelten"),
        ("minister van Justitie en Veiligheid", date(2018, 1, 1), "Ferdinand Grapperhaus"),
    ],
)
def test_posts_have_their_holder(names: Authority, printed: str, day: date, holder: str) -> None:
    post = names.posts_by_name[fold(printed)]
    held = [names.person_by_id[m.person].full_name for m in names.mandates if m.post == post.key and m.covers(day)]
    assert held == [holder]


@pytest.mark.parametrize(
    ("surname", "body", "day", "known"),
    [
        ("Leijten", "tk", date(2020, 1, 1), ("R.M.", "sp")),
        ("Koole", "ek", date(2014, 5, 6), ("R.A.", "pvda")),
        ("Koole", "ek", date(2022, 5, 6), ("R.A.", "pvda")),
        ("Otten", "ek", date(2022, 5, 6), ("H.", "fractie-otten")),
        ("Van Bijsterveld", "ek", date(2014, 5, 6), ("S.C.", "cda")),
    ],
)
def test_former_members_and_their_initials(
    names: Authority, surname: str, body: str, day: date, known: tuple[str, str]
) -> None:
    assert [(p.initials, m.party) for p, m in holders(names, surname, body, day)] == [known]


def test_few_members_lack_initials_and_none_is_listed_twice(names: Authority) -> None:
    assert sum(not person.initials for person in names.persons) < 260
    assert [name for name, n in Counter(p.full_name for p in names.persons).items() if n > 1] == []
    assert all(re.fullmatch(r"(?:[A-ZÀ-Þ][a-z]{0,2}\.)*", person.initials) for person in names.persons)


def test_the_decision_on_ethiopia(names: Authority) -> None:
    decision = names.eu_act_by_celex["32024D1341"]
    assert (decision.decided_on, decision.target_country) == (date(2024, 4, 29), "ETH")
    assert decision.decided_by.endswith("/CONSIL")
    assert names.eu_act_by_celex[decision.legal_basis.split()[0]].articles == ("25bis=25a",)
    assert names.eu_act_by_celex["32021L1883"].repeals == ("32009L0050",)
