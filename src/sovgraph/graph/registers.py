"""The registers as graphs of their own: one per file, each entry with its source and date."""

from collections.abc import Callable

from sovgraph import vocab as v
from sovgraph.authority import Authority
from sovgraph.graph.register_changes import cabinets, mandate_iri, other_dates, party_changes, post_ministries
from sovgraph.graph.register_facts import Triples, alternatives, common, day, period
from sovgraph.graph.writer import term
from sovgraph.ids import Ids
from sovgraph.model import Iri, Literal

CHAMBER = {
    "I": "https://identifier.overheid.nl/tooi/id/oorg/oorg10001",
    "II": "https://identifier.overheid.nl/tooi/id/oorg/oorg10002",
    "ek": "https://identifier.overheid.nl/tooi/id/oorg/oorg10001",
    "tk": "https://identifier.overheid.nl/tooi/id/oorg/oorg10002",
}
"""The Chambers by TOOI: I and ek the Eerste Kamer, II and tk the Tweede Kamer."""

_BWB = "https://wetten.overheid.nl/"


def register_graphs(ids: Ids) -> tuple[str, ...]:
    """The IRIs of the graphs that the registers fill."""
    return tuple(ids.graph(f"register/{name}") for name in _makers())


def registers_nquads(names: Authority, ids: Ids) -> dict[str, bytes]:
    """Graph IRI → sorted N-Quads of one register."""
    makers = zip(register_graphs(ids), _makers().values(), strict=True)
    return {graph: _lines(graph, maker(names, ids)) for graph, maker in makers}


def _makers() -> dict[str, Callable[[Authority, Ids], Triples]]:
    return {
        "persons": _persons,
        "mandates": _mandates,
        "parties": _parties,
        "posts": _posts,
        "organisations": _organisations,
        "committees": _committees,
        "countries": _countries,
        "regions": _regions,
        "acts": _acts,
        "eu-acts": _eu_acts,
        "party-changes": party_changes,
        "post-ministries": post_ministries,
        "cabinets": cabinets,
        "other-dates": other_dates,
    }


def _lines(graph: str, triples: Triples) -> bytes:
    lines = {f"<{s}> <{p}> {term(o)} <{graph}> ." for s, p, o in triples}
    return "".join(f"{line}\n" for line in sorted(lines)).encode("utf-8")


def _persons(names: Authority, ids: Ids) -> Triples:
    for row in names.persons:
        iri = ids.person(row.id)
        yield from common(iri, row, v.FOAF_Person, label=row.full_name, lang=None)
        yield iri, v.FOAF_name, Literal(row.full_name)
        yield iri, v.FOAF_familyName, Literal(row.surname)
    for other in names.person_names:
        yield ids.person(other.person), v.SKOS_altLabel, Literal(other.variant)


def _mandates(names: Authority, ids: Ids) -> Triples:
    for row in names.mandates:
        iri = mandate_iri(row, ids)
        yield from common(iri, row, v.ORG_Membership)
        yield from period(iri, row)
        yield iri, v.ORG_member, Iri(ids.person(row.person))
        yield iri, v.kind, Literal(row.body)
        if row.body in CHAMBER:
            yield iri, v.ORG_organization, Iri(CHAMBER[row.body])
        if row.party:
            yield iri, v.OPENGOV_onBehalfOf, Iri(ids.party(row.party))
        if row.post:
            yield iri, v.ORG_role, Iri(ids.post(row.post))


def _parties(names: Authority, ids: Ids) -> Triples:
    for row in names.parties:
        iri = ids.party(row.key)
        yield from common(iri, row, v.Fractie, label=row.name, lang=None)
        yield from period(iri, row)
        yield from alternatives(iri, tuple(x for x in (row.full_name, *row.variants) if x and x != row.name))
        if row.split_from:
            yield iri, v.splitFrom, Iri(ids.party(row.split_from))
        for part in row.alliance_of:
            yield iri, v.DCTERMS_hasPart, Iri(ids.party(part))


def _posts(names: Authority, ids: Ids) -> Triples:
    for row in names.posts:
        iri = ids.post(row.key)
        yield from common(iri, row, v.ORG_Post, label=row.label)
        yield from period(iri, row)
        yield from alternatives(iri, tuple(x for x in row.variants if x != row.label))
        ministry = names.organisation_by_key.get(row.organisation)
        if ministry is not None:
            yield iri, v.ORG_postIn, Iri(ministry.iri or ids.organisation(ministry.key))


def _organisations(names: Authority, ids: Ids) -> Triples:
    for row in names.organisations:
        iri = row.iri or ids.organisation(row.key)
        yield from common(iri, row, v.ORG_Organization, label=row.name)
        yield from period(iri, row)
        yield from alternatives(iri, tuple(x for x in (row.abbreviation, *row.variants) if x and x != row.name))


def _committees(names: Authority, ids: Ids) -> Triples:
    for row in names.committees:
        iri = ids.committee(row.key)
        yield from common(iri, row, v.Committee, label=row.name)
        yield from period(iri, row)
        yield iri, v.SKOS_prefLabel, Literal(row.name, lang="nl")
        yield from alternatives(iri, tuple(x for x in row.variants if x != row.name))
        yield iri, v.ORG_unitOf, Iri(CHAMBER[row.chamber])


def _countries(names: Authority, ids: Ids) -> Triples:
    for row in names.countries:
        if not row.iri:
            continue
        yield from common(row.iri, row, v.Country, label=row.name)
        yield row.iri, v.SKOS_prefLabel, Literal(row.name, lang="nl")
        yield row.iri, v.iso3, Literal(row.alpha3)
        if row.alpha2:
            yield row.iri, v.iso2, Literal(row.alpha2)


def _regions(names: Authority, ids: Ids) -> Triples:
    for row in names.regions:
        yield from common(ids.region(row.key), row, v.Region, label=row.name)


def _acts(names: Authority, ids: Ids) -> Triples:
    for row in names.acts:
        if not row.bwb:
            continue
        iri = ids.act(row.bwb)
        yield from common(iri, row, v.DutchAct, label=row.name)
        yield from alternatives(iri, (*row.abbreviations, *row.variants))
        yield iri, v.bwb, Literal(row.bwb)
        yield iri, v.SKOS_exactMatch, Iri(_BWB + row.bwb)


def _eu_acts(names: Authority, ids: Ids) -> Triples:
    for row in names.eu_acts:
        if not row.eli:
            continue
        yield from common(row.eli, row, v.EuAct, label=row.label)
        yield from alternatives(row.eli, row.variants)
        if row.celex:
            yield row.eli, v.celex, Literal(row.celex)
        for celex in row.repeals:
            old = names.eu_act_by_celex.get(celex)
            if old is not None and old.eli:
                yield row.eli, v.repeals, Iri(old.eli)
        if row.decided_by:
            yield row.eli, v.decidedByResolved, Iri(row.decided_by)
        if row.decided_on:
            yield row.eli, v.decidedOn, day(row.decided_on)
